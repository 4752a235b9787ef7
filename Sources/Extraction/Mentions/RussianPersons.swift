internal import Deals
internal import Languages
internal import SourceText

/// Persons in Russian texts, with their nominative rebuilt.
extension RussianNames {
    func persons(in analysis: Analysis) -> [PersonMention] {
        var found: [PersonMention] = []
        var token = 0
        while token < analysis.text.tokens.count {
            if let person = person(at: token, analysis) {
                found.append(person)
                token = person.tokens.upperBound
            } else {
                token += 1
            }
        }
        return found
    }

    private func isNameWord(_ index: Int, _ analysis: Analysis) -> Bool {
        guard index < analysis.text.tokens.count else { return false }
        let token = analysis.text.tokens[index]
        return token.isCapitalised && token.traits.contains(.cyrillic) && !token.traits.contains(.allCapitals)
            && token.end - token.start > 2
            && !analysis.overlapsOrganisation(index..<(index + 1))
    }

    private func isInitial(_ index: Int, _ analysis: Analysis) -> Bool {
        guard index + 1 < analysis.text.tokens.count else { return false }
        let token = analysis.text.tokens[index]
        return token.isCapitalised && token.traits.contains(.cyrillic) && token.end - token.start <= 4
            && token.end - token.start >= 2
            && analysis.text.tokens[index + 1].isSign(".")
            && (token.end - token.start == 2 || ["ш", "ч", "ю", "я", "дж"].contains(analysis.text.key(index)))
    }

