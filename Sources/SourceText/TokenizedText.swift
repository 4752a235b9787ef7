/// A document cut into tokens and passages, all of which point back into it.
public struct TokenizedText: Sendable {
    /// The document that was cut.
    public let document: Document
    /// Words, numbers and signs in order.
    public let tokens: [Token]
    /// The folded forms of all tokens, one after the other.
    public let folded: [UInt8]
    /// Sentence-like parts in order; every token belongs to exactly one.
    public let passages: [Passage]

    /// Tokenizes a document and cuts it into passages.
    /// - Parameters:
    ///   - folding: how words become keys.
    ///   - abbreviations: folded words after which a full stop does not end a sentence.
    ///   - respelling: puts the keys of Cyrillic words into the usual spelling; nil where the text has it.
    public init(
        _ document: Document, folding: Folding, abbreviations: Abbreviations, respelling: (any Respelling)? = nil
    ) {
        var output = Tokenizer(folding: folding).tokens(of: document.bytes)
        if let respelling { output.respell(respelling) }
        self.document = document
        tokens = output.tokens
        folded = output.folded
        passages = PassageSplitter(
            bytes: document.bytes, tokens: output.tokens, folded: output.folded, abbreviations: abbreviations
        ).passages()
    }

    /// The folded form of a token, for messages and tables; rules compare bytes instead.
    public func key(_ index: Int) -> String {
        let token = tokens[index]
        return String(decoding: folded[Int(token.foldedStart)..<Int(token.foldedEnd)], as: UTF8.self)
    }

    /// The token's words as they stand in the text.
    public func surface(_ index: Int) -> String { document.words(in: tokens[index].range) }

    /// The text range from the first through the last token of a range.
    /// - Precondition: the range holds a token.
    public func textRange(_ range: Range<Int>) -> TextRange {
        TextRange(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    }
}
