public import Deals
internal import GRDB
public import Ledger
public import SourceText

/// The ledger in one SQLite file (with `-wal` and `-shm` beside it while it is open).
///
/// Many read at once, one writes; several programs may have the file open. A document that ``add(_:_:author:added:)``
/// has returned from is on the disk. Failures are ``LedgerFailure``s.
public final class SQLiteLedger: LedgerStore {
    /// Where the file is.
    public let path: String
    let pool: DatabasePool

    /// Opens a ledger, and makes it, its folder and its tables where they are missing.
    /// - Parameter busyTimeout: how many seconds to wait while another program writes.
    /// - Throws: ``LedgerFailure``; the file is then as it was.
    public convenience init(path: String, busyTimeout: Double = 10) throws {
        try self.init(path: path, busyTimeout: busyTimeout, upTo: nil)
    }

    /// - Parameter version: the migration to stop at, for tests of later ones.
    init(path: String, busyTimeout: Double = 10, upTo version: Int?) throws {
        self.path = path
        do {
            pool = try Opening.open(path, busyTimeout: busyTimeout, upTo: version)
        } catch {
            throw LedgerFailure.meaning(of: error, path: path)
        }
    }

    /// Closes the file; the ledger cannot be used afterwards. Letting go of the ledger closes it too.
    public func close() throws {
        do { try pool.close() } catch { throw LedgerFailure.meaning(of: error, path: path) }
    }

    public func add(
        _ document: Document, _ findings: Findings, author: String, added: String
    ) async throws -> AddOutcome {
        let contribution = try Contribution(document, findings, author: author, added: added)
        let path = path
        return try await write { try ChangeWriting(db: $0, path: path).add(contribution) }
    }

    public func record(_ change: Change, author: Author, added: String) async throws {
        try Contribution.check(author: author.name, added: added)
        let path = path
        try await write { try ChangeWriting(db: $0, path: path).write(change, author: author, added: added) }
    }

    public func journal(after number: Int64, limit: Int) async throws -> [JournalEntry] {
        try await read { reading in try reading.journal(after: number, limit: limit) }
    }

    public func journalHead() async throws -> JournalHead? {
        try await read {
            try Row.fetchOne($0.db, sql: "SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1").map {
                JournalHead(number: $0[0], hash: $0[1])
            }
        }
    }

    public func records(of document: DocumentHash) async throws -> [RecordID] {
        let path = path
        return try await read { reading in
            try reading.number(of: document).map { try ChangeWriting(db: reading.db, path: path).recordIDs(of: $0) }
                ?? []
        }
    }

    public func statements(about id: RecordID) async throws -> [ClaimStatement] {
        try await read { reading in
            try reading.number(of: id).flatMap { try reading.records([$0]).first?.statements } ?? []
        }
    }

    public func decisions(about id: RecordID) async throws -> [Decision] {
        try await read { reading in
            try reading.number(of: id).flatMap { try reading.records([$0]).first?.decisions } ?? []
        }
    }

    public func allDecisions() async throws -> [Decision] { try await read { try $0.allDecisions() } }

    public func document(_ hash: DocumentHash) async throws -> Document? {
        try await read { reading in try reading.number(of: hash).map { try reading.document($0) } }
    }

    public func summary(of hash: DocumentHash) async throws -> DocumentSummary? {
        try await read { reading in try reading.number(of: hash).map { try reading.summary($0) } }
    }

    public func documents(_ page: Page) async throws -> [DocumentSummary] {
        try await read { reading in
            let numbers = try Int64.fetchAll(
                reading.db.cachedStatement(
                    sql: "SELECT number FROM document ORDER BY published DESC, number DESC LIMIT ? OFFSET ?"),
                arguments: [page.limit, page.offset])
            return try numbers.map { try reading.summary($0) }
        }
    }

    public func documentCount() async throws -> Int {
        try await read { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM document") ?? 0 }
    }

    public func agreements(
        _ filter: AgreementFilter, order: AgreementOrder, page: Page
    ) async throws -> [AgreementRecord] {
        try await read { reading in
            try reading.agreements(try AgreementQuery(filter).numbers(order, page, reading.db))
        }
    }

    public func agreementCount(_ filter: AgreementFilter) async throws -> Int {
        try await read { try AgreementQuery(filter).count($0.db) }
    }

    public func totals(_ filter: AgreementFilter) async throws -> [Total] {
        try await read { try AgreementQuery(filter).totals($0.db) }
    }

    public func agreement(_ id: RecordID) async throws -> AgreementRecord? {
        guard id.kind == .agreement else { return nil }
        return try await read { reading in
            try reading.number(ofShown: id).flatMap { try reading.agreements([$0]).first }
        }
    }

    public func meetings(in document: DocumentHash?, page: Page) async throws -> [MeetingRecord] {
        try await read { reading in
            try reading.meetings(try reading.numbers(of: .meeting, in: document, page))
        }
    }

    public func visits(in document: DocumentHash?, page: Page) async throws -> [VisitRecord] {
        try await read { reading in try reading.visits(try reading.numbers(of: .visit, in: document, page)) }
    }

    public func visit(_ id: RecordID) async throws -> VisitRecord? {
        guard id.kind == .visit else { return nil }
        return try await read { reading in try reading.number(ofShown: id).flatMap { try reading.visits([$0]).first } }
    }

    public func meeting(_ id: RecordID) async throws -> MeetingRecord? {
        guard id.kind == .meeting else { return nil }
        return try await read { reading in try reading.number(ofShown: id).flatMap { try reading.meetings([$0]).first }
        }
    }

    public func claims(about id: RecordID) async throws -> [Claim] {
        try await read { reading in try reading.number(of: id).flatMap { try reading.records([$0]).first?.claims } ?? []
        }
    }

    // MARK: Access

    /// Reads from one unchanging state of the ledger.
    func read<Value: Sendable>(_ body: @escaping @Sendable (inout DocumentReading) throws -> Value) async throws
        -> Value
    {
        let path = path
        do {
            return try await pool.read { db in
                var reading = DocumentReading(db, path: path)
                return try body(&reading)
            }
        } catch {
            throw LedgerFailure.meaning(of: error, path: path)
        }
    }

    /// Writes in one transaction.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            return try await pool.write(body)
        } catch {
            throw LedgerFailure.meaning(of: error, path: path)
        }
    }
}
