internal import Deals
internal import Languages
internal import SourceText

/// Names in Uzbek texts of both scripts: quotes and runs of capitals beside kind words for companies, closing head
/// nouns for institutions, surname endings, given names and offices for persons.
///
/// All look-ups go through the folded keys, which are in Latin letters for both scripts; names are shown in the
/// text's own letters with the case suffixes taken off.
struct UzbekNames: NameRules {
    func organisations(in analysis: Analysis) -> [OrganisationMention] {
        var found: [OrganisationMention] = []
        var taken = [Bool](repeating: false, count: analysis.text.tokens.count)
        func add(_ mention: OrganisationMention?) {
            guard let mention, !mention.tokens.contains(where: { taken[$0] }) else { return }
            found.append(mention)
            for token in mention.tokens { taken[token] = true }
        }
        let words = UzbekWords(analysis: analysis)
        // From the last to the first: what introduces a name introduces those joined to it before it.
        var introduced: Set<Int> = []
        var fromQuotes: [OrganisationMention] = []
        let quotations = Quotations(analysis.text).inner
        for (number, inner) in quotations.enumerated().reversed() {
            let next = number + 1 < quotations.count ? quotations[number + 1] : nil
            let joins =
                next.map { introduced.contains($0.lowerBound) && words.joins(inner.upperBound + 1, $0.lowerBound - 1) }
                ?? false
            guard let (mention, isIntroduced) = quoted(inner, joined: joins, words) else { continue }
            if isIntroduced { introduced.insert(inner.lowerBound) }
            fromQuotes.append(mention)
        }
        for mention in fromQuotes.reversed() { add(mention) }
        for tag in analysis.tags where tag.lexeme == .organisationHead { add(institution(tag, words)) }
        let isCyrillicText = analysis.data.tag == .uzbekCyrillic
        var token = 0
        while token < analysis.text.tokens.count {
            if taken[token] {
                token += 1
            } else if isCyrillicText, let run = LatinRun(at: token, in: analysis), !words.isHeadline(token) {
                add(run.mention)
                token = run.tokens.upperBound
            } else if let outlet = outlet(at: token, words) {
                add(outlet)
                token = outlet.tokens.upperBound
            } else if let run = words.run(at: token, until: { taken[$0] }) {
                add(company(run, words))
                token = run.upperBound
            } else {
                token += 1
            }
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    // MARK: Persons

    func persons(in analysis: Analysis) -> [PersonMention] {
        let words = UzbekWords(analysis: analysis)
        var found: [PersonMention] = []
        var token = 0
        while token < analysis.text.tokens.count {
            if let person = person(at: token, words) {
                found.append(person)
                token = person.tokens.upperBound
            } else {
                token += 1
            }
        }
        return found
    }

    private func person(at start: Int, _ words: UzbekWords) -> PersonMention? {
        let analysis = words.analysis
        let tokens = analysis.text.tokens
        if words.isInitial(start) {
            var at = start
            while words.isInitial(at) { at += 2 }
            guard words.isNameWord(at), !tokens[at].traits.contains(.lineBefore), analysis.tag(at: at, .notName) == nil
            else { return nil }
            return PersonMention(
                tokens: start..<(at + 1),
                name: words.name(start..<at, strippingLast: false) + " " + words.personWord(at))
        }
        guard words.isNameWord(start), analysis.tag(at: start, .placeType) == nil,
            analysis.tag(at: start, .organisationHead) == nil, analysis.tag(at: start, .role) == nil
        else { return nil }
        let roleBefore = words.isRoleBefore(start)
        let given = analysis.tag(at: start, .givenName) != nil
        // "Umid Karimov": a given name that is a common word too counts before a surname.
        if analysis.tag(at: start, .notName) != nil, !roleBefore, !(given && words.isSurname(start + 1)) { return nil }
        if analysis.overlapsPlace(start..<(start + 1)), !roleBefore, !given { return nil }
        guard let end = personEnd(start, words) else { return nil }
        let all = (start..<end).filter { tokens[$0].kind == .word && tokens[$0].traits.contains(.capital) }
        guard let last = all.last else { return nil }
        // "Islom Karimov nomidagi aeroport" is named after the person.
        if end < tokens.count, ["nomidagi", "nomli", "nomida"].contains(analysis.text.key(end)) { return nil }
        // "Karimov A."
        if all.count == 1 {
            guard words.isSurname(last), words.isInitial(end), !tokens[end].traits.contains(.lineBefore) else {
                return nil
            }
            return PersonMention(tokens: start..<(end + 2), name: words.name(start..<(end + 2), strippingLast: false))
        }
        let surname = all.dropFirst().contains { words.isSurname($0) }
        let patronymic = (start..<end).contains { UzbekWords.patronymics.contains(analysis.text.key($0)) }
        let isForeignSurname = words.isForeign(last) && given
        guard
            surname || patronymic || roleBefore || isForeignSurname || given && words.mayFollowGiven(last)
                || words.isPersonBeside(start..<end)
        else { return nil }
        if analysis.overlapsPlace((start + 1)..<end), !surname, !roleBefore { return nil }
        if words.nameWords(start..<end) > 0, !surname, !given { return nil }
        return PersonMention(tokens: start..<end, name: words.personName(start..<end))
    }

    /// The end of a run of words that may be one person's name.
    private func personEnd(_ start: Int, _ words: UzbekWords) -> Int? {
        let analysis = words.analysis
        let tokens = analysis.text.tokens
        var end = start + 1
        // A case suffix closes the name.
        if words.closesName(start) { return end }
        while end < tokens.count, end - start < 7, !tokens[end].traits.contains(.lineBefore) {
            let key = analysis.text.key(end)
            if words.isNameWord(end), tokens[end].traits.contains(.spaceBefore),
                analysis.tag(at: end, .notName) == nil || words.isSurname(end),
                analysis.tag(at: end, .role) == nil || words.isSurname(end),
                analysis.tag(at: end, .placeType) == nil,
                end == start + 1 || words.isSurname(end) || !analysis.overlapsPlace(end..<(end + 1))
            {
                end += 1
                if words.closesName(end - 1)
                    || words.isSurname(end - 1) && !words.isPatronymic(end - 1)
                        && !UzbekWords.patronymics.contains(words.bare(end))
                        && !(end < tokens.count && tokens[end].isSign("-"))
                {
                    break
                }
                if (start..<end).count(where: { tokens[$0].kind == .word }) >= 3,
                    !(end < tokens.count && UzbekWords.patronymics.contains(words.bare(end)))
                {
                    break
                }
            } else if end >= start + 2, words.isSingleLetter(end) {
                // "Kvon Yon U"
                end += 1
                break
            } else if tokens[end].isSign("-"), !tokens[end].traits.contains(.spaceBefore), words.isNameWord(end + 1),
                !tokens[end + 1].traits.contains(.spaceBefore)
            {
                end += 2
            } else if UzbekWords.patronymics.contains(words.bare(end)) {
                end += 1
                break
            } else if UzbekWords.titles.contains(key), words.isNameWord(end + 1) {
                end += 1
            } else if UzbekWords.particles.contains(key), end + 1 < tokens.count {
                if tokens[end + 1].isSign("-"), words.isNameWord(end + 2) {
                    end += 3
                } else if words.isNameWord(end + 1) {
                    end += 2
                } else {
                    break
                }
            } else {
                break
            }
        }
        return end
    }

    // MARK: Places

    func unlistedPlace(at token: Int, in analysis: Analysis) -> PlaceMention? {
        let tokens = analysis.text.tokens
        let words = UzbekWords(analysis: analysis)
        guard tokens[token].isCapitalised, !words.isOpener(token), analysis.tag(at: token, .placeType) == nil,
            !analysis.text.key(token).hasSuffix("ning")
        else { return nil }
        var end = token + 1
        while end + 1 < tokens.count, tokens[end].isSign("-"), !tokens[end].traits.contains(.spaceBefore),
            tokens[end + 1].isCapitalised, !tokens[end + 1].traits.contains(.spaceBefore)
        {
            end += 2
        }
        // "Sharof Rashidov tumani": two capitals before the type word.
        if end + 1 < tokens.count, tokens[end].isCapitalised, analysis.tag(at: end, .placeType) == nil,
            !tokens[end].traits.contains(.lineBefore), !tokens[end + 1].traits.contains(.lineBefore),
            let type = analysis.tag(at: end + 1, .placeType), type.value == "district" || type.value == "region",
            !words.isOblique(token),
            tokens[token].traits.contains(.latin) == tokens[end].traits.contains(.latin),
            analysis.tag(endingAt: token, .givenName) == nil,
            analysis.data.gazetteer.adjective(in: analysis.text, at: token) == nil
        {
            end += 1
        }
        guard end < tokens.count, !tokens[end].traits.contains(.lineBefore),
            let type = analysis.tag(at: end, .placeType),
            let kind = Place.Kind(typeWord: type.value), kind != .country
        else { return nil }
        // "Kecha shahar …": the type word must be possessed by the name.
        guard words.isPossessedType(type), !analysis.text.key(type.tokens.upperBound - 1).contains("lari") else {
            return nil
        }
        let bare = words.name(token..<end, strippingLast: false)
        let typeKey = analysis.text.key(type.tokens.lowerBound)
        let keepsType = kind == .district || kind == .zone || typeKey.hasPrefix("viloyat")
        let name = keepsType ? bare + " " + words.typeName(type) : bare
        return PlaceMention(tokens: token..<type.tokens.upperBound, name: name, id: nil, kind: kind)
    }
}
