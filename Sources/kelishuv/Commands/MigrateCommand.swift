internal import ArgumentParser
internal import Ledger

/// `kelishuv migrate`: brings the ledger to this program's schema.
struct MigrateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the ledger to the newest schema, or make an empty one.",
        discussion: """
            Every command does so when it opens the ledger; this one does nothing else, so that it can be done at a \
            quiet hour. A ledger of a newer program is left as it is.

            Examples:
              kelishuv migrate
              kelishuv migrate --database postgres://kelishuv@db.example/ledger
            """)

    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.open(console)
        let documents = try await store.documentCount()
        console.line("The ledger \(try ledger.name(console)) has the newest schema (documents: \(documents)).")
        return .ok
    }
}
