public import Deals
public import SourceText

/// The kinds of record that the ledger keeps.
public enum RecordKind: String, CaseIterable, Hashable, Sendable, Codable {
    case agreement, meeting, visit
}

/// The name of a record: `a`, `m` or `v`, a hyphen, and 16 hexadecimal digits made from the document it was
/// first read from and its place among that document's records, so that reading a document again names the
/// same records.
public struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Takes a stored or typed id; nil unless it has the form of one.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, ["a", "m", "v"].contains(parts[0]), parts[1].utf8.count == 16,
            parts[1].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.text = text
    }

    /// The id of a document's record number `ordinal` (from 0) of a kind.
    public init(_ kind: RecordKind, in document: DocumentHash, ordinal: Int) {
        let seed = "\(document.hexadecimal) \(kind.rawValue) \(ordinal)"
        let hash = DocumentHash(of: Array(seed.utf8)).hexadecimal
        text = kind.rawValue.prefix(1) + "-" + hash.prefix(16)
    }

    public var kind: RecordKind {
        switch text.utf8.first {
        case UInt8(ascii: "m"): .meeting
        case UInt8(ascii: "v"): .visit
        default: .agreement
        }
    }

    public var description: String { text }
    public static func < (left: RecordID, right: RecordID) -> Bool { left.text < right.text }
}

/// The fields that claims are made about.
public enum Field: String, CaseIterable, Hashable, Sendable, Codable {
    case kind, status, party, amount, subject, sector, place, date, count
    case who, leader, to, city
}

/// A field's value as the ledger keeps it.
public enum FieldValue: Hashable, Sendable {
    case code(String)
    case text(String)
    case entity(NamedEntity)
    case money(Money)
    case date(PartialDate)
    case number(Int)
}

/// One document's word on one field of one record. Claims are only ever added.
public struct Claim: Hashable, Sendable {
    public let record: RecordID
    public let field: Field
    /// Position among values of a field that may have several (parties, cities), from 0.
    public let ordinal: Int
    public let value: FieldValue
    /// The words behind it; empty only for values that no words state (a count of 1).
    public let citations: [Citation]
    /// Names of the rules that made it.
    public let rules: [String]
    /// Who read it: "kelishuv 0.1.0" or a person's account name.
    public let author: String
    /// What the author's word weighs.
    public let rank: AuthorRank
    /// When it was added, ISO 8601 with time zone (UTC).
    public let added: String
    /// 0…1.
    public let confidence: Double

    public init(
        record: RecordID, field: Field, ordinal: Int = 0, value: FieldValue, citations: [Citation],
        rules: [String] = [], author: String, rank: AuthorRank = .program, added: String, confidence: Double
    ) {
        self.record = record
        self.field = field
        self.ordinal = ordinal
        self.value = value
        self.citations = citations
        self.rules = rules
        self.author = author
        self.rank = rank
        self.added = added
        self.confidence = confidence
    }
}
