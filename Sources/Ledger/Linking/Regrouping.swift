public import Deals

/// Groups that judgements make: along the pairs that are one thing, the surest first, but never so that two which are said
/// to be different come together.
public enum LinkGroups {
    /// - Parameters:
    ///   - ids: what is grouped.
    ///   - standing: the judgements that count on pairs of them.
    /// - Returns: each group in the order of the ids.
    public static func groups(of ids: [String], by standing: [Judgement]) -> [[String]] {
        var group = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
        let apart = standing.filter { $0.verdict == .different || $0.verdict == .part }
        let surest = standing.filter { $0.verdict == .same }.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.author.rank != other.author.rank { return one.author.rank > other.author.rank }
            return one.score == other.score ? left.offset < right.offset : one.score > other.score
        }
        for judgement in surest.map(\.element) {
            guard let first = group[judgement.first], let second = group[judgement.second], first != second else {
                continue
            }
            let joined = Set([first, second])
            let clash = apart.contains { pair in
                guard let one = group[pair.first], let other = group[pair.second] else { return false }
                return one != other && joined.contains(one) && joined.contains(other)
            }
            if clash { continue }
            let (kept, given) = (min(first, second), max(first, second))
            for (id, number) in group where number == given { group[id] = kept }
        }
        return Dictionary(grouping: ids) { group[$0] ?? 0 }.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension LedgerStore {
    /// Makes the clusters anew in which some ids stand, after their judgements changed: a person's word takes effect at
    /// once, without linking the whole ledger.
    public func regroup(_ kind: LinkedKind, around ids: [String]) async throws {
        var names = Set(try await clusters(kind, of: ids).values)
        // What a judgement joins to them comes along with its whole cluster.
        for id in ids {
            let joined = try await standing(kind, about: id).filter { $0.verdict == .same }
                .map { $0.first == id ? $0.second : $0.first }
            names.formUnion(try await clusters(kind, of: joined).values)
        }
        var all: Set<String> = Set(ids)
        for name in names { all.formUnion(try await members(kind, of: name)) }
        let ordered = all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var standing: [Judgement] = []
        var seen: Set<LinkedPair> = []
        for id in ordered {
            for judgement in try await self.standing(kind, about: id)
            where all.contains(judgement.first) && all.contains(judgement.second)
                && seen.insert(judgement.pair).inserted
            { standing.append(judgement) }
        }
        var clusters: [String: String] = [:]
        for group in LinkGroups.groups(of: ordered, by: standing) { for id in group { clusters[id] = group[0] } }
        try await setClusters(kind, clusters)
    }
}
