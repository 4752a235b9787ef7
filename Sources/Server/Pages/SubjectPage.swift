import Deals
import FollowThrough
import Ledger

/// Addresses of companies and officials: their names, percent-encoded.
enum SubjectAddress {
    static func company(_ name: String) -> String { "/companies/" + Escaping.query(name) }
    static func official(_ name: String) -> String { "/officials/" + Escaping.query(name) }
    static func outlet(_ name: String) -> String { Query().setting("source", name).address("/documents") }

    /// The page of a name in a record, where it has one.
    static func page(_ entity: NamedEntity) -> String {
        switch entity.kind {
        case .company: company(entity.name)
        case .person: official(entity.name)
        case .place:
            entity.place.map { "/places/" + Escaping.query($0) }
                ?? Query().setting("place", entity.name).address("/agreements")
        case .institution: Query().setting("company", entity.name).address("/agreements")
        }
    }
}

/// The page of one company, official, place or sector: the answer, sums rung by rung, agreements, who else, events.
struct SubjectPage {
    let kicker: String
    let headline: String
    let lead: String?
    let path: [LinkView]
    let totals: TotalsView
    let hasTotals: Bool
    let partsTitle: String?
    let parts: [GroupsPage.Row]
    let agreementsTitle: String?
    let agreements: [AgreementRow]
    let all: LinkView?
    let exports: [LinkView]
    let others: [LinkView]
    let othersTitle: String?
    let visits: [VisitRow]
    let hasVisits: Bool
    let meetings: [LinkView]
    let hasMeetings: Bool

    private static let shown = 25

    /// `/companies/{name}`.
    static func company(_ name: String, _ request: PageRequest) async throws -> String {
        var query = AgreementQuery()
        query.filter.partyNamed = name
        let store = request.store
        let ids = try await store.records(naming: name, as: .company)
        let group = try await store.groups(query.filter, by: .party(.company), page: Page(limit: 1_000))
            .first { SearchKey($0.name) == SearchKey(name) }
        guard group != nil || !ids.isEmpty else { throw PageFailure.notFound }
        let shown = group?.name ?? name
        query.filter.partyNamed = shown
        let others = try await store.groups(query.filter, by: .partyPlace, page: Page(limit: 12))
        return try await page(
            request, kicker: request.text("subject.company"), name: shown, group: group, query: query, ids: ids,
            othersTitle: request.text("subject.with_places"),
            others: others.compactMap { group in
                group.placeID.map {
                    LinkView(
                        words: request.site.places.name(of: $0, in: request.language) ?? group.name,
                        address: "/places/" + Escaping.query($0))
                }
            })
    }

    /// `/sectors/{code}`.
    static func sector(_ code: String, _ request: PageRequest) async throws -> String {
        guard let sector = Sector(rawValue: code) else { throw PageFailure.notFound }
        var query = AgreementQuery()
        query.filter.sectors = [sector]
        let group = try await request.store.groups(query.filter, by: .sector, page: Page()).first
        return try await page(
            request, kicker: request.text("subject.sector"),
            name: request.wording.sentenceCase(request.wording.sector(sector)), group: group, query: query, ids: [],
            othersTitle: request.text("subject.companies"), others: try await companies(query.filter, request))
    }

    /// `/places/{id}`: the page of a district, region or country, with all that lies in it.
    static func place(_ id: String, _ request: PageRequest) async throws -> String {
        let guide = request.site.places
        guard guide[id] != nil, let name = guide.name(of: id, in: request.language) else { throw PageFailure.notFound }
        var query = AgreementQuery()
        query.filter.place = id
        let filter = query.resolved(guide)
        let groups = try await PlaceGroups(filter, request)
        let all = try await request.store.groups(filter, by: .place, page: Page(limit: 1_000))
        let ids = try await request.store.records(atPlaces: guide.inside(id))
        return try await page(
            request, kicker: request.text("subject.place"), name: name,
            group: all.isEmpty ? nil : AgreementGroup(adding: all, key: id, name: name, placeID: id), query: query,
            ids: ids.filter { $0.kind != .agreement },
            path: guide.way(up: id).dropFirst().reversed().map {
                LinkView(
                    words: guide.name(of: $0, in: request.language) ?? $0, address: "/places/" + Escaping.query($0))
            },
            parts: groups.parts(of: id).map { GroupsPage.row($0, inner: false, request) },
            othersTitle: request.text("subject.companies"), others: try await companies(filter, request))
    }

    private static func companies(_ filter: AgreementFilter, _ request: PageRequest) async throws -> [LinkView] {
        try await request.store.groups(filter, by: .party(.company), page: Page(limit: 12))
            .map { LinkView(words: $0.name, address: SubjectAddress.company($0.name)) }
    }

