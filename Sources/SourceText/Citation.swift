/// Words of a document that stand behind a value: the document, where in it, and the exact words.
///
/// A citation can only be made from the document itself, so its words are always the document's.
/// Follows the W3C Web Annotation selectors TextPositionSelector and TextQuoteSelector.
public struct Citation: Hashable, Sendable {
    /// Which document.
    public let document: DocumentHash
    /// Where in its plain text, in UTF-8 offsets.
    public let range: TextRange
    /// The words there; never empty.
    public let exact: String

    /// Why a citation could not be made.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The range holds no byte.
        case empty(TextRange)
        /// The range ends behind the text, which has so many bytes.
        case outside(TextRange, length: Int)
        /// The range begins or ends inside a code point.
        case insideCharacter(TextRange)
        /// Other words stand there than the ones given.
        case otherWords(expected: String, found: String)

        /// What is wrong with which range or words.
        public var description: String {
            switch self {
            case .empty(let range): "a citation needs words; the range \(range.start)..<\(range.end) is empty"
            case .outside(let range, let length):
                "the range \(range.start)..<\(range.end) lies outside the text of \(length) bytes"
            case .insideCharacter(let range):
                "the range \(range.start)..<\(range.end) begins or ends inside a character"
            case .otherWords(let expected, let found):
                "the document holds “\(found)” there, not “\(expected)”"
            }
        }
    }

    /// Cites a range of a document.
    /// - Throws: ``Failure`` when the range is empty, outside the text or cuts a character.
    public init(_ document: Document, _ range: TextRange) throws(Failure) {
        guard !range.isEmpty else { throw .empty(range) }
        guard range.end <= document.bytes.count else { throw .outside(range, length: document.bytes.count) }
        guard document.isBoundary(range.start), document.isBoundary(range.end) else {
            throw .insideCharacter(range)
        }
        self.document = document.hash
        self.range = range
        exact = document.words(in: range)
    }

    /// Takes a stored citation back, checking it against its document.
    /// - Throws: ``Failure`` when the document does not hold exactly these words there.
    public init(_ document: Document, _ range: TextRange, exact: String) throws(Failure) {
        try self.init(document, range)
        guard self.exact.utf8.elementsEqual(exact.utf8) else {
            throw .otherWords(expected: exact, found: self.exact)
        }
    }

    /// Takes a stored citation back without its document, for stores that compare the words with the stored text
    /// themselves.
    package init(of document: DocumentHash, checked range: TextRange, exact: String) {
        self.document = document
        self.range = range
        self.exact = exact
    }
}
