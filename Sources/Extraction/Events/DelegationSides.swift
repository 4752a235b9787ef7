internal import Deals
internal import Languages
internal import SourceText

/// A delegation stands for the place or company that it comes from.
extension SideRules {
    /// Tokens in the longest phrase of the lexicons, with room to spare.
    private static let longestPhrase = 10

    /// "делегация Сергели", "бухарская делегация", "Farg‘ona viloyati delegatsiyasi", "a delegation from X".
    func delegations(in range: Range<Int>) -> [Side] {
        analysis.all(.delegation, in: range).prefix(8).compactMap { tag in
            isOfMembers(tag) ? nil : origin(of: tag) ?? bareDelegation(tag)
        }
    }

    /// 代表团成员、X公司: one who travels along.
    private func isOfMembers(_ tag: Tag) -> Bool {
        guard analysis.data.tag == .chinese else { return false }
        return ["成员", "成員", "团员", "随员"].contains { analysis.stands(Hanzi.scalars($0), at: tag.tokens.upperBound) }
    }

    /// "Делегация прибыла …": that of the official at its head, or the one told before; else the company's when a
    /// company word stands beside it, else that of the official whom the text is about.
    private func bareDelegation(_ tag: Tag) -> Side? {
        guard tag.value != "many" else { return nil }
        func renamed(_ side: Side) -> Side {
            Side(
                party: side.party, name: side.name, placeID: side.placeID, tokens: tag.tokens, source: .delegation,
                isBare: true)
        }
        let passage = analysis.passage(of: tag.tokens.lowerBound)
        if let place = placeWord(beside: tag, in: passage) {
            return renamed(side(place, tokens: tag.tokens, source: .delegation))
        }
        if let head = head(of: tag) { return renamed(head) }
        let near =
            Self.window(
                max(passage.tokens.lowerBound, tag.tokens.lowerBound - 2),
                min(passage.tokens.upperBound, tag.tokens.upperBound + 3))
        if analysis.has(.companyWord, in: near),
            let last = analysis.organisations.last(where: {
                $0.tokens.upperBound <= tag.tokens.lowerBound && !$0.isOutlet
            })
        {
            return renamed(
                Side(
                    party: .organisation(last.entity), name: name(of: last.entity), placeID: nil, tokens: tag.tokens,
                    source: .delegation))
        }
        let known = analysis.tags.filter {
            $0.lexeme == .delegation && $0.tokens != tag.tokens && $0.value != "many"
                && !analysis.isFurniture[Int(analysis.passageOfToken[$0.tokens.lowerBound])]
        }
        // The nearest ones: a page that says the word a thousand times tells no more by it.
        for other in known.reversed().lazy.filter({ $0.tokens.upperBound <= tag.tokens.lowerBound }).prefix(16) {
            if let side = origin(of: other) ?? head(of: other) { return renamed(side) }
        }
        for other in known.lazy.filter({ $0.tokens.lowerBound > tag.tokens.lowerBound }).prefix(16) {
            if let side = origin(of: other) ?? head(of: other) { return renamed(side) }
        }
        guard
            let place = analysis.places.first(where: {
                analysis.isPrincipal($0) && !$0.isInsideName && $0.kind.isLocal && !isForeign($0)
            })
        else {
            let home = analysis.articlePassages.lazy.compactMap { number in
                roles(in: analysis.text.passages[number].tokens).first { $0.isPlace }
            }.first
            return home.map(renamed)
        }
        return renamed(side(place, tokens: tag.tokens, source: .delegation))
    }

