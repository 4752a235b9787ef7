internal import Languages
internal import SourceText

/// What stands before and behind a name.
extension EnglishEvidence {
    func before(_ block: NameBlock, _ score: inout Score) {
        var at = block.tokens.lowerBound - 1
        guard at >= 0, words.isSamePassage(at, block.tokens.lowerBound) else {
            if isListHead(block) { score.company += 3 }
            return
        }
        if tokens[at].isSign("."), words.isGlued(at), at > 0 { at -= 1 }
        if words.key(at) == "of", at > 1, tokens[at - 1].isCapitalised, words.isUnknown(at - 1),
            tokens[at - 2].isCapitalised, block.words.count > 1
        {
            score.company += 3
        }
        if Self.titles.contains(words.key(at)) { score.person += 6 }
        let isQuoted = tokens[at].isSign("\"") || tokens[at].isSign("“") || tokens[at].isSign("«")
        if isQuoted {
            at -= 1
            if at >= 0, block.tokens.upperBound < tokens.count,
                let close = analysis.tag(at: block.tokens.upperBound + 1, .legalForm),
                close.tokens.lowerBound == block.tokens.upperBound + 1
            {
                score.company += 5
            }
        }
        guard at >= 0 else { return }
        let comma = tokens[at].isSign(",") ? 1 : 0
        let edge = at + 1 - comma
        if let word = analysis.tag(endingAt: edge, .companyWord) { score.company += comma == 1 ? 3 : 4; _ = word }
        if analysis.tag(endingAt: edge, .legalForm) != nil, isQuoted || comma == 0 { score.company += 4 }
        if let role = role(endingAt: edge) {
            // "chairman of X" makes X an organisation; "the chairman X" makes X a person.
            if words.key(role.tokens.upperBound - 1) == "of" {
                if role.value == "company" || role.value == "body" {
                    score.company += 3
                } else if block.words.count > 1 {
                    score.person += 3
                }
            } else if comma == 0 || isApposition(block) {
                score.person += comma == 1 && block.words.count == 1 ? 3 : 5
            }
        } else if let role = distantRole(edge) {
            // "representatives of South Korea's Daehan Shipbuilding": whom they represent.
            if words.isPossessive(at), words.isPlace(at), !["place", "country", "ministry"].contains(role.value) {
                score.company += 3
            } else {
                score.person += block.words.count > 1 ? 4 : 2
            }
        }
        if comma == 0, ["of", "at", "for"].contains(words.key(at)), let role = role(endingAt: at),
            role.value != "place", role.value != "country", role.value != "ministry"
        {
            score.company += 3
        }
        if comma == 0, words.key(at) == "the", ["of", "at", "from"].contains(words.key(at - 1)),
            role(endingAt: at - 1) != nil
        {
            score.company += 2
        }
        if Self.participles.contains(words.key(at)), at > 0, tokens[at - 1].isSign("-") { score.company += 5 }
        if words.isPossessive(at), words.isPlace(at) { score.company += 2 }
        if block.isBehindAdjective,
            block.words.count > 1 || analysis.tag(endingAt: block.tokens.lowerBound, .companyWord) != nil
        {
            score.company += 1
        }
        if comma == 0, let speech = analysis.tag(endingAt: at + 1, .speech), speech.tokens.count == 1,
            block.words.count > 1
        {
            score.person += isQuoteEnd(speech.tokens.lowerBound - 1) ? 3 : 1
        }
        if isCredit(block, at) { score.person += 4 }
        if comma == 0, analysis.tag(endingAt: at + 1, .lead) != nil { score.person += 3 }
        if isDealPartner(block, at) { score.company += 2 }
        if isListHead(block) { score.company += 3 }
    }

    private static let participles: Set<String> = [
        "based", "registered", "owned", "backed", "listed", "headquartered", "incorporated", "controlled",
    ]

    func role(endingAt token: Int) -> Tag? {
        guard token > 0 else { return nil }
        return analysis.tags(in: max(0, token - 7)..<token).last { $0.lexeme == .role && $0.tokens.upperBound == token }
    }

    private func isQuoteEnd(_ token: Int) -> Bool {
        guard token >= 0 else { return false }
        return [0x22, 0x201D, 0x2C, 0x2019, 0x27].contains(tokens[token].sign) && tokens[token].kind == .sign
    }

    /// Behind a role and a comma a name is closed by a comma, a bracket, a verb or the sentence's end: not "the governor, Masdar and …".
    private func isApposition(_ block: NameBlock) -> Bool {
        let next = block.tokens.upperBound
        guard next < tokens.count, words.isSamePassage(next, block.tokens.lowerBound) else { return true }
        if tokens[next].kind == .sign { return !tokens[next].isSign("&") }
        return words.key(next) != "and" || block.words.count > 1
    }

