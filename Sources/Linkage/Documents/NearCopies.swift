/// Finds texts that repeat each other: reprints, shortened ones, and translations that linkage points at.
///
/// Texts are compared only where a band of their least hashes is equal (Indyk and Motwani's locality-sensitive hashing), so
/// that time grows linearly with their number.
public struct NearCopies: Sendable {
    /// From here on two texts repeat each other: the share of runs that both have, or, where one is a part of the other, of the
    /// shorter one's.
    static let resemblance = 0.5
    static let containment = 0.75
    private static let bands = 30
    private static let rows = 2

    /// Multiply-shift hashing with odd factors, from SplitMix64 seeded with 1.
    static let permutations: [(factor: UInt64, summand: UInt64)] = {
        var state: UInt64 = 1
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
        return (0..<bands * rows).map { _ in (next() | 1, next()) }
    }()

    private var ids: [String] = []
    private var numbers: [String: Int] = [:]
    private var sketches: [TextSketch] = []
    private var buckets: [UInt64: [Int32]] = [:]
    private var sets = Clustering()

    /// No texts.
    public init() {}

    /// Takes a text; one whose id is known changes nothing.
    public mutating func add(_ id: String, _ sketch: TextSketch) {
        guard numbers[id] == nil else { return }
        let number = ids.count
        ids.append(id)
        numbers[id] = number
        sketches.append(sketch)
        sets.add()
        guard sketch.runs.count >= 8 else { return }
        var candidates: Set<Int32> = []
        for band in 0..<Self.bands {
            var key = UInt64(band) &* 0x9E37_79B9_7F4A_7C15
            for row in 0..<Self.rows { key = Blocking.mix(key, UInt64(sketch.least[band * Self.rows + row])) }
            candidates.formUnion(buckets[key]?.suffix(50) ?? [])
            buckets[key, default: []].append(Int32(number))
        }
        for candidate in candidates.sorted() {
            let other = sketches[Int(candidate)]
            if sketch.resemblance(to: other) >= Self.resemblance || sketch.containment(with: other) >= Self.containment
            {
                sets.join(Int(candidate), number)
            }
        }
    }

    /// Takes two texts of different languages that tell the same deals: they are copies where their figures are the same.
    /// - Returns: whether they are.
    @discardableResult
    public mutating func compareTranslations(_ one: String, _ other: String) -> Bool {
        guard let first = numbers[one], let second = numbers[other],
            sketches[first].hasFigures(of: sketches[second])
        else { return false }
        sets.join(first, second)
        return true
    }

    /// Groups of texts that repeat each other, by the order of adding.
    public var groups: [[String]] { sets.all.filter { $0.count > 1 }.map { $0.map { ids[$0] } } }

    /// How many sources stand behind some texts: those that repeat each other count once.
    public func independentSources(_ documents: some Sequence<String>) -> Int {
        var roots: Set<String> = []
        for document in documents { roots.insert(numbers[document].map { ids[sets.root(of: $0)] } ?? document) }
        return roots.count
    }
}
