public import Deals
public import SourceText

/// What adding a document did.
public enum AddOutcome: Hashable, Sendable {
    /// The document is new; these records were made from it.
    case added([RecordID])
    /// A document with these bytes is there already; nothing was changed.
    case alreadyKnown([RecordID])

    public var records: [RecordID] {
        switch self {
        case .added(let records), .alreadyKnown(let records): records
        }
    }
}

/// Where documents and claims are kept. One contract, tested alike on every store.
///
/// A document is written whole or not at all. Adding the same bytes twice changes nothing.
///
/// - Filters mean what ``AgreementFilter/asks(for:)`` says.
/// - Where an order leaves a tie, agreements come in the order in which their documents were added (for
///   ``AgreementOrder/newest``, in the opposite one), those of one document in the text's order. What has no
///   day, amount or place comes last.
/// - Findings whose citations do not stand in the document, a missing author and a time of recording that is
///   not in UTC are refused with a ``LedgerFailure``, as are failures of disk and database.
/// - U+0000 in names, subjects and metadata comes back as U+FFFD; texts and citations keep it.
public protocol LedgerStore: LinkStore, ClaimStore {
    /// Records a document, its findings as claims, and the records that they make.
    /// - Parameters:
    ///   - author: who read it ("kelishuv 0.1.0").
    ///   - added: the time of recording, ISO 8601 with time zone (UTC).
    func add(_ document: Document, _ findings: Findings, author: String, added: String) async throws -> AddOutcome

    /// The document with its raw bytes and text.
    func document(_ hash: DocumentHash) async throws -> Document?
    /// The document as lists show it.
    func summary(of hash: DocumentHash) async throws -> DocumentSummary?
    /// Newest publication first, those without a day last; of one day the one added last first.
    func documents(_ page: Page) async throws -> [DocumentSummary]
    func documentCount() async throws -> Int

    func agreements(_ filter: AgreementFilter, order: AgreementOrder, page: Page) async throws -> [AgreementRecord]
    func agreementCount(_ filter: AgreementFilter) async throws -> Int
    /// Sums by currency and status over the filtered agreements; records without an amount are left out.
    func totals(_ filter: AgreementFilter) async throws -> [Total]
    func agreement(_ id: RecordID) async throws -> AgreementRecord?

    /// One document's meetings in the text's order, or all newest first; of no such document none.
    func meetings(in document: DocumentHash?, page: Page) async throws -> [MeetingRecord]
    /// One document's visits in the text's order, or all newest first; of no such document none.
    func visits(in document: DocumentHash?, page: Page) async throws -> [VisitRecord]
    func visit(_ id: RecordID) async throws -> VisitRecord?
    func meeting(_ id: RecordID) async throws -> MeetingRecord?

    /// All claims about a record, oldest first.
    func claims(about id: RecordID) async throws -> [Claim]

    /// Looks for what should not be there: documents whose bytes changed, citations that do not stand in their documents,
    /// rows that differ from the claims they were made from, a journal that was changed.
    /// - Returns: the problems found; none when the ledger is sound.
    func verify() async throws -> [LedgerProblem]

    // Surveys: what these answer is said where their plain reading stands (LedgerSurveys.swift,
    // DealSurveys.swift).

    func tellings(of ids: [RecordID]) async throws -> [RecordID: Telling]
    func dealCount(_ filter: AgreementFilter) async throws -> Int
    func dealTotals(_ filter: AgreementFilter) async throws -> [Total]
    func groups(_ filter: AgreementFilter, by grouping: AgreementGrouping, page: Page) async throws -> [AgreementGroup]
    func names(_ kind: EntityKind, page: Page) async throws -> [NameEntry]
    func records(naming name: String, as kind: EntityKind) async throws -> [RecordID]
    func records(atPlaces ids: Set<String>) async throws -> [RecordID]
    func outlets(_ page: Page) async throws -> [OutletEntry]
    func documents(of outlet: String, page: Page) async throws -> [DocumentSummary]
}
