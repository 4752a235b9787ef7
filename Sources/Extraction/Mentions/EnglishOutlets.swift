internal import Languages
internal import SourceText

/// Newspapers and agencies: in the page's head, in a dateline's brackets, in credits, and by their address ("Gazeta.uz").
struct EnglishOutlets {
    let words: EnglishWords

    private var analysis: Analysis { words.analysis }
    private var tokens: [Token] { words.tokens }

    func mentions() -> [OrganisationMention] {
        var found: [OrganisationMention] = header()
        for token in tokens.indices {
            guard token >= found.last?.tokens.upperBound ?? 0 else { continue }
            if let mention = domain(token) ?? bracketed(token) ?? staff(token) ?? dateline(token) ?? reports(token) {
                found.append(mention)
            }
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func mention(_ range: Range<Int>) -> OrganisationMention {
        OrganisationMention(tokens: range, name: words.name(range), isInstitution: false, isOutlet: true)
    }

    // MARK: The page's head

    /// The masthead: the first lines' part that is a name, before a bar, a dash, a date or the line's end.
    private func header() -> [OrganisationMention] {
        var line = -1
        for passage in analysis.text.passages {
            guard passage.line < 4 else { break }
            guard passage.line != line else { continue }
            line = passage.line
            let last = analysis.text.passages.last { $0.line == line } ?? passage
            let range = passage.tokens.lowerBound..<last.tokens.upperBound
            guard range.count <= 24, last.isUnclosed || range.count <= 6 else { continue }
            let parts = segments(range)
            for (number, part) in parts.enumerated()
            where isMasthead(
                part, isFirst: number == 0 && line == 0, isAlone: parts.count == 1 && part.count == range.count)
            {
                return [mention(part)]
            }
        }
        return []
    }

    private func segments(_ line: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start: Int?
        for token in line {
            let isInner =
                tokens[token].isSign("&") || tokens[token].isSign("'")
                || tokens[token].isSign("-") && words.isGlued(token) && token + 1 < line.upperBound
                    && words.isGlued(token + 1)
            let isWord = tokens[token].kind == .word && !isDateWord(token) && !tokens[token].traits.contains(.han)
            if isWord || isInner && start != nil {
                if start == nil { start = token }
            } else if let first = start {
                result.append(first..<token)
                start = nil
            }
        }
        if let first = start { result.append(first..<line.upperBound) }
        return result
    }

    private func isDateWord(_ token: Int) -> Bool {
        analysis.tag(at: token, .month) != nil || analysis.tag(at: token, .weekday) != nil
    }

    private func isMasthead(_ part: Range<Int>, isFirst: Bool, isAlone: Bool) -> Bool {
        let named = part.filter { tokens[$0].kind == .word }
        guard (2...6).contains(named.count) else { return false }
        let joiners: Set<String> = ["of", "and", "the", "for"]
        let isCapital = named.allSatisfy { tokens[$0].traits.contains(.capital) || joiners.contains(words.key($0)) }
        let isMedia = named.contains { index in
            analysis.tags(in: index..<(index + 1)).contains { $0.lexeme == .organisationHead && $0.value == "outlet" }
                || Self.media.contains(words.key(index))
        }
        if !isCapital {
            return isFirst && !isAlone && isMedia && named.count <= 3
                && named.allSatisfy { !tokens[$0].traits.contains(.capital) }
        }
        if named.contains(where: { words.isPossessive($0) }) || analysis.has(.outlet, in: part) && named.count == 2 {
            return false
        }
        let isPlain = named.allSatisfy {
            words.isPlace($0) || analysis.tag(at: $0, .notName) != nil && $0 != named.first
        }
        if analysis.tag(at: named[0], .furniture) != nil
            || analysis.tag(at: named[0], .notName).map({ $0.value != "part" && words.key(named[0]) != "the" }) ?? false
        {
            return false
        }
        if recurs(part) { return !isPlain || isMedia }
        if isMedia, isFirst || !isAlone { return true }
        guard isFirst, !isPlain else { return false }
        let hasVerb = analysis.tags(in: part).contains {
            [.sign, .build, .invest, .meet, .travel, .agreed, .announce, .future, .stage, .role].contains($0.lexeme)
        }
        return !hasVerb && !named.dropFirst().allSatisfy { words.isPlace($0) }
    }

    private static let media: Set<String> = ["online", "news", "daily", "times", "herald", "today"]

    /// Whether the name stands again further down, in any case of its letters.
    private func recurs(_ part: Range<Int>) -> Bool {
        var keys = words.keys(part)
        if keys.first == "the" { keys.removeFirst() }
        guard keys.count >= 2 else { return false }
        var token = part.upperBound
        while token + keys.count <= tokens.count {
            if tokens[token].traits.contains(.capital), keys.indices.allSatisfy({ words.base(token + $0) == keys[$0] })
            {
                return true
            }
            token += 1
        }
        return false
    }

    // MARK: Elsewhere

    private static let domains: Set<String> = [
        "uz", "kz", "kg", "tj", "tm", "az", "ru", "com", "org", "net", "info", "news", "media", "cn", "asia",
    ]

    /// "Gazeta.uz", "Kun.uz".
    private func domain(_ token: Int) -> OrganisationMention? {
        guard token + 2 < tokens.count, tokens[token].kind == .word, tokens[token].traits.contains(.latin),
            tokens[token + 1].isSign("."),
            words.isGlued(token + 1), words.isGlued(token + 2), Self.domains.contains(words.key(token + 2)),
            !tokens[token + 2].traits.contains(.capital)
        else { return nil }
        if token > 0, words.isGlued(token), !tokens[token].traits.contains(.lineBefore) {
            let before = tokens[token - 1]
            if !before.isSign("("), !before.isSign("\""), !before.isSign("“") { return nil }
        }
        if token + 3 < tokens.count, words.isGlued(token + 3),
            tokens[token + 3].isSign("/") || tokens[token + 3].isSign("@")
                || tokens[token + 3].isSign(".") && words.isGlued(token + 4) && token + 4 < tokens.count
        {
            return nil
        }
        return mention(token..<(token + 3))
    }

    /// "JINAN, May 18 (Silk Wire) -".
    private func bracketed(_ token: Int) -> OrganisationMention? {
        guard tokens[token].isSign("("), token - analysis.passage(of: token).tokens.lowerBound <= 8 else { return nil }
        var end = token + 1
        while end < tokens.count, end - token <= 6, tokens[end].isCapitalised { end += 1 }
        guard end > token + 1, end + 1 < tokens.count, tokens[end].isSign(")") else { return nil }
        let dash = tokens[end + 1]
        guard dash.isSign("-") || dash.isSign("–") || dash.isSign("—"), dash.traits.contains(.spaceBefore) else {
            return nil
        }
        return mention((token + 1)..<end)
    }

    /// "TASHKENT. KAZINFORM -", "Baku, Azerbaijan, Sept. 5 / Trend /": an agency behind the dateline's places and dates.
    private func dateline(_ token: Int) -> OrganisationMention? {
        guard tokens[token].isCapitalised, token > 1, !tokens[token].traits.contains(.lineBefore),
            tokens[token - 1].kind == .sign,
            !tokens[token - 1].isSign("-") || tokens[token].traits.contains(.spaceBefore)
        else { return nil }
        var end = token + 1
        if end + 1 < tokens.count, tokens[end].isSign("-"), words.isGlued(end), tokens[end + 1].isCapitalised {
            end += 2
        } else if !words.isUnknown(token) || words.isPlace(token) {
            return nil
        }
        guard end < tokens.count, [0x2D, 0x2013, 0x2014, 0x2F, 0x3A].contains(tokens[end].sign),
            tokens[end].kind == .sign,
            tokens[end].traits.contains(.spaceBefore) || tokens[end].isSign(":") || tokens[end].isSign("/")
        else { return nil }
        var at = token - 1
        var sawPlace = false
        while at >= 0, token - at < 14 {
            if words.isPlace(at) { sawPlace = true }
            guard words.isPlace(at) || tokens[at].kind != .word || isDateWord(at) else { return nil }
            if tokens[at].traits.contains(.lineBefore) { break }
            at -= 1
        }
        return sawPlace ? mention(token..<end) : nil
    }

    /// ", Kazinform reports", ", Trend reported".
    private func reports(_ token: Int) -> OrganisationMention? {
        guard tokens[token].isCapitalised, words.isUnknown(token), token > 1, tokens[token - 1].isSign(","),
            token + 1 < tokens.count, ["reports", "reported", "informs", "writes"].contains(words.key(token + 1)),
            token + 2 >= tokens.count || tokens[token + 2].kind == .sign
                || ["via", "with", "citing", "referring", "on"].contains(words.key(token + 2))
        else { return nil }
        return mention(token..<(token + 1))
    }

    /// "By Silk Wire staff", "Reporting by Steppe Newswire newsroom", "© Sunbelt Energy Daily".
    private func staff(_ token: Int) -> OrganisationMention? {
        let isBy = words.key(token) == "by"
        guard isBy || tokens[token].isSign("©") else { return nil }
        var end = token + 1
        if !isBy, end < tokens.count, tokens[end].kind == .number { end += 1 }
        let start = end
        while end < tokens.count, end - token <= 6, words.isNameWord(end) || end > start && words.key(end) == "of",
            !tokens[end].traits.contains(.lineBefore)
        { end += 1 }
        guard end - start >= 2, end <= tokens.count else { return nil }
        if isBy,
            !["staff", "newsroom", "desk", "editors", "reporters", "correspondents", "team"].contains(words.key(end))
        {
            return nil
        }
        if !isBy, words.isPlace(start), end - start == 1 { return nil }
        return mention(start..<end)
    }
}