    /// "the governor of Samarkand region, X", "Minister of Investment, Industry and Trade X", "head of Uzneftegaz X".
    func distantRole(_ edge: Int) -> Tag? {
        guard edge > 0 else { return nil }
        let passage = analysis.passage(of: edge - 1)
        var token = edge - 1
        var steps = 0
        while token >= passage.tokens.lowerBound, steps < 14 {
            if let role = role(endingAt: token + 1), steps > 0 {
                let link = words.key(token + 1)
                let isOf = words.key(token) == "of" || words.key(token) == "for"
                return isOf || ["of", "at", "for", "from", "in", "to"].contains(link) ? role : nil
            }
            let isLink = ["of", "the", "and", "for", "at", "in", "from", "on", "to"].contains(words.key(token))
            let isPart =
                tokens[token].isCapitalised || words.isPlace(token) || analysis.tag(at: token, .placeType) != nil
                || analysis.tag(at: token, .sector) != nil
                || tokens[token].isSign(",") && token < edge || tokens[token].isSign("-") || tokens[token].isSign("&")
                || analysis.tag(at: token, .companyWord) != nil
                || ["branch", "office"].contains(words.key(token)) || tokens[token].isSign("\"")
                || tokens[token].isSign("“") || tokens[token].isSign("”")
            guard isLink || isPart else { return nil }
            token -= 1
            steps += 1
        }
        return nil
    }

    /// "By X", "editing by X", "Photo: X", "X · 20 January 2025".
    private func isCredit(_ block: NameBlock, _ at: Int) -> Bool {
        guard (2...4).contains(block.words.count),
            block.words.allSatisfy({ !words.isOrdinary($0) || analysis.tag(at: $0, .givenName) != nil })
        else { return false }
        let passage = analysis.passage(of: at)
        let opener = passage.tokens.first { tokens[$0].kind == .word } ?? at
        if ["by", "authors", "author", "text"].contains(words.key(opener)), passage.tokens.count <= 16,
            passage.isUnclosed
        {
            return true
        }
        if words.key(at) == "by" {
            if at == passage.tokens.lowerBound { return passage.isUnclosed }
            let before = tokens[at - 1]
            if before.kind == .sign, !before.isSign(",") || passage.tokens.count < 20 { return true }
            return [
                "reporting", "editing", "written", "compiled", "translated", "interviewed", "photo", "photos", "story",
                "prepared", "edited", "interview", "translation", "writing", "text",
            ].contains(words.key(at - 1))
        }
        guard tokens[at].isSign(":"), at > 0 else { return false }
        return [
            "photo", "photos", "interview", "interviewer", "text", "author", "authors", "editor", "reporter", "image",
            "picture", "photographer", "correspondent", "translator", "columnist", "moderator", "speaker", "contact",
        ].contains(words.key(at - 1))
    }

    /// "an agreement with X", "a contract between X and Y", "a loan from X" in a sentence about a deal.
    func isDealPartner(_ block: NameBlock, _ at: Int) -> Bool {
        guard at >= 0 else { return false }
        guard ["with", "between", "from", "by", "and", "to"].contains(words.key(at)) else { return false }
        let passage = analysis.passage(of: at).tokens
        let near = max(passage.lowerBound, at - 6)..<at
        return analysis.tags(in: near).contains { [.paper, .loan, .sign, .agreed].contains($0.lexeme) }
    }

    /// "- Shaanxi Qinfeng Chemical: chrome oxide plant": a list's item opens with the firm.
    private func isListHead(_ block: NameBlock) -> Bool {
        let passage = analysis.passage(of: block.tokens.lowerBound)
        guard passage.isListItem, block.tokens.upperBound < tokens.count,
            tokens[block.tokens.upperBound].isSign(":") || tokens[block.tokens.upperBound].isSign("–")
                || tokens[block.tokens.upperBound].isSign("—")
        else { return false }
        return (passage.tokens.lowerBound..<block.tokens.lowerBound).allSatisfy { tokens[$0].kind != .word }
            && block.words.count > 1
    }

    // MARK: Behind it