    /// "a delegation from the region", "viloyatdan 9 kishilik delegatsiya", "делегация области": the place of that kind.
    func placeWord(beside tag: Tag, in passage: Passage) -> PlaceMention? {
        let window: Range<Int>
        switch analysis.data.tag {
        case .russian, .english:
            window = Self.window(tag.tokens.upperBound, min(passage.tokens.upperBound, tag.tokens.upperBound + 3))
        case .uzbekLatin, .uzbekCyrillic:
            window = max(passage.tokens.lowerBound, tag.tokens.lowerBound - 3)..<tag.tokens.lowerBound
        case .chinese: return nil
        }
        guard let type = analysis.all(.placeType, in: window).first, let kind = Place.Kind(typeWord: type.value),
            kind.isLocal,
            !analysis.places.contains(where: { $0.tokens.overlaps(type.tokens) })
        else { return nil }
        let before = type.tokens.lowerBound - 1
        switch analysis.data.tag {
        case .english:
            guard
                Self.window(tag.tokens.upperBound, type.tokens.lowerBound).contains(where: {
                    ["from", "of"].contains(analysis.text.key($0))
                })
            else { return nil }
        case .russian:
            guard type.tokens.lowerBound == tag.tokens.upperBound || analysis.text.key(before) == "из" else {
                return nil
            }
        default:
            guard
                ["dan", "ning"].contains(where: { analysis.text.key(type.tokens.upperBound - 1).hasSuffix($0) })
                    || type.tokens.upperBound == tag.tokens.lowerBound
            else { return nil }
        }
        // "делегация области" of a text that names only its capital.
        return placeTold(before: tag.tokens.lowerBound, kind: kind)
            ?? (analysis.data.tag == .russian && kind == .region
                ? placeTold(before: tag.tokens.lowerBound, kind: .city).map { region(of: $0, .region) } : nil)
    }

    /// "Viloyat hokimi … boshchiligidagi delegatsiya", "州长…率代表团": the office of the one at its head.
    func head(of delegation: Tag) -> Side? {
        let range = analysis.passage(of: delegation.tokens.lowerBound).tokens
        let near = Self.window(
            max(range.lowerBound, delegation.tokens.lowerBound - 12 - Self.longestPhrase),
            min(range.upperBound, delegation.tokens.upperBound + 13))
        let leads =
            analysis.all(.lead, in: near) + (analysis.tag(at: delegation.tokens.lowerBound, .lead).map { [$0] } ?? [])
        guard
            let lead = leads.min(by: {
                between($0.tokens, delegation.tokens).count < between($1.tokens, delegation.tokens).count
            })
        else { return nil }
        guard between(lead.tokens, delegation.tokens).count <= 12 else { return nil }
        if let person = nearestPerson(to: lead.tokens, in: range), between(person.tokens, lead.tokens).count <= 8 {
            return officeSide(of: person)
        }
        return roles(in: range).min { between($0.tokens, lead.tokens).count < between($1.tokens, lead.tokens).count }
    }

    func origin(of delegation: Tag) -> Side? {
        let passage = analysis.passage(of: delegation.tokens.lowerBound)
        let isEnglish = analysis.data.tag == .english
        let behind =
            Self.window(
                delegation.tokens.upperBound,
                min(passage.tokens.upperBound, delegation.tokens.upperBound + (isEnglish ? 8 : 5)))
        let ahead = max(passage.tokens.lowerBound, delegation.tokens.lowerBound - 5)..<delegation.tokens.lowerBound
        let order: [Range<Int>]
        switch analysis.data.tag {
        case .russian: order = [behind, ahead]
        case .english: order = [ahead, behind]
        case .uzbekLatin, .uzbekCyrillic, .chinese: order = [ahead]
        }
        for window in order {
            let isBehind = window.lowerBound == behind.lowerBound
            let near = analysis.places.filter {
                (window.contains($0.tokens.lowerBound) || !isBehind && window.contains($0.tokens.upperBound - 1))
                    && !$0.isInsideName && !stops(between: delegation, and: $0.tokens)
                    && !(isEnglish && !isBehind && isOnlyWhere($0))
            }
            var place = isBehind ? near.first : near.last
            // "from Kazakhstan's Aktobe region": the inner place sends it.
            if isBehind, let outer = place, analysis.isContainer(outer) || isPossessive(outer),
                let inner = near.dropFirst().first,
                isInside(inner, outer),
                inner.tokens.lowerBound - outer.tokens.upperBound <= 2
            {
                place = inner
            }
            let named = analysis.organisations.filter {
                (window.contains($0.tokens.lowerBound) || !isBehind && window.contains($0.tokens.upperBound - 1))
                    && !$0.isOutlet && !stops(between: delegation, and: $0.tokens)
            }
            let organisation = isBehind ? named.first : named.last
            if let organisation,
                place.map({
                    isBehind
                        ? organisation.tokens.lowerBound < $0.tokens.lowerBound
                        : organisation.tokens.lowerBound > $0.tokens.lowerBound
                }) ?? true
            {
                let tokens =
                    min(
                        delegation.tokens.lowerBound, organisation.tokens.lowerBound)..<max(
                        delegation.tokens.upperBound, organisation.tokens.upperBound)
                return Side(
                    party: .organisation(organisation.entity), name: name(of: organisation.entity), placeID: nil,
                    tokens: tokens, source: .delegation)
            }
            if let place {
                let tokens =
                    min(
                        delegation.tokens.lowerBound, place.tokens.lowerBound)..<max(
                        delegation.tokens.upperBound, place.tokens.upperBound)
                return side(region(of: place, nil), tokens: tokens, source: .delegation)
            }
        }
        for index in ahead.reversed() {
            if analysis.text.tokens[index].kind == .sign { break }
            // 率市经贸代表团: the city's that the text told.
            if let unit = chineseUnit(at: index) {
                return side(unit, tokens: index..<delegation.tokens.upperBound, source: .delegation)
            }
            if let adjective = analysis.data.gazetteer.adjective(in: analysis.text, at: index),
                let place = analysis.data.places[adjective.id]
            {
                // "бухарская делегация" of a text about Bukhara region is the region's.
                let told = analysis.places.first { mention in
                    mention.id.map {
                        $0 == place.id || analysis.data.places[$0]?.kind == .region && sharesStem(mention, index)
                    } ?? false
                }
                if let told { return side(told, tokens: index..<delegation.tokens.upperBound, source: .delegation) }
                return Side(
                    party: .place(place.id), name: place.name(in: analysis.data.tag) ?? place.id, placeID: place.id,
                    tokens: index..<delegation.tokens.upperBound, source: .delegation)
            }
        }
        return nil
    }

