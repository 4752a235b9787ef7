internal import Foundation
internal import Languages

/// How alike two names are, and what that rests on.
public struct NameSimilarity: Sendable, Hashable {
    /// Probability that both name the same, 0…1; 0.5 and above means "same".
    public let score: Double
    /// What was seen.
    public let alignment: NameAlignment

    /// Whether the names are taken for one.
    public var isSame: Bool { score >= 0.5 }
}

/// What each feature of an alignment weighs, in log-odds (`name-weights.tsv`).
struct NameWeights: Sendable {
    var base = 0.0
    var edit = 0.0
    var lesser = 0.0
    var greater = 0.0
    var near = 0.0
    var short = 0.0
    var dense = 0.0

    private static let fields: [String: any WritableKeyPath<NameWeights, Double> & Sendable] = [
        "base": \.base, "edit": \.edit, "lesser": \.lesser, "greater": \.greater, "near": \.near, "short": \.short,
        "dense": \.dense,
    ]

    /// Weights of every kind of name.
    static func read(_ table: TSVTable) throws -> [NameKind: NameWeights] {
        try table.refuseRepeats(of: [0, 1])
        var weights: [NameKind: NameWeights] = [:]
        for row in table.rows {
            guard let kind = NameKind(rawValue: row.cells[0]), let field = fields[row.cells[1]],
                let value = Double(row.cells[2])
            else { throw table.failure(row, "a kind, a feature and a number are needed") }
            weights[kind, default: NameWeights()][keyPath: field] = value
        }
        return weights
    }

    /// The probability that an alignment means one name.
    func score(_ seen: NameAlignment) -> Double {
        if seen.isSameKey, seen.dense == 0 { return 1 }
        var logOdds = base
        logOdds += edit * Double(min(seen.edits, 6))
        logOdds += lesser * Double(min(seen.lesserRest, 2))
        logOdds += greater * Double(min(seen.greaterRest, 3))
        if seen.lesserRest > 0 { logOdds += near * Double(max(0, 2.75 - seen.joinedEdits)) }
        logOdds += short * Double(seen.initials)
        logOdds += dense * Double(min(seen.dense, 1))
        return logistic(logOdds)
    }
}

/// From log-odds to a probability, 0…1.
func logistic(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

/// Compares names of persons, organisations and places over Latin, Cyrillic and Chinese.
///
///     let names = NameComparison(try NameTables.bundled.get())
///     names.compare("山东鲁恒重工机械有限公司", "Shandong Luheng Heavy Machinery Co., Ltd", .organisation).score  // 0.9…
///
public struct NameComparison: Sendable {
    private let tables: NameTables

    /// Makes a comparison.
    public init(_ tables: NameTables) { self.tables = tables }

    /// One key for all spellings that differ only in script, case, marks, legal form and order of words.
    public func key(_ name: String, _ kind: NameKind) -> String { tables.form(of: name, kind).key }

    /// How alike two names are. Symmetric.
    public func compare(_ one: String, _ other: String, _ kind: NameKind) -> NameSimilarity {
        var aligner = NameAligner(tables)
        return aligner.compare(tables.form(of: one, kind), tables.form(of: other, kind))
    }
}

extension NameAligner {
    /// How alike two prepared names are, by the rules of the first one's kind.
    public mutating func compare(_ one: NameForm, _ other: NameForm) -> NameSimilarity {
        let alignment = align(one, other)
        return NameSimilarity(score: tables.weights[one.kind]?.score(alignment) ?? 0, alignment: alignment)
    }
}
