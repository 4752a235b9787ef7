internal import GRDB

/// The numbered migrations of a ledger file.
///
/// A migration is never changed once it has been released; what comes later is a new one. The number of the
/// last one stands in the file's `user_version`, the program's mark in its `application_id`.
enum Schema {
    /// "KLSV" in ASCII: tells a ledger from the databases of other programs.
    static let applicationID: Int32 = 0x4B4C_5356
    /// The newest schema that this program knows.
    static let newest = migrations.count

    private static let migrations: [@Sendable (Database) throws -> Void] = [
        version1, version2, version3, version4, dealTable,
    ]

    /// All migrations in order, named "1", "2", …
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, migrate) in migrations.enumerated() {
            migrator.registerMigration(String(index + 1), foreignKeyChecks: .immediate) { db in
                try migrate(db)
                try db.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }
}
