internal import Deals
internal import GRDB
internal import Ledger

extension Schema {
    /// The journal: every change with its author, time and the hash of the one before. Each document, claim, decision
    /// and judgement names the change that brought it.
    ///
    /// What earlier versions wrote is entered document by document, then the judgements.
    @Sendable static func version4(_ db: Database) throws {
        try db.execute(sql: journal)
        let appended = ["document", "claim", "judgement"]
        for table in appended { try db.execute(sql: "DROP TRIGGER \(table)RefusesChange") }
        try db.execute(
            sql:
                "UPDATE document SET entry = number; UPDATE claim SET entry = document; UPDATE judgement SET entry = -1"
        )
        try enterOldRows(db)
        for (table, change) in appended.map({ ($0, "UPDATE") })
            + ["journal", "decision", "reading"].flatMap({ [($0, "UPDATE"), ($0, "DELETE")] })
        {
            let name = change == "UPDATE" ? "Change" : "Loss"
            try db.execute(
                sql: """
                    CREATE TRIGGER \(table)Refuses\(name) BEFORE \(change) ON \(table)
                    BEGIN SELECT RAISE(ABORT, 'a \(table) is only ever added'); END;
                    """)
        }
    }

    private static func enterOldRows(_ db: Database) throws {
        var reading = DocumentReading(db, path: "")
        var previous = JournalEntry.origin
        var number: Int64 = 0
        func enter(_ change: Change, _ author: Author, _ added: String) throws {
            number += 1
            previous = try JournalRow.insert(change, number: number, author: author, added: added, after: previous, db)
        }
        let documents = try Row.fetchAll(db, sql: "SELECT number, author, added FROM document ORDER BY number")
        for row in documents {
            // Entry numbers are those of the documents only where none is missing.
            try db.execute(
                sql: "UPDATE document SET entry = :entry WHERE number = :number;"
                    + "UPDATE claim SET entry = :entry WHERE document = :number",
                arguments: ["entry": number + 1, "number": row[0] as Int64])
            try enter(
                .document(try reading.readDocument(entry: number + 1)), .program(row[1]), row[2])
            reading = DocumentReading(db, path: "")
        }
        let judgements = try JudgementRow.fetchAll(db, sql: "SELECT * FROM judgement ORDER BY number")
        for row in judgements {
            guard let judgement = row.judgement else { continue }
            try enter(.judgements([judgement]), judgement.author, judgement.added)
            try db.execute(
                sql: "UPDATE judgement SET entry = ? WHERE number = ?", arguments: [number, row.number])
        }
    }

    private static let journal = """
        CREATE TABLE journal (
            number INTEGER PRIMARY KEY,
            change TEXT NOT NULL CHECK (change IN ('document', 'reading', 'claims', 'decisions', 'judgements')),
            author TEXT NOT NULL CHECK (author <> ''),
            authorRank INTEGER NOT NULL CHECK (authorRank BETWEEN 0 AND 2),
            added TEXT NOT NULL,
            previous TEXT NOT NULL UNIQUE CHECK (length(previous) = 64),
            hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
        ) STRICT;

        ALTER TABLE document ADD COLUMN entry INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE claim ADD COLUMN entry INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE claim ADD COLUMN authorRank INTEGER NOT NULL DEFAULT 0 CHECK (authorRank BETWEEN 0 AND 2);
        ALTER TABLE judgement ADD COLUMN entry INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX documentByEntry ON document (entry);
        CREATE INDEX claimByEntry ON claim (entry, number);
        CREATE INDEX judgementByEntry ON judgement (entry, number);

        CREATE TABLE decision (
            number INTEGER PRIMARY KEY,
            entry INTEGER NOT NULL REFERENCES journal (number),
            record INTEGER NOT NULL REFERENCES record (number),
            claim TEXT NOT NULL CHECK (claim GLOB 'c-*' AND length(claim) = 34),
            verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'withdraw')),
            reason TEXT NOT NULL CHECK (reason <> '' OR verdict <> 'reject'),
            author TEXT NOT NULL CHECK (author <> ''),
            authorRank INTEGER NOT NULL CHECK (authorRank BETWEEN 0 AND 2),
            added TEXT NOT NULL
        ) STRICT;
        CREATE INDEX decisionByRecord ON decision (record, number);
        CREATE INDEX decisionByEntry ON decision (entry, number);

        -- Documents that were read anew: what programs claimed of them before no longer counts.
        CREATE TABLE reading (
            entry INTEGER PRIMARY KEY REFERENCES journal (number),
            document INTEGER NOT NULL REFERENCES document (number)
        ) STRICT;
        CREATE INDEX readingByDocument ON reading (document, entry);
        """
}
