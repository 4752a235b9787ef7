public import SourceText

/// Phrases of a table that another target brings along (the words of questions), found as those of a lexicon are.
///
/// Columns: class, value, pattern, example. Patterns are written as in `lexicon.tsv`; see ``PhraseMatcher``.
public struct PhraseTable: Sendable {
    /// A phrase that stands in a text.
    public struct Match: Hashable, Sendable {
        /// The row's class and value.
        public let phraseClass: String
        public let value: String
        /// Token numbers.
        public let tokens: Range<Int>
    }

    /// The header that a table must have.
    public static let columns = ["class", "value", "pattern", "example"]

    private let rows: [(phraseClass: String, value: String)]
    private let matcher: PhraseMatcher

    /// Reads a table.
    /// - Parameter classes: those that rows may have.
    /// - Throws: ``TSVTable/Failure`` for another class, an empty pattern, a row without an example, or a class and
    ///   pattern that stand twice.
    public init(table: TSVTable, classes: Set<String>, language: LanguageData) throws {
        try self.init(table: table, classes: classes, endings: language.endings, folding: language.folding)
    }

    init(table: TSVTable, classes: Set<String>, endings: Endings, folding: Folding) throws {
        try table.refuseRepeats(of: [0, 2])
        var patterns: [[WordPattern]] = []
        for row in table.rows {
            guard classes.contains(row.cells[0]) else { throw table.failure(row, "unknown class “\(row.cells[0])”") }
            guard let words = PhraseMatcher.parse(row.cells[2], folding: folding) else {
                throw table.failure(row, "empty pattern")
            }
            guard !row.cells[3].isEmpty else { throw table.failure(row, "“\(row.cells[2])” has no example") }
            patterns.append(words)
        }
        rows = table.rows.map { ($0.cells[0], $0.cells[1]) }
        matcher = PhraseMatcher(patterns, endings: endings)
    }

    /// The longest phrases in order of their start, none inside another; of one length all of them.
    public func matches(in text: TokenizedText) -> [Match] {
        var found: [Match] = []
        var next = 0
        for index in text.tokens.indices where index >= next {
            var longest = index
            var here: [Match] = []
            matcher.matches(in: text, at: index) { number, end in
                guard end >= longest else { return }
                if end > longest { here.removeAll() }
                longest = end
                here.append(
                    Match(phraseClass: rows[number].phraseClass, value: rows[number].value, tokens: index..<end))
            }
            var seen: Set<Match> = []
            found += here.filter { seen.insert($0).inserted }
            next = max(index + 1, longest)
        }
        return found
    }
}
