public import Deals
internal import Ledger

/// How many deals stood on each stage at the end of a year.
public struct YearShares: Hashable, Sendable {
    public let year: Int
    /// The day that it is counted on: 31 December, or the day asked about in the last year.
    public let day: PartialDate
    public let deals: Int
    /// In the order of ``Stage/all``; stages on which none stood are left out.
    public let stages: [(stage: Stage, deals: Int)]

    public static func == (left: YearShares, right: YearShares) -> Bool {
        left.day == right.day && left.deals == right.deals
            && left.stages.map(\.stage) == right.stages.map(\.stage)
            && left.stages.map(\.deals) == right.stages.map(\.deals)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(day)
        hasher.combine(deals)
    }

    /// The shares at the end of each year, from the first report to a day.
    public static func years(of deals: [Deal], until day: PartialDate) -> [YearShares] {
        let first = deals.flatMap(\.reports).compactMap { $0.document.published?.year }.min() ?? day.year
        guard first <= day.year else { return [] }
        return (first...day.year).map { year in
            let end = year == day.year ? day : PartialDate(year: year, month: 12, day: 31) ?? day
            var counts: [Stage: Int] = [:]
            var all = 0
            for deal in deals {
                guard let standing = deal.standing(on: end) else { continue }
                all += deal.count
                if let stage = standing.stage { counts[stage, default: 0] += deal.count }
            }
            return YearShares(
                year: year, day: end, deals: all,
                stages: Stage.all.compactMap { stage in counts[stage].map { (stage, $0) } })
        }
    }
}
