import Deals
import Ledger
import SourceText

/// `/`: what was promised, at which stage, what is newest.
struct OverviewPage {
    let headline: String
    let lead: String
    let isEmpty: Bool
    /// What stands in the box for questions.
    let question = ""
    let examples: [LinkView]
    let totals: TotalsView
    let agreements: [AgreementRow]
    let visits: [VisitRow]

    static func html(_ request: PageRequest) async throws -> String {
        let store = request.store
        let wording = request.wording
        let everything = AgreementFilter()
        let count = try await store.dealCount(everything)
        let totals = try await store.dealTotals(everything)
        let documents = try await store.documentCount()
        let agreements = try await store.agreements(everything, order: .newest, page: Page(limit: 8))
        let visits = try await store.visits(in: nil, page: Page(limit: 5))
        let headline = headline(count, totals, wording)
        let page = OverviewPage(
            headline: headline,
            lead: wording.text(
                "overview.lead", wording.count(count, "agreements"), wording.count(documents, "documents.read")),
            isEmpty: documents == 0, examples: AskPage.examples(request),
            totals: TotalsView(totals, of: count, query: AgreementQuery(), wording),
            agreements: try await AgreementRow.rows(agreements, request),
            visits: visits.map { VisitRow($0, wording) })
        return try request.html("overview", title: headline, page)
    }

    /// The answer: what the signed papers name; else how many agreements there are; else that there are none.
    private static func headline(_ count: Int, _ totals: [Total], _ wording: Wording) -> String {
        guard count > 0 else { return wording.text("overview.empty.title") }
        let signed = totals.filter { $0.status == .signed }.sorted { ($1.count, $0.currency) < ($0.count, $1.currency) }
        guard !signed.isEmpty else {
            return wording.text("overview.title.count", wording.count(count, "agreements"))
        }
        let sums = signed.prefix(3).map { wording.sum($0.value, $0.currency) }
        return wording.text("overview.title.signed", wording.list(sums))
    }
}
