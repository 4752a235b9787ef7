import Deals
import Ledger

/// By what a list may be narrowed: values that occur in it, with counts, each a link to the narrower list.
struct FacetView {
    let title: String
    let values: [ValueView]

    /// A value.
    struct ValueView {
        let words: String
        let count: String
        let address: String
        /// Whether the list is narrowed by it; the link then takes the condition away.
        let isChosen: Bool
    }

    private static let most = 8

    /// The link that opens or closes the facets.
    static func toggle(_ query: AgreementQuery, _ wording: Wording) -> LinkView {
        var other = query
        other.showsFacets.toggle()
        return LinkView(
            words: wording.text(query.showsFacets ? "facets.hide" : "facets.show"), address: other.address)
    }

    /// Every facet of a list that has values to choose from. A facet's own condition does not narrow its own values.
    static func all(_ query: AgreementQuery, _ request: PageRequest) async throws -> [FacetView] {
        let wording = request.wording
        let guide = request.site.places
        func facet(
            _ key: String, _ grouping: AgreementGrouping, without: (inout AgreementQuery) -> Void,
            word: (String, String) -> String?, chosen: (String) -> Bool,
            with: (String, String, inout AgreementQuery) -> Void
        ) async throws -> FacetView? {
            var open = query
            open.page = 1
            without(&open)
            let groups = try await request.store.groups(open.resolved(guide), by: grouping, page: Page(limit: 400))
            let values = groups.compactMap { group -> ValueView? in
                guard let words = word(group.key, group.name) else { return nil }
                var narrowed = open
                let isChosen = chosen(group.key)
                if !isChosen { with(group.key, group.name, &narrowed) }
                return ValueView(
                    words: words, count: wording.number(group.count), address: narrowed.address, isChosen: isChosen)
            }
            guard values.count > 1 || values.contains(where: \.isChosen) else { return nil }
            return FacetView(title: wording.text("facet." + key), values: shown(values))
        }
        let facets: [FacetView?] = [
            try await facet(
                "status", .status, without: { $0.filter.statuses = [] },
                word: { key, _ in AgreementStatus(rawValue: key).map { wording.status($0) } },
                chosen: { key in query.filter.statuses.contains { $0.rawValue == key } },
                with: { key, _, asked in
                    asked.filter.statuses = Set([AgreementStatus(rawValue: key)].compactMap(\.self))
                }),
            try await facet(
                "sector", .sector, without: { $0.filter.sectors = [] },
                word: { key, _ in Sector(rawValue: key).map(wording.sector) },
                chosen: { key in query.filter.sectors.contains { $0.rawValue == key } },
                with: { key, _, asked in asked.filter.sectors = Set([Sector(rawValue: key)].compactMap(\.self)) }),
            try await place(query, request),
            try await facet(
                "company", .party(.company), without: { $0.filter.partyNamed = nil }, word: { $1 },
                chosen: { key in query.filter.partyNamed.map { SearchKey($0).padded == key } ?? false },
                with: { $2.filter.partyNamed = $1 }),
            try await facet(
                "year", .year,
                without: {
                    $0.filter.from = nil
                    $0.filter.until = nil
                }, word: { key, _ in key },
                chosen: { query.filter.from?.description == $0 && query.filter.until?.description == $0 },
                with: { key, _, asked in
                    asked.filter.from = PartialDate(iso: key)
                    asked.filter.until = PartialDate(iso: key)
                }),
            try await facet(
                "source", .outlet, without: { $0.filter.outlet = nil }, word: { key, _ in key },
                chosen: { $0 == query.filter.outlet }, with: { key, _, asked in asked.filter.outlet = key }),
        ]
        return facets.compactMap(\.self) + [try await sources(query, request)].compactMap(\.self)
    }

    /// How many independent sources tell the deal.
    private static func sources(_ query: AgreementQuery, _ request: PageRequest) async throws -> FacetView? {
        var values: [ValueView] = []
        for least in [2, 3, 5] {
            var narrowed = query
            narrowed.page = 1
            narrowed.filter.minimumSources = least
            let count = try await request.store.agreementCount(narrowed.resolved(request.site.places))
            let isChosen = query.filter.minimumSources == least
            guard count > 0 || isChosen else { continue }
            if isChosen { narrowed.filter.minimumSources = nil }
            values.append(
                ValueView(
                    words: request.text("sources.least", String(least)), count: request.wording.number(count),
                    address: narrowed.address, isChosen: isChosen))
        }
        return values.isEmpty ? nil : FacetView(title: request.text("facet.sources"), values: values)
    }

    /// Places: at first the countries' parts, inside a chosen place its own parts.
    private static func place(_ query: AgreementQuery, _ request: PageRequest) async throws -> FacetView? {
        let guide = request.site.places
        let chosen = query.filter.place.flatMap { guide.places(meant: $0).first }
        let groups = try await PlaceGroups(query.resolved(guide), request)
        let parts =
            chosen.map { groups.parts(of: $0) }
            ?? groups.countries.flatMap { country in
                let inner = country.placeID.map { groups.parts(of: $0) } ?? []
                return inner.isEmpty ? [country] : inner
            }.sorted { $0.count > $1.count }
        var values = parts.compactMap { group -> ValueView? in
            guard let id = group.placeID else { return nil }
            var narrowed = query
            narrowed.page = 1
            narrowed.filter.place = id
            return ValueView(
                words: guide.name(of: id, in: request.language) ?? group.name,
                count: request.wording.number(group.count), address: narrowed.address, isChosen: false)
        }
        if let chosen {
            var wider = query
            wider.page = 1
            wider.filter.place = guide[chosen]?.parent
            values.insert(
                ValueView(
                    words: guide.name(of: chosen, in: request.language) ?? chosen, count: "", address: wider.address,
                    isChosen: true), at: 0)
        }
        return values.isEmpty ? nil : FacetView(title: request.text("facet.place"), values: shown(values))
    }

    /// The largest, and the chosen one wherever it stands.
    private static func shown(_ values: [ValueView]) -> [ValueView] {
        Array(values.prefix(most)) + values.dropFirst(most).filter(\.isChosen)
    }
}
