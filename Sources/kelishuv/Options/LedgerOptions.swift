internal import ArgumentParser
internal import Foundation
internal import Ledger
internal import LedgerPostgreSQL
internal import LedgerSQLite

/// Which ledger is meant: `--ledger`, else `--database`, else `KELISHUV_DATABASE`, else the usual file.
struct LedgerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The ledger's file, instead of the usual one.", valueName: "path"))
    var ledger: String?

    @Option(
        help: ArgumentHelp(
            "The ledger's PostgreSQL database, postgres://user@host/name; also by KELISHUV_DATABASE.",
            valueName: "address"))
    var database: String?

    func validate() throws {
        if ledger != nil, database != nil {
            throw ValidationError("“--ledger” and “--database” name two ledgers. Give one of them.")
        }
        if let database, !PostgreSQLLedger.isAddress(database) {
            throw ValidationError(
                "“--database \(database)” is no address of a database. Give one such as postgres://user@host/name.")
        }
    }

    /// Opens the ledger, and makes it where it is missing.
    func open(_ console: Console) throws -> any LedgerStore {
        if let address = try address(console) { return PostgreSQLLedger(address) }
        return try SQLiteLedger(path: path(console))
    }

    /// Opens the ledger if it is there.
    func openExisting(_ console: Console) throws -> any LedgerStore {
        if let address = try address(console) { return PostgreSQLLedger(address) }
        return try openFile(console)
    }

    /// Opens the ledger if it is there, as the file that it is.
    func openFile(_ console: Console) throws -> SQLiteLedger {
        try LedgerPlace.file(try path(console), mustExist: true)
    }

    /// The database's address, where the ledger is in one.
    func address(_ console: Console) throws(Failure) -> String? {
        if ledger != nil { return nil }
        if let database { return database }
        guard let address = console.environment["KELISHUV_DATABASE"], !address.isEmpty else { return nil }
        guard PostgreSQLLedger.isAddress(address) else {
            throw Failure(
                status: .usage,
                message: "KELISHUV_DATABASE is “\(address)”, which is no address of a database. Set it to one such as "
                    + "postgres://user@host/name.")
        }
        return address
    }

    /// How messages name the ledger: its file, or the database's address without a password.
    func name(_ console: Console) throws -> String {
        if let address = try address(console) { return PostgreSQLLedger(address).path }
        return try path(console)
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

/// A ledger named by one argument: a file or an address.
enum LedgerPlace {
    /// Opens it.
    /// - Parameter mustExist: whether a file that is missing is an error; it is made otherwise.
    static func open(_ text: String, mustExist: Bool) throws -> any LedgerStore {
        PostgreSQLLedger.isAddress(text) ? PostgreSQLLedger(text) : try file(text, mustExist: mustExist)
    }

    static func file(_ path: String, mustExist: Bool) throws -> SQLiteLedger {
        guard !mustExist || FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                status: .storage,
                message: "There is no ledger at \(path) yet. Record something first, for example with "
                    + "“kelishuv add article.html”, or name another ledger with --ledger.")
        }
        return try SQLiteLedger(path: path)
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
