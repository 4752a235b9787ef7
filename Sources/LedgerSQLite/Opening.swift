internal import Foundation
internal import GRDB
internal import Ledger

/// The steps from a path to an open, migrated ledger.
enum Opening {
    /// Makes the folder of the file where it is missing.
    static func makeFolder(of path: String) throws(LedgerFailure) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotOpen(path: path, reason: "the folder \(folder) cannot be made")
        }
    }

    /// Refuses what is no ledger or too new a ledger, before anything is written to it.
    static func examine(_ path: String, busyTimeout: Double) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        if isFolder.boolValue { throw LedgerFailure.cannotOpen(path: path, reason: "it is a folder") }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(busyTimeout)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        try queue.read { db in
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
            let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id")
            guard isEmpty || mark == Schema.applicationID else { throw LedgerFailure.notALedger(path: path) }
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard version <= Schema.newest else {
                throw LedgerFailure.newerSchema(path: path, found: version, known: Schema.newest)
            }
        }
    }

    /// Opens the pool: WAL, foreign keys, and every commit on the disk before it is acknowledged.
    static func pool(_ path: String, busyTimeout: Double) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "kelishuv.ledger"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = 8
        let pool = try DatabasePool(path: path, configuration: configuration)
        // The pool sets NORMAL, with which a power cut may take back acknowledged documents.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }
}
