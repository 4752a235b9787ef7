internal import ArgumentParser
internal import Deals
internal import Exchange
internal import FollowThrough
internal import Ledger

/// `kelishuv follow`: what became of deals.
struct FollowCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Show what became of deals: stage by stage, with who says so.",
        discussion: """
            Without an id all deals are listed with the stage on which they stand; with the id of one of its records \
            one deal's history is shown. A deal is silent when no source has spoken of it for a year, though it \
            neither works nor was called off; overdue when the day that a source set for a stage is over.

            Examples:
              kelishuv follow
              kelishuv follow --silent --on 2026-01-01
              kelishuv follow --overdue --json
              kelishuv follow a-0123456789abcdef
            """)

    @Argument(help: ArgumentHelp("The id of an agreement."), transform: Self.agreement)
    var id: RecordID?

    @Flag(help: "List only deals that have gone silent.")
    var silent = false

    @Flag(help: "List only deals that have passed a day that a source set for them.")
    var overdue = false

    @Flag(help: "Write JSON, one deal a line.")
    var json = false

    @OptionGroup var days: DayOptions
    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let snapshot = try await Snapshot.load(try ledger.openExisting(console))
        let day = days.day
        if let id {
            guard let deal = snapshot.deal(of: id), let standing = deal.standing(on: day) else {
                throw Failure(
                    status: .someFailed,
                    message: "The ledger knows no agreement “\(id)” on \(day). “kelishuv follow” shows those that it "
                        + "knows.")
            }
            console.out(json ? FollowJSON.text(deal, standing) + "\n" : FollowText.history(of: deal, standing))
            return .ok
        }
        var shown = 0
        var table = TextTable(
            ["id", "stage", "since", "last word", "silent", "overdue", "amount", "parties", "subject"],
            limits: [7: 50, 8: 40])
        for deal in snapshot.deals {
            guard let standing = deal.standing(on: day), !silent || standing.isSilent, !overdue || standing.isOverdue
            else { continue }
            shown += 1
            if json {
                console.line(FollowJSON.text(deal, standing))
            } else {
                table.add(FollowText.row(deal, standing, on: day))
            }
        }
        if json { return .ok }
        if shown > 0 { console.line(table.text) }
        console.line(shown == 1 ? "1 deal on \(day)." : "\(shown) deals on \(day).")
        return .ok
    }

    private static func agreement(_ text: String) throws -> RecordID {
        guard let id = RecordID(text), id.kind == .agreement else {
            throw ValidationError(
                "“\(text)” is no agreement's id. Give one such as a-0123456789abcdef; “kelishuv follow” shows them.")
        }
        return id
    }
}
