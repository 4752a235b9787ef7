internal import Deals
internal import Languages
internal import SourceText

/// The four forms of an organisation's name in Uzbek: in quotes, closed by a head noun, a run of capitals beside a kind
/// word, and an outlet.
extension UzbekNames {
    /// “Quva Tekstil” MChJ, “Xorazm Shakar” bankdan …; project names and speech are left out.
    func quoted(_ inner: Range<Int>, joined: Bool, _ words: UzbekWords) -> (OrganisationMention, Bool)? {
        let analysis = words.analysis
        let tokens = analysis.text.tokens
        guard inner.count <= 9, let first = inner.first(where: { tokens[$0].kind != .sign }),
            tokens[first].kind == .number || tokens[first].traits.contains(.capital)
        else { return nil }
        let stops: [Unicode.Scalar] = ["?", "!", ";", ":", "…"]
        guard !inner.contains(where: { token in stops.contains { tokens[token].isSign($0) } }) else { return nil }
        // A comma belongs to a name only before a legal form.
        guard !inner.contains(where: { tokens[$0].isSign(",") && analysis.tag(at: $0 + 1, .legalForm) == nil }) else {
            return nil
        }
        let all = inner.filter { tokens[$0].kind == .word }
        guard !all.isEmpty, all.count <= 6 else { return nil }
        let capitals = all.count(where: { tokens[$0].traits.contains(.capital) })
        let before = max(0, inner.lowerBound - 3)..<(inner.lowerBound - 1)
        let after = (inner.upperBound + 1)..<min(tokens.count, inner.upperBound + 4)
        // “Navoiy” erkin iqtisodiy zonasi, “Ulug‘obod” mahallasi: a place.
        if let type = analysis.tag(at: inner.upperBound + 1, .placeType), type.value != "street" { return nil }
        let kinds: LexemeSet = [.legalForm, .companyWord]
        let kindBehind = analysis.tags(in: after).first { kinds.contains($0.lexeme) }
        let isDirect =
            kindBehind.map { tag in
                (after.lowerBound..<tag.tokens.lowerBound).allSatisfy { words.isModifier($0) }
            } ?? false
        let kindAhead = analysis.tags(in: before).contains {
            kinds.contains($0.lexeme) && $0.tokens.upperBound == inner.lowerBound - 1
        }
        let headInside = all.count >= 2 && analysis.tags(in: inner).contains { $0.lexeme == .organisationHead }
        let isOutlet =
            analysis.tags(in: after).contains { $0.lexeme == .outlet }
            || words.isOutletHead(all.last!) && all.count == 2
        let hasOffice = analysis.tag(at: inner.upperBound + 1, .role) != nil
        let introduced = isDirect || kindAhead || isOutlet || hasOffice || joined
        if !introduced {
            if words.namesNoCompany(after) { return nil }
            if all.count == 1, words.isCompanyWord(all[0]) || words.actsBeside(inner) {
                return (
                    OrganisationMention(
                        tokens: inner, name: words.name(inner, strippingLast: false), isInstitution: false,
                        isOutlet: false), false
                )
            }
            // Two or more words, each with a capital, and none that is a place only.
            guard all.count >= 2, capitals == all.count || headInside && capitals * 2 >= all.count,
                !inner.contains(where: { tokens[$0].kind == .number })
            else { return nil }
            guard !all.allSatisfy({ analysis.overlapsPlace($0..<($0 + 1)) }) else { return nil }
            if words.isPersonLike(inner) { return nil }
        }
        guard capitals * 2 >= all.count || isOutlet || isDirect && all.count <= 4 else { return nil }
        let mention = OrganisationMention(
            tokens: inner, name: words.name(inner, strippingLast: false), isInstitution: headInside && !isDirect,
            isOutlet: isOutlet)
        return (mention, introduced && !isOutlet)
    }