    private static func page(
        _ request: PageRequest, kicker: String, name: String, group: AgreementGroup?, query: AgreementQuery,
        ids: [RecordID], path: [LinkView] = [], parts: [GroupsPage.Row] = [], othersTitle: String, others: [LinkView]
    ) async throws -> String {
        let wording = request.wording
        let store = request.store
        let filter = query.resolved(request.site.places)
        let records = try await store.agreements(filter, order: .newest, page: Page(limit: shown))
        let count = group?.count ?? 0
        let events = try await Events(ids, request)
        let page = SubjectPage(
            kicker: kicker,
            headline: group.map { wording.text("brief.answer", name, StageLine.sentence($0, wording)) }
                ?? wording.text("brief.answer.none", name),
            lead: nil, path: path,
            totals: TotalsView(
                try await store.dealTotals(filter), of: try await store.dealCount(filter), query: query, wording),
            hasTotals: count > 0,
            partsTitle: parts.isEmpty ? nil : wording.text("subject.parts"), parts: parts,
            agreementsTitle: records.isEmpty ? nil : wording.text("nav.agreements"),
            agreements: try await AgreementRow.rows(records, request),
            all: count > records.count
                ? LinkView(words: wording.text("overview.all_agreements"), address: query.address) : nil,
            exports: count > 0 ? query.exports(wording) : [],
            others: others, othersTitle: others.isEmpty ? nil : othersTitle, visits: events.visits,
            hasVisits: !events.visits.isEmpty, meetings: events.meetings, hasMeetings: !events.meetings.isEmpty)
        return try request.html("subject", title: page.headline, page)
    }

    /// `/officials/{name}`: what they led and signed, and what became of it.
    static func official(_ name: String, _ request: PageRequest) async throws -> String {
        let store = request.store
        let wording = request.wording
        let ids = try await store.records(naming: name, as: .person)
        guard !ids.isEmpty else { throw PageFailure.notFound }
        var agreements: [AgreementRecord] = []
        var roles: [String] = []
        var shown = name
        func note(_ slots: [Slot<NamedEntity>]) {
            for entity in slots.map(\.value) where entity.kind == .person && SearchKey(entity.name) == SearchKey(name) {
                shown = entity.name
                if let role = entity.role, !roles.contains(role) { roles.append(role) }
            }
        }
        for id in ids.prefix(500) {
            switch id.kind {
            case .agreement:
                guard let record = try await store.agreement(id) else { continue }
                note(record.finding.parties)
                agreements.append(record)
            case .meeting: note(try await store.meeting(id)?.finding.parties ?? [])
            case .visit:
                guard let visit = try await store.visit(id) else { continue }
                note([visit.finding.leader, visit.finding.who].compactMap(\.self))
                agreements += try await VisitBrief.load(visit, store).agreements
            }
        }
        let group = AgreementGroup(of: agreements, key: shown)
        let events = try await Events(ids, request)
        var seen: Set<RecordID> = []
        let rows = agreements.filter { seen.insert($0.id).inserted }
        var query = AgreementQuery()
        query.filter.partyNamed = shown
        let page = SubjectPage(
            kicker: wording.text("subject.official"),
            headline: group.count > 0
                ? wording.text("brief.answer", shown, StageLine.sentence(group, wording))
                : wording.text("brief.answer.none", shown),
            lead: roles.isEmpty ? nil : wording.sentenceCase(roles.joined(separator: "; ")), path: [],
            totals: TotalsView(group.totals, of: group.count, query: query, wording), hasTotals: false,
            partsTitle: nil, parts: [],
            agreementsTitle: rows.isEmpty ? nil : wording.text("subject.follow_through"),
            agreements: try await AgreementRow.rows(rows.prefix(100), request), all: nil, exports: [],
            others: [], othersTitle: nil, visits: events.visits, hasVisits: !events.visits.isEmpty,
            meetings: events.meetings, hasMeetings: !events.meetings.isEmpty)
        return try request.html("subject", title: page.headline, page)
    }

    /// The visits and meetings among records, newest first.
    private struct Events {
        let visits: [VisitRow]
        let meetings: [LinkView]

        init(_ ids: [RecordID], _ request: PageRequest) async throws {
            var visits: [VisitRecord] = []
            for id in ids.filter({ $0.kind == .visit }).prefix(SubjectPage.shown) {
                if let record = try await request.store.visit(id) { visits.append(record) }
            }
            var meetings: [MeetingRecord] = []
            for id in ids.filter({ $0.kind == .meeting }).prefix(SubjectPage.shown) {
                if let record = try await request.store.meeting(id) { meetings.append(record) }
            }
            func later(_ left: PartialDate?, _ right: PartialDate?) -> Bool {
                (left ?? PartialDate(year: 1)!) > (right ?? PartialDate(year: 1)!)
            }
            self.visits = visits.sorted { later($0.eventDay, $1.eventDay) }.map { VisitRow($0, request.wording) }
            self.meetings = meetings.sorted { later($0.eventDay, $1.eventDay) }.map { record in
                let day = record.eventDay.map { request.wording.date($0) + " · " } ?? ""
                return LinkView(words: day + record.title(request.wording), address: "/meetings/\(record.id)")
            }
        }
    }
}

extension VisitBrief {
    /// The brief of a visit with the records of its document.
    static func load(_ visit: VisitRecord, _ store: any LedgerStore) async throws -> VisitBrief {
        let everything = Page(limit: 1_000)
        var filter = AgreementFilter()
        filter.document = visit.document.hash
        return VisitBrief(
            visit, visits: try await store.visits(in: visit.document.hash, page: everything),
            meetings: try await store.meetings(in: visit.document.hash, page: everything),
            agreements: try await store.agreements(filter, order: .oldest, page: everything))
    }
}
