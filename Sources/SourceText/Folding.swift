/// How letters become keys under which words are looked up.
///
/// Folding lowers case, drops soft hyphens, zero-width signs and stress marks, joins letters with their
/// combining marks (`и` and a breve are `й`), makes every apostrophe `'`, full-width letters and digits plain
/// ones, `ё` `е`, and repairs words in which look-alike letters of the other script stand. Tokens keep their
/// original range, so nothing is lost by it.
public enum Folding: Sendable, Hashable {
    /// Every script stays.
    case plain
    /// Uzbek Cyrillic is written in Latin letters (Cabinet of Ministers decision 339, 1995, table of
    /// correspondences), so that both scripts share one set of word lists.
    case uzbek

    /// Folds a whole string, word by word, as the tokenizer would.
    public func callAsFunction(_ text: String) -> String {
        let tokenized = Tokenizer(folding: self).tokens(of: Array(text.utf8))
        var result: [UInt8] = []
        for token in tokenized.tokens {
            if token.traits.contains(.spaceBefore), !result.isEmpty { result.append(0x20) }
            result += tokenized.folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The plain letter for a full-width one (`Ａ` U+FF21), any other scalar as it is.
    static func halfWidth(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: scalar - 0xFF21 + 0x41
        default: scalar
        }
    }

    /// Lower-case form of a scalar where that is one scalar.
    static func lower(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: return scalar + 32
        case 0x0410...0x042F: return scalar + 32
        case 0x0400...0x040F: return scalar + 80
        case 0x0000...0x00BF, 0x0430...0x045F, 0x3400...0x9FFF: return scalar
        case 0x0130: return 0x69  // İ
        default:
            guard let unicode = Unicode.Scalar(scalar) else { return scalar }
            let lowered = unicode.properties.lowercaseMapping.unicodeScalars
            return lowered.count == 1 ? lowered.first!.value : scalar
        }
    }

