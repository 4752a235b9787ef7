/// How the words of a language are inflected at their end: what may follow a stem in a lexicon.
///
/// The forms are data (`endings.tsv`); this type only asks whether the rest of a word is one of them, or,
/// in a language that strings suffixes together, a chain of them.
public struct Endings: Sendable {
    /// Case and number endings of nouns, adjectives and names.
    private let nominal: Set<ShortBytes>
    /// Whether endings may follow one another (Uzbek: -lar-i-ning).
    let agglutinates: Bool
    /// Longest rest allowed behind a stem marked `~`, in bytes.
    let longest: Int

    /// Makes endings of their folded forms.
    public init(nominal: some Sequence<String>, agglutinates: Bool = false, longest: Int = 14) {
        self.nominal = Set(nominal.compactMap { ShortBytes(Array($0.utf8)[...]) })
        self.agglutinates = agglutinates
        self.longest = longest
    }

    /// Whether the rest of a word behind its stem is a case ending (or a chain of them), or nothing.
    public func isNominal(_ rest: ArraySlice<UInt8>) -> Bool {
        if rest.isEmpty || isEnding(rest) { return true }
        return agglutinates && isChain(rest)
    }

    /// Whether the rest may follow a stem marked `~`: any letters up to the longest length, or a chain of endings.
    public func isAny(_ rest: ArraySlice<UInt8>) -> Bool {
        if agglutinates { return rest.isEmpty || isChain(rest) }
        return rest.count <= longest
    }

    /// The longest chain of endings that is looked at, in bytes ("-lashtirilmaganlarimizning").
    static let longestChain = 32

    /// Whether endings that follow one another make up the rest. One pass over the places at which an ending may
    /// begin, because trying every way to cut a word would take exponential time.
    private func isChain(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.count <= Self.longestChain else { return false }
        // A bit for each place that a chain of endings reaches.
        var reached: UInt64 = 1
        for start in 0..<rest.count where reached & 1 << UInt64(start) != 0 {
            for end in (start + 1)...min(start + 8, rest.count) where reached & 1 << UInt64(end) == 0 {
                if isEnding(rest[(rest.startIndex + start)..<(rest.startIndex + end)]) { reached |= 1 << UInt64(end) }
            }
        }
        return reached & 1 << UInt64(rest.count) != 0
    }

    private func isEnding(_ bytes: ArraySlice<UInt8>) -> Bool {
        ShortBytes(bytes).map(nominal.contains) ?? false
    }
}

/// Up to 31 bytes in one value, so that looking up an ending makes no array.
struct ShortBytes: Hashable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// Nil when there are more bytes than fit.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count < 32 else { return nil }
        withUnsafeMutableBytes(of: &words) { target in
            for (index, byte) in bytes.enumerated() { target[index] = byte }
            target[31] = UInt8(bytes.count)
        }
    }

    static func == (a: ShortBytes, b: ShortBytes) -> Bool { a.words == b.words }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}
