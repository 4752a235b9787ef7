import Deals
import Ledger

/// A list of companies, officials, places or sectors: each with what it has on every rung.
struct GroupsPage {
    let headline: String
    let lead: String
    let column: String
    let rows: [Row]
    let none: String
    let pager: PagerView?
    let exports: [LinkView]

    /// One of them.
    struct Row {
        let name: String
        let address: String
        let detail: String?
        let stages: [StageLine]
        /// "2 meetings, 1 visit"; nil when there are none.
        let events: String?
        /// How deep it lies under the row above: 0 or 1.
        let isInner: Bool
    }

    /// `/companies`.
    static func companies(_ request: PageRequest) async throws -> String {
        let list = try await ListPage(request) {
            try await request.store.groups(AgreementFilter(), by: .party(.company), page: $0)
        }
        let rows = list.records.map { group in
            var query = AgreementQuery()
            query.filter.partyNamed = group.name
            return Row(
                name: group.name, address: SubjectAddress.company(group.name), detail: nil,
                stages: StageLine.lines(group, query: query, request.wording), events: nil, isInner: false)
        }
        return try request.page(
            "companies", rows, pager: list.pager, exports: ["/companies.csv"])
    }

    /// `/officials`: persons with the records that name them.
    static func officials(_ request: PageRequest) async throws -> String {
        let list = try await ListPage(request) { try await request.store.names(.person, page: $0) }
        let rows = list.records.map { entry in
            let wording = request.wording
            let parts = [
                (entry.visits, "visits"), (entry.meetings, "meetings"), (entry.agreements, "agreements"),
            ].filter { $0.0 > 0 }.map { wording.count($0.0, $0.1) }
            return Row(
                name: entry.name, address: SubjectAddress.official(entry.name), detail: entry.role, stages: [],
                events: parts.joined(separator: ", "), isInner: false)
        }
        return try request.page("officials", rows, pager: list.pager, exports: ["/officials.csv"])
    }

    /// `/sectors`.
    static func sectors(_ request: PageRequest) async throws -> String {
        let groups = try await request.store.groups(AgreementFilter(), by: .sector, page: Page(limit: 100))
        let rows = groups.compactMap { group -> Row? in
            guard let sector = Sector(rawValue: group.key) else { return nil }
            var query = AgreementQuery()
            query.filter.sectors = [sector]
            return Row(
                name: request.wording.sentenceCase(request.wording.sector(sector)), address: "/sectors/\(group.key)",
                detail: nil, stages: StageLine.lines(group, query: query, request.wording), events: nil,
                isInner: false)
        }
        return try request.page("sectors", rows, pager: nil, exports: ["/sectors.csv"])
    }

    /// `/places`: countries, under each its regions; what lies in them is counted with them.
    static func places(_ request: PageRequest) async throws -> String {
        let groups = try await PlaceGroups(AgreementFilter(), request)
        var rows: [Row] = []
        for country in groups.countries {
            rows.append(row(country, inner: false, request))
            guard let id = country.placeID else { continue }
            rows += groups.parts(of: id).map { row($0, inner: true, request) }
        }
        return try request.page("places", rows, pager: nil, exports: ["/places.csv"])
    }

    static func row(_ group: AgreementGroup, inner: Bool, _ request: PageRequest) -> Row {
        var query = AgreementQuery()
        query.filter.place = group.placeID ?? group.name
        return Row(
            name: group.placeID.flatMap { request.site.places.name(of: $0, in: request.language) } ?? group.name,
            address: group.placeID.map { "/places/\(Escaping.query($0))" } ?? query.address, detail: nil,
            stages: StageLine.lines(group, query: query, request.wording), events: nil, isInner: inner)
    }
}

extension PageRequest {
    fileprivate func page(
        _ kind: String, _ rows: [GroupsPage.Row], pager: PagerView?, exports: [String]
    ) throws -> String {
        let page = GroupsPage(
            headline: text(kind + ".title"), lead: text(kind + ".lead"), column: text("column." + kind), rows: rows,
            none: text("groups.none"), pager: pager,
            exports: exports.map { LinkView(words: text("export.csv"), address: $0) })
        return try html("groups", title: page.headline, page)
    }
}

/// Agreements by place, what lies inside a place counted with it.
struct PlaceGroups {
    private let groups: [AgreementGroup]
    private let guide: PlaceGuide

    init(_ filter: AgreementFilter, _ request: PageRequest) async throws {
        groups = try await request.store.groups(filter, by: .place, page: Page(limit: 1_000))
        guide = request.site.places
    }

    /// Countries with all that lies in them, then places of no known country by themselves; most agreements first.
    var countries: [AgreementGroup] {
        rolled { group in group.placeID.flatMap { guide.country(of: $0) } }
            + groups.filter { $0.placeID.flatMap { guide.country(of: $0) } == nil }
    }

    /// The parts of a place, each with all that lies in it; most agreements first.
    func parts(of id: String) -> [AgreementGroup] {
        rolled { group in group.placeID.flatMap { guide.part(of: id, holding: $0) } }
    }

    private func rolled(_ holder: (AgreementGroup) -> String?) -> [AgreementGroup] {
        var held: [String: [AgreementGroup]] = [:]
        for group in groups { if let id = holder(group) { held[id, default: []].append(group) } }
        return held.map { AgreementGroup(adding: $0.value, key: $0.key, name: $0.key, placeID: $0.key) }
            .sorted { $0.count == $1.count ? $0.key < $1.key : $0.count > $1.count }
    }
}
