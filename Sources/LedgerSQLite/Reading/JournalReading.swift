internal import Deals
internal import GRDB
internal import Ledger
internal import SourceText

extension DocumentReading {
    /// Changes after the one of a number, each made anew from the rows that it brought.
    mutating func journal(after number: Int64, limit: Int) throws -> [JournalEntry] {
        let rows = try JournalRow.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM journal WHERE number > ? ORDER BY number LIMIT ?"),
            arguments: [number, limit])
        return try rows.map { row in
            guard let rank = AuthorRank(rawValue: row.authorRank) else {
                throw damaged("entry \(row.number) of the journal cannot be read")
            }
            return JournalEntry(
                number: row.number, change: try change(row), author: Author(row.author, rank: rank), added: row.added,
                previous: row.previous, hash: row.hash)
        }
    }

    private mutating func change(_ row: JournalRow) throws -> Change {
        switch row.change {
        case "document": return .document(try readDocument(entry: row.number))
        case "reading":
            let document = try Int64.fetchOne(
                db, sql: "SELECT document FROM reading WHERE entry = ?", arguments: [row.number])
            guard let document else { throw damaged("the reading of entry \(row.number) is missing") }
            return .reading(try hash(document), try recordClaims(entry: row.number))
        case "claims": return .claims(try claims(entry: row.number).map(\.claim))
        case "decisions":
            let rows = try DecisionRow.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM decision WHERE entry = ? ORDER BY number"),
                arguments: [row.number])
            return .decisions(
                try rows.map { row in
                    let id = try String.fetchOne(
                        db.cachedStatement(sql: "SELECT id FROM record WHERE number = ?"), arguments: [row.record])
                    guard let id = id.flatMap(RecordID.init) else { throw damaged("record \(row.record) is missing") }
                    return try decision(row, id)
                })
        default:
            let rows = try JudgementRow.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM judgement WHERE entry = ? ORDER BY number"),
                arguments: [row.number])
            return .judgements(
                try rows.map { row in
                    guard let judgement = row.judgement else { throw damaged("judgement \(row.number) cannot be read") }
                    return judgement
                })
        }
    }

    /// All decisions, oldest first.
    func allDecisions() throws -> [Decision] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT d.*, r.id FROM decision AS d JOIN record AS r ON r.number = d.record ORDER BY d.number")
        return try rows.map { row in
            guard let id = RecordID(row["id"]) else {
                throw damaged("decision \(row["number"] as Int64) cannot be read")
            }
            return try decision(try DecisionRow(row: row), id)
        }
    }

    /// The document that a change brought, with the claims that came with it.
    mutating func readDocument(entry: Int64) throws -> ReadDocument {
        let number = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM document WHERE entry = ?"), arguments: [entry])
        guard let number else { throw damaged("the document of entry \(entry) is missing") }
        let row = try row(number)
        return ReadDocument(
            try document(number), language: row.language.flatMap(LanguageTag.init(rawValue:)),
            published: try published(number), records: try recordClaims(entry: entry))
    }

    /// The claims of a reading, record by record.
    private mutating func recordClaims(entry: Int64) throws -> [RecordClaims] {
        var records: [RecordClaims] = []
        for (claim, ordinal) in try claims(entry: entry) {
            if let last = records.last, last.id == claim.record {
                records[records.count - 1] = RecordClaims(
                    id: last.id, ordinal: last.ordinal, claims: last.claims + [claim])
            } else {
                records.append(RecordClaims(id: claim.record, ordinal: ordinal, claims: [claim]))
            }
        }
        return records
    }

    /// The claims of a change in the order of recording, each with the ordinal of its record.
    private mutating func claims(entry: Int64) throws -> [(claim: Claim, ordinal: Int)] {
        let rows = try ClaimRow.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM claim WHERE entry = ? ORDER BY number"), arguments: [entry])
        let citations = try CitationRow.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM citation WHERE claim IN (SELECT number FROM claim WHERE entry = ?)
                    ORDER BY claim, position
                    """), arguments: [entry])
        let byClaim = Dictionary(grouping: citations, by: \.claim)
        var claims: [(claim: Claim, ordinal: Int)] = []
        for row in rows {
            let record = try RecordRow.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM record WHERE number = ?"), arguments: [row.record])
            guard let record, let id = RecordID(record.id) else { throw damaged("record \(row.record) is missing") }
            let cited = try (byClaim[row.number ?? 0] ?? []).map { try citation($0, id) }
            claims.append((try claim(row, id, citations: cited), record.ordinal))
        }
        return claims
    }
}
