internal import Deals
internal import GRDB
internal import Ledger
internal import SourceText

extension DocumentReading {
    /// The agreements of these numbers, in the same order.
    mutating func agreements(_ numbers: [Int64]) throws -> [AgreementRecord] {
        try records(numbers).map { record in
            AgreementRecord(
                id: record.id,
                finding: try view(record.id) { () throws(ClaimMismatch) in try AgreementFinding(claims: record.standing)
                },
                document: try summary(record.row.document))
        }
    }

    /// The meetings of these numbers, in the same order.
    mutating func meetings(_ numbers: [Int64]) throws -> [MeetingRecord] {
        try records(numbers).map { record in
            MeetingRecord(
                id: record.id,
                finding: try view(record.id) { () throws(ClaimMismatch) in try MeetingFinding(claims: record.standing)
                },
                document: try summary(record.row.document))
        }
    }

    /// The visits of these numbers, in the same order.
    mutating func visits(_ numbers: [Int64]) throws -> [VisitRecord] {
        try records(numbers).map { record in
            VisitRecord(
                id: record.id,
                finding: try view(record.id) { () throws(ClaimMismatch) in try VisitFinding(claims: record.standing) },
                document: try summary(record.row.document))
        }
    }

    /// The number of a record, when there is one of this id.
    func number(of id: RecordID) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM record WHERE id = ?"), arguments: [id.text])
    }

    /// The number of a record about which some claim stands.
    func number(ofShown id: RecordID) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT number FROM record WHERE id = ? AND number IN (SELECT record FROM \(id.kind.rawValue))"),
            arguments: [id.text])
    }

    /// One document's records of a kind in the text's order, or all of them newest first.
    func numbers(of kind: RecordKind, in hash: DocumentHash?, _ page: Page) throws -> [Int64] {
        let table = kind.rawValue
        guard let hash else {
            return try Int64.fetchAll(
                db.cachedStatement(
                    sql: "SELECT record FROM \(table) ORDER BY event DESC, document DESC, ordinal LIMIT ? OFFSET ?"),
                arguments: [page.limit, page.offset])
        }
        guard let document = try number(of: hash) else { return [] }
        return try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT record FROM \(table) WHERE document = ? ORDER BY ordinal LIMIT ? OFFSET ?"),
            arguments: [document, page.limit, page.offset])
    }

    private func view<Finding>(
        _ id: RecordID, _ make: () throws(ClaimMismatch) -> Finding
    ) throws(LedgerFailure) -> Finding {
        do {
            return try make()
        } catch {
            throw .unreadable(record: id, reason: error)
        }
    }
}
