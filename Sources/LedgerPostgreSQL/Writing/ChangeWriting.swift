internal import Deals
internal import Ledger
internal import SourceText

/// Writes changes: the journal's entry, what it brings, and the views of the records that it touches. The caller holds
/// the transaction and ``Schema/lock``.
struct ChangeWriting {
    let session: Session

    /// Writes a new document, or nothing when its bytes are there already.
    func add(_ new: Contribution) throws -> AddOutcome {
        let reading = DocumentReading(session)
        if let known = try reading.number(of: new.document.hash) {
            return .alreadyKnown(try reading.recordIDs(of: known))
        }
        try write(new.change, author: .program(new.author), added: new.added)
        return .added(new.records.map(\.id))
    }

    /// Appends a change.
    func write(_ change: Change, author: Author, added: String) throws {
        let last = try session.rows("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1").first
        let entry = (last?.number(0) ?? 0) + 1
        let previous = last?.text(1) ?? JournalEntry.origin
        let hash = JournalEntry.hash(of: change, author: author, added: added, after: previous)
        try session.rows(
            """
            INSERT INTO journal (number, change, author, authorRank, added, previous, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, ["\(entry)", change.name, author.name, "\(author.rank.rawValue)", added, previous, hash])
        switch change {
        case .document(let read):
            try write(try Contribution(read, author: author.name, added: added), entry)
        case .reading(let hash, let records): try write(records, anew: hash, entry)
        case .claims(let claims): try write(claims, entry)
        case .decisions(let decisions): try write(decisions, entry)
        case .judgements(let judgements): try JudgementWriting(session: session).write(judgements, entry)
        }
    }

    /// The number that the next row of a table gets.
    private func next(_ table: String) throws -> Int64 {
        (try session.rows("SELECT max(number) FROM \(table)").first?.number(0) ?? 0) + 1
    }

    private func write(_ new: Contribution, _ entry: Int64) throws {
        let number = try next("document")
        let document = new.document
        let stated = new.metadata
        try session.rows(
            """
            INSERT INTO document (number, hash, url, source, title, statedDay, statedLanguage, fetched, language,
                published, author, added, entry)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                "\(number)", document.hash.hexadecimal, stated.url, stated.source, stated.title, stated.published,
                stated.language?.rawValue, stated.fetched, new.language?.rawValue, new.published?.description,
                new.author, new.added, "\(entry)",
            ])
        try session.rows(
            "INSERT INTO documentText (document, raw, text) VALUES ($1, $2::bytea, $3::bytea)",
            [
                "\(number)", document.raw == document.bytes ? nil : Bytea.text(document.raw),
                Bytea.text(document.bytes),
            ])
        let first = try next("record")
        let numbered = new.records.enumerated().map { (first + Int64($0), $1) }
        try insert(numbered, document: number)
        try insert(numbered.map { ($0, $1.claims) }, home: number, entry)
        var rows: [RecordRows] = []
        for (record, claims) in numbered {
            let place = RowPlace(
                record: record, document: number, ordinal: claims.ordinal, published: new.published)
            rows.append(try Self.rows(claims.id, Claim.standing(among: claims.claims), at: place))
        }
        try RecordRows.insert(rows, session)
    }

    private func write(_ records: [RecordClaims], anew hash: DocumentHash, _ entry: Int64) throws {
        var reading = DocumentReading(session)
        guard let document = try reading.number(of: hash) else { throw LedgerFailure.unknownDocument(hash) }
        let text = try reading.document(document)
        for citation in records.flatMap(\.claims).flatMap(\.citations) {
            try Contribution.check(citation, stands: text)
        }
        try session.rows("INSERT INTO reading (entry, document) VALUES ($1, $2)", ["\(entry)", "\(document)"])
        var next = try next("record")
        var numbered: [(Int64, RecordClaims)] = []
        var fresh: [(Int64, RecordClaims)] = []
        for new in records {
            if let known = try reading.number(of: new.id) {
                numbered.append((known, new))
            } else {
                numbered.append((next, new))
                fresh.append((next, new))
                next += 1
            }
        }
        try insert(fresh, document: document)
        try insert(numbered.map { ($0, $1.claims) }, home: document, entry)
        let touched = try session.rows("SELECT number FROM record WHERE document = $1", ["\(document)"])
        try refresh(touched.map { $0.number(0) })
    }

    private func write(_ claims: [Claim], _ entry: Int64) throws {
        var reading = DocumentReading(session)
        var touched: Set<Int64> = []
        for claim in claims {
            guard let record = try reading.number(of: claim.record),
                let home = try session.rows("SELECT document FROM record WHERE number = $1", ["\(record)"]).first
            else { throw LedgerFailure.unknownRecord(claim.record) }
            try claim.check { (hash: DocumentHash) throws -> Document? in
                try reading.number(of: hash).map { try reading.document($0) }
            }
            try insert([(record, [claim])], home: home.number(0), entry)
            touched.insert(record)
        }
        try refresh(touched.sorted())
    }

    private func write(_ decisions: [Decision], _ entry: Int64) throws {
        var number = try next("decision")
        var touched: Set<Int64> = []
        for decision in decisions {
            try decision.check()
            var reading = DocumentReading(session)
            guard let record = try reading.number(of: decision.record) else {
                throw LedgerFailure.unknownRecord(decision.record)
            }
            guard try reading.records([record]).contains(where: { $0.claims.contains { $0.id == decision.claim } })
            else { throw LedgerFailure.unknownClaim(decision.claim) }
            try session.rows(
                """
                INSERT INTO decision (number, entry, record, claim, verdict, reason, author, authorRank, added)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    "\(number)", "\(entry)", "\(record)", decision.claim.text, decision.verdict.rawValue,
                    decision.reason, decision.author.name, "\(decision.author.rank.rawValue)", decision.added,
                ])
            number += 1
            touched.insert(record)
        }
        try refresh(touched.sorted())
    }

    private func insert(_ records: [(Int64, RecordClaims)], document: Int64) throws {
        try session.insert(
            "record",
            [("number", "bigint"), ("id", "text"), ("kind", "text"), ("document", "bigint"), ("ordinal", "integer")],
            records.map { number, claims in
                ["\(number)", claims.id.text, claims.id.kind.rawValue, "\(document)", "\(claims.ordinal)"]
            })
    }

    /// Writes claims about records; each is kept under the document that it cites first, or its record's own.
    private func insert(_ claims: [(Int64, [Claim])], home: Int64, _ entry: Int64) throws {
        let reading = DocumentReading(session)
        var numbers: [DocumentHash: Int64] = [:]
        func number(_ hash: DocumentHash) throws -> Int64 {
            if let known = numbers[hash] { return known }
            guard let number = try reading.number(of: hash) else { throw LedgerFailure.unknownDocument(hash) }
            numbers[hash] = number
            return number
        }
        var next = try next("claim")
        var rows: [[String?]] = []
        var citations: [[String?]] = []
        for (record, claims) in claims {
            for claim in claims {
                let documents = try claim.citations.map { try number($0.document) }
                let row = ClaimRow(claim, record: record, document: documents.first ?? home, entry: entry)
                rows.append(row.values(number: next))
                for (position, citation) in claim.citations.enumerated() {
                    citations.append([
                        "\(next)", "\(position)", "\(documents[position])", "\(citation.range.start)",
                        "\(citation.range.end)", Bytea.text(citation.exact.utf8),
                    ])
                }
                next += 1
            }
        }
        try session.insert("claim", ClaimRow.columns, rows)
        try session.insert(
            "citation",
            [
                ("claim", "bigint"), ("position", "integer"), ("document", "bigint"), ("start", "integer"),
                ("end", "integer"), ("exact", "bytea"),
            ], citations)
    }

    /// Makes the rows of records anew from the claims that stand; none where none stands.
    private func refresh(_ records: [Int64]) throws {
        var reading = DocumentReading(session)
        var rows: [RecordRows] = []
        for claimed in try reading.records(records) {
            for table in [claimed.id.kind.rawValue, "party"] {
                try session.rows("DELETE FROM \(table) WHERE record = $1", ["\(claimed.number)"])
            }
            let standing = claimed.standing
            if standing.isEmpty { continue }
            let place = RowPlace(
                record: claimed.number, document: claimed.document, ordinal: claimed.ordinal,
                published: try reading.row(claimed.document).published)
            rows.append(try Self.rows(claimed.id, standing, at: place))
        }
        try RecordRows.insert(rows, session)
    }

    static func rows(_ id: RecordID, _ standing: [Claim], at place: RowPlace) throws(LedgerFailure) -> RecordRows {
        do throws(ClaimMismatch) {
            return try RecordRows(id.kind, claims: standing, at: place)
        } catch {
            throw .unreadable(record: id, reason: error)
        }
    }
}
