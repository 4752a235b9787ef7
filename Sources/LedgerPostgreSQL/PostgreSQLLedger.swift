public import Deals
public import Ledger
public import SourceText

/// The ledger in a PostgreSQL database (15 or later), in the schema `kelishuv` of it.
///
/// Connections are pooled, each waits on a thread of its own. Writers take turns by an advisory lock, so that the journal has
/// one order; readers wait for nobody. Failures are ``LedgerFailure``s.
public final class PostgreSQLLedger: LedgerStore {
    /// The address without its password.
    public let path: String
    private let pool: Pool

    /// Whether a text is the address of a PostgreSQL database.
    public static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// Names a ledger; it is connected to, and its schema made where it is missing or old, at the first use.
    /// - Parameters:
    ///   - address: `postgres://user:password@host:port/database`, with the parameters that libpq knows.
    ///   - connections: how many are opened at most.
    public init(_ address: String, connections: Int = 8) {
        path = Self.withoutPassword(address)
        pool = Pool(address, name: path, limit: connections)
    }

    /// Closes the connections; they are opened anew at the next use.
    public func close() async { await pool.close() }

    private static func withoutPassword(_ address: String) -> String {
        guard let slashes = address.firstRange(of: "://"), let at = address.lastIndex(of: "@"),
            let colon = address[slashes.upperBound..<at].firstIndex(of: ":")
        else { return address }
        return address[..<colon] + "" + address[at...]
    }

    /// Reads from one unchanging state of the ledger.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (inout DocumentReading) throws -> Value
    ) async throws -> Value {
        try await pool.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") { session in
            var reading = DocumentReading(session)
            return try body(&reading)
        }
    }

    /// Writes in one transaction, after all others that write.
    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
        try await pool.transaction("BEGIN; " + Schema.lock, body)
    }

    public func add(
        _ document: Document, _ findings: Findings, author: String, added: String
    ) async throws -> AddOutcome {
        let contribution = try Contribution(document, findings, author: author, added: added)
        return try await write { try ChangeWriting(session: $0).add(contribution) }
    }

    public func record(_ change: Change, author: Author, added: String) async throws {
        try Contribution.check(author: author.name, added: added)
        try await write { try ChangeWriting(session: $0).write(change, author: author, added: added) }
    }

    public func journal(after number: Int64, limit: Int) async throws -> [JournalEntry] {
        try await read { reading in try reading.journal(after: number, limit: limit) }
    }

    public func journalHead() async throws -> JournalHead? {
        try await read {
            try $0.session.rows("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1").first.map {
                JournalHead(number: $0.number(0), hash: $0.text(1))
            }
        }
    }

    public func records(of document: DocumentHash) async throws -> [RecordID] {
        try await read { reading in try reading.number(of: document).map { try reading.recordIDs(of: $0) } ?? [] }
    }

    public func statements(about id: RecordID) async throws -> [ClaimStatement] {
        try await read { reading in
            try reading.number(of: id).flatMap { try reading.records([$0]).first?.statements } ?? []
        }
    }

    public func decisions(about id: RecordID) async throws -> [Decision] {
        try await read { reading in
            try reading.number(of: id).map { try reading.decisions("record = $1", ["\($0)"]) } ?? []
        }
    }

    public func claims(about id: RecordID) async throws -> [Claim] { try await statements(about: id).map(\.claim) }

    public func document(_ hash: DocumentHash) async throws -> Document? {
        try await read { reading in try reading.number(of: hash).map { try reading.document($0) } }
    }

    public func summary(of hash: DocumentHash) async throws -> DocumentSummary? {
        try await read { reading in try reading.number(of: hash).map { try reading.summary($0) } }
    }

    public func documents(_ page: Page) async throws -> [DocumentSummary] {
        try await read { reading in
            let numbers = try reading.session.rows(
                "SELECT number FROM document ORDER BY published DESC NULLS LAST, number DESC LIMIT $1 OFFSET $2",
                ["\(page.limit)", "\(page.offset)"]
            ).map { $0.number(0) }
            try reading.summarise(numbers)
            return try numbers.map { try reading.summary($0) }
        }
    }

    public func documentCount() async throws -> Int {
        try await read { try $0.session.rows("SELECT count(*) FROM document").first?.integer(0) ?? 0 }
    }
}
