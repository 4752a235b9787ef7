import Deals
import Ledger
import SourceText

/// `/agreements`: the list with its filters, totals and pages.
struct AgreementsPage {
    let headline: String
    let filter: FilterView
    let totals: TotalsView
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
        let count = try await store.agreementCount(query.filter)
        let totals = try await store.totals(query.filter)
        let records = try await store.agreements(query.filter, order: query.order, page: query.storePage)
        var first = query
        first.page = 1
        let headline =
            first.filter == AgreementFilter()
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
            headline: headline, filter: FilterView(query, wording),
            totals: TotalsView(totals, of: count, query: first, wording),
            rows: records.map { AgreementRow($0, request) },
            pager: request.pager(number: query.page, hasNext: start + records.count < count, words: range) {
                var other = query
                other.page = $0
                return other.address
            },
            byDate: sort(.newest), byAmount: sort(.amount), byPlace: sort(.place))
        return try request.html("agreements", title: headline, page)
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

    init(_ query: AgreementQuery, _ wording: Wording) {
        let filter = query.filter
        let address = query.query
        words = filter.words ?? ""
        party = filter.party ?? ""
        place = filter.place ?? ""
        minimum = address["min"] ?? ""
        maximum = address["max"] ?? ""
        from = filter.from?.description ?? ""
        until = filter.until?.description ?? ""
        document = filter.document?.hexadecimal
        confidence = address["confidence"]
        isSet = filter != AgreementFilter()
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
}
