internal import Deals
internal import GRDB
public import Ledger
internal import SourceText

extension SQLiteLedger {
    public func recordValues(_ kind: RecordKind, after position: Int64, limit: Int) async throws -> RecordBatch {
        try await read { reading in
            let numbers = try Int64.fetchAll(
                reading.db.cachedStatement(
                    sql: "SELECT record FROM \(kind.rawValue) WHERE record > ? ORDER BY record LIMIT ?"),
                arguments: [position, limit + 1])
            let part = Array(numbers.prefix(limit))
            return RecordBatch(
                try reading.values(part), next: part.count < numbers.count ? part.last : nil)
        }
    }

    public func recordValues(of ids: [RecordID]) async throws -> [RecordValues] {
        try await read { reading in try reading.values(try ids.compactMap { try reading.number(ofShown: $0) }) }
    }
}

extension DocumentReading {
    /// The values that stand of the records of these numbers, in the same order. Texts and citations stay unread.
    mutating func values(_ numbers: [Int64]) throws -> [RecordValues] {
        let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
        let heads = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT record.number, record.id, record.ordinal, document.hash, document.source, document.url,
                        document.language, document.published
                    FROM record JOIN document ON document.number = record.document
                    WHERE record.number IN (SELECT value FROM json_each(?))
                    """), arguments: [list])
        let claims = try ClaimRow.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM claim WHERE record IN (SELECT value FROM json_each(?)) ORDER BY record, number"),
            arguments: [list])
        let decided = try decisions(list)
        let byRecord = Dictionary(grouping: claims, by: \.record)
        let byNumber = Dictionary(heads.map { (row: Row) -> (Int64, Row) in (row[0], row) }) { $1 }
        return try numbers.map { number in
            guard let head = byNumber[number], let id = RecordID(head[1]), let hash = DocumentHash(hexadecimal: head[3])
            else { throw damaged("record \(number) is missing") }
            let statements = try (byRecord[number] ?? []).map { row in
                try statement(try claim(row, id, citations: []), row)
            }
            // Decisions name claims with their citations, which are read only where there are decisions.
            let standing =
                decided[number] == nil
                ? Claim.standing(among: statements, decisions: []) : try records([number]).first?.standing ?? []
            let values = standing.map {
                RecordValues.Value(field: $0.field, ordinal: $0.ordinal, value: $0.value, confidence: $0.confidence)
            }
            let language: String? = head[6]
            let published: String? = head[7]
            return RecordValues(
                id: id, ordinal: head[2], document: hash, source: head[4], url: head[5],
                language: language.flatMap(LanguageTag.init(rawValue:)),
                published: published.flatMap { PartialDate(iso: $0) },
                values: values.sorted(by: RecordValues.Value.precedes))
        }
    }
}
