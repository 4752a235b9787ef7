public import Deals
internal import GRDB
public import Ledger

extension SQLiteLedger {
    public func judgements(on pair: LinkedPair) async throws -> [Judgement] {
        try await read { try Self.judgements(try JudgementRow.all(on: pair, $0.db), $0) }
    }

    public func standing(_ kind: LinkedKind, about id: String) async throws -> [Judgement] {
        let sql = """
            SELECT \(JudgementRow.columns) FROM standing JOIN judgement ON judgement.number = standing.judgement
            WHERE (standing.low = ? OR standing.high = ?) AND standing.kind = ? ORDER BY number
            """
        return try await rows(sql, [id, id, kind.rawValue])
    }

    public func standing(
        _ kind: LinkedKind, _ verdict: Verdict?, after position: Int64, limit: Int
    ) async throws -> JudgementBatch {
        let sql = """
            SELECT \(JudgementRow.columns) FROM standing JOIN judgement ON judgement.number = standing.judgement
            WHERE standing.kind = ? \(verdict == nil ? "" : "AND standing.verdict = ?") AND standing.judgement > ?
            ORDER BY standing.judgement LIMIT ?
            """
        var arguments: StatementArguments = [kind.rawValue]
        if let verdict { arguments += [verdict.rawValue] }
        arguments += [position, limit + 1]
        let all = arguments
        return try await read { reading in
            let rows = try JudgementRow.fetchAll(reading.db.cachedStatement(sql: sql), arguments: all)
            let part = Array(rows.prefix(limit))
            return JudgementBatch(
                try Self.judgements(part, reading), next: part.count < rows.count ? part.last?.number : nil)
        }
    }

    public func doubtful(_ kind: LinkedKind, page: Page) async throws -> [Judgement] {
        let sql = """
            SELECT \(JudgementRow.columns) FROM standing JOIN judgement ON judgement.number = standing.judgement
            WHERE standing.kind = ? AND standing.verdict = 'doubtful'
            ORDER BY standing.score DESC, standing.judgement LIMIT ? OFFSET ?
            """
        return try await rows(sql, [kind.rawValue, page.limit, page.offset])
    }

    public func standingCount(_ kind: LinkedKind, _ verdict: Verdict) async throws -> Int {
        try await read {
            try Int.fetchOne(
                $0.db, sql: "SELECT count(*) FROM standing WHERE kind = ? AND verdict = ?",
                arguments: [kind.rawValue, verdict.rawValue]) ?? 0
        }
    }

    private func rows(_ sql: String, _ arguments: StatementArguments) async throws -> [Judgement] {
        try await read { reading in
            try Self.judgements(
                try JudgementRow.fetchAll(reading.db.cachedStatement(sql: sql), arguments: arguments), reading)
        }
    }

    private static func judgements(_ rows: [JudgementRow], _ reading: DocumentReading) throws -> [Judgement] {
        try rows.map { row in
            guard let judgement = row.judgement else {
                throw reading.damaged("judgement \(row.number) cannot be read")
            }
            return judgement
        }
    }
}
