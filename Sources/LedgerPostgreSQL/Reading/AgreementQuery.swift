internal import Deals
internal import Ledger
internal import SourceText

/// An ``AgreementFilter`` as SQL; it means what `AgreementFilter.asks(for:)` says.
struct AgreementQuery {
    private var conditions: [String] = []
    private(set) var values: [String?] = []

    init(_ filter: AgreementFilter) {
        among("status", filter.statuses.map(\.rawValue))
        among("kind", filter.kinds.map(\.rawValue))
        among("sector", filter.sectors.map(\.rawValue))
        if let currency = filter.currency { hold("currency = ?", currency) }
        if let minimum = filter.minimum { hold("amount >= ?::float8", "\(minimum)") }
        if let maximum = filter.maximum { hold("amount <= ?::float8", "\(maximum)") }
        if let from = filter.from { hold("lastDay >= ?", from.firstDay) }
        if let until = filter.until { hold("firstDay <= ?", until.lastDay) }
        if let document = filter.document {
            hold("document = (SELECT number FROM document WHERE hash = ?)", document.hexadecimal)
        }
        if let confidence = filter.minimumConfidence { hold("confidence >= ?::float8", "\(confidence)") }
        if let sources = filter.minimumSources, sources > 1 {
            hold(
                """
                record IN (SELECT r.number FROM record AS r JOIN cluster AS c ON c.kind = 'agreement' AND c.id = r.id
                    JOIN (\(PostgreSQLLedger.told())) AS told ON told.cluster = c.cluster WHERE told.sources >= ?::int)
                """, "\(sources)")
        }
        if let words = filter.words.flatMap(SearchQuery.init) { hold("search @@ ?::tsquery", Self.text(words)) }
        if let party = filter.party.flatMap(SearchQuery.init) {
            hold("partySearch @@ ?::tsquery", Self.text(party))
            if party.words.count > 1 {
                hold(
                    """
                    EXISTS (SELECT FROM party WHERE party.record = agreement.record AND party.field = 'party'
                        AND lexemes(party.searchKey) @@ ?::tsquery)
                    """, Self.text(party))
            }
        }
        if let named = filter.partyNamed.map(SearchKey.init), !named.words.isEmpty {
            hold("strpos('|' || partyKey || '|', ?) > 0", "|" + named.padded + "|")
        }
        if !filter.partyPlaceIDs.isEmpty {
            hold(
                """
                EXISTS (SELECT FROM party WHERE party.record = agreement.record AND party.field = 'party'
                    AND party.placeId = ANY(?::text[]))
                """, ArrayText.text(filter.partyPlaceIDs.sorted()))
        }
        if let outlet = filter.outlet { hold("document IN (SELECT number FROM document WHERE source = ?)", outlet) }
        place(filter)
    }

    /// A place that is named, or one of several ids; either will do.
    private mutating func place(_ filter: AgreementFilter) {
        var ways: [String] = []
        if let place = filter.place, let query = SearchQuery(place) {
            ways.append("lower(placeId) = lower(\(parameter(place)))")
            ways.append("placeSearch @@ \(parameter(Self.text(query)))::tsquery")
        }
        if !filter.placeIDs.isEmpty {
            ways.append("placeId = ANY(\(parameter(ArrayText.text(filter.placeIDs.sorted())))::text[])")
        }
        if !ways.isEmpty { conditions.append("(\(ways.joined(separator: " OR ")))") }
    }

    /// One page of the numbers of the agreements.
    func numbers(_ order: AgreementOrder, _ page: Page, _ session: Session) throws -> [Int64] {
        let terms =
            switch order {
            case .newest: "event DESC NULLS LAST, document DESC, ordinal"
            case .oldest: "(event IS NULL), event, document, ordinal"
            case .amount: "(currency IS NULL), currency, amount DESC, document, ordinal"
            case .place: "(place IS NULL), placeKey, place, document, ordinal"
            }
        let part = "ORDER BY \(terms) LIMIT \(page.limit) OFFSET \(page.offset)"
        return try session.rows("SELECT record FROM agreement \(clause) \(part)", values).map { $0.number(0) }
    }

    func count(_ session: Session) throws -> Int {
        try session.rows("SELECT count(*) FROM agreement \(clause)", values).first?.integer(0) ?? 0
    }

    func totals(_ session: Session) throws -> [Total] {
        var query = self
        query.conditions.append("amount IS NOT NULL")
        let rows = try session.rows(
            "SELECT currency, status, sum(amount), count(*) FROM agreement \(query.clause) GROUP BY currency, status",
            values)
        return rows.map {
            Total(
                currency: $0.text(0), status: $0[1].flatMap(AgreementStatus.init(rawValue:)), value: $0.double(2),
                count: $0.integer(3))
        }
        .sorted { $0.precedes($1) }
    }

    var clause: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }

    private mutating func parameter(_ value: String) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    /// - Parameter condition: with one `?`, where the value stands.
    private mutating func hold(_ condition: String, _ value: String) {
        let parts = condition.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        conditions.append(parts[0] + parameter(value) + parts[1])
    }

    private mutating func among(_ column: String, _ values: [String]) {
        // With one value the index over the column also gives the order.
        switch values.count {
        case 0: break
        case 1: hold("\(column) = ?", values[0])
        default: hold("\(column) = ANY(?::text[])", ArrayText.text(values.sorted()))
        }
    }

    /// The query's words as lexemes, each the beginning of one.
    private static func text(_ query: SearchQuery) -> String {
        query.words.map { word in
            var quoted = ""
            for scalar in word.unicodeScalars {
                if scalar == "\\" || scalar == "'" { quoted.unicodeScalars.append(scalar) }
                quoted.unicodeScalars.append(scalar)
            }
            return "'\(quoted)':*"
        }.joined(separator: " & ")
    }
}
