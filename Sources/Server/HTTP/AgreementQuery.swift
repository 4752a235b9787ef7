import Deals
import Foundation
import Ledger
import SourceText

/// A view of the agreements list: filter, order and page. It and its address are two forms of one thing.
struct AgreementQuery: Hashable, Sendable {
    var filter = AgreementFilter()
    /// The id of a country that one side comes from.
    var country: String?
    var order = AgreementOrder.newest
    /// Whether the page shows by what the list may be narrowed, with counts.
    var showsFacets = false
    /// From 1.
    var page = 1

    static let pageSize = 50

    init() {}

    /// A condition that could not be read.
    struct Failure: Error, Hashable {
        /// The condition's name in the address.
        let field: String
        let value: String
    }

    /// Reads an address.
    init(_ query: Query) throws(Failure) {
        filter.words = query["words"]?.trimmed
        filter.party = query["party"]?.trimmed
        filter.partyNamed = query["company"]?.trimmed
        filter.place = query["place"]?.trimmed
        filter.outlet = query["source"]
        country = try Self.read("country", query) { Self.id($0) }
        showsFacets = query["facets"] == "show"
        filter.statuses = try Self.codes("status", query)
        filter.kinds = try Self.codes("kind", query)
        filter.sectors = try Self.codes("sector", query)
        filter.currency = try Self.read("currency", query, Self.currency)
        filter.minimum = try Self.read("min", query, Self.amount)
        filter.maximum = try Self.read("max", query, Self.amount)
        filter.from = try Self.read("from", query) { PartialDate(iso: $0) }
        filter.until = try Self.read("until", query) { PartialDate(iso: $0) }
        filter.document = try Self.read("document", query) { DocumentHash(hexadecimal: $0) }
        filter.minimumConfidence = try Self.read("confidence", query) {
            Double($0).flatMap { (0...1).contains($0) ? $0 : nil }
        }
        filter.minimumSources = try Self.read("sources", query) {
            Int($0).flatMap { (1...100).contains($0) ? $0 : nil }
        }
        order = try Self.read("order", query) { AgreementOrder(rawValue: $0) } ?? .newest
        page = try Self.read("page", query, pageNumber) ?? 1
    }

    /// The address's query; an empty one asks for everything.
    var query: Query {
        var query = Query()
        query.append("words", filter.words)
        for kind in AgreementKind.allCases where filter.kinds.contains(kind) { query.append("kind", kind.rawValue) }
        for status in AgreementStatus.allCases where filter.statuses.contains(status) {
            query.append("status", status.rawValue)
        }
        for sector in Sector.allCases where filter.sectors.contains(sector) {
            query.append("sector", sector.rawValue)
        }
        query.append("place", filter.place)
        query.append("party", filter.party)
        query.append("company", filter.partyNamed)
        query.append("country", country)
        query.append("source", filter.outlet)
        query.append("currency", filter.currency)
        query.append("min", filter.minimum.map(Self.digits))
        query.append("max", filter.maximum.map(Self.digits))
        query.append("from", filter.from?.description)
        query.append("until", filter.until?.description)
        query.append("document", filter.document?.hexadecimal)
        query.append("confidence", filter.minimumConfidence.map { String($0) })
        query.append("sources", filter.minimumSources.map { String($0) })
        query.append("order", order == .newest ? nil : order.rawValue)
        query.append("facets", showsFacets ? "show" : nil)
        query.append("page", page == 1 ? nil : String(page))
        return query
    }

    /// The address of this view.
    var address: String { query.address("/agreements") }

    /// Whether any condition is set.
    var hasConditions: Bool { filter != AgreementFilter() || country != nil }

    /// The filter as the store answers it: a known place asks for all that lies in it, a country likewise.
    func resolved(_ guide: PlaceGuide) -> AgreementFilter {
        var resolved = filter
        if let place = filter.place {
            resolved.placeIDs = guide.places(meant: place).reduce(into: []) { $0.formUnion(guide.inside($1)) }
        }
        if let country { resolved.partyPlaceIDs = guide.inside(country) }
        return resolved
    }

    /// The same list in other forms.
    func exports(_ wording: Wording) -> [LinkView] {
        var all = self
        all.page = 1
        all.showsFacets = false
        return [
            LinkView(words: wording.text("export.csv"), address: all.query.address("/agreements.csv")),
            LinkView(words: wording.text("export.atom"), address: all.query.address("/agreements.atom")),
            LinkView(words: wording.text("export.json"), address: all.query.address("/api/v1/agreements")),
        ]
    }

    /// The page as the store counts it.
    var storePage: Page { Page(offset: (page - 1) * Self.pageSize, limit: Self.pageSize) }

    private static func codes<Code: RawRepresentable & Hashable>(
        _ field: String, _ query: Query
    ) throws(Failure) -> Set<Code> where Code.RawValue == String {
        var result: Set<Code> = []
        for value in query.all(field) {
            guard let code = Code(rawValue: value) else { throw Failure(field: field, value: value) }
            result.insert(code)
        }
        return result
    }

    private static func read<Value>(
        _ field: String, _ query: Query, _ parse: (String) -> Value?
    ) throws(Failure) -> Value? {
        guard let text = query[field]?.trimmed, !text.isEmpty else { return nil }
        guard let value = parse(text) else { throw Failure(field: field, value: text) }
        return value
    }

    /// An id of the places tables: letters, digits and hyphens.
    private static func id(_ text: String) -> String? {
        let isID = text.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == UInt8(ascii: "-")
        }
        return isID && text.utf8.count <= 64 ? text : nil
    }

    private static func currency(_ text: String) -> String? {
        let code = text.uppercased()
        return code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) } ? code : nil
    }

    /// Whole units, with spaces or commas between the thousands if the reader likes.
    private static func amount(_ text: String) -> Double? {
        let digits = text.filter { !$0.isWhitespace && $0 != "," }
        guard let first = digits.utf8.first, (48...57).contains(first),
            digits.utf8.allSatisfy({ (48...57).contains($0) || ".eE+-".utf8.contains($0) }),
            let value = Double(digits), value.isFinite, value >= 0
        else { return nil }
        return value
    }

    private static func digits(_ value: Double) -> String {
        value == value.rounded() && value < 1e15 ? String(Int(value)) : String(value)
    }
}

/// A page number of an address, 1 to a million.
func pageNumber(_ text: String) -> Int? { Int(text).flatMap { (1...1_000_000).contains($0) ? $0 : nil } }

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
