import Deals
import FollowThrough
import Ledger
import SourceText

/// Reports of deals for the tests: each a document of its own that says what it is given to say.
struct Report {
    var published: String
    var status: AgreementStatus?
    var kind: AgreementKind?
    var date: String?
    var amount: Double?
    var currency = "USD"
    var qualifier = AmountQualifier.exact
    var milestones: [(AgreementStatus, String)] = []
    var sector: Sector?
    var count: Int? = 1

    /// The record that is read from it.
    func record(_ number: Int = 0) -> AgreementRecord {
        let document = Document(text: "Report \(number) of \(published): everything.")
        let citation = try! Citation(document, TextRange(0, 6))
        func slot<Value>(_ value: Value) -> Slot<Value> { Slot(value, citations: [citation]) }
        let finding = AgreementFinding(
            kind: kind.map(slot), status: status.map(slot),
            amount: amount.map { slot(Money(value: $0, currency: currency, qualifier: qualifier)) },
            sector: sector.map(slot), date: date.map { slot(PartialDate(iso: $0)!) },
            milestones: milestones.map { slot(Milestone(stage: $0.0, due: PartialDate(iso: $0.1)!)) }, count: count)
        let summary = DocumentSummary(
            hash: document.hash, metadata: document.metadata, language: .english,
            published: PartialDate(iso: published), added: "2026-01-01T00:00:00Z", agreementCount: 1, meetingCount: 0,
            visitCount: 0)
        return AgreementRecord(
            id: RecordID(.agreement, in: document.hash, ordinal: 0), finding: finding, document: summary)
    }

    /// One deal that all of them report on.
    static func deal(_ reports: [Report]) -> Deal { Deal(reports.enumerated().map { $1.record($0) }) }

    /// The plant of the example articles: memorandum, contract, ground-breaking, first glass.
    static let plant = [
        Report(published: "2023-05-24", status: .signed, kind: .memorandum, date: "2023-05-22", amount: 140e6),
        Report(published: "2023-10-12", status: .signed, kind: .contract, date: "2023-10-11", amount: 152e6),
        Report(
            published: "2024-06-19", status: .construction, kind: .contract, date: "2024-06-18", amount: 168e6,
            milestones: [(.operating, "2025")]),
        Report(published: "2024-06-20", status: .construction, kind: .contract, date: "2024-06-18", amount: 168e6),
        Report(published: "2025-11-15", status: .operating, kind: .contract, date: "2025-11-14", amount: 173e6),
    ]
}

func day(_ text: String) -> PartialDate { PartialDate(iso: text)! }
