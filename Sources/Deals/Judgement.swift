/// What can be told to be the same thing under two ids.
public enum LinkedKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Records of the ledger, by their ids ("a-…", "m-…", "v-…").
    case agreement, meeting, visit
    /// Things that names name; the linkage makes the ids and keeps them stable.
    case organisation, person, place
    /// Documents by their hashes: the same text reprinted, shortened or translated.
    case document
}

/// What was found out about two ids.
public enum Verdict: String, CaseIterable, Hashable, Sendable, Codable {
    /// Both are one thing.
    case same
    /// They are two things.
    case different
    /// It takes a person to say: these make the review queue.
    case doubtful
    /// The first is a part of the second (a plant of a package of projects); never merged, never summed twice.
    case part
    /// The author takes back what they said of this pair before; what others said of it counts again.
    case withdrawn
}

/// Two ids of one kind, whichever was named first.
public struct LinkedPair: Hashable, Sendable {
    /// What the ids name.
    public let kind: LinkedKind
    /// The id whose UTF-8 comes first.
    public let low: String
    /// The other id.
    public let high: String

    /// Makes a pair; `LinkedPair(kind, a, b) == LinkedPair(kind, b, a)`.
    public init(_ kind: LinkedKind, _ one: String, _ other: String) {
        self.kind = kind
        let inOrder = one.utf8.lexicographicallyPrecedes(other.utf8)
        low = inOrder ? one : other
        high = inOrder ? other : one
    }
}

/// What somebody said of two ids: that they are one thing, two, or a matter of doubt. Judgements are only ever added.
///
/// Of all judgements on a pair, in whichever order its ids were given, those of the highest ``AuthorRank`` count, and of
/// these the last one; a ``Verdict/withdrawn`` one makes the next lower rank count again. See ``standing(among:)``.
public struct Judgement: Hashable, Sendable {
    /// What the ids name.
    public let kind: LinkedKind
    /// One id; the part, where the verdict is ``Verdict/part``.
    public let first: String
    /// The other id; the whole, where the verdict is ``Verdict/part``.
    public let second: String
    /// What was found.
    public let verdict: Verdict
    /// How likely they are one thing, 0…1, in the author's opinion; a person's is 1 or 0.
    public let score: Double
    /// Why, one reason an element, in the form that the linkage gives them.
    public let reasons: [String]
    /// Who judged.
    public let author: Author
    /// When it was recorded, ISO 8601 with time zone (UTC).
    public let added: String

    /// Makes a judgement.
    public init(
        _ kind: LinkedKind, _ first: String, _ second: String, _ verdict: Verdict, score: Double,
        reasons: [String] = [], author: Author, added: String
    ) {
        self.kind = kind
        self.first = first
        self.second = second
        self.verdict = verdict
        self.score = score
        self.reasons = reasons
        self.author = author
        self.added = added
    }

    /// What it is about, without order.
    public var pair: LinkedPair { LinkedPair(kind, first, second) }

    /// The judgement that counts; nil when there is none or all ranks have taken theirs back.
    /// - Parameter judgements: all on one pair, oldest first.
    public static func standing(among judgements: some Sequence<Judgement>) -> Judgement? {
        var last: [AuthorRank: Judgement] = [:]
        for judgement in judgements { last[judgement.author.rank] = judgement }
        return last.values.filter { $0.verdict != .withdrawn }.max { $0.author.rank < $1.author.rank }
    }
}
