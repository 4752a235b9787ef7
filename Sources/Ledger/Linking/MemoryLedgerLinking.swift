public import Deals

extension MemoryLedger {
    public func recordValues(_ kind: RecordKind, after position: Int64, limit: Int) -> RecordBatch {
        let found = order.enumerated().dropFirst(Int(position)).filter { $0.element.kind == kind }
        let part = found.prefix(limit)
        return RecordBatch(
            part.compactMap { values(of: $0.element) },
            next: part.count < found.count ? part.last.map { Int64($0.offset + 1) } : nil)
    }

    public func recordValues(of ids: [RecordID]) -> [RecordValues] { ids.compactMap { values(of: $0) } }

    public func judge(_ judgements: [Judgement]) throws(LedgerFailure) { try book.judge(judgements) }
    public func judgements(on pair: LinkedPair) -> [Judgement] { book.judgements(on: pair) }
    public func standing(_ kind: LinkedKind, about id: String) -> [Judgement] { book.standing(kind, about: id) }
    public func standing(
        _ kind: LinkedKind, _ verdict: Verdict?, after position: Int64, limit: Int
    ) -> JudgementBatch { book.standing(kind, verdict, after: position, limit: limit) }
    public func doubtful(_ kind: LinkedKind, page: Page) -> [Judgement] { book.doubtful(kind, page: page) }
    public func standingCount(_ kind: LinkedKind, _ verdict: Verdict) -> Int { book.standingCount(kind, verdict) }

    public func setClusters(_ kind: LinkedKind, _ clusters: [String: String]) { book.setClusters(kind, clusters) }
    public func forgetClusters(_ kind: LinkedKind) { book.forgetClusters(kind) }
    public func clusters(_ kind: LinkedKind, of ids: [String]) -> [String: String] { book.clusters(kind, of: ids) }
    public func members(_ kind: LinkedKind, of cluster: String) -> [String] { book.members(kind, of: cluster) }

    public func addKeys(_ kind: LinkedKind, _ keys: [LinkKeys]) { book.addKeys(kind, keys) }
    public func forgetKeys(_ kind: LinkedKind) { book.forgetKeys(kind) }
    public func ids(_ kind: LinkedKind, under keys: [String], atMost: Int) -> [String: [String]] {
        book.ids(kind, under: keys, atMost: atMost)
    }
}
