internal import Languages
internal import SourceText

/// Foreign names: runs of transcription characters, with dots inside or beside an office.
extension ChinesePersons {
    func isTranscription(_ token: Int) -> Bool { Hanzi.transcription.contains(analysis.han(token)) }

    /// 哈桑·尤利巴尔索夫, 哈斯穆-卓玛尔特·托卡耶夫: known by the dot, whose token is given.
    func dotted(at dot: Int) -> Found? {
        guard isTranscription(dot - 1), isTranscription(dot + 1), analysis.isGlued(dot), analysis.isGlued(dot + 1)
        else { return nil }
        let start = behindOffice(partStart(endingAt: dot))
        guard start < dot else { return nil }
        var parts = [start..<dot]
        var end = dot
        while analysis.isSign(end, in: Hanzi.nameDots), analysis.isGlued(end), analysis.isGlued(end + 1),
            isTranscription(end + 1), parts.count < 5
        {
            let next = partEnd(startingAt: end + 1)
            parts.append((end + 1)..<next)
            end = next
        }
        let tokens = start..<end
        guard tokens.count >= 4, !analysis.overlapsOrganisation(tokens) else { return nil }
        if parts.allSatisfy({ part in analysis.places.contains { $0.tokens == part } }) { return nil }
        return Found(tokens: tokens, name: dotted(tokens), last: parts.last)
    }

    /// Moves the start of a foreign name back to the office before it, over rare characters that only names have.
    func behindOffice(_ start: Int) -> Int {
        var at = start
        while start - at < 5, analysis.isGlued(at), analysis.han(at - 1) != 0,
            !Hanzi.function.contains(analysis.han(at - 1))
        {
            if analysis.tag(endingAt: at, .role) != nil { return at }
            if analysis.tags(in: (at - 1)..<at).contains(where: {
                $0.tokens.count >= 2 && $0.lexeme != .givenName && $0.lexeme != .role
            }) {
                return start
            }
            at -= 1
        }
        return analysis.tag(endingAt: at, .role) != nil ? at : start
    }

    /// The name with the usual dot, whichever the text has.
    func dotted(_ tokens: Range<Int>) -> String {
        tokens.map { analysis.isSign($0, in: Hanzi.nameDots) ? "·" : analysis.text.surface($0) }.joined()
    }

    func partStart(endingAt end: Int) -> Int {
        var start = end
        let floor = analysis.passage(of: end - 1).tokens.lowerBound
        while start > floor, end - start < 9 {
            if start < end {
                if !analysis.isGlued(start) { break }
                if analysis.tag(endingAt: start, .role) != nil { break }
                if end - start >= 2, isBoundary(endingAt: start) { break }
            }
            if isTranscription(start - 1) {
                start -= 1
            } else if analysis.isSign(start - 1, in: Hanzi.hyphens), start - 2 >= floor, isTranscription(start - 2),
                start < end, analysis.isGlued(start - 1)
            {
                start -= 2
            } else {
                break
            }
        }
        return start
    }

    func isBoundary(endingAt token: Int) -> Bool {
        if analysis.place(endingAt: token) != nil { return true }
        if analysis.organisations.contains(where: { $0.tokens.upperBound == token }) { return true }
        return analysis.tags(in: max(0, token - 5)..<token).contains {
            $0.tokens.upperBound == token
                && ($0.tokens.count >= 2 && Self.verbs.contains($0.lexeme) || $0.lexeme == .lead)
        }
    }

