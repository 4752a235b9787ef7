import SourceText
import Testing
import TextTesting

@Suite struct TokenizerTests {
    private static func tokenized(_ text: String, _ folding: Folding = .plain) -> TokenizedText {
        TokenizedText(Document(text: text), folding: folding, abbreviations: Abbreviations())
    }

    private static let marked: [String] = [
        "", " ", "Слово", "два │слова", "150 │млн│.", "1│,│5 │млрд", "4│,│25│%", "$│150 │млн", "2024│-│01│-│17",
        "А│.│Мирзаев",
        "Gazeta│.│uz", "ООО │«│Хлопок│»", "№│12│-│бис",
        // Digits and letters are never one token.
        "5│G", "A│320", "40│тыс", "G│20", "12│МВт", "COVID│-│19", "2024│йил", "１２３",
        // A Chinese character is a token of its own.
        "中│国", "2024│年│1│月", "与│Chint│签│署", "（│以│下│简│称│）", "〇│八",
        // Every apostrophe of Uzbek, inside a word and at its end.
        "Oʻzbekiston", "Oʼzbekiston", "O'zbekiston", "O‘zbekiston", "O’zbekiston", "O`zbekiston", "O´zbekiston",
        "toʻgʻri",
        "to'g'ri", "bogʻ", "bog‘", "bog' │va │tog'", "bog’ │va │tog’", "Bog`", "Chorbog' │tumani", "togʼ│.", "sog’│,",
        "maʼlumot", "voqeʼ │va",
        "ma’lumot", "san'at", "Jo’rayevning", "Масъул", "маʼлумот",
        // The same signs as quotation marks.
        "'│word│'", "‘│word│’", "‘│We │are │going│’", "'│a │cargo│' │ship", "’│word│’", "`│word│`",
        "the │'│long│' │list",
        "dogs│' │home", "Xi │Jinping’s", "companies│’ │home", "5│'", "'│'│'", "‘│Bog‘│’",
        // Signs that show nothing.
        "со\u{AD}гла\u{AD}шение", "до\u{200B}говор", "\u{FEFF}Слово", "сло\u{2060}во", "O‘\u{AD}zbek", "co\u{200D}op",
        // Marks on letters.
        "догово\u{301}р", "и\u{306}од", "у\u{306}збек", "Se\u{301}oul", "Ankara'da",
        // Spaces of every width, and lines.
        "100\u{A0}│млн", "1\u{202F}│000", "1\u{2009}│000", "中\u{3000}│国", "а\u{2028}│б", "а\r\n│б", "а\u{85}│б",
        "а\t│б",
        // Signs beyond the alphabets.
        "👩│🏽 │текст", "€│5", "5│€", "5 │₽", "𐐀𐐁", "• │пункт",
    ]

    /// A mark stands where each token begins, except the first.
    @Test(arguments: marked)
    func aTextIsCutIntoTokens(marked: String) {
        let expected = MarkedText(marked)
        let text = Self.tokenized(expected.text)
        #expect(MarkedText.marking(expected.text, at: text.tokens.dropFirst().map { Int($0.start) }) == marked)
    }

    @Test(arguments: [
        ("слово", Token.Kind.word), ("word", .word), ("中", .word), ("〇", .word), ("한국", .word), ("150", .number),
        ("１５", .number),
        (".", .sign), ("％", .sign), ("№", .sign), ("½", .sign), ("€", .sign), ("ʻ", .sign), ("\u{0}", .sign),
    ])
    func everyTokenHasAKind(text: String, kind: Token.Kind) throws {
        #expect(try #require(Self.tokenized(text).tokens.first).kind == kind)
    }

    private static let traits: [(String, Token.Traits)] = [
        ("слово", .cyrillic), ("Слово", [.cyrillic, .capital]), ("США", [.cyrillic, .capital, .allCapitals]),
        ("Я", [.cyrillic, .capital]), ("МВт", [.cyrillic, .capital]), ("word", .latin),
        ("Ўзбекистон", [.cyrillic, .capital]), ("Oʻ", [.latin, .capital]), ("OʻZ", [.latin, .capital, .allCapitals]),
        ("Türkiye", [.latin, .capital]), ("中", .han), ("Ａｂ", [.latin, .capital]),
        ("ＡＢ", [.latin, .capital, .allCapitals]), ("150", []), (".", []), ("한국", []), ("ру\u{301}сский", .cyrillic),
        // Look-alikes: the word counts as one of the script that it was repaired to.
        ("Nоrdhafen", [.latin, .capital, .repaired]), ("Мuрабад", [.cyrillic, .capital, .repaired]),
        ("жжzz", [.latin, .cyrillic]),
    ]

    @Test(arguments: traits)
    func traitsAreTold(text: String, traits: Token.Traits) throws {
        let token = try #require(Self.tokenized(text).tokens.first)
        #expect(token.traits.subtracting([.spaceBefore, .lineBefore]) == traits)
    }

    @Test func spacesAndLinesBeforeATokenAreTold() {
        let text = Self.tokenized("\u{FEFF}один два,\u{AD}три\u{A0}четыре\n\nпять\u{2028} шесть")
        let spaces = text.tokens.map { $0.traits.contains(.spaceBefore) }
        let lines = text.tokens.map { $0.traits.contains(.lineBefore) }
        #expect(spaces == [true, true, false, false, true, true, true])
        #expect(lines == [true, false, false, false, false, true, true])
    }

    @Test func aSignIsToldByItsCodePoint() {
        let text = Self.tokenized("№ 5.")
        #expect(text.tokens.map(\.sign) == [0x2116, 0, 0x2E])
        #expect(text.tokens[2].isSign(".") && !text.tokens[1].isSign("5"))
    }

    /// A word's range holds what shows, so that a citation of it has no invisible sign at its ends.
    @Test(arguments: ["слово", "bogʻ", "e\u{301}"])
    func invisibleSignsAroundAWordAreNoPartOfIt(word: String) throws {
        let text = Self.tokenized("\u{200B}\(word)\u{AD}\u{200B} ")
        #expect(text.tokens.count == 1)
        #expect(text.surface(0) == word)
    }

    @Test func severalTokensHaveOneRange() {
        let text = Self.tokenized("Хоким области подписал")
        #expect(text.document.words(in: text.textRange(0..<2)) == "Хоким области")
        #expect(text.key(0) == "хоким")
    }
}
