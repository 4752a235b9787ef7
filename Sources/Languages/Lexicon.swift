public import SourceText

/// One word of a pattern: folded bytes, and what may follow them.
struct WordPattern: Hashable, Sendable {
    enum Tail: Sendable { case exact, nominal, any }
    let stem: [UInt8]
    let tail: Tail
    /// The word must begin with a capital in the text.
    let capital: Bool

    /// `_`, which stands for one word of any kind.
    var isOpen: Bool { stem == [0x5F] }
}

/// A phrase of a lexicon with the row it comes from.
public struct LexiconEntry: Sendable {
    /// The row's class.
    public let lexeme: Lexeme
    /// Which one of its class; see ``Lexeme``.
    public let value: String
    /// The pattern as the table writes it, for `--explain`.
    public let pattern: String
    let words: [WordPattern]
    /// Bytes of the pattern that must stand as they are.
    let literal: Int
}

/// Where an entry of a lexicon stands in a text.
public struct LexiconMatch: Sendable {
    /// Number in ``Lexicon/entries``.
    public let entry: Int
    /// Token numbers.
    public let tokens: Range<Int>
}

/// Finds the words and phrases of a table in a text, in one pass over its tokens.
///
/// A pattern is one or more words. A word ending in `~` is a stem behind which any ending of the language
/// may follow, one ending in `+` takes case endings only, any other stands as it is. `^` before a word asks
/// for a capital. A sign (`%`, `$`) is a word of its own, a Chinese character too. `_` stands for one word
/// of any kind.
public struct PhraseMatcher: Sendable {
    /// One word of a pattern, its stem standing in `stems`.
    private struct Word {
        let start: Int32
        let end: Int32
        let tail: WordPattern.Tail
        let capital: Bool
        let isOpen: Bool
    }

    /// The first word of each pattern, and behind the last one the end.
    private var firstWord: [Int32] = [0]
    private var words: [Word] = []
    private var stems: [UInt8] = []
    /// Patterns whose first word is `_`.
    private var open: [Int32] = []
    private var exact = HashIndex()
    private var stemmed = HashIndex()
    private let endings: Endings

    /// A finder of these patterns; they are numbered in order.
    init(_ patterns: [[WordPattern]], endings: Endings) {
        self.endings = endings
        var exact: [UInt64: [Int32]] = [:]
        var stemmed: [UInt64: [Int32]] = [:]
        for (number, pattern) in patterns.enumerated() {
            for word in pattern {
                let start = stems.count
                stems += word.stem
                words.append(
                    Word(
                        start: Int32(start), end: Int32(stems.count), tail: word.tail, capital: word.capital,
                        isOpen: word.isOpen))
            }
            firstWord.append(Int32(words.count))
            let first = pattern[0]
            if first.isOpen {
                open.append(Int32(number))
            } else if first.tail == .exact {
                exact[Self.hash(first.stem[...]), default: []].append(Int32(number))
            } else {
                stemmed[Self.hash(first.stem[...]), default: []].append(Int32(number))
            }
        }
        self.exact = HashIndex(exact)
        self.stemmed = HashIndex(stemmed)
    }

    /// Calls `body` for every pattern that stands at a token: its number and the token after it.
    func matches(in text: TokenizedText, at index: Int, _ body: (Int, Int) -> Void) {
        let token = text.tokens[index]
        let start = Int(token.foldedStart)
        let end = Int(token.foldedEnd)
        if token.kind == .word { for candidate in open { check(Int(candidate), text, index, body) } }
        guard start < end else { return }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let shortest = max(2, (end - start) - max(endings.longest, endings.agglutinates ? Endings.longestChain : 0))
        for offset in start..<end {
            hash = (hash ^ UInt64(text.folded[offset])) &* 0x0000_0100_0000_01b3
            guard offset + 1 - start >= shortest else { continue }
            stemmed.forEach(hash) { check($0, text, index, body) }
        }
        exact.forEach(hash) { check($0, text, index, body) }
    }

    private func check(_ number: Int, _ text: TokenizedText, _ index: Int, _ body: (Int, Int) -> Void) {
        let first = Int(firstWord[number])
        let count = Int(firstWord[number + 1]) - first
        guard index + count <= text.tokens.count else { return }
        for offset in 0..<count where !fits(words[first + offset], text, index + offset) { return }
        body(number, index + count)
    }

