public import SourceText

/// What was read from a web page: the article's plain text and what is known beside it.
public struct ReadPage: Hashable, Sendable {
    /// By what a page showed the day of its publication, the most trusted first.
    public enum PublicationOrigin: String, Hashable, Sendable {
        /// JSON-LD (`datePublished`).
        case structuredData
        /// A `<meta>` tag or microdata (`article:published_time` and the like).
        case metaTag
        /// A `<time>` element.
        case timeElement
        /// A visible dateline.
        case dateline
        /// The name of a photo file.
        case photoName
    }

    /// Paragraphs between blank lines; list items on lines that begin "• "; the cells of a table row
    /// between " | "; the title first, unless the article shows it itself.
    public var text: String
    /// The headline.
    public var title: String?
    /// Day of publication, `YYYY-MM-DD`.
    public var published: String?
    /// By what the day was known.
    public var publicationOrigin: PublicationOrigin?
    /// The outlet's name; its host name when the page does not give one.
    public var source: String?
    /// The canonical address.
    public var url: String?
    /// The language that the page names, when the script of its text agrees.
    public var language: LanguageTag?
}
