public import Deals
internal import Ledger

/// Where a deal stood on a day, by what had been published by then.
public struct Standing: Hashable, Sendable {
    /// The highest rung that a report tells; nil when none names a status.
    public let reached: Rung?
    /// `stalled` or `cancelled` when a source says so and none tells of progress since.
    public let stop: HistoryStep?
    /// The step of the highest rung.
    public let step: HistoryStep?
    /// The day on which a source last spoke of the deal.
    public let lastWord: PartialDate?
    /// How long nothing had been heard; nil when nobody knows the month of the last word.
    public let silence: Silence?
    /// Milestones whose day was over without the stage having been reached, one a stage, as last promised.
    public let overdue: [StatedMilestone]

    /// The stage that counts: the stop, else the highest rung.
    public var stage: Stage? { stop?.stage ?? reached.map(Stage.reached) }

    /// No word for a year, though the deal neither works nor was called off.
    public var isSilent: Bool {
        guard let silence, silence.months >= Silence.threshold else { return false }
        return stage != .reached(.operating) && stage != .cancelled
    }

    /// Whether a milestone has passed.
    public var isOverdue: Bool { !overdue.isEmpty }
}

extension Deal {
    /// Where the deal stood on a day; nil when nothing had been published about it by then.
    public func standing(on day: PartialDate) -> Standing? {
        let known = reports.filter { ($0.document.published ?? $0.finding.date?.value)?.isBy(day) ?? true }
        guard !known.isEmpty else { return nil }
        let history = History(Deal(known, parts: parts))
        let steps = history.steps.filter { $0.day?.isBy(day) ?? true }
        let climbed = steps.filter { $0.stage.rung != nil }
        let top = climbed.max { ($0.stage.rung ?? .discussed) < ($1.stage.rung ?? .discussed) }
        let lastStop = steps.last { $0.stage.rung == nil }
        let stop = lastStop.flatMap { stop in
            Self.hasGoneOn(after: stop, climbed) ? nil : stop
        }
        let lastWord = known.compactMap { $0.document.published ?? $0.finding.date?.value }.max()
        return Standing(
            reached: top?.stage.rung ?? Self.paperRung(known, stop), stop: stop, step: top, lastWord: lastWord,
            silence: Silence(since: lastWord, today: day),
            overdue: Self.overdue(history.milestones, reached: top?.stage.rung, stop: stop, on: day))
    }

    /// Whether some stage was reached after a stop, by the day of its event.
    private static func hasGoneOn(after stop: HistoryStep, _ climbed: [HistoryStep]) -> Bool {
        guard let stopDay = stop.day, stop.stage == .stalled else { return false }
        return climbed.contains { step in
            // A signing told again is no progress; building and working are.
            guard let rung = step.stage.rung, rung >= .financing, let day = step.date else { return false }
            return day.firstDay > stopDay.lastDay
        }
    }

    /// A stalled or cancelled contract was signed once, though no report tells the day.
    private static func paperRung(_ known: [AgreementRecord], _ stop: HistoryStep?) -> Rung? {
        guard stop != nil else { return nil }
        return known.compactMap { $0.finding.kind?.value }.filter { $0 != .unspecified }.map(Rung.init(signed:)).max()
    }

    private static func overdue(
        _ milestones: [StatedMilestone], reached: Rung?, stop: HistoryStep?, on day: PartialDate
    ) -> [StatedMilestone] {
        if stop?.stage == .cancelled { return [] }
        var last: [AgreementStatus: StatedMilestone] = [:]
        for milestone in milestones { last[milestone.milestone.value.stage] = milestone }
        return last.values.filter { stated in
            let milestone = stated.milestone.value
            guard milestone.due.isOver(on: day), let rung = Rung(milestone.stage, paper: .memorandum) else {
                return false
            }
            return reached.map { $0 < rung } ?? true
        }
        .sorted { $0.milestone.value.due < $1.milestone.value.due }
    }
}
