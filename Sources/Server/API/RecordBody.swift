import Deals
import Exchange
import Ledger
import SourceText

/// Records as the API writes them: the fields of the project's output format, with id, address and document.
struct RecordBody {
    let store: any LedgerStore
    let base: String
    private let findings = FindingsJSON()
    /// Records of one document mostly come one after the other.
    private var last: (hash: DocumentHash, points: CodePointIndex)?

    init(_ store: any LedgerStore, base: String) {
        self.store = store
        self.base = base
    }

    mutating func write(_ record: AgreementRecord, _ json: inout JSONText) async throws {
        let points = try await points(record.document)
        let telling = try await store.tellings(of: [record.id])[record.id] ?? .once
        object(record.id, "agreements", record.document, &json) { json in
            findings.fields(of: record.finding, points, &json)
            json.key("reports")
            json.int(telling.reports)
            json.key("independent_sources")
            json.int(telling.sources)
        }
    }

    mutating func write(_ record: MeetingRecord, _ json: inout JSONText) async throws {
        let points = try await points(record.document)
        object(record.id, "meetings", record.document, &json) { findings.fields(of: record.finding, points, &$0) }
    }

    mutating func write(_ record: VisitRecord, _ json: inout JSONText) async throws {
        let points = try await points(record.document)
        object(record.id, "visits", record.document, &json) { findings.fields(of: record.finding, points, &$0) }
    }

    /// A document as lists show it.
    func write(_ summary: DocumentSummary, text: String? = nil, records: [RecordID]? = nil, _ json: inout JSONText) {
        json.object { json in
            keys(summary, &json)
            for (key, count) in [
                ("agreements", summary.agreementCount), ("meetings", summary.meetingCount),
                ("visits", summary.visitCount),
            ] {
                json.key(key)
                json.int(count)
            }
            if let text {
                json.key("text")
                json.string(text)
            }
            if let records {
                json.key("records")
                json.array { json in for id in records { json.string(address(id)) } }
            }
        }
    }

    private func address(_ id: RecordID) -> String { base + "\(APIRoutes.root)/\(id.kind.rawValue)s/\(id)" }

    private func object(
        _ id: RecordID, _ folder: String, _ document: DocumentSummary, _ json: inout JSONText,
        _ body: (inout JSONText) -> Void
    ) {
        json.object { json in
            json.key("id")
            json.string(id.text)
            json.key("page")
            json.string(base + "/\(folder)/\(id)")
            body(&json)
            json.key("document")
            json.object { keys(document, &$0) }
        }
    }

    private mutating func points(_ document: DocumentSummary) async throws -> CodePointIndex {
        if let last, last.hash == document.hash { return last.points }
        let points = CodePointIndex(try await store.document(document.hash)?.bytes ?? [])
        last = (document.hash, points)
        return points
    }

    private func keys(_ summary: DocumentSummary, _ json: inout JSONText) {
        let metadata = summary.metadata
        for (key, value) in [
            ("sha256", summary.hash.hexadecimal), ("page", base + "/documents/\(summary.hash)"),
            ("url", metadata.url), ("source", metadata.source), ("title", metadata.title),
            ("published", summary.published?.description), ("language", summary.language?.rawValue),
            ("added", summary.added),
        ] {
            json.key(key)
            if let value { json.string(value) } else { json.null() }
        }
    }
}
