internal import ArgumentParser
internal import Deals
internal import FollowThrough
internal import Languages
internal import Ledger
internal import SourceText

/// `kelishuv statistics`: how many promises were kept.
struct StatisticsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "statistics",
        abstract: "Show how far deals have come: by stage, over the years, and how long it takes.",
        discussion: """
            Each deal is counted once, on the stage where it stands; a package only for what its parts leave over. \
            Stages are never added together. Sums are brought to US dollars at the average rate of the year in which \
            they were stated, with the sources' amounts beside them.

            Waiting times are Kaplan-Meier estimates with 95 per cent confidence bands: deals that are still open \
            count as not done up to the last word about them.

            Examples:
              kelishuv statistics
              kelishuv statistics --by country
              kelishuv statistics --by official --on 2026-01-01 --json
            """)

    @Option(help: "By what deals are taken apart: all, place, official, company, country, sector or visit.")
    var by: Dimension = .all

    @Option(help: ArgumentHelp("The language of place names: ru, uz-Latn, uz-Cyrl, en or zh.", valueName: "tag"))
    var language: LanguageTag = .english

    @Flag(help: "Write JSON, one group a line.")
    var json = false

    @OptionGroup var days: DayOptions
    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let snapshot = try await Snapshot.load(try ledger.openExisting(console))
        let rates: ExchangeRates
        let places: Places
        do {
            rates = try ExchangeRates.bundled.get()
            places = try Places.bundled.get()
        } catch {
            throw Failure(status: .internalError, message: "The tables cannot be read (\(error)). Install it again.")
        }
        let day = days.day
        let groups = snapshot.groups(of: snapshot.deals, by: by, places: places, language: language)
        for (number, group) in groups.enumerated() {
            let statistics = Statistics(group.deals, on: day, rates: rates)
            if json {
                console.line(StatisticsJSON.text(group.name, statistics))
            } else {
                console.out((number > 0 ? "\n" : "") + StatisticsText.text(group.name, statistics))
            }
        }
        if groups.isEmpty, !json { console.line("No deals.") }
        return .ok
    }
}
