internal import Accounts
internal import AccountsSQLite
internal import ArgumentParser
internal import Foundation

/// `kelishuv user add`: makes an account.
struct UserAddCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an account; the password is read from standard input or asked for.",
        discussion: """
            The password never stands on the command line, where other users of the machine could see it.

            Examples:
              kelishuv user add gulnora --role administrator
              pass show kelishuv | kelishuv user add bot --role contributor
            """)

    @Argument(help: "The name to sign in with: Latin letters, digits, dots, hyphens and underscores.")
    var name: String

    @Option(help: ArgumentHelp("reader, contributor, reviewer or administrator.", valueName: "role"))
    var role: Role = .contributor

    @OptionGroup var accounts: AccountOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try accounts.open(console)
        if console.isInteractive { console.err("Password: ") }
        let password = readLine(strippingNewline: true) ?? ""
        do {
            guard Account.isName(name) else { throw AccountFailure.badName(name) }
            let hash = try Passwords.hash(password)
            try await store.add(
                Account(name: name, role: role, created: Time(Date.now.timeIntervalSince1970)), passwordHash: hash)
        } catch let failure as AccountFailure {
            throw Failure(status: .usage, message: failure.description)
        }
        console.line("\(name) can sign in as \(role.rawValue).")
        return .ok
    }
}