    func person(at start: Int, _ analysis: Analysis) -> PersonMention? {
        let tokens = analysis.text.tokens
        // "А. Мирзаев", "А.Б. Мирзаев"
        if isInitial(start, analysis) {
            var at = start
            while isInitial(at, analysis) { at += 2 }
            guard isNameWord(at, analysis), !tokens[at].traits.contains(.lineBefore) else { return nil }
            let surname = RussianMorphology.surnameNominative(analysis.text.surface(at), isFeminine: false)
            return PersonMention(tokens: start..<(at + 1), name: analysis.words(start..<at) + " " + surname)
        }
        if let signature = signature(at: start, analysis) { return signature }
        if isPlaceOrVerb(start, analysis) { return nil }
        guard isNameWord(start, analysis), analysis.tag(at: start, .placeType) == nil,
            analysis.tag(at: start, .organisationHead) == nil
        else { return nil }
        if analysis.overlapsPlace(start..<(start + 1)) {
            // "премьер-министр Кыргызстана Данияр Осмонов": the place belongs to the office, the name comes behind it.
            let isOffice = isNameWord(start + 1, analysis) && isNameWord(start + 2, analysis)
            if !isRoleBefore(start, analysis) || isOffice { return nil }
        }
        // "Профессором Бахромом Абдуллаевым": the office begins the sentence.
        if let role = analysis.tag(at: start, .role), role.tokens.count == 1, isNameWord(start + 2, analysis) {
            return nil
        }
        // "Ли" in the middle of a sentence is a surname, not the particle.
        let isShortName = analysis.text.key(start).count <= 3 && !analysis.opensPassage(start)
        if analysis.tag(at: start, .notName) != nil, !isShortName { return nil }
        var end = start + 1
        while end < tokens.count, end - start < 4, !tokens[end].traits.contains(.lineBefore) {
            if isNameWord(end, analysis), tokens[end].traits.contains(.spaceBefore) || tokens[end - 1].isSign("-"),
                analysis.tag(at: end, .notName) == nil || end == start + 1
            {
                end += 1
            } else if tokens[end].isSign("-"), end + 1 < tokens.count, isNameWord(end + 1, analysis),
                !tokens[end].traits.contains(.spaceBefore), !tokens[end + 1].traits.contains(.spaceBefore)
            {
                end += 2
            } else if ["аль", "ал", "бин", "ибн", "угли", "оглы", "кизи", "кызы", "заде", "де", "ван", "фон"].contains(
                analysis.text.key(end)), end + 1 < tokens.count
            {
                if tokens[end + 1].isSign("-"), end + 2 < tokens.count, isNameWord(end + 2, analysis) {
                    end += 3
                } else if isNameWord(end + 1, analysis) {
                    end += 2
                } else if ["угли", "оглы", "кизи", "кызы"].contains(analysis.text.key(end)) {
                    end += 1
                } else {
                    break
                }
            } else {
                break
            }
        }
        let words = (start..<end).filter { tokens[$0].kind == .word }
        // "Мирзаев А."
        if words.count == 1, isInitial(end, analysis), !tokens[end].traits.contains(.lineBefore),
            surnameLike(analysis.text.key(start))
        {
            return PersonMention(tokens: start..<(end + 2), name: analysis.words(start..<(end + 2)))
        }
        guard words.count >= 2, words.dropFirst().contains(where: { tokens[$0].traits.contains(.spaceBefore) }) else {
            return nil
        }
        // "Бюджет Навоийской области", "Сайхун Инвест Банк": part of a place or an organisation.
        if analysis.places.contains(where: { $0.tokens.overlaps(start..<end) && $0.tokens.upperBound > end }) {
            return nil
        }
        if words.contains(where: { word in
            analysis.tags(in: word..<(word + 1)).contains {
                [.organisationHead, .companyWord, .legalForm, .placeType].contains($0.lexeme)
            }
        }) {
            return nil
        }
        if analysis.overlapsPlace((start + 1)..<end), !isRoleBefore(start, analysis),
            !surnameLike(analysis.text.key(words.last!))
        {
            return nil
        }
        if analysis.data.gazetteer.adjective(in: analysis.text, at: start) != nil { return nil }
        // Two capitalised words at the head of a passage need more than capitals.
        if analysis.opensPassage(start), !words.contains(where: { surnameLike(analysis.text.key($0)) }),
            !isRoleBefore(start, analysis), analysis.tag(at: start, .givenName) == nil,
            !speechBeside(start..<end, analysis)
        {
            return nil
        }
        if words.contains(where: { looksLikeAdjectiveOrNoun(analysis.text.key($0)) }),
            !words.contains(where: { surnameLike(analysis.text.key($0)) }), !isRoleBefore(start, analysis)
        {
            return nil
        }
        return PersonMention(tokens: start..<end, name: nominative(words, start..<end, analysis))
    }

    /// "Михаил АРХИПОВ" under an article.
    private func signature(at start: Int, _ analysis: Analysis) -> PersonMention? {
        let tokens = analysis.text.tokens
        guard start + 1 < tokens.count, analysis.tag(at: start, .givenName) != nil, isNameWord(start, analysis),
            tokens[start + 1].traits.contains(.allCapitals), tokens[start + 1].traits.contains(.cyrillic),
            surnameLike(analysis.text.key(start + 1)), !tokens[start + 1].traits.contains(.lineBefore)
        else { return nil }
        let surname = analysis.text.surface(start + 1)
        return PersonMention(
            tokens: start..<(start + 2),
            name: analysis.text.surface(start) + " " + surname.prefix(1) + surname.dropFirst().lowercased())
    }

    /// "в Находке Им Чжон Иром", "Беседовала Ирина Лосева": a word behind a preposition of place, or a verb that opens a
    /// line before a given name, begins no person's name.
    private func isPlaceOrVerb(_ start: Int, _ analysis: Analysis) -> Bool {
        let tokens = analysis.text.tokens
        if start > 0, ["в", "во", "из", "под", "близ"].contains(analysis.text.key(start - 1)) { return true }
        guard start + 2 < tokens.count, isNameWord(start + 1, analysis), isNameWord(start + 2, analysis),
            analysis.opensPassage(start), analysis.tag(at: start, .givenName) == nil
        else { return false }
        let key = analysis.text.key(start)
        return key.count > 5 && ["ла", "ли", "ал", "ил", "ел"].contains { key.hasSuffix($0) }
            && (analysis.tag(at: start + 1, .givenName) != nil || surnameLike(analysis.text.key(start + 2)))
    }

