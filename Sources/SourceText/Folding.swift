/// How letters become keys under which words are looked up.
///
/// Folding lowers case, drops soft hyphens and zero-width signs, makes every apostrophe `'`, full-width
/// letters and digits plain ones, `ё` `е`, and repairs words in which look-alike letters of the other
/// script stand. Tokens keep their original range, so nothing is lost by it.
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

    /// Signs inside words that show nothing: soft hyphen, zero-width space and joiners, BOM, direction marks.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return true
        default: return false
        }
    }

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
        default: nil
        }
    }

    /// Latin spelling of a lower-case Uzbek Cyrillic letter; `previous` is the letter before it in the word.
    static func uzbekLatin(_ scalar: UInt32, after previous: UInt32?) -> String? {
        let afterVowelOrStart: Bool
        switch previous {
        case nil, 0x0430, 0x0435, 0x0451, 0x0438, 0x043E, 0x0443, 0x044D, 0x044E, 0x044F, 0x045E, 0x044A, 0x044C:
            afterVowelOrStart = true
        default: afterVowelOrStart = false
        }
        switch scalar {
        case 0x0430: return "a"
        case 0x0431: return "b"
        case 0x0432: return "v"
        case 0x0433: return "g"
        case 0x0434: return "d"
        case 0x0435: return afterVowelOrStart ? "ye" : "e"
        case 0x0451: return "yo"
        case 0x0436: return "j"
        case 0x0437: return "z"
        case 0x0438, 0x044B: return "i"
        case 0x0439: return "y"
        case 0x043A: return "k"
        case 0x043B: return "l"
        case 0x043C: return "m"
        case 0x043D: return "n"
        case 0x043E: return "o"
        case 0x043F: return "p"
        case 0x0440: return "r"
        case 0x0441: return "s"
        case 0x0442: return "t"
        case 0x0443: return "u"
        case 0x0444: return "f"
        case 0x0445: return "x"
        case 0x0446: return previous != nil && afterVowelOrStart ? "ts" : "s"
        case 0x0447: return "ch"
        case 0x0448, 0x0449: return "sh"
        case 0x044A: return "'"
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
}
