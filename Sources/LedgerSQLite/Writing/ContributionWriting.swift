internal import Deals
internal import Foundation
internal import GRDB
internal import Ledger
internal import SourceText

extension Contribution {
    /// Writes the document and all it claims, or nothing when its bytes are there already. The caller holds
    /// the transaction.
    func write(_ db: Database) throws -> AddOutcome {
        let known = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM document WHERE hash = ?"),
            arguments: [document.hash.hexadecimal])
        if let known { return .alreadyKnown(try recordIDs(of: known, db)) }
        try DocumentRow(self).insert(db)
        let number = db.lastInsertedRowID
        let isPlain = document.raw == document.bytes
        try db.cachedStatement(sql: "INSERT INTO documentText (document, raw, text) VALUES (?, ?, ?)")
            .execute(arguments: [number, isPlain ? nil : Data(document.raw), Data(document.bytes)])
        for record in records { try write(record, document: number, db) }
        return .added(records.map(\.id))
    }

    private func write(_ new: RecordClaims, document: Int64, _ db: Database) throws {
        try RecordRow(new, document: document).insert(db)
        let record = db.lastInsertedRowID
        for claim in new.claims {
            try ClaimRow(claim, record: record, document: document).insert(db)
            let number = db.lastInsertedRowID
            for (position, citation) in claim.citations.enumerated() {
                try CitationRow(citation, claim: number, position: position, document: document).insert(db)
            }
        }
        let place = RowPlace(record: record, document: document, ordinal: new.ordinal, published: published)
        let rows: RecordRows
        do {
            rows = try RecordRows(new.id.kind, claims: new.claims, at: place)
        } catch {
            throw LedgerFailure.unreadable(record: new.id, reason: error)
        }
        try rows.insert(db)
    }

    /// The ids of a stored document's records, as ``write(_:)`` gave them.
    private func recordIDs(of document: Int64, _ db: Database) throws -> [RecordID] {
        try String.fetchAll(
            db.cachedStatement(sql: "SELECT id FROM record WHERE document = ? ORDER BY number"), arguments: [document]
        )
        .compactMap { RecordID($0) }
    }
}
