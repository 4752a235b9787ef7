/// Finds which names of organisations, persons and places are one: spellings, scripts, legal forms, initials.
///
/// Names are looked for by their telling words, compared by ``NameComparison``'s rules, and joined when every pair of the
/// group may be one; names whose numbers differ ("Plant 2") never are. A single word joins only names with the same key: a
/// surname alone names nobody.
public struct EntityLinker: Sendable {
    /// From here on two names are one.
    static let same = 0.8
    /// No two names of a group may be less alike.
    static let least = 0.5
    private static let largestBlock = 80

    private let tables: NameTables
    private var names: [String] = []
    private var forms: [NameForm] = []
    private var numbers: [String: Int] = [:]
    private var mentions: [Int] = []

    /// Makes a linker.
    public init(_ tables: NameTables) { self.tables = tables }

    /// Takes a name as often as it stands in records.
    public mutating func add(_ name: String, _ kind: NameKind) {
        let key = kind.rawValue + " " + name
        if let number = numbers[key] {
            mentions[number] += 1
            return
        }
        numbers[key] = names.count
        names.append(name)
        forms.append(tables.form(of: name, kind))
        mentions.append(1)
    }

    /// A thing under all its names.
    public struct Entity: Sendable, Hashable {
        /// The name that stands most often; of equals the first.
        public let name: String
        public let kind: NameKind
        /// All its names in the order of adding.
        public let names: [String]
        /// How often they stand in records.
        public let mentions: Int
    }

    /// Links all names.
    /// - Returns: what they name, most often mentioned first.
    public func entities() -> [Entity] {
        var sets = Clustering()
        for _ in names { sets.add() }
        joinSameKeys(&sets)
        joinAlike(&sets)
        return sets.all.map { members in
            let name = members.max { (mentions[$0], $1) < (mentions[$1], $0) }!
            return Entity(
                name: names[name], kind: forms[name].kind, names: members.map { names[$0] },
                mentions: members.reduce(0) { $0 + mentions[$1] })
        }
        .sorted { ($0.mentions, $1.name) > ($1.mentions, $0.name) }
    }

    private func joinSameKeys(_ sets: inout Clustering) {
        var first: [String: Int] = [:]
        for (number, form) in forms.enumerated() where !form.key.isEmpty {
            // Chinese names of one reading may differ.
            let han = String(decoding: form.han, as: UTF16.self)
            let key = "\(form.kind.rawValue) \(form.key) \(han)"
            if let known = first[key] { sets.join(known, number) } else { first[key] = number }
        }
    }

    private func joinAlike(_ sets: inout Clustering) {
        var blocks: [String: [Int]] = [:]
        for number in names.indices where sets.root(of: number) == number {
            for token in Set(forms[number].tokens) {
                blocks["\(forms[number].kind.rawValue) \(token.prefix(5))", default: []].append(number)
            }
        }
        var aligner = NameAligner(tables)
        var edges: [(score: Double, one: Int, other: Int)] = []
        var seen: Set<UInt64> = []
        for (_, block) in blocks.sorted(by: { $0.key < $1.key })
        where block.count > 1 && block.count <= Self.largestBlock {
            for (index, one) in block.enumerated() {
                for other in block[(index + 1)...] where seen.insert(UInt64(one) << 32 | UInt64(other)).inserted {
                    let found = similarity(one, other, &aligner)
                    if found >= Self.same { edges.append((found, one, other)) }
                }
            }
        }
        for edge in edges.sorted(by: { ($0.score, $1.one, $1.other) > ($1.score, $0.one, $0.other) }) {
            let (left, right) = (sets.members(of: edge.one), sets.members(of: edge.other))
            if left[0] == right[0] { continue }
            let fits = left.prefix(12).allSatisfy { one in
                right.prefix(12).allSatisfy { similarity(one, $0, &aligner) >= Self.least }
            }
            if fits { sets.join(edge.one, edge.other) }
        }
    }

    private func similarity(_ one: Int, _ other: Int, _ aligner: inout NameAligner) -> Double {
        let found = aligner.compare(forms[one], forms[other])
        if found.alignment.isSameKey { return found.score }
        if found.alignment.numbers > 0 || min(forms[one].words.count, forms[other].words.count) < 2 { return 0 }
        return found.score
    }
}
