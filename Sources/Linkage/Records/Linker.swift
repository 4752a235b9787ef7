internal import Deals

/// Finds which records of agreements are one deal.
///
/// Add all records, call ``linkAll()``, read ``clusters``; later records are linked one by one with ``link(_:)``. Rulings of
/// persons stand above everything else and hold for what is linked after them.
///
/// Time grows nearly linearly with the number of records: only records that share a blocking key are compared, and
/// large blocks are passed over.
public struct Linker: Sendable {
    /// Where the lines between same, doubtful and different are drawn, in log-odds.
    public struct Configuration: Sendable {
        /// From here on two records are one deal: 2.2 is 90 %.
        public var same = 2.2
        /// From here on a person is asked: -0.6 is 35 %.
        public var doubtful = -0.6
        /// No two records of a cluster may be further from being one deal.
        public var worstInCluster = -3.5
        /// How many cross pairs are looked at before two clusters are joined.
        public var crossPairs = 40

        /// The lines that the program draws.
        public init() {}
    }

    private let configuration: Configuration
    private let scorer: RecordScorer
    private let blocking: Blocking
    private var preparation: Preparation
    private var records: [PreparedRecord] = []
    private var index = BlockIndex()
    private var clustering = Clustering()
    private var isBuilt = false
    private var mentions: [Int32] = []
    private var rulings: [UInt64: Bool] = [:]
    private var numbers: [String: Int] = [:]

    /// Ids of the records, in the order of adding.
    public private(set) var ids: [String] = []
    /// Pairs that a person should look at, in the order of finding.
    public private(set) var doubtful: [(first: Int, second: Int, logOdds: Double)] = []
    /// Pairs of a memorandum and the contract that came of it.
    public private(set) var stages: [(first: Int, second: Int, logOdds: Double)] = []
    /// Pairs for which two clusters were joined.
    public private(set) var joined: [(first: Int, second: Int, logOdds: Double)] = []
    /// Packages and their parts: the part, the package.
    public private(set) var parts: [(first: Int, second: Int, logOdds: Double)] = []
    /// How many pairs were compared.
    public private(set) var compared = 0

    /// Makes a linker.
    public init(_ tables: LinkTables, configuration: Configuration = Configuration()) {
        self.configuration = configuration
        scorer = tables.scorer
        blocking = Blocking(places: tables.scorer.places, subjects: tables.scorer.subjects)
        preparation = Preparation(tables)
    }

    /// Takes a record to be linked by ``linkAll()``.
    public mutating func add(_ record: LinkRecord) {
        let number = enter(record)
        index.collect(blocking.keys(of: records[number], names: preparation.names), of: number)
    }

    private mutating func enter(_ record: LinkRecord) -> Int {
        let number = records.count
        let prepared = preparation.prepare(record)
        records.append(prepared)
        ids.append(record.id)
        numbers[record.id] = number
        clustering.add()
        mentions += [Int32](repeating: 0, count: preparation.names.forms.count - mentions.count)
        for name in prepared.companies + prepared.institutions { mentions[Int(name)] += 1 }
        return number
    }

    /// Takes what persons ruled; pairs of unknown records are passed over.
    public mutating func rule(_ rulings: [Ruling]) {
        for ruling in rulings {
            guard let one = numbers[ruling.first], let other = numbers[ruling.second], one != other else { continue }
            self.rulings[Self.pair(one, other)] = ruling.isSame
        }
    }

    private static func pair(_ one: Int, _ other: Int) -> UInt64 {
        UInt64(min(one, other)) << 32 | UInt64(max(one, other))
    }

    /// Links all records that were added.
    public mutating func linkAll() {
        build()
        var edges: [(first: Int, second: Int, logOdds: Double)] = []
        for (pair, isSame) in rulings.sorted(by: { $0.key < $1.key }) where isSame {
            edges.append((Int(pair >> 32), Int(pair & 0xFFFF_FFFF), Self.ruled))
        }
        for number in records.indices {
            for neighbour in index.neighbours(of: number) where neighbour.isWorthComparing {
                weigh(neighbour.record, number, &edges)
            }
        }
        settle(edges)
        parts = Packages(places: scorer.places).parts(of: records)
    }

