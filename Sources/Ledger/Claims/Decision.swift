public import Deals

/// What a reviewer did with a claim.
public enum DecisionVerdict: String, CaseIterable, Hashable, Sendable, Codable {
    /// The claim is right: it weighs as if the reviewer had made it.
    case accept
    /// The claim is wrong: it never stands, and neither does the same value when the document is read again.
    case reject
    /// The reviewer takes back what they decided about the claim before.
    case withdraw
}

/// A reviewer's word on a claim. Decisions are only ever added; of those on one claim the last of the highest rank
/// counts.
public struct Decision: Hashable, Sendable {
    public let record: RecordID
    public let claim: ClaimID
    public let verdict: DecisionVerdict
    /// Why, in one or more sentences; a rejection needs one.
    public let reason: String
    public let author: Author
    /// When it was recorded, ISO 8601 with time zone (UTC).
    public let added: String

    public init(
        _ verdict: DecisionVerdict, _ claim: ClaimID, of record: RecordID, reason: String = "", author: Author,
        added: String
    ) {
        self.record = record
        self.claim = claim
        self.verdict = verdict
        self.reason = reason
        self.author = author
        self.added = added
    }

    /// The decision that counts; nil when there is none or it was taken back.
    /// - Parameter decisions: all on one claim, oldest first.
    static func counting(among decisions: some Sequence<Decision>) -> Decision? {
        var last: [AuthorRank: Decision] = [:]
        for decision in decisions { last[decision.author.rank] = decision }
        return last.values.filter { $0.verdict != .withdraw }.max { $0.author.rank < $1.author.rank }
    }

    /// Refuses what no store may keep.
    package func check() throws(LedgerFailure) {
        try Contribution.check(author: author.name, added: added)
        guard !reason.utf8.contains(0) else {
            throw .malformed(what: "reason", value: reason.withoutNull, expected: "a text")
        }
        guard verdict != .reject || !reason.isEmpty else {
            throw .malformed(what: "reason of a rejection", value: reason, expected: "a sentence that says why")
        }
    }
}
