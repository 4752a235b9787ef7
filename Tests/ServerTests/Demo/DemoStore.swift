import Deals
import Ledger
import SourceText

/// The ledger in memory, which a test can have fail as a broken disk would.
actor DemoStore: LedgerStore {
    let ledger = MemoryLedger()
    private var failure: (any Error)?

    func breakDown(_ error: any Error) { failure = error }

    private func whole() throws -> MemoryLedger {
        if let failure { throw failure }
        return ledger
    }

    func add(_ document: Document, _ findings: Findings, author: String, added: String) async throws -> AddOutcome {
        try await whole().add(document, findings, author: author, added: added)
    }
    func document(_ hash: DocumentHash) async throws -> Document? { try await whole().document(hash) }
    func summary(of hash: DocumentHash) async throws -> DocumentSummary? { try await whole().summary(of: hash) }
    func documents(_ page: Page) async throws -> [DocumentSummary] { try await whole().documents(page) }
    func documentCount() async throws -> Int { try await whole().documentCount() }
    func agreements(
        _ filter: AgreementFilter, order: AgreementOrder, page: Page
    ) async throws -> [AgreementRecord] { try await whole().agreements(filter, order: order, page: page) }
    func agreementCount(_ filter: AgreementFilter) async throws -> Int { try await whole().agreementCount(filter) }
    func totals(_ filter: AgreementFilter) async throws -> [Total] { try await whole().totals(filter) }
    func agreement(_ id: RecordID) async throws -> AgreementRecord? { try await whole().agreement(id) }
    func meetings(in document: DocumentHash?, page: Page) async throws -> [MeetingRecord] {
        try await whole().meetings(in: document, page: page)
    }
    func visits(in document: DocumentHash?, page: Page) async throws -> [VisitRecord] {
        try await whole().visits(in: document, page: page)
    }
    func visit(_ id: RecordID) async throws -> VisitRecord? { try await whole().visit(id) }
    func meeting(_ id: RecordID) async throws -> MeetingRecord? { try await whole().meeting(id) }
    func claims(about id: RecordID) async throws -> [Claim] { try await whole().claims(about: id) }
}
