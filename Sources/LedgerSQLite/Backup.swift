internal import GRDB
internal import Ledger

extension SQLiteLedger {
    /// Copies the ledger to another file, as one state of it, while others read and write.
    /// - Parameter path: of the file, which is made or written over.
    public func backup(to path: String) async throws {
        let name = self.path
        do {
            let pool = pool
            try await Task.detached {
                let target = try DatabaseQueue(path: path)
                try pool.backup(to: target)
                // One file that needs nothing beside it, all of it on the disk.
                try target.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")
                }
                try target.close()
            }.value
        } catch {
            throw LedgerFailure.meaning(of: error, path: name)
        }
    }

    /// Closes the ledger with all of it in its one file, nothing in the log beside it, so that the file can be moved.
    public func finish() async throws {
        do {
            try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try pool.close()
        } catch {
            throw LedgerFailure.meaning(of: error, path: path)
        }
    }
}
