public import SourceText

/// The usual keys of Uzbek words typed without ў, қ, ғ and ҳ, from the words that the tables hold.
///
/// "хокимлиги" folds to `xokimligi`; the tables have `hokim`, which without its hook is `xokim`: so the key becomes
/// `hokimligi`. Where the tables hold both spellings of a stem the one that they hold more often stands.
public struct HooklessSpelling: Respelling {
    /// Stems without hooks, each with the usual spelling.
    private let stems: [[UInt8]: [UInt8]]
    /// Stems that are written without hooks anyway.
    private let plain: Set<[UInt8]>
    private let longest: Int

    /// - Parameters:
    ///   - words: folded stems and words, in any order, repeats counting.
    init(words: some Sequence<[UInt8]>) {
        var counts: [[UInt8]: [[UInt8]: Int]] = [:]
        var plain: [[UInt8]: Int] = [:]
        for word in words where word.count >= 2 {
            let bare = Self.withoutHooks(word)
            if bare == word { plain[word, default: 0] += 1 } else { counts[bare, default: [:]][word, default: 0] += 1 }
        }
        var stems: [[UInt8]: [UInt8]] = [:]
        for (bare, spellings) in counts {
            guard
                let best = spellings.max(by: {
                    ($0.value, $1.key.lexicographicallyPrecedes($0.key) ? 0 : 1) < (
                        $1.value, $0.key.lexicographicallyPrecedes($1.key) ? 0 : 1
                    )
                }), plain[bare, default: 0] < best.value
            else { continue }
            stems[bare] = best.key
        }
        self.stems = stems
        self.plain = Set(plain.keys.filter { stems[$0] == nil })
        longest = stems.keys.map(\.count).max() ?? 0
    }

    /// `q` as `k`, `h` as `x`, `o'` as `u`, `g'` as `g`; `sh` and `ch` stay.
    static func withoutHooks(_ word: [UInt8]) -> [UInt8] {
        var bare: [UInt8] = []
        for (index, byte) in word.enumerated() {
            switch byte {
            case UInt8(ascii: "q"): bare.append(UInt8(ascii: "k"))
            case UInt8(ascii: "h"):
                let follows = index > 0 && [UInt8(ascii: "s"), UInt8(ascii: "c")].contains(word[index - 1])
                bare.append(follows ? byte : UInt8(ascii: "x"))
            case UInt8(ascii: "'"):
                guard let last = bare.last, index > 0 else { continue }
                if last == UInt8(ascii: "o") {
                    bare[bare.count - 1] = UInt8(ascii: "u")
                } else if last != UInt8(ascii: "g") {
                    bare.append(byte)
                }
            default: bare.append(byte)
            }
        }
        return bare
    }

    public func respelled(_ key: ArraySlice<UInt8>) -> [UInt8]? {
        let key = Array(key)
        guard key.count >= 2 else { return nil }
        var result = key
        for length in stride(from: min(longest, key.count), through: 2, by: -1) {
            let head = Array(key[..<length])
            // A short stem says nothing of a long word.
            guard length >= 4 || length == key.count || length >= 3 && key.count - length <= 4 else { break }
            if plain.contains(head) { break }
            if let usual = stems[head] {
                result = usual + key[length...]
                break
            }
        }
        for (typed, usual) in Self.endings where result.count > typed.count + 2 {
            if let at = Self.lastRange(of: typed, in: result) {
                result.replaceSubrange(at, with: usual)
                break
            }
        }
        return result == key ? nil : result
    }

    private static let endings: [([UInt8], [UInt8])] = [("mokda", "moqda"), ("mokchi", "moqchi")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }

    private static func lastRange(of part: [UInt8], in word: [UInt8]) -> Range<Int>? {
        guard word.count >= part.count else { return nil }
        for start in stride(from: word.count - part.count, through: 2, by: -1)
        where Array(word[start..<(start + part.count)]) == part {
            return start..<(start + part.count)
        }
        return nil
    }
}

extension HooklessSpelling {
    /// From everything that the tables of Uzbek hold: words and phrases, places, and the short words that rules know by name.
    init(_ data: LanguageData) throws {
        var words = data.lexicon.entries.flatMap { $0.words.map(\.stem) }
        for (index, place) in data.places.all.enumerated() {
            let names = [place.name(in: .uzbekLatin), place.name(in: .uzbekCyrillic)].compactMap(\.self)
            for name in names + data.places.aliases(at: index) {
                words += data.folding(name).split(separator: " ").map { Array($0.utf8) }
            }
        }
        let table = try TSVTable.resource("uz/hooks.tsv", columns: ["word", "example"])
        try table.refuseRepeats(of: [0])
        // Words that rules name count above all.
        for row in table.rows { words += Array(repeating: Array(data.folding(row.cells[0]).utf8), count: 60) }
        self.init(words: words)
    }
}
