internal import Deals
internal import Foundation
internal import GRDB
internal import Ledger
internal import SourceText

/// Reads documents; each is read and hashed once, however many records cite it.
///
/// Lives no longer than one access to the database.
struct DocumentReading {
    let db: Database
    let path: String
    private var documents: [Int64: Document] = [:]
    private var summaries: [Int64: DocumentSummary] = [:]
    private var rows: [Int64: DocumentRow] = [:]
    private var texts: [Int64: Data] = [:]
    private var readings: [Int64: Int64]?

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
    }

    /// The number under which a document is stored.
    func number(of hash: DocumentHash) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM document WHERE hash = ?"), arguments: [hash.hexadecimal])
    }

    /// A stored document, text and all.
    mutating func document(_ number: Int64) throws -> Document {
        if let known = documents[number] { return known }
        let document = try stored(number)
        guard document.hash.hexadecimal == (try row(number)).hash else {
            throw damaged("the bytes of document \(number) are not those that were recorded")
        }
        documents[number] = document
        return document
    }

    /// The document that the stored bytes make, whatever their hash.
    mutating func stored(_ number: Int64) throws -> Document {
        let stored = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT raw, text FROM documentText WHERE document = ?"), arguments: [number])
        guard let stored else { throw damaged("the text of document \(number) is missing") }
        let text: Data = stored[1]
        let raw: Data? = stored[0]
        return Document(
            raw: Array(raw ?? text), text: String(decoding: text, as: UTF8.self), metadata: try row(number).metadata)
    }

    /// A stored document as lists show it.
    mutating func summary(_ number: Int64) throws -> DocumentSummary {
        if let known = summaries[number] { return known }
        let row = try row(number)
        guard let hash = DocumentHash(hexadecimal: row.hash) else { throw damaged("“\(row.hash)” is no hash") }
        let counts = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FILTER (WHERE kind = 'agreement'), count(*) FILTER (WHERE kind = 'meeting'),
                        count(*) FILTER (WHERE kind = 'visit')
                    FROM record WHERE document = ?
                    """), arguments: [number])
        let summary = DocumentSummary(
            hash: hash, metadata: row.metadata, language: row.language.flatMap(LanguageTag.init(rawValue:)),
            published: try row.published.map(date), added: row.added, agreementCount: counts?[0] ?? 0,
            meetingCount: counts?[1] ?? 0, visitCount: counts?[2] ?? 0)
        summaries[number] = summary
        return summary
    }

    /// The bytes of a document's text.
    mutating func text(_ number: Int64) throws -> Data {
        if let known = texts[number] { return known }
        let text = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT text FROM documentText WHERE document = ?"), arguments: [number])
        guard let text else { throw damaged("the text of document \(number) is missing") }
        texts[number] = text
        return text
    }

    /// The number of the change that read a document last, where it was read more than once.
    mutating func latestReading(of document: Int64) throws -> Int64? {
        if readings == nil {
            let latest = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT document, max(entry) FROM reading GROUP BY document"))
            readings = Dictionary(latest.map { (row: Row) -> (Int64, Int64) in (row[0], row[1]) }) { $1 }
        }
        return readings?[document]
    }

    /// Publication day of a document.
    mutating func published(_ number: Int64) throws -> PartialDate? { try row(number).published.map(date) }

    /// The name of a document.
    mutating func hash(_ number: Int64) throws -> DocumentHash {
        let text = try row(number).hash
        guard let hash = DocumentHash(hexadecimal: text) else { throw damaged("“\(text)” is no hash") }
        return hash
    }

    mutating func row(_ number: Int64) throws -> DocumentRow {
        if let known = rows[number] { return known }
        let row = try DocumentRow.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM document WHERE number = ?"), arguments: [number])
        guard let row else { throw damaged("document \(number) is missing") }
        rows[number] = row
        return row
    }

    private func date(_ text: String) throws -> PartialDate {
        guard let date = PartialDate(iso: text) else { throw damaged("“\(text)” is no date") }
        return date
    }

    func damaged(_ detail: String) -> LedgerFailure { .damaged(path: path, detail: detail) }
}
