import Deals
import Ledger

/// Visits on a line of time, one line a destination, most visited first; each dot leads to its brief.
struct VisitsFigure {
    let visits: [VisitRecord]
    let places: PlaceGuide
    let wording: Wording

    static let header = ["date", "delegation", "visited", "visit"]
    private static let most = 10

    var rows: [[String]] {
        visits.map {
            [
                $0.eventDay?.description ?? "", $0.finding.who?.value.name ?? "", destination($0), $0.id.text,
            ]
        }
    }

    private func destination(_ visit: VisitRecord) -> String {
        guard let place = (visit.finding.to ?? visit.finding.cities.first)?.value else {
            return wording.text("figures.visits.nowhere")
        }
        let country = place.place.flatMap { places.country(of: $0) }
        return country.flatMap { places.name(of: $0, in: wording.language) } ?? place.name
    }

    func svg(isFile: Bool) -> String {
        let dated = visits.compactMap { visit in visit.eventDay.map { (visit, $0) } }
        let lines = Dictionary(grouping: dated) { destination($0.0) }
            .sorted { $0.value.count == $1.value.count ? $0.key < $1.key : $0.value.count > $1.value.count }
            .prefix(Self.most)
        let first = dated.map(\.1.year).min() ?? 2024
        let last = (dated.map(\.1.year).max() ?? first) + 1
        let (width, left, pitch) = (560.0, 170.0, 28.0)
        let height = Double(lines.count) * pitch + 34
        var svg = SVG(width: width, height: height, isFile: isFile)
        func x(_ date: PartialDate) -> Double {
            let year =
                Double(date.year - first) + Double((date.month ?? 7) - 1) / 12 + Double((date.day ?? 15) - 1) / 372
            return left + year / Double(last - first) * (width - left - 20)
        }
        for (index, line) in lines.enumerated() {
            let y = Double(index) * pitch + 16
            svg.text(left - 12, y + 4, line.key, "label", anchor: "end")
            svg.line([(left, y), (width - 20, y)], "axis")
            for (visit, day) in line.value {
                svg.dot(
                    x(day), y, "line-dot", title: wording.date(day) + " · " + visit.title(wording),
                    link: isFile ? nil : "/visits/\(visit.id)")
            }
        }
        for year in first...last where last - first <= 14 || year % 2 == 0 {
            svg.text(x(PartialDate(year: year, month: 1, day: 1)!), height - 6, String(year), "label", anchor: "middle")
        }
        return svg.markup(title: wording.text("figures.visits"))
    }
}