    func partEnd(startingAt start: Int) -> Int {
        var end = start
        while end < count, end - start < 10 {
            if end > start, !analysis.isGlued(end) { break }
            if end - start >= 2, opensWord(end, behindSurname: Hanzi.surnameEnds.contains(analysis.han(end - 1))) {
                break
            }
            if end - start >= 2, Hanzi.surnameEnds.contains(analysis.han(end - 1)),
                !analysis.isSign(end, in: Hanzi.hyphens), !Hanzi.behindSurnameEnd.contains(analysis.han(end))
            {
                break
            }
            if isTranscription(end) {
                end += 1
            } else if end > start, analysis.isSign(end, in: Hanzi.hyphens), isTranscription(end + 1),
                analysis.isGlued(end + 1)
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Whether a word that is no part of a name begins at a token.
    func opensWord(_ token: Int, behindSurname: Bool) -> Bool {
        if Hanzi.function.contains(analysis.han(token)) { return true }
        return analysis.tags(in: token..<(token + 1)).contains { tag in
            guard tag.tokens.count >= 2, tag.lexeme != .givenName else { return false }
            return behindSurname || Self.stops.contains(tag.lexeme) || tag.tokens.contains { !isTranscription($0) }
        }
    }

    /// One part alone: behind an office ("州长阿比洛夫"), before one ("托卡耶夫总统"), or with the ending of a surname.
    func single(at first: Int) -> Found? {
        guard isTranscription(first) else { return nil }
        let moved = behindOffice(first)
        let start =
            moved < first && Hanzi.surnameEnds.contains(analysis.han(partEnd(startingAt: first) - 1)) ? moved : first
        guard isTranscription(first), !analysis.overlapsOrganisation(start..<(start + 1)) else { return nil }
        let behindRole = analysis.tag(endingAt: start, .role) != nil
        if !behindRole, analysis.isInsideWord(start) { return nil }
        let opens = behindRole || !isTranscription(start - 1) || !analysis.isGlued(start) || isBoundary(endingAt: start)
        guard opens, analysis.place(holding: start) == nil || behindRole else { return nil }
        let end = partEnd(startingAt: first)
        let length = end - start
        guard length >= 2, length <= 8, !analysis.isSign(end, in: Hanzi.nameDots) else { return nil }
        let tokens = start..<end
        if analysis.overlapsOrganisation(tokens) || analysis.tag(at: end, .placeType) != nil
            || analysis.tag(at: end, .administration) != nil
        {
            return nil
        }
        if analysis.places.contains(where: { $0.tokens.overlaps(tokens) && $0.tokens.count * 2 > length }) {
            return nil
        }
        let given = analysis.tags(in: start..<(start + 1)).first {
            $0.lexeme == .givenName && $0.value != "surname" && $0.tokens.upperBound <= end
        }
        let endsLikeSurname =
            length >= 3 && Hanzi.surnameEnds.contains(analysis.han(end - 1))
            && (behindRole || !isTranscription(end) || !analysis.isGlued(end))
        let beforeRole = analysis.tag(at: end, .role).map { $0.value != "none" } ?? false
        let speaks = analysis.tag(at: end, .speech) != nil || analysis.tag(at: end, .delegation) != nil
        let named = given.map { $0.tokens == tokens } ?? false
        let country = analysis.tag(at: end, .role).map { $0.value == "country" } ?? false
        let office = behindRole && analysis.tag(endingAt: start, .role)?.value != "none"
        let isName =
            endsLikeSurname || behindRole && (length >= 4 || named) || office && length == 3 || country
            || length >= 4 && (beforeRole || speaks)
            || named && length >= 3 && (speaks || beforeRole || analysis.han(end) == 0x4E00 || closes(end))
        guard isName else { return nil }
        if !endsLikeSurname,
            let tag = analysis.tags(in: tokens.lowerBound..<tokens.lowerBound + 1).first(where: {
                $0.tokens.count >= 2 && $0.lexeme != .givenName
            }), tag.tokens.count >= length
        {
            return nil
        }
        return Found(tokens: tokens, name: analysis.words(tokens), last: nil)
    }

    func closes(_ token: Int) -> Bool {
        token >= count || analysis.text.tokens[token].kind == .sign || !analysis.isGlued(token)
    }

    /// A name in Latin letters right behind an office.
    func latin(at start: Int) -> Found? {
        guard start < count, analysis.text.tokens[start].traits.contains(.latin),
            let run = LatinRun(at: start, in: analysis)
        else { return nil }
        let words = run.tokens.filter { analysis.text.tokens[$0].kind == .word }
        guard (2...3).contains(words.count),
            words.allSatisfy({ !analysis.text.tokens[$0].traits.contains(.allCapitals) }),
            !analysis.overlapsOrganisation(run.tokens)
        else { return nil }
        return Found(tokens: run.tokens, name: analysis.words(run.tokens), last: nil)
    }
}
