package import Deals
package import SourceText

/// A document with what it claims, checked as a whole before a store writes any of it.
///
/// Every store builds one first, so that all refuse the same things.
package struct Contribution: Sendable {
    /// With metadata without U+0000, see ``claims(from:of:author:added:)``.
    package let read: ReadDocument
    package let author: String
    package let added: String

    package var document: Document { read.document }
    package var metadata: Metadata { read.document.metadata }
    package var language: LanguageTag? { read.language }
    package var published: PartialDate? { read.published }
    package var records: [RecordClaims] { read.records }
    /// The change that adds it.
    package var change: Change { .document(read) }

    package init(_ document: Document, _ findings: Findings, author: String, added: String) throws(LedgerFailure) {
        let stated = document.metadata
        let metadata = Metadata(
            url: stated.url?.withoutNull, source: stated.source?.withoutNull, title: stated.title?.withoutNull,
            published: stated.published?.withoutNull, language: stated.language, fetched: stated.fetched?.withoutNull)
        let clean =
            metadata == stated ? document : Document(raw: document.raw, text: document.text, metadata: metadata)
        try self.init(
            ReadDocument(
                clean, language: findings.language ?? stated.language,
                published: findings.publicationDay ?? stated.published.flatMap { PartialDate(iso: $0) },
                records: claims(from: findings, of: document.hash, author: author, added: added)),
            author: author, added: added)
    }

    package init(_ read: ReadDocument, author: String, added: String) throws(LedgerFailure) {
        try Self.check(author: author, added: added)
        self.read = read
        self.author = author
        self.added = added
        for citation in read.records.lazy.flatMap(\.claims).flatMap(\.citations) {
            try Self.check(citation, stands: read.document)
        }
    }

    /// Refuses a citation that does not stand in the document.
    package static func check(_ citation: Citation, stands document: Document) throws(LedgerFailure) {
        guard citation.document == document.hash else {
            throw .foreignCitation(citation, document: document.hash)
        }
        do throws(Citation.Failure) {
            _ = try Citation(document, citation.range, exact: citation.exact)
        } catch {
            throw .wrongCitation(error, document: document.hash)
        }
    }

    /// Refuses an author without a name, and a time that is not in UTC.
    package static func check(author: String, added: String) throws(LedgerFailure) {
        guard !author.isEmpty, !author.utf8.contains(0) else {
            throw .malformed(what: "author", value: author.withoutNull, expected: "a name, such as “kelishuv 0.1.0”")
        }
        guard isTime(added) else {
            throw .malformed(
                what: "time of recording", value: added.withoutNull,
                expected: "a time in UTC, such as 2024-01-17T09:55:33Z")
        }
    }

    /// How many records of a kind the document makes.
    package func count(_ kind: RecordKind) -> Int { records.count { $0.id.kind == kind } }

    /// The document as lists show it.
    package var summary: DocumentSummary {
        DocumentSummary(
            hash: document.hash, metadata: metadata, language: language, published: published, added: added,
            agreementCount: count(.agreement), meetingCount: count(.meeting), visitCount: count(.visit))
    }

    /// `YYYY-MM-DDThh:mm:ss`, perhaps a fraction, and `Z` or `+00:00`; stores compare times as text.
    private static func isTime(_ text: String) -> Bool {
        guard text.hasSuffix("Z") || text.hasSuffix("+00:00"), text.utf8.count >= 20 else { return false }
        return zip(text.utf8, "0000-00-00T00:00:00".utf8).allSatisfy { found, wanted in
            wanted == UInt8(ascii: "0") ? (48...57).contains(found) : found == wanted
        } && PartialDate(iso: text) != nil && !text.utf8.contains(0)
    }
}
