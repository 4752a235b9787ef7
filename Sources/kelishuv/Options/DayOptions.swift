internal import ArgumentParser
internal import Deals
internal import Foundation

/// On which day things are looked at.
struct DayOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Look at the ledger as on this day, instead of today.", valueName: "YYYY-MM-DD"),
        transform: DateText.day)
    var on: PartialDate?

    /// The day asked for, else today in UTC.
    var day: PartialDate {
        on ?? PartialDate(iso: Date.now.formatted(.iso8601.year().month().day())) ?? PartialDate(year: 1970)!
    }
}
