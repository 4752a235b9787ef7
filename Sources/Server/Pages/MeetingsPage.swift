import Deals
import Ledger

/// `/meetings`: who met whom, newest publication first.
struct MeetingsPage {
    let headline: String
    let exports: [LinkView]
    let rows: [MeetingRow]
    let pager: PagerView?

    /// A meeting as the list shows it.
    struct MeetingRow {
        let address: String
        let title: String
        let place: String?
        let date: String?
        let source: String
    }

    static func html(_ request: PageRequest) async throws -> String {
        let wording = request.wording
        let list = try await ListPage(request) { try await request.store.meetings(in: nil, page: $0) }
        let page = MeetingsPage(
            headline: wording.text("meetings.title"), exports: LinkView.exports("/meetings", wording),
            rows: list.records.map {
                MeetingRow(
                    address: "/meetings/\($0.id)", title: $0.title(wording), place: $0.finding.place?.value.name,
                    date: $0.finding.date.map { wording.date($0.value) }, source: $0.document.shortSource(wording))
            },
            pager: list.pager)
        return try request.html("meetings", title: page.headline, feed: "/meetings.atom", page)
    }
}