    /// Takes records that were added as linked already, without comparing them.
    /// - Parameter clusters: ids of one deal each; unknown ones are passed over.
    public mutating func adopt(_ clusters: [[String]]) {
        build()
        for cluster in clusters {
            let known = cluster.compactMap { numbers[$0] }
            for other in known.dropFirst() { clustering.join(known[0], other) }
        }
    }

    private mutating func build() {
        index.build(records: records.count, limit: Blocking.limit)
        isBuilt = true
    }

    /// Links one more record.
    /// - Parameter rulings: what persons ruled about it before it was linked, as after the ledger was made anew.
    /// - Returns: the ids of its cluster, its own among them.
    @discardableResult
    public mutating func link(_ record: LinkRecord, under rulings: [Ruling] = []) -> [String] {
        if !isBuilt { linkAll() }
        let number = enter(record)
        rule(rulings)
        let keys = blocking.keys(of: records[number], names: preparation.names)
        let neighbours = index.neighbours(under: keys, limit: Blocking.limit)
        index.add(keys, of: number)
        var edges: [(first: Int, second: Int, logOdds: Double)] = []
        for neighbour in neighbours where neighbour.isWorthComparing { weigh(neighbour.record, number, &edges) }
        for ruling in rulings where ruling.isSame {
            guard let one = numbers[ruling.first], let other = numbers[ruling.second] else { continue }
            edges.append((one, other, Self.ruled))
        }
        settle(edges)
        return clustering.members(of: number).map { ids[$0] }
    }

    /// The clusters of more than one record, by their first record.
    public var clusters: [[String]] { clustering.all.filter { $0.count > 1 }.map { $0.map { ids[$0] } } }

    /// The ids that are one deal with a record, its own among them; nil for an id that was never added.
    public func cluster(of id: String) -> [String]? { numbers[id].map { clustering.members(of: $0).map { ids[$0] } } }

    /// For each record the number of its cluster's first record.
    public var roots: [Int] { records.indices.map { clustering.root(of: $0) } }

    /// Pairs that a person should look at and that are not one deal by other pairs either, likeliest first.
    public var undecided: [(first: Int, second: Int, logOdds: Double)] {
        doubtful.filter { clustering.root(of: $0.first) != clustering.root(of: $0.second) }
            .sorted { ($0.logOdds, $1.first, $1.second) > ($1.logOdds, $0.first, $0.second) }
    }

    /// How many deals there are, packages among them.
    public var dealCount: Int { records.indices.count { clustering.root(of: $0) == $0 } }

    /// Members above which a block tells nothing.
    public static var largestBlock: Int { Blocking.limit }

    /// The keys under which a record is looked for, as text for a store.
    public mutating func keys(of record: LinkRecord) -> [String] {
        let prepared = preparation.prepare(record)
        return text(keysOf(prepared))
    }

    /// The keys of a record that was added, by its number.
    public func keys(ofRecord number: Int) -> [String] { text(keysOf(records[number])) }

    private func keysOf(_ record: PreparedRecord) -> [UInt64] { blocking.keys(of: record, names: preparation.names) }

    private func text(_ keys: [UInt64]) -> [String] { keys.map { String($0, radix: 36) }.sorted() }

    // MARK: Comparing

    private mutating func weigh(_ one: Int, _ other: Int, _ edges: inout [(first: Int, second: Int, logOdds: Double)]) {
        guard mayBeOne(one, other) else { return }
        compared += 1
        let logOdds = logOdds(one, other)
        if rulings[Self.pair(one, other)] == nil, isStage(one, other) {
            // Two papers of one project are two records, however much else they share.
            if logOdds - scorer.weights[.kindStage] >= configuration.same { stages.append((one, other, logOdds)) }
        } else if logOdds >= configuration.doubtful {
            edges.append((one, other, logOdds))
        }
    }

    private func isStage(_ one: Int, _ other: Int) -> Bool {
        guard let first = records[one].kind, let second = records[other].kind, first != .unspecified,
            second != .unspecified
        else { return false }
        return first.isPreliminary != second.isPreliminary
    }

