import Deals
import Exchange
import FollowThrough
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

/// `/figures`: the ledger in pictures, each with its table, its picture file and its CSV.
struct FiguresPage {
    let headline: String
    let figures: [FigureView]

    /// One picture.
    struct FigureView {
        let title: String
        let caption: String
        /// Written and escaped by ``SVG``.
        let svg: String
        /// Nil when there is nothing to draw yet.
        let file: String?
        let table: String
        let header: [String]
        let rows: [Row]

        struct Row {
            let cells: [String]
        }
    }

    /// What a picture shows, before it is drawn.
    private struct Figure {
        let key: String
        let title: String
        let caption: String
        let header: [String]
        let rows: [[String]]
        let draw: (Bool) -> String
    }

    static func html(_ request: PageRequest) async throws -> String {
        let figures = try await all(request).map { figure in
            FigureView(
                title: figure.title, caption: figure.caption, svg: figure.rows.isEmpty ? "" : figure.draw(false),
                file: figure.rows.isEmpty ? nil : "/figures/\(figure.key).svg", table: "/figures/\(figure.key).csv",
                header: figure.header,
                rows: figure.rows.map { FigureView.Row(cells: $0) })
        }
        let page = FiguresPage(
            headline: request.text(figures.isEmpty ? "overview.empty.title" : "figures.title"), figures: figures)
        return try request.html("figures", title: page.headline, page)
    }

    /// A picture or its table as a file.
    static func file(_ name: String, _ request: PageRequest) async throws -> Response {
        let parts = name.split(separator: ".")
        guard parts.count == 2, let figure = try await all(request).first(where: { $0.key == parts[0] }) else {
            throw PageFailure.notFound
        }
        func answer(_ text: String, _ type: String) -> Response {
            Response(
                status: .ok,
                headers: [
                    .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"",
                    .cacheControl: "no-cache",
                ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        switch parts[1] {
        case "svg": return answer(figure.draw(true), "image/svg+xml")
        case "csv":
            return answer(
                "\u{FEFF}" + ([figure.header] + figure.rows).map(CSVText.line).joined(), "text/csv; charset=utf-8")
        default: throw PageFailure.notFound
        }
    }

    private static func all(_ request: PageRequest) async throws -> [Figure] {
        let wording = request.wording
        let snapshot = try await request.snapshot()
        var figures: [Figure] = []
        if !snapshot.deals.isEmpty {
            let stages = StagesFigure(
                years: YearShares.years(of: snapshot.deals, until: request.today), wording: wording)
            figures.append(
                Figure(
                    key: "stages", title: wording.text("figures.stages"), caption: wording.text("figures.stages.words"),
                    header: StagesFigure.header, rows: stages.rows, draw: { stages.svg(isFile: $0) }))
        }
        for rung in [Rung.construction, .operating] {
            let name = wording.text("stage." + rung.rawValue)
            let wait = WaitFigure(
                curve: KaplanMeier(snapshot.deals, to: rung, on: request.today), name: name, wording: wording)
            guard wait.curve.count > 0 else { continue }
            figures.append(
                Figure(
                    key: "wait-" + rung.rawValue, title: wording.text("figures.wait", name),
                    caption: wait.caption + " " + wording.text("figures.wait.words"), header: WaitFigure.header,
                    rows: wait.rows, draw: { wait.svg(isFile: $0) }))
        }
        if !snapshot.visits.isEmpty {
            let visits = VisitsFigure(visits: snapshot.visits, places: request.site.places, wording: wording)
            figures.append(
                Figure(
                    key: "visits", title: wording.text("figures.visits"), caption: wording.text("figures.visits.words"),
                    header: VisitsFigure.header, rows: visits.rows, draw: { visits.svg(isFile: $0) }))
        }
        return figures
    }
}
