import FollowThrough

/// How many agreements stood on each stage at the end of each year: one bar a year, zero-based, stages stacked in the
/// ladder's order.
struct StagesFigure {
    let years: [YearShares]
    let wording: Wording

    /// The table: year, stage, agreements.
    var rows: [[String]] {
        years.flatMap { year in year.stages.map { [String(year.year), $0.stage.code, String($0.deals)] } }
    }

    static let header = ["year", "stage", "agreements"]

    func svg(isFile: Bool) -> String {
        let (width, height, left, bottom, top) = (560.0, 320.0, 4.0, 28.0, 24.0)
        var svg = SVG(width: width, height: height, isFile: isFile)
        let sums = years.map { $0.stages.reduce(0) { $0 + $1.deals } }
        let most = Double(max(sums.max() ?? 1, 1))
        let scale = (height - bottom - top) / most
        let labels = 170.0
        let pitch = (width - left - labels) / Double(max(years.count, 1))
        let bar = min(pitch * 0.7, 90)
        for (index, year) in years.enumerated() {
            let x = left + Double(index) * pitch
            var y = height - bottom
            let isLast = index == years.count - 1
            var lastLabel = height
            for (stage, deals) in year.stages {
                let tall = Double(deals) * scale
                y -= tall
                let words = wording.text("stage." + stage.code)
                svg.rectangle(
                    x, y, bar, max(tall - 1, 0.5), Self.style(stage),
                    title: "\(year.year) · \(words): \(wording.count(deals, "agreements"))")
                if tall >= 18 {
                    svg.text(
                        x + bar / 2, y + tall / 2 + 4, wording.number(deals),
                        Self.isDeep(stage) ? "on-deep" : "label", anchor: "middle")
                }
                if isLast {
                    // Names stand beside the last bar, no closer than a line apart.
                    let place = min(y + tall / 2 + 4, lastLabel - 17)
                    svg.text(x + bar + 10, place, words + " " + wording.number(deals))
                    lastLabel = place
                }
            }
            svg.text(x + bar / 2, y - 6, wording.number(sums[index]), "label", anchor: "middle")
            svg.text(x + bar / 2, height - 8, String(year.year), "label", anchor: "middle")
        }
        svg.line([(left, height - bottom), (width - labels, height - bottom)], "axis")
        return svg.markup(title: wording.text("figures.stages"))
    }

    /// The colour of a stage: the ladder's blue from pale to deep; the three papers share one.
    static func style(_ stage: Stage) -> String {
        switch stage {
        case .stalled: "stalled"
        case .cancelled: "cancelled"
        case .reached(let rung):
            switch rung {
            case .discussed: "rung0"
            case .intended: "rung1"
            case .memorandum, .agreement, .contract: "rung2"
            case .financing: "rung3"
            case .construction: "rung4"
            case .operating: "rung5"
            }
        }
    }

    private static func isDeep(_ stage: Stage) -> Bool { !["rung0", "rung1", "rung2"].contains(style(stage)) }
}