    func behind(_ block: NameBlock, _ score: inout Score) {
        let next = block.tokens.upperBound
        guard next < tokens.count else { return }
        let passage = analysis.passage(of: block.tokens.lowerBound).tokens
        if !passage.contains(next) { return }
        if block.isPossessive {
            if let role = analysis.tags(in: next..<min(passage.upperBound, next + 3)).first(where: {
                $0.lexeme == .role
            }), role.value == "company" || role.value == "body" {
                score.company += 3
            }
            if analysis.tag(at: next, .companyWord) != nil { score.company += 1 }
            // "X's plant", "X's contract": what firms have.
            if analysis.tags(in: next..<min(passage.upperBound, next + 3)).contains(where: {
                [.project, .paper, .loan, .invest].contains($0.lexeme)
            }) {
                score.company += 1
            }
            return
        }
        if block.words.count == 1, !tokens[next].traits.contains(.capital),
            analysis.tag(at: next, .project) != nil || analysis.tag(at: next, .unit) != nil
        {
            score.company -= 3
        }
        if tokens[next].isCapitalised, let role = analysis.tag(at: next, .role),
            role.value == "company" || role.value == "body"
        {
            score.company += 3
        }
        if tokens[next].isSign(",") || tokens[next].isSign("(") || tokens[next].isSign("–") || tokens[next].isSign("—")
        {
            apposition(next, passage, block, &score)
        }
        if let kind = analysis.tag(at: next, .companyWord), !tokens[next].traits.contains(.capital),
            !words.isPossessive(kind.tokens.upperBound - 1)
        {
            score.company += 3
        }
        if words.key(next) == "who" || tokens[next].isSign(","), next + 1 < tokens.count,
            words.key(next) == "who" || words.key(next + 1) == "who"
        {
            score.person += 3
        }
        if let speech = analysis.tag(at: next, .speech), speech.tokens.count >= 1 {
            score.person += block.words.count > 1 ? 2 : 1
        }
        if ["contributed", "reports", "writes", "reporting"].contains(words.key(next)), passage.count <= 14 {
            score.person += 2
        }
        let verbs = next..<min(passage.upperBound, next + 4)
        if analysis.tags(in: verbs).contains(where: {
            [.build, .invest, .announce, .sign, .agreed, .future, .stage, .loan].contains($0.lexeme)
        }) || analysis.money.contains(where: { verbs.contains($0.tokens.lowerBound) }) {
            score.company += 1
        }
        if isBylineDate(block, next) { score.person += 3 }
        if words.key(next) == "of", let place = words.place(at: next + 1), place.kind.isLocal { score.company += 1 }
        // "has launched", "is building": firms act so; a name that ends in no surname may be one.
        if tokens[next].isSign("("), next + 1 < tokens.count,
            analysis.money.contains(where: { $0.tokens.contains(next + 1) })
        {
            score.company += 2
        }
    }

    /// What a comma or bracket behind the name says of it: "X, the group's director", "X, a winery in Urgut".
    private func apposition(_ comma: Int, _ passage: Range<Int>, _ block: NameBlock, _ score: inout Score) {
        var token = comma + 1
        let first = token
        let opensWell =
            token < passage.upperBound
            && !["its", "their", "whose", "and", "but", "which", "where", "while"].contains(words.key(token))
        guard opensWell else { return }
        while token < passage.upperBound, token - first < 9 {
            if tokens[token].isSign(",") || tokens[token].isSign(")") || tokens[token].isSign(";") { return }
            if analysis.tag(at: token, .role) != nil {
                score.person += 4
                return
            }
            if let word = analysis.tag(at: token, .companyWord) {
                // "X, the company's …" goes on to a role.
                if words.isPossessive(word.tokens.upperBound - 1)
                    || analysis.tags(
                        in: word.tokens
                            .upperBound..<max(
                                word.tokens.upperBound, min(passage.upperBound, word.tokens.upperBound + 2))
                    ).contains(where: { $0.lexeme == .role })
                {
                    token += 1
                    continue
                }
                let article = words.key(first)
                score.company +=
                    ["a", "an", "the", "one"].contains(article)
                        || tokens[first].kind == .word
                            && analysis.data.gazetteer.adjective(in: analysis.text, at: first) != nil
                    ? 3 : 1
                return
            }
            if analysis.tags(in: token..<(token + 1)).contains(where: {
                [.speech, .sign, .meet, .agreed, .announce].contains($0.lexeme)
            }) {
                return
            }
            token += 1
        }
    }

    /// "Zarina Kholova · 20 January 2025" on a line of its own.
    private func isBylineDate(_ block: NameBlock, _ next: Int) -> Bool {
        let passage = analysis.passage(of: block.tokens.lowerBound)
        guard passage.isUnclosed, passage.opensLine, passage.tokens.count <= 14, (2...3).contains(block.words.count),
            tokens[next].kind == .sign, next + 1 < tokens.count
        else { return false }
        guard
            (passage.tokens.lowerBound..<block.tokens.lowerBound).allSatisfy({
                tokens[$0].kind == .sign || words.key($0) == "by"
            })
        else { return false }
        return tokens[next + 1].kind == .number || analysis.tag(at: next + 1, .month) != nil
            || analysis.tag(at: next + 1, .weekday) != nil
    }
}
