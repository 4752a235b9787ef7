/// Seconds since 1970-01-01 00:00 UTC.
public typealias Time = Int64

/// Somebody who may sign in.
public struct Account: Hashable, Sendable {
    /// By which they sign in, and under which their claims and judgements stand; never changed.
    public let name: String
    public let role: Role
    /// A closed account stays, because its name stands in the history.
    public let isOpen: Bool
    public let created: Time

    public init(name: String, role: Role, isOpen: Bool = true, created: Time) {
        self.name = name
        self.role = role
        self.isOpen = isOpen
        self.created = created
    }

    /// Whether a text may name an account: 2 to 64 letters, digits, dots, hyphens and underscores, a letter first.
    ///
    /// "kelishuv" begins the names under which programs read, and is refused.
    public static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (2...64).contains(bytes.count), let first = bytes.first, isLetter(first) else { return false }
        return bytes.allSatisfy { isLetter($0) || (48...57).contains($0) || ".-_".utf8.contains($0) }
            && !text.lowercased().hasPrefix("kelishuv")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
}

/// One sign-in: a browser that need not give the password again.
public struct Session: Hashable, Sendable {
    /// The hash of the secret in the browser's cookie; by it the session can be ended.
    public let key: String
    public let account: String
    public let begun: Time
    /// From then on it is over.
    public let ends: Time
    /// What the browser calls itself, and from where it came, for the list of one's sessions.
    public let agent: String
    public let address: String

    public init(key: String, account: String, begun: Time, ends: Time, agent: String, address: String) {
        self.key = key
        self.account = account
        self.begun = begun
        self.ends = ends
        self.agent = agent
        self.address = address
    }
}

/// A secret with which a program speaks for an account.
public struct Token: Hashable, Sendable {
    /// The hash of the secret.
    public let key: String
    public let account: String
    /// What its owner calls it.
    public let label: String
    public let scopes: Set<Scope>
    public let created: Time
    public let ends: Time?

    public init(key: String, account: String, label: String, scopes: Set<Scope>, created: Time, ends: Time?) {
        self.key = key
        self.account = account
        self.label = label
        self.scopes = scopes
        self.created = created
        self.ends = ends
    }
}

/// A line of the access log: who changed or tried to change what.
public struct AccessEntry: Hashable, Sendable {
    public let time: Time
    /// Nil for strangers.
    public let account: String?
    public let address: String
    public let method: String
    public let path: String
    /// The HTTP status that was answered.
    public let status: Int

    public init(time: Time, account: String?, address: String, method: String, path: String, status: Int) {
        self.time = time
        self.account = account
        self.address = address
        self.method = method
        self.path = path
        self.status = status
    }
}
