internal import ArgumentParser
internal import Foundation
internal import Ledger
internal import LedgerSQLite

/// `kelishuv backup`: a copy of the ledger in one file.
struct BackupCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the ledger to a file, while it is in use.",
        discussion: """
            The copy is one state of the ledger, whatever is written meanwhile, and is itself a ledger file: look at \
            it with --ledger, and put it back with “kelishuv restore”. A ledger in PostgreSQL is copied to a file too. \
            The file appears under its name when it is whole.

            Examples:
              kelishuv backup /srv/backup/2026-11-25.sqlite
              kelishuv backup monday.sqlite --database postgres://kelishuv@db.example/ledger
            """)

    @Argument(help: ArgumentHelp("The file to make; one that is there is left as it is.", valueName: "file"))
    var file: String

    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Failure(status: .storage, message: "There is a file \(file) already. Name another one.")
        }
        let part = file + ".part"
        try Self.remove(part)
        if let source = store as? SQLiteLedger {
            try await source.backup(to: part)
        } else {
            let copy = try SQLiteLedger(path: part)
            try await copy.copy(store)
            try await copy.finish()
        }
        let copy = try SQLiteLedger(path: part)
        let documents = try await copy.documentCount()
        let head = try await copy.journalHead()
        try await copy.finish()
        do {
            try FileManager.default.moveItem(atPath: part, toPath: file)
        } catch {
            throw Failure(status: .storage, message: "The file \(file) cannot be made: \(error.localizedDescription)")
        }
        console.line(
            "Copied to \(file) (documents: \(documents), entries of the journal: \(head?.number ?? 0), head "
                + "\(head?.hash ?? "none")).")
        return .ok
    }

    /// Removes a file and what SQLite keeps beside it.
    static func remove(_ path: String) throws(Failure) {
        for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + end) {
            do {
                try FileManager.default.removeItem(atPath: path + end)
            } catch {
                throw Failure(
                    status: .storage, message: "The file \(path + end) cannot be removed: \(error.localizedDescription)"
                )
            }
        }
    }
}