    /// "Samarqand viloyati sog‘liqni saqlash boshqarmasi", "Shimoliy Investitsiya Banki": the head closes the name.
    func institution(_ head: Tag, _ words: UzbekWords) -> OrganisationMention? {
        let analysis = words.analysis
        let tokens = analysis.text.tokens
        // A head of several words that itself begins with a capital is part of the name ("Infratuzilma Banki").
        if head.value == "lender" {
            guard tokens[head.tokens.lowerBound].traits.contains(.capital) else { return nil }
            return OrganisationMention(
                tokens: head.tokens, name: words.headName(head.tokens, head), isInstitution: false, isOutlet: false)
        }
        let opensWithName = head.tokens.count >= 2 && tokens[head.tokens.lowerBound].traits.contains(.capital)
        let headStart = opensWithName ? head.tokens.upperBound - 1 : head.tokens.lowerBound
        // A head that belongs to a longer office or list is none by itself ("direktorlar kengashi raisi").
        guard !words.isHeadline(headStart) else { return nil }
        var low = headStart
        var sawAnd = false
        while low > 0, headStart - low < 10, !tokens[low].traits.contains(.lineBefore) {
            let previous = low - 1
            if tokens[previous].kind == .word {
                let key = analysis.text.key(previous)
                if key == "va" {
                    guard low < headStart || tokens[headStart].traits.contains(.capital) == false else { break }
                    // "X viloyati va Energetika vazirligi": two sides, not one name.
                    if previous == 0 || words.endsSide(previous - 1) || words.isAcronym(previous - 1) { break }
                    if analysis.places.contains(where: { $0.tokens.lowerBound == low }) { break }
                    sawAnd = true
                    low = previous
                    continue
                }
                guard words.mayModify(previous, closest: low == headStart) else { break }
                low = previous
            } else if tokens[previous].isSign("-"), !tokens[previous].traits.contains(.spaceBefore), previous > 0,
                tokens[previous - 1].kind == .word
            {
                low = previous - 1
            } else if tokens[previous].isSign(","), sawAnd, previous > 0, words.mayModify(previous - 1),
                !tokens[low].traits.contains(.capital)
            {
                low = previous - 1
            } else {
                break
            }
        }
        // The first capital opens the name; the words before it do not belong to it.
        var start = low
        while start < headStart, !tokens[start].traits.contains(.capital) || words.isInstitutionOpener(start) {
            start += 1
        }
        if start == headStart {
            guard let named = words.lowerCaseMinistry(low..<headStart, head) else { return nil }
            return OrganisationMention(
                tokens: named, name: words.headName(named, head), isInstitution: true, isOutlet: false)
        }
        let modifiers = (start..<headStart).filter { tokens[$0].kind == .word }
        let isAllPlace = modifiers.allSatisfy { analysis.overlapsPlace($0..<($0 + 1)) }
        if head.value == "company" {
            // "Xitoy banki" names none; "Osiyo taraqqiyot banki", "Jahon banki", "Navoiy kon-metallurgiya kombinati" do.
            let key = analysis.text.key(head.tokens.upperBound - 1)
            let isBank = key.hasPrefix("bank")
            guard !modifiers.isEmpty,
                !isAllPlace || head.tokens.count >= 2 || tokens[headStart].traits.contains(.capital)
            else {
                return nil
            }
            let isSpelled = modifiers.allSatisfy {
                tokens[$0].traits.contains(.capital) || analysis.text.key($0) == "va"
            }
            guard isSpelled || head.tokens.count >= 2 && isBank || key.hasPrefix("kombinat") && modifiers.count >= 2
            else { return nil }
            guard
                isBank || key.hasPrefix("kombinat") || modifiers.count >= 2
                    || tokens[headStart].traits.contains(.capital)
            else { return nil }
            if modifiers.count == 1, head.tokens.count == 1, analysis.opensPassage(start), words.isOpener(start) {
                return nil
            }
        }
        // "Rossiya Federatsiyasi" is a country.
        if isAllPlace, analysis.tag(at: headStart, .placeType)?.value == "country" { return nil }
        if words.isPlain(head), head.tokens.count == 1, !modifiers.isEmpty,
            modifiers.allSatisfy({ analysis.overlapsPlace($0..<($0 + 1)) || analysis.tag(at: $0, .placeType) != nil }),
            !tokens[headStart].traits.contains(.capital)
        {
            return nil
        }
        // One sentence-initial capital alone says nothing, unless it is a place or the head asks for a name.
        if analysis.opensPassage(start), modifiers.count == 1, words.isPlain(head),
            !analysis.overlapsPlace(start..<(start + 1))
        {
            return nil
        }
        // Press services speak for the body before them and are none of their own.
        if modifiers.contains(where: { ["axborot", "matbuot"].contains(analysis.text.key($0)) }), words.isPlain(head) {
            return nil
        }
        if modifiers.contains(where: { analysis.tag(at: $0, .administration) != nil }) { return nil }
        // "Hanmaru Tour agentligi": a company's own name before a common head.
        let isCompanyName =
            modifiers.count >= 2 && !tokens[headStart].traits.contains(.capital)
            && modifiers.allSatisfy { tokens[$0].traits.contains(.capital) }
            && ["agentlig", "laboratoriya", "klinika"].contains { analysis.text.key(headStart).hasPrefix($0) }
            && (modifiers.contains { words.isForeign($0) } || words.nameWords(start..<headStart) > 0
                || analysis.data.tag == .uzbekCyrillic && modifiers.allSatisfy { tokens[$0].traits.contains(.latin) })
        if isCompanyName {
            return OrganisationMention(
                tokens: start..<headStart, name: words.name(start..<headStart, strippingLast: false),
                isInstitution: false,
                isOutlet: false)
        }
        let range = start..<head.tokens.upperBound
        let name = words.headName(range, head)
        return OrganisationMention(
            tokens: range, name: name, isInstitution: head.value == "institution",
            isOutlet: analysis.tag(at: range.upperBound, .outlet) != nil && words.isPlain(head))
    }

