/// Disjoint sets of records that know their members.
struct Clustering: Sendable {
    private var parents: [Int32] = []
    /// Members of each root that has more than itself, ascending.
    private var groups: [Int32: [Int32]] = [:]

    /// Adds a record that is its own cluster.
    mutating func add() { parents.append(Int32(parents.count)) }

    /// The first record of a record's cluster.
    func root(of record: Int) -> Int { Int(parents[record]) }

    /// A cluster's records, ascending.
    func members(of record: Int) -> [Int] {
        let root = parents[record]
        return (groups[root] ?? [root]).map(Int.init)
    }

    /// Makes two clusters one.
    mutating func join(_ one: Int, _ other: Int) {
        let roots = (parents[one], parents[other])
        guard roots.0 != roots.1 else { return }
        let first = min(roots.0, roots.1)
        let second = max(roots.0, roots.1)
        let moved = groups.removeValue(forKey: second) ?? [second]
        for record in moved { parents[Int(record)] = first }
        groups[first] = ((groups[first] ?? [first]) + moved).sorted()
    }

    /// All clusters, single records too, by their first record.
    var all: [[Int]] {
        parents.indices.filter { parents[$0] == Int32($0) }.map { members(of: $0) }
    }
}
