internal import ArgumentParser
internal import Ledger

/// `kelishuv export`: the whole ledger as JSON Lines.
struct ExportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole ledger as JSON, one change a line.",
        discussion: """
            First a line that says what the file is, then the journal from its first entry (documents with their text, \
            claims with their quotes, decisions, judgements; each with author, time and hash), then the clusters. \
            Ledgers that hold the same give the same bytes, in whichever database they are.

            Examples:
              kelishuv export > ledger.jsonl
              kelishuv export --database postgres://kelishuv@db.example/ledger | sha256sum
            """)

    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        try await ledger.openExisting(console).export { console.out($0) }
        return .ok
    }
}
