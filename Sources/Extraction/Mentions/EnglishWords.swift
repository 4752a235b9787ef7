internal import Languages
internal import SourceText

/// What each word of an English text can be in a name.
struct EnglishWords {
    let analysis: Analysis
    /// For each token the number of the place mention that it stands in, or -1.
    private let placeOf: [Int32]
    private let isBreak: [Bool]
    /// For each passage whether it is set in title case or capitals, so that capitals tell nothing.
    private let isTitle: [Bool]
    /// Single words that head an organisation's name; longer phrases of the lexicon may hide them.
    private static let headWords = Set(
        LanguageData.carried(.english).lexicon.entries.filter {
            $0.lexeme == .organisationHead && !$0.pattern.contains(" ")
        }.map { String($0.pattern.drop { $0 == "^" }.prefix { $0 != "+" }) })
    /// Words that close the names of things; longer phrases of the lexicon may hide them.
    private static let things = Set(
        LanguageData.carried(.english).lexicon.entries.filter { $0.lexeme == .notName && $0.value == "thing" }.map(
            \.pattern))

    init(_ analysis: Analysis) {
        self.analysis = analysis
        let count = analysis.text.tokens.count
        var placeOf = [Int32](repeating: -1, count: count)
        for (number, place) in analysis.places.enumerated() {
            for token in place.tokens { placeOf[token] = Int32(number) }
        }
        self.placeOf = placeOf
        isTitle = analysis.text.passages.map { Self.isTitle($0, analysis) }
        var isBreak = [Bool](repeating: false, count: count)
        for tag in analysis.tags where Self.breaking.contains(tag.lexeme) && !["part", "thing"].contains(tag.value) {
            guard analysis.text.tokens[tag.tokens.lowerBound].isCapitalised else { continue }
            let first = tag.tokens.lowerBound
            if tag.lexeme == .administration, tag.tokens.count > 1 {
                for token in tag.tokens where analysis.text.tokens[token].isCapitalised { isBreak[token] = true }
            }
            if tag.lexeme != .notName, tag.lexeme != .role, Self.isName(first, analysis) { continue }
            // "Blacksea Anchor JSC": whatever stands right before a legal form is part of the firm's name.
            if first > 0, analysis.text.tokens[first - 1].isCapitalised, !analysis.opensPassage(first),
                analysis.tag(at: tag.tokens.upperBound, .legalForm) != nil
            {
                continue
            }
            if tag.lexeme == .future, analysis.text.key(first) == "planning" { continue }
            if tag.lexeme != .notName, Self.things.contains(analysis.text.key(first)) { continue }
            // "Maktaral Farmers LLP": a plural behind another capital is part of a firm's name.
            if tag.lexeme == .role, Self.isPluralInside(tag, analysis) { continue }
            for token in first..<(tag.lexeme == .role || tag.lexeme == .notName ? tag.tokens.upperBound : first + 1) {
                isBreak[token] = true
            }
        }
        self.isBreak = isBreak
    }

    var tokens: [Token] { analysis.text.tokens }

    private static let breaking: LexemeSet = [
        .notName, .negation, .month, .weekday, .number, .scale, .period, .day, .refusal, .proposal, .background,
        .speech, .meet, .receive, .agreed, .announce, .future, .travel, .delegation, .paper, .package, .sides, .sign,
        .role, .lead, .dealAmount, .furniture, .administration,
    ]

    private static func isPluralInside(_ tag: Tag, _ analysis: Analysis) -> Bool {
        let first = tag.tokens.lowerBound
        guard tag.tokens.count == 1, first > 0, analysis.text.key(first).hasSuffix("s"),
            !analysis.text.key(first).hasSuffix("'s")
        else { return false }
        let before = analysis.text.tokens[first - 1]
        return before.isCapitalised && !analysis.text.tokens[first].traits.contains(.lineBefore)
            && analysis.tag(at: first - 1, .notName)?.value != ""
    }

    private static func isName(_ token: Int, _ analysis: Analysis) -> Bool {
        analysis.tags(in: token..<(token + 1)).contains {
            $0.lexeme == .organisationHead || $0.lexeme == .givenName || $0.lexeme == .legalForm
        }
    }

    private static func isTitle(_ passage: Passage, _ analysis: Analysis) -> Bool {
        var capital = 0
        var shouted = 0
        var small = 0
        for token in passage.tokens.map({ analysis.text.tokens[$0] })
        where token.kind == .word && token.end - token.start > 3 {
            if token.traits.contains(.capital) { capital += 1 }
            if token.traits.contains(.allCapitals) { shouted += 1 }
            if !token.traits.contains(.capital),
                !Self.small.contains(
                    String(decoding: analysis.text.folded[Int(token.foldedStart)..<Int(token.foldedEnd)], as: UTF8.self)
                )
            {
                small += 1
            }
        }
        return capital >= 4 && small * 12 <= capital || shouted >= 2 && shouted * 4 >= (capital + small) * 3
    }

