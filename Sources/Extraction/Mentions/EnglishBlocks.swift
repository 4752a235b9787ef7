internal import Languages
internal import SourceText

/// A run of capitalised words that may be one name.
struct NameBlock {
    var tokens: Range<Int>
    /// Its words that carry a name; particles and signs are left out.
    var words: [Int]
    var hasLegalForm: Bool
    var isPossessive: Bool
    /// Whether a word for a nation stood before it and was cut off ("Chinese Luheng").
    var isBehindAdjective = false
}

/// Cuts a text into blocks: capitalised words side by side, with the particles, hyphens, stops and legal forms that
/// belong to them. A possessive ends a block ("China's | Luheng"), so does a role ("President | Tokayev").
struct EnglishBlocks {
    let words: EnglishWords

    private var analysis: Analysis { words.analysis }
    private var tokens: [Token] { words.tokens }

    func blocks(taken: [Bool]) -> [NameBlock] {
        var found: [NameBlock] = []
        var token = 0
        while token < tokens.count {
            if !taken[token], words.isNameWord(token), let block = block(at: token, taken) {
                if let trimmed = trimmed(block) { found.append(trimmed) }
                token = block.tokens.upperBound
            } else {
                token += 1
            }
        }
        return found
    }

    private static let particles: Set<String> = [
        "al", "el", "ul", "ur", "bin", "ibn", "bint", "ben", "van", "von", "der", "den", "de", "del", "della", "di",
        "da", "dos", "du", "la", "le", "zu", "ter", "ogly", "ogli", "oglu", "o'g'li", "ugli", "uly", "kyzy", "qizi",
        "kizi",
    ]
    private static let trailing: Set<String> = [
        "ogly", "ogli", "oglu", "o'g'li", "ugli", "uly", "kyzy", "qizi", "kizi",
    ]

    private func block(at start: Int, _ taken: [Bool]) -> NameBlock? {
        var end = start + 1
        var names = [start]
        var hasLegalForm = false
        if let legal = analysis.tag(at: start, .legalForm) {
            // "JSC Uzbekneftegaz": the form stands first.
            guard legal.tokens.upperBound < tokens.count, words.isNameWord(legal.tokens.upperBound) else { return nil }
            end = legal.tokens.upperBound
            names = []
            hasLegalForm = true
        }
        while end < tokens.count, !tokens[end].traits.contains(.lineBefore), !taken[end], !words.isPossessive(end - 1) {
            if let legal = legalForm(at: end), !names.isEmpty {
                end = legal
                hasLegalForm = true
                // "Sogd Cement LLC | Firdavs Nazarov"
                if !words.isHeadWord(end) { break }
            } else if words.isNameWord(end), tokens[end].traits.contains(.spaceBefore) {
                names.append(end)
                end += 1
            } else if tokens[end].isSign("&") || tokens[end].isSign("+"), words.isNameWord(end + 1) {
                names.append(end + 1)
                end += 2
            } else if isHyphen(end), end + 1 < tokens.count, tokens[end + 1].isCapitalised, words.isGlued(end + 1) {
                names.append(end + 1)
                end += 2
            } else if isHyphen(end), end + 1 < tokens.count, words.isGlued(end + 1), tokens[end + 1].kind == .word,
                names.count > 1, analysis.tag(at: start, .givenName)?.value == "s"
            {
                end += 2  // "Yoon Hee-sung"
            } else if tokens[end].isSign("."), words.isGlued(end), isAbbreviation(end - 1), words.isNameWord(end + 1) {
                end += 1
            } else if let after = particle(at: end) {
                if after > end + 1 { names.append(after - 1) }
                end = after
            } else if words.key(end) == "and", !hasLegalForm, names.count > 1, let after = joined(end) {
                names += (end + 1)..<after
                end = after
            } else {
                break
            }
        }
        guard !names.isEmpty else { return nil }
        return NameBlock(
            tokens: start..<end, words: names, hasLegalForm: hasLegalForm, isPossessive: words.isPossessive(end - 1))
    }

    /// "Decheng Machinery and Equipment Co. Ltd": "and" between two trades before a legal form.
    private func joined(_ and: Int) -> Int? {
        func isTrade(_ token: Int) -> Bool {
            words.isOrdinary(token) || analysis.tag(at: token, .organisationHead) != nil
        }
        guard words.isNameWord(and + 1), isTrade(and - 1), isTrade(and + 1) else { return nil }
        var end = and + 2
        while end < tokens.count, end - and < 6, words.isNameWord(end), analysis.tag(at: end, .legalForm) == nil {
            end += 1
        }
        return legalForm(at: end) != nil ? end : nil
    }

