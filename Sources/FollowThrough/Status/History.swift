public import Deals
public import Ledger
public import SourceText

/// One report's word on a stage.
public struct StageReport: Hashable, Sendable {
    public let record: RecordID
    public let document: DocumentSummary
    /// The day of the event as this report gives it.
    public let date: PartialDate?
    /// The words that tell the stage, then those that date it.
    public let citations: [Citation]
}

/// A stage that a deal reached, with everybody who says so.
public struct HistoryStep: Hashable, Sendable {
    public let stage: Stage
    /// The day on which it was reached, as most reports say; nil when none dates it.
    public let date: PartialDate?
    /// Never empty, the oldest report first. Those that give another day are kept.
    public let reports: [StageReport]

    /// When it was first told.
    public var reported: PartialDate? { reports.compactMap(\.document.published).min() }
    /// The day of the event, else that of the first report.
    public var day: PartialDate? { date ?? reported }
    /// The days that reports give and that do not hold ``date``: contradictions.
    public var otherDates: [PartialDate] {
        guard let date else { return [] }
        var seen: Set<PartialDate> = []
        return reports.compactMap(\.date).filter {
            !$0.holds(date) && !date.holds($0) && seen.insert($0).inserted
        }
    }
}

/// What became of a deal, step by step.
public struct History: Hashable, Sendable {
    /// In the order of the days; a stage reached again after a stop is a step of its own.
    public let steps: [HistoryStep]
    /// What was to be reached by when, with who says so, in the order of the reports.
    public let milestones: [StatedMilestone]

    /// The history that a deal's reports tell.
    public init(_ deal: Deal) {
        let told = deal.reports.compactMap { record in Stage(record.finding).map { (stage: $0, record: record) } }
        let days = Dictionary(grouping: told, by: \.stage).mapValues { Self.settledDay($0.map(\.record)) }
        // By the day on which the stage was reached, so that a report that looks back comes before what it looks
        // back from; what no report dates stands where it was first told.
        let ordered = told.enumerated().sorted { left, right in
            let keys = [left, right].map { item -> (String, Int) in
                let day =
                    item.element.record.finding.date?.value ?? days[item.element.stage] ?? nil
                    ?? item.element.record.document.published
                return (day?.firstDay ?? "9999", item.offset)
            }
            return keys[0] < keys[1]
        }
        var groups: [(stage: Stage, records: [AgreementRecord])] = []
        for (_, item) in ordered {
            if let group = Self.group(for: item.stage, in: groups) {
                groups[group].records.append(item.record)
            } else {
                groups.append((item.stage, [item.record]))
            }
        }
        steps = groups.map { Self.step($0.stage, $0.records) }
        milestones = deal.reports.flatMap { record in
            record.finding.milestones.map {
                StatedMilestone(milestone: $0, record: record.id, document: record.document)
            }
        }
    }

    /// The group that a stage belongs to: the last of its kind, unless the deal had come to a stop since.
    private static func group(for stage: Stage, in groups: [(stage: Stage, records: [AgreementRecord])]) -> Int? {
        guard let last = groups.lastIndex(where: { $0.stage == stage }) else { return nil }
        let climbedOn = groups[(last + 1)...].contains { $0.stage.rung == nil && stage.rung != nil }
        return climbedOn ? nil : last
    }

    /// The day that most reports of a stage give; of equals the more precise, then the earlier one.
    private static func settledDay(_ records: [AgreementRecord]) -> PartialDate? {
        let dates = records.compactMap { $0.finding.date?.value }
        func votes(_ date: PartialDate) -> Int { dates.count { $0.holds(date) } }
        func precision(_ date: PartialDate) -> Int { date.day != nil ? 2 : date.month != nil ? 1 : 0 }
        return dates.min {
            (-votes($0), -precision($0), $0.description) < (-votes($1), -precision($1), $1.description)
        }
    }

    private static func step(_ stage: Stage, _ records: [AgreementRecord]) -> HistoryStep {
        let reports = records.map { record in
            StageReport(
                record: record.id, document: record.document, date: record.finding.date?.value,
                citations: (record.finding.status?.citations ?? []) + (record.finding.date?.citations ?? []))
        }
        return HistoryStep(stage: stage, date: settledDay(records), reports: reports)
    }
}

/// A milestone with the report that sets it.
public struct StatedMilestone: Hashable, Sendable {
    public let milestone: Slot<Milestone>
    public let record: RecordID
    public let document: DocumentSummary
}
