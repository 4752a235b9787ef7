internal import Deals
internal import GRDB
package import Ledger

// How the rows that all stores share are written to SQLite and read from it.

extension ClaimRow: FetchableRecord {
    private static let insertion = """
        INSERT INTO claim
            (record, document, field, ordinal, form, text, entityKind, role, placeId, amount, currency,
             qualifier, whole, rules, author, authorRank, added, confidence, entry)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// Writes the row under the next number.
    func insert(_ db: Database) throws {
        try db.cachedStatement(sql: Self.insertion).execute(arguments: [
            record, document, field, ordinal, form, text, entityKind, role, placeId, amount, currency, qualifier, whole,
            rules, author, authorRank, added, confidence, entry,
        ])
    }
}

extension PartyRow: FetchableRecord {
    private static let insertion = """
        INSERT INTO party
            (record, field, ordinal, name, kind, role, placeId, searchKey)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// Writes the row.
    func insert(_ db: Database) throws {
        try db.cachedStatement(sql: Self.insertion).execute(arguments: [
            record, field, ordinal, name, kind, role, placeId, searchKey,
        ])
    }
}

extension AgreementRow: FetchableRecord, PersistableRecord {
    package static var databaseTableName: String { "agreement" }
}

extension MeetingRow: FetchableRecord, PersistableRecord {
    package static var databaseTableName: String { "meeting" }
}

extension VisitRow: FetchableRecord, PersistableRecord {
    package static var databaseTableName: String { "visit" }
}

extension RecordRows {
    /// Writes the rows of a new record.
    func insert(_ db: Database) throws {
        switch self {
        case .agreement(let row, let parties):
            try row.insert(db)
            for party in parties { try party.insert(db) }
        case .meeting(let row, let parties):
            try row.insert(db)
            for party in parties { try party.insert(db) }
        case .visit(let row, let parties):
            try row.insert(db)
            for party in parties { try party.insert(db) }
        }
    }

    /// Removes the rows of a record.
    static func delete(_ kind: RecordKind, record: Int64, _ db: Database) throws {
        for table in [kind.rawValue, "party"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE record = ?", arguments: [record])
        }
    }

    /// The rows that are stored for a record; nil when there are none.
    static func stored(_ kind: RecordKind, record: Int64, _ db: Database) throws -> RecordRows? {
        let parties = try PartyRow.fetchAll(
            db, sql: "SELECT * FROM party WHERE record = ? ORDER BY field, ordinal", arguments: [record])
        switch kind {
        case .agreement: return try AgreementRow.fetchOne(db, key: record).map { .agreement($0, parties) }
        case .meeting: return try MeetingRow.fetchOne(db, key: record).map { .meeting($0, parties) }
        case .visit: return try VisitRow.fetchOne(db, key: record).map { .visit($0, parties) }
        }
    }
}
