internal import Deals
internal import SourceText

/// The name of a claim: `c-` and 32 hexadecimal digits made from all that it says, so that every store gives the same
/// claim the same name.
public struct ClaimID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Takes a stored or typed id; nil unless it has the form of one.
    public init?(_ text: String) {
        guard text.hasPrefix("c-"), text.utf8.count == 34,
            text.utf8.dropFirst(2).allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.text = text
    }

    init(of claim: Claim) {
        var content = claim.json
        content.append(("author", .string(claim.author)))
        content.append(("record", .string(claim.record.text)))
        content.append(("rank", .integer(claim.rank.rawValue)))
        content.append(("added", .string(claim.added)))
        text = "c-" + DocumentHash(of: Array(JSON.object(content).text.utf8)).hexadecimal.prefix(32)
    }

    public var description: String { text }
}

extension Claim {
    /// The claim's name.
    public var id: ClaimID { ClaimID(of: self) }

    /// Whether both say the same of the same thing, whoever read it where.
    public func saysTheSame(as other: Claim) -> Bool {
        record == other.record && field == other.field && value == other.value
    }
}
