public import Deals

extension LedgerStore {
    /// Records judgements, in this order; those of one author and time as one change, all or none. Nothing is ever
    /// changed: to take one back, judge the pair ``Verdict/withdrawn``.
    /// - Throws: ``LedgerFailure/malformed(what:value:expected:)`` for an empty id or author, two equal ids, a score
    ///   outside 0…1, a time that is not in UTC; then nothing is recorded.
    public func judge(_ judgements: [Judgement]) async throws {
        for judgement in judgements { try judgement.check() }
        for group in Self.groups(judgements, by: { GroupKey($0.author, $0.added) }) {
            try await record(.judgements(group.1), author: group.0.author, added: group.0.added)
        }
    }
}
