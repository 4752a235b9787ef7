import Deals
import Foundation
import Ledger
import SourceText

/// A view of the agreements list: filter, order and page. It and its address are two forms of one thing.
struct AgreementQuery: Hashable, Sendable {
    var filter = AgreementFilter()
    var order = AgreementOrder.newest
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
        filter.place = query["place"]?.trimmed
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
        query.append("currency", filter.currency)
        query.append("min", filter.minimum.map(Self.digits))
        query.append("max", filter.maximum.map(Self.digits))
        query.append("from", filter.from?.description)
        query.append("until", filter.until?.description)
        query.append("document", filter.document?.hexadecimal)
        query.append("confidence", filter.minimumConfidence.map { String($0) })
        query.append("order", order == .newest ? nil : order.rawValue)
        query.append("page", page == 1 ? nil : String(page))
        return query
    }

    /// The address of this view.
    var address: String { query.address("/agreements") }

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

    private static func currency(_ text: String) -> String? {
        let code = text.uppercased()
        return code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) } ? code : nil
    }

    /// Whole units, with spaces or commas between the thousands if the reader likes.
    private static func amount(_ text: String) -> Double? {
        let digits = text.filter { !$0.isWhitespace && $0 != "," }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") })
        else { return nil }
        return Double(digits)
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
