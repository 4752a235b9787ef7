import Deals
import Ledger
import SourceText

/// `/agreements`: the list with its filters, totals and pages.
struct AgreementsPage {
    let headline: String
    let filter: FilterView
    let facets: [FacetView]
    let facetsLink: LinkView
    let exports: [LinkView]
    let totals: TotalsView
    /// "12 reports of 9 deals", where some deal is told several times.
    let deals: String?
    let rows: [AgreementRow]
    let pager: PagerView?
    /// Addresses of the same list in another order.
    let byDate: SortLink
    let byAmount: SortLink
    let byPlace: SortLink

    /// A table head that sorts.
    struct SortLink {
        let address: String
        let isCurrent: Bool
        let direction: String
    }

    static func html(_ request: PageRequest) async throws -> String {
        let query: AgreementQuery
        do {
            query = try AgreementQuery(request.query)
        } catch {
            throw PageFailure.badCondition(field: error.field, value: error.value)
        }
        let store = request.store
        let wording = request.wording
        let asked = query.resolved(request.site.places)
        let count = try await store.agreementCount(asked)
        let deals = try await store.dealCount(asked)
        let totals = try await store.dealTotals(asked)
        let records = try await store.agreements(asked, order: query.order, page: query.storePage)
        var first = query
        first.page = 1
        let headline =
            !first.hasConditions
            ? wording.text("agreements.title.all", wording.count(count, "agreements"))
            : wording.text("agreements.title.some", wording.count(count, "agreements"))
        let start = (query.page - 1) * AgreementQuery.pageSize
        let range = wording.text(
            "pager.range", wording.number(start + 1), wording.number(start + records.count), wording.number(count))
        func sort(_ order: AgreementOrder) -> SortLink {
            var sorted = first
            let isCurrent = query.order == order || (order == .newest && query.order == .oldest)
            sorted.order = order == .newest && query.order == .newest ? .oldest : order
            return SortLink(
                address: sorted.address, isCurrent: isCurrent,
                direction: query.order == .newest || query.order == .amount ? "descending" : "ascending")
        }
        let page = AgreementsPage(
            headline: headline, filter: try await FilterView(query, request),
            facets: query.showsFacets ? try await FacetView.all(query, request) : [],
            facetsLink: FacetView.toggle(query, wording), exports: count > 0 ? query.exports(wording) : [],
            totals: TotalsView(totals, of: deals, query: first, wording),
            deals: deals < count
                ? wording.text("agreements.deals", wording.count(count, "reports.of"), wording.count(deals, "deals"))
                : nil,
            rows: try await AgreementRow.rows(records, request),
            pager: request.pager(number: query.page, hasNext: start + records.count < count, words: range) {
                var other = query
                other.page = $0
                return other.address
            },
            byDate: sort(.newest), byAmount: sort(.amount), byPlace: sort(.place))
        return try request.html("agreements", title: headline, feed: first.exports(wording)[1].address, page)
    }
}

/// The filters as a form that reads like a sentence.
struct FilterView {
    let words: String
    let party: String
    let place: String
    let minimum: String
    let maximum: String
    let from: String
    let until: String
    let kinds: ChoiceView
    let statuses: ChoiceView
    let sectors: ChoiceView
    let currencies: [OptionView]
    let orders: [OptionView]
    let countries: [OptionView]
    let sources: [OptionView]
    let tellings: [OptionView]
    let company: String?
    let facets: String?
    let document: String?
    let confidence: String?
    /// Whether any condition is set, so that "show all" makes sense.
    let isSet: Bool

    /// A condition of which several values may be chosen; its summary says which are.
    struct ChoiceView {
        let name: String
        let summary: String
        let options: [OptionView]
    }

    /// A value that may be chosen.
    struct OptionView {
        let name: String
        let value: String
        let label: String
        let isChosen: Bool
    }