    /// Records of one document are told as two; a package is no single deal, and no package of another number.
    private func mayBeOne(_ one: Int, _ other: Int) -> Bool {
        if let ruling = rulings[Self.pair(one, other)] { return ruling }
        return records[one].document != records[other].document && records[one].count == records[other].count
    }

    private mutating func logOdds(_ one: Int, _ other: Int) -> Double {
        if rulings[Self.pair(one, other)] == true { return Self.ruled }
        return tally(one, other, explains: false).logOdds
    }

    /// Log-odds of what a person ruled.
    private static let ruled = 30.0

    private mutating func tally(_ one: Int, _ other: Int, explains: Bool) -> Tally {
        scorer.tally(
            records[one], records[other], &preparation.names,
            RecordScorer.Asked(
                explains: explains, enough: configuration.worstInCluster - 1,
                rareUpTo: Int32(max(12, records.count / 5000))), mentions)
    }

    /// What two records show for and against being one deal.
    public mutating func explain(_ first: String, _ second: String) -> LinkDecision? {
        guard let one = numbers[first], let other = numbers[second], one != other else { return nil }
        let tally = tally(one, other, explains: true)
        let isSame = clustering.root(of: one) == clustering.root(of: other)
        let relation: Relation =
            isSame
            ? .same
            : !mayBeOne(one, other)
                ? .different
                : isStage(one, other)
                    ? (tally.logOdds - scorer.weights[.kindStage] >= configuration.same ? .stage : .different)
                    : tally.logOdds >= configuration.doubtful ? .doubtful : .different
        return LinkDecision(
            first: first, second: second, relation: relation, score: logistic(tally.logOdds), reasons: tally.reasons)
    }

    // MARK: Joining

    /// Joins clusters along the likeliest pairs first, as long as no two members speak against it; then along what persons
    /// ruled, as long as no person speaks against it.
    private mutating func settle(_ edges: [(first: Int, second: Int, logOdds: Double)]) {
        for edge in edges.sorted(by: { ($0.logOdds, $1.first, $1.second) > ($1.logOdds, $0.first, $0.second) }) {
            let roots = (clustering.root(of: edge.first), clustering.root(of: edge.second))
            if roots.0 == roots.1 || edge.logOdds == Self.ruled { continue }
            if edge.logOdds >= configuration.same, fit(roots.0, roots.1) {
                clustering.join(roots.0, roots.1)
                joined.append(edge)
            } else {
                doubtful.append(edge)
            }
        }
        for edge in edges where edge.logOdds == Self.ruled && isUndisputed(edge.first, edge.second) {
            clustering.join(edge.first, edge.second)
        }
    }

    /// Whether no person holds members of two clusters apart.
    private func isUndisputed(_ one: Int, _ other: Int) -> Bool {
        clustering.members(of: one).allSatisfy { first in
            clustering.members(of: other).allSatisfy { rulings[Self.pair(first, $0)] != false }
        }
    }

    /// Whether two clusters may be one: no pair across them is forbidden or far from being one deal.
    private mutating func fit(_ one: Int, _ other: Int) -> Bool {
        var left = configuration.crossPairs
        let (ones, others) = (clustering.members(of: one), clustering.members(of: other))
        for first in ones {
            for second in others {
                guard mayBeOne(first, second) else { return false }
                guard left > 0, rulings[Self.pair(first, second)] == nil else { continue }
                left -= 1
                let tally = tally(first, second, explains: false)
                if tally.logOdds >= configuration.worstInCluster { continue }
                guard tally.hasOtherCompany,
                    tally.logOdds - scorer.weights[.companyOther] >= configuration.worstInCluster,
                    isBridged(first, second, by: ones + others)
                else { return false }
            }
        }
        return true
    }

    /// Whether a third record names a company of each: the two tell one deal by different sides of it.
    private mutating func isBridged(_ one: Int, _ other: Int, by records: [Int]) -> Bool {
        for third in records.prefix(20) where third != one && third != other && self.records[third].companies.count > 1
        {
            let names = self.records[third].companies
            if shares(names, self.records[one].companies), shares(names, self.records[other].companies) { return true }
        }
        return false
    }

    private mutating func shares(_ names: [Int32], _ others: [Int32]) -> Bool {
        for name in names { for other in others where preparation.names.similarity(name, other) >= 0.5 { return true } }
        return false
    }
}
