internal import Deals
public import Ledger

// Deals, asked of the database; what the answers mean is said in Ledger/DealSurveys.swift.
extension PostgreSQLLedger {
    public func tellings(of ids: [RecordID]) async throws -> [RecordID: Telling] {
        let found = try await read { reading in
            try reading.session.rows(
                """
                SELECT c.id, told.reports, told.sources FROM cluster AS c
                JOIN (\(Self.told("AND c.cluster IN (SELECT cluster FROM cluster "
                    + "WHERE kind = 'agreement' AND id = ANY($1::text[]))"))) AS told ON told.cluster = c.cluster
                WHERE c.kind = 'agreement' AND c.id = ANY($1::text[])
                """, [ArrayText.text(ids.map(\.text))]
            ).map { ($0.text(0), Telling(reports: $0.integer(1), sources: $0.integer(2))) }
        }
        let tellings = Dictionary(found) { $1 }
        return Dictionary(ids.map { ($0, tellings[$0.text] ?? .once) }) { $1 }
    }

    public func dealCount(_ filter: AgreementFilter) async throws -> Int {
        try await read { try AgreementQuery(filter).dealCount($0.session) }
    }

    public func dealTotals(_ filter: AgreementFilter) async throws -> [Total] {
        try await read { try AgreementQuery(filter).dealTotals($0.session) }
    }

    /// Clusters of several agreements with how many records and independent sources tell them.
    static func told(_ condition: String = "") -> String {
        """
        SELECT c.cluster, count(*) AS reports, count(DISTINCT coalesce(copy.cluster, d.hash)) AS sources
        FROM cluster AS c
        JOIN record AS r ON r.id = c.id
        JOIN agreement AS a ON a.record = r.number
        JOIN document AS d ON d.number = a.document
        LEFT JOIN cluster AS copy ON copy.kind = 'document' AND copy.id = d.hash
        WHERE c.kind = 'agreement' \(condition) GROUP BY c.cluster HAVING count(*) > 1
        """
    }
}

extension AgreementQuery {
    /// The agreements, each with the name of its deal.
    private var dealt: String {
        """
        (SELECT a.*, coalesce(c.cluster, r.id) AS deal FROM (SELECT * FROM agreement \(clause)) AS a
        JOIN record AS r ON r.number = a.record
        LEFT JOIN cluster AS c ON c.kind = 'agreement' AND c.id = r.id) AS a
        """
    }

    func dealCount(_ session: Session) throws -> Int {
        try session.rows("SELECT count(DISTINCT deal) FROM \(dealt)", values).first?.integer(0) ?? 0
    }

    func dealTotals(_ session: Session) throws -> [Total] {
        let heights = DealStage.order.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0 + 1)" }.joined(separator: " ")
        let newest = "a.event DESC NULLS LAST, a.document DESC, a.ordinal"
        let rows = try session.rows(
            """
            SELECT currency, status, sum(amount), count(*) FROM (
                SELECT DISTINCT ON (a.deal) a.deal,
                    first_value(a.status) OVER (
                        PARTITION BY a.deal ORDER BY CASE a.status \(heights) ELSE 0 END DESC) AS status,
                    first_value(a.amount) OVER (PARTITION BY a.deal ORDER BY a.amount IS NULL, \(newest)) AS amount,
                    first_value(a.currency) OVER (PARTITION BY a.deal ORDER BY a.amount IS NULL, \(newest)) AS currency
                FROM \(dealt)) AS once
            WHERE amount IS NOT NULL GROUP BY currency, status
            """, values)
        return rows.map {
            Total(
                currency: $0.text(0), status: $0[1].flatMap(AgreementStatus.init(rawValue:)), value: $0.double(2),
                count: $0.integer(3))
        }
        .sorted { $0.precedes($1) }
    }
}
