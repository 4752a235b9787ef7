extension Schema {
    /// The same tables as the ledger file has, compared byte by byte (`COLLATE "C"`); words for the search are kept as
    /// lexemes that the program folded, so no dictionary of the server is asked.
    static let version1 = domains + appended + views + linking + triggers

    private static let domains = """
        CREATE DOMAIN ctext AS text COLLATE "C";
        CREATE FUNCTION lexemes(key text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
            $$ SELECT array_to_tsvector(array_remove(string_to_array(replace(key, '|', ' '), ' '), '')) $$;

        """

    private static let appended = """
        CREATE TABLE journal (
            number bigint PRIMARY KEY,
            change ctext NOT NULL CHECK (change IN ('document', 'reading', 'claims', 'decisions', 'judgements')),
            author ctext NOT NULL CHECK (author <> ''),
            authorRank integer NOT NULL CHECK (authorRank BETWEEN 0 AND 2),
            added ctext NOT NULL,
            previous ctext NOT NULL UNIQUE CHECK (length(previous) = 64),
            hash ctext NOT NULL UNIQUE CHECK (length(hash) = 64));

        CREATE TABLE document (
            number bigint PRIMARY KEY,
            hash ctext NOT NULL UNIQUE CHECK (length(hash) = 64),
            url ctext, source ctext, title ctext, statedDay ctext, statedLanguage ctext, fetched ctext,
            language ctext CHECK (language IN ('ru', 'uz-Latn', 'uz-Cyrl', 'en', 'zh')),
            published ctext,
            author ctext NOT NULL CHECK (author <> ''),
            added ctext NOT NULL,
            entry bigint NOT NULL REFERENCES journal);
        CREATE INDEX ON document (published DESC NULLS LAST, number DESC);
        CREATE INDEX ON document (source);
        CREATE INDEX ON document (entry);

        -- raw is NULL where it has the bytes of text.
        CREATE TABLE documentText (
            document bigint PRIMARY KEY REFERENCES document, raw bytea, text bytea NOT NULL);

        CREATE TABLE record (
            number bigint PRIMARY KEY,
            id ctext NOT NULL UNIQUE CHECK (id ~ '^[amv]-[0-9a-f]{16}$' AND left(id, 1) = left(kind, 1)),
            kind ctext NOT NULL CHECK (kind IN ('agreement', 'meeting', 'visit')),
            document bigint NOT NULL REFERENCES document,
            ordinal integer NOT NULL CHECK (ordinal >= 0),
            UNIQUE (document, kind, ordinal));

        CREATE TABLE claim (
            number bigint PRIMARY KEY,
            record bigint NOT NULL REFERENCES record,
            document bigint NOT NULL REFERENCES document,
            field ctext NOT NULL,
            ordinal integer NOT NULL CHECK (ordinal >= 0),
            form ctext NOT NULL CHECK (form IN ('code', 'text', 'date', 'entity', 'money', 'number')),
            text ctext,
            entityKind ctext CHECK (entityKind IN ('person', 'company', 'institution', 'place')),
            role ctext, placeId ctext,
            amount double precision CHECK (amount >= 0 AND amount < 'infinity'),
            currency ctext CHECK (currency ~ '^[A-Z]{3}$'),
            qualifier ctext,
            whole bigint,
            rules ctext NOT NULL,
            author ctext NOT NULL CHECK (author <> ''),
            authorRank integer NOT NULL CHECK (authorRank BETWEEN 0 AND 2),
            added ctext NOT NULL,
            confidence double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
            entry bigint NOT NULL REFERENCES journal,
            CHECK ((text IS NOT NULL) = (form IN ('code', 'text', 'date', 'entity'))),
            CHECK ((entityKind IS NOT NULL) = (form = 'entity')),
            CHECK ((amount IS NOT NULL) = (form = 'money') AND (currency IS NOT NULL) = (form = 'money')),
            CHECK ((whole IS NOT NULL) = (form = 'number')));
        CREATE INDEX ON claim (record, number);
        CREATE INDEX ON claim (document);
        CREATE INDEX ON claim (entry, number);

        CREATE TABLE citation (
            claim bigint NOT NULL REFERENCES claim,
            position integer NOT NULL CHECK (position >= 0),
            document bigint NOT NULL REFERENCES document,
            start integer NOT NULL CHECK (start >= 0),
            "end" integer NOT NULL,
            exact bytea NOT NULL CHECK (start < "end" AND length(exact) = "end" - start),
            PRIMARY KEY (claim, position));

        CREATE TABLE decision (
            number bigint PRIMARY KEY,
            entry bigint NOT NULL REFERENCES journal,
            record bigint NOT NULL REFERENCES record,
            claim ctext NOT NULL CHECK (claim ~ '^c-[0-9a-f]{32}$'),
            verdict ctext NOT NULL CHECK (verdict IN ('accept', 'reject', 'withdraw')),
            reason ctext NOT NULL CHECK (reason <> '' OR verdict <> 'reject'),
            author ctext NOT NULL CHECK (author <> ''),
            authorRank integer NOT NULL CHECK (authorRank BETWEEN 0 AND 2),
            added ctext NOT NULL);
        CREATE INDEX ON decision (record, number);
        CREATE INDEX ON decision (entry, number);

        -- Documents that were read anew.
        CREATE TABLE reading (
            entry bigint PRIMARY KEY REFERENCES journal, document bigint NOT NULL REFERENCES document);

        CREATE TABLE judgement (
            number bigint PRIMARY KEY,
            kind ctext NOT NULL,
            first ctext NOT NULL CHECK (first <> ''),
            second ctext NOT NULL CHECK (second <> '' AND second <> first),
            low ctext NOT NULL, high ctext NOT NULL,
            verdict ctext NOT NULL CHECK (verdict IN ('same', 'different', 'doubtful', 'part', 'withdrawn')),
            score double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
            reasons ctext NOT NULL,
            author ctext NOT NULL CHECK (author <> ''),
            authorRank integer NOT NULL CHECK (authorRank BETWEEN 0 AND 2),
            added ctext NOT NULL,
            entry bigint NOT NULL REFERENCES journal);
        CREATE INDEX ON judgement (low, high, kind, number);
        CREATE INDEX ON judgement (entry, number);

        """

    private static let views = """
        CREATE TABLE agreement (
            record bigint PRIMARY KEY REFERENCES record,
            document bigint NOT NULL REFERENCES document,
            ordinal integer NOT NULL,
            kind ctext, status ctext, sector ctext,
            amount double precision, currency ctext, qualifier ctext,
            subject ctext, place ctext, placeId ctext, day ctext, event ctext, firstDay ctext, lastDay ctext,
            count bigint,
            confidence double precision NOT NULL,
            partyKey ctext NOT NULL, placeKey ctext NOT NULL, subjectKey ctext NOT NULL,
            search tsvector GENERATED ALWAYS AS
                (lexemes((((partyKey)::text || (placeKey)::text) || (subjectKey)::text))) STORED,
            partySearch tsvector GENERATED ALWAYS AS (lexemes((partyKey)::text)) STORED,
            placeSearch tsvector GENERATED ALWAYS AS (lexemes((placeKey)::text)) STORED);
        CREATE INDEX ON agreement (event DESC NULLS LAST, document DESC, ordinal);
        CREATE INDEX ON agreement ((event IS NULL), event, document, ordinal);
        CREATE INDEX ON agreement ((currency IS NULL), currency, amount DESC, document, ordinal);
        CREATE INDEX ON agreement ((place IS NULL), placeKey, place, document, ordinal);
        CREATE INDEX ON agreement (document, ordinal);
        CREATE INDEX ON agreement (kind, event DESC NULLS LAST, document DESC, ordinal);
        CREATE INDEX ON agreement (status, event DESC NULLS LAST, document DESC, ordinal);
        CREATE INDEX ON agreement (sector, event DESC NULLS LAST, document DESC, ordinal);
        CREATE INDEX ON agreement (lower(placeId));
        CREATE INDEX ON agreement (firstDay, lastDay);
        CREATE INDEX ON agreement (currency, status, amount);
        CREATE INDEX ON agreement USING gin (search);
        CREATE INDEX ON agreement USING gin (partySearch);
        CREATE INDEX ON agreement USING gin (placeSearch);

        CREATE TABLE meeting (
            record bigint PRIMARY KEY REFERENCES record,
            document bigint NOT NULL REFERENCES document,
            ordinal integer NOT NULL, day ctext, event ctext, confidence double precision NOT NULL);
        CREATE INDEX ON meeting (event DESC NULLS LAST, document DESC, ordinal);
        CREATE INDEX ON meeting (document, ordinal);

        CREATE TABLE visit (
            record bigint PRIMARY KEY REFERENCES record,
            document bigint NOT NULL REFERENCES document,
            ordinal integer NOT NULL, day ctext, event ctext, confidence double precision NOT NULL);
        CREATE INDEX ON visit (event DESC NULLS LAST, document DESC, ordinal);
        CREATE INDEX ON visit (document, ordinal);

        CREATE TABLE party (
            record bigint NOT NULL REFERENCES record,
            field ctext NOT NULL,
            ordinal integer NOT NULL,
            name ctext NOT NULL, kind ctext NOT NULL, role ctext, placeId ctext, searchKey ctext NOT NULL,
            PRIMARY KEY (record, field, ordinal));
        CREATE INDEX ON party (searchKey);
        CREATE INDEX ON party (placeId);

        """

    private static let linking = """
        CREATE TABLE standing (
            judgement bigint PRIMARY KEY REFERENCES judgement,
            kind ctext NOT NULL, low ctext NOT NULL, high ctext NOT NULL,
            verdict ctext NOT NULL CHECK (verdict <> 'withdrawn'),
            score double precision NOT NULL,
            UNIQUE (low, high, kind));
        CREATE INDEX ON standing (high, kind);
        CREATE INDEX ON standing (kind, verdict, judgement);
        CREATE INDEX ON standing (kind, score DESC, judgement) WHERE verdict = 'doubtful';

        CREATE TABLE cluster (
            kind ctext NOT NULL, id ctext NOT NULL CHECK (id <> ''), cluster ctext NOT NULL CHECK (cluster <> ''),
            PRIMARY KEY (kind, id));
        CREATE INDEX ON cluster (kind, cluster, id);

        CREATE TABLE linkKey (
            kind ctext NOT NULL, key ctext NOT NULL, id ctext NOT NULL CHECK (id <> ''),
            PRIMARY KEY (kind, key, id));

        """

    private static let triggers = """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'a % is only ever added', TG_TABLE_NAME; END $$;
        """
        + ["journal", "document", "documentText", "claim", "citation", "decision", "reading", "judgement"].map {
            """

            CREATE TRIGGER refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON \($0)
                FOR EACH STATEMENT EXECUTE FUNCTION refuse();
            """
        }.joined()
}
