/// One word, number or sign of a text.
public struct Token: Sendable, Hashable {
    /// What a token is made of.
    public enum Kind: UInt8, Sendable {
        /// Letters with inner apostrophes and soft hyphens; a Chinese character is a word of its own.
        case word
        /// Decimal digits.
        case number
        /// One sign.
        case sign
    }

    /// What can be told from a token's letters and surroundings.
    public struct Traits: OptionSet, Sendable, Hashable {
        /// The bits, as ``OptionSet`` asks.
        public let rawValue: UInt16
        /// Makes traits of bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        /// White space stands before the token (or it is the first).
        public static let spaceBefore = Traits(rawValue: 1)
        /// A line break stands before the token (or it is the first).
        public static let lineBefore = Traits(rawValue: 2)
        /// The first letter is a capital.
        public static let capital = Traits(rawValue: 4)
        /// All letters are capitals, and there are at least two.
        public static let allCapitals = Traits(rawValue: 8)
        /// A Latin letter stands in it.
        public static let latin = Traits(rawValue: 16)
        /// A Cyrillic letter stands in it.
        public static let cyrillic = Traits(rawValue: 32)
        /// It is a Chinese character.
        public static let han = Traits(rawValue: 64)
        /// Letters of both Latin and Cyrillic script stood in one word, and folding repaired them; the word
        /// counts as one of the script that it was repaired to.
        public static let repaired = Traits(rawValue: 128)
    }

    /// UTF-8 offset of its first byte in the text.
    public let start: Int32
    /// UTF-8 offset after its last byte.
    public let end: Int32
    /// Where its folded form begins in ``TokenizedText/folded``.
    public let foldedStart: Int32
    /// Where its folded form ends there.
    public let foldedEnd: Int32
    /// What it is made of.
    public let kind: Kind
    /// What can be told from its letters and surroundings.
    public let traits: Traits
    /// The sign's code point for ``Kind/sign``, else 0.
    public let sign: UInt32

    /// The token's range in the text.
    public var range: TextRange { TextRange(Int(start), Int(end)) }
    /// Whether the token is this sign.
    public func isSign(_ scalar: Unicode.Scalar) -> Bool { kind == .sign && sign == scalar.value }
    /// Whether it is a word that begins with a capital.
    public var isCapitalised: Bool { kind == .word && traits.contains(.capital) }
}
