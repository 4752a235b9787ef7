public import Deals
public import Ledger
internal import SourceText

extension PostgreSQLLedger {
    public func judgements(on pair: LinkedPair) async throws -> [Judgement] {
        try await read {
            try JudgementReading(session: $0.session).rows(
                "low = $1 AND high = $2 AND kind = $3 ORDER BY number", [pair.low, pair.high, pair.kind.rawValue]
            ).map(\.judgement)
        }
    }

    public func standing(_ kind: LinkedKind, about id: String) async throws -> [Judgement] {
        try await read {
            try JudgementReading(session: $0.session).standing(
                "(standing.low = $1 OR standing.high = $1) AND standing.kind = $2 ORDER BY judgement.number",
                [id, kind.rawValue]
            ).map(\.judgement)
        }
    }

    public func standing(
        _ kind: LinkedKind, _ verdict: Verdict?, after position: Int64, limit: Int
    ) async throws -> JudgementBatch {
        try await read {
            let rows = try JudgementReading(session: $0.session).standing(
                """
                standing.kind = $1 AND standing.judgement > $2 AND ($3::text IS NULL OR standing.verdict = $3)
                ORDER BY standing.judgement LIMIT $4
                """, [kind.rawValue, "\(position)", verdict?.rawValue, "\(limit + 1)"])
            let part = rows.prefix(limit)
            return JudgementBatch(part.map(\.judgement), next: part.count < rows.count ? part.last?.number : nil)
        }
    }

    public func doubtful(_ kind: LinkedKind, page: Page) async throws -> [Judgement] {
        try await read {
            try JudgementReading(session: $0.session).standing(
                """
                standing.kind = $1 AND standing.verdict = 'doubtful'
                ORDER BY standing.score DESC, standing.judgement LIMIT $2 OFFSET $3
                """, [kind.rawValue, "\(page.limit)", "\(page.offset)"]
            ).map(\.judgement)
        }
    }

    public func standingCount(_ kind: LinkedKind, _ verdict: Verdict) async throws -> Int {
        try await read {
            try $0.session.rows(
                "SELECT count(*) FROM standing WHERE kind = $1 AND verdict = $2", [kind.rawValue, verdict.rawValue]
            ).first?.integer(0) ?? 0
        }
    }

    public func recordValues(_ kind: RecordKind, after position: Int64, limit: Int) async throws -> RecordBatch {
        try await read { reading in
            let numbers = try reading.session.rows(
                "SELECT record FROM \(kind.rawValue) WHERE record > $1 ORDER BY record LIMIT $2",
                ["\(position)", "\(limit + 1)"]
            ).map { $0.number(0) }
            let part = Array(numbers.prefix(limit))
            return RecordBatch(try reading.values(part), next: part.count < numbers.count ? part.last : nil)
        }
    }

    public func recordValues(of ids: [RecordID]) async throws -> [RecordValues] {
        try await read { reading in try reading.values(try ids.compactMap { try reading.number(ofShown: $0) }) }
    }
}

extension DocumentReading {
    /// The values that stand of the records of these numbers, in the same order; texts stay unread where nobody decided.
    mutating func values(_ numbers: [Int64]) throws -> [RecordValues] {
        var all: [RecordValues] = []
        for record in try records(numbers, cited: false) {
            let document = try row(record.document)
            let values = record.standing.map {
                RecordValues.Value(field: $0.field, ordinal: $0.ordinal, value: $0.value, confidence: $0.confidence)
            }
            all.append(
                RecordValues(
                    id: record.id, ordinal: record.ordinal, document: document.hash, source: document.metadata.source,
                    url: document.metadata.url, language: document.language, published: document.published,
                    values: values.sorted(by: RecordValues.Value.precedes)))
        }
        return all
    }
}
