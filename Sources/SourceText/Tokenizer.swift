/// Cuts a text into words, numbers and signs, and folds each word into the key under which it is looked up.
///
/// One pass over the bytes. Letters and digits are never in one token; a Chinese character is a token of
/// its own; combining marks belong to their letter, invisible signs to the word only when letters follow.
///
/// An apostrophe belongs to a word when letters stand on both sides of it, or when it closes a Latin `o` or
/// `g` (Uzbek "bogʻ"); where the sign is also a closing quotation mark (`'`, `’`), only while no single
/// quotation is open in its line. `ʼ` (U+02BC) is a letter and no quotation mark: it closes any word.
public struct Tokenizer: Sendable {
    /// How words become keys.
    public let folding: Folding

    /// Makes a tokenizer; without a folding every script stays.
    public init(folding: Folding = .plain) { self.folding = folding }

    /// What tokenizing gives: the tokens, and the buffer that their folded forms stand in.
    public struct Output: Sendable {
        /// In order of their start; none overlaps another.
        public var tokens: [Token] = []
        /// The folded forms of all tokens, one after the other.
        public var folded: [UInt8] = []
    }

    /// Tokenizes valid UTF-8.
    public func tokens(of bytes: [UInt8]) -> Output {
        var output = Output()
        output.tokens.reserveCapacity(bytes.count / 6 + 4)
        output.folded.reserveCapacity(bytes.count)
        var scanner = Scanner(bytes: bytes)
        var traits: Token.Traits = [.spaceBefore, .lineBefore]
        var letters: [UInt32] = []
        var quotationIsOpen = false
        while let (scalar, width) = scanner.peek() {
            let start = scanner.offset
            switch Self.classify(scalar) {
            case .space:
                scanner.offset += width
                traits.insert(.spaceBefore)
            case .line:
                scanner.offset += width
                traits.formUnion([.spaceBefore, .lineBefore])
                quotationIsOpen = false
            case .invisible:
                scanner.offset += width
            case .digit:
                let foldedStart = output.folded.count
                while let (next, width) = scanner.peek(), Self.classify(next) == .digit {
                    output.folded.append(UInt8(next > 0xFF ? next - 0xFF10 + 0x30 : next))
                    scanner.offset += width
                }
                append(&output, start, scanner.offset, foldedStart, .number, traits, 0)
                traits = []
            case .han:
                scanner.offset += width
                let foldedStart = output.folded.count
                Self.encode(scalar, into: &output.folded)
                append(&output, start, scanner.offset, foldedStart, .word, traits.union(.han), 0)
                traits = []
            case .letter:
                letters.removeAll(keepingCapacity: true)
                let shown = readWord(&scanner, &letters, quotationIsOpen)
                let foldedStart = output.folded.count
                let folded = fold(letters, shown, into: &output.folded)
                append(&output, start, scanner.offset, foldedStart, .word, traits.union(folded), 0)
                traits = []
            case .sign:
                scanner.offset += width
                if Self.isSingleQuote(scalar) { quotationIsOpen = opensQuotation(scanner, scalar, traits) }
                let foldedStart = output.folded.count
                Self.encode(scalar, into: &output.folded)
                append(&output, start, scanner.offset, foldedStart, .sign, traits, scalar)
                traits = []
            }
        }
        return output
    }

    private func append(
        _ output: inout Output, _ start: Int, _ end: Int, _ foldedStart: Int, _ kind: Token.Kind,
        _ traits: Token.Traits, _ sign: UInt32
    ) {
        output.tokens.append(
            Token(
                start: Int32(start), end: Int32(end), foldedStart: Int32(foldedStart),
                foldedEnd: Int32(output.folded.count), kind: kind, traits: traits, sign: sign))
    }

    /// ' ‘ ’ ‛, which quote in one text and are apostrophes in another.
    private static func isSingleQuote(_ scalar: UInt32) -> Bool {
        scalar == 0x27 || (0x2018...0x201B).contains(scalar) && scalar != 0x201A
    }

    /// Whether a single quote that stands outside a word opens a quotation: a letter follows, and nothing is before it.
    private func opensQuotation(_ scanner: Scanner, _ scalar: UInt32, _ traits: Token.Traits) -> Bool {
        guard scalar == 0x2018 || scalar == 0x201B || traits.contains(.spaceBefore) else { return false }
        return scanner.letterFollows()
    }

