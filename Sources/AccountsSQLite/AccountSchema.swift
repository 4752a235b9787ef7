internal import GRDB

/// The numbered migrations of an accounts file; never changed once released.
enum AccountSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1", migrate: version1)
        return migrator
    }

    @Sendable private static func version1(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE account (
                    name TEXT PRIMARY KEY COLLATE NOCASE CHECK (name <> ''),
                    role TEXT NOT NULL CHECK (role IN ('reader', 'contributor', 'reviewer', 'administrator')),
                    isOpen INTEGER NOT NULL CHECK (isOpen IN (0, 1)),
                    created INTEGER NOT NULL,
                    passwordHash TEXT NOT NULL CHECK (passwordHash GLOB '$argon2id$*')
                ) STRICT;
                CREATE TABLE session (
                    key TEXT PRIMARY KEY,
                    account TEXT NOT NULL REFERENCES account (name),
                    begun INTEGER NOT NULL,
                    ends INTEGER NOT NULL,
                    agent TEXT NOT NULL,
                    address TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX sessionByAccount ON session (account);
                CREATE TABLE token (
                    key TEXT PRIMARY KEY,
                    account TEXT NOT NULL REFERENCES account (name),
                    label TEXT NOT NULL,
                    scopes TEXT NOT NULL,
                    created INTEGER NOT NULL,
                    ends INTEGER
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX tokenByAccount ON token (account);
                CREATE TABLE access (
                    number INTEGER PRIMARY KEY,
                    time INTEGER NOT NULL,
                    account TEXT,
                    address TEXT NOT NULL,
                    method TEXT NOT NULL,
                    path TEXT NOT NULL,
                    status INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX accessByTime ON access (time);
                CREATE TABLE report (
                    number INTEGER PRIMARY KEY,
                    time INTEGER NOT NULL,
                    record TEXT NOT NULL,
                    field TEXT,
                    value TEXT NOT NULL,
                    citation TEXT NOT NULL,
                    words TEXT NOT NULL,
                    answered INTEGER,
                    answerer TEXT REFERENCES account (name),
                    isRight INTEGER CHECK (isRight IN (0, 1)),
                    answer TEXT,
                    CHECK ((answered IS NULL) = (answerer IS NULL) AND (answered IS NULL) = (isRight IS NULL))
                ) STRICT;
                CREATE INDEX reportWaiting ON report (number) WHERE answered IS NULL;
                CREATE INDEX reportByRecord ON report (record);
                CREATE TABLE draft (
                    key TEXT PRIMARY KEY,
                    account TEXT NOT NULL REFERENCES account (name),
                    time INTEGER NOT NULL,
                    bytes BLOB NOT NULL,
                    text BLOB NOT NULL,
                    url TEXT, source TEXT, title TEXT, published TEXT, language TEXT, fetched TEXT
                ) STRICT;
                """)
    }
}
