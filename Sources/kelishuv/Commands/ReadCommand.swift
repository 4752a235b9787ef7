internal import ArgumentParser
internal import Exchange
internal import Extraction
internal import Reading

/// `kelishuv read`: shows what an item says, and saves nothing.
struct ReadCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Show what an article says about visits, meetings and agreements; save nothing.",
        discussion: """
            Every value stands beside the words of the article that say it.

            Examples:
              kelishuv read article.html
              kelishuv read https://news.example/2024/01/17/visit
              kelishuv read article.txt --published 2024-01-17 --format json
              curl -s https://news.example/1 | kelishuv read - --url https://news.example/1
              kelishuv read articles/*.txt --format jsonl --minimum-confidence 0.6
            """)

    /// How findings are written.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
        case table, json, jsonl
    }

    @Argument(help: ArgumentHelp("A text or HTML file, an address, or - for standard input.", valueName: "item"))
    var items: [ItemArgument]

    @Option(
        help: ArgumentHelp(
            "table, json (one object, or an array for several items) or jsonl (one object a line).", valueName: "format"
        ))
    var format: Format = .table

    @OptionGroup var reading: ReadingOptions

    @Flag(help: "Name the rules that made each value.")
    var explain = false

    @Option(help: ArgumentHelp("Leave out records that are less certain, 0 to 1.", valueName: "number"))
    var minimumConfidence: Confidence = .none

    func run(_ console: Console) async throws -> ExitStatus {
        let extractor = try Extractor.loaded(.init(minimumConfidence: minimumConfidence.value))
        let table = FindingsTable(explains: explain)
        let json = FindingsJSON(explains: explain)
        let isArray = format == .json && items.count > 1
        var status = ExitStatus.ok
        var written = 0
        if isArray { console.line("[") }
        for item in items {
            do throws(ReadingError) {
                let document = try await item.read(reading)
                let findings = extractor.findings(in: document)
                switch format {
                case .table: console.out((written > 0 ? "\n" : "") + table.text(findings, of: document))
                case .json, .jsonl:
                    let text = json.text(findings, of: document, id: item.id)
                    console.out(isArray ? (written > 0 ? ",\n" : "") + text : text + "\n")
                }
                written += 1
            } catch {
                console.complain(error.description)
                status = .someFailed
            }
        }
        if isArray { console.line(written > 0 ? "\n]" : "]") }
        return status
    }
}
