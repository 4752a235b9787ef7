internal import Deals
internal import FollowThrough
internal import Foundation

/// Statistics as tables of text.
enum StatisticsText {
    static func text(_ name: String, _ statistics: Statistics) -> String {
        var parts = ["\(name), on \(statistics.day)"]
        var stages = TextTable([
            "stage", "deals", "US dollars", "as stated", "without a sum", "silent", "silent US dollars", "overdue",
        ])
        for row in statistics.stages.rows {
            stages.add([
                row.stage?.code ?? "no stage", "\(row.deals)", ValueText.number(row.dollars.rounded()),
                row.sums.map(ValueText.money).joined(separator: "; "), "\(row.withoutSum)", "\(row.silent)",
                ValueText.number(row.silentDollars.rounded()), "\(row.overdue)",
            ])
        }
        parts.append(stages.text)
        let unconverted = statistics.stages.rows.flatMap(\.unconverted)
        if !unconverted.isEmpty {
            parts.append(
                "Not in dollars, for want of a rate: \(unconverted.map(ValueText.money).joined(separator: "; "))")
        }
        if statistics.years.count > 1 {
            var years = TextTable(["at the end of", "deals", "stages"])
            for year in statistics.years {
                let stages = year.stages.map { "\($0.stage.code) \($0.deals)" }.joined(separator: ", ")
                years.add([year.day.description, "\(year.deals)", stages])
            }
            parts.append(years.text)
        }
        parts.append(curve("From signing to construction", statistics.toConstruction))
        parts.append(curve("From signing to operation", statistics.toOperation))
        return parts.joined(separator: "\n") + "\n"
    }

    private static func curve(_ title: String, _ curve: KaplanMeier) -> String {
        guard curve.count > 0 else { return "\(title): no source dates a signing." }
        let done = curve.count - curve.censored
        var text = "\(title): \(done) of \(curve.count) done, \(curve.censored) still open (counted as not done so far)"
        text += curve.median.map { "; half after \(decimal($0, 1)) months." } ?? "; no half yet."
        guard !curve.points.isEmpty else { return text }
        var table = TextTable(["months", "waiting then", "done", "share done", "95% band"])
        for point in curve.points {
            let band =
                if let lower = point.lower, let upper = point.upper {
                    "\(decimal(1 - upper, 2))–\(decimal(1 - lower, 2))"
                } else {
                    "–"
                }
            table.add([
                decimal(point.months, 1), "\(point.atRisk)", "\(point.events)", decimal(1 - point.waiting, 2), band,
            ])
        }
        return text + "\n" + table.text
    }

    private static func decimal(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }
}
