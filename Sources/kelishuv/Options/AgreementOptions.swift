internal import ArgumentParser
internal import Deals
internal import Ledger
internal import SourceText

/// Which agreements are listed, and in which order.
struct AgreementOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Words in names, subject or place, in any spelling; the beginning of a word is enough."))
    var words: String?

    @Option(help: ArgumentHelp("How far the thing has come; may be given several times."))
    var status: [AgreementStatus] = []

    @Option(help: ArgumentHelp("What paper it is; may be given several times."))
    var kind: [AgreementKind] = []

    @Option(help: ArgumentHelp("The branch; may be given several times."))
    var sector: [Sector] = []

    @Option(help: ArgumentHelp("A party's name.", valueName: "name"))
    var party: String?

    @Option(help: ArgumentHelp("A place's name or id.", valueName: "name"))
    var place: String?

    @Option(help: ArgumentHelp("The currency of the amount, such as USD.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("The smallest amount, in whole units of its currency.", valueName: "amount"))
    var minimum: Double?

    @Option(help: ArgumentHelp("The largest amount, in whole units of its currency.", valueName: "amount"))
    var maximum: Double?

    @Option(
        help: ArgumentHelp("The first day: YYYY, YYYY-MM or YYYY-MM-DD.", valueName: "date"),
        transform: DateText.date)
    var from: PartialDate?

    @Option(
        help: ArgumentHelp("The last day: YYYY, YYYY-MM or YYYY-MM-DD.", valueName: "date"),
        transform: DateText.date)
    var until: PartialDate?

    @Option(help: ArgumentHelp("The document, by its hash or the first eight or more digits of it.", valueName: "hash"))
    var document: String?

    @Option(help: ArgumentHelp("Leave out records that are less certain, 0 to 1.", valueName: "number"))
    var minimumConfidence: Confidence?

    @Option(help: ArgumentHelp("The order: newest, oldest, amount or place."))
    var order: AgreementOrder = .newest

    func validate() throws {
        if let currency {
            guard currency.utf8.count == 3, currency.uppercased().utf8.allSatisfy({ (65...90).contains($0) }) else {
                throw ValidationError(
                    "“--currency \(currency)” is no currency. Give its three letters after ISO 4217, such as USD.")
            }
        }
        for (name, value) in [("minimum", minimum), ("maximum", maximum)] {
            if let value, !value.isFinite || value < 0 {
                throw ValidationError("“--\(name) \(value)” is no amount. Give a number from 0 on, such as 1000000.")
            }
        }
    }

    func filter(_ store: some LedgerStore) async throws -> AgreementFilter {
        var filter = AgreementFilter()
        filter.words = words
        filter.statuses = Set(status)
        filter.kinds = Set(kind)
        filter.sectors = Set(sector)
        filter.party = party
        filter.place = place
        filter.currency = currency?.uppercased()
        filter.minimum = minimum
        filter.maximum = maximum
        filter.from = from
        filter.until = until
        filter.minimumConfidence = minimumConfidence?.value
        if let document { filter.document = try await DocumentArgument.hash(document, store) }
        return filter
    }
}

/// Dates as the command line gives them.
enum DateText {
    static func date(_ text: String) throws -> PartialDate {
        guard let date = PartialDate(iso: text), text.utf8.count <= 10 else {
            throw ValidationError("“\(text)” is no date. Write it as YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-01.")
        }
        return date
    }

    static func day(_ text: String) throws -> PartialDate {
        let date = try date(text)
        guard date.day != nil else {
            throw ValidationError("“\(text)” is no day. Write it as YYYY-MM-DD, such as 2024-01-17.")
        }
        return date
    }
}
