public import Deals
public import SourceText

/// Claims of persons, decisions of reviewers, documents that are read anew. Part of ``LedgerStore``'s contract.
///
/// Nothing is ever changed: each call appends to the ledger's journal, and the records' views follow. A record of which
/// no claim stands any more is not listed; its claims can still be read.
public protocol ClaimStore: Sendable {
    /// Appends a change, all of it or none, and makes the views of its records anew.
    ///
    /// Callers use ``claim(_:)``, ``decide(_:)``, ``reread(_:_:author:added:)`` and the other methods that say what
    /// they do; copies of ledgers come this way.
    /// - Throws: ``LedgerFailure``: ``LedgerFailure/malformed(what:value:expected:)`` when the change names records,
    ///   claims or documents that the ledger does not hold.
    func record(_ change: Change, author: Author, added: String) async throws
    /// Changes in the order in which they were recorded, after the one of a number (0 for the first).
    /// - Parameter limit: how many at most.
    func journal(after number: Int64, limit: Int) async throws -> [JournalEntry]

    /// The last change's number and hash: whoever notes the hash down can tell later whether the end was cut off. Nil when
    /// nothing was recorded.
    func journalHead() async throws -> JournalHead?

    /// All records that were read from a document, those without a standing claim too, in the order of recording.
    func records(of document: DocumentHash) async throws -> [RecordID]
    /// All claims about a record with what weighs them, oldest first.
    func statements(about id: RecordID) async throws -> [ClaimStatement]
    /// All decisions on claims about a record, oldest first.
    func decisions(about id: RecordID) async throws -> [Decision]
    /// All decisions of the ledger, oldest first: what agreement between reviewers is measured on.
    func allDecisions() async throws -> [Decision]
}

/// Where the journal ends.
public struct JournalHead: Hashable, Sendable {
    public let number: Int64
    /// 64 hexadecimal digits.
    public let hash: String

    public init(number: Int64, hash: String) {
        self.number = number
        self.hash = hash
    }
}

extension ClaimStore {
    /// Records what a person says about records that the ledger holds: a value for a field, with the words behind it.
    ///
    /// It outranks what programs read on the same field and ordinal. For a further party give the next free ordinal.
    public func claim(_ claims: [Claim]) async throws {
        for group in Self.groups(claims, by: { GroupKey(Author($0.author, rank: $0.rank), $0.added) }) {
            try await record(.claims(group.1), author: group.0.author, added: group.0.added)
        }
    }

    /// Records decisions on claims.
    public func decide(_ decisions: [Decision]) async throws {
        for group in Self.groups(decisions, by: { GroupKey($0.author, $0.added) }) {
            try await record(.decisions(group.1), author: group.0.author, added: group.0.added)
        }
    }

    /// The decisions as the journal tells them; a store that can ask its database does so instead.
    public func allDecisions() async throws -> [Decision] {
        var all: [Decision] = []
        var number: Int64 = 0
        while true {
            let entries = try await journal(after: number, limit: 500)
            for entry in entries { if case .decisions(let decisions) = entry.change { all += decisions } }
            guard let last = entries.last, entries.count == 500 else { return all }
            number = last.number
        }
    }

    /// Every claim about a record with what became of it, and the decisions: for a record's page.
    public func account(of id: RecordID) async throws -> RecordAccount {
        RecordAccount(try await statements(about: id), decisions: try await decisions(about: id))
    }

    /// Runs of elements of one author and time, which make one change each.
    static func groups<Element>(
        _ elements: [Element], by key: (Element) -> GroupKey
    ) -> [(GroupKey, [Element])] {
        var groups: [(GroupKey, [Element])] = []
        for element in elements {
            let key = key(element)
            if groups.last?.0 == key {
                groups[groups.count - 1].1.append(element)
            } else {
                groups.append((key, [element]))
            }
        }
        return groups
    }
}

/// Who changed something when.
struct GroupKey: Hashable {
    let author: Author
    let added: String
    init(_ author: Author, _ added: String) {
        self.author = author
        self.added = added
    }
}
