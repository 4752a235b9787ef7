internal import Deals
internal import Ledger
internal import SourceText

/// What is known of a stored document beside its text.
struct DocumentRow {
    let hash: DocumentHash
    let metadata: Metadata
    let language: LanguageTag?
    let published: PartialDate?
    let added: String
}

/// Reads documents; each is read once, however many records cite it. Lives no longer than one transaction.
struct DocumentReading {
    let session: Session
    private var rows: [Int64: DocumentRow] = [:]
    private var texts: [Int64: [UInt8]] = [:]
    private var summaries: [Int64: DocumentSummary] = [:]
    private var readings: [Int64: Int64]?

    init(_ session: Session) { self.session = session }

    func damaged(_ detail: String) -> LedgerFailure { .damaged(path: session.name, detail: detail) }

    /// The number under which a document is stored.
    func number(of hash: DocumentHash) throws -> Int64? {
        try session.rows("SELECT number FROM document WHERE hash = $1", [hash.hexadecimal]).first?.number(0)
    }

    /// The number of a record, when there is one of this id.
    func number(of id: RecordID) throws -> Int64? {
        try session.rows("SELECT number FROM record WHERE id = $1", [id.text]).first?.number(0)
    }

    /// The number of a record about which some claim stands.
    func number(ofShown id: RecordID) throws -> Int64? {
        try session.rows(
            "SELECT number FROM record WHERE id = $1 AND number IN (SELECT record FROM \(id.kind.rawValue))", [id.text]
        ).first?.number(0)
    }

    /// The ids of a document's records in the order of recording.
    func recordIDs(of document: Int64) throws -> [RecordID] {
        try session.rows("SELECT id FROM record WHERE document = $1 ORDER BY number", ["\(document)"])
            .compactMap { RecordID($0.text(0)) }
    }

    /// What is known of a document.
    mutating func row(_ number: Int64) throws -> DocumentRow {
        if let known = rows[number] { return known }
        try load([number])
        guard let row = rows[number] else { throw damaged("document \(number) is missing") }
        return row
    }

    /// Reads what is known of documents, several at once.
    mutating func load(_ numbers: [Int64]) throws {
        let missing = Set(numbers).filter { rows[$0] == nil }
        if missing.isEmpty { return }
        let found = try session.rows(
            """
            SELECT number, hash, url, source, title, statedDay, statedLanguage, fetched, language, published, added
            FROM document WHERE number = ANY($1::bigint[])
            """, [ArrayText.numbers(missing)])
        for cells in found {
            guard let hash = DocumentHash(hexadecimal: cells.text(1)) else {
                throw damaged("“\(cells.text(1))” is no hash")
            }
            rows[cells.number(0)] = DocumentRow(
                hash: hash,
                metadata: Metadata(
                    url: cells[2], source: cells[3], title: cells[4], published: cells[5],
                    language: cells[6].flatMap(LanguageTag.init(rawValue:)), fetched: cells[7]),
                language: cells[8].flatMap(LanguageTag.init(rawValue:)),
                published: cells[9].flatMap { PartialDate(iso: $0) }, added: cells.text(10))
        }
    }

    /// The bytes of a document's text.
    mutating func text(_ number: Int64) throws -> [UInt8] {
        if let known = texts[number] { return known }
        let cells = try session.rows("SELECT text FROM documentText WHERE document = $1", ["\(number)"]).first
        guard let text = cells?.bytes(0) else { throw damaged("the text of document \(number) is missing") }
        texts[number] = text
        return text
    }

    /// A stored document, text and all.
    mutating func document(_ number: Int64) throws -> Document {
        let document = try stored(number)
        guard document.hash == (try row(number)).hash else {
            throw damaged("the bytes of document \(number) are not those that were recorded")
        }
        return document
    }

    /// The document that the stored bytes make, whatever their hash.
    mutating func stored(_ number: Int64) throws -> Document {
        let cells = try session.rows("SELECT raw, text FROM documentText WHERE document = $1", ["\(number)"]).first
        guard let cells, let text = cells.bytes(1) else { throw damaged("the text of document \(number) is missing") }
        return Document(
            raw: cells.bytes(0) ?? text, text: String(decoding: text, as: UTF8.self), metadata: try row(number).metadata
        )
    }

    /// A stored document as lists show it.
    mutating func summary(_ number: Int64) throws -> DocumentSummary {
        if let known = summaries[number] { return known }
        try summarise([number])
        guard let summary = summaries[number] else { throw damaged("document \(number) is missing") }
        return summary
    }

    /// Reads what lists show of documents, several at once.
    mutating func summarise(_ numbers: [Int64]) throws {
        try load(numbers)
        let counts = try session.rows(
            """
            SELECT document, count(*) FILTER (WHERE kind = 'agreement'), count(*) FILTER (WHERE kind = 'meeting'),
                count(*) FILTER (WHERE kind = 'visit')
            FROM record WHERE document = ANY($1::bigint[]) GROUP BY document
            """, [ArrayText.numbers(numbers)])
        let byDocument = Dictionary(counts.map { ($0.number(0), $0) }) { $1 }
        for number in numbers {
            let row = try row(number)
            let counts = byDocument[number]
            summaries[number] = DocumentSummary(
                hash: row.hash, metadata: row.metadata, language: row.language, published: row.published,
                added: row.added, agreementCount: counts?.integer(1) ?? 0, meetingCount: counts?.integer(2) ?? 0,
                visitCount: counts?.integer(3) ?? 0)
        }
    }

    /// The number of the change that read a document last, where it was read more than once.
    mutating func latestReading(of document: Int64) throws -> Int64? {
        if readings == nil {
            let latest = try session.rows("SELECT document, max(entry) FROM reading GROUP BY document")
            readings = Dictionary(latest.map { ($0.number(0), $0.number(1)) }) { $1 }
        }
        return readings?[document]
    }
}
