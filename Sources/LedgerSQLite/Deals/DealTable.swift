internal import Deals
internal import GRDB
internal import Ledger

/// The table `deal`: which agreements tell one deal, and how many independent sources stand behind it. It is worked out of
/// the clusters; an agreement that stands alone has no row.
enum DealTable {
    /// Above so many clusters the whole table is made anew.
    static let few = 200

    /// Makes the rows of clusters anew, or all rows.
    /// - Parameter clusters: names of clusters of agreements; nil for all.
    static func refresh(_ clusters: Set<String>?, _ db: Database) throws {
        guard let clusters, clusters.count <= few else {
            try db.execute(sql: "DELETE FROM deal")
            return try insert("", [], db)
        }
        try forget(clusters, db)
        try insert("AND c.cluster IN (\(marks(clusters)))", clusters.sorted(), db)
    }

    /// Takes the rows of clusters out, as the clusters are now.
    static func forget(_ clusters: Set<String>, _ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM deal WHERE record IN (
                    SELECT r.number FROM cluster AS c JOIN record AS r ON r.id = c.id
                    WHERE c.kind = 'agreement' AND c.cluster IN (\(marks(clusters))))
                """, arguments: StatementArguments(clusters.sorted()))
    }

    private static func marks(_ names: Set<String>) -> String { databaseQuestionMarks(count: names.count) }

    /// Makes the row of an agreement whose claims changed anew.
    static func refresh(of id: String, _ db: Database) throws {
        let cluster = try String.fetchOne(
            db.cachedStatement(sql: "SELECT cluster FROM cluster WHERE kind = 'agreement' AND id = ?"),
            arguments: [id])
        if let cluster { try refresh([cluster], db) }
    }

    private static func insert(_ condition: String, _ names: [String], _ db: Database) throws {
        try db.execute(
            sql: """
                WITH member AS (
                    SELECT c.cluster, a.record, coalesce(copy.cluster, d.hash) AS source
                    FROM cluster AS c
                    JOIN record AS r ON r.id = c.id
                    JOIN agreement AS a ON a.record = r.number
                    JOIN document AS d ON d.number = a.document
                    LEFT JOIN cluster AS copy ON copy.kind = 'document' AND copy.id = d.hash
                    WHERE c.kind = 'agreement' \(condition)),
                told AS (
                    SELECT cluster, min(record) AS deal, count(*) AS reports, count(DISTINCT source) AS sources
                    FROM member GROUP BY cluster HAVING count(*) > 1)
                INSERT INTO deal (record, deal, reports, sources)
                SELECT member.record, told.deal, told.reports, told.sources FROM member JOIN told USING (cluster)
                """, arguments: StatementArguments(names))
    }
}

extension Schema {
    /// Deals: agreements that linkage joins, and how many independent sources tell them.
    @Sendable static func dealTable(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE deal (
                    record INTEGER PRIMARY KEY REFERENCES record (number),
                    -- the first of its records
                    deal INTEGER NOT NULL REFERENCES record (number),
                    reports INTEGER NOT NULL CHECK (reports > 1),
                    sources INTEGER NOT NULL CHECK (sources BETWEEN 1 AND reports)
                ) STRICT;
                CREATE INDEX dealBySources ON deal (sources, record);
                """)
        try DealTable.refresh(nil, db)
    }
}
