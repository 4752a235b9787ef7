internal import Deals
internal import Foundation
internal import GRDB
internal import Ledger
internal import SourceText

/// A record with all that was said about it.
struct ClaimedRecord {
    let id: RecordID
    let row: RecordRow
    /// Oldest first.
    let statements: [ClaimStatement]
    /// Oldest first.
    let decisions: [Decision]

    var claims: [Claim] { statements.map(\.claim) }
    /// The claims that stand, one of each field and ordinal.
    var standing: [Claim] { Claim.standing(among: statements, decisions: decisions) }
}

extension DocumentReading {
    /// The records of these numbers in the same order, each with its claims, each citation checked against the text.
    mutating func records(_ numbers: [Int64]) throws -> [ClaimedRecord] {
        let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
        let rows = try RecordRow.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM record WHERE number IN (SELECT value FROM json_each(?))"),
            arguments: [list])
        let claims = try claims(list)
        let decisions = try decisions(list)
        let byNumber = Dictionary(uniqueKeysWithValues: rows.map { ($0.number ?? 0, $0) })
        return try numbers.map { number in
            guard let row = byNumber[number], let id = RecordID(row.id) else {
                throw damaged("record \(number) is missing")
            }
            return ClaimedRecord(
                id: id, row: row,
                statements: try claims[number, default: []].map { try statement($0, id) },
                decisions: try (decisions[number] ?? []).map { try decision($0, id) })
        }
    }

    private typealias StoredClaim = (row: ClaimRow, citations: [CitationRow])

    /// - Parameter list: numbers of records as a JSON array.
    private func claims(_ list: String) throws -> [Int64: [StoredClaim]] {
        let citations = try CitationRow.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM citation WHERE claim IN (
                        SELECT number FROM claim WHERE record IN (SELECT value FROM json_each(?)))
                    ORDER BY claim, position
                    """), arguments: [list])
        let byClaim = Dictionary(grouping: citations, by: \.claim)
        let rows = try ClaimRow.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM claim WHERE record IN (SELECT value FROM json_each(?)) ORDER BY number"),
            arguments: [list])
        return Dictionary(
            grouping: rows.map { ($0, byClaim[$0.number ?? 0] ?? []) }, by: { (claim: StoredClaim) in claim.row.record }
        )
    }

    /// - Parameter list: numbers of records as a JSON array.
    func decisions(_ list: String) throws -> [Int64: [DecisionRow]] {
        let rows = try DecisionRow.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM decision WHERE record IN (SELECT value FROM json_each(?)) ORDER BY number"),
            arguments: [list])
        return Dictionary(grouping: rows, by: \.record)
    }

    func decision(_ row: DecisionRow, _ id: RecordID) throws -> Decision {
        guard let decision = row.decision(of: id) else { throw damaged("decision \(row.number) cannot be read") }
        return decision
    }

    private mutating func statement(_ stored: StoredClaim, _ id: RecordID) throws -> ClaimStatement {
        try statement(try claim(stored.row, id, citations: stored.citations.map { try citation($0, id) }), stored.row)
    }

    /// A claim with what weighs it.
    mutating func statement(_ claim: Claim, _ row: ClaimRow) throws -> ClaimStatement {
        let isCurrent = try claim.rank > .program || (latestReading(of: row.document).map { row.entry >= $0 } ?? true)
        return ClaimStatement(claim, day: try published(row.document), isCurrent: isCurrent)
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

    /// A stored citation, its words compared with the stored text.
    mutating func citation(_ row: CitationRow, _ id: RecordID) throws -> Citation {
        let text = try text(row.document)
        let exact = String(decoding: row.exact, as: UTF8.self)
        guard row.start >= 0, row.start < row.end, row.end <= text.count,
            text[(text.startIndex + row.start)..<(text.startIndex + row.end)] == row.exact
        else {
            let document = try document(row.document)
            do throws(Citation.Failure) {
                return try row.citation(document)
            } catch {
                throw damaged("a claim about \(id) cites words wrongly: \(error)")
            }
        }
        return Citation(of: try hash(row.document), checked: TextRange(row.start, row.end), exact: exact)
    }
}
