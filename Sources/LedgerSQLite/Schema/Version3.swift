internal import GRDB

extension Schema {
    /// What linkage keeps: judgements, of which triggers refuse every change, the judgement that counts of each pair,
    /// clusters, and keys under which ids find each other.
    @Sendable static func version3(_ db: Database) throws {
        try db.execute(sql: linking)
        for (name, change) in [("Change", "UPDATE"), ("Loss", "DELETE")] {
            try db.execute(
                sql: """
                    CREATE TRIGGER judgementRefuses\(name) BEFORE \(change) ON judgement
                    BEGIN SELECT RAISE(ABORT, 'a judgement is only ever added'); END;
                    """)
        }
    }

    private static let linkedKinds =
        "('agreement', 'meeting', 'visit', 'organisation', 'person', 'place', 'document')"
    private static let verdicts = "('same', 'different', 'doubtful', 'part', 'withdrawn')"

    private static let linking = """
        CREATE TABLE judgement (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN \(linkedKinds)),
            first TEXT NOT NULL CHECK (first <> ''),
            second TEXT NOT NULL CHECK (second <> '' AND second <> first),
            low TEXT NOT NULL GENERATED ALWAYS AS (min(first, second)) VIRTUAL,
            high TEXT NOT NULL GENERATED ALWAYS AS (max(first, second)) VIRTUAL,
            verdict TEXT NOT NULL CHECK (verdict IN \(verdicts)),
            score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
            -- one reason a line
            reasons TEXT NOT NULL,
            author TEXT NOT NULL CHECK (author <> ''),
            authorRank INTEGER NOT NULL CHECK (authorRank BETWEEN 0 AND 2),
            added TEXT NOT NULL
        ) STRICT;
        CREATE INDEX judgementByPair ON judgement (low, high, kind, number);

        -- The judgement that counts of each pair that has one.
        CREATE TABLE standing (
            judgement INTEGER PRIMARY KEY REFERENCES judgement (number),
            kind TEXT NOT NULL,
            low TEXT NOT NULL,
            high TEXT NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN \(verdicts) AND verdict <> 'withdrawn'),
            score REAL NOT NULL,
            UNIQUE (low, high, kind)
        ) STRICT;
        CREATE INDEX standingByHigh ON standing (high, kind);
        CREATE INDEX standingByVerdict ON standing (kind, verdict, judgement);
        CREATE INDEX standingDoubtful ON standing (kind, score DESC, judgement) WHERE verdict = 'doubtful';

        CREATE TABLE cluster (
            kind TEXT NOT NULL CHECK (kind IN \(linkedKinds)),
            id TEXT NOT NULL CHECK (id <> ''),
            cluster TEXT NOT NULL CHECK (cluster <> ''),
            PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX clusterMembers ON cluster (kind, cluster, id);

        CREATE TABLE linkKey (
            kind TEXT NOT NULL CHECK (kind IN \(linkedKinds)),
            key TEXT NOT NULL,
            id TEXT NOT NULL CHECK (id <> ''),
            PRIMARY KEY (kind, key, id)
        ) STRICT, WITHOUT ROWID;
        """
}
