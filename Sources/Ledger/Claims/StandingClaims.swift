public import Deals

/// A claim with what decides whether it stands beside others.
public struct ClaimStatement: Hashable, Sendable {
    public let claim: Claim
    /// When its document was published.
    public let day: PartialDate?
    /// False for what a program read out of a document that was read anew since.
    public let isCurrent: Bool

    public init(_ claim: Claim, day: PartialDate?, isCurrent: Bool = true) {
        self.claim = claim
        self.day = day
        self.isCurrent = isCurrent
    }
}

/// What became of a claim.
public enum ClaimState: Hashable, Sendable {
    /// It is the record's value.
    case stands
    /// Another claim on the same field stands; the values may agree or not.
    case outranked(by: ClaimID)
    /// A reviewer rejected it or the same value before.
    case rejected(Decision)
    /// A later reading of the same document did not repeat it.
    case superseded
}

/// All that was said about one record: every claim with its state, and the decisions.
///
/// Of the claims on one field and ordinal that are neither rejected nor superseded, the one of the highest rank stands: an
/// accepted claim has the rank of whoever accepted it, if that is higher. Of one rank the newer statement stands (by
/// the day on which its document was published; without a day it counts as the oldest), and of one day the claim
/// that was added last.
public struct RecordAccount: Hashable, Sendable {
    /// A claim and what became of it.
    public struct Entry: Hashable, Sendable {
        public let claim: Claim
        public let state: ClaimState
    }

    /// Every claim, oldest first.
    public let entries: [Entry]
    /// Every decision, oldest first.
    public let decisions: [Decision]

    /// Weighs the claims about one record, or about several that are one deal.
    /// - Parameters:
    ///   - statements: oldest first.
    ///   - decisions: on claims among them, oldest first.
    public init(_ statements: [ClaimStatement], decisions: [Decision] = []) {
        self.decisions = decisions
        let counting = decisions.isEmpty ? [:] : Self.counting(decisions)
        let ids = counting.isEmpty ? [] : statements.map(\.claim.id)
        var rejected: [Claim: Decision] = [:]
        for (index, id) in ids.enumerated() {
            if let decision = counting[id], decision.verdict == .reject { rejected[statements[index].claim] = decision }
        }
        func rejection(_ index: Int) -> Decision? {
            if rejected.isEmpty { return nil }
            if let decision = counting[ids[index]] { return decision.verdict == .reject ? decision : nil }
            let claim = statements[index].claim
            // A person may still say what a program was told not to.
            guard claim.rank == .program else { return nil }
            return rejected.first { $0.key.rank == .program && $0.key.saysTheSame(as: claim) }?.value
        }
        var states = [ClaimState?](repeating: nil, count: statements.count)
        var best: [Place: (index: Int, weight: Weight)] = [:]
        for (index, statement) in statements.enumerated() {
            if let decision = rejection(index) {
                states[index] = .rejected(decision)
                continue
            }
            let accepted = ids.isEmpty ? nil : counting[ids[index]]?.author.rank
            guard statement.isCurrent || accepted != nil else {
                states[index] = .superseded
                continue
            }
            let place = Place(statement.claim)
            let weight = Weight(
                rank: max(statement.claim.rank, accepted ?? .program), day: statement.day, index: index)
            if let known = best[place], weight < known.weight { continue }
            best[place] = (index, weight)
        }
        entries = statements.enumerated().map { index, statement in
            if let state = states[index] { return Entry(claim: statement.claim, state: state) }
            let winner = best[Place(statement.claim)]?.index ?? index
            let state: ClaimState = winner == index ? .stands : .outranked(by: statements[winner].claim.id)
            return Entry(claim: statement.claim, state: state)
        }
    }

    /// The claims that stand, one of each field and ordinal.
    public var standing: [Claim] { entries.filter { $0.state == .stands }.map(\.claim) }

    /// The claims on a field that say something else than what stands, and were not rejected: what is shown beside the
    /// value.
    public func contradictions(_ field: Field) -> [Claim] {
        let standing = Set(entries.filter { $0.state == .stands && $0.claim.field == field }.map(\.claim.value))
        return entries.filter { entry in
            guard case .outranked = entry.state, entry.claim.field == field else { return false }
            return !standing.contains(entry.claim.value)
        }.map(\.claim)
    }

    private static func counting(_ decisions: [Decision]) -> [ClaimID: Decision] {
        Dictionary(grouping: decisions, by: \.claim).compactMapValues { Decision.counting(among: $0) }
    }

    /// What a claim is about, within its record.
    private struct Place: Hashable {
        let field: Field
        let ordinal: Int
        init(_ claim: Claim) {
            field = claim.field
            ordinal = claim.ordinal
        }
    }

    private struct Weight: Comparable {
        let rank: AuthorRank
        let day: PartialDate?
        let index: Int

        static func < (left: Weight, right: Weight) -> Bool {
            if left.rank != right.rank { return left.rank < right.rank }
            if left.day != right.day {
                guard let one = left.day else { return true }
                return right.day.map { one < $0 } ?? false
            }
            return left.index < right.index
        }
    }
}

extension Claim {
    /// The claims that stand among some about one record that nobody decided about and no document was read anew for.
    /// - Parameter claims: oldest first.
    package static func standing(among claims: [Claim]) -> [Claim] {
        standing(among: claims.map { ClaimStatement($0, day: nil) }, decisions: [])
    }

    /// The claims that stand, in the order of the statements.
    package static func standing(among statements: [ClaimStatement], decisions: [Decision]) -> [Claim] {
        // The usual case: one reading, each place named once.
        if decisions.isEmpty, statements.allSatisfy(\.isCurrent) {
            var places: Set<[Int]> = []
            let isPlain = statements.allSatisfy { places.insert([$0.claim.field.place, $0.claim.ordinal]).inserted }
            if isPlain { return statements.map(\.claim) }
        }
        return RecordAccount(statements, decisions: decisions).standing
    }
}
