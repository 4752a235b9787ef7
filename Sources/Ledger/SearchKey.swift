internal import SourceText

/// The form in which names and words are compared across scripts and spellings: «Мирабад», "Mirobod",
/// "Миробод" and "Mirabad" have the same one.
///
/// Cyrillic is written in Latin letters by the Uzbek table, then what spelling habits vary is made alike
/// (``SearchFolding`` says how). A run of Chinese characters becomes its overlapping pairs, because it has no
/// spaces; so a key's words answer a query for any two characters that stand together.
///
/// A search key is coarser than a spelling and finer than a sound: it finds, it does not decide that two
/// names are one. Linkage decides that.
public struct SearchKey: Hashable, Sendable {
    /// Folded words in the text's order: letters and digits of ASCII, or letters of other scripts.
    public let words: [String]

    /// The key of a stored text.
    public init(_ text: String) { words = SearchFolding.words(of: text, closing: true) }

    /// The words with a space before, between and after, so that ` word` finds the beginnings of words;
    /// empty when there are none.
    public var padded: String { words.isEmpty ? "" : " " + words.joined(separator: " ") + " " }

    /// Whether each word of the query begins a word of this key.
    public func answers(_ query: SearchQuery) -> Bool {
        query.words.allSatisfy { asked in words.contains { $0.utf8.starts(with: asked.utf8) } }
    }
}

/// What a reader typed into a search field, in the form that ``SearchKey`` answers.
public struct SearchQuery: Hashable, Sendable {
    /// Each must begin a word of the key; in any order.
    public let words: [String]

    /// Nil when the text has neither letter nor digit: such a condition asks for nothing.
    public init?(_ text: String) {
        words = SearchFolding.words(of: text, closing: false)
        if words.isEmpty { return nil }
    }
}
