internal import ArgumentParser

/// `kelishuv list`: what the ledger holds.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what the ledger holds.",
        discussion: """
            Examples:
              kelishuv list agreements --status signed --currency USD --minimum 1000000 --order amount
              kelishuv list agreements --place Сергели --from 2024-01 --until 2024-06
              kelishuv list visits
              kelishuv list documents --json --limit 1000
            """,
        subcommands: [
            ListAgreementsCommand.self, ListMeetingsCommand.self, ListVisitsCommand.self, ListDocumentsCommand.self,
        ])
}
