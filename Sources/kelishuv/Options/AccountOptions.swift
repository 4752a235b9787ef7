internal import Accounts
internal import AccountsSQLite
internal import ArgumentParser
internal import Foundation

/// The accounts that belong to a ledger: the file accounts.sqlite beside it.
struct AccountOptions: ParsableArguments {
    @OptionGroup var ledger: LedgerOptions

    /// Opens the accounts, and makes the file where it is missing.
    func open(_ console: Console) throws -> SQLiteAccounts {
        let folder = URL(fileURLWithPath: try ledger.path(console)).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try SQLiteAccounts(path: folder.appending(path: "accounts.sqlite").path)
        } catch {
            throw Failure(
                status: .storage,
                message: "The accounts beside the ledger in \(folder.path) cannot be opened (\(error)). Check that "
                    + "the folder may be written to.")
        }
    }
}
