internal import Accounts
internal import AccountsSQLite
internal import ArgumentParser
internal import Foundation

/// `kelishuv user set`: changes role, password or openness of an account.
struct UserSetCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change an account's role or password, close it or open it again.",
        discussion: """
            A closed account ends its sessions and tokens; its name stays in the history of what it did.

            Examples:
              kelishuv user set gulnora --role reviewer
              kelishuv user set gulnora --password < password.txt
              kelishuv user set gulnora --closed
            """)

    @Argument(help: "The account's name.")
    var name: String

    @Option(help: ArgumentHelp("reader, contributor, reviewer or administrator.", valueName: "role"))
    var role: Role?

    @Flag(help: "Read a new password from standard input; all sessions end.")
    var password = false

    @Flag(inversion: .prefixedNo, help: "Close the account, or open it again.")
    var closed: Bool?

    @OptionGroup var accounts: AccountOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try accounts.open(console)
        do {
            guard let account = try await store.account(name) else { throw AccountFailure.noSuchAccount(name) }
            if password {
                if console.isInteractive { console.err("Password: ") }
                try await store.setPassword(of: name, hash: try Passwords.hash(readLine() ?? ""))
            }
            let isOpen = closed.map { !$0 } ?? account.isOpen
            try await store.change(name, role: role ?? account.role, isOpen: isOpen)
            console.line("\(account.name): \((role ?? account.role).rawValue)\(isOpen ? "" : ", closed")")
        } catch let failure as AccountFailure {
            throw Failure(status: .usage, message: failure.description)
        }
        return .ok
    }
}
