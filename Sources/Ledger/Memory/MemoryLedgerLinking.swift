public import Deals

extension MemoryLedger {
    public func recordValues(_ kind: RecordKind, after position: Int64, limit: Int) -> RecordBatch {
        let found = state.order.enumerated().dropFirst(Int(position)).lazy.filter { $0.element.kind == kind }
        var records: [RecordValues] = []
        var last = position
        for (offset, id) in found {
            guard let values = state.values(of: id) else { continue }
            if records.count == limit { return RecordBatch(records, next: last) }
            records.append(values)
            last = Int64(offset + 1)
        }
        return RecordBatch(records, next: nil)
    }

    public func recordValues(of ids: [RecordID]) -> [RecordValues] { ids.compactMap { state.values(of: $0) } }

    public func judgements(on pair: LinkedPair) -> [Judgement] { state.book.judgements(on: pair) }
    public func standing(_ kind: LinkedKind, about id: String) -> [Judgement] { state.book.standing(kind, about: id) }
    public func standing(
        _ kind: LinkedKind, _ verdict: Verdict?, after position: Int64, limit: Int
    ) -> JudgementBatch { state.book.standing(kind, verdict, after: position, limit: limit) }
    public func doubtful(_ kind: LinkedKind, page: Page) -> [Judgement] { state.book.doubtful(kind, page: page) }
    public func standingCount(_ kind: LinkedKind, _ verdict: Verdict) -> Int { state.book.standingCount(kind, verdict) }

    public func setClusters(_ kind: LinkedKind, _ clusters: [String: String]) { state.book.setClusters(kind, clusters) }
    public func forgetClusters(_ kind: LinkedKind) { state.book.forgetClusters(kind) }
    public func clusters(_ kind: LinkedKind, of ids: [String]) -> [String: String] {
        state.book.clusters(kind, of: ids)
    }
    public func members(_ kind: LinkedKind, of cluster: String) -> [String] { state.book.members(kind, of: cluster) }

    public func clustered(_ kind: LinkedKind, after id: String, limit: Int) -> [ClusteredID] {
        state.book.clustered(kind, after: id, limit: limit)
    }

    public func addKeys(_ kind: LinkedKind, _ keys: [LinkKeys]) { state.book.addKeys(kind, keys) }
    public func forgetKeys(_ kind: LinkedKind) { state.book.forgetKeys(kind) }
    public func ids(_ kind: LinkedKind, under keys: [String], atMost: Int) -> [String: [String]] {
        state.book.ids(kind, under: keys, atMost: atMost)
    }
}
