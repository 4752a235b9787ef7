/// How the words of a language are inflected at their end: what may follow a stem in a lexicon.
///
/// The forms are data (`endings.tsv`); this type only asks whether the rest of a word is one of them, or,
/// in a language that strings suffixes together, a chain of them.
public struct Endings: Sendable {
    /// Case and number endings of nouns, adjectives and names.
    let nominal: Set<[UInt8]>
    /// Whether endings may follow one another (Uzbek: -lar-i-ning).
    let agglutinates: Bool
    /// Longest rest allowed behind a stem marked `~`, in bytes.
    let longest: Int

    /// Makes endings of their folded forms.
    public init(nominal: some Sequence<String>, agglutinates: Bool = false, longest: Int = 14) {
        self.nominal = Set(nominal.map { Array($0.utf8) })
        self.agglutinates = agglutinates
        self.longest = longest
    }

    /// Whether the rest of a word behind its stem is a case ending (or a chain of them), or nothing.
    public func isNominal(_ rest: ArraySlice<UInt8>) -> Bool {
        if rest.isEmpty || nominal.contains(Array(rest)) { return true }
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
        let bytes = Array(rest)
        var isReached = [Bool](repeating: false, count: bytes.count + 1)
        isReached[0] = true
        for start in bytes.indices where isReached[start] {
            for end in (start + 1)...min(start + 8, bytes.count) where !isReached[end] {
                isReached[end] = nominal.contains(Array(bytes[start..<end]))
            }
        }
        return isReached[bytes.count]
    }
}
