/// A reader's word that a value is wrong. Reports are public in the record's history; who sent them is not asked.
public struct Report: Hashable, Sendable {
    /// Given by the store.
    public let number: Int
    public let time: Time
    /// The record's id ("a-…").
    public let record: String
    /// The field's code, or nil when the whole record is meant.
    public let field: String?
    /// The value as the page showed it.
    public let value: String
    /// The words of the source that stand behind it.
    public let citation: String
    /// What is wrong, in the reader's words.
    public let words: String
    /// What became of it; nil while it waits.
    public let answer: Answer?

    /// A reviewer's answer.
    public struct Answer: Hashable, Sendable {
        public let time: Time
        public let account: String
        /// Whether the reader was right.
        public let isRight: Bool
        public let words: String

        public init(time: Time, account: String, isRight: Bool, words: String) {
            self.time = time
            self.account = account
            self.isRight = isRight
            self.words = words
        }
    }

    public init(
        number: Int, time: Time, record: String, field: String?, value: String, citation: String, words: String,
        answer: Answer? = nil
    ) {
        self.number = number
        self.time = time
        self.record = record
        self.field = field
        self.value = value
        self.citation = citation
        self.words = words
        self.answer = answer
    }
}

/// A text that somebody gave to be read and has not saved yet.
public struct Draft: Hashable, Sendable {
    /// Not to be guessed; it stands in the address.
    public let key: String
    public let account: String
    public let time: Time
    /// As it was received.
    public let bytes: [UInt8]
    /// The plain text read out of it.
    public let text: String
    public let url: String?
    public let source: String?
    public let title: String?
    public let published: String?
    public let language: String?
    public let fetched: String?

    public init(
        key: String, account: String, time: Time, bytes: [UInt8], text: String, url: String?, source: String?,
        title: String?, published: String?, language: String?, fetched: String?
    ) {
        self.key = key
        self.account = account
        self.time = time
        self.bytes = bytes
        self.text = text
        self.url = url
        self.source = source
        self.title = title
        self.published = published
        self.language = language
        self.fetched = fetched
    }
}
