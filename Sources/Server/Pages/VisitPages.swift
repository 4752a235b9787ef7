import Deals
import FollowThrough
import Ledger
import SourceText

/// A visit as lists show it.
struct VisitRow {
    let address: String
    let title: String
    let leader: String?
    let cities: String?
    let date: String?
    let source: String

    init(_ record: VisitRecord, _ wording: Wording) {
        address = "/visits/\(record.id)"
        title = record.title(wording)
        leader = record.finding.leader.map { slot in
            slot.value.role.map { role in "\(slot.value.name), \(role)" } ?? slot.value.name
        }
        cities = record.finding.cities.isEmpty ? nil : wording.list(record.finding.cities.map(\.value.name))
        date = record.finding.date.map { wording.date($0.value) }
        source = record.document.shortSource(wording)
    }
}

/// `/visits`: all visits, newest publication first.
struct VisitsPage {
    let headline: String
    let exports: [LinkView]
    let rows: [VisitRow]
    let pager: PagerView?

    static func html(_ request: PageRequest) async throws -> String {
        let list = try await ListPage(request) { try await request.store.visits(in: nil, page: $0) }
        let page = VisitsPage(
            headline: request.text("visits.title"), exports: LinkView.exports("/visits", request.wording),
            rows: list.records.map { VisitRow($0, request.wording) },
            pager: list.pager)
        return try request.html("visits", title: page.headline, feed: "/visits.atom", page)
    }
}

/// A page of a list that the store does not count: one record more is asked for, to know whether there is a next page.
struct ListPage<Record> {
    static var size: Int { 50 }
    let records: [Record]
    let pager: PagerView?

    init(_ request: PageRequest, _ load: (Page) async throws -> [Record]) async throws {
        let number = try request.pageNumber()
        let found = try await load(Page(offset: (number - 1) * Self.size, limit: Self.size + 1))
        records = Array(found.prefix(Self.size))
        pager = request.pager(number: number, hasNext: found.count > Self.size) {
            request.query.setting("page", $0 == 1 ? nil : String($0)).address(request.path)
        }
    }
}

/// `/visits/{id}`: the brief of one page that answers "what did they agree on?".
struct VisitPage {
    let headline: String
    let kicker: String
    let who: [ValueView]
    let whoAbsent: String?
    let leader: [ValueView]
    let leaderAbsent: String?
    let when: [ValueView]
    let whenAbsent: String?
    let cities: [ValueView]
    let citiesAbsent: String?
    let days: [DayView]
    let agreements: [BriefAgreement]
    let noAgreements: Bool
    let questions: [QuestionView]
    let hasQuestions: Bool
    let confidence: ConfidenceView
    let source: SourceView
    let permanent: String

    /// A day of the itinerary.
    struct DayView {
        let date: String
        let weekday: String?
        let isFirstDay: Bool
        let events: [EventView]
    }

    /// A line of a day.
    struct EventView {
        let words: String
        let detail: String?
        let address: String
        let cited: String?
    }

    /// An agreement of the visit.
    struct BriefAgreement {
        let row: AgreementRow
        let cited: String?
    }

    /// What no source says.
    struct QuestionView {
        let words: String
        let about: LinkView?
    }

    static func html(_ id: RecordID, _ request: PageRequest) async throws -> String {
        let store = request.store
        guard let visit = try await store.visit(id) else { throw PageFailure.notFound }
        let brief = try await VisitBrief.load(visit, store)
        let finder = try await store.document(visit.document.hash).map(QuoteFinder.init)
        let rows = try await AgreementRow.rows(brief.agreements, request)
        let page = VisitPage(brief, rows, finder, try await .load(id, store), request)
        return try request.html("visit", title: page.headline, page)
    }

