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
public protocol LedgerStore: Sendable {
    /// Records a document, its findings as claims, and the records that they make.
    /// - Parameters:
    ///   - author: who read it ("kelishuv 0.1.0").
    ///   - added: the time of recording, ISO 8601 with time zone (UTC).
    func add(_ document: Document, _ findings: Findings, author: String, added: String) async throws -> AddOutcome

    func document(_ hash: DocumentHash) async throws -> Document?
    func summary(of hash: DocumentHash) async throws -> DocumentSummary?
    /// Newest publication first.
    func documents(_ page: Page) async throws -> [DocumentSummary]
    func documentCount() async throws -> Int

    func agreements(_ filter: AgreementFilter, order: AgreementOrder, page: Page) async throws -> [AgreementRecord]
    func agreementCount(_ filter: AgreementFilter) async throws -> Int
    /// Sums by currency and status over the filtered agreements; records without an amount are left out.
    func totals(_ filter: AgreementFilter) async throws -> [Total]
    func agreement(_ id: RecordID) async throws -> AgreementRecord?

    func meetings(in document: DocumentHash?, page: Page) async throws -> [MeetingRecord]
    func visits(in document: DocumentHash?, page: Page) async throws -> [VisitRecord]
    func visit(_ id: RecordID) async throws -> VisitRecord?
    func meeting(_ id: RecordID) async throws -> MeetingRecord?

    /// All claims about a record, oldest first.
    func claims(about id: RecordID) async throws -> [Claim]
}
