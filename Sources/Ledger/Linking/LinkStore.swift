public import Deals

/// What linkage needs of a store: all records in one pass, judgements, clusters, and keys by which records that may
/// be one thing find each other. Part of ``LedgerStore``'s contract.
///
/// Ids are those of ``LinkedKind``: a record's id as text, or what the linkage calls an organisation. They need not be
/// known to the store.
public protocol LinkStore: Sendable {
    /// Part of all records of a kind, in the order in which they were added, each with the values that stand.
    ///
    /// One pass over the ledger: begin after 0 and go on after each batch's ``RecordBatch/next`` until it is nil; see
    /// ``batches(of:size:)``.
    /// - Parameter limit: how many records at most, 1 to 100,000.
    func recordValues(_ kind: RecordKind, after position: Int64, limit: Int) async throws -> RecordBatch
    /// The values that stand of some records, in the order of the ids; ids that are not known are left out.
    func recordValues(of ids: [RecordID]) async throws -> [RecordValues]

    /// All judgements on a pair, oldest first, with those that no longer count.
    func judgements(on pair: LinkedPair) async throws -> [Judgement]
    /// The judgements that count (``Judgement/standing(among:)``) about an id, in the order of recording.
    func standing(_ kind: LinkedKind, about id: String) async throws -> [Judgement]
    /// Part of the judgements that count of one verdict, in the order of recording; nil verdict: all of them.
    /// Begin after 0 and go on after each batch's `next`.
    func standing(_ kind: LinkedKind, _ verdict: Verdict?, after position: Int64, limit: Int) async throws
        -> JudgementBatch
    /// The review queue: doubtful pairs, the likeliest to be one thing first.
    func doubtful(_ kind: LinkedKind, page: Page) async throws -> [Judgement]
    /// How many pairs stand judged so.
    func standingCount(_ kind: LinkedKind, _ verdict: Verdict) async throws -> Int

    /// Says which cluster each of these ids belongs to, in place of what was said of them before. The clusters are a
    /// view that the linkage works out of the judgements that count, and may be made anew at any time.
    func setClusters(_ kind: LinkedKind, _ clusters: [String: String]) async throws
    /// Forgets all clusters of a kind.
    func forgetClusters(_ kind: LinkedKind) async throws
    /// The cluster of each id; an id of which nothing was said is its own.
    func clusters(_ kind: LinkedKind, of ids: [String]) async throws -> [String: String]
    /// The ids of a cluster in the order of their UTF-8; only the cluster's own name when nothing was said of it.
    func members(_ kind: LinkedKind, of cluster: String) async throws -> [String]

    /// Part of all ids of which a cluster was said, in the order of their UTF-8, after an id ("" for the first).
    func clustered(_ kind: LinkedKind, after id: String, limit: Int) async throws -> [ClusteredID]

    /// Remembers the keys under which an id is looked for (blocking keys), besides those it has.
    func addKeys(_ kind: LinkedKind, _ keys: [LinkKeys]) async throws
    /// Forgets all keys of a kind.
    func forgetKeys(_ kind: LinkedKind) async throws
    /// The ids under each of the keys, in the order of their UTF-8. Keys that have more than `atMost` ids tell nothing
    /// and are left out, as are those that have none.
    func ids(_ kind: LinkedKind, under keys: [String], atMost: Int) async throws -> [String: [String]]
}

extension LinkStore {
    /// The cluster of an id; the id itself when nothing was said of it.
    public func cluster(_ kind: LinkedKind, of id: String) async throws -> String {
        try await clusters(kind, of: [id])[id] ?? id
    }

    /// All records of a kind in one pass, batch by batch.
    ///
    ///     for try await batch in store.batches(of: .agreement) { for record in batch { … } }
    public func batches(of kind: RecordKind, size: Int = 5_000) -> AsyncThrowingStream<[RecordValues], any Error> {
        let position = Position()
        return AsyncThrowingStream {
            guard let after = await position.value else { return nil }
            let batch = try await self.recordValues(kind, after: after, limit: size)
            await position.set(batch.next)
            return batch.records.isEmpty ? nil : batch.records
        }
    }

    /// All judgements that count of a verdict, in the order of recording.
    public func allStanding(_ kind: LinkedKind, _ verdict: Verdict?) async throws -> [Judgement] {
        var all: [Judgement] = []
        var position: Int64? = 0
        while let after = position {
            let batch = try await standing(kind, verdict, after: after, limit: 10_000)
            all += batch.judgements
            position = batch.next
        }
        return all
    }
}

/// Where a pass over the ledger stands; nil at its end.
private actor Position {
    var value: Int64? = 0
    func set(_ value: Int64?) { self.value = value }
}

/// An id with its cluster.
public struct ClusteredID: Hashable, Sendable {
    public let id: String
    public let cluster: String

    public init(_ id: String, in cluster: String) {
        self.id = id
        self.cluster = cluster
    }
}

/// An id with keys under which it is looked for.
public struct LinkKeys: Hashable, Sendable {
    public let id: String
    public let keys: [String]

    public init(_ id: String, _ keys: [String]) {
        self.id = id
        self.keys = keys
    }
}

/// Part of a pass over the judgements that count.
public struct JudgementBatch: Hashable, Sendable {
    public let judgements: [Judgement]
    /// Where the next batch begins; nil at the end.
    public let next: Int64?

    public init(_ judgements: [Judgement], next: Int64?) {
        self.judgements = judgements
        self.next = next
    }
}
