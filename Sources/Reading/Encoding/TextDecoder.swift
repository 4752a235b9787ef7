/// Text won from bytes, and what it took.
public struct DecodedText: Hashable, Sendable {
    /// The text, without byte order mark, NUL and other control characters; line ends as they were given.
    public let text: String
    /// The encoding in which the bytes were read.
    public let encoding: TextEncoding
    /// How many places made no sense in that encoding and became U+FFFD.
    public let replaced: Int
    /// How many bytes of control characters were taken out.
    public let removedControls: Int
}

/// Turns bytes into text, whatever their encoding.
public struct TextDecoder: Sendable {
    private let detector = TextEncodingDetector()

    public init() {}

    /// Decodes a text; garbage inside it never fails, it becomes U+FFFD and is counted.
    /// - Parameters:
    ///   - bytes: the text as received.
    ///   - contentType: the HTTP header `Content-Type`, whose charset outranks the page's own.
    /// - Throws: ``BinaryContent`` when the bytes are no text at all.
    public func decode(_ bytes: [UInt8], contentType: String? = nil) throws(BinaryContent) -> DecodedText {
        if let binary = BinaryContent.bySignature(bytes) { throw binary }
        let declared = contentType.flatMap(CharsetDeclaration.inContentType) ?? CharsetDeclaration.find(in: bytes)
        let (encoding, bom) = detector.detect(bytes, declared: declared)
        let isWide = [.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian].contains(encoding)
        if !isWide, let binary = BinaryContent.byControls(bytes) { throw binary }
        let decoded = Transcoder.utf8(bytes[bom...], from: encoding)
        if isWide, let binary = BinaryContent.byControls(decoded.bytes) { throw binary }
        let clean = UTF8Text.withoutControls(decoded.bytes)
        return DecodedText(
            text: String(decoding: clean.bytes, as: UTF8.self), encoding: encoding, replaced: decoded.replaced,
            removedControls: clean.removed)
    }
}
