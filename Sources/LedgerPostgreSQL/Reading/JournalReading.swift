internal import Deals
internal import Ledger
internal import SourceText

extension DocumentReading {
    /// Changes after the one of a number, each made anew from the rows that it brought.
    mutating func journal(after number: Int64, limit: Int) throws -> [JournalEntry] {
        let rows = try session.rows(
            """
            SELECT number, change, author, authorRank, added, previous, hash FROM journal WHERE number > $1
            ORDER BY number LIMIT $2
            """, ["\(number)", "\(limit)"])
        var entries: [JournalEntry] = []
        for cells in rows {
            guard let rank = AuthorRank(rawValue: cells.integer(3)) else {
                throw damaged("entry \(cells.text(0)) of the journal cannot be read")
            }
            entries.append(
                JournalEntry(
                    number: cells.number(0), change: try change(cells.text(1), entry: cells.number(0)),
                    author: Author(cells.text(2), rank: rank), added: cells.text(4), previous: cells.text(5),
                    hash: cells.text(6)))
        }
        return entries
    }

    private mutating func change(_ name: String, entry: Int64) throws -> Change {
        switch name {
        case "document":
            let cells = try session.rows("SELECT number FROM document WHERE entry = $1", ["\(entry)"]).first
            guard let number = cells?.number(0) else { throw damaged("the document of entry \(entry) is missing") }
            let row = try row(number)
            return .document(
                ReadDocument(
                    try document(number), language: row.language, published: row.published,
                    records: try recordClaims(entry: entry)))
        case "reading":
            let cells = try session.rows("SELECT document FROM reading WHERE entry = $1", ["\(entry)"]).first
            guard let number = cells?.number(0) else { throw damaged("the reading of entry \(entry) is missing") }
            return .reading(try row(number).hash, try recordClaims(entry: entry))
        case "claims": return .claims(try claims(entry: entry).map(\.claim))
        case "decisions": return .decisions(try decisions("entry = $1", ["\(entry)"]))
        default:
            return .judgements(
                try JudgementReading(session: session).rows("judgement.entry = $1 ORDER BY number", ["\(entry)"])
                    .map(\.judgement))
        }
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
        let rows = try session.rows(
            """
            SELECT \(ClaimRow.list), record.id, record.ordinal FROM claim JOIN record ON record.number = claim.record
            WHERE claim.entry = $1 ORDER BY claim.number
            """, ["\(entry)"])
        let citations = try citations("claim IN (SELECT number FROM claim WHERE entry = $1)", ["\(entry)"])
        let width = ClaimRow.columns.count
        var claims: [(claim: Claim, ordinal: Int)] = []
        for cells in rows {
            let row = ClaimRow(cells)
            guard let id = RecordID(cells.text(width)) else { throw damaged("record \(row.record) is missing") }
            var cited: [Citation] = []
            for stored in citations[row.number ?? 0] ?? [] { cited.append(try citation(stored, id)) }
            claims.append((try claim(row, id, citations: cited), cells.integer(width + 1)))
        }
        return claims
    }
}
