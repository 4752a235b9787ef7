internal import Deals
internal import GRDB
internal import Ledger
internal import SourceText

/// An ``AgreementFilter`` as SQL; it means what `AgreementFilter.asks(for:)` says.
struct AgreementQuery {
    private var conditions: [SQL] = []

    init(_ filter: AgreementFilter) {
        among("status", filter.statuses.map(\.rawValue))
        among("kind", filter.kinds.map(\.rawValue))
        among("sector", filter.sectors.map(\.rawValue))
        if let currency = filter.currency { conditions.append("currency = \(currency)") }
        if let minimum = filter.minimum { conditions.append("amount >= \(minimum)") }
        if let maximum = filter.maximum { conditions.append("amount <= \(maximum)") }
        if let from = filter.from { conditions.append("lastDay >= \(from.firstDay)") }
        if let until = filter.until { conditions.append("firstDay <= \(until.lastDay)") }
        if let document = filter.document {
            conditions.append("document = (SELECT number FROM document WHERE hash = \(document.hexadecimal))")
        }
        if let confidence = filter.minimumConfidence { conditions.append("confidence >= \(confidence)") }
        if let sources = filter.minimumSources, sources > 1 {
            conditions.append("record IN (SELECT record FROM deal WHERE sources >= \(sources))")
        }
        if let words = filter.words.flatMap(SearchQuery.init) { conditions.append(Self.search(words)) }
        if let party = filter.party.flatMap(SearchQuery.init) {
            conditions.append(Self.search(party, in: "partyKey"))
            if party.words.count > 1 { conditions.append(Self.oneParty(party)) }
        }
        if let named = filter.partyNamed.map(SearchKey.init), !named.words.isEmpty,
            let query = SearchQuery(filter.partyNamed ?? "")
        {
            conditions.append(Self.search(query, in: "partyKey"))
            conditions.append("instr('|' || partyKey || '|', \("|" + named.padded + "|")) > 0")
        }
        if !filter.partyPlaceIDs.isEmpty {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM party WHERE party.record = agreement.record AND party.field = 'party'
                    AND +party.placeId IN \(filter.partyPlaceIDs.sorted()))
                """)
        }
        if let outlet = filter.outlet {
            conditions.append("document IN (SELECT number FROM document WHERE source = \(outlet))")
        }
        place(filter)
    }

    /// One page of the numbers of the agreements.
    func numbers(_ order: AgreementOrder, _ page: Page, _ db: Database) throws -> [Int64] {
        let terms: SQL =
            switch order {
            case .newest: "event DESC, document DESC, ordinal"
            case .oldest: "event IS NULL, event, document, ordinal"
            case .amount: "currency IS NULL, currency, amount DESC, document, ordinal"
            case .place: "place IS NULL, placeKey, place, document, ordinal"
            }
        return try request(
            "SELECT record FROM agreement", "ORDER BY \(terms) LIMIT \(page.limit) OFFSET \(page.offset)"
        ).fetchAll(db)
    }

    func count(_ db: Database) throws -> Int {
        try request("SELECT count(*) FROM agreement").fetchOne(db) ?? 0
    }

    func totals(_ db: Database) throws -> [Total] {
        let sums: SQLRequest<Row> = request(
            "SELECT currency, status, sum(amount), count(*) FROM agreement", "GROUP BY currency, status",
            and: "amount IS NOT NULL")
        let totals = try sums.fetchAll(db).map { row in
            let status: String? = row[1]
            return Total(
                currency: row[0], status: status.flatMap(AgreementStatus.init(rawValue:)), value: row[2], count: row[3])
        }
        return totals.sorted { $0.precedes($1) }
    }

    func request<Result>(_ select: SQL, _ rest: SQL = "", and condition: SQL? = nil) -> SQLRequest<Result> {
        let all = conditions + (condition.map { [$0] } ?? [])
        let clause: SQL = all.isEmpty ? "" : "WHERE \(all.joined(separator: " AND "))"
        return SQLRequest(literal: "\(select) \(clause) \(rest)", cached: true)
    }

    private mutating func among(_ column: String, _ values: [String]) {
        // With one value the index over the column also gives the order.
        switch values.count {
        case 0: break
        case 1: conditions.append("\(sql: column) = \(values[0])")
        default: conditions.append("\(sql: column) IN \(values.sorted())")
        }
    }

    /// A place that is named, or one of several ids; either will do.
    private mutating func place(_ filter: AgreementFilter) {
        var ways: [SQL] = []
        if let place = filter.place, let query = SearchQuery(place) {
            ways += ["placeId = \(place)", Self.search(query, in: "placeKey")]
        }
        if !filter.placeIDs.isEmpty { ways.append("placeId IN \(filter.placeIDs.sorted())") }
        if !ways.isEmpty { conditions.append("(\(ways.joined(separator: " OR ")))") }
    }

    /// Records whose keys have a word beginning with each of the query's words.
    private static func search(_ query: SearchQuery, in column: String? = nil) -> SQL {
        let words = query.words.map { "\"\($0)\" *" }.joined(separator: " AND ")
        let match = column.map { "\($0) : (\(words))" } ?? words
        return "record IN (SELECT rowid FROM agreementSearch WHERE agreementSearch MATCH \(match))"
    }

    /// Records in which one party answers all words; the index only knows that the parties together do.
    private static func oneParty(_ query: SearchQuery) -> SQL {
        let words = query.words.map { word -> SQL in "instr(party.searchKey, \(" " + word)) > 0" }
        return """
            EXISTS (SELECT 1 FROM party WHERE party.record = agreement.record AND party.field = 'party'
                AND \(words.joined(separator: " AND ")))
            """
    }
}
