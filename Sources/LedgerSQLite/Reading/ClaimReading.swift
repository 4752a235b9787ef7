internal import Deals
internal import GRDB
internal import Ledger
internal import SourceText

/// A record with all claims about it, oldest first.
struct ClaimedRecord {
    let id: RecordID
    let row: RecordRow
    let claims: [Claim]
}

extension DocumentReading {
    /// The records of these numbers in the same order, each with its claims, each citation checked against its
    /// document.
    mutating func records(_ numbers: [Int64]) throws -> [ClaimedRecord] {
        let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
        let rows = try RecordRow.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM record WHERE number IN (SELECT value FROM json_each(?))"),
            arguments: [list])
        let claims = try claims(list)
        let byNumber = Dictionary(uniqueKeysWithValues: rows.map { ($0.number ?? 0, $0) })
        return try numbers.map { number in
            guard let row = byNumber[number], let id = RecordID(row.id) else {
                throw damaged("record \(number) is missing")
            }
            return ClaimedRecord(id: id, row: row, claims: try claims[number, default: []].map { try claim($0, id) })
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

    private mutating func claim(_ stored: StoredClaim, _ id: RecordID) throws -> Claim {
        guard let field = Field(rawValue: stored.row.field), let value = stored.row.value else {
            throw damaged("a claim about \(id) has no readable value")
        }
        var citations: [Citation] = []
        for row in stored.citations {
            let document = try document(row.document)
            do throws(Citation.Failure) {
                citations.append(try row.citation(document))
            } catch {
                throw damaged("a claim about \(id) cites words wrongly: \(error)")
            }
        }
        return Claim(
            record: id, field: field, ordinal: stored.row.ordinal, value: value, citations: citations,
            rules: stored.row.ruleNames, author: stored.row.author, added: stored.row.added,
            confidence: stored.row.confidence)
    }
}
