internal import ArgumentParser
internal import Exchange
internal import Ledger
internal import SourceText

/// `kelishuv show`: one record or document.
struct ShowCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one record with the words behind every value, or one document with what it says.",
        discussion: """
            An id is that of an agreement (a-…), a meeting (m-…) or a visit (v-…), or a document's hash, of which \
            the first eight digits are enough.

            Examples:
              kelishuv show a-0123456789abcdef
              kelishuv show 3f1c09ab
              kelishuv show a-0123456789abcdef --json
            """)

    @Argument(help: ArgumentHelp("A record's id or a document's hash, as “list” shows them."))
    var id: String

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Name the rules that made each value.")
    var explain = false

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard RecordID(id) != nil || DocumentArgument.isPossible(id) else {
            throw ValidationError(
                "“\(id)” is no id. Give that of a record, such as a-0123456789abcdef, or eight or more digits of a "
                    + "document's hash; “kelishuv list” shows them.")
        }
    }

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        if let record = RecordID(id) {
            console.out(try await text(of: record, store))
        } else {
            console.out(try await text(of: try await DocumentArgument.hash(id, store), store))
        }
        return .ok
    }

    private func text(of id: RecordID, _ store: some LedgerStore) async throws -> String {
        var writer = RecordJSON(store, explains: explain)
        let table = FindingsTable(explains: explain)
        switch id.kind {
        case .agreement:
            guard let record = try await store.agreement(id) else { throw Self.unknown(id) }
            return json
                ? try await writer.text(record) + "\n"
                : table.text("agreement \(id)", table.section(record.finding), record.document)
        case .meeting:
            guard let record = try await store.meeting(id) else { throw Self.unknown(id) }
            return json
                ? try await writer.text(record) + "\n"
                : table.text("meeting \(id)", table.section(record.finding), record.document)
        case .visit:
            guard let record = try await store.visit(id) else { throw Self.unknown(id) }
            return json
                ? try await writer.text(record) + "\n"
                : table.text("visit \(id)", table.section(record.finding), record.document)
        }
    }

    private func text(of hash: DocumentHash, _ store: some LedgerStore) async throws -> String {
        guard let summary = try await store.summary(of: hash), let document = try await store.document(hash) else {
            throw DocumentArgument.unknown(hash.hexadecimal)
        }
        let records = try await DocumentRecords(hash, store)
        if json {
            var writer = RecordJSON(store, explains: explain)
            return try await writer.text(summary, document, records) + "\n"
        }
        let table = FindingsTable(explains: explain)
        var parts = [table.head(summary)]
        parts += records.visits.map { table.text("visit \($0.id)", table.section($0.finding)) }
        parts += records.meetings.map { table.text("meeting \($0.id)", table.section($0.finding)) }
        parts += records.agreements.map { table.text("agreement \($0.id)", table.section($0.finding)) }
        parts.append(document.text.hasSuffix("\n") ? document.text : document.text + "\n")
        return parts.joined(separator: "\n")
    }

    private static func unknown(_ id: RecordID) -> Failure {
        Failure(
            status: .someFailed,
            message:
                "The ledger holds no \(id.kind.rawValue) “\(id)”. “kelishuv list \(id.kind.rawValue)s” shows those "
                + "that it holds.")
    }
}