    /// Words that stay small in title case.
    private static let small: Set<String> = [
        "with", "from", "into", "over", "upon", "amid", "than", "that", "after", "under", "about", "between", "during",
        "within", "through", "against", "towards",
    ]

    // MARK: Words

    func isTitle(at token: Int) -> Bool { isTitle[Int(analysis.passageOfToken[token])] }

    func place(at token: Int) -> PlaceMention? {
        guard token >= 0, token < placeOf.count, placeOf[token] >= 0 else { return nil }
        return analysis.places[Int(placeOf[token])]
    }

    func isPlace(_ token: Int) -> Bool { token >= 0 && token < placeOf.count && placeOf[token] >= 0 }

    /// A Latin word with a capital that may stand in a name.
    func isNameWord(_ token: Int) -> Bool {
        guard token >= 0, token < tokens.count, tokens[token].isCapitalised, tokens[token].traits.contains(.latin)
        else { return false }
        if isAddress(token) { return false }
        if isBreak[token] { return isSurnameDespite(token) }
        return !(isTitle(at: token) && isOrdinary(token))
    }

    /// "He Jianhua", "An Li": a surname that is also a common word, in the middle of a sentence before another name word.
    private func isSurnameDespite(_ token: Int) -> Bool {
        guard analysis.tag(at: token, .givenName)?.value == "s", !analysis.opensPassage(token), !isTitle(at: token)
        else { return false }
        return token + 1 < tokens.count && tokens[token + 1].isCapitalised && !isBreak[token + 1]
            && isUnknown(token + 1)
    }

    /// Part of an address, a hashtag or a file name.
    private func isAddress(_ token: Int) -> Bool {
        if token > 0, !tokens[token].traits.contains(.spaceBefore) {
            let before = tokens[token - 1]
            if before.isSign("@") || before.isSign("#") || before.isSign("_") || before.isSign("=") { return true }
        }
        guard token + 1 < tokens.count, !tokens[token + 1].traits.contains(.spaceBefore) else { return false }
        return tokens[token + 1].isSign("@") || tokens[token + 1].isSign("_")
    }

    /// "Committee", "Bank", even where "statistics committee" is one phrase of the lexicon.
    func isHeadWord(_ token: Int) -> Bool {
        token < tokens.count && tokens[token].isCapitalised && Self.headWords.contains(base(token))
    }

    /// "Forum", "Canal": it closes the name of a thing.
    func isThing(_ token: Int) -> Bool {
        token < tokens.count && tokens[token].isCapitalised && Self.things.contains(analysis.text.key(token))
    }

    /// A word that the lexicon knows as an ordinary one.
    func isOrdinary(_ token: Int) -> Bool {
        if Self.isName(token, analysis) || isPlace(token) { return false }
        return analysis.tags(in: token..<(token + 1)).contains { $0.lexeme != .currency }
            || analysis.data.gazetteer.adjective(in: analysis.text, at: token) != nil
    }

    /// A word that the lexicon does not know at all, nor the gazetteer.
    func isUnknown(_ token: Int) -> Bool {
        guard tokens[token].kind == .word, !isPlace(token),
            analysis.data.gazetteer.adjective(in: analysis.text, at: token) == nil
        else { return false }
        let mayBeCurrency = !tokens[token].traits.contains(.allCapitals)
        return !analysis.tags(in: token..<(token + 1)).contains {
            $0.lexeme != .givenName && !(mayBeCurrency && $0.lexeme == .currency)
        }
    }

    /// "Luheng's": the apostrophe and s belong to the word.
    func isPossessive(_ token: Int) -> Bool {
        guard tokens[token].kind == .word else { return false }
        let key = analysis.text.key(token)
        return key.hasSuffix("'s") && key.utf8.count > 2 && !Self.ownPossessives.contains(key)
    }
    private static let ownPossessives: Set<String> = [
        "people's", "women's", "children's", "men's", "workers's", "mcdonald's", "levi's", "moody's", "lay's",
    ]

    /// The key without a possessive ending.
    func base(_ token: Int) -> String {
        let key = analysis.text.key(token)
        return key.hasSuffix("'s") && key.utf8.count > 2 ? String(key.dropLast(2)) : key
    }

    /// The words of a range as the text spells them, without a possessive ending at their end.
    func name(_ range: Range<Int>) -> String {
        var name = analysis.words(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if isPossessive(range.upperBound - 1), name.count > 2 { name.removeLast(2) }
        return name
    }

    func keys(_ range: Range<Int>) -> [String] { range.filter { tokens[$0].kind != .sign }.map(base) }

    func isSamePassage(_ a: Int, _ b: Int) -> Bool {
        a >= 0 && b >= 0 && a < tokens.count && b < tokens.count
            && analysis.passageOfToken[a] == analysis.passageOfToken[b]
    }

    func key(_ token: Int) -> String { token >= 0 && token < tokens.count ? analysis.text.key(token) : "" }

    func isGlued(_ token: Int) -> Bool { token < tokens.count && !tokens[token].traits.contains(.spaceBefore) }
}
