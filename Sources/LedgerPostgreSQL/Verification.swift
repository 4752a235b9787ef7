internal import Deals
public import Ledger
internal import SourceText

extension PostgreSQLLedger {
    public func verify() async throws -> [LedgerProblem] {
        let numbers = try await read {
            try $0.session.rows("SELECT number FROM document ORDER BY number").map { $0.number(0) }
        }
        var problems = try await read { try $0.judgementProblems() }
        for number in numbers { problems += try await read { try $0.problems(ofDocument: number) } }
        return try await problems + journalProblems()
    }
}

extension DocumentReading {
    fileprivate mutating func problems(ofDocument number: Int64) throws -> [LedgerProblem] {
        let hash = try row(number).hash
        let document: Document
        do {
            document = try stored(number)
        } catch let failure as LedgerFailure {
            return [.document(hash, failure.description)]
        }
        var problems: [LedgerProblem] = []
        if document.hash != hash { problems.append(.document(hash, "its bytes have the hash \(document.hash)")) }
        problems += try citationProblems(of: document, number)
        for cells in try session.rows(
            "SELECT number, id FROM record WHERE document = $1 ORDER BY number", ["\(number)"])
        {
            guard let id = RecordID(cells.text(1)) else { continue }
            problems += try viewProblems(id, cells.number(0))
        }
        return problems
    }

    private mutating func citationProblems(of document: Document, _ number: Int64) throws -> [LedgerProblem] {
        let rows = try session.rows(
            """
            SELECT citation.document, start, "end", exact, record.id FROM citation
            JOIN claim ON claim.number = citation.claim JOIN record ON record.number = claim.record
            WHERE claim.document = $1 ORDER BY citation.claim, position
            """, ["\(number)"])
        var problems: [LedgerProblem] = []
        for cells in rows {
            let cited = cells.number(0) == number ? document : try stored(cells.number(0))
            do throws(Citation.Failure) {
                _ = try Citation(
                    cited, TextRange(cells.integer(1), cells.integer(2)),
                    exact: String(decoding: cells.bytes(3) ?? [], as: UTF8.self))
            } catch {
                if let id = RecordID(cells.text(4)) { problems.append(.citation(id, error)) }
            }
        }
        return problems
    }

    private mutating func viewProblems(_ id: RecordID, _ number: Int64) throws -> [LedgerProblem] {
        do {
            guard let record = try records([number]).first else { return [] }
            let standing = record.standing
            if standing.isEmpty {
                let stored = try session.rows(
                    "SELECT count(*) FROM \(id.kind.rawValue) WHERE record = $1", ["\(number)"])
                return stored.first?.integer(0) == 0 ? [] : [.view(id, "no claim stands behind it")]
            }
            let place = RowPlace(
                record: number, document: record.document, ordinal: record.ordinal,
                published: try row(record.document).published)
            let rows = try RecordRows(id.kind, claims: standing, at: place)
            return try rows.difference(session).map { [.view(id, $0)] } ?? []
        } catch let failure as LedgerFailure {
            return [.claims(id, failure.description)]
        } catch let mismatch as ClaimMismatch {
            return [.claims(id, mismatch.description)]
        }
    }

    fileprivate func judgementProblems() throws -> [LedgerProblem] {
        let counting = "SELECT number, kind, low, high, verdict, score FROM (\(JudgementWriting.counting(""))) AS best"
        let stored = "SELECT judgement, kind, low, high, verdict, score FROM standing"
        let wrong =
            try session.rows(
                "SELECT count(*) FROM ((\(counting) EXCEPT \(stored)) UNION ALL (\(stored) EXCEPT \(counting))) AS difference"
            ).first?.integer(0) ?? 0
        return wrong == 0 ? [] : [.judgements("\(wrong) rows differ")]
    }
}
