internal import Deals
internal import Ledger

/// A judgement with its number.
struct NumberedJudgement {
    let number: Int64
    let judgement: Judgement
}

/// Reads judgements.
struct JudgementReading {
    let session: Session

    private static let columns = """
        judgement.number, judgement.kind, judgement.first, judgement.second, judgement.verdict, judgement.score,
        judgement.reasons, judgement.author, judgement.authorRank, judgement.added
        """

    /// Judgements that a condition, with its order, asks for.
    func rows(_ condition: String, _ values: [String?]) throws -> [NumberedJudgement] {
        try read("SELECT \(Self.columns) FROM judgement WHERE \(condition)", values)
    }

    /// Judgements that count.
    func standing(_ condition: String, _ values: [String?]) throws -> [NumberedJudgement] {
        try read(
            """
            SELECT \(Self.columns) FROM standing JOIN judgement ON judgement.number = standing.judgement
            WHERE \(condition)
            """, values)
    }

    private func read(_ sql: String, _ values: [String?]) throws -> [NumberedJudgement] {
        try session.rows(sql, values).map { cells in
            guard let kind = LinkedKind(rawValue: cells.text(1)), let verdict = Verdict(rawValue: cells.text(4)),
                let rank = AuthorRank(rawValue: cells.integer(8))
            else {
                throw LedgerFailure.damaged(path: session.name, detail: "judgement \(cells.text(0)) cannot be read")
            }
            let reasons = cells.text(6).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            return NumberedJudgement(
                number: cells.number(0),
                judgement: Judgement(
                    kind, cells.text(2), cells.text(3), verdict, score: cells.double(5),
                    reasons: reasons.map(String.init), author: Author(cells.text(7), rank: rank), added: cells.text(9)))
        }
    }
}

/// Writes judgements, and which of them count.
struct JudgementWriting {
    let session: Session

    private static let columns: [(name: String, type: String)] = [
        ("number", "bigint"), ("kind", "text"), ("first", "text"), ("second", "text"), ("low", "text"),
        ("high", "text"), ("verdict", "text"), ("score", "float8"), ("reasons", "text"), ("author", "text"),
        ("authorRank", "integer"), ("added", "text"), ("entry", "bigint"),
    ]

    func write(_ judgements: [Judgement], _ entry: Int64) throws {
        for judgement in judgements { try judgement.check() }
        var number = try session.rows("SELECT max(number) FROM judgement").first?.number(0) ?? 0
        for start in stride(from: 0, to: judgements.count, by: 5_000) {
            let part = judgements[start..<min(start + 5_000, judgements.count)]
            let rows = part.map { judgement -> [String?] in
                number += 1
                let pair = judgement.pair
                return [
                    "\(number)", judgement.kind.rawValue, judgement.first, judgement.second, pair.low, pair.high,
                    judgement.verdict.rawValue, "\(judgement.score)", judgement.reasons.map { $0 + "\n" }.joined(),
                    judgement.author.name, "\(judgement.author.rank.rawValue)", judgement.added, "\(entry)",
                ]
            }
            try session.insert("judgement", Self.columns, rows)
        }
        let touched = "(low, high, kind) IN (SELECT low, high, kind FROM judgement WHERE entry = $1)"
        try session.rows("DELETE FROM standing WHERE \(touched)", ["\(entry)"])
        try session.rows(
            """
            INSERT INTO standing (judgement, kind, low, high, verdict, score)
            SELECT number, kind, low, high, verdict, score FROM (\(Self.counting("WHERE \(touched)"))) AS best
            """, ["\(entry)"])
    }

    /// The judgement that counts of each pair: the last of the highest rank that has not taken its own back.
    static func counting(_ condition: String) -> String {
        """
        SELECT DISTINCT ON (low, high, kind) number, kind, low, high, verdict, score FROM (
            SELECT DISTINCT ON (low, high, kind, authorRank) * FROM judgement \(condition)
            ORDER BY low, high, kind, authorRank, number DESC) AS last
        WHERE verdict <> 'withdrawn' ORDER BY low, high, kind, authorRank DESC
        """
    }
}
