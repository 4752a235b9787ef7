internal import ArgumentParser
internal import Foundation
internal import Ledger
internal import LedgerSQLite

/// Which ledger is meant.
struct LedgerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The ledger's file, instead of the usual one.", valueName: "path"))
    var ledger: String?

    /// Opens the ledger, and makes it where it is missing.
    func open(_ console: Console) throws -> any LedgerStore {
        try SQLiteLedger(path: path(console))
    }

    /// Opens the ledger if it is there.
    func openExisting(_ console: Console) throws -> any LedgerStore { try openFile(console) }

    /// Opens the ledger if it is there, as the file that it is.
    func openFile(_ console: Console) throws -> SQLiteLedger {
        let path = try path(console)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                status: .storage,
                message: "There is no ledger at \(path) yet. Record something first, for example with "
                    + "“kelishuv add article.html”, or name another ledger with --ledger.")
        }
        return try SQLiteLedger(path: path)
    }

    func path(_ console: Console) throws(Failure) -> String {
        if let ledger { return ledger }
        guard let path = DataFolder.ledgerPath(console.environment) else {
            throw Failure(
                status: .storage,
                message: "There is no home folder to keep the ledger in. Set KELISHUV_HOME, or name the ledger "
                    + "with --ledger.")
        }
        return path
    }
}

/// Where the program keeps its data.
enum DataFolder {
    /// The ledger's file: in `KELISHUV_HOME`, else where the XDG base directory specification says. Nil when the
    /// environment names none of the folders.
    static func ledgerPath(_ environment: [String: String]) -> String? {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let folder: String
        if let home = value("KELISHUV_HOME") {
            folder = home
        } else if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") {
            // The specification has relative paths ignored.
            folder = data + "/kelishuv"
        } else if let home = value("HOME") {
            folder = home + "/.local/share/kelishuv"
        } else {
            return nil
        }
        return folder + "/ledger.sqlite"
    }
}