    private func isHyphen(_ token: Int) -> Bool {
        (tokens[token].isSign("-") || tokens[token].isSign("\u{2010}") || tokens[token].isSign("\u{2011}"))
            && words.isGlued(token)
    }

    /// The token after a legal form that closes a name, with its comma and stop.
    private func legalForm(at token: Int) -> Int? {
        let start = token < tokens.count && tokens[token].isSign(",") ? token + 1 : token
        guard let tag = analysis.tag(at: start, .legalForm), tokens[start].kind == .word,
            !tokens[start].traits.contains(.lineBefore)
        else { return nil }
        // "limited", "incorporated" and "corporation" in lower case are words.
        let length = tokens[start].end - tokens[start].start
        if !tokens[start].traits.contains(.capital), length > 4 { return nil }
        var end = tag.tokens.upperBound
        if end < tokens.count, tokens[end].isSign("."), words.isGlued(end),
            ["co", "ltd", "inc", "corp", "pte", "pvt", "pty", "bros", "v", "a", "d", "o", "şti", "sti"].contains(
                words.key(end - 1))
        {
            end += 1
        }
        if end < tokens.count, words.isSamePassage(token, end), let more = legalForm(at: end), !tokens[end].isSign("."),
            more > end
        {
            return more
        }
        return end
    }

    private func isAbbreviation(_ token: Int) -> Bool {
        let length = tokens[token].end - tokens[token].start
        return length == 1
            || tokens[token].traits.contains(.capital)
                && ["st", "mt", "ft", "jr", "dr", "sh", "ch", "kh", "zh", "yu", "ya", "yo", "o'"].contains(
                    words.key(token))
    }

    /// "al-Harazi", "bin Salman", "qizi".
    private func particle(at token: Int) -> Int? {
        guard tokens[token].kind == .word, !tokens[token].traits.contains(.capital),
            Self.particles.contains(words.key(token))
        else { return nil }
        let next = token + 1
        guard next < tokens.count else { return nil }
        if tokens[next].isSign("-"), words.isGlued(next), words.isNameWord(next + 1) { return next + 2 }
        if words.isNameWord(next), !tokens[next].traits.contains(.lineBefore) { return next + 1 }
        if ["al", "bin", "de", "van", "von", "der"].contains(words.key(token)), let more = particle(at: next) {
            return more
        }
        return Self.trailing.contains(words.key(token)) ? next : nil
    }

    private static let continents: Set<String> = [
        "african", "asian", "european", "american", "eurasian", "arab", "islamic", "nordic", "baltic", "caribbean",
        "pacific", "atlantic", "mediterranean", "scandinavian", "balkan",
    ]

    /// Cuts off a nation's adjective at the head; drops blocks that hold no name.
    private func trimmed(_ block: NameBlock) -> NameBlock? {
        var block = block
        if !block.hasLegalForm || block.words.count > 2, let first = block.words.first,
            let adjective = analysis.data.gazetteer.adjective(in: analysis.text, at: first)
        {
            // "African Rivers Bank", "Asian Infrastructure Fund": a continent is part of the name.
            if Self.continents.contains(words.key(first)) { return block }
            guard adjective.end < block.tokens.upperBound, let next = block.words.first(where: { $0 >= adjective.end })
            else { return nil }
            // "Turkish Airlines", "Korean Air": the adjective is the name.
            let isOnlyHead = block.words.allSatisfy {
                $0 < adjective.end || analysis.tag(at: $0, .organisationHead) != nil
            }
            if !isOnlyHead, !isHyphen(adjective.end) {
                block.tokens = next..<block.tokens.upperBound
                block.words.removeAll { $0 < next }
                block.isBehindAdjective = true
            }
        }
        // "Silk Road Forum" is a thing, but "Bridge Trading" and "Forum Group" are none.
        if !block.hasLegalForm, let last = block.words.last, words.isThing(last),
            analysis.tag(at: last, .organisationHead) == nil
        {
            return nil
        }
        let isOnlyPlaces = block.words.allSatisfy { words.isPlace($0) }
        if isOnlyPlaces, !block.hasLegalForm { return nil }
        return block
    }
}
