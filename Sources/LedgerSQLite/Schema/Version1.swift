internal import GRDB

extension Schema {
    /// Documents, claims with their citations, and the rows that claims add up to.
    ///
    /// Document, claim and citation are written once and never changed; triggers refuse everything else. The
    /// other tables can be made anew from them at any time.
    @Sendable static func version1(_ db: Database) throws {
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: documents + records + claims + views)
        for table in ["document", "documentText", "claim", "citation"] {
            for (name, change) in [("Change", "UPDATE"), ("Loss", "DELETE")] {
                try db.execute(
                    sql: """
                        CREATE TRIGGER \(table)Refuses\(name) BEFORE \(change) ON \(table)
                        BEGIN SELECT RAISE(ABORT, 'a \(table) is only ever added'); END;
                        """)
            }
        }
    }

    /// A condition for a date as precise as a text states it: `2024`, `2024-01`, `2024-01-17`.
    private static func isPartialDate(_ column: String) -> String {
        """
        (\(column) GLOB '[0-9][0-9][0-9][0-9]' OR \(column) GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
         OR \(column) GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
        """
    }

    private static let languages = "('ru', 'uz-Latn', 'uz-Cyrl', 'en', 'zh')"
    private static let kinds = "('contract', 'agreement', 'memorandum', 'intent', 'unspecified')"
    private static let statuses =
        "('planned', 'announced', 'signed', 'financing', 'construction', 'operating', 'stalled', 'cancelled')"
    private static let sectors = """
        ('energy', 'manufacturing', 'construction', 'mining', 'agriculture', 'transport', 'ict', 'healthcare',
         'education', 'tourism', 'finance', 'trade', 'water_waste', 'other')
        """
    private static let qualifiers = "('exact', 'about', 'over', 'up_to')"
    private static let entities = "('person', 'company', 'institution', 'place')"
    private static let time = "'[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]*'"
    private static let currency = "(length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*')"

    private static let documents = """
        CREATE TABLE document (
            number INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
            url TEXT,
            source TEXT,
            title TEXT,
            statedDay TEXT,
            statedLanguage TEXT CHECK (statedLanguage IN \(languages)),
            fetched TEXT,
            language TEXT CHECK (language IN \(languages)),
            published TEXT CHECK \(isPartialDate("published")),
            author TEXT NOT NULL CHECK (author <> ''),
            added TEXT NOT NULL CHECK (added GLOB \(time))
        ) STRICT;
        CREATE INDEX documentByDay ON document (published DESC, number DESC);

        -- UTF-8 as blobs, because a published text may hold U+0000. raw is NULL where it has the bytes of text.
        CREATE TABLE documentText (
            document INTEGER PRIMARY KEY REFERENCES document (number),
            raw BLOB,
            text BLOB NOT NULL
        ) STRICT;

        """

    private static let records = """
        CREATE TABLE record (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (
                length(id) = 18 AND substr(id, 3) NOT GLOB '*[^0-9a-f]*'
                AND substr(id, 1, 2) = CASE kind WHEN 'agreement' THEN 'a-' WHEN 'meeting' THEN 'm-' ELSE 'v-' END),
            kind TEXT NOT NULL CHECK (kind IN ('agreement', 'meeting', 'visit')),
            document INTEGER NOT NULL REFERENCES document (number),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            UNIQUE (document, kind, ordinal)
        ) STRICT;

        """

    private static let claims = """
        CREATE TABLE claim (
            number INTEGER PRIMARY KEY,
            record INTEGER NOT NULL REFERENCES record (number),
            document INTEGER NOT NULL REFERENCES document (number),
            field TEXT NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            form TEXT NOT NULL,
            text TEXT,
            entityKind TEXT CHECK (entityKind IN \(entities)),
            role TEXT,
            placeId TEXT,
            amount REAL CHECK (amount >= 0 AND amount <= 1.7976931348623157e308),
            currency TEXT CHECK \(currency),
            qualifier TEXT CHECK (qualifier IN \(qualifiers)),
            whole INTEGER,
            rules TEXT NOT NULL,
            author TEXT NOT NULL CHECK (author <> ''),
            added TEXT NOT NULL CHECK (added GLOB \(time)),
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            CHECK (CASE field
                WHEN 'kind' THEN form = 'code' AND text IN \(kinds)
                WHEN 'status' THEN form = 'code' AND text IN \(statuses)
                WHEN 'sector' THEN form = 'code' AND text IN \(sectors)
                WHEN 'subject' THEN form = 'text'
                WHEN 'amount' THEN form = 'money'
                WHEN 'date' THEN form = 'date' AND \(isPartialDate("text"))
                WHEN 'count' THEN form = 'number'
                ELSE form = 'entity' AND field IN ('party', 'place', 'who', 'leader', 'to', 'city')
            END),
            CHECK ((text IS NOT NULL) = (form IN ('code', 'text', 'date', 'entity'))),
            CHECK ((entityKind IS NOT NULL) = (form = 'entity')),
            CHECK (form = 'entity' OR (role IS NULL AND placeId IS NULL)),
            CHECK ((amount IS NOT NULL) = (form = 'money')),
            CHECK ((currency IS NOT NULL) = (form = 'money')),
            CHECK ((qualifier IS NOT NULL) = (form = 'money')),
            CHECK ((whole IS NOT NULL) = (form = 'number'))
        ) STRICT;
        CREATE INDEX claimByRecord ON claim (record, number);
        CREATE INDEX claimByDocument ON claim (document);

        CREATE TABLE citation (
            claim INTEGER NOT NULL REFERENCES claim (number),
            position INTEGER NOT NULL CHECK (position >= 0),
            document INTEGER NOT NULL REFERENCES document (number),
            start INTEGER NOT NULL CHECK (start >= 0),
            "end" INTEGER NOT NULL,
            exact BLOB NOT NULL,
            PRIMARY KEY (claim, position),
            CHECK (start < "end" AND length(exact) = "end" - start)
        ) STRICT, WITHOUT ROWID;

        """

    private static let views = """
        CREATE TABLE agreement (
            record INTEGER PRIMARY KEY REFERENCES record (number),
            document INTEGER NOT NULL REFERENCES document (number),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            kind TEXT CHECK (kind IN \(kinds)),
            status TEXT CHECK (status IN \(statuses)),
            sector TEXT CHECK (sector IN \(sectors)),
            amount REAL CHECK (amount >= 0),
            currency TEXT CHECK \(currency),
            qualifier TEXT CHECK (qualifier IN \(qualifiers)),
            subject TEXT,
            place TEXT,
            placeId TEXT COLLATE NOCASE,
            day TEXT CHECK \(isPartialDate("day")),
            -- day, else the document's publication; and the first and last day that it may mean
            event TEXT CHECK \(isPartialDate("event")),
            firstDay TEXT,
            lastDay TEXT,
            count INTEGER,
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            CHECK ((amount IS NULL) = (currency IS NULL) AND (amount IS NULL) = (qualifier IS NULL)),
            CHECK ((event IS NULL) = (firstDay IS NULL) AND (event IS NULL) = (lastDay IS NULL)),
            CHECK (firstDay <= lastDay)
        ) STRICT;
        CREATE INDEX agreementNewest ON agreement (event DESC, document DESC, ordinal);
        CREATE INDEX agreementOldest ON agreement ((event IS NULL), event, document, ordinal);
        CREATE INDEX agreementByAmount ON agreement ((currency IS NULL), currency, amount DESC, document, ordinal);
        CREATE INDEX agreementByDocument ON agreement (document, ordinal);
        CREATE INDEX agreementByKind ON agreement (kind, event DESC, document DESC, ordinal);
        CREATE INDEX agreementByStatus ON agreement (status, event DESC, document DESC, ordinal);
        CREATE INDEX agreementBySector ON agreement (sector, event DESC, document DESC, ordinal);
        CREATE INDEX agreementByPlaceId ON agreement (placeId);
        CREATE INDEX agreementByPeriod ON agreement (firstDay, lastDay);
        CREATE INDEX agreementByConfidence ON agreement (confidence);
        CREATE INDEX agreementTotals ON agreement (currency, status, amount);

        CREATE TABLE meeting (
            record INTEGER PRIMARY KEY REFERENCES record (number),
            document INTEGER NOT NULL REFERENCES document (number),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            day TEXT CHECK \(isPartialDate("day")),
            event TEXT CHECK \(isPartialDate("event")),
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1)
        ) STRICT;
        CREATE INDEX meetingNewest ON meeting (event DESC, document DESC, ordinal);
        CREATE INDEX meetingByDocument ON meeting (document, ordinal);

        CREATE TABLE visit (
            record INTEGER PRIMARY KEY REFERENCES record (number),
            document INTEGER NOT NULL REFERENCES document (number),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            day TEXT CHECK \(isPartialDate("day")),
            event TEXT CHECK \(isPartialDate("event")),
            confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1)
        ) STRICT;
        CREATE INDEX visitNewest ON visit (event DESC, document DESC, ordinal);
        CREATE INDEX visitByDocument ON visit (document, ordinal);

        -- Who and where, of every kind of record.
        CREATE TABLE party (
            record INTEGER NOT NULL REFERENCES record (number),
            field TEXT NOT NULL CHECK (field IN ('party', 'place', 'who', 'leader', 'to', 'city')),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            name TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN \(entities)),
            role TEXT,
            placeId TEXT COLLATE NOCASE,
            PRIMARY KEY (record, field, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX partyByName ON party (name);
        CREATE INDEX partyByPlaceId ON party (placeId);
        """
}
