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

    public init(nominal: some Sequence<String>, agglutinates: Bool = false, longest: Int = 14) {
        self.nominal = Set(nominal.map { Array($0.utf8) })
        self.agglutinates = agglutinates
        self.longest = longest
    }

    /// Whether the rest of a word behind its stem is a case ending (or a chain of them), or nothing.
    public func isNominal(_ rest: ArraySlice<UInt8>) -> Bool {
        if rest.isEmpty || nominal.contains(Array(rest)) { return true }
        guard agglutinates else { return false }
        return isChain(rest)
    }

    /// Whether the rest may follow a stem marked `~`: any letters up to the longest length.
    public func isAny(_ rest: ArraySlice<UInt8>) -> Bool {
        if agglutinates { return rest.isEmpty || rest.count <= 24 && isChain(rest) }
        return rest.count <= longest
    }

    private func isChain(_ rest: ArraySlice<UInt8>) -> Bool {
        if rest.isEmpty { return true }
        var length = 1
        while length <= min(8, rest.count) {
            let head = rest[rest.startIndex..<(rest.startIndex + length)]
            if nominal.contains(Array(head)), isChain(rest[(rest.startIndex + length)...]) { return true }
            length += 1
        }
        return false
    }
}
