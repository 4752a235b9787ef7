internal import ArgumentParser
internal import Ledger

/// `kelishuv copy-ledger`: from one store to another.
struct CopyLedgerCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "copy-ledger",
        abstract: "Copy a ledger into another one, from a file to PostgreSQL or back.",
        discussion: """
            Every change is copied with its author and time, so that both journals have the same hashes and both export \
            the same. The ledger to copy into must be empty, or hold the beginning of the other, which is then carried \
            on.

            Examples:
              kelishuv copy-ledger ledger.sqlite postgres://kelishuv@db.example/ledger
              kelishuv copy-ledger postgres://kelishuv@db.example/ledger copy.sqlite
            """)

    @Argument(help: ArgumentHelp("The ledger to copy: a file or an address.", valueName: "from"))
    var from: String

    @Argument(help: ArgumentHelp("The ledger to copy into: a file or an address.", valueName: "to"))
    var to: String

    func run(_ console: Console) async throws -> ExitStatus {
        let source = try LedgerPlace.open(from, mustExist: true)
        let target = try LedgerPlace.open(to, mustExist: false)
        do {
            try await target.copy(source) { console.progress("\($0) entries") }
        } catch let failure as CopyFailure {
            console.endProgress()
            throw Failure(status: .storage, message: failure.description)
        }
        console.endProgress()
        let head = try await target.journalHead()
        console.line("Copied \(head?.number ?? 0) entries of the journal; its head is \(head?.hash ?? "none").")
        return .ok
    }
}
