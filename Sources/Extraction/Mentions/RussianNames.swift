internal import Deals
internal import Languages
internal import SourceText

/// Names in Russian texts: Latin runs and quotes for companies, head nouns for institutions, pairs of
/// capitalised words for persons.
struct RussianNames: NameRules {
    func organisations(in analysis: Analysis) -> [OrganisationMention] {
        var found: [OrganisationMention] = []
        var taken = [Bool](repeating: false, count: analysis.text.tokens.count)
        func add(_ mention: OrganisationMention?) {
            guard let mention, !mention.tokens.contains(where: { taken[$0] }) else { return }
            found.append(mention)
            for token in mention.tokens { taken[token] = true }
        }
        for inner in Quotations(analysis.text).inner { add(quoted(inner, analysis)) }
        for tag in analysis.tags where tag.lexeme == .organisationHead { add(institution(tag, analysis)) }
        var token = 0
        while token < analysis.text.tokens.count {
            if !taken[token], let run = LatinRun(at: token, in: analysis) {
                add(run.mention)
                token = run.tokens.upperBound
            } else {
                token += 1
            }
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    // MARK: Organisations

    /// «Марасим Фуд» behind a kind word or legal form, or in Latin letters.
    private func quoted(_ inner: Range<Int>, _ analysis: Analysis) -> OrganisationMention? {
        let tokens = analysis.text.tokens
        guard inner.count <= 9, let first = inner.first(where: { tokens[$0].kind != .sign }) else { return nil }
        guard tokens[first].kind == .number || tokens[first].traits.contains(.capital) else { return nil }
        let words = inner.filter { tokens[$0].kind == .word }
        guard !words.isEmpty, !inner.contains(where: { isStop(tokens[$0]) }) else { return nil }
        let before = max(0, inner.lowerBound - 4)..<(inner.lowerBound - 1)
        let near = analysis.tags(in: before).filter { $0.tokens.upperBound <= inner.lowerBound - 1 }
        let holdsHead = words.contains { word in
            analysis.tags(in: word..<(word + 1)).contains { $0.lexeme == .organisationHead || $0.lexeme == .legalForm }
        }
        // "глава компании «X»", "делегация «X»": the office or delegation is the company's.
        let owned = near.contains {
            $0.tokens.upperBound == inner.lowerBound - 1
                && ($0.lexeme == .role && $0.value == "company" || $0.lexeme == .delegation)
        }
        let introduced =
            holdsHead || owned
            || near.contains { [.legalForm, .companyWord, .organisationHead, .outlet].contains($0.lexeme) }
        let isLatin =
            words.contains { tokens[$0].traits.contains(.latin) }
            && words.allSatisfy { !tokens[$0].traits.contains(.cyrillic) }
        let capitals = words.count(where: { tokens[$0].traits.contains(.capital) })
        // Right behind a legal form only the first word needs its capital.
        let isFirm = near.contains { $0.lexeme == .legalForm && $0.tokens.upperBound == inner.lowerBound - 1 }
        let namely = (capitals * 2 >= words.count || isFirm) && words.count <= (isFirm ? 7 : 5)
        let acts = namely && !introduced && !isLatin && RussianQuotedNames(analysis).acts(inner)
        guard introduced && namely || isLatin && namely || acts else { return nil }
        if near.contains(where: { $0.lexeme == .project }) && !introduced && !acts { return nil }
        let institution = near.contains { $0.lexeme == .organisationHead && $0.value == "institution" }
        let isTold = inner.lowerBound > 1 && analysis.tag(endingAt: inner.lowerBound - 1, .speech) != nil
        return OrganisationMention(
            tokens: inner, name: declined(inner, analysis, isDative: isTold), isInstitution: institution,
            isOutlet: isTold && !isLatin)
    }

    private func isStop(_ token: Token) -> Bool {
        token.isSign("?") || token.isSign("!") || token.isSign(";") || token.isSign(":")
    }

    /// "Шаньдунский институт хлопка", "управление здравоохранения Самаркандской области", "Сайхун банк".
    private func institution(_ head: Tag, _ analysis: Analysis) -> OrganisationMention? {
        let tokens = analysis.text.tokens
        var start = head.tokens.lowerBound
        // Adjectives before the head: capitalised ones, and lower-case ones behind a capitalised one.
        while start > 0, !tokens[start].traits.contains(.lineBefore) {
            if isAdjective(start - 1, analysis) {
                start -= 1
            } else if start > 1, start < head.tokens.lowerBound, tokens[start - 1].isSign("-"),
                !tokens[start - 1].traits.contains(.spaceBefore), tokens[start - 2].kind == .word
            {
                start -= 2  // "Азиатско-Тихоокеанский банк"
            } else {
                break
            }
        }
        while start < head.tokens.lowerBound, !tokens[start].traits.contains(.capital) { start += 1 }
        // "Исламская корпорация инфраструктуры" is a name, "корпорация" before one is a kind word.
        let isBareKind = start == head.tokens.lowerBound && head.tokens.count == 1
        if isBareKind, analysis.text.key(start).hasPrefix("корпораци") { return nil }
        var end = branches(behind: head, analysis) ?? head.tokens.upperBound
        var lastSolid = end
        var hasName =
            head.tokens.count > 1 || isProperHead(head, analysis) || start < head.tokens.lowerBound
            || tokens[start].traits.contains(.capital) && !analysis.opensPassage(start)
        while end < tokens.count, end - head.tokens.upperBound < 8, !tokens[end].traits.contains(.lineBefore),
            tokens[end].kind == .word
        {
            let key = analysis.text.key(end)
            if key == "и", end + 1 < tokens.count, isPlainGenitive(end + 1, analysis), lastSolid == end {
                end += 1
                continue
            }
            if key == "по" || key == "имени" {
                guard end + 1 < tokens.count, tokens[end + 1].kind == .word else { break }
                end += 2
                lastSolid = end
                continue
            }
            if analysis.tag(at: end, .role) != nil, !isGenitive(end, analysis) { break }
            if let person = analysis.tag(at: end, .givenName), person.tokens.count == 1,
                tokens[end].traits.contains(.capital)
            {
                break
            }
            if isPersonAhead(end, analysis) { break }
            if isGenitive(end, analysis) {
                if tokens[end].traits.contains(.capital) { hasName = true }
                end += 1
                lastSolid = end
                continue
            }
            if tokens[end].traits.contains(.capital),
                analysis.places.contains(where: { $0.tokens.lowerBound == end }) || tokens[end].traits.contains(.latin)
            {
                hasName = true
                end += 1
                lastSolid = end
                continue
            }
            // "посольство Республики Беларусь": the place that the words before have begun.
            if let begun = analysis.places.first(where: { $0.tokens.lowerBound < end && $0.tokens.contains(end) }),
                begun.tokens.lowerBound >= head.tokens.upperBound
            {
                end = begun.tokens.upperBound
                lastSolid = end
                continue
            }
            if isPersonAhead(end, analysis) { break }
            if tokens[end].traits.contains(.capital), end == head.tokens.upperBound {
                hasName = true
                end += 1
                lastSolid = end
                continue
            }
            break
        }
        end = lastSolid
        let complement = end > head.tokens.upperBound
        // "совет директоров Gulf Transition Bank" is the bank.
        if analysis.text.key(head.tokens.lowerBound).hasPrefix("совет"), head.tokens.upperBound < tokens.count,
            analysis.text.key(head.tokens.upperBound) == "директоров"
        {
            return nil
        }
        if analysis.has(.administration, in: start..<end) { return nil }
        if start > 0, tokens[start - 1].isSign("-") { return compound(head, analysis) }
        guard hasName || (complement && head.value == "institution" && isMinistry(head, analysis)) else { return nil }
        guard
            end - start >= 2 || tokens[start].traits.contains(.allCapitals) || isProperHead(head, analysis)
        else { return nil }
        if head.value != "institution", !hasName { return nil }
        if isWorks(head, analysis) {
            // "Чирчикский механический завод" is a name, "Стекольный завод" at the head of a sentence is none.
            guard start < head.tokens.lowerBound,
                ["ск", "цк"].contains(where: { analysis.text.key(start).contains($0) })
            else { return nil }
            end = head.tokens.upperBound
        }
        // "порту Салала", "теплосети Оша": a thing that stands there.
        if start == head.tokens.lowerBound, !tokens[start].traits.contains(.capital),
            analysis.places(in: head.tokens.upperBound..<max(end, head.tokens.upperBound + 1)).first?.tokens.lowerBound
                == head.tokens.upperBound,
            head.value == "company" && !analysis.text.key(start).hasPrefix("банк")
                || analysis.text.key(start).contains("порт") && start > 0 && analysis.text.key(start - 1) == "в"
        {
            return nil
        }
        return OrganisationMention(
            tokens: start..<end, name: nominative(start, head, end, analysis),
            isInstitution: head.value == "institution", isOutlet: head.value == "outlet")
    }

    private static func isQuote(_ index: Int, _ analysis: Analysis) -> Bool {
        index < analysis.text.tokens.count
            && ["«", "“", "\""].contains { analysis.text.tokens[index].isSign($0) }
    }

    private func isWorks(_ head: Tag, _ analysis: Analysis) -> Bool {
        let key = analysis.text.key(head.tokens.lowerBound)
        return ["завод", "фабрик", "мясокомбинат", "птицефабрик"].contains { key.hasPrefix($0) }
    }

    /// "Минздрав", "Нацбанк": heads that are names by themselves.
    private func isProperHead(_ head: Tag, _ analysis: Analysis) -> Bool {
        let key = analysis.text.key(head.tokens.lowerBound)
        return analysis.isCapitalised(head.tokens.lowerBound)
            && (key.hasPrefix("мин") && !key.hasPrefix("министерств")
                || ["нацбанк", "центробанк", "госдум", "мажилис", "кабмин", "узгидромет", "казгидромет", "госком"]
                    .contains { key.hasPrefix($0) })
    }

    /// "Согд-Информ", "Чистополь-Дизель Банк": a head behind a hyphen closes the name that stands before it.
    private func compound(_ head: Tag, _ analysis: Analysis) -> OrganisationMention? {
        let tokens = analysis.text.tokens
        var start = head.tokens.lowerBound
        while start > 1, tokens[start - 1].isSign("-"), !tokens[start - 1].traits.contains(.spaceBefore),
            tokens[start - 2].isCapitalised
        { start -= 2 }
        guard start < head.tokens.lowerBound, head.value == "company", tokens[head.tokens.lowerBound].isCapitalised
        else { return nil }
        let range = start..<head.tokens.upperBound
        let isOutlet = Self.outletHeads.contains(analysis.text.key(head.tokens.lowerBound))
        return OrganisationMention(tokens: range, name: analysis.words(range), isInstitution: false, isOutlet: isOutlet)
    }

    private static let outletHeads: Set<String> = ["пресс", "ньюс", "информ", "медиа", "новости"]

    /// Two capitalised words of which the second is a surname: the head of the office, not its name.
    private func isPersonAhead(_ index: Int, _ analysis: Analysis) -> Bool {
        let tokens = analysis.text.tokens
        guard index + 1 < tokens.count, tokens[index].isCapitalised, tokens[index + 1].isCapitalised else {
            return false
        }
        return surnameLike(analysis.text.key(index + 1)) && !analysis.overlapsPlace(index..<(index + 2))
    }

    private func isPlainGenitive(_ index: Int, _ analysis: Analysis) -> Bool {
        guard analysis.text.tokens[index].kind == .word else { return false }
        let key = analysis.text.key(index)
        return ["ого", "его", "ой", "ых", "их", "ов", "ии", "ций", "ения", "ства"].contains { key.hasSuffix($0) }
    }

    private func isMinistry(_ head: Tag, _ analysis: Analysis) -> Bool {
        let key = analysis.text.key(head.tokens.lowerBound)
        return key.hasPrefix("министерств") || key.hasPrefix("управлени") || key.hasPrefix("агентств")
    }

    private func isAdjective(_ index: Int, _ analysis: Analysis) -> Bool {
        guard analysis.text.tokens[index].kind == .word else { return false }
        let key = analysis.text.key(index)
        return key.count > 4
            && ["ый", "ий", "ая", "ое", "ого", "его", "ому", "ему", "ым", "им", "ом", "ой", "ую", "ых", "ие", "ые"]
                .contains { key.hasSuffix($0) }
            && !key.hasSuffix("ние") && !key.hasSuffix("ний") && !key.hasSuffix("ция")
            && analysis.tag(at: index, .role) == nil && analysis.tag(at: index, .paper) == nil
    }

    func isGenitive(_ index: Int, _ analysis: Analysis) -> Bool {
        guard index < analysis.text.tokens.count, analysis.text.tokens[index].kind == .word,
            analysis.text.tokens[index].traits.contains(.cyrillic)
        else {
            return false
        }
        let key = analysis.text.key(index)
        guard key.count > 3, analysis.tag(at: index, .speech) == nil, analysis.tag(at: index, .sign) == nil else {
            return false
        }
        return ["ого", "его", "ой", "ей", "ых", "их", "ия", "ов", "ев", "ей", "ти", "ки", "ий", "ы", "и", "а", "я"]
            .contains { key.hasSuffix($0) }
    }

    // MARK: Persons

    func nominative(_ words: [Int], _ range: Range<Int>, _ analysis: Analysis) -> String {
        let governing = analysis.tag(endingAt: range.lowerBound, .role)
        let isOblique =
            isObliqueContext(range.lowerBound, governing, analysis) || isObliqueForm(analysis.text.key(words.last!))
        guard isOblique else { return analysis.words(range) }
        let surname = words.last!
        let key = analysis.text.key(surname)
        let isFeminine = key.hasSuffix("овой") || key.hasSuffix("евой") || key.hasSuffix("иной")
        var result: [String] = []
        for index in range {
            let surface = analysis.text.surface(index)
            if analysis.text.tokens[index].kind != .word {
                result.append(surface)
                continue
            }
            let rebuilt: String
            if index == surname {
                rebuilt = RussianMorphology.surnameNominative(surface, isFeminine: isFeminine)
            } else if analysis.text.tokens[index].traits.contains(.capital), index != surname {
                rebuilt =
                    isForeignGiven(index, surname, analysis)
                    ? surface
                    : RussianMorphology.givenNameNominative(surface, isFeminine: isFeminine, known: { _ in false })
            } else {
                rebuilt = surface
            }
            result.append(
                (analysis.text.tokens[index].traits.contains(.spaceBefore) && !result.isEmpty ? " " : "") + rebuilt)
        }
        return result.joined()
    }

    func unlistedPlace(at token: Int, in analysis: Analysis) -> PlaceMention? {
        let tokens = analysis.text.tokens
        if let shared = sharedHead(at: token, in: analysis) { return shared }
        guard tokens[token].isCapitalised, tokens[token].traits.contains(.cyrillic), token + 1 < tokens.count,
            let type = analysis.tag(at: token + 1, .placeType), let kind = Place.Kind(typeWord: type.value),
            !tokens[token + 1].traits.contains(.lineBefore), isPlaceAdjective(token, analysis)
        else { return RussianUnlistedPlaces(analysis: analysis).place(at: token) }
        let typeKey = analysis.text.key(type.tokens.lowerBound)
        let (noun, gender) = Self.typeNominative(typeKey)
        let name = RussianMorphology.adjectiveNominative(analysis.text.surface(token), gender: gender) + " " + noun
        return PlaceMention(tokens: token..<type.tokens.upperBound, name: name, id: nil, kind: kind)
    }

    private func isPlaceAdjective(_ token: Int, _ analysis: Analysis) -> Bool {
        let key = analysis.text.key(token)
        return key.contains("ск") || key.contains("цк")
    }

    /// "Наманганской, Ферганской и Андижанской областей": each adjective is a place of the type named at the end.
    private func sharedHead(at token: Int, in analysis: Analysis) -> PlaceMention? {
        let tokens = analysis.text.tokens
        func isAdjective(_ index: Int) -> Bool {
            guard index < tokens.count, tokens[index].isCapitalised else { return false }
            let key = analysis.text.key(index)
            return (key.contains("ск") || key.contains("цк"))
                && ["ой", "ого", "ом", "ая", "ий", "ую", "ым"].contains { key.hasSuffix($0) }
        }
        guard isAdjective(token) else { return nil }
        var at = token + 1
        while at + 1 < tokens.count, at - token < 12, tokens[at].isSign(",") || analysis.text.key(at) == "и",
            isAdjective(at + 1)
        { at += 2 }
        guard at > token + 1, at < tokens.count, let type = analysis.tag(at: at, .placeType),
            let kind = Place.Kind(typeWord: type.value)
        else { return nil }
        let (noun, gender) = Self.typeNominative(analysis.text.key(at))
        let name = RussianMorphology.adjectiveNominative(analysis.text.surface(token), gender: gender) + " " + noun
        return PlaceMention(
            tokens: token..<(token + 1), name: name, id: analysis.data.places.id(named: name, in: .russian), kind: kind)
    }

    private static func typeNominative(_ key: String) -> (String, RussianMorphology.Gender) {
        for (stem, noun, gender) in [
            ("район", "район", RussianMorphology.Gender.masculine), ("област", "область", .feminine),
            ("провинци", "провинция", .feminine), ("уезд", "уезд", .masculine), ("губерни", "губерния", .feminine),
            ("кра", "край", .masculine), ("город", "город", .masculine), ("округ", "округ", .masculine),
            ("туман", "туман", .masculine), ("регион", "регион", .masculine),
        ]
        where key.hasPrefix(stem) { return (noun, gender) }
        return (key, .masculine)
    }
}

extension Place.Kind {
    /// The kind that a type word of the lexicon (`placeType`) stands for, or nil for streets and the like.
    init?(typeWord value: String) {
        switch value {
        case "district": self = .district
        case "region": self = .region
        case "city", "village": self = .city
        case "zone": self = .zone
        case "country": self = .country
        default: return nil
        }
    }
}
