internal import Deals
internal import Ledger
internal import SourceText

/// A record with all that was said about it.
struct ClaimedRecord {
    let id: RecordID
    let number: Int64
    let document: Int64
    let ordinal: Int
    /// Oldest first.
    let statements: [ClaimStatement]
    /// Oldest first.
    let decisions: [Decision]

    var claims: [Claim] { statements.map(\.claim) }
    /// The claims that stand, one of each field and ordinal.
    var standing: [Claim] { Claim.standing(among: statements, decisions: decisions) }
}

/// A row of `citation`.
struct CitationRow {
    let claim: Int64
    let document: Int64
    let start: Int
    let end: Int
    let exact: [UInt8]
}

extension DocumentReading {
    /// The records of these numbers in the same order, each with its claims.
    /// - Parameter cited: whether the citations are read, and checked against the texts.
    mutating func records(_ numbers: [Int64], cited: Bool = true) throws -> [ClaimedRecord] {
        let list = ArrayText.numbers(numbers)
        let heads = try session.rows(
            "SELECT number, id, document, ordinal FROM record WHERE number = ANY($1::bigint[])", [list])
        let rows = try session.rows(
            "SELECT \(ClaimRow.list) FROM claim WHERE record = ANY($1::bigint[]) ORDER BY number", [list]
        ).map { ClaimRow($0) }
        let decisions = try decisions("record = ANY($1::bigint[])", [list])
        let isCited = cited || !decisions.isEmpty
        let citations =
            isCited
            ? try citations("claim IN (SELECT number FROM claim WHERE record = ANY($1::bigint[]))", [list]) : [:]
        try load(heads.map { $0.number(2) } + rows.map(\.document))
        let byRecord = Dictionary(grouping: rows, by: \.record)
        let byNumber = Dictionary(heads.map { ($0.number(0), $0) }) { $1 }
        var records: [ClaimedRecord] = []
        for number in numbers {
            guard let head = byNumber[number], let id = RecordID(head.text(1)) else {
                throw damaged("record \(number) is missing")
            }
            var statements: [ClaimStatement] = []
            for row in byRecord[number] ?? [] {
                var cited: [Citation] = []
                for stored in citations[row.number ?? 0] ?? [] { cited.append(try citation(stored, id)) }
                statements.append(try statement(try claim(row, id, citations: cited), row))
            }
            records.append(
                ClaimedRecord(
                    id: id, number: number, document: head.number(2), ordinal: head.integer(3), statements: statements,
                    decisions: decisions.filter { $0.record == id }))
        }
        return records
    }

    /// A claim with what weighs it.
    private mutating func statement(_ claim: Claim, _ row: ClaimRow) throws -> ClaimStatement {
        let isCurrent = try claim.rank > .program || (latestReading(of: row.document).map { row.entry >= $0 } ?? true)
        return ClaimStatement(claim, day: try self.row(row.document).published, isCurrent: isCurrent)
    }

    /// The claim of a row.
    func claim(_ row: ClaimRow, _ id: RecordID, citations: [Citation]) throws -> Claim {
        guard let field = Field(rawValue: row.field), let value = row.value,
            let rank = AuthorRank(rawValue: row.authorRank)
        else { throw damaged("a claim about \(id) has no readable value") }
        return Claim(
            record: id, field: field, ordinal: row.ordinal, value: value, citations: citations, rules: row.ruleNames,
            author: row.author, rank: rank, added: row.added, confidence: row.confidence)
    }

    /// Citations by claim, in order.
    func citations(_ condition: String, _ values: [String?]) throws -> [Int64: [CitationRow]] {
        let rows = try session.rows(
            """
            SELECT claim, document, start, "end", exact FROM citation WHERE \(condition) ORDER BY claim, position
            """, values
        ).map {
            CitationRow(
                claim: $0.number(0), document: $0.number(1), start: $0.integer(2), end: $0.integer(3),
                exact: $0.bytes(4) ?? [])
        }
        return Dictionary(grouping: rows, by: \.claim)
    }

    /// A stored citation, its words compared with the stored text.
    mutating func citation(_ row: CitationRow, _ id: RecordID) throws -> Citation {
        let text = try text(row.document)
        let exact = String(decoding: row.exact, as: UTF8.self)
        guard row.start >= 0, row.start < row.end, row.end <= text.count,
            text[row.start..<row.end].elementsEqual(row.exact)
        else {
            let document = try document(row.document)
            do throws(Citation.Failure) {
                return try Citation(document, TextRange(row.start, row.end), exact: exact)
            } catch {
                throw damaged("a claim about \(id) cites words wrongly: \(error)")
            }
        }
        return Citation(of: try self.row(row.document).hash, checked: TextRange(row.start, row.end), exact: exact)
    }

    /// Decisions that a condition asks for, oldest first.
    func decisions(_ condition: String, _ values: [String?]) throws -> [Decision] {
        try session.rows(
            """
            SELECT record.id, decision.claim, verdict, reason, author, authorRank, added
            FROM decision JOIN record ON record.number = decision.record WHERE decision.\(condition)
            ORDER BY decision.number
            """, values
        ).map { cells in
            guard let id = RecordID(cells.text(0)), let claim = ClaimID(cells.text(1)),
                let verdict = DecisionVerdict(rawValue: cells.text(2)),
                let rank = AuthorRank(rawValue: cells.integer(5))
            else { throw damaged("a decision cannot be read") }
            return Decision(
                verdict, claim, of: id, reason: cells.text(3), author: Author(cells.text(4), rank: rank),
                added: cells.text(6))
        }
    }
}
