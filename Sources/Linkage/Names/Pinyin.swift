/// Readings of Chinese characters and their Russian spelling by Palladius (`pinyin.tsv`).
public struct Pinyin: Sendable {
    private let syllables: [UInt16: String]
    private let palladius: [String: [UInt16]]

    init(_ rows: [(syllable: String, cyrillic: String, characters: String)]) {
        var syllables: [UInt16: String] = [:]
        var palladius: [String: [UInt16]] = [:]
        for row in rows {
            palladius[row.syllable] = Array(row.cyrillic.utf16)
            for unit in row.characters.utf16 { syllables[unit] = row.syllable }
        }
        self.syllables = syllables
        self.palladius = palladius
    }

    /// The syllable of a character without its tone, `ü` as `v`; nil for a character that has no row.
    public func syllable(_ character: UInt16) -> String? { syllables[character] }

    /// A syllable in Cyrillic: `xi` is `си`.
    public func cyrillic(_ syllable: String) -> String? {
        palladius[syllable].map { String(decoding: $0, as: UTF16.self) }
    }

    /// A Latin word that is nothing but syllables, in Cyrillic: `jinping` is `цзиньпин`; nil for any other word.
    ///
    /// Of several ways to cut, the one with the longest first syllable that leaves no rest.
    func cyrillic(word: [UInt16]) -> [UInt16]? {
        guard word.count >= 2, word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
        return cut(word[...], depth: 0)
    }

    private func cut(_ word: ArraySlice<UInt16>, depth: Int) -> [UInt16]? {
        if word.isEmpty { return [] }
        guard depth < 6 else { return nil }
        for length in stride(from: min(6, word.count), through: 1, by: -1) {
            guard let first = palladius[String(decoding: word.prefix(length), as: UTF16.self)],
                let rest = cut(word.dropFirst(length), depth: depth + 1)
            else { continue }
            return first + rest
        }
        return nil
    }
}
