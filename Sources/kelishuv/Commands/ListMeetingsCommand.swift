internal import ArgumentParser
internal import Deals
internal import Ledger
internal import SourceText

/// `kelishuv list meetings`.
struct ListMeetingsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "meetings",
        abstract: "List meetings, the newest first.",
        discussion: """
            Examples:
              kelishuv list meetings
              kelishuv list meetings --document 3f1c09ab --json
            """)

    @Option(
        help: ArgumentHelp("Those of one document, in its order, by the first digits of its hash.", valueName: "hash"))
    var document: String?

    @OptionGroup(title: "List") var list: ListOptions
    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        var hash: DocumentHash?
        if let document { hash = try await DocumentArgument.hash(document, store) }
        let records = try await store.meetings(in: hash, page: list.page)
        if list.json {
            var writer = RecordJSON(store)
            for record in records { console.line(try await writer.text(record)) }
            return .ok
        }
        var table = TextTable(["id", "date", "place", "parties"], limits: [2: 40, 3: 90])
        for record in records {
            table.add([
                record.id.text, record.eventDay?.description ?? "–", record.finding.place?.value.name ?? "–",
                ValueText.names(record.finding.parties),
            ])
        }
        if !records.isEmpty { console.line(table.text) }
        console.line(list.footer(shown: records.count, of: nil, "meetings"))
        return .ok
    }
}
