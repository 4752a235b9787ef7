internal import ArgumentParser
internal import Foundation
internal import Ledger
internal import LedgerSQLite

/// `kelishuv restore`: a backup becomes the ledger.
struct RestoreCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the ledger's place.",
        discussion: """
            The backup is verified first. A ledger that is there already is left as it is unless --replace is given; \
            it is then kept beside the new one, with “.before-restore” behind its name. Stop the server before. A \
            PostgreSQL database must be empty.

            Examples:
              kelishuv restore /srv/backup/2026-11-25.sqlite
              kelishuv restore monday.sqlite --replace
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var file: String

    @Flag(help: "Also where a ledger is there already, which is kept under another name.")
    var replace = false

    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let backup = try LedgerPlace.file(file, mustExist: true)
        let problems = try await backup.verify()
        guard problems.isEmpty else {
            for problem in problems { console.line(problem.description) }
            throw Failure(
                status: .storage,
                message: "The backup \(file) has problems, \(problems.count) in all; nothing was changed.")
        }
        if try ledger.address(console) != nil {
            try await ledger.open(console).copy(backup)
        } else {
            try await put(backup, at: try ledger.path(console))
        }
        let documents = try await ledger.openExisting(console).documentCount()
        console.line("Restored \(try ledger.name(console)) from \(file) (documents: \(documents)).")
        return .ok
    }

    private func put(_ backup: SQLiteLedger, at path: String) async throws {
        let manager = FileManager.default
        if manager.fileExists(atPath: path) {
            guard replace else {
                throw Failure(
                    status: .storage,
                    message: "There is a ledger at \(path) already. Give --replace to put the backup in its place; it "
                        + "is then kept as \(path).before-restore.")
            }
            let old = path + ".before-restore"
            try BackupCommand.remove(old)
            for end in ["", "-wal", "-shm"] where manager.fileExists(atPath: path + end) {
                try manager.moveItem(atPath: path + end, toPath: old + end)
            }
        }
        try await backup.backup(to: path)
    }
}
