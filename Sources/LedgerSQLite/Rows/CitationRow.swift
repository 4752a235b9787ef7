internal import Foundation
internal import GRDB
internal import SourceText

/// A row of `citation`.
struct CitationRow: Codable, Hashable, FetchableRecord {
    var claim: Int64
    /// Place among the claim's citations, from 0.
    var position: Int
    var document: Int64
    /// UTF-8 offsets into the document's text.
    var start: Int
    var end: Int
    /// The words as UTF-8.
    var exact: Data

    init(_ citation: Citation, claim: Int64, position: Int, document: Int64) {
        self.claim = claim
        self.position = position
        self.document = document
        start = citation.range.start
        end = citation.range.end
        exact = Data(citation.exact.utf8)
    }

    /// The citation, checked against its document.
    func citation(_ document: Document) throws(Citation.Failure) -> Citation {
        try Citation(document, TextRange(start, end), exact: String(decoding: exact, as: UTF8.self))
    }

    private static let insertion = """
        INSERT INTO citation
            (claim, position, document, start, "end", exact)
        VALUES (?, ?, ?, ?, ?, ?)
        """

    /// Writes the row.
    func insert(_ db: Database) throws {
        try db.cachedStatement(sql: Self.insertion).execute(arguments: [
            claim, position, document, start, end, exact,
        ])
    }
}
