/// Tells which of the program's languages a text is written in.
///
/// Scripts decide first (Chinese characters, Cyrillic, Latin); letters and frequent short words that only one
/// language of a script has decide between Russian and Uzbek Cyrillic, English and Uzbek Latin. Made for
/// these five only: CLD2 knows more languages but errs on most texts of 40 characters.
public struct LanguageDetector: Sendable {
    private let words: [LanguageTag: Set<[UInt8]>]

    /// - Parameter words: folded function words by language (Uzbek in Latin letters for both scripts).
    public init(words: [LanguageTag: Set<String>]) {
        self.words = words.mapValues { Set($0.map { Array($0.utf8) }) }
    }

    /// The language of a text, or nil when nothing tells (no letters).
    public func detect(_ bytes: ArraySlice<UInt8>) -> LanguageTag? {
        let sample = Array(bytes.prefix(Self.sampleLength(bytes)))
        let output = Tokenizer(folding: .uzbek).tokens(of: sample)
        var han = 0
        var latin = 0
        var cyrillic = 0
        var score: [LanguageTag: Int] = [:]
        let plain = Tokenizer(folding: .plain).tokens(of: sample)
        for (token, plainToken) in zip(output.tokens, plain.tokens) where token.kind == .word {
            let key = Array(output.folded[Int(token.foldedStart)..<Int(token.foldedEnd)])
            if token.traits.contains(.han) {
                han += 1
            } else if token.traits.contains(.cyrillic) {
                cyrillic += 1
                let plainKey = Array(plain.folded[Int(plainToken.foldedStart)..<Int(plainToken.foldedEnd)])
                if Self.hasUzbekLetter(plainKey) { score[.uzbekCyrillic, default: 0] += 2 }
                if Self.hasRussianLetter(plainKey) { score[.russian, default: 0] += 2 }
                if words[.uzbekLatin]?.contains(key) == true { score[.uzbekCyrillic, default: 0] += 2 }
                if words[.russian]?.contains(plainKey) == true { score[.russian, default: 0] += 3 }
            } else {
                latin += 1
                if key.contains(0x27), Self.hasUzbekApostrophe(key) { score[.uzbekLatin, default: 0] += 2 }
                if words[.uzbekLatin]?.contains(key) == true { score[.uzbekLatin, default: 0] += 2 }
                if words[.english]?.contains(key) == true { score[.english, default: 0] += 2 }
            }
        }
        if han > 0, han * 2 >= latin + cyrillic { return .chinese }
        if latin == 0, cyrillic == 0 { return nil }
        let inCyrillic =
            cyrillic * 4 >= latin
            && score[.english, default: 0] + score[.uzbekLatin, default: 0] <= score[.russian, default: 0]
                + score[.uzbekCyrillic, default: 0] + cyrillic
        if inCyrillic {
            return score[.uzbekCyrillic, default: 0] > score[.russian, default: 0] ? .uzbekCyrillic : .russian
        }
        return score[.uzbekLatin, default: 0] > score[.english, default: 0] ? .uzbekLatin : .english
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