    /// Whether the scalar is one of the signs that Uzbek texts use for oʻ, gʻ and the tutuq belgisi.
    public static func isApostrophe(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x27, 0x60, 0xB4, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02C8, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07:
            return true
        default: return false
        }
    }

    /// Signs inside words that show nothing: soft hyphen, zero-width space and joiners, BOM, direction marks,
    /// variation selectors.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x034F, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
            0xE0100...0xE01EF:
            return true
        default: return false
        }
    }

    /// Marks that stand on the letter before them (Combining Diacritical Marks, without U+034F, which shows nothing).
    static func isCombiningMark(_ scalar: UInt32) -> Bool { (0x0300...0x036F).contains(scalar) && scalar != 0x034F }

    /// The one letter that a lower-case letter and a combining mark make, or nil when the mark is only a stress.
    static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
        compositions[UInt64(letter) << 32 | UInt64(mark)]
    }

    /// Canonical compositions (Unicode Character Database) of the letters that Russian, Uzbek and the names
    /// of Turkish, Central and Western European companies use.
    private static let compositions: [UInt64: UInt32] = {
        let rows: [(mark: UInt32, letters: String, composed: String)] = [
            (0x0300, "aeiou", "\u{E0}\u{E8}\u{EC}\u{F2}\u{F9}"),
            (0x0301, "aeiouycnsz", "\u{E1}\u{E9}\u{ED}\u{F3}\u{FA}\u{FD}\u{107}\u{144}\u{15B}\u{17A}"),
            (0x0302, "aeiou", "\u{E2}\u{EA}\u{EE}\u{F4}\u{FB}"),
            (0x0303, "ano", "\u{E3}\u{F1}\u{F5}"),
            (0x0306, "agиу", "\u{103}\u{11F}\u{439}\u{45E}"),
            (0x0308, "aeiouеі", "\u{E4}\u{EB}\u{EF}\u{F6}\u{FC}\u{451}\u{457}"),
            (0x030A, "au", "\u{E5}\u{16F}"),
            (0x030C, "cdenrsz", "\u{10D}\u{10F}\u{11B}\u{148}\u{159}\u{161}\u{17E}"),
            (0x0327, "cs", "\u{E7}\u{15F}"),
        ]
        var table: [UInt64: UInt32] = [:]
        for row in rows {
            for (letter, composed) in zip(row.letters.unicodeScalars, row.composed.unicodeScalars) {
                table[UInt64(letter.value) << 32 | UInt64(row.mark)] = composed.value
            }
        }
        return table
    }()

    /// The Cyrillic letter that looks like a Latin one (both lower case), or nil.
    static func cyrillicLookalike(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x61: 0x0430  // a
        case 0x65: 0x0435  // e
        case 0x6F: 0x043E  // o
        case 0x70: 0x0440  // p
        case 0x63: 0x0441  // c
        case 0x79: 0x0443  // y
        case 0x78: 0x0445  // x
        case 0x6B: 0x043A  // k
        case 0x6D: 0x043C  // m
        case 0x74: 0x0442  // t
        case 0x68: 0x043D  // h as Н
        case 0x62: 0x0432  // b as В
        case 0x69: 0x0456  // i
        case 0x75: 0x0438  // u as italic и
        case 0xEB: 0x0451  // ë
        default: nil
        }
    }

    /// The Latin letter that looks like a Cyrillic one (both lower case), or nil.
    static func latinLookalike(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x0430: 0x61
        case 0x0435: 0x65
        case 0x043E: 0x6F
        case 0x0440: 0x70
        case 0x0441: 0x63
        case 0x0443: 0x79
        case 0x0445: 0x78
        case 0x043A: 0x6B
        case 0x043C: 0x6D
        case 0x0442: 0x74
        case 0x043D: 0x68
        case 0x0432: 0x62
        case 0x0456: 0x69
        case 0x0451: 0xEB
        case 0x0455: 0x73  // ѕ
        case 0x0458: 0x6A  // ј
        case 0x04BB: 0x68  // һ
        default: nil
        }
    }

    /// Latin spelling of a lower-case Uzbek Cyrillic letter between its neighbours in the word.
    static func uzbekLatin(_ scalar: UInt32, after previous: UInt32?, before next: UInt32?) -> String? {
        let isAfterVowel = previous.map(isCyrillicVowel) ?? false
        let startsSyllable = previous == nil || isAfterVowel || previous == 0x044A || previous == 0x044C
        switch scalar {
        case 0x0430: return "a"
        case 0x0431: return "b"
        case 0x0432: return "v"
        case 0x0433: return "g"
        case 0x0434: return "d"
        case 0x0435: return startsSyllable ? "ye" : "e"
        case 0x0451: return "yo"
        case 0x0436: return "j"
        case 0x0437: return "z"
        case 0x0438, 0x044B: return "i"
        case 0x0439: return "y"
        case 0x043A: return "k"
        case 0x043B: return "l"
        case 0x043C: return "m"
        case 0x043D: return "n"
        case 0x043E: return previous == 0x044C ? "yo" : "o"  // батальон
        case 0x043F: return "p"
        case 0x0440: return "r"
        case 0x0441: return next == 0x04B3 ? "s'" : "s"  // Исҳоқ is Isʼhoq, for sh is ш
        case 0x0442: return "t"
        case 0x0443: return "u"
        case 0x0444: return "f"
        case 0x0445: return "x"
        case 0x0446: return isAfterVowel && next.map(isCyrillicVowel) == true ? "ts" : "s"  // лицей, but абзац, цемент
        case 0x0447: return "ch"
        case 0x0448, 0x0449: return "sh"
        case 0x044A:
            // A glide takes its place (объект is obyekt), and ў has an apostrophe of its own (мўъжиза is moʻjiza).
            let isSilent = previous == 0x045E || next == 0x0435 || next == 0x0451 || next == 0x044E || next == 0x044F
            return isSilent ? "" : "'"
        case 0x044C: return ""
        case 0x044D: return "e"
        case 0x044E: return "yu"
        case 0x044F: return "ya"
        case 0x045E: return "o'"
        case 0x049B: return "q"
        case 0x0493: return "g'"
        case 0x04B3: return "h"
        default: return nil
        }
    }

    /// а е ё и о у э ю я ў
    private static func isCyrillicVowel(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0430, 0x0435, 0x0451, 0x0438, 0x043E, 0x0443, 0x044D, 0x044E, 0x044F, 0x045E: true
        default: false
        }
    }
}
