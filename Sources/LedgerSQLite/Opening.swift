internal import Foundation
internal import GRDB
internal import Ledger

/// The steps from a path to an open, migrated ledger.
enum Opening {
    /// An open ledger of the newest schema.
    /// - Parameter version: the schema to stop at instead.
    static func open(_ path: String, busyTimeout: Double, upTo version: Int?) throws -> DatabasePool {
        try makeFolder(of: path)
        return try patiently(busyTimeout) {
            try examine(path, busyTimeout: busyTimeout)
            let pool = try pool(path, busyTimeout: busyTimeout)
            try migrate(pool, upTo: version)
            return pool
        }
    }

    /// Tries again while another program has the file, until the time is over: where a file becomes a WAL
    /// database or is recovered, SQLite gives up at once instead of waiting.
    private static func patiently<Value>(_ seconds: Double, _ body: () throws -> Value) throws -> Value {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            do {
                return try body()
            } catch let error as DatabaseError
                where error.resultCode.isSharing && ContinuousClock.now < end
            {
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
    }

    /// Makes the folder of the file where it is missing.
    private static func makeFolder(of path: String) throws(LedgerFailure) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotOpen(path: path, reason: "the folder \(folder) cannot be made")
        }
    }

    /// Refuses what is no ledger or too new a ledger, before anything is written to it.
    private static func examine(_ path: String, busyTimeout: Double) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        if isFolder.boolValue { throw LedgerFailure.cannotOpen(path: path, reason: "it is a folder") }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(busyTimeout)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        // Opened for reading only: nothing is lost when closing fails.
        defer { try? queue.close() }
        try queue.read { db in
            // A ledger whose making was cut off, or goes on in another program, may hold GRDB's own tables only.
            let tables = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name NOT GLOB 'grdb_*'")
            let isEmpty = tables == 0
            let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id")
            guard isEmpty || mark == Schema.applicationID else { throw LedgerFailure.notALedger(path: path) }
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard version <= Schema.newest else {
                throw LedgerFailure.newerSchema(path: path, found: version, known: Schema.newest)
            }
        }
    }

    /// Opens the pool: WAL, foreign keys, and every commit on the disk before it is acknowledged.
    private static func pool(_ path: String, busyTimeout: Double) throws -> DatabasePool {
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

    /// Brings the file to the schema of `version`, the newest by default.
    ///
    /// The migrator decides what to do before it holds the file, so a program that opens it at the same moment
    /// can be first; this one then goes on from where that one came. Each round the schema has risen, so the
    /// rounds end.
    private static func migrate(_ pool: DatabasePool, upTo version: Int? = nil) throws {
        func schema() throws -> Int { try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 } }
        while true {
            let before = try schema()
            do {
                return try Schema.migrator.migrate(pool, upTo: String(version ?? Schema.newest))
            } catch {
                guard try schema() > before else { throw error }
            }
        }
    }
}

extension ResultCode {
    /// Whether the file is only in use.
    fileprivate var isSharing: Bool { self == .SQLITE_BUSY || self == .SQLITE_LOCKED }
}
