internal import Deals
internal import Languages
internal import SourceText

/// Where a visit goes.
extension VisitRules {
    func country(_ place: PlaceMention) -> String? { place.id.flatMap { analysis.data.places.country(of: $0) } }

    /// Whether a place lies outside the traveller's own country. A company's home is not known; its people come to
    /// the text's home country, or go where they are said to go.
    private func isAbroad(_ place: PlaceMention, for side: Side) -> Bool {
        guard place.kind != .area, let there = country(place) else { return false }
        guard side.isPlace else { return true }
        guard let id = side.placeID, let here = analysis.data.places.country(of: id) else {
            return !sides.isForeign(place)
        }
        return here != there
    }

    /// Places that the sentence says the traveller is at, goes to or comes back from.
    func goals(of side: Side, in number: Int) -> [PlaceMention] {
        let range = tokens(number)
        let travels = hasTravel(number)
        let returns = analysis.all(.travel, in: range).contains { $0.value == "return" }
        let named = analysis.places.filter { mention in
            guard range.contains(mention.tokens.lowerBound), !mention.isInsideName,
                !side.tokens.overlaps(mention.tokens), !isOfSomebody(mention, but: side), isAbroad(mention, for: side),
                !isPast(mention), !isHome(mention, of: side)
            else { return false }
            switch analysis.bearing(of: mention) {
            case .at: return travels || side.isPlace || side.source == .delegation
            case .toward: return travels
            case .from: return returns && travels && side.isPlace
            case .none: return false
            }
        }
        return named + (travels ? unnamedGoal(of: side, range) : [])
    }

    private func isHome(_ mention: PlaceMention, of side: Side) -> Bool {
        side.party == .place(analysis.placeKey(mention))
    }

    /// A place inside an office's or another delegation's words is no goal.
    private func isOfSomebody(_ mention: PlaceMention, but side: Side) -> Bool {
        analysis.roles.contains {
            $0.tokens.overlaps(mention.tokens) && $0.standsFor != .none
                && $0.place.map { analysis.places[$0].tokens == mention.tokens } ?? false
        } || isSentTo(mention)
    }

    /// "Ambassador of Japan to the Republic of Uzbekistan": where he is accredited, not where he goes.
    private func isSentTo(_ mention: PlaceMention) -> Bool {
        guard analysis.data.tag == .english else { return false }
        var before = mention.tokens.lowerBound - 1
        while before > 0, ["the", "of", "republic", "kingdom"].contains(analysis.text.key(before)) { before -= 1 }
        return before > 0 && analysis.text.key(before) == "to"
            && analysis.roles.contains { $0.tokens.upperBound == before && $0.standsFor == .country }
    }

    /// "в город прибыла делегация", "вилоятга келган": the place of that kind told before.
    private func unnamedGoal(of side: Side, _ range: Range<Int>) -> [PlaceMention] {
        guard
            !side.isPlace
                || side.placeID.map({ id in analysis.data.places.country(of: id) != analysis.homeCountry }) ?? true
        else { return [] }
        for tag in analysis.all(.placeType, in: range) {
            guard let kind = Place.Kind(typeWord: tag.value), kind.isLocal,
                !analysis.places.contains(where: {
                    $0.tokens.overlaps(tag.tokens) || $0.tokens.upperBound == tag.tokens.lowerBound
                        || analysis.data.tag == .russian && $0.tokens.lowerBound == tag.tokens.upperBound
                })
            else { continue }
            guard isGoalWord(tag, range), let place = sides.placeTold(before: tag.tokens.lowerBound, kind: kind) else {
                continue
            }
            return [PlaceMention(tokens: tag.tokens, name: sides.canonicalName(place), id: place.id, kind: place.kind)]
        }
        return []
    }

    private func isGoalWord(_ tag: Tag, _ range: Range<Int>) -> Bool {
        let before = tag.tokens.lowerBound - 1
        switch analysis.data.tag {
        case .russian: return before >= range.lowerBound && ["в", "на"].contains(analysis.text.key(before))
        case .english:
            let words = max(range.lowerBound, before - 1)..<(before + 1)
            return words.contains { ["in", "to", "visited", "visits"].contains(analysis.text.key($0)) }
        case .uzbekLatin, .uzbekCyrillic:
            let key = analysis.text.key(tag.tokens.upperBound - 1)
            return ["ga", "da"].contains { key.hasSuffix($0) }
        case .chinese: return false
        }
    }

    /// Told of another year: an earlier trip, an earlier paper.
    private func isPast(_ mention: PlaceMention) -> Bool {
        if recalls { return false }
        guard let published = analysis.published?.date.date else { return false }
        let range = analysis.passage(of: mention.tokens.lowerBound).tokens
        let dates = analysis.dates.filter { range.contains($0.tokens.lowerBound) && $0.hasYear }
        return !dates.isEmpty
            && dates.allSatisfy {
                $0.date.year < published.year && !(published.month == 1 && $0.date.year == published.year - 1)
            } && !(dates.contains { $0.date.day != nil && $0.isRelative })
    }

    /// A traveller whose goal no sentence tells: abroad where the text's travel leads, or the home place that foreign
    /// guests and a company's people come to.
    func likelyDestination(of draft: VisitDraft) -> PlaceMention? {
        if draft.who.isPlace, !isGuest(draft.who) {
            return commonDestination(for: draft.who)
        }
        return homeDestination(for: draft)
    }

