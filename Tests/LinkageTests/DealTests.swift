import Deals
import Linkage
import Testing

struct DealTests {
    private let tables: LinkTables

    init() throws { tables = try LinkTables.bundled.get() }

    private func company(_ name: String) -> NamedEntity { NamedEntity(name: name, kind: .company) }
    private func place(_ name: String) -> NamedEntity { NamedEntity(name: name, kind: .place) }
    private func day(_ text: String) -> PartialDate { PartialDate(iso: text)! }

    /// A cable plant in Gulistan, told by four outlets.
    private var cablePlant: [LinkRecord] {
        [
            LinkRecord(
                id: "ru", document: "1", published: day("2024-02-12"), kind: .contract, status: .signed,
                parties: [company("Sirdaryo Kabel"), company("Хэнань Юйсянь Кабель Групп")],
                amount: Money(value: 200e9, currency: "UZS"), subject: "кабельный завод", sector: .manufacturing,
                place: place("Гулистан"), date: day("2024-02-10")),
            LinkRecord(
                id: "en", document: "2", published: day("2024-02-13"), kind: .contract, status: .signed,
                parties: [company("Henan Yuxian Cable Group")],
                amount: Money(value: 16_000_000, currency: "USD", qualifier: .about),
                subject: "cable factory", sector: .manufacturing, place: place("Gulistan"), date: day("2024-02-10")),
            LinkRecord(
                id: "zh", document: "3", published: day("2024-02-13"), kind: .contract, status: .signed,
                parties: [company("河南豫弦电缆集团有限公司"), place("锡尔河州")], subject: "电缆厂", sector: .manufacturing,
                place: place("锡尔河州"), date: day("2024-02")),
            LinkRecord(
                id: "uz", document: "4", published: day("2025-06-01"), kind: .contract, status: .construction,
                parties: [company("Sirdaryo Kabel")], amount: Money(value: 230e9, currency: "UZS"),
                subject: "kabel zavodi",
                sector: .manufacturing, place: place("Guliston"), date: day("2025-05-30")),
        ]
    }

    private func link(_ records: [LinkRecord], _ rulings: [Ruling] = []) -> Linker {
        var linker = Linker(tables)
        for record in records { linker.add(record) }
        linker.rule(rulings)
        linker.linkAll()
        return linker
    }

    @Test func oneDealInFourLanguagesAndThreeCurrenciesIsOne() {
        #expect(link(cablePlant).clusters == [["ru", "en", "zh", "uz"]])
    }

    @Test func twoPlantsOfOneCompanyStayTwo() {
        var second = cablePlant[1]
        second.id = "jizzakh"
        second.document = "5"
        second.place = place("Jizzakh")
        second.subject = "transformer factory"
        var linker = link(cablePlant + [second])
        #expect(linker.clusters == [["ru", "en", "zh", "uz"]])
        let decision = linker.explain("en", "jizzakh")
        #expect(decision?.relation != .same)
        #expect(decision?.reasons.contains { $0.feature == "place.other" && $0.weight < 0 } == true)
    }

    @Test func memorandumAndContractAreStagesOfOneProject() {
        var memorandum = cablePlant[0]
        memorandum.id = "memorandum"
        memorandum.document = "6"
        memorandum.kind = .memorandum
        memorandum.date = day("2023-09-01")
        let linker = link(cablePlant + [memorandum])
        #expect(linker.clusters == [["ru", "en", "zh", "uz"]])
        #expect(linker.stages.contains { Set([linker.ids[$0.first], linker.ids[$0.second]]) == ["ru", "memorandum"] })
    }

    @Test func aPackageIsNeverMergedWithItsPart() {
        var package = cablePlant[0]
        package.id = "package"
        package.document = "7"
        package.count = 9
        #expect(link(cablePlant + [package]).clusters == [["ru", "en", "zh", "uz"]])
    }

    @Test func recordsOfOneDocumentStayTwo() {
        var twin = cablePlant[0]
        twin.id = "twin"
        #expect(link([cablePlant[0], twin]).clusters.isEmpty)
    }

    @Test func aPersonSplitsAndMerges() {
        let split = link(cablePlant, ["en", "zh", "ru"].map { Ruling("uz", $0, isSame: false) })
        #expect(split.clusters == [["ru", "en", "zh"]])
        let again = link(cablePlant, [])
        #expect(again.clusters == [["ru", "en", "zh", "uz"]])
        var other = cablePlant[1]
        other.id = "other"
        other.document = "8"
        other.place = place("Jizzakh")
        other.amount = nil
        other.subject = nil
        #expect(
            link(cablePlant + [other], [Ruling("en", "other", isSame: true)]).clusters.first?.contains("other") == true)
    }

    @Test func linkingOneByOneGivesTheSameClusters() {
        var linker = link([cablePlant[0]])
        for record in cablePlant.dropFirst() { linker.link(record) }
        #expect(linker.clusters == link(cablePlant).clusters)
        #expect(linker.cluster(of: "uz") == ["ru", "en", "zh", "uz"])
    }

    @Test func reasonsAddUpToTheScore() throws {
        var linker = link(cablePlant)
        let found = linker.explain("ru", "en")
        let decision = try #require(found)
        #expect(decision.relation == .same)
        #expect(decision.score > 0.9)
        #expect(decision.reasons.first?.description == "prior -4.5")
    }
}
