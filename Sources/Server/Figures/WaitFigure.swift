import FollowThrough

/// How long it takes from the first signed paper to a rung: the share that has reached it, by months (Kaplan and Meier),
/// with the 95 per cent band.
struct WaitFigure {
    let curve: KaplanMeier
    /// "operating".
    let name: String
    let wording: Wording

    static let header = ["months", "at_risk", "events", "reached", "lower", "upper"]

    var rows: [[String]] {
        curve.points.map { point in
            func share(_ value: Double?) -> String { value.map { String((1 - $0) * 1_000 / 1_000) } ?? "" }
            return [
                String(point.months), String(point.atRisk), String(point.events), share(point.waiting),
                share(point.upper), share(point.lower),
            ]
        }
    }

    /// "12 agreements, 5 of them reached it; half within 20 months".
    var caption: String {
        let reached = wording.number(curve.count - curve.censored)
        let cases = wording.text("figures.wait.cases", wording.count(curve.count, "agreements"), reached)
        guard let median = curve.median else { return cases + " " + wording.text("figures.wait.no_median") }
        return cases + " "
            + wording.text("figures.wait.median", wording.count(Int(median.rounded(.up)), "months"))
    }

    func svg(isFile: Bool) -> String {
        let (width, height, left, right, bottom, top) = (560.0, 240.0, 50.0, 14.0, 40.0, 14.0)
        var svg = SVG(width: width, height: height, isFile: isFile)
        let years = max(1, Int((curve.longest / 12).rounded(.up)))
        let months = Double(years * 12)
        func x(_ value: Double) -> Double { left + value / months * (width - left - right) }
        func y(_ waiting: Double) -> Double { top + waiting * (height - top - bottom) }
        var line = [(x(0), y(1))]
        var low: [(Double, Double)] = []
        var high: [(Double, Double)] = []
        for (index, point) in curve.points.enumerated() {
            let end = index + 1 < curve.points.count ? curve.points[index + 1].months : curve.longest
            line += [(x(point.months), line[line.count - 1].1), (x(point.months), y(point.waiting))]
            let (upper, lower) = (point.upper ?? point.waiting, point.lower ?? point.waiting)
            high += [(x(point.months), y(lower)), (x(end), y(lower))]
            low += [(x(point.months), y(upper)), (x(end), y(upper))]
        }
        line.append((x(curve.longest), line[line.count - 1].1))
        if !high.isEmpty { svg.area(high + low.reversed(), "band") }
        svg.line([(left, y(0)), (left, y(1)), (width - right, y(1))], "axis")
        for share in [0, 50, 100] {
            svg.text(left - 6, y(1 - Double(share) / 100) + 4, "\(share)%", "label", anchor: "end")
        }
        for year in 0...years where years <= 12 || year % 2 == 0 {
            svg.text(x(Double(year * 12)), height - 20, String(year * 12), "label", anchor: "middle")
        }
        svg.text(width - right, height - 3, wording.text("figures.wait.months"), "label", anchor: "end")
        svg.line(line, "line")
        return svg.markup(title: wording.text("figures.wait", name) + ": " + caption)
    }
}
