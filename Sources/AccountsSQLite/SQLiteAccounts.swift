public import Accounts
internal import Foundation
internal import GRDB

/// Accounts in one SQLite file, readable by its owner only.
public final class SQLiteAccounts: AccountStore {
    let database: any DatabaseWriter

    /// Opens the file, and makes it where it is missing.
    public init(path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            // Where the file cannot be made, opening it says why.
            _ = FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        var configuration = Configuration()
        configuration.label = "kelishuv.accounts"
        configuration.busyMode = .timeout(10)
        database = try DatabasePool(path: path, configuration: configuration)
        try AccountSchema.migrator.migrate(database)
    }

    /// Accounts that live as long as the object, for tests.
    public init() throws {
        database = try DatabaseQueue()
        try AccountSchema.migrator.migrate(database)
    }

    // MARK: Accounts

    public func add(_ account: Account, passwordHash: String) async throws {
        guard Account.isName(account.name) else { throw AccountFailure.badName(account.name) }
        try await database.write { db in
            guard try Self.account(account.name, db) == nil else { throw AccountFailure.nameTaken(account.name) }
            try db.execute(
                sql: "INSERT INTO account (name, role, isOpen, created, passwordHash) VALUES (?, ?, ?, ?, ?)",
                arguments: [account.name, account.role.rawValue, account.isOpen, account.created, passwordHash])
        }
    }

    public func account(_ name: String) async throws -> Account? {
        try await database.read { try Self.account(name, $0) }
    }

    public func passwordHash(of name: String) async throws -> String? {
        try await database.read {
            try String.fetchOne($0, sql: "SELECT passwordHash FROM account WHERE name = ?", arguments: [name])
        }
    }

    public func accounts() async throws -> [Account] {
        try await database.read {
            try Row.fetchAll($0, sql: "SELECT * FROM account ORDER BY name").map(Self.account)
        }
    }

    public func change(_ name: String, role: Role, isOpen: Bool) async throws {
        try await database.write { db in
            guard let old = try Self.account(name, db) else { throw AccountFailure.noSuchAccount(name) }
            if old.role == .administrator, old.isOpen, role != .administrator || !isOpen {
                let others = try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM account WHERE role = 'administrator' AND isOpen = 1 AND name <> ?
                        """, arguments: [old.name])
                guard others != 0 else { throw AccountFailure.lastAdministrator }
            }
            try db.execute(
                sql: "UPDATE account SET role = ?, isOpen = ? WHERE name = ?", arguments: [role.rawValue, isOpen, name])
            if !isOpen {
                try db.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [old.name])
                try db.execute(sql: "DELETE FROM token WHERE account = ?", arguments: [old.name])
            }
        }
    }

    public func setPassword(of name: String, hash: String) async throws {
        try await database.write { db in
            guard let account = try Self.account(name, db) else { throw AccountFailure.noSuchAccount(name) }
            try db.execute(sql: "UPDATE account SET passwordHash = ? WHERE name = ?", arguments: [hash, name])
            try db.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [account.name])
        }
    }

    // MARK: Sessions

    public func begin(_ session: Session) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM session WHERE ends <= ?", arguments: [session.begun])
            try db.execute(
                sql: "INSERT INTO session (key, account, begun, ends, agent, address) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    session.key, session.account, session.begun, session.ends, session.agent, session.address,
                ])
        }
    }

    public func session(_ key: String, at time: Time) async throws -> (Session, Account)? {
        try await database.read { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT * FROM session WHERE key = ? AND ends > ?", arguments: [key, time])
            else { return nil }
            let session = Self.session(row)
            guard let account = try Self.account(session.account, db), account.isOpen else { return nil }
            return (session, account)
        }
    }

    public func sessions(of name: String, at time: Time) async throws -> [Session] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM session WHERE account = ? AND ends > ? ORDER BY begun DESC",
                arguments: [name, time]
            ).map(Self.session)
        }
    }

    public func endSessions(of name: String, key: String?) async throws {
        try await database.write { db in
            if let key {
                try db.execute(sql: "DELETE FROM session WHERE account = ? AND key = ?", arguments: [name, key])
            } else {
                try db.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [name])
            }
        }
    }

    // MARK: Tokens

    public func add(_ token: Token) async throws {
        try await database.write { db in
            try db.execute(
                sql: "INSERT INTO token (key, account, label, scopes, created, ends) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    token.key, token.account, token.label, token.scopes.map(\.rawValue).sorted().joined(separator: " "),
                    token.created, token.ends,
                ])
        }
    }

    public func token(_ key: String, at time: Time) async throws -> (Token, Account)? {
        try await database.read { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT * FROM token WHERE key = ? AND (ends IS NULL OR ends > ?)", arguments: [key, time])
            else { return nil }
            let token = Self.token(row)
            guard let account = try Self.account(token.account, db), account.isOpen else { return nil }
            return (token, account)
        }
    }

    public func tokens(of name: String) async throws -> [Token] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM token WHERE account = ? ORDER BY created DESC, key", arguments: [name]
            ).map(Self.token)
        }
    }

    public func revokeToken(_ key: String, of name: String) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM token WHERE account = ? AND key = ?", arguments: [name, key])
        }
    }

    // MARK: Rows

    static func account(_ name: String, _ db: Database) throws -> Account? {
        try Row.fetchOne(db, sql: "SELECT * FROM account WHERE name = ?", arguments: [name]).map(account)
    }

    private static func account(_ row: Row) -> Account {
        let role: String = row["role"]
        return Account(
            name: row["name"], role: Role(rawValue: role) ?? .reader, isOpen: row["isOpen"], created: row["created"])
    }

    private static func session(_ row: Row) -> Session {
        Session(
            key: row["key"], account: row["account"], begun: row["begun"], ends: row["ends"], agent: row["agent"],
            address: row["address"])
    }

    private static func token(_ row: Row) -> Token {
        let scopes: String = row["scopes"]
        return Token(
            key: row["key"], account: row["account"], label: row["label"],
            scopes: Set(scopes.split(separator: " ").compactMap { Scope(rawValue: String($0)) }),
            created: row["created"], ends: row["ends"])
    }
}
