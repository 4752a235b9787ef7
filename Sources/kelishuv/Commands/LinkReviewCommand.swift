internal import ArgumentParser
internal import Deals
internal import Exchange
internal import Ledger

/// `kelishuv link review`: pairs that a person should look at.
struct LinkReviewCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "List pairs of agreements that may be one deal, the likeliest first.",
        discussion: """
            Under each pair stand the two records, and what speaks for and against it with its weight.

            Examples:
              kelishuv link review
              kelishuv link review --limit 10 --json
            """)

    @OptionGroup(title: "List") var list: ListOptions
    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        let pairs = try await store.doubtful(.agreement, page: list.page)
        for pair in pairs {
            if list.json {
                console.line(Self.json(pair))
                continue
            }
            console.line("\(Int((pair.score * 100).rounded())) %")
            for id in [pair.first, pair.second] {
                let line =
                    if let record = RecordID(id) { try await RecordLine.text(record, store) } else { String?.none }
                console.line("  \(id)  \(line ?? "not in the ledger")")
            }
            console.line("  \(pair.reasons.joined(separator: ", "))")
        }
        if !list.json {
            let count = try await store.standingCount(.agreement, .doubtful)
            console.line(list.footer(shown: pairs.count, of: count, "pairs in doubt"))
        }
        return .ok
    }

    private static func json(_ pair: Judgement) -> String {
        var json = JSONText()
        json.object { json in
            json.key("first")
            json.string(pair.first)
            json.key("second")
            json.string(pair.second)
            json.key("score")
            json.double(pair.score)
            json.key("reasons")
            json.array { json in for reason in pair.reasons { json.string(reason) } }
        }
        return json.text
    }
}
