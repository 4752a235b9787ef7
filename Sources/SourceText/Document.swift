/// What is known of a document beside its text.
public struct Metadata: Hashable, Sendable {
    /// Where it stood (the canonical address when the page names one).
    public var url: String?
    /// The outlet's name.
    public var source: String?
    /// The headline.
    public var title: String?
    /// Publication day, `YYYY-MM-DD` (Gregorian), as the page or its reader's caller states it.
    public var published: String?
    /// Main language, when the caller or the page names it; detection fills it otherwise.
    public var language: LanguageTag?
    /// When the program fetched it, ISO 8601 with time zone.
    public var fetched: String?

    /// Makes metadata; what is left out is not known.
    public init(
        url: String? = nil, source: String? = nil, title: String? = nil, published: String? = nil,
        language: LanguageTag? = nil, fetched: String? = nil
    ) {
        self.url = url
        self.source = source
        self.title = title
        self.published = published
        self.language = language
        self.fetched = fetched
    }
}

/// One published text: immutable, known by the hash of its raw bytes.
///
/// Every citation in the program points into `text`; `raw` is what was received, so that the reading can be
/// repeated when the readers get better.
public struct Document: Sendable {
    /// SHA-256 of `raw`.
    public let hash: DocumentHash
    /// The bytes as received.
    public let raw: [UInt8]
    /// The plain text.
    public let text: String
    /// The plain text as UTF-8; offsets everywhere count these bytes.
    public let bytes: [UInt8]
    /// What is known beside the text.
    public let metadata: Metadata

    /// Makes a document from what was received and the plain text read out of it.
    public init(raw: [UInt8], text: String, metadata: Metadata = Metadata()) {
        hash = DocumentHash(of: raw)
        self.raw = raw
        self.text = text
        bytes = Array(text.utf8)
        self.metadata = metadata
    }

    /// Makes a document of which only the plain text is known.
    public init(text: String, metadata: Metadata = Metadata()) {
        self.init(raw: Array(text.utf8), text: text, metadata: metadata)
    }

    /// The words in a range.
    /// - Precondition: the range lies inside the text.
    public func words(in range: TextRange) -> String {
        String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }

    /// Whether the offset stands between two code points (or at either end).
    func isBoundary(_ offset: Int) -> Bool {
        offset == bytes.count || (offset >= 0 && offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
    }
}
