internal import Deals
internal import GRDB
internal import Ledger

extension AgreementQuery {
    /// Counts and sums of the agreements by what they have in common, status and currency.
    func tallies(_ grouping: AgreementGrouping, _ db: Database) throws -> [AgreementTally] {
        let asked: SQLRequest<Row> = request("SELECT * FROM agreement")
        let agreements = "(\(asked)) AS a" as SQL
        let keyed: SQL =
            switch grouping {
            case .status: Self.column("a.status", of: agreements)
            case .kind: Self.column("a.kind", of: agreements)
            case .sector: Self.column("a.sector", of: agreements)
            case .currency: Self.column("a.currency", of: agreements)
            case .year: Self.column("substr(a.event, 1, 4)", of: agreements)
            case .outlet:
                Self.column("d.source", of: "\(agreements) JOIN document AS d ON d.number = a.document")
            case .place:
                """
                SELECT coalesce(a.placeId COLLATE BINARY, a.placeKey) AS key, a.place AS name,
                    a.placeId COLLATE BINARY AS placeId, a.status, a.currency, a.amount
                FROM \(agreements) WHERE a.place IS NOT NULL
                """
            case .party(let kind):
                Self.parties("p.searchKey", where: "p.kind = \(kind.rawValue) AND p.searchKey <> ''", of: agreements)
            case .partyPlace:
                Self.parties("p.placeId COLLATE BINARY", where: "p.placeId IS NOT NULL", of: agreements)
            }
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT key, min(name), min(placeId), status, currency, count(*), total(amount) FROM (\(keyed))
                WHERE key IS NOT NULL GROUP BY key, status, currency
                """
        ).fetchAll(db)
        return rows.map { row in
            let status: String? = row[3]
            return AgreementTally(
                key: row[0], name: row[1], placeID: row[2], status: status.flatMap(AgreementStatus.init(rawValue:)),
                currency: row[4], count: row[5], sum: row[6])
        }
    }

    private static func column(_ column: String, of agreements: SQL) -> SQL {
        """
        SELECT \(sql: column) AS key, \(sql: column) AS name, NULL AS placeId, a.status, a.currency, a.amount
        FROM \(agreements)
        """
    }

    /// One row an agreement and key, however often it names the party.
    private static func parties(_ key: String, where condition: SQL, of agreements: SQL) -> SQL {
        """
        SELECT \(sql: key) AS key, min(p.name) AS name, min(p.placeId COLLATE BINARY) AS placeId,
            a.status, a.currency, a.amount
        FROM \(agreements) JOIN party AS p ON p.record = a.record AND p.field = 'party'
        WHERE \(condition) GROUP BY a.record, \(sql: key)
        """
    }
}

extension DocumentReading {
    /// Names of a kind with how many records have them.
    func names(_ kind: EntityKind, _ page: Page) throws -> [NameEntry] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT searchKey, min(name), max(role),
                        count(DISTINCT record) FILTER (WHERE recordKind = 'agreement') AS agreements,
                        count(DISTINCT record) FILTER (WHERE recordKind = 'meeting') AS meetings,
                        count(DISTINCT record) FILTER (WHERE recordKind = 'visit') AS visits
                    FROM (
                        SELECT p.searchKey, p.name, p.role, p.record, r.kind AS recordKind
                        FROM party AS p JOIN record AS r ON r.number = p.record
                        WHERE p.kind = ? AND p.searchKey <> '')
                    GROUP BY searchKey ORDER BY agreements + meetings + visits DESC, searchKey LIMIT ? OFFSET ?
                    """), arguments: [kind.rawValue, page.limit, page.offset])
        return rows.map {
            NameEntry(key: $0[0], name: $0[1], role: $0[2], agreements: $0[3], meetings: $0[4], visits: $0[5])
        }
    }

    /// The records that name someone, by id.
    func records(naming name: String, as kind: EntityKind) throws -> [RecordID] {
        try ids(
            SQLRequest(
                literal: """
                    SELECT DISTINCT r.id FROM party AS p JOIN record AS r ON r.number = p.record
                    WHERE p.kind = \(kind.rawValue) AND p.searchKey = \(SearchKey(name).padded) AND p.searchKey <> ''
                    ORDER BY r.id
                    """))
    }

    /// The records that name one of the places, by id.
    func records(atPlaces ids: Set<String>) throws -> [RecordID] {
        guard !ids.isEmpty else { return [] }
        return try self.ids(
            SQLRequest(
                literal: """
                    SELECT DISTINCT r.id FROM party AS p JOIN record AS r ON r.number = p.record
                    WHERE p.placeId IN \(ids.sorted()) ORDER BY r.id
                    """))
    }

    /// Outlets by how many documents were read from them.
    func outlets(_ page: Page) throws -> [OutletEntry] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT source, count(*) FROM document GROUP BY source
                    ORDER BY source IS NULL, count(*) DESC, source LIMIT ? OFFSET ?
                    """), arguments: [page.limit, page.offset]
        ).map { OutletEntry(outlet: $0[0], documents: $0[1]) }
    }

    /// Numbers of an outlet's documents, newest first.
    func documentNumbers(of outlet: String, _ page: Page) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT number FROM document WHERE source = ? ORDER BY published DESC, number DESC LIMIT ? OFFSET ?
                    """), arguments: [outlet, page.limit, page.offset])
    }

    private func ids(_ request: SQLRequest<String>) throws -> [RecordID] {
        try request.fetchAll(db).map { text in
            guard let id = RecordID(text) else { throw damaged("“\(text)” is no record's id") }
            return id
        }
    }
}
