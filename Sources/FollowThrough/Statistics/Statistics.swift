public import Deals

/// All that is worked out for a group of deals.
public struct Statistics: Sendable {
    public let day: PartialDate
    /// The stages on the day.
    public let stages: StageTable
    /// The stages at the end of each year.
    public let years: [YearShares]
    /// From the first signed paper to the ground-breaking.
    public let toConstruction: KaplanMeier
    /// From the first signed paper to the opening.
    public let toOperation: KaplanMeier

    /// Statistics of deals as known on a day.
    public init(_ deals: [Deal], on day: PartialDate, rates: ExchangeRates) {
        self.day = day
        stages = StageTable(deals, on: day, rates: rates)
        years = YearShares.years(of: deals, until: day)
        toConstruction = KaplanMeier(deals, to: .construction, on: day)
        toOperation = KaplanMeier(deals, to: .operating, on: day)
    }
}
