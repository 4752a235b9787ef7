internal import ArgumentParser
internal import Ledger
internal import LedgerSQLite

/// `kelishuv verify`: whether the ledger is sound.
struct VerifyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that the ledger is sound: every quote stands in its document, nothing has changed.",
        discussion: """
            Reads the whole ledger. Problems are printed one a line, and the exit code is then 3.

            Examples:
              kelishuv verify
              kelishuv verify --ledger backup/ledger.sqlite
            """)

    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openFile(console)
        let problems = try await store.verify()
        if problems.isEmpty {
            let documents = try await store.documentCount()
            let agreements = try await store.agreementCount(AgreementFilter())
            console.line("The ledger \(store.path) is sound (documents: \(documents), agreements: \(agreements)).")
            return .ok
        }
        for problem in problems { console.line(problem.description) }
        console.complain(
            "The ledger \(store.path) has problems, \(problems.count) in all. Restore it from a backup, or read the articles "
                + "anew into another ledger.")
        return .storage
    }
}
