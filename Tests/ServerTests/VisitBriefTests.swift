import Deals
import FollowThrough
import Ledger
import SourceText
import Testing

@testable import Server

@Suite struct VisitBriefTests {
    private func brief(_ visit: String, in document: (Document, Findings)) async throws -> VisitBrief {
        let store = try await DemoLedger.store()
        let hash = document.0.hash
        var filter = AgreementFilter()
        filter.document = hash
        let visits = try await store.visits(in: hash, page: Page())
        return VisitBrief(
            try #require(visits.first { $0.finding.who?.value.name == visit }), visits: visits,
            meetings: try await store.meetings(in: hash, page: Page()),
            agreements: try await store.agreements(filter, order: .oldest, page: Page()))
    }

    @Test func twoDelegationsOfOneTextKeepTheirOwn() async throws {
        let mirobod = try await brief("Мирабадский район", in: DemoLedger.delegation)
        let uchtepa = try await brief("Учтепинский район", in: DemoLedger.delegation)
        #expect(mirobod.agreements.map { $0.finding.amount?.value.value } == [150e6])
        #expect(mirobod.meetings.count == 1)
        #expect(uchtepa.agreements.map { $0.finding.amount?.value.value } == [130e6, nil])
        #expect(uchtepa.meetings.isEmpty)
    }

    @Test func theOnlyVisitTakesDatedAndUndatedEvents() async throws {
        let andijan = try await brief("Andijan region", in: DemoLedger.english)
        #expect(andijan.agreements.count == 3)
        #expect(
            andijan.days.map { $0.date?.description } == ["2026-08-03", "2026-08-04", "2026-08-05", "2026-08-06", nil])
        #expect(andijan.days.map(\.isFirstDay) == [true, false, false, false, false])
    }

    @Test func stagesAreNeverMixed() async throws {
        let stages = try await brief("Andijan region", in: DemoLedger.english).stages
        #expect(stages.map(\.status) == [.signed, .announced])
        #expect(stages.map(\.count) == [5, 1])
        #expect(stages.map(\.named) == [1, 1])
        #expect(stages[0].sums == [Money(value: 75e6, currency: "USD", qualifier: .upTo)])
    }

    @Test func openQuestionsNameTheirAgreement() async throws {
        let brief = try await brief("Учтепинский район", in: DemoLedger.delegation)
        let (contracts, memorandum) = (brief.agreements[0].id, brief.agreements[1].id)
        #expect(
            brief.openQuestions == [
                .firstDay, .otherSide(contracts), .otherSide(memorandum), .sum(memorandum), .subject(memorandum),
            ])
    }

    /// What the rule takes: the event's party, its date, whether the visit is its document's only one.
    @Test(
        arguments: [
            ("Andijan region", nil, false, true), ("Hokim Karimov", nil, false, true),
            ("Other region", "2026-08-04", true, true),
            ("Navoiy region", "2026-08-04", false, false), ("A company", "2026-08-04", false, true),
            ("A company", "2026-08", false, true), ("A company", "2026-08-24", true, true),
            ("A company", "2026-08-25", true, false), ("A company", "2026-07-31", true, false),
            ("A company", nil, true, true), ("A company", nil, false, false),
        ] as [(String, String?, Bool, Bool)])
    func belonging(party: String, date: String?, isOnly: Bool, expected: Bool) {
        let text = Cited("Andijan region, Hokim Karimov, Navoiy region, Other region, A company, 3 August, then")
        func slot(_ name: String) -> Slot<NamedEntity> { text.company(name) }
        let summary = DocumentSummary(
            hash: text.document.hash, metadata: Metadata(), language: nil, published: nil, added: "2026-01-01",
            agreementCount: 0, meetingCount: 0, visitCount: 0)
        func visit(_ who: String, _ leader: String?, _ ordinal: Int) -> VisitRecord {
            VisitRecord(
                id: RecordID(.visit, in: text.document.hash, ordinal: ordinal),
                finding: VisitFinding(
                    who: slot(who), leader: leader.map(slot), date: text.date("2026-08-03", "3 August")),
                document: summary)
        }
        let rule = Belonging(
            visit("Andijan region", "Hokim Karimov", 0), others: isOnly ? [] : [visit("Navoiy region", nil, 1)])
        let when = date.map { text.date($0, "then").value }
        #expect(rule.takes(parties: [slot(party)], place: nil, date: when) == expected)
    }
}
