internal import Ledger

/// The numbered migrations of a ledger in PostgreSQL, in a schema of its own.
///
/// A migration is never changed once it has been released; what comes later is a new one. The number of the last one
/// stands in the table `ledger`. Numbers of rows are given by the writer, who holds ``lock``, so they have no gaps and
/// rise in the order of committing.
enum Schema {
    /// "KLSV" in ASCII: whoever writes holds this advisory lock to the end of the transaction.
    static let lock = "SELECT pg_advisory_xact_lock(1263294294)"
    static let newest = migrations.count
    private static let migrations = [version1]

    /// Brings the database to the newest schema; several programs may do so at once.
    static func migrate(_ session: Session) throws {
        try session.run(lock)
        try session.run("CREATE SCHEMA IF NOT EXISTS kelishuv")
        try session.run("CREATE TABLE IF NOT EXISTS ledger (version integer NOT NULL)")
        let found = try session.rows("SELECT max(version) FROM ledger").first?.integer(0) ?? 0
        guard found <= newest else {
            throw LedgerFailure.newerSchema(path: session.name, found: found, known: newest)
        }
        for version in found..<newest {
            try session.run(migrations[version])
            try session.run("INSERT INTO ledger VALUES (\(version + 1))")
        }
    }

    /// The version that the database has; 0 when it holds no ledger.
    static func version(_ session: Session) throws -> Int {
        let table = try session.rows("SELECT to_regclass('kelishuv.ledger')").first?[0]
        if table == nil { return 0 }
        return try session.rows("SELECT max(version) FROM kelishuv.ledger").first?.integer(0) ?? 0
    }
}
