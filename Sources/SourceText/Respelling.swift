/// Puts a word's key into the usual spelling where a text is typed without the letters of its language.
///
/// A keyboard without ў, қ, ғ, ҳ gives "хоким", "кушма", "тугрисида": such a text's keys are respelled before anything is
/// looked up, and the words of the text stay as they are.
public protocol Respelling: Sendable {
    /// The usual key of a word, or nil where it stands.
    func respelled(_ key: ArraySlice<UInt8>) -> [UInt8]?
}

extension TokenizedText {
    /// The letters of Uzbek Cyrillic that a Russian keyboard lacks.
    private static let hooked: Set<UInt32> = [0x040E, 0x045E, 0x049A, 0x049B, 0x0492, 0x0493, 0x04B2, 0x04B3]

    /// Whether a text of Uzbek Cyrillic words has next to none of the letters that every third word needs.
    public static func isTypedWithoutHooks(_ document: Document) -> Bool {
        var words = 0
        var hooks = 0
        var inWord = false
        for scalar in document.text.unicodeScalars {
            let isCyrillic = (0x0400...0x052F).contains(scalar.value)
            if isCyrillic, !inWord { words += 1 }
            inWord = isCyrillic
            if hooked.contains(scalar.value) { hooks += 1 }
        }
        return words >= 12 && hooks * 25 < words
    }
}

extension Tokenizer.Output {
    /// Writes the folded forms anew, those of Cyrillic words in the usual spelling.
    mutating func respell(_ respelling: some Respelling) {
        var written: [UInt8] = []
        written.reserveCapacity(folded.count)
        for index in tokens.indices {
            let token = tokens[index]
            let key = folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
            let start = written.count
            written += token.traits.contains(.cyrillic) ? respelling.respelled(key) ?? Array(key) : Array(key)
            tokens[index] = Token(
                start: token.start, end: token.end, foldedStart: Int32(start), foldedEnd: Int32(written.count),
                kind: token.kind, traits: token.traits, sign: token.sign)
        }
        folded = written
    }
}
