public import Deals
internal import Ledger

extension Deal {
    /// How long the deal took from its first signed paper to a rung, as known on a day.
    ///
    /// - A step that no report dates counts with the day of its first report, a month with its 15th day, a year with
    ///   1 July.
    /// - A rung that was passed without a word counts as reached, at the latest, with the next one above it.
    /// - An open deal is censored at the last word about it, because nobody knows what came after; a cancelled one at
    ///   the day itself, because it will go on not happening.
    /// - Returns: Nil when no source dates a signing, or the rung is dated before it.
    public func wait(to rung: Rung, on day: PartialDate) -> Duration? {
        guard let standing = standing(on: day) else { return nil }
        let steps = History(self).steps.filter { $0.day?.isBy(day) ?? false }
        let signings = steps.filter { $0.stage.rung?.isPaper ?? false }.compactMap(\.day)
        guard let signed = signings.map(\.middleDay).min() else { return nil }
        func months(until end: Int) -> Double { Double(end - signed) / Duration.daysInAMonth }
        let reached = steps.filter { ($0.stage.rung ?? .discussed) >= rung }.compactMap { $0.day?.middleDay }
        if let end = reached.min() { return end < signed ? nil : Duration(months: months(until: end), isOver: true) }
        let end = standing.stage == .cancelled ? day.middleDay : standing.lastWord?.middleDay ?? signed
        return Duration(months: max(0, months(until: end)), isOver: false)
    }
}

extension KaplanMeier {
    /// How long deals take from the first signed paper to a rung, as known on a day.
    public init(_ deals: [Deal], to rung: Rung, on day: PartialDate) {
        self.init(deals.compactMap { $0.wait(to: rung, on: day) })
    }
}
