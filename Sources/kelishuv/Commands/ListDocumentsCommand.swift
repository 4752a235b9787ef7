internal import ArgumentParser
internal import Deals
internal import Ledger
internal import SourceText

/// `kelishuv list documents`.
struct ListDocumentsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "List the documents that were read, the latest published first.",
        discussion: """
            Examples:
              kelishuv list documents
              kelishuv list documents --limit 20 --offset 40
              kelishuv list documents --json
            """)

    @OptionGroup(title: "List") var list: ListOptions
    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        let documents = try await store.documents(list.page)
        if list.json {
            for document in documents { console.line(RecordJSON.text(document)) }
            return .ok
        }
        var table = TextTable(
            ["hash", "published", "language", "agreements", "meetings", "visits", "source", "title"],
            limits: [6: 30, 7: 70])
        for document in documents {
            table.add([
                String(document.hash.hexadecimal.prefix(12)), document.published?.description ?? "–",
                document.language?.rawValue ?? "–", "\(document.agreementCount)", "\(document.meetingCount)",
                "\(document.visitCount)", document.metadata.source ?? "–", document.metadata.title ?? "–",
            ])
        }
        if !documents.isEmpty { console.line(table.text) }
        console.line(list.footer(shown: documents.count, of: try await store.documentCount(), "documents"))
        return .ok
    }
}
