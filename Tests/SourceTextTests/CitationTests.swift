import LedgerTesting
import SourceText
import Testing
import TextTesting

@Suite struct CitationTests {
    private let document = Document(text: "Хоким подписал 3 документа")

    @Test func itHoldsTheWordsOfTheDocument() throws {
        let offsets = MarkedText("│Хоким│ подписал").offsets
        let citation = try Citation(document, TextRange(offsets[0], offsets[1]))
        #expect(citation.exact == "Хоким")
        #expect(citation.document == document.hash)
        #expect(try Citation(document, citation.range, exact: "Хоким") == citation)
    }

    @Test(arguments: [
        (
            TextRange(4, 4), nil, Citation.Failure.empty(TextRange(4, 4)),
            "a citation needs words; the range 4..<4 is empty"
        ),
        (
            TextRange(0, 400), nil, .outside(TextRange(0, 400), length: 48),
            "the range 0..<400 lies outside the text of 48 bytes"
        ),
        (TextRange(1, 4), nil, .insideCharacter(TextRange(1, 4)), "the range 1..<4 begins or ends inside a character"),
        (TextRange(0, 3), nil, .insideCharacter(TextRange(0, 3)), "the range 0..<3 begins or ends inside a character"),
        (
            TextRange(0, 10), "Аким", .otherWords(expected: "Аким", found: "Хоким"),
            "the document holds “Хоким” there, not “Аким”"
        ),
        // The same to the eye: a Cyrillic letter and a Latin one.
        (TextRange(0, 2), "X", .otherWords(expected: "X", found: "Х"), "the document holds “Х” there, not “X”"),
    ])
    func wrongOnesAreRefused(range: TextRange, exact: String?, failure: Citation.Failure, message: String) {
        #expect(throws: failure) {
            if let exact {
                try Citation(document, range, exact: exact)
            } else {
                try Citation(document, range)
            }
        }
        #expect(failure.description == message)
    }

    @Test func canonicallyEqualWordsAreOtherWords() {
        let document = Document(text: "\u{0439}")
        let expected = Citation.Failure.otherWords(expected: "\u{0438}\u{0306}", found: "\u{0439}")
        #expect(throws: expected) { try Citation(document, TextRange(0, 2), exact: "\u{0438}\u{0306}") }
    }

    /// Every range of a random text either gives its very bytes or is refused.
    @Test(arguments: 0..<20)
    func noRangeGivesOtherWords(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let document = Document(text: RandomText.ofAllPlanes(scalars: 12, using: &random))
        for start in 0...document.bytes.count {
            for end in start...(document.bytes.count + 1) {
                guard let citation = try? Citation(document, TextRange(start, end)) else { continue }
                #expect(Array(citation.exact.utf8) == Array(document.bytes[start..<end]))
            }
        }
    }
}
