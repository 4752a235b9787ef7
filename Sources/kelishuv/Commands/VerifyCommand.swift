internal import ArgumentParser
internal import Ledger

/// `kelishuv verify`: whether the ledger is sound.
struct VerifyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that the ledger is sound: every quote stands in its document, nothing has changed.",
        discussion: """
            Reads the whole ledger: every quote is looked up in its stored document, every record compared with the \
            claims behind it, and every change of the journal with the hash of the one before. Problems are printed \
            one a line, and the exit code is then 3.

            The last line names the journal's head. Whoever notes that hash down and gives it again later with --head \
            also sees whether the end of the journal was cut off and written anew.

            Examples:
              kelishuv verify
              kelishuv verify --ledger backup/ledger.sqlite
              kelishuv verify --head 5a0f…
            """)

    @Option(help: ArgumentHelp("A hash that verify printed before: the journal must still hold it.", valueName: "hash"))
    var head: String?

    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        let name = try ledger.name(console)
        var problems = try await store.verify().map(\.description)
        if let head, try await !store.journalHolds(head) {
            problems.append("The journal no longer holds the entry \(head).")
        }
        if problems.isEmpty {
            let documents = try await store.documentCount()
            let agreements = try await store.agreementCount(AgreementFilter())
            console.line("The ledger \(name) is sound (documents: \(documents), agreements: \(agreements)).")
            if let head = try await store.journalHead() {
                let entries = head.number == 1 ? "1 entry" : "\(head.number) entries"
                console.line("The journal has \(entries); its head is \(head.hash).")
            }
            return .ok
        }
        for problem in problems { console.line(problem) }
        console.complain(
            "The ledger \(name) has problems, \(problems.count) in all. Restore it from a backup, or read the articles "
                + "anew into another ledger.")
        return .storage
    }
}
