internal import Deals
internal import GRDB
public import Ledger
internal import SourceText

extension SQLiteLedger {
    /// Looks for what should not be there: a damaged file, documents whose bytes changed, citations that do not
    /// stand in their documents, rows that differ from the claims they were made from.
    ///
    /// Reads the whole ledger from one unchanging state.
    /// - Returns: the problems found; none when the ledger is sound.
    public func verify() async throws -> [LedgerProblem] {
        let index = try await searchIndexProblems()
        return try await rowProblems(index) + journalProblems()
    }

    /// What the tables show in one unchanging state.
    private func rowProblems(_ index: [LedgerProblem]) async throws -> [LedgerProblem] {
        try await read { reading in
            var problems = index
            for detail in try String.fetchAll(reading.db, sql: "PRAGMA integrity_check") where detail != "ok" {
                problems.append(.file(detail))
            }
            for row in try Row.fetchAll(reading.db, sql: "PRAGMA foreign_key_check") {
                let table: String = row["table"]
                problems.append(.file("a row of \(table) points to a row that is missing"))
            }
            for table in ["document", "claim", "judgement"] {
                let lost = try Int.fetchOne(
                    reading.db,
                    sql: "SELECT count(*) FROM \(table) WHERE entry NOT IN (SELECT number FROM journal)")
                if let lost, lost > 0 {
                    problems.append(.file("\(lost) rows of \(table) belong to no entry of the journal"))
                }
            }
            problems += try JudgementRow.problems(reading.db)
            let numbers = try Int64.fetchAll(reading.db, sql: "SELECT number FROM document ORDER BY number")
            for number in numbers {
                var fresh = DocumentReading(reading.db, path: reading.path)  // keeps one document at a time
                problems += try Self.problems(ofDocument: number, &fresh)
            }
            return problems
        }
    }

    /// The index can check itself only in a writing access, which it leaves as it was.
    private func searchIndexProblems() async throws -> [LedgerProblem] {
        // Rank 1 asks for the comparison with the table behind the index (https://sqlite.org/fts5.html, 6.4).
        let check = "INSERT INTO agreementSearch (agreementSearch, rank) VALUES ('integrity-check', 1)"
        do {
            try await write { try $0.execute(sql: check) }
            return []
        } catch LedgerFailure.damaged {
            return [.file("the full-text index differs from the agreements")]
        }
    }

    private static func problems(ofDocument number: Int64, _ reading: inout DocumentReading) throws -> [LedgerProblem] {
        var problems: [LedgerProblem] = []
        let hash = try reading.summary(number).hash
        let document: Document
        do {
            document = try reading.stored(number)
        } catch let failure as LedgerFailure {
            return [.document(hash, failure.description)]
        }
        if document.hash != hash { problems.append(.document(hash, "its bytes have the hash \(document.hash)")) }
        problems += try citationProblems(of: document, number, &reading)
        for row in try RecordRow.fetchAll(
            reading.db, sql: "SELECT * FROM record WHERE document = ? ORDER BY number", arguments: [number])
        {
            problems += try viewProblems(of: row, &reading)
        }
        return problems
    }

    private static func citationProblems(
        of document: Document, _ number: Int64, _ reading: inout DocumentReading
    ) throws -> [LedgerProblem] {
        var problems: [LedgerProblem] = []
        let rows = try Row.fetchCursor(
            reading.db,
            sql: """
                SELECT citation.*, record.id AS record FROM citation
                JOIN claim ON claim.number = citation.claim JOIN record ON record.number = claim.record
                WHERE claim.document = ? ORDER BY claim, position
                """, arguments: [number])
        while let row = try rows.next() {
            let stored = try CitationRow(row: row)
            let cited = stored.document == number ? document : try reading.stored(stored.document)
            do throws(Citation.Failure) {
                _ = try stored.citation(cited)
            } catch {
                if let id = RecordID(row["record"]) { problems.append(.citation(id, error)) }
            }
        }
        return problems
    }

    private static func viewProblems(of row: RecordRow, _ reading: inout DocumentReading) throws -> [LedgerProblem] {
        guard let number = row.number, let id = RecordID(row.id) else { return [] }
        let claims: [Claim]
        let expected: RecordRows?
        do {
            claims = try reading.records([number]).first?.standing ?? []
            let place = RowPlace(
                record: number, document: row.document, ordinal: row.ordinal,
                published: try reading.summary(row.document).published)
            expected = claims.isEmpty ? nil : try RecordRows(id.kind, claims: claims, at: place).sorted
        } catch let failure as LedgerFailure {
            return [.claims(id, failure.description)]
        } catch let mismatch as ClaimMismatch {
            return [.claims(id, mismatch.description)]
        }
        let stored = try RecordRows.stored(id.kind, record: number, reading.db)
        if claims.isEmpty { return stored == nil ? [] : [.view(id, "no claim stands behind it")] }
        if stored == nil { return [.view(id, "it is missing")] }
        return stored == expected ? [] : [.view(id, "its columns hold other values")]
    }
}
