internal import Deals
internal import Exchange
internal import Ledger
internal import SourceText

/// Records of the ledger as JSON: the fields of the findings' format, with the record's id and its document.
struct RecordJSON {
    private let store: any LedgerStore
    private let findings: FindingsJSON
    /// The text that was needed last; records of one document mostly come one after the other.
    private var last: (hash: DocumentHash, points: CodePointIndex)?

    init(_ store: any LedgerStore, explains: Bool = false) {
        self.store = store
        findings = FindingsJSON(explains: explains)
    }

    mutating func text(_ record: AgreementRecord) async throws -> String {
        let points = try await points(record.document)
        return object(record.id, record.document) { findings.fields(of: record.finding, points, &$0) }
    }

    mutating func text(_ record: MeetingRecord) async throws -> String {
        let points = try await points(record.document)
        return object(record.id, record.document) { findings.fields(of: record.finding, points, &$0) }
    }

    mutating func text(_ record: VisitRecord) async throws -> String {
        let points = try await points(record.document)
        return object(record.id, record.document) { findings.fields(of: record.finding, points, &$0) }
    }

    /// A document as lists show it.
    static func text(_ summary: DocumentSummary) -> String {
        var json = JSONText()
        json.object { keys(summary, &$0) }
        return json.text
    }

    /// A document with its text and its records.
    mutating func text(
        _ summary: DocumentSummary, _ document: Document, _ records: DocumentRecords
    ) async throws -> String {
        let points = CodePointIndex(document.bytes)
        var json = JSONText()
        json.object { json in
            Self.keys(summary, &json)
            json.key("text")
            json.string(document.text)
            list("visits", records.visits, &json) { record, json in
                head(record.id, &json)
                findings.fields(of: record.finding, points, &json)
            }
            list("meetings", records.meetings, &json) { record, json in
                head(record.id, &json)
                findings.fields(of: record.finding, points, &json)
            }
            list("agreements", records.agreements, &json) { record, json in
                head(record.id, &json)
                findings.fields(of: record.finding, points, &json)
            }
        }
        return json.text
    }

    private func list<Record>(
        _ key: String, _ records: [Record], _ json: inout JSONText, _ body: (Record, inout JSONText) -> Void
    ) {
        json.key(key)
        json.array { json in
            for record in records { json.object { body(record, &$0) } }
        }
    }

    private func object(_ id: RecordID, _ document: DocumentSummary, _ body: (inout JSONText) -> Void) -> String {
        var json = JSONText()
        json.object { json in
            head(id, &json)
            body(&json)
            json.key("document")
            json.object { Self.keys(document, &$0) }
        }
        return json.text
    }

    private func head(_ id: RecordID, _ json: inout JSONText) {
        json.key("id")
        json.string(id.text)
        json.key("record")
        json.string(id.kind.rawValue)
    }

    private mutating func points(_ document: DocumentSummary) async throws -> CodePointIndex {
        if let last, last.hash == document.hash { return last.points }
        let points = CodePointIndex(try await store.document(document.hash)?.bytes ?? [])
        last = (document.hash, points)
        return points
    }

    private static func keys(_ summary: DocumentSummary, _ json: inout JSONText) {
        let metadata = summary.metadata
        json.key("sha256")
        json.string(summary.hash.hexadecimal)
        for (key, value) in [
            ("url", metadata.url), ("source", metadata.source), ("title", metadata.title),
            ("published", summary.published?.description), ("language", summary.language?.rawValue),
            ("fetched", metadata.fetched), ("added", summary.added),
        ] {
            guard let value else { continue }
            json.key(key)
            json.string(value)
        }
    }
}
