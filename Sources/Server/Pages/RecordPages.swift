import Accounts
import Deals
import FollowThrough
import Ledger
import SourceText

/// `/agreements/{id}` and `/meetings/{id}`: every value with its sentence.
struct RecordPage {
    let kicker: String
    let headline: String
    /// "Last word: 17 January 2024, 31 months ago".
    let lastWord: String?
    let ladder: LadderView?
    let fields: [FieldView]
    let confidence: ConfidenceView
    let source: SourceView
    let claims: [ClaimView]
    /// What readers reported, and what came of it.
    let reports: [ReportLine]
    let hasReports: Bool
    /// The visits of the same document, as links.
    let visits: [LinkView]
    /// Who tells the same deal; of meetings nobody else.
    let deal: DealReports?
    /// For reviewers: where reports are merged and split.
    let desk: String?
    let permanent: String

    static func agreement(_ id: RecordID, _ request: PageRequest) async throws -> String {
        guard let record = try await request.store.agreement(id) else { throw PageFailure.notFound }
        let wording = request.wording
        let finder = try await request.store.document(record.document.hash).map(QuoteFinder.init)
        let item = try await ReviewItem.load(id, request.store)
        let reports = try await ReportLine.lines(id, request)
        let writer = FieldWriter(wording: wording, finder: finder, reported: request.takesReports ? id : nil)
        let finding = record.finding
        let silence = Silence(since: record.lastWord, today: request.today)
        let headline = record.title(wording)
        let page = RecordPage(
            kicker: wording.text("record.agreement"), headline: headline,
            lastWord: record.lastWord.map { last in
                let ago = silence.flatMap { $0.months > 0 ? wording.count($0.months, "months") : nil }
                return ago.map { wording.text("silence.last", wording.date(last), $0) } ?? wording.date(last)
            },
            ladder: LadderView(
                finding.status?.value, date: finding.date?.value ?? record.document.published, silence: silence,
                wording),
            fields: [
                writer.names("party", finding.parties),
                writer.field("amount", finding.amount, wording.money),
                writer.field("subject", finding.subject) { $0 },
                writer.field("kind", finding.kind, wording.kind),
                writer.field("status", finding.status) { wording.status($0) },
                writer.field("sector", finding.sector, wording.sector),
                writer.names("place", finding.place.map { [$0] } ?? []),
                writer.field("date", finding.date, wording.date),
                FieldView(
                    label: wording.text("field.count"),
                    values: [
                        ValueView(
                            words: finding.count.map { wording.number($0) } ?? wording.text("count.several"),
                            detail: nil, address: nil, quotes: [])
                    ], absent: nil),
            ],
            confidence: ConfidenceView(finding.confidence, item, wording),
            source: SourceView(record.document, wording),
            claims: item.account.entries.map { ClaimView($0.claim, $0.state, wording, finder) }, reports: reports,
            hasReports: !reports.isEmpty,
            visits: try await visits(of: record, request), deal: try await DealReports(record, request),
            desk: request.viewer.session != nil && request.viewer.may(.reviewer) ? "/review/deals/\(id)" : nil,
            permanent: "/agreements/\(id)")
        return try request.html("record", title: headline, page)
    }

    static func meeting(_ id: RecordID, _ request: PageRequest) async throws -> String {
        guard let record = try await request.store.meeting(id) else { throw PageFailure.notFound }
        let wording = request.wording
        let finder = try await request.store.document(record.document.hash).map(QuoteFinder.init)
        let item = try await ReviewItem.load(id, request.store)
        let reports = try await ReportLine.lines(id, request)
        let writer = FieldWriter(wording: wording, finder: finder, reported: request.takesReports ? id : nil)
        let headline = record.title(wording)
        let page = RecordPage(
            kicker: wording.text("record.meeting"), headline: headline, lastWord: nil, ladder: nil,
            fields: [
                writer.names("party", record.finding.parties),
                writer.names("place", record.finding.place.map { [$0] } ?? []),
                writer.field("date", record.finding.date, wording.date),
            ],
            confidence: ConfidenceView(record.finding.confidence, item, wording),
            source: SourceView(record.document, wording),
            claims: item.account.entries.map { ClaimView($0.claim, $0.state, wording, finder) }, reports: reports,
            hasReports: !reports.isEmpty,
            visits: [], deal: nil, desk: nil, permanent: "/meetings/\(id)")
        return try request.html("record", title: headline, page)
    }

    /// The visits of the document on which the agreement was made.
    private static func visits(of record: AgreementRecord, _ request: PageRequest) async throws -> [LinkView] {
        let visits = try await request.store.visits(in: record.document.hash, page: Page(limit: 100))
        return visits.filter { visit in
            VisitBrief(visit, visits: visits, meetings: [], agreements: [record]).agreements.count == 1
        }.map { LinkView(words: $0.title(request.wording), address: "/visits/\($0.id)") }
    }
}

/// A reader's report in a record's history.
struct ReportLine {
    let words: String
    let answer: String

    static func lines(_ id: RecordID, _ request: PageRequest) async throws -> [ReportLine] {
        let wording = request.wording
        return try await request.site.desk?.accounts.reports(about: id.text).map { report in
            let field = report.field.map { wording.text("field." + $0) } ?? wording.text("report.whole")
            let answer = report.answer.map { answer in
                let verdict = wording.text(answer.isRight ? "reports.right" : "reports.wrong")
                return [verdict, answer.words, answer.account, wording.time(answer.time)].filter { !$0.isEmpty }
                    .joined(separator: " · ")
            }
            return ReportLine(
                words: wording.time(report.time) + " · " + field + ": " + report.words,
                answer: answer ?? wording.text("reports.waiting"))
        } ?? []
    }
}

extension PageRequest {
    /// Whether readers can say that something is wrong.
    var takesReports: Bool { site.desk != nil && site.configuration.openness != .readOnly }
}

extension MeetingRecord {
    /// "A met B and C".
    func title(_ wording: Wording) -> String {
        let names = finding.parties.map(\.value.name)
        guard names.count > 1 else {
            return wording.text("meeting.title.one", names.first ?? wording.text("parties.none"))
        }
        return wording.text("meeting.title", names[0], wording.list(Array(names.dropFirst())))
    }
}

extension VisitRecord {
    /// "Mirobod district in China".
    func title(_ wording: Wording) -> String {
        let who = (finding.who ?? finding.leader)?.value.name ?? wording.text("delegation.unnamed")
        guard let to = finding.to?.value.name ?? finding.cities.first?.value.name else {
            return wording.text("visit.title.nowhere", who)
        }
        return wording.text("visit.title", who, to)
    }
}
