public import Deals
public import SourceText

/// One change of the ledger: what is only ever appended, and from which everything else can be made anew.
public enum Change: Sendable {
    /// A document came in, with what a program read out of it.
    case document(ReadDocument)
    /// A document that is there was read anew; what programs read out of it before no longer counts.
    case reading(DocumentHash, [RecordClaims])
    /// A person said something about records.
    case claims([Claim])
    /// A reviewer decided about claims.
    case decisions([Decision])
    /// A program or person judged pairs.
    case judgements([Judgement])

    /// The change's kind, as it is stored.
    package var name: String {
        switch self {
        case .document: "document"
        case .reading: "reading"
        case .claims: "claims"
        case .decisions: "decisions"
        case .judgements: "judgements"
        }
    }
}

/// A document with the claims that were read out of it.
public struct ReadDocument: Sendable {
    public let document: Document
    /// The language that it was read in.
    public let language: LanguageTag?
    /// Publication day, from metadata or from the page.
    public let published: PartialDate?
    /// In the order of recording.
    public let records: [RecordClaims]

    package init(_ document: Document, language: LanguageTag?, published: PartialDate?, records: [RecordClaims]) {
        self.document = document
        self.language = language
        self.published = published
        self.records = records
    }
}

/// A change as it was recorded, chained to the one before.
public struct JournalEntry: Sendable {
    /// From 1, without gaps.
    public let number: Int64
    public let change: Change
    public let author: Author
    /// ISO 8601 (UTC).
    public let added: String
    /// The hash of the entry before; 64 zeros for the first.
    public let previous: String
    /// SHA-256 of the previous hash and of everything that the entry says.
    public let hash: String

    package init(
        number: Int64, change: Change, author: Author, added: String, previous: String, hash: String
    ) {
        self.number = number
        self.change = change
        self.author = author
        self.added = added
        self.previous = previous
        self.hash = hash
    }

    /// What stands in ``previous`` of the first entry.
    package static let origin = String(repeating: "0", count: 64)

    /// The hash that an entry has after another.
    package static func hash(of change: Change, author: Author, added: String, after previous: String) -> String {
        let content = JSON.object([
            ("previous", .string(previous)), ("change", .string(change.name)), ("author", .string(author.name)),
            ("rank", .integer(author.rank.rawValue)), ("added", .string(added)),
            ("content", change.json(withText: false)),
        ])
        return DocumentHash(of: Array(content.text.utf8)).hexadecimal
    }

    /// The hash that the entry ought to have.
    package var expectedHash: String { Self.hash(of: change, author: author, added: added, after: previous) }
}
