import Deals
import Ledger
import SourceText

/// What linkage and reviewers say is kept as the plain reading of the contract keeps it.
extension DemoStore {
    func recordValues(_ kind: RecordKind, after position: Int64, limit: Int) async throws -> RecordBatch {
        await ledger.recordValues(kind, after: position, limit: limit)
    }
    func recordValues(of ids: [RecordID]) async throws -> [RecordValues] { await ledger.recordValues(of: ids) }
    func record(_ change: Change, author: Author, added: String) async throws {
        try await ledger.record(change, author: author, added: added)
    }
    func journal(after number: Int64, limit: Int) async throws -> [JournalEntry] {
        await ledger.journal(after: number, limit: limit)
    }
    func journalHead() async throws -> JournalHead? { await ledger.journalHead() }
    func records(of document: DocumentHash) async throws -> [RecordID] { await ledger.records(of: document) }
    func statements(about id: RecordID) async throws -> [ClaimStatement] {
        await ledger.statements(about: id)
    }
    func decisions(about id: RecordID) async throws -> [Decision] { await ledger.decisions(about: id) }
    func clustered(_ kind: LinkedKind, after id: String, limit: Int) async throws -> [ClusteredID] {
        await ledger.clustered(kind, after: id, limit: limit)
    }
    func judgements(on pair: LinkedPair) async throws -> [Judgement] { await ledger.judgements(on: pair) }
    func standing(_ kind: LinkedKind, about id: String) async throws -> [Judgement] {
        await ledger.standing(kind, about: id)
    }
    func standing(
        _ kind: LinkedKind, _ verdict: Verdict?, after position: Int64, limit: Int
    ) async throws -> JudgementBatch { await ledger.standing(kind, verdict, after: position, limit: limit) }
    func doubtful(_ kind: LinkedKind, page: Page) async throws -> [Judgement] {
        await ledger.doubtful(kind, page: page)
    }
    func standingCount(_ kind: LinkedKind, _ verdict: Verdict) async throws -> Int {
        await ledger.standingCount(kind, verdict)
    }
    func setClusters(_ kind: LinkedKind, _ clusters: [String: String]) async throws {
        await ledger.setClusters(kind, clusters)
    }
    func forgetClusters(_ kind: LinkedKind) async throws { await ledger.forgetClusters(kind) }
    func clusters(_ kind: LinkedKind, of ids: [String]) async throws -> [String: String] {
        await ledger.clusters(kind, of: ids)
    }
    func members(_ kind: LinkedKind, of cluster: String) async throws -> [String] {
        await ledger.members(kind, of: cluster)
    }
    func addKeys(_ kind: LinkedKind, _ keys: [LinkKeys]) async throws { await ledger.addKeys(kind, keys) }
    func forgetKeys(_ kind: LinkedKind) async throws { await ledger.forgetKeys(kind) }
    func ids(_ kind: LinkedKind, under keys: [String], atMost: Int) async throws -> [String: [String]] {
        await ledger.ids(kind, under: keys, atMost: atMost)
    }
}
