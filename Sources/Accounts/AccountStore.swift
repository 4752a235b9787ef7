/// Where accounts, sessions, tokens, reports and drafts are kept: beside the ledger, never in it.
///
/// Secrets are kept as hashes only. What has ended is not found any more, whether or not its row is still there.
public protocol AccountStore: Sendable {
    /// Adds an account.
    /// - Throws: ``AccountFailure/nameTaken(_:)``; names differ by more than the size of their letters.
    func add(_ account: Account, passwordHash: String) async throws
    func account(_ name: String) async throws -> Account?
    func passwordHash(of name: String) async throws -> String?
    /// By name.
    func accounts() async throws -> [Account]
    /// Changes role or openness; every session and token of an account that is closed ends.
    /// - Throws: ``AccountFailure/noSuchAccount(_:)``; ``AccountFailure/lastAdministrator`` rather than leave none.
    func change(_ name: String, role: Role, isOpen: Bool) async throws
    /// Sets a new password and ends every session.
    func setPassword(of name: String, hash: String) async throws

    func begin(_ session: Session) async throws
    /// A session that goes on, with its open account.
    func session(_ key: String, at time: Time) async throws -> (Session, Account)?
    func sessions(of name: String, at time: Time) async throws -> [Session]
    /// Ends one session of an account, or all of them.
    func endSessions(of name: String, key: String?) async throws

    func add(_ token: Token) async throws
    /// A token that is valid, with its open account.
    func token(_ key: String, at time: Time) async throws -> (Token, Account)?
    func tokens(of name: String) async throws -> [Token]
    func revokeToken(_ key: String, of name: String) async throws

    /// Adds a line to the log; lines older than ``AccessLog/days`` go.
    func log(_ entry: AccessEntry) async throws
    /// Newest first.
    func accessLog(offset: Int, limit: Int) async throws -> [AccessEntry]

    /// Adds a report; its number is given here.
    func add(_ report: Report) async throws -> Int
    func report(_ number: Int) async throws -> Report?
    /// Those that wait, oldest first; or all about a record, oldest first.
    func waitingReports(offset: Int, limit: Int) async throws -> [Report]
    func reports(about record: String) async throws -> [Report]
    /// Answers a report that waits.
    /// - Throws: ``AccountFailure/answered(by:)`` when another reviewer was first.
    func answer(_ number: Int, _ answer: Report.Answer) async throws

    /// Keeps a draft; drafts older than a day go.
    func keep(_ draft: Draft) async throws
    /// Their drafts, newest first.
    func drafts(of name: String) async throws -> [Draft]
    /// Its owner's draft.
    func draft(_ key: String, of name: String) async throws -> Draft?
    func dropDraft(_ key: String, of name: String) async throws
}

/// How long the access log is kept.
public enum AccessLog {
    public static let days = 90
}

/// Why an account was not made or changed.
public enum AccountFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case nameTaken(String)
    case noSuchAccount(String)
    case badName(String)
    case weakPassword
    case lastAdministrator
    case answered(by: String)

    public var description: String {
        switch self {
        case .nameTaken(let name): "There is an account “\(name)” already. Choose another name."
        case .noSuchAccount(let name): "There is no account “\(name)”. “kelishuv user list” shows all."
        case .badName(let name):
            "“\(name)” cannot name an account. Use 2 to 64 Latin letters, digits, dots, hyphens and underscores, a "
                + "letter first; names that begin with “kelishuv” are the program's own."
        case .weakPassword:
            "The password is too short. Use at least \(Passwords.shortest) characters; a sentence is good."
        case .lastAdministrator:
            "This is the last administrator. Make another one first, so that somebody can still make accounts."
        case .answered(let name): "\(name) has answered this report already."
        }
    }
}