    private func fits(_ word: Word, _ text: TokenizedText, _ index: Int) -> Bool {
        let token = text.tokens[index]
        if word.capital, !token.traits.contains(.capital) { return false }
        if word.isOpen { return token.kind == .word }
        let length = Int(word.end - word.start)
        let start = Int(token.foldedStart)
        let rest = Int(token.foldedEnd) - start - length
        guard rest >= 0, word.tail != .exact || rest == 0 else { return false }
        for offset in 0..<length where text.folded[start + offset] != stems[Int(word.start) + offset] { return false }
        guard rest > 0 else { return true }
        let ending = text.folded[(start + length)..<Int(token.foldedEnd)]
        return word.tail == .nominal ? endings.isNominal(ending) : endings.isAny(ending)
    }

    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }

    /// Reads a pattern as the tables write it; nil when it holds no word.
    static func parse(_ pattern: String, folding: Folding) -> [WordPattern]? {
        var words: [WordPattern] = []
        for part in pattern.split(separator: " ") {
            var text = part[...]
            let capital = text.utf8.first == UInt8(ascii: "^") && text.utf8.count > 1
            if capital { text = text.dropFirst() }
            var tail = WordPattern.Tail.exact
            if text.utf8.count > 1 {
                if text.utf8.last == UInt8(ascii: "~") { tail = .any }
                if text.utf8.last == UInt8(ascii: "+") { tail = .nominal }
            }
            if tail != .exact { text = text.dropLast() }
            let output = Tokenizer(folding: folding).tokens(of: Array(text.utf8))
            for (offset, token) in output.tokens.enumerated() {
                let isLast = offset == output.tokens.count - 1
                words.append(
                    WordPattern(
                        stem: Array(output.folded[Int(token.foldedStart)..<Int(token.foldedEnd)]),
                        tail: isLast ? tail : .exact, capital: capital && offset == 0))
            }
        }
        return words.isEmpty ? nil : words
    }
}

/// A language's words and phrases, read from `lexicon.tsv`.
public struct Lexicon: Sendable {
    /// The rows of the table in order.
    public let entries: [LexiconEntry]
    private let matcher: PhraseMatcher

    /// Reads a language's `lexicon.tsv`.
    /// - Throws: ``TSVTable/Failure`` for an unknown class, an empty pattern, a duplicate row or a missing example.
    public init(table: TSVTable, endings: Endings, folding: Folding) throws {
        var entries: [LexiconEntry] = []
        var patterns: [[WordPattern]] = []
        try table.refuseRepeats(of: [0, 2])
        for row in table.rows {
            guard let lexeme = Lexeme(name: row.cells[0]) else {
                throw table.failure(row, "unknown class “\(row.cells[0])”")
            }
            let pattern = row.cells[2]
            guard let words = PhraseMatcher.parse(pattern, folding: folding) else {
                throw table.failure(row, "empty pattern")
            }
            guard !row.cells[3].isEmpty else { throw table.failure(row, "“\(pattern)” has no example or source") }
            entries.append(
                LexiconEntry(
                    lexeme: lexeme, value: row.cells[1], pattern: pattern, words: words,
                    literal: words.reduce(0) { $0 + $1.stem.count }))
            patterns.append(words)
        }
        self.entries = entries
        matcher = PhraseMatcher(patterns, endings: endings)
    }

    /// Bytes of an entry's pattern that stand as they are.
    private func literal(_ entry: Int) -> Int { entries[entry].literal }

    /// Calls `body` for every entry that stands at a token, hidden ones too: its number and the token after it.
    func candidates(in text: TokenizedText, at index: Int, _ body: (Int, Int) -> Void) {
        matcher.matches(in: text, at: index, body)
    }

    /// All matches in a text, in order of their start. A longer match hides the shorter ones inside it; only a paper shows
    /// through whatever is no paper itself ("closed a contract", "loan agreement", "contract for"), and a deed through
    /// everything ("is going to supply", "supply contract"), itself hiding nothing.
    public func matches(in text: TokenizedText) -> [LexiconMatch] {
        var found: [LexiconMatch] = []
        var coveredUntil = 0
        var papersUntil = 0
        for index in text.tokens.indices {
            let first = found.count
            var longest = 0
            var longestPaper = 0
            var longestDeed = 0
            matcher.matches(in: text, at: index) { entry, end in
                found.append(LexiconMatch(entry: entry, tokens: index..<end))
                if entries[entry].lexeme == .deed {
                    longestDeed = max(longestDeed, end - index)
                    return
                }
                longest = max(longest, end - index)
                if entries[entry].lexeme == .paper { longestPaper = max(longestPaper, end - index) }
            }
            guard found.count > first else { continue }
            if found.count == first + 1, longest == 1 {
                // One word of one meaning, the common case.
                let isHidden = index < (longestPaper > 0 ? papersUntil : coveredUntil)
                if isHidden { found.removeLast() }
                continue
            }
            let long = found[first...].filter { match in
                switch entries[match.entry].lexeme {
                case .paper: match.tokens.count == longestPaper && match.tokens.upperBound > papersUntil
                case .deed: match.tokens.count == longestDeed
                default: match.tokens.count == longest && match.tokens.upperBound > coveredUntil
                }
            }
            // Of one class the most literal pattern stands: "делегации" before "делегаци~".
            let keep = long.filter { match in
                !long.contains {
                    entries[$0.entry].lexeme == entries[match.entry].lexeme && literal($0.entry) > literal(match.entry)
                }
            }
            found.removeSubrange(first...)
            found += keep
            if longest > 1 { coveredUntil = max(coveredUntil, index + longest) }
            if longestPaper > 1 { papersUntil = max(papersUntil, index + longestPaper) }
        }
        return found
    }
}
