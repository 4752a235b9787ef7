internal import Deals
internal import GRDB
public import Ledger

// Deals, asked of the database; what the answers mean is said in Ledger/DealSurveys.swift.
extension SQLiteLedger {
    public func tellings(of ids: [RecordID]) async throws -> [RecordID: Telling] {
        try await read { reading in
            let statement = try reading.db.cachedStatement(
                sql: "SELECT reports, sources FROM deal WHERE record = (SELECT number FROM record WHERE id = ?)")
            var tellings: [RecordID: Telling] = [:]
            for id in ids {
                tellings[id] =
                    try Row.fetchOne(statement, arguments: [id.text]).map {
                        Telling(reports: $0[0], sources: $0[1])
                    } ?? .once
            }
            return tellings
        }
    }

    public func dealCount(_ filter: AgreementFilter) async throws -> Int {
        try await read { try AgreementQuery(filter).dealCount($0.db) }
    }

    public func dealTotals(_ filter: AgreementFilter) async throws -> [Total] {
        try await read { try AgreementQuery(filter).dealTotals($0.db) }
    }
}

extension AgreementQuery {
    private static let isTold = "record IN (SELECT record FROM deal)" as SQL

    /// How many deals the agreements tell: those that stand alone, and the deals of the others.
    func dealCount(_ db: Database) throws -> Int {
        let all = try count(db)
        let joined: SQLRequest<Row> = request("SELECT * FROM agreement", and: Self.isTold)
        let row = try SQLRequest<Row>(
            literal: """
                SELECT count(*), count(DISTINCT d.deal) FROM (\(joined)) AS a JOIN deal AS d ON d.record = a.record
                """
        ).fetchOne(db)
        return all - (row?[0] ?? 0) + (row?[1] ?? 0)
    }

    /// The totals of all agreements, those of deals that are told several times replaced by the deals' own.
    func dealTotals(_ db: Database) throws -> [Total] {
        let all = try totals(db)
        guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM deal)") ?? false else { return all }
        let joined: SQLRequest<Row> = request("SELECT * FROM agreement", and: Self.isTold)
        let plain: SQLRequest<Row> = """
            SELECT currency, status, sum(amount), count(*) FROM (\(joined)) WHERE amount IS NOT NULL
            GROUP BY currency, status
            """
        let heights = DealStage.order.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0 + 1)" }.joined(separator: " ")
        let newest = "a.event DESC, a.document DESC, a.ordinal" as SQL
        let once: SQLRequest<Row> = """
            SELECT currency, status, sum(amount), count(*) FROM (
                SELECT DISTINCT d.deal,
                    first_value(a.status) OVER (
                        PARTITION BY d.deal ORDER BY CASE a.status \(sql: heights) ELSE 0 END DESC) AS status,
                    first_value(a.amount) OVER (PARTITION BY d.deal ORDER BY a.amount IS NULL, \(newest)) AS amount,
                    first_value(a.currency) OVER (PARTITION BY d.deal ORDER BY a.amount IS NULL, \(newest)) AS currency
                FROM (\(joined)) AS a JOIN deal AS d ON d.record = a.record)
            WHERE amount IS NOT NULL GROUP BY currency, status
            """
        return Total.replacing(try totals(plain, db), by: try totals(once, db), in: all)
    }

    private func totals(_ request: SQLRequest<Row>, _ db: Database) throws -> [Total] {
        try request.fetchAll(db).map { row in
            let status: String? = row[1]
            return Total(
                currency: row[0], status: status.flatMap(AgreementStatus.init(rawValue:)), value: row[2], count: row[3])
        }
    }
}
