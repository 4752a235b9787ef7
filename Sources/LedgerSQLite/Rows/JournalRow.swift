internal import Deals
internal import GRDB
internal import Ledger

/// A row of `journal`.
struct JournalRow: Codable, Hashable, FetchableRecord {
    var number: Int64
    var change: String
    var author: String
    var authorRank: Int
    var added: String
    var previous: String
    var hash: String

    /// Writes a change's entry.
    /// - Returns: its hash.
    @discardableResult
    static func insert(
        _ change: Change, number: Int64, author: Author, added: String, after previous: String, _ db: Database
    ) throws -> String {
        let hash = JournalEntry.hash(of: change, author: author, added: added, after: previous)
        try db.cachedStatement(
            sql: """
                INSERT INTO journal (number, change, author, authorRank, added, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [number, change.name, author.name, author.rank.rawValue, added, previous, hash])
        return hash
    }
}

/// A row of `decision`.
struct DecisionRow: Codable, Hashable, FetchableRecord {
    var number: Int64
    var entry: Int64
    var record: Int64
    var claim: String
    var verdict: String
    var reason: String
    var author: String
    var authorRank: Int
    var added: String

    /// The decision, or nil when the columns make none.
    func decision(of record: RecordID) -> Decision? {
        guard let verdict = DecisionVerdict(rawValue: verdict), let claim = ClaimID(claim),
            let rank = AuthorRank(rawValue: authorRank)
        else { return nil }
        return Decision(
            verdict, claim, of: record, reason: reason, author: Author(author, rank: rank), added: added)
    }

    static func insert(_ decision: Decision, record: Int64, entry: Int64, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO decision (entry, record, claim, verdict, reason, author, authorRank, added)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            entry, record, decision.claim.text, decision.verdict.rawValue, decision.reason, decision.author.name,
            decision.author.rank.rawValue, decision.added,
        ])
    }
}
