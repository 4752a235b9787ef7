internal import ArgumentParser

/// `kelishuv user …`: who may sign in.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Make, list and change the accounts of who works with the ledger.",
        discussion: """
            The first administrator is made here; others can be made here or on the pages.

            Examples:
              kelishuv user add gulnora --role administrator < password.txt
              kelishuv user list
              kelishuv user set gulnora --role reviewer
              kelishuv user set gulnora --closed
            """,
        subcommands: [UserAddCommand.self, UserListCommand.self, UserSetCommand.self])
}