    /// Reads letters with the apostrophes and invisible signs among them; gives what the letters show.
    private func readWord(
        _ scanner: inout Scanner, _ letters: inout [UInt32], _ quotationIsOpen: Bool
    ) -> Token.Traits {
        var traits: Token.Traits = []
        var capitals = 0
        var lowers = 0
        var end = scanner.offset
        while let (scalar, width) = scanner.peek() {
            if Folding.isInvisible(scalar) {
                scanner.offset += width
                continue
            }
            if Folding.isCombiningMark(scalar) {
                if let composed = Folding.composed(letters.last ?? 0, scalar) { letters[letters.count - 1] = composed }
                scanner.offset += width
                end = scanner.offset
                continue
            }
            if Folding.isApostrophe(scalar) {
                let mayQuote = scalar == 0x27 || scalar == 0x2019
                let closesLetter =
                    scalar == 0x02BC
                    || (letters.last == 0x6F || letters.last == 0x67) && !(mayQuote && quotationIsOpen)
                guard closesLetter || scanner.letterFollows(after: width) else { break }
                letters.append(0x27)
                scanner.offset += width
                end = scanner.offset
                continue
            }
            guard Self.classify(scalar) == .letter else { break }
            let plain = Folding.halfWidth(scalar)
            let lowered = Folding.lower(plain)
            if lowered != plain {
                capitals += 1
                if letters.isEmpty { traits.insert(.capital) }
            } else if Self.hasCase(plain) {
                lowers += 1
            }
            if Self.isCyrillic(plain) {
                traits.insert(.cyrillic)
            } else if Self.isLatin(plain) {
                traits.insert(.latin)
            }
            letters.append(lowered)
            scanner.offset += width
            end = scanner.offset
        }
        // Invisible signs behind the last letter are no part of the word.
        scanner.offset = end
        if capitals > 1, lowers == 0 { traits.insert(.allCapitals) }
        return traits
    }

    /// Writes the folded form; gives the word's traits, corrected where look-alikes were replaced.
    private func fold(_ letters: [UInt32], _ shown: Token.Traits, into folded: inout [UInt8]) -> Token.Traits {
        var letters = letters
        var traits = shown
        if shown.isSuperset(of: [.latin, .cyrillic]) {
            let cyrillicCount = letters.count(where: Self.isCyrillic)
            let latinCount = letters.count(where: Self.isLatin)
            let toCyrillic = letters.allSatisfy {
                Self.isCyrillic($0) || $0 == 0x27 || Folding.cyrillicLookalike($0) != nil
            }
            let toLatin = letters.allSatisfy { !Self.isCyrillic($0) || Folding.latinLookalike($0) != nil }
            if toCyrillic, cyrillicCount >= latinCount || !toLatin {
                letters = letters.map { Folding.cyrillicLookalike($0) ?? $0 }
                traits.insert(.repaired)
                traits.remove(.latin)
            } else if toLatin {
                letters = letters.map { Folding.latinLookalike($0) ?? $0 }
                traits.insert(.repaired)
                traits.remove(.cyrillic)
            }
        }
        let asUzbek = folding == .uzbek && traits.contains(.cyrillic)
        var previous: UInt32?
        for (index, letter) in letters.enumerated() {
            if asUzbek {
                let next = index + 1 < letters.count ? letters[index + 1] : nil
                if let latin = Folding.uzbekLatin(letter, after: previous, before: next) {
                    folded += latin.utf8
                } else {
                    Self.encode(letter, into: &folded)
                }
            } else {
                Self.encode(letter == 0x0451 ? 0x0435 : letter, into: &folded)
            }
            previous = letter
        }
        return traits
    }

    // MARK: Classes of code points

    enum Class { case space, line, invisible, digit, letter, han, sign }

    static func classify(_ scalar: UInt32) -> Class {
        switch scalar {
        case 0x30...0x39, 0xFF10...0xFF19: return .digit
        case 0x41...0x5A, 0x61...0x7A, 0x0400...0x052F: return .letter
        case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: return .line
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
        case 0x00...0x7F: return .sign
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F, 0x3007: return .han
        case 0x2010...0x206F, 0x20A0...0x20CF, 0x3001...0x3020: return Folding.isInvisible(scalar) ? .invisible : .sign
        default:
            if Folding.isInvisible(scalar) || Folding.isCombiningMark(scalar) { return .invisible }
            guard let unicode = Unicode.Scalar(scalar) else { return .sign }
            return unicode.properties.isAlphabetic && !Folding.isApostrophe(scalar) ? .letter : .sign
        }
    }

    static func isCyrillic(_ scalar: UInt32) -> Bool { (0x0400...0x052F).contains(scalar) }

    static func isLatin(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x024F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    static func hasCase(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x61...0x7A, 0x0430...0x052F: return true
        default: return Unicode.Scalar(scalar)?.properties.isCased ?? false
        }
    }

    static func encode(_ scalar: UInt32, into bytes: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        default:
            bytes.append(UInt8(0xF0 | scalar >> 18))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
    }

    /// Reads valid UTF-8 one code point at a time.
    struct Scanner {
        let bytes: [UInt8]
        var offset = 0

        func peek(after width: Int = 0) -> (UInt32, Int)? { Self.decode(bytes, offset + width) }

        /// Whether the next sign that shows is a letter.
        func letterFollows(after width: Int = 0) -> Bool {
            var at = offset + width
            while let (scalar, width) = Self.decode(bytes, at) {
                guard Folding.isInvisible(scalar) else { return Tokenizer.classify(scalar) == .letter }
                at += width
            }
            return false
        }

        static func decode(_ bytes: [UInt8], _ at: Int) -> (UInt32, Int)? {
            guard at < bytes.count else { return nil }
            let first = UInt32(bytes[at])
            if first < 0x80 { return (first, 1) }
            func next(_ i: Int) -> UInt32 { at + i < bytes.count ? UInt32(bytes[at + i] & 0x3F) : 0 }
            if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
            if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
            return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
        }
    }
}
