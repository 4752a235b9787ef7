internal import ArgumentParser
internal import Extraction
internal import Foundation
internal import Ledger
internal import Reading

/// `kelishuv add`: reads items and records what they say.
struct AddCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Read articles and record what they say in the ledger.",
        discussion: """
            An article that is there already changes nothing. One that cannot be read is named on standard error, \
            and the others are recorded all the same; the exit code is then 1.

            Examples:
              kelishuv add article.html
              kelishuv add articles/*.html articles/*.txt
              kelishuv add https://news.example/2024/01/17/visit --published 2024-01-17
              kelishuv add article.html --ledger project/ledger.sqlite
            """)

    @Argument(help: ArgumentHelp("Text or HTML files, addresses, or - for standard input.", valueName: "item"))
    var items: [ItemArgument]

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var ledger: LedgerOptions

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    func run(_ console: Console) async throws -> ExitStatus {
        let extractor = try Extractor.loaded()
        let store = try ledger.open(console)
        var failed = 0
        for (number, item) in items.enumerated() {
            if items.count > 1 { console.progress("\(number + 1)/\(items.count) \(item.text)") }
            do {
                let document = try await item.read(reading)
                let findings = extractor.findings(in: document)
                let outcome = try await store.add(
                    document, findings, author: Version.text, added: Date.now.formatted(.iso8601))
                if case .added(let records) = outcome { try await LedgerLinking.make(store).link(records) }
                console.endProgress()
                if !quiet {
                    let name = item.text == "-" ? "standard input" : item.text
                    console.line(try await report(outcome, name, store))
                }
            } catch let error as ReadingError {
                console.endProgress()
                console.complain(error.description)
                failed += 1
            }
        }
        guard failed > 0 else { return .ok }
        if items.count > 1 { console.complain("\(failed) of \(items.count) items could not be read; the others were.") }
        return .someFailed
    }

    /// What became of an item: a line, and one for each new record.
    private func report(_ outcome: AddOutcome, _ name: String, _ store: some LedgerStore) async throws -> String {
        guard case .added(let records) = outcome else {
            return "\(name): known already, with \(Self.counts(outcome.records)); nothing was changed"
        }
        var lines = ["\(name): recorded \(Self.counts(records))"]
        for id in records {
            guard let summary = try await RecordLine.text(id, store) else { continue }
            lines.append("  \(id)  \(summary)")
        }
        return lines.joined(separator: "\n")
    }

    private static func counts(_ records: [RecordID]) -> String {
        let parts = RecordKind.allCases.compactMap { kind -> String? in
            let count = records.count { $0.kind == kind }
            return count == 0 ? nil : count == 1 ? "1 \(kind.rawValue)" : "\(count) \(kind.rawValue)s"
        }
        return parts.isEmpty ? "no events" : parts.joined(separator: ", ")
    }
}
