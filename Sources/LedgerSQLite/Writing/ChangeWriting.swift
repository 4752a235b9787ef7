internal import Deals
internal import Foundation
internal import GRDB
internal import Ledger
internal import SourceText

/// Writes changes: the journal's entry, what it brings, and the views of the records that it touches. The caller holds
/// the transaction.
struct ChangeWriting {
    let db: Database
    let path: String

    /// Writes a new document, or nothing when its bytes are there already.
    func add(_ new: Contribution) throws -> AddOutcome {
        let known = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM document WHERE hash = ?"),
            arguments: [new.document.hash.hexadecimal])
        if let known { return .alreadyKnown(try recordIDs(of: known)) }
        try write(new.change, author: .program(new.author), added: new.added)
        return .added(new.records.map(\.id))
    }

    /// Appends a change.
    func write(_ change: Change, author: Author, added: String) throws {
        let last = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1"))
        let entry: Int64 = (last?[0] ?? 0) + 1
        try JournalRow.insert(
            change, number: entry, author: author, added: added, after: last?[1] ?? JournalEntry.origin, db)
        switch change {
        case .document(let read):
            try write(try Contribution(read, author: author.name, added: added), entry)
        case .reading(let hash, let records): try write(records, anew: hash, entry)
        case .claims(let claims): try write(claims, entry)
        case .decisions(let decisions): try write(decisions, entry)
        case .judgements(let judgements):
            for judgement in judgements { try judgement.check() }
            for judgement in judgements { try JudgementRow.insert(judgement, entry: entry, db) }
        }
    }

    private func write(_ new: Contribution, _ entry: Int64) throws {
        try DocumentRow(new, entry: entry).insert(db)
        let number = db.lastInsertedRowID
        let document = new.document
        let isPlain = document.raw == document.bytes
        try db.cachedStatement(sql: "INSERT INTO documentText (document, raw, text) VALUES (?, ?, ?)")
            .execute(arguments: [number, isPlain ? nil : Data(document.raw), Data(document.bytes)])
        for new in new.records {
            try RecordRow(new, document: number).insert(db)
            let record = db.lastInsertedRowID
            try write(new.claims, record: record, home: number, entry)
            let standing = Claim.standing(among: new.claims)
            let place = RowPlace(
                record: record, document: number, ordinal: new.ordinal, published: try published(of: number))
            try rows(new.id, standing, at: place).insert(db)
        }
    }

    private func write(_ records: [RecordClaims], anew hash: DocumentHash, _ entry: Int64) throws {
        var reading = DocumentReading(db, path: path)
        guard let document = try reading.number(of: hash) else { throw LedgerFailure.unknownDocument(hash) }
        let text = try reading.document(document)
        for citation in records.flatMap(\.claims).flatMap(\.citations) {
            try Contribution.check(citation, stands: text)
        }
        try db.execute(sql: "INSERT INTO reading (entry, document) VALUES (?, ?)", arguments: [entry, document])
        for new in records {
            let known = try reading.number(of: new.id)
            if known == nil { try RecordRow(new, document: document).insert(db) }
            try write(new.claims, record: known ?? db.lastInsertedRowID, home: document, entry)
        }
        let touched = try Int64.fetchAll(
            db, sql: "SELECT number FROM record WHERE document = ? ORDER BY number", arguments: [document])
        for record in touched { try refresh(record) }
    }

    private func write(_ claims: [Claim], _ entry: Int64) throws {
        var reading = DocumentReading(db, path: path)
        var touched: Set<Int64> = []
        for claim in claims {
            guard let record = try reading.number(of: claim.record),
                let home = try Int64.fetchOne(
                    db, sql: "SELECT document FROM record WHERE number = ?", arguments: [record])
            else { throw LedgerFailure.unknownRecord(claim.record) }
            try claim.check { (hash: DocumentHash) throws -> Document? in
                try reading.number(of: hash).map { try reading.document($0) }
            }
            try write([claim], record: record, home: home, entry)
            touched.insert(record)
        }
        for record in touched.sorted() { try refresh(record) }
    }

    private func write(_ decisions: [Decision], _ entry: Int64) throws {
        var touched: Set<Int64> = []
        for decision in decisions {
            try decision.check()
            var reading = DocumentReading(db, path: path)
            guard let record = try reading.number(of: decision.record) else {
                throw LedgerFailure.unknownRecord(decision.record)
            }
            guard try reading.records([record]).contains(where: { $0.claims.contains { $0.id == decision.claim } })
            else { throw LedgerFailure.unknownClaim(decision.claim) }
            try DecisionRow.insert(decision, record: record, entry: entry, db)
            touched.insert(record)
        }
        for record in touched.sorted() { try refresh(record) }
    }

    /// Writes claims about a record; each is kept under the document that it cites first, or the record's own.
    private func write(_ claims: [Claim], record: Int64, home: Int64, _ entry: Int64) throws {
        let reading = DocumentReading(db, path: path)
        for claim in claims {
            let documents = try claim.citations.map { citation -> Int64 in
                guard let number = try reading.number(of: citation.document) else {
                    throw LedgerFailure.unknownDocument(citation.document)
                }
                return number
            }
            try ClaimRow(claim, record: record, document: documents.first ?? home, entry: entry).insert(db)
            let number = db.lastInsertedRowID
            for (position, citation) in claim.citations.enumerated() {
                try CitationRow(citation, claim: number, position: position, document: documents[position]).insert(db)
            }
        }
    }

    /// Makes the rows of a record anew from the claims that stand; none where none stands.
    private func refresh(_ record: Int64) throws {
        var reading = DocumentReading(db, path: path)
        guard let claimed = try reading.records([record]).first else { return }
        try RecordRows.delete(claimed.id.kind, record: record, db)
        let standing = claimed.standing
        if !standing.isEmpty {
            let place = RowPlace(
                record: record, document: claimed.row.document, ordinal: claimed.row.ordinal,
                published: try published(of: claimed.row.document))
            try rows(claimed.id, standing, at: place).insert(db)
        }
        // A report that nobody stands by any more tells its deal no longer.
        if claimed.id.kind == .agreement { try DealTable.refresh(of: claimed.id.text, db) }
    }

    private func published(of document: Int64) throws -> PartialDate? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT published FROM document WHERE number = ?"), arguments: [document]
        ).flatMap { PartialDate(iso: $0) }
    }

    private func rows(_ id: RecordID, _ standing: [Claim], at place: RowPlace) throws(LedgerFailure) -> RecordRows {
        do throws(ClaimMismatch) {
            return try RecordRows(id.kind, claims: standing, at: place)
        } catch {
            throw .unreadable(record: id, reason: error)
        }
    }

    /// The ids of a stored document's records in the order of recording.
    func recordIDs(of document: Int64) throws -> [RecordID] {
        try String.fetchAll(
            db.cachedStatement(sql: "SELECT id FROM record WHERE document = ? ORDER BY number"), arguments: [document]
        )
        .compactMap { RecordID($0) }
    }
}
