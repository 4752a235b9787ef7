internal import Deals
internal import GRDB
internal import Ledger

/// A row of `judgement`.
struct JudgementRow: Codable, Hashable, FetchableRecord {
    var number: Int64
    var kind: String
    var first: String
    var second: String
    var verdict: String
    var score: Double
    /// Each closed by a line feed.
    var reasons: String
    var author: String
    var authorRank: Int
    var added: String

    /// The columns, of the table under the name `judgement`.
    static let columns = """
        judgement.number, judgement.kind, judgement.first, judgement.second, judgement.verdict, judgement.score,
        judgement.reasons, judgement.author, judgement.authorRank, judgement.added
        """

    /// The judgement, or nil when the columns make none.
    var judgement: Judgement? {
        guard let kind = LinkedKind(rawValue: kind), let verdict = Verdict(rawValue: verdict),
            let rank = AuthorRank(rawValue: authorRank)
        else { return nil }
        return Judgement(
            kind, first, second, verdict, score: score,
            reasons: reasons.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
            author: Author(author, rank: rank), added: added)
    }

    /// Writes a judgement under the next number, and makes it count where it does.
    static func insert(_ judgement: Judgement, entry: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: insertion).execute(arguments: [
            judgement.kind.rawValue, judgement.first, judgement.second, judgement.verdict.rawValue, judgement.score,
            judgement.reasons.map { $0 + "\n" }.joined(), judgement.author.name, judgement.author.rank.rawValue,
            judgement.added, entry,
        ])
        let number = db.lastInsertedRowID
        let pair = judgement.pair
        let standing = try standing(on: pair, db)
        if let standing, standing.number == number {
            try db.cachedStatement(sql: replacement).execute(arguments: [
                number, pair.kind.rawValue, pair.low, pair.high, judgement.verdict.rawValue, judgement.score,
            ])
        } else if let standing, judgement.verdict == .withdrawn {
            try db.cachedStatement(sql: replacement).execute(arguments: [
                standing.number, pair.kind.rawValue, pair.low, pair.high, standing.verdict, standing.score,
            ])
        } else if standing == nil {
            try db.cachedStatement(sql: "DELETE FROM standing WHERE low = ? AND high = ? AND kind = ?")
                .execute(arguments: [pair.low, pair.high, pair.kind.rawValue])
        }
    }

    /// All judgements on a pair, oldest first.
    static func all(on pair: LinkedPair, _ db: Database) throws -> [JudgementRow] {
        try fetchAll(
            db.cachedStatement(
                sql: "SELECT \(columns) FROM judgement WHERE low = ? AND high = ? AND kind = ? ORDER BY number"),
            arguments: [pair.low, pair.high, pair.kind.rawValue])
    }

    /// The judgement on a pair that counts: `Judgement.standing(among:)` says which.
    static func standing(on pair: LinkedPair, _ db: Database) throws -> JudgementRow? {
        var last: [Int: JudgementRow] = [:]
        for row in try all(on: pair, db) { last[row.authorRank] = row }
        return last.values.filter { $0.verdict != Verdict.withdrawn.rawValue }.max { $0.authorRank < $1.authorRank }
    }

    /// Pairs whose judgement that counts is not the one that their judgements make.
    static func problems(_ db: Database) throws -> [LedgerProblem] {
        var expected: Set<Int64> = []
        var group: [JudgementRow] = []
        func close() {
            var last: [Int: JudgementRow] = [:]
            for row in group { last[row.authorRank] = row }
            let standing = last.values.filter { $0.verdict != Verdict.withdrawn.rawValue }
                .max { $0.authorRank < $1.authorRank }
            if let standing { expected.insert(standing.number) }
            group.removeAll(keepingCapacity: true)
        }
        let rows = try fetchCursor(db, sql: "SELECT \(columns) FROM judgement ORDER BY kind, low, high, number")
        while let row = try rows.next() {
            if let first = group.first, first.judgement?.pair != row.judgement?.pair { close() }
            group.append(row)
        }
        close()
        let stored = try Set(
            Int64.fetchAll(
                db,
                sql: """
                    SELECT standing.judgement FROM standing JOIN judgement ON judgement.number = standing.judgement
                    WHERE standing.verdict = judgement.verdict AND standing.score = judgement.score
                        AND standing.low = judgement.low AND standing.high = judgement.high
                    """))
        let wrong = try Int.fetchOne(db, sql: "SELECT count(*) FROM standing") ?? 0
        if stored == expected, wrong == expected.count { return [] }
        return [.judgements("\(expected.count) pairs ought to have one and \(stored.count) of \(wrong) fit")]
    }

    private static let insertion = """
        INSERT INTO judgement (kind, first, second, verdict, score, reasons, author, authorRank, added, entry)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    private static let replacement = """
        INSERT OR REPLACE INTO standing (judgement, kind, low, high, verdict, score) VALUES (?, ?, ?, ?, ?, ?)
        """
}
