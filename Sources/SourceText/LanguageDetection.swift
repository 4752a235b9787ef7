/// Tells which of the program's languages a text is written in.
///
/// Scripts decide first (Chinese characters, Cyrillic, Latin); letters, frequent short words and endings that
/// only one language of a script has decide between Russian and Uzbek Cyrillic, English and Uzbek Latin. Made
/// for these five only: CLD2 knows more languages but errs on most texts of 40 characters.
public struct LanguageDetector: Sendable {
    private let words: [LanguageTag: Set<[UInt8]>]
    private let endings: [LanguageTag: [[UInt8]]]

    /// Makes a detector of folded words and endings.
    /// - Parameters:
    ///   - words: function words by language; Uzbek ones in Latin letters, for both scripts.
    ///   - endings: ends of words that are frequent in one language and rare in the other of its script.
    public init(words: [LanguageTag: Set<String>], endings: [LanguageTag: Set<String>] = [:]) {
        self.words = words.mapValues { Set($0.map { Array($0.utf8) }) }
        self.endings = endings.mapValues { $0.map { Array($0.utf8) } }
    }

    /// The language of a text, or nil when nothing tells (no letters of these languages).
    ///
    /// The first 4,000 bytes are looked at.
    public func detect(_ bytes: ArraySlice<UInt8>) -> LanguageTag? { evidence(bytes).language }

    /// The language of each passage of a text, for pages that mix them.
    ///
    /// A passage that shows nothing of its own (a company's name, a number) has the language of the whole text.
    public func passageLanguages(of text: TokenizedText) -> [LanguageTag?] {
        let bytes = text.document.bytes
        let whole = text.document.metadata.language ?? detect(bytes[...])
        return text.passages.map { passage in
            let evidence = evidence(bytes[passage.range.start..<passage.range.end])
            return evidence.tells ? evidence.language : whole
        }
    }

    private func evidence(_ bytes: ArraySlice<UInt8>) -> Evidence {
        let sample = Array(bytes.prefix(Self.sampleLength(bytes)))
        let uzbek = Tokenizer(folding: .uzbek).tokens(of: sample)
        let plain = Tokenizer(folding: .plain).tokens(of: sample)
        var evidence = Evidence()
        // Folding changes no ranges, so the two lists run side by side.
        for (token, plainToken) in zip(uzbek.tokens, plain.tokens) where token.kind == .word {
            let key = Array(uzbek.folded[Int(token.foldedStart)..<Int(token.foldedEnd)])
            if token.traits.contains(.han) {
                evidence.han += 1
            } else if token.traits.contains(.cyrillic) {
                evidence.cyrillic += 1
                let plainKey = Array(plain.folded[Int(plainToken.foldedStart)..<Int(plainToken.foldedEnd)])
                evidence.add(2, .uzbekCyrillic, if: Self.hasUzbekLetter(plainKey))
                evidence.add(2, .russian, if: Self.hasRussianLetter(plainKey))
                evidence.add(score(key, .uzbekLatin), .uzbekCyrillic)
                evidence.add(score(plainKey, .russian), .russian)
            } else if token.traits.contains(.latin) {
                evidence.latin += 1
                evidence.add(2, .uzbekLatin, if: Self.hasUzbekApostrophe(key))
                evidence.add(score(key, .uzbekLatin), .uzbekLatin)
                evidence.add(score(key, .english), .english)
            }
        }
        return evidence
    }

    /// What a word says for a language: a whole function word more than an ending.
    private func score(_ key: [UInt8], _ language: LanguageTag) -> Int {
        if words[language]?.contains(key) == true { return language == .russian ? 3 : 2 }
        let hasEnding = endings[language]?.contains {
            key.count > $0.count + 1 && key.suffix($0.count).elementsEqual($0)
        }
        return hasEnding == true ? 1 : 0
    }

    /// What the words of a text say for each language.
    private struct Evidence {
        var han = 0
        var latin = 0
        var cyrillic = 0
        private var scores: [LanguageTag: Int] = [:]

        mutating func add(_ score: Int, _ language: LanguageTag, if condition: Bool = true) {
            if condition { scores[language, default: 0] += score }
        }

        private func score(_ language: LanguageTag) -> Int { scores[language, default: 0] }

        /// Whether more than the script speaks for a language.
        var tells: Bool { isChinese || scores.values.contains { $0 > 0 } }

        private var isChinese: Bool { han > 0 && han * 2 >= latin + cyrillic }

        var language: LanguageTag? {
            if isChinese { return .chinese }
            if latin == 0, cyrillic == 0 { return nil }
            // A Cyrillic text may hold many Latin names; a Latin text has words that speak for it.
            let isCyrillic =
                cyrillic * 4 >= latin
                && score(.english) + score(.uzbekLatin) <= score(.russian) + score(.uzbekCyrillic) + cyrillic
            if isCyrillic { return score(.uzbekCyrillic) > score(.russian) ? .uzbekCyrillic : .russian }
            return score(.uzbekLatin) > score(.english) ? .uzbekLatin : .english
        }
    }

    /// The first 4,000 bytes tell enough; cut at a character.
    private static func sampleLength(_ bytes: ArraySlice<UInt8>) -> Int {
        var length = min(bytes.count, 4_000)
        while length > 0, length < bytes.count, bytes[bytes.startIndex + length] & 0xC0 == 0x80 { length -= 1 }
        return length
    }

    /// ў қ ғ ҳ
    private static func hasUzbekLetter(_ key: [UInt8]) -> Bool {
        contains(key, [0xD1, 0x9E]) || contains(key, [0xD2, 0x9B]) || contains(key, [0xD2, 0x93])
            || contains(key, [0xD2, 0xB3])
    }

    /// щ ы
    private static func hasRussianLetter(_ key: [UInt8]) -> Bool {
        contains(key, [0xD1, 0x89]) || contains(key, [0xD1, 0x8B])
    }

    /// o' or g'
    private static func hasUzbekApostrophe(_ key: [UInt8]) -> Bool {
        contains(key, [0x6F, 0x27]) || contains(key, [0x67, 0x27])
    }

    private static func contains(_ key: [UInt8], _ pair: [UInt8]) -> Bool {
        guard key.count >= 2 else { return false }
        for index in 0..<(key.count - 1) where key[index] == pair[0] && key[index + 1] == pair[1] { return true }
        return false
    }
}