    /// Whether the tables or a possessive ("Korea's Gyeongbuk province") say that a place lies in another.
    private func isInside(_ inner: PlaceMention, _ outer: PlaceMention) -> Bool {
        if isPossessive(outer), inner.kind.isLocal { return true }
        guard let a = inner.id, let b = outer.id else { return false }
        return analysis.data.places.lies(a, in: b)
    }

    /// "In Bishkek the delegation was received": where, not whose.
    private func isOnlyWhere(_ mention: PlaceMention) -> Bool {
        guard mention.tokens.lowerBound > 0 else { return false }
        return ["in", "at", "to", "near", "via"].contains(analysis.text.key(mention.tokens.lowerBound - 1))
    }

    private func sharesStem(_ mention: PlaceMention, _ token: Int) -> Bool {
        let a = analysis.text.key(mention.tokens.lowerBound)
        let b = analysis.text.key(token)
        return zip(a, b).prefix(while: { $0 == $1 }).count >= 5
    }

    private func stops(between tag: Tag, and range: Range<Int>) -> Bool {
        let gap = between(tag.tokens, range)
        // "делегации трёх районов Ташкента": several, and none of them is the place's own.
        let countsPeople = analysis.data.tag.isUzbek && analysis.text.key(tag.tokens.lowerBound) == "nafar"
        if !countsPeople, analysis.has(.number, in: gap) { return true }
        // "Qarag‘anda viloyatidan kelgan delegatsiya": come from there, it is theirs.
        let isFrom =
            analysis.data.tag.isUzbek
            && (analysis.text.key(range.upperBound - 1).hasSuffix("dan")
                || analysis.places.first { $0.tokens == range }.map { analysis.uzbekSuffix($0).hasSuffix("dan") }
                    ?? false)
        if analysis.data.tag.isUzbek, !isFrom,
            ["ga", "ka", "qa", "da"].contains(where: { analysis.text.key(range.upperBound - 1).hasSuffix($0) }),
            range.upperBound <= tag.tokens.lowerBound,
            analysis.places.contains(where: { $0.tokens == range && analysis.bearing(of: $0).isGoal })
        {
            return true
        }
        return gap.contains { index in
            let token = analysis.text.tokens[index]
            if token.isSign(",") || token.isSign("(") || token.isSign(";") || token.isSign(":") { return true }
            if token.isSign("，") || token.isSign("（") || token.isSign("；") || token.isSign("：") { return true }
            if analysis.tags(in: index..<(index + 1)).contains(where: {
                [.travel, .meet, .sign, .lead, .speech, .call, .receive].contains($0.lexeme)
                    && !(isFrom && $0.lexeme == .travel)
            }) {
                return true
            }
            let key = analysis.text.key(index)
            return ["в", "на", "с", "to", "in", "with", "at", "on", "by"].contains(key)
        }
    }
}
