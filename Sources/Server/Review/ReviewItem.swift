import Accounts
import Deals
import Ledger
import SourceText

/// A record on the review desk: what was said about it and what reviewers decided.
struct ReviewItem {
    let id: RecordID
    let account: RecordAccount

    static func load(_ id: RecordID, _ store: any LedgerStore) async throws -> ReviewItem {
        ReviewItem(id: id, account: try await store.account(of: id))
    }

    /// The records of a document, in the order of the text.
    static func all(of document: DocumentHash, _ store: any LedgerStore) async throws -> [ReviewItem] {
        var items: [ReviewItem] = []
        for id in try await store.records(of: document) { items.append(try await load(id, store)) }
        return items
    }

    /// What a reviewer saw: it changes with every claim and decision, so that two reviewers do not overwrite each other.
    var version: String { "\(account.entries.count)-\(account.decisions.count)" }

    /// The last who said or decided something, for who comes too late.
    var lastAuthor: String? { account.decisions.last?.author.name ?? account.entries.last?.claim.author }

    /// Whether persons have said of every value that it is right, or rejected the record.
    var isChecked: Bool { account.standing.allSatisfy { isPersons($0) } }

    /// Whether nothing of the record stands any more.
    var isRejected: Bool { account.standing.isEmpty }

    /// What a second reader judges: what stands, and what another reviewer has rejected.
    func readAgain(by name: String) -> [Claim] {
        account.entries.filter { entry in
            if case .stands = entry.state { return true }
            if case .rejected(let decision) = entry.state { return decision.author.name != name }
            return false
        }.map(\.claim)
    }

    /// What somebody has said of a claim, unless they took it back.
    func verdict(on claim: Claim, by name: String) -> DecisionVerdict? {
        let last = account.decisions.last { $0.claim == claim.id && $0.author.name == name }
        return last?.verdict == .withdraw ? nil : last?.verdict
    }

    /// Whether others decided about it and somebody did not.
    func waitsForSecondReading(by name: String) -> Bool {
        let others = account.decisions.contains { $0.author.name != name && $0.author.rank > .program }
        return others && !account.decisions.contains { $0.author.name == name }
            && !account.entries.contains { $0.claim.author == name }
    }

    /// Whether a person made or accepted the claim.
    func isPersons(_ claim: Claim) -> Bool { claim.rank > .program || decision(on: claim)?.verdict == .accept }

    /// The decision that counts on a claim.
    func decision(on claim: Claim) -> Decision? {
        let id = claim.id
        let all = account.decisions.filter { $0.claim == id }
        guard let highest = all.map(\.author.rank).max() else { return nil }
        guard let last = all.last(where: { $0.author.rank == highest }), last.verdict != .withdraw else { return nil }
        return last
    }
}

/// What a reviewer does with a record, as decisions and claims to be added.
struct ReviewAct {
    let item: ReviewItem
    let author: Author
    let time: String
    /// Whether what others decided is judged once more.
    var isSecond = false

    /// The claims that can be judged.
    private var claims: [Claim] { isSecond ? item.readAgain(by: author.name) : item.account.standing }

    private func isJudged(_ claim: Claim) -> Bool {
        isSecond ? item.verdict(on: claim, by: author.name) != nil : item.isPersons(claim)
    }

    /// Every value that stands is right.
    var acceptance: [Decision] {
        claims.filter { !isJudged($0) }.map { decision(.accept, $0) }
    }

    /// One value is right.
    func acceptance(of claim: ClaimID) -> [Decision] {
        claims.filter { $0.id == claim }.map { decision(.accept, $0) }
    }

    /// Nothing of the record is right.
    func rejection(_ reason: String) -> [Decision] {
        claims.map { decision(.reject, $0, reason) }
    }

    /// One value is wrong.
    func rejection(of claim: ClaimID, _ reason: String) -> [Decision] {
        claims.filter { $0.id == claim }.map { decision(.reject, $0, reason) }
    }

    /// Takes back the reviewer's last act on the record: their decisions of one time, or the values that they set then.
    /// Nil when there is none.
    func undoing(_ reason: String) -> [Decision]? {
        let mine = item.account.decisions.filter { $0.author.name == author.name }
        var undone: [ClaimID: Bool] = [:]
        for decision in mine { undone[decision.claim] = decision.verdict == .withdraw }
        let decided = mine.last { $0.verdict != .withdraw && undone[$0.claim] == false }
        let claimed = item.account.standing.last { $0.author == author.name && $0.rank > .program }
        if let claimed, decided.map({ $0.added < claimed.added || $0.claim == claimed.id }) ?? true {
            let same = item.account.standing.filter { $0.author == author.name && $0.added == claimed.added }
            return same.map { decision(.reject, $0, reason) }
        }
        guard let decided else { return nil }
        let same = mine.filter { $0.added == decided.added && $0.verdict == decided.verdict }.map(\.claim)
        return item.account.entries.map(\.claim).filter { same.contains($0.id) }.map { decision(.withdraw, $0) }
    }

    private func decision(_ verdict: DecisionVerdict, _ claim: Claim, _ reason: String = "") -> Decision {
        Decision(verdict, claim.id, of: item.id, reason: reason, author: author, added: time)
    }
}

extension Account {
    /// As whom the ledger knows the account: an administrator's word settles what reviewers disagree about.
    var author: Author { Author(name, rank: role == .administrator ? .editor : .person) }
}
