import Accounts
import FollowThrough
import Ledger
import Questions

/// The ledger as pictures and answers need it: read whole once, and kept until something was added.
actor LedgerSnapshots {
    /// Above so many agreements the ledger is not read whole for a page.
    static let most = 200_000
    /// What linkage groups anew is seen after so many seconds.
    private static let freshness: Time = 60

    private let store: any LedgerStore
    private var held: (key: Key, snapshot: Task<Snapshot, any Error>)?
    private var asked: (key: Key, origins: Task<PartyOrigins, any Error>)?

    init(_ store: any LedgerStore) { self.store = store }

    /// When what is held is still right.
    private struct Key: Hashable {
        let head: JournalHead?
        let documents: Int
        let period: Time
    }

    /// A ledger too large to be read for one page.
    struct TooLarge: Error {}

    /// What the ledger holds now. Who asks while it is being read waits for the same reading.
    /// - Throws: ``TooLarge``, and what the store throws.
    func current(at time: Time) async throws -> Snapshot { try await load(try await key(time)) }

    /// The same with where companies come from, which questions ask for.
    func withOrigins(at time: Time) async throws -> (Snapshot, PartyOrigins) {
        let key = try await key(time)
        let snapshot = try await load(key)
        if let asked, asked.key == key { return (snapshot, try await asked.origins.value) }
        let store = self.store
        let task = Task { try await PartyOrigins.load(store, snapshot) }
        asked = (key, task)
        do {
            return (snapshot, try await task.value)
        } catch {
            asked = nil
            throw error
        }
    }

    private func load(_ key: Key) async throws -> Snapshot {
        if let held, held.key == key { return try await held.snapshot.value }
        guard try await store.agreementCount(AgreementFilter()) <= Self.most else { throw TooLarge() }
        // Another one may have begun meanwhile.
        if let held, held.key == key { return try await held.snapshot.value }
        let store = self.store
        let task = Task { try await Snapshot.load(store) }
        held = (key, task)
        do {
            return try await task.value
        } catch {
            held = nil
            throw error
        }
    }

    private func key(_ time: Time) async throws -> Key {
        Key(
            head: try await store.journalHead(), documents: try await store.documentCount(),
            period: time / Self.freshness)
    }
}

extension PageRequest {
    /// The ledger as pictures and answers need it.
    /// - Throws: ``PageFailure/refused(_:)`` when it is too large.
    func snapshot() async throws -> Snapshot {
        do {
            return try await site.snapshots.current(at: site.now())
        } catch is LedgerSnapshots.TooLarge {
            throw PageFailure.refused(text("ask.too_large", wording.number(LedgerSnapshots.most)))
        }
    }
}
