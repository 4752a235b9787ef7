internal import ArgumentParser
internal import Deals
internal import Ledger
internal import SourceText

/// `kelishuv list visits`.
struct ListVisitsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "visits",
        abstract: "List visits, the newest first.",
        discussion: """
            Examples:
              kelishuv list visits
              kelishuv list visits --document 3f1c09ab --json
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
        let records = try await store.visits(in: hash, page: list.page)
        if list.json {
            var writer = RecordJSON(store)
            for record in records { console.line(try await writer.text(record)) }
            return .ok
        }
        var table = TextTable(["id", "date", "to", "who", "leader", "cities"], limits: [2: 30, 3: 50, 4: 40, 5: 50])
        for record in records {
            table.add([
                record.id.text, record.eventDay?.description ?? "–", record.finding.to?.value.name ?? "–",
                record.finding.who?.value.name ?? "–", record.finding.leader?.value.name ?? "–",
                ValueText.names(record.finding.cities),
            ])
        }
        if !records.isEmpty { console.line(table.text) }
        console.line(list.footer(shown: records.count, of: nil, "visits"))
        return .ok
    }
}
