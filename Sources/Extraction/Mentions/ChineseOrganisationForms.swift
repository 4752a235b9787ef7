internal import Languages
internal import SourceText

/// Names in Latin letters, short forms of names told before, and the page's own name.
extension ChineseOrganisations {
    /// A run of Latin letters: two words, or one beside a kind word; characters glued before it belong to it
    /// behind a kind word (韩国企业韩星ESS).
    func latin(_ mention: OrganisationMention) -> OrganisationMention? {
        let range = mention.tokens
        let words = range.filter { tokens[$0].kind == .word }
        if range.contains(where: { tokens[$0].isSign("_") })
            || range.upperBound < count && tokens[range.upperBound].isSign("_")
        {
            return nil
        }
        let before = range.lowerBound
        var start = before
        while start > 0, before - start < 5, analysis.isGlued(start), analysis.han(start - 1) != 0 {
            if analysis.tags(in: max(0, start - 5)..<start).contains(where: {
                $0.tokens.upperBound == start && [.companyWord, .legalForm].contains($0.lexeme)
            }) {
                break
            }
            start -= 1
        }
        let introduced =
            start > 0
            && analysis.tags(in: max(0, start - 5)..<start).contains {
                $0.tokens.upperBound == start && $0.lexeme == .companyWord && $0.tokens.count >= 2
            }
        if introduced, before - start < 5 { return organisation(start..<range.upperBound, isInstitution: false) }
        let after = range.upperBound
        let followed = analysis.isGlued(after) || after < count && !tokens[after].traits.contains(.lineBefore)
        let kind =
            followed
            && analysis.tags(in: after..<min(count, after + 1)).contains {
                $0.lexeme == .companyWord || $0.lexeme == .organisationHead && $0.value == "company"
                    || $0.lexeme == .legalForm
            }
        if mention.isOutlet { return mention }
        if analysis.tag(endingAt: before, .role) != nil, !kind { return nil }
        if after + 1 < count, analysis.isSign(after, in: Hanzi.hyphens), tokens[after + 1].kind == .number {
            return nil
        }
        if !kind, analysis.isGlued(after),
            analysis.tags(in: after..<min(count, after + 5)).contains(where: {
                $0.lexeme == .outlet && $0.tokens.count >= 2
            }), !analysis.isFurniture[Int(analysis.passageOfToken[before])]
        {
            return OrganisationMention(tokens: range, name: mention.name, isInstitution: false, isOutlet: true)
        }
        if analysis.isFurniture[Int(analysis.passageOfToken[range.lowerBound])], !kind { return nil }
        if kind { return mention }
        let isWordy = words.contains {
            !tokens[$0].traits.contains(.allCapitals) && tokens[$0].end - tokens[$0].start >= 4
        }
        guard isWordy,
            words.count >= 2 || analysis.isGlued(before) && tokens[words[0]].end - tokens[words[0]].start >= 5
        else { return nil }
        if before > 0,
            tokens[before - 1].isSign("《") || tokens[before - 1].isSign("@") || tokens[before - 1].isSign("/")
        {
            return nil
        }
        // In the bracket behind a person or place it is that one's Latin spelling.
        if before > 0, analysis.isSign(before - 1, in: Hanzi.openBrackets), after < count,
            analysis.isSign(after, in: Hanzi.closeBrackets)
        {
            return nil
        }
        return mention
    }

    /// 海曜家电 of 宁波海曜家电股份有限公司: what the full name begins with behind its place.
    func shortForms(of full: OrganisationMention, taken: [Bool]) -> [OrganisationMention] {
        if let repeats = repeats(of: full, taken: taken) { return repeats }
        guard analysis.han(full.tokens.lowerBound) != 0,
            let head = analysis.tags(in: full.tokens).last(where: {
                $0.lexeme == .organisationHead && $0.tokens.upperBound == full.tokens.upperBound
            })
        else { return [] }
        if full.isInstitution, !full.isOutlet { return [] }
        var start = full.tokens.lowerBound
        while let place = analysis.place(startingAt: start), place.tokens.upperBound < head.tokens.lowerBound {
            start = place.tokens.upperBound
        }
        while let word = Hanzi.phrases("省 市 州").first(where: { analysis.stands($0, at: start) }),
            start > full.tokens.lowerBound
        { start += word.count }
        // A weak head (重工, 电力) belongs to the short form.
        let core = start..<head.tokens.lowerBound
        let limit = Self.weak.contains(head.tokens.map(analysis.han)) ? full.tokens.upperBound : core.upperBound
        guard limit - start >= 2 else { return [] }
        var found: [OrganisationMention] = []
        var next = 0
        for token in analysis.likes(of: start) where token >= next && !taken[token] {
            var length = 1
            while start + length < limit, token + length < count, !taken[token + length],
                analysis.isGlued(token + length), analysis.key(token + length) == analysis.key(start + length)
            { length += 1 }
            var end = token + length
            if full.isOutlet, length >= 2, Hanzi.set("社报网報網").contains(analysis.han(end)),
                analysis.han(end) == analysis.han(full.tokens.upperBound - 1)
            {
                end += 1
            }
            if accepts(token..<end, of: full), !full.isOutlet || end > token + length {
                // The place before a short form belongs to it when the full name begins with it.
                var from = token
                if let place = analysis.place(endingAt: token), place.tokens.contains(where: { !taken[$0] }),
                    place.tokens.upperBound - place.tokens.lowerBound == start - full.tokens.lowerBound,
                    analysis.key(place.tokens.lowerBound) == analysis.key(full.tokens.lowerBound)
                {
                    from = place.tokens.lowerBound
                }
                found.append(
                    OrganisationMention(
                        tokens: from..<end, name: full.name, isInstitution: full.isInstitution, isOutlet: full.isOutlet)
                )
            }
            next = end
        }
        return found
    }

