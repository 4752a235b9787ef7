public import Deals
public import Ledger

/// What stands on one stage. Stages are never added together.
public struct StageRow: Hashable, Sendable {
    /// Nil for deals of which no source names a stage.
    public let stage: Stage?
    /// How many deals; a package of six counts six.
    public let deals: Int
    /// Sums in dollars at the average rate of the year in which each was stated.
    public let dollars: Double
    /// The amounts as the sources state them, by currency.
    public let sums: [Money]
    /// How many records name no sum.
    public let withoutSum: Int
    /// Amounts that no rate of the tables converts; they are in ``sums`` and not in ``dollars``.
    public let unconverted: [Money]
    /// How many of the deals are silent, and what they are worth.
    public let silent: Int
    public let silentDollars: Double
    /// How many have passed a milestone.
    public let overdue: Int
    /// The records behind the row: each deal's newest one that names its sum, else its first.
    public let records: [RecordID]
}

/// Deals by the stage on which they stood on a day, each counted once.
public struct StageTable: Hashable, Sendable {
    /// Up the ladder, then the stops, then those without a stage; empty rows are left out.
    public let rows: [StageRow]
    /// How many deals there are on all stages. There is no such sum of money.
    public var deals: Int { rows.reduce(0) { $0 + $1.deals } }

    /// Sorts deals by stage.
    ///
    /// The parts of a package are counted and the package itself only for what its parts leave over, so that nothing
    /// is counted twice.
    public init(_ deals: [Deal], on day: PartialDate, rates: ExchangeRates) {
        var builders: [Stage?: Builder] = [:]
        let present = Dictionary(
            deals.flatMap { deal in deal.reports.map { ($0.id, deal) } }, uniquingKeysWith: { first, _ in first })
        for deal in deals {
            guard let standing = deal.standing(on: day) else { continue }
            let parts = Set(deal.parts.compactMap { present[$0] }).subtracting([deal])
            builders[standing.stage, default: Builder(stage: standing.stage)]
                .add(deal, standing, parts: parts, on: day, rates)
        }
        rows = ((Stage.all as [Stage?]) + [nil]).compactMap { builders[$0]?.row }.filter { $0.deals > 0 }
    }

    private struct Builder {
        let stage: Stage?
        var deals = 0
        var dollars = 0.0
        var sums: [String: (value: Double, qualifiers: Set<AmountQualifier>)] = [:]
        var withoutSum = 0
        var unconverted: [Money] = []
        var silent = 0
        var silentDollars = 0.0
        var overdue = 0
        var records: [RecordID] = []

        init(stage: Stage?) { self.stage = stage }

        mutating func add(
            _ deal: Deal, _ standing: Standing, parts: Set<Deal>, on day: PartialDate, _ rates: ExchangeRates
        ) {
            let count = max(0, deal.count - parts.reduce(0) { $0 + $1.count })
            guard count > 0 || parts.isEmpty else { return }
            deals += max(count, parts.isEmpty ? 1 : 0)
            let stated = deal.amount(on: day)
            records.append(stated?.report ?? deal.id)
            var worth: Double?
            if let stated {
                let rest = Self.rest(of: stated.amount.value, without: parts, on: day)
                if rest.value > 0 {
                    let sum = sums[rest.currency] ?? (0, [])
                    sums[rest.currency] = (sum.value + rest.value, sum.qualifiers.union([rest.qualifier]))
                    worth = rates.dollars(rest, in: stated.year)?.dollars
                    if worth == nil { unconverted.append(rest) }
                }
            } else {
                withoutSum += 1
            }
            dollars += worth ?? 0
            if standing.isSilent {
                silent += max(count, 1)
                silentDollars += worth ?? 0
            }
            if standing.isOverdue { overdue += max(count, 1) }
        }

        /// What a package is worth beyond the parts that are counted by themselves.
        private static func rest(of amount: Money, without parts: Set<Deal>, on day: PartialDate) -> Money {
            let counted = parts.compactMap { $0.amount(on: day)?.amount.value }.filter {
                $0.currency == amount.currency
            }
            let rest = max(0, amount.value - counted.reduce(0) { $0 + $1.value })
            return Money(value: rest, currency: amount.currency, qualifier: amount.qualifier)
        }

        var row: StageRow {
            StageRow(
                stage: stage, deals: deals, dollars: dollars,
                sums: sums.sorted { $0.key < $1.key }.map {
                    // "over 5 and about 3" is nothing that a qualifier says but "about".
                    Money(
                        value: $0.value.value, currency: $0.key,
                        qualifier: $0.value.qualifiers.count == 1 ? $0.value.qualifiers.first ?? .exact : .about)
                },
                withoutSum: withoutSum, unconverted: unconverted, silent: silent, silentDollars: silentDollars,
                overdue: overdue, records: records)
        }
    }
}
