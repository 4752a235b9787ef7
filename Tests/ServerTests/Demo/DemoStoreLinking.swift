import Deals
import Ledger

/// The linkage's part is kept as the plain reading of the contract keeps it.
extension DemoStore {
    func recordValues(_ kind: RecordKind, after position: Int64, limit: Int) async throws -> RecordBatch {
        try await links.recordValues(kind, after: position, limit: limit)
    }
    func recordValues(of ids: [RecordID]) async throws -> [RecordValues] { await links.recordValues(of: ids) }
    func judge(_ judgements: [Judgement]) async throws { try await links.judge(judgements) }
    func judgements(on pair: LinkedPair) async throws -> [Judgement] { await links.judgements(on: pair) }
    func standing(_ kind: LinkedKind, about id: String) async throws -> [Judgement] {
        await links.standing(kind, about: id)
    }
    func standing(
        _ kind: LinkedKind, _ verdict: Verdict?, after position: Int64, limit: Int
    ) async throws -> JudgementBatch { await links.standing(kind, verdict, after: position, limit: limit) }
    func doubtful(_ kind: LinkedKind, page: Page) async throws -> [Judgement] {
        await links.doubtful(kind, page: page)
    }
    func standingCount(_ kind: LinkedKind, _ verdict: Verdict) async throws -> Int {
        await links.standingCount(kind, verdict)
    }
    func setClusters(_ kind: LinkedKind, _ clusters: [String: String]) async throws {
        await links.setClusters(kind, clusters)
    }
    func forgetClusters(_ kind: LinkedKind) async throws { await links.forgetClusters(kind) }
    func clusters(_ kind: LinkedKind, of ids: [String]) async throws -> [String: String] {
        await links.clusters(kind, of: ids)
    }
    func members(_ kind: LinkedKind, of cluster: String) async throws -> [String] {
        await links.members(kind, of: cluster)
    }
    func addKeys(_ kind: LinkedKind, _ keys: [LinkKeys]) async throws { await links.addKeys(kind, keys) }
    func forgetKeys(_ kind: LinkedKind) async throws { await links.forgetKeys(kind) }
    func ids(_ kind: LinkedKind, under keys: [String], atMost: Int) async throws -> [String: [String]] {
        await links.ids(kind, under: keys, atMost: atMost)
    }
}
