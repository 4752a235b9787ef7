/// Whose word weighs more: a higher rank outranks a lower one, whoever spoke last.
public enum AuthorRank: Int, CaseIterable, Hashable, Sendable, Comparable, Codable {
    /// A program with its version ("kelishuv 0.1.0").
    case program = 0
    /// A person with an account.
    case person = 1
    /// A person whose word settles what persons disagree about.
    case editor = 2

    public static func < (left: AuthorRank, right: AuthorRank) -> Bool { left.rawValue < right.rawValue }
}

/// Who said something that the ledger keeps.
public struct Author: Hashable, Sendable, CustomStringConvertible {
    /// "kelishuv 0.1.0", or a person's account name; never empty.
    public let name: String
    /// What the author's word weighs.
    public let rank: AuthorRank

    /// Makes an author.
    public init(_ name: String, rank: AuthorRank) {
        self.name = name
        self.rank = rank
    }

    /// A program, by name and version.
    public static func program(_ name: String) -> Author { Author(name, rank: .program) }
    /// A person, by account name.
    public static func person(_ name: String) -> Author { Author(name, rank: .person) }

    /// The name.
    public var description: String { name }
}
