internal import Languages
internal import SourceText

/// A surname with one or two characters, where the words around tell a person.
extension ChinesePersons {
    func surnameLength(at token: Int, in run: Range<Int>? = nil) -> Int? {
        let first = analysis.han(token)
        guard first != 0 else { return nil }
        let limit = run?.upperBound ?? count
        if token + 2 < limit, analysis.isGlued(token + 1), Self.surnames.contains([first, analysis.han(token + 1)]) {
            return 2
        }
        return Self.surnames.contains([first]) && token + 1 < limit ? 1 : nil
    }

    /// A surname with one or two characters, where the words around tell a person.
    func chinese(at start: Int, isListed: Bool) -> Found? {
        guard let surname = surnameLength(at: start), !analysis.overlapsOrganisation(start..<(start + 1)) else {
            return nil
        }
        let role = analysis.tag(endingAt: start, .role)
        let isCredit =
            role == nil && start >= 2 && analysis.isSign(start - 1, in: Self.labelSigns)
            && analysis.tag(endingAt: start - 1, .role) != nil
        let behindRole = role != nil || isCredit || analysis.endsWith(Self.groups, before: start) != nil
        let opens = opensName(start)
        guard behindRole || isListed || opens else { return nil }
        guard let end = nameEnd(start, surname: surname) else { return nil }
        let tokens = start..<end
        if analysis.overlapsOrganisation(tokens)
            || analysis.places.contains(where: { $0.tokens.overlaps(tokens) && $0.tokens.count > 1 })
        {
            return nil
        }
        let isRisky = surname == 1 && Hanzi.riskySurnames.contains(analysis.han(start))
        let strength = boundary(end)
        let word = wordInside(tokens)
        if behindRole || isListed {
            if let word {
                // 方向东 holds 方向: only a three-character name before a clear limit, with a harmless word at its head.
                guard
                    word.lexeme == .notName || word.lexeme == .project || word.lexeme == .build
                        || word.lexeme == .sector, word.tokens.count == 2, tokens.count == 3, strength == 3,
                    word.tokens.lowerBound > start || role?.value != "none"
                else { return nil }
            }
            if isRisky || role?.value == "none" || isListed && role == nil { guard strength >= 2 else { return nil } }
            return Found(tokens: tokens, name: analysis.words(tokens), last: nil)
        }
        // Without an office before it: "程砚文率团访问", "李强会见", "王建国副省长", "张三 摄".
        guard word == nil, !isRisky || tokens.count == 3 else { return nil }
        let verb = analysis.tags(in: end..<min(count, end + 1)).first {
            Self.verbs.contains($0.lexeme) || $0.lexeme == .role
        }
        guard let verb, end < count, !analysis.text.tokens[end].traits.contains(.lineBefore) else { return nil }
        let isStrong =
            [.lead, .speech, .role].contains(verb.lexeme)
            || verb.tokens.count >= 2 && [.meet, .receive, .travel, .call].contains(verb.lexeme)
        guard isStrong, verb.lexeme != .role || verb.value != "none" || !analysis.isGlued(end) || verb.tokens.count >= 2
        else { return nil }
        if verb.tokens.count == 1, isRisky { return nil }
        return Found(tokens: tokens, name: analysis.words(tokens), last: nil)
    }

    /// Whether a name may begin here: at a line, behind a sign, a joining word, a place, an organisation or a time.
    func opensName(_ start: Int) -> Bool {
        if start == 0 || !analysis.isGlued(start) || analysis.text.tokens[start - 1].kind == .sign { return true }
        if Hanzi.set("与和同由與").contains(analysis.han(start - 1)) { return true }
        if isBoundary(endingAt: start) { return true }
        return analysis.tags(in: max(0, start - 4)..<start).contains {
            $0.tokens.upperBound == start && [.day, .weekday, .period].contains($0.lexeme)
        }
    }

    /// Whether the token follows a person in an enumeration ("记者张三、李四", "董事长王某和李某").
    func isListed(_ token: Int, _ found: [Found]) -> Bool {
        guard
            analysis.isSign(token - 1, in: Hanzi.set("、")) || Hanzi.set("和与與").contains(analysis.han(token - 1))
                || !analysis.isGlued(token)
        else { return false }
        let end = analysis.isGlued(token) ? token - 1 : token
        return found.contains { $0.tokens.upperBound == end && $0.tokens.count <= 4 }
    }

    /// Where a Chinese name ends: behind the second given character, or the first where that fits better.
    func nameEnd(_ start: Int, surname: Int) -> Int? {
        let one = start + surname + 1
        let two = one + 1
        func isHan(_ token: Int) -> Bool { analysis.han(token) != 0 && analysis.isGlued(token) }
        guard isHan(start + surname), surname == 1 || isHan(start + 1) else { return nil }
        let firstGiven = analysis.han(start + surname)
        if Hanzi.function.contains(firstGiven), !Hanzi.functionInNames.contains(firstGiven) { return nil }
        if opensVerb(start + surname) { return nil }
        guard isHan(one) else { return one }
        let third = analysis.han(one)
        let afterOne = boundary(one)
        let afterTwo = boundary(two)
        if Hanzi.function.contains(third) {
            // 王钧和表示, 陶敬之、: before a verb or a sign it can join nothing.
            guard Hanzi.functionInNames.contains(third), opensVerb(two) || closes(two) else { return one }
            return two
        }
        if opensVerb(one), !opensVerb(two) { return one }
        if afterOne == 3 || Hanzi.clearFollowers.contains(third), afterTwo < 3 { return one }
        return two
    }

    func opensVerb(_ token: Int) -> Bool {
        analysis.tags(in: token..<min(count, token + 1)).contains {
            Self.verbs.contains($0.lexeme) && ($0.tokens.count >= 2 || $0.lexeme == .lead || $0.lexeme == .speech)
        }
    }

    /// How clearly a word ends before a token: 3 by a sign, space or verb, 2 by a function character, 0 not at all.
    func boundary(_ token: Int) -> Int {
        if closes(token) || analysis.han(token) == 0 { return 3 }
        if analysis.tags(in: token..<(token + 1)).contains(where: {
            $0.tokens.count >= 2 && Self.stops.contains($0.lexeme)
        }) {
            return 3
        }
        return Hanzi.followers.contains(analysis.han(token)) ? 2 : 0
    }

    /// A word of the lexicon that lies inside the range from its first or second character on.
    func wordInside(_ tokens: Range<Int>) -> Tag? {
        analysis.tags(in: tokens).first {
            $0.tokens.count >= 2 && $0.lexeme != .givenName && $0.tokens.lowerBound <= tokens.lowerBound + 1
                && ($0.tokens.upperBound <= tokens.upperBound || $0.tokens.lowerBound == tokens.lowerBound)
        }
    }
}
