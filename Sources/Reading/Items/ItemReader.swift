internal import Foundation
public import SourceText

/// Reads one item, whatever it is and wherever it stands, into a document.
///
/// ```swift
/// let reader = ItemReader()
/// let document = try await reader.read(.file("visit.html"))
/// let page = try await reader.read(.address("https://news.example/1"), overrides: .init(published: "2024-01-17"))
/// ```
public struct ItemReader: Sendable {
    /// Where an item stands.
    public enum Source: Hashable, Sendable {
        /// A path in the file system.
        case file(String)
        /// An http or https address.
        case address(String)
        /// Bytes from standard input.
        case standardInput([UInt8])

        /// Tells an address from a path, as a command line gives them; `-` is the caller's to handle.
        public init(argument: String) {
            let lower = argument.prefix(8).lowercased()
            self = lower.hasPrefix("http://") || lower.hasPrefix("https://") ? .address(argument) : .file(argument)
        }
    }

    /// What the caller knows better than the item.
    public struct Overrides: Hashable, Sendable {
        /// Where the text stood.
        public var url: String?
        /// Day of publication, `YYYY-MM-DD`.
        public var published: String?
        /// The language of the text.
        public var language: LanguageTag?

        public init(url: String? = nil, published: String? = nil, language: LanguageTag? = nil) {
            self.url = url
            self.published = published
            self.language = language
        }
    }

    /// What the bytes of an item are taken for.
    public enum Format: Hashable, Sendable {
        case plainText
        case html
    }

    /// Fetches addresses.
    public let fetcher: Fetcher
    /// Largest file or standard input, in bytes.
    public let limit: Int

    public init(fetcher: Fetcher = Fetcher(), limit: Int = 20_000_000) {
        self.fetcher = fetcher
        self.limit = limit
    }

    /// Reads an item.
    /// - Throws: ``ReadingError``.
    public func read(_ source: Source, overrides: Overrides = Overrides()) async throws(ReadingError) -> Document {
        switch source {
        case .file(let path): return try read(path: path, overrides: overrides)
        case .standardInput(let bytes): return try read(bytes, name: "The standard input", overrides: overrides)
        case .address(let address): return try await read(address: address, overrides: overrides)
        }
    }

    /// Reads a file.
    /// - Throws: ``ReadingError``.
    public func read(path: String, overrides: Overrides = Overrides()) throws(ReadingError) -> Document {
        let bytes = try FileBytes.read(path, limit: limit)
        return try read(bytes, name: "The file “\(path)”", format: Self.format(ofPath: path), overrides: overrides)
    }

    /// Fetches and reads a page.
    /// - Throws: ``ReadingError``.
    public func read(address: String, overrides: Overrides = Overrides()) async throws(ReadingError) -> Document {
        let response: Fetcher.Response
        do throws(FetchError) { response = try await fetcher.fetch(address) } catch { throw .fetch(error) }
        let type = response.contentType?.lowercased() ?? ""
        let format: Format? = type.contains("html") ? .html : type.hasPrefix("text/markdown") ? .plainText : nil
        return try read(
            response.bytes, name: "The page \(response.address)", format: format, contentType: response.contentType,
            address: response.address, fetched: Date.now.formatted(.iso8601), overrides: overrides)
    }

    /// Reads bytes that the caller has.
    /// - Parameters:
    ///   - bytes: the item as received.
    ///   - name: how messages name it, as the beginning of a sentence.
    ///   - format: what it is; nil to find out from its first bytes.
    ///   - contentType: the HTTP header, for its charset.
    ///   - address: where it was fetched.
    ///   - fetched: when, ISO 8601.
    ///   - overrides: what the caller knows better.
    /// - Throws: ``ReadingError``.
    public func read(
        _ bytes: [UInt8], name: String, format: Format? = nil, contentType: String? = nil, address: String? = nil,
        fetched: String? = nil, overrides: Overrides = Overrides()
    ) throws(ReadingError) -> Document {
        if let day = overrides.published, CalendarDay(iso: day) == nil { throw .notADay(day) }
        guard bytes.count <= limit else { throw .tooLarge(name, limit: limit) }
        let decoded: DecodedText
        do throws(BinaryContent) {
            decoded = try TextDecoder().decode(bytes, contentType: contentType)
        } catch { throw .binary(name, error) }

        var metadata: Metadata
        let text: String
        switch format ?? Self.sniffed(decoded.text) {
        case .html:
            let page = HTMLReader().read(decoded.text, address: overrides.url ?? address)
            text = page.text
            metadata = Metadata(
                url: page.url, source: page.source, title: page.title, published: page.published,
                language: page.language)
        case .plainText:
            text = decoded.text
            metadata = PlainText.metadata(text)
            metadata.url = metadata.url ?? address
            metadata.source = PageAddress.host(metadata.url)
        }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .empty(name) }
        metadata.fetched = fetched
        if let url = overrides.url {
            metadata.url = url
            metadata.source = metadata.source ?? PageAddress.host(url)
        }
        metadata.published = overrides.published ?? metadata.published
        metadata.language = overrides.language ?? metadata.language
        return Document(raw: bytes, text: text, metadata: metadata)
    }

    /// What a path's ending says: `.html`, `.htm` and `.xhtml` are pages, `.txt` and `.md` plain text.
    static func format(ofPath path: String) -> Format? {
        let name = path.lowercased()
        if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") { return .html }
        return name.hasSuffix(".txt") || name.hasSuffix(".md") ? .plainText : nil
    }

    /// A page says so in its first bytes, behind comments and an XML declaration.
    static func sniffed(_ text: String) -> Format {
        let head = String(text.unicodeScalars.drop { $0.properties.isWhitespace }.prefix(2000)).lowercased()
        if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<head")
            || head.hasPrefix("<body")
        {
            return .html
        }
        let isMarkup = head.hasPrefix("<?xml") || head.hasPrefix("<!--") || head.hasPrefix("<!doctype")
        return isMarkup && (head.contains("<html") || head.contains("<!doctype html")) ? .html : .plainText
    }
}
