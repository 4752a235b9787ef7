import Deals
import Ledger
import SourceText
import Testing

@testable import Server

@Suite struct AgreementQueryTests {
    @Test func everyFilterRoundTripsThroughItsAddress() throws {
        var random = Seeded(seed: 7)
        let words = [nil, "Мирабад & co=1", "oʻzbek 100%", "a+b", "中国 \"x\""]
        for _ in 0..<300 {
            var query = AgreementQuery()
            query.filter.words = words.randomElement(using: &random)!
            query.filter.party = words.randomElement(using: &random)!
            query.filter.place = words.randomElement(using: &random)!
            query.filter.kinds = Set(AgreementKind.allCases.filter { _ in Bool.random(using: &random) })
            query.filter.statuses = Set(AgreementStatus.allCases.filter { _ in Bool.random(using: &random) })
            query.filter.sectors = Set(Sector.allCases.filter { _ in Bool.random(using: &random) })
            query.filter.currency = [nil, "USD"].randomElement(using: &random)!
            query.filter.minimum = [nil, 0, 1_500_000, 12.5].randomElement(using: &random)!
            query.filter.maximum = [nil, 1e12].randomElement(using: &random)!
            query.filter.from = [nil, PartialDate(year: 2024), PartialDate(year: 2024, month: 2, day: 29)]
                .randomElement(using: &random)!
            query.filter.until = [nil, PartialDate(year: 2025, month: 1)].randomElement(using: &random)!
            query.filter.document = [nil, DocumentHash(of: [1])].randomElement(using: &random)!
            query.filter.minimumConfidence = [nil, 0.75].randomElement(using: &random)!
            query.order = AgreementOrder.allCases.randomElement(using: &random)!
            query.page = Int.random(in: 1...9, using: &random)
            let text = query.address.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init)
            #expect(try AgreementQuery(Query(text)) == query)
        }
    }

    @Test func theEmptyFilterHasTheShortestAddress() { #expect(AgreementQuery().address == "/agreements") }

    @Test(arguments: [
        ("min=abc", "min", "abc"), ("max=-5", "max", "-5"), ("min=..", "min", ".."),
        ("from=2024-13", "from", "2024-13"),
        ("until=soon", "until", "soon"), ("currency=dollars", "currency", "dollars"), ("status=done", "status", "done"),
        ("order=best", "order", "best"), ("page=0", "page", "0"), ("page=x", "page", "x"),
        ("document=123", "document", "123"), ("confidence=2", "confidence", "2"),
    ])
    func whatCannotBeReadIsNamed(address: String, field: String, value: String) {
        let failure = #expect(throws: AgreementQuery.Failure.self) { try AgreementQuery(Query(address)) }
        #expect(failure == AgreementQuery.Failure(field: field, value: value))
    }

    @Test func whatPeopleTypeIsUnderstood() throws {
        let query = try AgreementQuery(Query("min=1+500%C2%A0000&currency=usd&place=+Mirobod+&from=&words=&other=1"))
        #expect(query.filter.minimum == 1_500_000)
        #expect(query.filter.currency == "USD")
        #expect(query.filter.place == "Mirobod")
        #expect(query.filter.words == nil)
    }
}
