internal import GRDB
internal import Ledger

extension Schema {
    /// Search in any script and spelling: keys beside the names, and a full-text index over them.
    ///
    /// Keys are folded by `SearchKey` before they are stored, so the index only cuts at spaces. Whoever
    /// changes the folding adds a migration that makes the keys anew.
    @Sendable static func version2(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE party ADD COLUMN searchKey TEXT NOT NULL DEFAULT '';
                ALTER TABLE agreement ADD COLUMN partyKey TEXT NOT NULL DEFAULT '';
                ALTER TABLE agreement ADD COLUMN placeKey TEXT NOT NULL DEFAULT '';
                ALTER TABLE agreement ADD COLUMN subjectKey TEXT NOT NULL DEFAULT '';
                CREATE INDEX agreementByPlace ON agreement ((place IS NULL), placeKey, place, document, ordinal);

                CREATE VIRTUAL TABLE agreementSearch USING fts5 (
                    partyKey, placeKey, subjectKey,
                    content = 'agreement', content_rowid = 'record',
                    tokenize = 'ascii', prefix = '2 3', detail = 'column');
                """)
        try fillKeys(db)
        try db.execute(
            sql: """
                INSERT INTO agreementSearch (agreementSearch) VALUES ('rebuild');

                CREATE TRIGGER agreementSearchAdd AFTER INSERT ON agreement BEGIN
                    INSERT INTO agreementSearch (rowid, partyKey, placeKey, subjectKey)
                    VALUES (new.record, new.partyKey, new.placeKey, new.subjectKey);
                END;
                CREATE TRIGGER agreementSearchDrop AFTER DELETE ON agreement BEGIN
                    INSERT INTO agreementSearch (agreementSearch, rowid, partyKey, placeKey, subjectKey)
                    VALUES ('delete', old.record, old.partyKey, old.placeKey, old.subjectKey);
                END;
                CREATE TRIGGER agreementSearchChange AFTER UPDATE ON agreement BEGIN
                    INSERT INTO agreementSearch (agreementSearch, rowid, partyKey, placeKey, subjectKey)
                    VALUES ('delete', old.record, old.partyKey, old.placeKey, old.subjectKey);
                    INSERT INTO agreementSearch (rowid, partyKey, placeKey, subjectKey)
                    VALUES (new.record, new.partyKey, new.placeKey, new.subjectKey);
                END;
                """)
    }

    /// Makes the keys of the rows that version 1 left.
    private static func fillKeys(_ db: Database) throws {
        let keyed = DatabaseFunction("search_key", argumentCount: 1, pure: true) { values in
            String.fromDatabaseValue(values[0]).map { SearchKey($0).padded } ?? ""
        }
        db.add(function: keyed)
        defer { db.remove(function: keyed) }
        try db.execute(
            sql: """
                UPDATE party SET searchKey = search_key(name);
                UPDATE agreement SET
                    placeKey = search_key(place),
                    subjectKey = search_key(subject),
                    partyKey = coalesce((
                        SELECT group_concat(searchKey, '|') FROM (
                            SELECT searchKey FROM party
                            WHERE party.record = agreement.record AND field = 'party' ORDER BY ordinal)), '');
                """)
    }
}