    private func speechBeside(_ range: Range<Int>, _ analysis: Analysis) -> Bool {
        analysis.tag(at: range.upperBound, .speech) != nil
            || analysis.has(.speech, in: max(0, range.lowerBound - 2)..<range.lowerBound)
    }

    /// A role within the words before: "хоким области Рустам …", "гендиректор компании X Файсал …".
    private func isRoleBefore(_ start: Int, _ analysis: Analysis) -> Bool {
        analysis.tag(endingAt: start, .role) != nil || analysis.tag(endingAt: start, .lead) != nil
            || (analysis.tag(endingAt: start, .placeType) != nil && analysis.has(.role, in: max(0, start - 4)..<start))
    }

    func surnameLike(_ key: String) -> Bool {
        [
            "ов", "ев", "ова", "ева", "ин", "ина", "ову", "еву", "овым", "евым", "овой", "евой", "ове", "еве", "иным",
            "иной", "ский", "ского", "скому", "ским", "ская", "ской", "ян", "яна", "яном", "дзе", "швили", "заде",
            "ходжаев", "ко", "енко", "чук", "зода", "зоды", "зоде", "вич", "вича", "вичем", "вичу", "вна", "вны",
            "вной",
        ]
        .contains { key.hasSuffix($0) && key.count > $0.count + 1 }
    }

    private func looksLikeAdjectiveOrNoun(_ key: String) -> Bool {
        [
            "ский", "ская", "ское", "ского", "ской", "скому", "ский", "ные", "ных", "ный", "ная", "ного", "ость", "ние",
            "ния", "ция", "ции", "ские", "ских", "ство", "ства",
        ].contains { key.hasSuffix($0) }
    }

    /// Chinese and Korean names decline only in their last part.
    func isForeignGiven(_ index: Int, _ surname: Int, _ analysis: Analysis) -> Bool {
        !surnameLike(analysis.text.key(surname)) && index != surname
    }

    /// A surname whose ending is no nominative: "Черноусовым", "Лебедевой", "Рахимовскому".
    func isObliqueForm(_ key: String) -> Bool {
        ["овым", "евым", "иным", "ыным", "ским", "цким", "скому", "цкому", "ского", "цкого", "овой", "евой", "иной"]
            .contains { key.hasSuffix($0) && key.count > $0.count + 2 }
    }

    /// Whether the words before put the name into another case than the nominative.
    func isObliqueContext(_ start: Int, _ role: Tag?, _ analysis: Analysis) -> Bool {
        if let role {
            let key = analysis.text.key(role.tokens.upperBound - 1)
            let head = analysis.text.key(role.tokens.lowerBound)
            return ["а", "у", "ом", "ем", "е", "я", "ю", "ого", "ому", "ым", "им", "ы"].contains { head.hasSuffix($0) }
                && !["глава"].contains(head) && key != "совета"
        }
        if let lead = analysis.tag(endingAt: start, .lead) {
            return ["с", "руководством"].contains(analysis.text.key(lead.tokens.upperBound - 1))
        }
        if start > 0 {
            let before = analysis.text.key(start - 1)
            if ["с", "со", "у", "от", "для", "к", "о", "об"].contains(before) { return true }
            // "во главе с хокимом области Рустамом …"
            let window = max(0, start - 4)..<start
            if let far = analysis.all(.role, in: window).last {
                let head = analysis.text.key(far.tokens.lowerBound)
                return ["ом", "ем", "а", "у", "ым", "ого", "ему", "ому"].contains { head.hasSuffix($0) }
                    && head != "глава"
            }
        }
        return false
    }

    // MARK: Places
}
