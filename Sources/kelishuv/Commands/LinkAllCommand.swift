internal import ArgumentParser
internal import Deals
internal import Exchange
internal import Foundation
internal import Ledger
internal import Linkage

/// `kelishuv link all`: links the whole ledger anew.
struct LinkAllCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Link the whole ledger anew (what “kelishuv link” does).",
        discussion: """
            Judgements are recorded for pairs of agreements; persons' judgements stand. Meetings, visits, organisations, persons \
            and near copies of documents are grouped too. “kelishuv add” links each new document by itself.

            Examples:
              kelishuv link all
              kelishuv link all --json
              kelishuv link all --ledger project/ledger.sqlite
            """)

    @Flag(help: "Write the summary as one JSON object.")
    var json = false

    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        let summary = try await LedgerLinking.make(store).linkAll()
        let counts: [(key: String, count: Int, text: String)] = [
            ("records", summary.records, "agreements told"), ("deals", summary.deals, "deals that they are"),
            ("joined", summary.joined, "pairs joined"), ("doubtful", summary.doubtful, "pairs in doubt"),
            ("stages", summary.stages, "pairs of a memorandum and its contract"),
            ("parts", summary.parts, "parts of packages"),
            ("documents", summary.documents, "documents with agreements"),
            ("sources", summary.sources, "independent sources among them"),
            ("recorded", summary.recorded, "judgements recorded"),
        ]
        if json {
            var text = JSONText()
            text.object { text in
                for entry in counts {
                    text.key(entry.key)
                    text.int(entry.count)
                }
            }
            console.line(text.text)
            return .ok
        }
        let width = counts.map { "\($0.count)".count }.max() ?? 0
        for entry in counts {
            let digits = "\(entry.count)"
            console.line(String(repeating: " ", count: width - digits.count) + digits + "  " + entry.text)
        }
        if summary.doubtful > 0 { console.line("“kelishuv link review” shows the pairs in doubt.") }
        return .ok
    }
}

extension LedgerLinking {
    /// Linking by this program, now.
    static func make(_ store: any LedgerStore) throws(Failure) -> LedgerLinking {
        do {
            return LedgerLinking(
                store: store, tables: try LinkTables.bundled.get(), author: .program(Version.text),
                added: Date.now.formatted(.iso8601))
        } catch {
            throw Failure(
                status: .internalError,
                message:
                    "The tables of linkage cannot be read (\(error)). The folders kelishuv_*.resources belong beside "
                    + "the program; install it again.")
        }
    }
}