    /// Where the text's travel leads: the place abroad told first in its sentences of travel, else of meeting and signing.
    private func commonDestination(for side: Side) -> PlaceMention? {
        let passages = analysis.articlePassages
        for lexemes in [[Lexeme.travel], [.delegation], [.sign, .meet, .call, .receive], []] {
            let there = Set(
                passages.filter { number in lexemes.isEmpty || lexemes.contains { analysis.has($0, in: tokens(number)) }
                })
            let near = analysis.places.filter { mention in
                !mention.isInsideName && mention.kind != .area
                    && there.contains(Int(analysis.passageOfToken[mention.tokens.lowerBound]))
                    && isAbroad(mention, for: side) && !isPast(mention)
            }
            if let first = near.first(where: { analysis.bearing(of: $0).isGoal }) { return first }
        }
        return nil
    }

    /// A place in the traveller's own country.
    private func isOwn(_ mention: PlaceMention, of side: Side) -> Bool {
        guard let own = side.placeID.flatMap({ analysis.data.places.country(of: $0) }) else { return false }
        return country(mention) == own
    }

    private func homeDestination(for draft: VisitDraft) -> PlaceMention? {
        let article = Set(analysis.articlePassages)
        let isEnglish = analysis.data.tag == .english
        let home = analysis.places.filter { mention in
            !mention.isInsideName && mention.kind.isLocal && !sides.isForeign(mention)
                && (mention.id != nil || isEnglish && analysis.isPrincipal(mention))
                && !(isEnglish && draft.who.isPlace
                    && (isHome(mention, of: draft.who) || isOwn(mention, of: draft.who)))
                && article.contains(Int(analysis.passageOfToken[mention.tokens.lowerBound]))
        }
        let lines = Set(draft.passages.map { analysis.text.passages[$0].line })
        func isNear(_ mention: PlaceMention) -> Bool {
            lines.contains(analysis.passage(of: mention.tokens.lowerBound).line)
        }
        func isEvent(_ mention: PlaceMention) -> Bool {
            let range = analysis.passage(of: mention.tokens.lowerBound).tokens
            return [Lexeme.meet, .sign, .receive, .call, .travel].contains { analysis.has($0, in: range) }
        }
        let there = home.filter { analysis.bearing(of: $0).isGoal && !analysis.isContainer($0) }
        return there.first { isNear($0) && isEvent($0) } ?? there.first { isEvent($0) && $0.kind == .city }
            ?? home.first { analysis.isPrincipal($0) } ?? home.first
    }

    /// The country where a sentence says that they are there; else the place told first, a region before its parts.
    func destination(of draft: VisitDraft, _ there: String, _ passages: [Int]) -> PlaceMention? {
        let told = Set(passages)
        let more = analysis.places.filter { mention in
            let number = Int(analysis.passageOfToken[mention.tokens.lowerBound])
            return told.contains(number) && mention.id == there && !mention.isInsideName && !isPast(mention)
                && !isOfSomebody(mention, but: draft.who)
                && (analysis.bearing(of: mention).isGoal
                    || analysis.bearing(of: mention) == .from && hasTravel(number) && draft.who.isPlace
                        && !isGuest(draft.who))
                && (hasTravel(number) || analysis.has(.delegation, in: tokens(number))
                    || analysis.has(.sign, in: tokens(number)) || analysis.has(.meet, in: tokens(number)))
        }
        let goals = draft.goals.filter { country($0) == there }
        if there != analysis.homeCountry, let whole = goals.first(where: { $0.id == there }) ?? more.first {
            return whole
        }
        if let whole = goals.first(where: { $0.id == there }) { return whole }
        let travelled = goals.filter { hasTravel(Int(analysis.passageOfToken[$0.tokens.lowerBound])) }
        return travelled.first { $0.kind == .region } ?? travelled.first ?? goals.first
    }

    func addCities(
        _ number: Int, _ country: String, _ isHomeVisit: Bool, _ seen: inout Set<String>, _ draft: inout VisitDraft
    ) {
        let range = tokens(number)
        // Only where somebody is, goes, meets or signs; not where a company has its seat.
        let travels = hasTravel(number) || analysis.has(.call, in: range)
        let active = travels || [Lexeme.meet, .sign, .receive, .delegation].contains { analysis.has($0, in: range) }
        guard active else { return }
        let lines = Set(draft.passages.map { analysis.text.passages[$0].line })
        if isHomeVisit, !draft.passages.contains(number), !lines.contains(analysis.text.passages[number].line) {
            return
        }
        for mention in analysis.places
        where range.contains(mention.tokens.lowerBound) && !mention.isInsideName
            && (mention.kind == .city || isHomeVisit && mention.kind == .district)
        {
            let bearing = analysis.bearing(of: mention)
            guard bearing == .at || bearing == .toward && travels else { continue }
            guard let id = mention.id, self.country(mention) == country, !analysis.isContainer(mention),
                !draft.who.tokens.overlaps(mention.tokens), !isPast(mention), seen.insert(id).inserted
            else { continue }
            draft.cities.append(mention)
        }
        guard analysis.has(.meet, in: range),
            !analysis.places.contains(where: {
                range.contains($0.tokens.lowerBound) && $0.kind == .city && !$0.isInsideName
            })
        else { return }
        for token in range {
            guard let adjective = analysis.data.gazetteer.adjective(in: analysis.text, at: token),
                let place = analysis.data.places[adjective.id], place.kind == .city,
                analysis.data.places.country(of: place.id) == country, let name = place.name(in: analysis.data.tag),
                seen.insert(place.id).inserted
            else { continue }
            draft.cities.append(PlaceMention(tokens: token..<adjective.end, name: name, id: place.id, kind: .city))
        }
    }
}
