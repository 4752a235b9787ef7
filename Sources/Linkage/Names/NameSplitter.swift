/// A word of a name as it was cut out, before anyone knows what it is.
struct SplitWord: Hashable, Sendable {
    /// Lower case in Latin letters without marks; other scripts as they are.
    let plain: [UInt16]
    /// What it is compared by, the likeliest reading first.
    let keys: [[UInt16]]
    /// Chinese characters that it was made from, or none.
    let han: [UInt16]
    /// Whether one letter carries a syllable or a word (Chinese, Korean), so that one edit is a large one.
    let isDense: Bool
    /// Whether it was one letter in its own script ("Ш." is "sh").
    let isLetter: Bool
    /// The likeliest reading.
    var key: [UInt16] { keys[0] }
}

/// Cuts names into words and writes each in the Latin letters that it is compared by.
struct NameSplitter: Sendable {
    let romanisation: Romanisation
    let folding: NameFolding
    let pinyin: Pinyin

    /// The words of a name. Letters of one word stand together; dots between single letters join them ("A.B.C.");
    /// apostrophes vanish; a run of Chinese characters is one word.
    func words(of name: String) -> [SplitWord] { runs(of: name).map(word) }

    /// Cuts only: lower-case code units of each word. "&" is a word, and so is a lone Russian "и", which means it.
    func runs(of name: String) -> [[UInt16]] {
        let units = Array(name.lowercased().utf16)
        var runs: [[UInt16]] = []
        var current: [UInt16] = []
        // Whether the run is single letters with dots between them ("A.B.C.").
        var isDotted = false
        func end() {
            if !current.isEmpty { runs.append(current == Self.russianAnd ? Self.ampersand : current) }
            current = []
            isDotted = false
        }
        for (index, unit) in units.enumerated() {
            switch Self.kind(unit) {
            case .letter:
                if let last = current.last,
                    Self.isHan(last) != Self.isHan(unit) || Self.isDigit(last) != Self.isDigit(unit)
                {
                    end()
                }
                current.append(unit)
            case .mark: continue
            case .dot where current.count == 1 || isDotted:
                let next = index + 1 < units.count ? units[index + 1] : 0x20
                let after = index + 2 < units.count ? units[index + 2] : 0x20
                if Self.kind(next) == .letter, Self.kind(after) != .letter, !Self.isDigit(next) {
                    isDotted = true
                } else {
                    end()
                }
            default:
                end()
                if unit == 0x26 { runs.append(Self.ampersand) }
            }
        }
        end()
        return runs
    }

    private static let ampersand: [UInt16] = [0x26]
    private static let russianAnd: [UInt16] = [0x438]

    /// Whether a code unit is a Chinese character.
    static func isHan(_ unit: UInt16) -> Bool { (0x3400...0x9FFF).contains(unit) }

    private enum Kind { case letter, mark, dot, other }

    private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

    private static func kind(_ unit: UInt16) -> Kind {
        switch unit {
        case 0x30...0x39, 0x61...0x7A, 0xDF...0xF6, 0xF8...0x2B8, 0x370...0x58A: .letter
        case 0x2E: .dot
        // Apostrophes, soft hyphen, zero-width signs, combining marks.
        case 0x27, 0x60, 0xB4, 0x2B9...0x2BF, 0x2C8, 0x2018, 0x2019, 0x201B, 0x2032, 0xAD, 0x200B...0x200F,
            0x300...0x36F:
            .mark
        case 0x591...0x1FFF, 0x3041...0x30FA, 0x30FC...0x3130, 0x3131...0xD7FF: .letter
        default: .other
        }
    }

    /// What a cut word is compared by.
    func word(_ units: [UInt16]) -> SplitWord {
        guard let first = units.first else {
            return SplitWord(plain: [], keys: [[]], han: [], isDense: false, isLetter: false)
        }
        if Self.isHan(first) { return han(units) }
        let isDense = (0xAC00...0xD7A3).contains(first)
        if (0x400...0x52F).contains(first) {
            let uzbek = folding(romanisation.word(units, .uzbek), x: NameFolding.uzbekX)
            let russian = folding(romanisation.word(units, .russian), x: NameFolding.uzbekX)
            return SplitWord(
                plain: romanisation.word(units, .russian), keys: uzbek == russian ? [russian] : [russian, uzbek],
                han: [],
                isDense: false, isLetter: units.count == 1)
        }
        let latin = romanisation.word(units, .russian)
        var keys = [folding(latin, x: NameFolding.uzbekX)]
        if latin.contains(NameFolding.x) { keys.append(folding(latin, x: NameFolding.latinX)) }
        if let cyrillic = pinyin.cyrillic(word: latin) {
            let key = folding(romanisation.word(cyrillic, .russian), x: NameFolding.uzbekX)
            if !keys.contains(key) { keys.append(key) }
        }
        return SplitWord(plain: latin, keys: keys, han: [], isDense: isDense, isLetter: units.count == 1)
    }

    /// Chinese characters by their readings: pinyin and, because texts in Cyrillic write them so, Palladius.
    func han(_ units: [UInt16]) -> SplitWord {
        var latin: [UInt16] = []
        var cyrillic: [UInt16] = []
        for unit in units {
            guard let syllable = pinyin.syllable(unit) else { continue }
            latin += Array((syllable == "lv" || syllable == "nv" ? syllable.prefix(1) + "u" : syllable[...]).utf16)
            cyrillic += Array((pinyin.cyrillic(syllable) ?? "").utf16)
        }
        let plain = folding(latin, x: NameFolding.uzbekX)
        let russian = folding(romanisation.word(cyrillic, .russian), x: NameFolding.uzbekX)
        return SplitWord(
            plain: latin, keys: plain == russian ? [plain] : [plain, russian], han: units, isDense: true,
            isLetter: false)
    }
}
