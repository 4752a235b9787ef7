internal import Accounts
internal import AccountsSQLite
internal import ArgumentParser
internal import Foundation

/// `kelishuv user list`: all accounts.
struct UserListCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the accounts.",
        discussion: """
            Example:
              kelishuv user list --json
            """)

    @Flag(help: "Write JSON, one object a line.")
    var json = false

    @OptionGroup var accounts: AccountOptions

    private struct Line: Encodable {
        let name: String
        let role: String
        let open: Bool
    }

    func run(_ console: Console) async throws -> ExitStatus {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        for account in try await accounts.open(console).accounts() {
            if json {
                let line = Line(name: account.name, role: account.role.rawValue, open: account.isOpen)
                console.line(String(decoding: try encoder.encode(line), as: UTF8.self))
            } else {
                console.line("\(account.name)  \(account.role.rawValue)\(account.isOpen ? "" : "  closed")")
            }
        }
        return .ok
    }
}