    /// A run of capitalised words that is a company: by a kind word or legal form beside it, or by its own words.
    func company(_ run: Range<Int>, _ words: UzbekWords) -> OrganisationMention? {
        let analysis = words.analysis
        let tokens = analysis.text.tokens
        var start = run.lowerBound
        // Openers and places in the genitive before it do not belong to the name.
        while start < run.upperBound, tokens[start].kind != .word || words.isOpener(start) && start + 1 < run.upperBound
        {
            start += 1
        }
        // "Qahramon Boltayev Dana Oasis Agro …": a person before the company.
        if run.upperBound - start >= 4, words.isPersonLike(start..<(start + 2)), words.isSurname(start + 1) {
            start += 2
        }
        guard start < run.upperBound else { return nil }
        let range = start..<run.upperBound
        let all = range.filter { tokens[$0].kind == .word }
        guard let first = all.first, let last = all.last else { return nil }
        if words.isHeadline(first) && all.allSatisfy({ tokens[$0].traits.contains(.allCapitals) }) { return nil }
        let isHashtag = first > 0 && (tokens[first - 1].isSign("#") || tokens[first - 1].isSign("@"))
        if isHashtag { return nil }
        let noise: LexemeSet = [.furniture, .notName, .unit, .currency, .month, .weekday, .administration, .role]
        let solid = all.filter { word in
            !analysis.tags(in: max(0, word - 3)..<(word + 1)).contains {
                noise.contains($0.lexeme) && $0.tokens.contains(word)
            }
        }
        guard !solid.isEmpty else { return nil }
        let isAllPlace = all.allSatisfy {
            analysis.overlapsPlace($0..<($0 + 1)) || analysis.tag(at: $0, .placeType) != nil
        }
        let legal = analysis.tag(at: run.upperBound, .legalForm) ?? words.legalForm(in: range)
        let kind = analysis.tag(at: run.upperBound, .companyWord)
        let isBeside = kind.map { words.isPossessed($0) } ?? words.sharesKind(run.upperBound)
        let isForeign =
            all.contains { words.isForeign($0) } || start > 0 && all.count >= 2 && words.isNationality(start - 1)
        if legal != nil {
            if isAllPlace && all.count == 1 { return nil }
        } else if isBeside {
            if isAllPlace { return nil }
            if words.isPersonLike(range) && all.count <= 2 && !isForeign { return nil }
        } else {
            if all.count == 1, !isAllPlace, words.isCompanyWord(first), !words.isHeadline(first) {
                return OrganisationMention(
                    tokens: start..<run.upperBound, name: words.companyWordName(first), isInstitution: false,
                    isOutlet: false)
            }
            guard all.count >= 2, !isAllPlace else { return nil }
            guard isForeign || words.nameWords(range) > 0 else { return nil }
            if words.isPersonLike(range) || words.isPersonBeside(range) && words.nameWords(range) == 0 { return nil }
        }
        var end = run.upperBound
        if let legal, legal.tokens.lowerBound == end, tokens[legal.tokens.lowerBound].traits.contains(.capital),
            words.isForeignForm(legal)
        {
            end = legal.tokens.upperBound
        }
        // "Volga-Broyler AJ": a local form behind the name is left out.
        if analysis.tag(at: last, .legalForm).map({ !words.isForeignForm($0) }) == true, last > start,
            end == run.upperBound
        {
            end = last
        }
        return OrganisationMention(
            tokens: start..<end, name: words.name(start..<end, strippingLast: legal == nil && !isBeside),
            isInstitution: false, isOutlet: false)
    }

    /// "Termiz bugun" between bars, "©Orol yangiliklari", "Kun.uz".
    func outlet(at start: Int, _ words: UzbekWords) -> OrganisationMention? {
        let analysis = words.analysis
        let tokens = analysis.text.tokens
        guard tokens[start].isCapitalised else { return nil }
        if start + 2 < tokens.count, tokens[start + 1].isSign("."), !tokens[start + 1].traits.contains(.spaceBefore),
            !tokens[start + 2].traits.contains(.spaceBefore),
            ["uz", "com", "ru", "org", "net", "kz", "news"].contains(analysis.text.key(start + 2))
        {
            return OrganisationMention(
                tokens: start..<(start + 3), name: words.name(start..<(start + 3), strippingLast: false),
                isInstitution: false, isOutlet: true)
        }
        let isCopyright = start > 0 && tokens[start - 1].isSign("©")
        var end = start + 1
        if end + 1 < tokens.count, tokens[end].isSign("-"), !tokens[end].traits.contains(.spaceBefore),
            tokens[end + 1].kind == .word
        {
            end += 2
        }
        if isCopyright {
            while end < tokens.count, tokens[end].kind == .word, !tokens[end].traits.contains(.lineBefore) { end += 1 }
            guard end - start <= 4 else { return nil }
        } else {
            guard end < tokens.count, words.isOutletHead(end), !tokens[end].traits.contains(.lineBefore) else {
                return nil
            }
            end += 1
            guard words.isDelimited(start..<end), !tokens[start].traits.contains(.allCapitals) else { return nil }
        }
        return OrganisationMention(
            tokens: start..<end, name: words.name(start..<end, strippingLast: false), isInstitution: false,
            isOutlet: true)
    }
}
