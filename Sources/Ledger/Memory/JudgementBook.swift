internal import Deals

/// Judgements, clusters and keys in memory: the plain reading of ``LinkStore``'s contract.
struct JudgementBook {
    private var all: [Judgement] = []
    private var onPair: [LinkedPair: [Int]] = [:]
    private var clusterOf: [LinkedKind: [String: String]] = [:]
    private var idsUnder: [LinkedKind: [String: Set<String>]] = [:]

    mutating func judge(_ judgements: [Judgement]) throws(LedgerFailure) {
        for judgement in judgements { try judgement.check() }
        for judgement in judgements {
            onPair[judgement.pair, default: []].append(all.count)
            all.append(judgement)
        }
    }

    func judgements(on pair: LinkedPair) -> [Judgement] { (onPair[pair] ?? []).map { all[$0] } }

    /// Positions, from 1, of the judgements that count, in the order of recording.
    private func standing(_ kind: LinkedKind) -> [Int] {
        onPair.compactMap { pair, numbers -> Int? in
            guard pair.kind == kind, let standing = Judgement.standing(among: numbers.map { all[$0] }) else {
                return nil
            }
            return numbers.last { all[$0] == standing }.map { $0 + 1 }
        }.sorted()
    }

    func standing(_ kind: LinkedKind, about id: String) -> [Judgement] {
        standing(kind).map { all[$0 - 1] }.filter { $0.first == id || $0.second == id }
    }

    func standing(_ kind: LinkedKind, _ verdict: Verdict?, after position: Int64, limit: Int) -> JudgementBatch {
        let found = standing(kind).filter { number in
            Int64(number) > position && (verdict.map { all[number - 1].verdict == $0 } ?? true)
        }
        let part = found.prefix(limit)
        return JudgementBatch(
            part.map { all[$0 - 1] }, next: part.count < found.count ? part.last.map(Int64.init) : nil)
    }

    func doubtful(_ kind: LinkedKind, page: Page) -> [Judgement] {
        let found = standing(kind).filter { all[$0 - 1].verdict == .doubtful }
        return page.of(found.sorted { (-all[$0 - 1].score, $0) < (-all[$1 - 1].score, $1) }).map { all[$0 - 1] }
    }

    func standingCount(_ kind: LinkedKind, _ verdict: Verdict) -> Int {
        standing(kind).count { all[$0 - 1].verdict == verdict }
    }

    mutating func setClusters(_ kind: LinkedKind, _ clusters: [String: String]) {
        clusterOf[kind, default: [:]].merge(clusters) { $1 }
    }

    mutating func forgetClusters(_ kind: LinkedKind) { clusterOf[kind] = nil }

    func clusters(_ kind: LinkedKind, of ids: [String]) -> [String: String] {
        Dictionary(ids.map { ($0, clusterOf[kind]?[$0] ?? $0) }) { $1 }
    }

    func members(_ kind: LinkedKind, of cluster: String) -> [String] {
        let members = (clusterOf[kind] ?? [:]).filter { $0.value == cluster }.keys
        return members.isEmpty ? [cluster] : members.sorted(by: Self.precedes)
    }

    func clustered(_ kind: LinkedKind, after id: String, limit: Int) -> [ClusteredID] {
        let ids = (clusterOf[kind] ?? [:]).keys.filter { Self.precedes(id, $0) }.sorted(by: Self.precedes)
        return ids.prefix(limit).map { ClusteredID($0, in: clusterOf[kind]?[$0] ?? $0) }
    }

    mutating func addKeys(_ kind: LinkedKind, _ keys: [LinkKeys]) {
        for entry in keys { for key in entry.keys { idsUnder[kind, default: [:]][key, default: []].insert(entry.id) } }
    }

    mutating func forgetKeys(_ kind: LinkedKind) { idsUnder[kind] = nil }

    func ids(_ kind: LinkedKind, under keys: [String], atMost: Int) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for key in keys {
            guard let ids = idsUnder[kind]?[key], ids.count <= atMost else { continue }
            found[key] = ids.sorted(by: Self.precedes)
        }
        return found
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