    /// The further places of a name without a head; nil for names with one.
    func repeats(of full: OrganisationMention, taken: [Bool]) -> [OrganisationMention]? {
        let hasHead = analysis.tags(in: full.tokens).contains {
            $0.lexeme == .organisationHead && $0.tokens.upperBound == full.tokens.upperBound
        }
        guard !hasHead else { return nil }
        guard full.tokens.count >= 3 || tokens[full.tokens.lowerBound].traits.contains(.latin) else { return [] }
        // 淮茂纺织 of 安徽淮茂纺织: the name without the place that it begins with.
        var forms = [full.tokens]
        if !full.isInstitution, let place = analysis.place(startingAt: full.tokens.lowerBound),
            full.tokens.upperBound - place.tokens.upperBound >= 4
        {
            forms.append(place.tokens.upperBound..<full.tokens.upperBound)
        }
        return forms.flatMap { form in
            analysis.likes(of: form.lowerBound).compactMap { token in
                guard token + form.count <= count, !taken[token],
                    (0..<form.count).allSatisfy({
                        !taken[token + $0] && analysis.key(token + $0) == analysis.key(form.lowerBound + $0)
                            && ($0 == 0 || analysis.isGlued(token + $0) || tokens[token + $0].traits.contains(.latin))
                    })
                else { return nil }
                return OrganisationMention(
                    tokens: token..<(token + form.count), name: full.name, isInstitution: full.isInstitution,
                    isOutlet: full.isOutlet)
            }
        }
    }

    func accepts(_ range: Range<Int>, of full: OrganisationMention) -> Bool {
        guard range.count >= 2, !isGeneric(range) else { return false }
        if range.count >= 4 { return true }
        if analysis.places.contains(where: { $0.tokens.overlaps(range) }) { return false }
        // Two or three characters must be no word of the lexicon and no piece of one.
        if analysis.tags(in: max(0, range.lowerBound - 3)..<range.upperBound).contains(where: {
            $0.tokens.count >= 2 && $0.tokens.overlaps(range) && $0.tokens.upperBound <= range.upperBound + 1
                && $0.lexeme != .givenName && ($0.lexeme != .organisationHead || $0.tokens == range)
                && $0.tokens.lowerBound <= range.lowerBound
        }) {
            return false
        }
        return true
    }

    /// The page's name at its head: 绿色产经 | 储能 | 作者, 西域风物　|　2024年9月16日.
    func masthead() -> OrganisationMention? {
        guard let first = analysis.text.passages.first else { return nil }
        var end = 0
        while end < count, analysis.text.passages[Int(analysis.passageOfToken[end])].line == first.line { end += 1 }
        guard end > 4, end <= 40 else { return nil }
        var stop = 0
        while stop < end, analysis.han(stop) != 0, stop == 0 || analysis.isGlued(stop) { stop += 1 }
        guard (3...7).contains(stop), stop < end else { return nil }
        let isMenu = analysis.isSign(stop, in: Hanzi.set("|｜·>›»丨—")) || !analysis.isGlued(stop)
        let hasPageWord = (stop..<end).contains {
            tokens[$0].kind == .number || analysis.isSign($0, in: Hanzi.set("|｜·>›丨"))
                || analysis.tag(at: $0, .role) != nil || analysis.tag(at: $0, .outlet) != nil
        }
        let range = 0..<stop
        guard isMenu, hasPageWord, !isGeneric(range),
            analysis.places.allSatisfy({ !$0.tokens.overlaps(range) || $0.tokens.upperBound < stop })
        else { return nil }
        let isWord = analysis.tags(in: range).contains { tag in
            tag.tokens.count >= 2
                && [.furniture, .sign, .meet, .travel, .paper, .project, .stage, .speech, .outlet, .role, .announce]
                    .contains(tag.lexeme)
                || tag.tokens == range
        }
        return isWord ? nil : organisation(range, isInstitution: true, isOutlet: true)
    }
}