    init(_ query: AgreementQuery, _ request: PageRequest) async throws {
        let wording = request.wording
        let filter = query.filter
        let address = query.query
        words = filter.words ?? ""
        party = filter.party ?? ""
        place = filter.place.map { request.site.places.name(of: $0, in: request.language) ?? $0 } ?? ""
        company = filter.partyNamed
        facets = query.showsFacets ? "show" : nil
        countries = try await Self.countries(query, request)
        sources = try await Self.sources(query, request)
        tellings = [nil, 2, 3, 5].map { least in
            OptionView(
                name: "sources", value: least.map { String($0) } ?? "",
                label: least.map { wording.text("sources.least", String($0)) } ?? wording.text("filter.any.sources"),
                isChosen: filter.minimumSources == least)
        }
        minimum = address["min"] ?? ""
        maximum = address["max"] ?? ""
        from = filter.from?.description ?? ""
        until = filter.until?.description ?? ""
        document = filter.document?.hexadecimal
        confidence = address["confidence"]
        isSet = query.hasConditions
        func choice<Code: Hashable & RawRepresentable>(
            _ name: String, _ all: [Code], _ chosen: Set<Code>, _ word: (Code) -> String
        ) -> ChoiceView where Code.RawValue == String {
            let labels = all.filter(chosen.contains).map(word)
            return ChoiceView(
                name: name,
                summary: labels.isEmpty
                    ? wording.text("filter.any." + name)
                    : labels.count == 1
                        ? labels[0]
                        : wording.text(
                            "list.or", labels.dropLast().joined(separator: ", "), labels.last!),
                options: all.map {
                    OptionView(name: name, value: $0.rawValue, label: word($0), isChosen: chosen.contains($0))
                })
        }
        kinds = choice("kind", AgreementKind.allCases, filter.kinds, wording.kind)
        statuses = choice("status", AgreementStatus.allCases, filter.statuses) { wording.status($0) }
        sectors = choice("sector", Sector.allCases, filter.sectors, wording.sector)
        var codes = ["USD", "EUR", "CNY", "RUB", "UZS"]
        if let currency = filter.currency, !codes.contains(currency) { codes.append(currency) }
        currencies =
            [OptionView(name: "", value: "", label: wording.text("filter.any.currency"), isChosen: false)]
            + codes.map {
                OptionView(
                    name: "currency", value: $0, label: wording.text.noun("currency." + $0, for: 5) ?? $0,
                    isChosen: filter.currency == $0)
            }
        orders = AgreementOrder.allCases.map {
            OptionView(
                name: "order", value: $0 == .newest ? "" : $0.rawValue, label: wording.text("order." + $0.rawValue),
                isChosen: query.order == $0)
        }
    }
    /// The countries that parties come from, by name.
    private static func countries(_ query: AgreementQuery, _ request: PageRequest) async throws -> [OptionView] {
        let guide = request.site.places
        let groups = try await request.store.groups(AgreementFilter(), by: .partyPlace, page: Page(limit: 1_000))
        let ids = Set(groups.compactMap { guide.country(of: $0.key) } + [query.country].compactMap(\.self))
        return options(
            "country", query.country, any: request.text("filter.any.country"),
            ids.map { ($0, guide.name(of: $0, in: request.language) ?? $0) }.sorted { $0.1 < $1.1 })
    }

    private static func sources(_ query: AgreementQuery, _ request: PageRequest) async throws -> [OptionView] {
        let outlets = try await request.store.outlets(Page(limit: 200)).compactMap(\.outlet)
        let names = Set(outlets + [query.filter.outlet].compactMap(\.self)).sorted()
        return options("source", query.filter.outlet, any: request.text("filter.any.source"), names.map { ($0, $0) })
    }

    private static func options(
        _ name: String, _ chosen: String?, any: String, _ values: [(String, String)]
    ) -> [OptionView] {
        [OptionView(name: name, value: "", label: any, isChosen: false)]
            + values.map { OptionView(name: name, value: $0.0, label: $0.1, isChosen: $0.0 == chosen) }
    }
}
