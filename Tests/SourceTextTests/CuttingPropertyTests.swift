import LedgerTesting
import SourceText
import Testing
import TextTesting

/// What must hold of tokens and passages whatever the text is.
@Suite struct CuttingPropertyTests {
    private static let abbreviations = Abbreviations(
        following: ["mr", "ул", "им"], closing: ["млн", "г", "ltd", "u.s"])
    private static let article = """
        Хоким Мирабада подписал в Китае 3 соглашения на 150 млн. долл. «Это начало», — сказал А. Мирзаев.Для района
        это важно… • Oʻzbekiston va Xitoy bogʻ barpo etadi. Ҳоким Sh. Karimov «Chint» Co., Ltd. билан учрашди!
        中国企业与塔什干签署协议。“很好！”他说。
        """

    private func check(_ text: TokenizedText) {
        let bytes = text.document.bytes
        func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
        var end = 0
        var foldedEnd = 0
        for token in text.tokens {
            #expect(Int(token.start) >= end && token.end > token.start, "tokens ascend and hold something")
            #expect(isBoundary(Int(token.start)) && isBoundary(Int(token.end)), "tokens do not cut code points")
            #expect(
                Int(token.foldedStart) == foldedEnd && token.foldedEnd >= token.foldedStart, "keys follow one another")
            end = Int(token.end)
            foldedEnd = Int(token.foldedEnd)
        }
        #expect(end <= bytes.count && foldedEnd == text.folded.count)
        #expect(String(validating: text.folded, as: UTF8.self) != nil, "keys are valid UTF-8")
        var next = 0
        var line = 0
        for (number, passage) in text.passages.enumerated() {
            #expect(
                passage.tokens.lowerBound == next && !passage.tokens.isEmpty, "every token is in exactly one passage")
            #expect(passage.range == text.textRange(passage.tokens))
            #expect(passage.line == (passage.opensLine && number > 0 ? line + 1 : line), "lines are counted")
            next = passage.tokens.upperBound
            line = passage.line
        }
        #expect(next == text.tokens.count)
        #expect(text.passages.first?.opensLine ?? true)
    }

    private func cut(_ text: String) -> TokenizedText {
        TokenizedText(Document(text: text), folding: .uzbek, abbreviations: Self.abbreviations)
    }

    @Test(arguments: 0..<200)
    func randomTextsOfAllPlanes(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        check(cut(RandomText.ofAllPlanes(scalars: Int.random(in: 0...400, using: &random), using: &random)))
    }

    @Test(arguments: 0..<200)
    func randomPiecesOfLanguages(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        check(cut(RandomText.ofPieces(Int.random(in: 0...300, using: &random), using: &random)))
    }

    @Test(arguments: 0..<300)
    func mutantsOfAnArticle(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        check(cut(RandomText.mutant(of: Self.article, using: &random)))
    }

    /// Lines of a megabyte of what a careless loop would look at again and again. A quadratic pass over one of them
    /// would take hours; the limit is only there to end it.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ".", "…", "?!", "…»", ".)", ". (", "(", "»", "\"", " \"", "'", "o'", "о ", "a.", "a. ", "а. ", "А.", "А. ",
            "1.", "1. ", "\u{AD}", "a\u{AD}",
            "'\u{AD}", "\u{301}", "a\u{301}", "中", "。", "。」", "— ", "• ", "\n", "a\n", ".\n", "млн.", "млн. ", ",",
            "слово ", "👩‍👩‍👧", "Ltd.", "\u{0}",
        ])
    func megabyteLines(piece: String) {
        let text = "Слово" + String(repeating: piece, count: 1_000_000 / piece.utf8.count) + " a"
        let cut = cut(text)
        #expect(cut.tokens.count <= text.utf8.count)
        #expect(cut.folded.count <= text.utf8.count * 3 / 2)
        #expect(cut.passages.count <= cut.tokens.count)
        #expect(cut.passages.reduce(0) { $0 + $1.tokens.count } == cut.tokens.count)
    }
}