    private init(
        _ brief: VisitBrief, _ rows: [AgreementRow], _ finder: QuoteFinder?, _ item: ReviewItem, _ request: PageRequest
    ) {
        let wording = request.wording
        let finding = brief.visit.finding
        let writer = FieldWriter(wording: wording, finder: finder)
        func cited(_ fields: [(field: Field, citations: [Citation])]) -> String? {
            let first = fields.flatMap(\.citations).min { $0.range < $1.range }
            return first.flatMap { citation in finder?.address(of: citation) }
        }
        let whoField = writer.names("who", finding.who.map { [$0] } ?? [])
        let leaderField = writer.names("leader", finding.leader.map { [$0] } ?? [])
        let cityField = writer.names("city", finding.cities)
        let whenField = writer.field("date", finding.date, wording.date)
        kicker = wording.text("record.visit") + " · " + brief.visit.title(wording)
        headline = Self.answer(brief, wording)
        (who, whoAbsent) = (whoField.values, whoField.absent)
        (leader, leaderAbsent) = (leaderField.values, leaderField.absent)
        (when, whenAbsent) = (whenField.values, whenField.absent)
        (cities, citiesAbsent) = (cityField.values, cityField.absent)
        days = brief.days.map { day in
            DayView(
                date: day.date.map(wording.date) ?? wording.text("brief.undated"),
                weekday: day.date.flatMap(wording.dayOfWeek), isFirstDay: day.isFirstDay,
                events: day.meetings.map {
                    EventView(
                        words: $0.title(wording), detail: $0.finding.place?.value.name,
                        address: "/meetings/\($0.id)", cited: cited($0.cited))
                }
                    + day.agreements.map {
                        EventView(
                            words: $0.title(wording), detail: wording.status($0.finding.status?.value),
                            address: "/agreements/\($0.id)", cited: cited($0.cited))
                    })
        }
        agreements = zip(rows, brief.agreements).map { BriefAgreement(row: $0, cited: cited($1.cited)) }
        noAgreements = brief.agreements.isEmpty
        let byID = Dictionary(brief.agreements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        questions = brief.openQuestions.map { Self.question($0, byID, wording) }
        hasQuestions = !questions.isEmpty
        confidence = ConfidenceView(finding.confidence, item, wording)
        source = SourceView(brief.visit.document, wording)
        permanent = "/visits/\(brief.visit.id)"
    }

    /// One sentence: who, where, and what at which stage. Sums of different stages are never added.
    private static func answer(_ brief: VisitBrief, _ wording: Wording) -> String {
        let stages = brief.stages.map { stage in
            let count = wording.count(stage.count, "agreements")
            let status = wording.status(stage.status)
            let sums = wording.list(stage.sums.map(wording.money))
            if stage.named == 0 { return wording.text("brief.stage.no_sum", status, count) }
            if stage.named == stage.count { return wording.text("brief.stage.sum", status, count, sums) }
            return wording.text("brief.stage.some", status, count, sums, wording.number(stage.named))
        }
        let who = brief.visit.title(wording)
        return stages.isEmpty
            ? wording.text("brief.answer.none", who)
            : wording.text("brief.answer", who, stages.joined(separator: "; "))
    }

    private static func question(
        _ question: VisitBrief.OpenQuestion, _ agreements: [RecordID: AgreementRecord], _ wording: Wording
    ) -> QuestionView {
        func about(_ key: String, _ id: RecordID) -> QuestionView {
            QuestionView(
                words: wording.text("open." + key),
                about: agreements[id].map { LinkView(words: $0.what(wording), address: "/agreements/\(id)") })
        }
        return switch question {
        case .leader: QuestionView(words: wording.text("open.leader"), about: nil)
        case .firstDay: QuestionView(words: wording.text("open.first_day"), about: nil)
        case .agreements: QuestionView(words: wording.text("open.agreements"), about: nil)
        case .otherSide(let id): about("other_side", id)
        case .sum(let id): about("sum", id)
        case .stage(let id): about("stage", id)
        case .subject(let id): about("subject", id)
        }
    }
}
