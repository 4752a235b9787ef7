internal import Deals
internal import GRDB
internal import Ledger
internal import SourceText

/// A row of `document`: what is known of a document beside its text.
struct DocumentRow: Codable, Hashable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "document"

    var number: Int64?
    var hash: String
    var url: String?
    var source: String?
    var title: String?
    var statedDay: String?
    var statedLanguage: String?
    var fetched: String?
    var language: String?
    var published: String?
    var author: String
    var added: String
    /// Number of the change that brought it.
    var entry: Int64

    init(_ new: Contribution, entry: Int64) {
        self.entry = entry
        hash = new.document.hash.hexadecimal
        url = new.metadata.url
        source = new.metadata.source
        title = new.metadata.title
        statedDay = new.metadata.published
        statedLanguage = new.metadata.language?.rawValue
        fetched = new.metadata.fetched
        language = new.language?.rawValue
        published = new.published?.description
        author = new.author
        added = new.added
    }

    var metadata: Metadata {
        Metadata(
            url: url, source: source, title: title, published: statedDay,
            language: statedLanguage.flatMap(LanguageTag.init(rawValue:)), fetched: fetched)
    }
}
