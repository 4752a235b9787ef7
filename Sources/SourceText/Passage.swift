/// A sentence-like part of a text: a sentence, a headline, an item of a list.
public struct Passage: Sendable, Hashable {
    /// Where it stands, UTF-8 offsets.
    public let range: TextRange
    /// Its tokens.
    public let tokens: Range<Int>
    /// Number of the line (paragraph) it stands in, from 0; empty lines are not counted.
    public let line: Int
    /// Whether it is the first passage of its line.
    public let opensLine: Bool
    /// Whether its line begins with a bullet, a dash or a number as lists do.
    public let isListItem: Bool
    /// Whether its line ends without the stop that closes a sentence, as headlines and captions do.
    public let isUnclosed: Bool
}

/// Folded words after which a full stop does not end a sentence.
public struct Abbreviations: Sendable {
    private let following: Set<[UInt8]>
    private let closing: Set<[UInt8]>

    /// - Parameters:
    ///   - following: abbreviations that stand before something ("ул.", "им.", "Mr."): the stop never ends a sentence.
    ///   - closing: abbreviations that may be a sentence's last word ("млн.", "г.", "Ltd."): the stop ends it
    ///     when a capital follows.
    public init(following: some Sequence<String> = [], closing: some Sequence<String> = []) {
        self.following = Set(following.map { Array($0.utf8) })
        self.closing = Set(closing.map { Array($0.utf8) })
    }

    func stands(before key: ArraySlice<UInt8>) -> Bool { following.contains(Array(key)) }
    func mayClose(_ key: ArraySlice<UInt8>) -> Bool { closing.contains(Array(key)) }
}
