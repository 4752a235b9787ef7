internal import Deals
internal import Languages
internal import SourceText

/// A visit as the rules put it together.
struct VisitDraft {
    var who: Side
    var leader: PersonMention?
    var to: PlaceMention?
    var cities: [PlaceMention] = []
    var date: DateMention?
    /// Passages that tell of this traveller.
    var passages: [Int]
}

/// Finds visits: a delegation or official, words of travel, and a place outside their own country (or, for a
/// company's people, the place that they come to).
struct VisitRules {
    let analysis: Analysis
    let sides: SideRules

    func visits() -> [VisitDraft] {
        var drafts: [VisitDraft] = []
        for number in analysis.articlePassages {
            for traveller in travellers(in: number) {
                add(traveller, destinations(for: traveller, in: number), number, &drafts)
            }
        }
        let common = commonDestination()
        for index in drafts.indices where drafts[index].to == nil {
            if let common, isAbroad(common, for: drafts[index].who) { drafts[index].to = common }
        }
        drafts = joined(drafts.filter { $0.to != nil && isTravel($0) })
        return drafts.map { fill($0, among: drafts) }
    }

    // MARK: Who travels

    private func hasTravel(_ number: Int) -> Bool { analysis.has(.travel, in: analysis.text.passages[number].tokens) }

    /// Delegations anywhere; officials and people of companies where the sentence has words of travel.
    private func travellers(in number: Int) -> [Side] {
        let passage = analysis.text.passages[number]
        var found = sides.delegations(in: passage.tokens)
        guard found.isEmpty, hasTravel(number) else { return found }
        found += sides.roles(in: passage.tokens).filter(\.isPlace)
        if found.isEmpty { found += companyPeople(in: passage) }
        return found
    }

    /// "вице-президент X прибыл", "представители компании X побывали": the company's people travel.
    private func companyPeople(in passage: Passage) -> [Side] {
        for role in analysis.roles where passage.tokens.contains(role.tokens.lowerBound) && [.company, .none, .body].contains(role.standsFor) {
            guard let number = role.organisation else { continue }
            let mention = analysis.organisations[number]
            return [Side(party: .organisation(mention.entity), name: sides.name(of: mention.entity), placeID: nil, tokens: role.tokens, source: .role)]
        }
        // A person told before with a company's office: "Мансури прибыл в Карши".
        for person in analysis.persons where passage.tokens.contains(person.tokens.lowerBound) {
            let known = analysis.persons.filter { $0.entity == person.entity }.compactMap(\.role).map { analysis.roles[$0] }
            for role in known {
                if let side = sides.placeSide(of: role) { return [Side(party: side.party, name: side.name, placeID: side.placeID, tokens: person.tokens, source: .role)] }
                guard let number = role.organisation else { continue }
                let mention = analysis.organisations[number]
                return [Side(party: .organisation(mention.entity), name: sides.name(of: mention.entity), placeID: nil, tokens: person.tokens, source: .role)]
            }
        }
        return []
    }

    // MARK: Where to

    private func country(_ place: PlaceMention) -> String? { place.id.flatMap { analysis.data.places.country(of: $0) } }

    /// Whether a place lies outside the traveller's own country. A company's home is not known; its people come to
    /// the text's home country, or go where they are said to go.
    private func isAbroad(_ place: PlaceMention, for side: Side) -> Bool {
        guard place.kind != .area, let there = country(place) else { return false }
        guard side.isPlace else { return true }
        guard let id = side.placeID, let here = analysis.data.places.country(of: id) else { return sides.isForeign(place) }
        return here != there
    }

    private func destinations(for side: Side, in number: Int) -> [PlaceMention] {
        let range = analysis.text.passages[number].tokens
        let travel = hasTravel(number)
        let returns = analysis.all(.travel, in: range).contains { $0.value == "return" }
        return analysis.places.filter { mention in
            guard range.contains(mention.tokens.lowerBound), !mention.isInsideName, !side.tokens.overlaps(mention.tokens), isAbroad(mention, for: side) else { return false }
            if comesFrom(mention), !returns { return false }
            if travel { return side.isPlace || isGoal(mention) }
            return analysis.isLocative(mention) && side.isPlace
        }
    }

    /// "в Карши", "to Karshi": where somebody goes or is.
    private func isGoal(_ mention: PlaceMention) -> Bool {
        if analysis.isLocative(mention) { return true }
        let before = mention.tokens.lowerBound - 1
        if analysis.data.tag.isUzbek {
            let key = analysis.text.key(mention.tokens.upperBound - 1)
            return ["ga", "ka", "qa"].contains { key.hasSuffix($0) }
        }
        if analysis.data.tag == .chinese { return true }
        return before >= 0 && ["to", "в", "visited", "visit", "visits", "toured"].contains(analysis.text.key(before))
    }

    private func comesFrom(_ mention: PlaceMention) -> Bool {
        let last = mention.tokens.upperBound - 1
        if analysis.data.tag.isUzbek { return analysis.text.key(last).hasSuffix("dan") }
        let before = mention.tokens.lowerBound - 1
        return before >= 0 && ["из", "from", "来自", "自"].contains(analysis.text.key(before))
    }

    /// Where the text's travel leads: the country abroad told first in its sentences of travel, else of meeting and signing.
    private func commonDestination() -> PlaceMention? {
        let passages = analysis.articlePassages
        for lexemes in [[Lexeme.travel], [.delegation], [.sign, .meet, .call, .receive]] {
            let there = passages.filter { number in lexemes.contains { analysis.has($0, in: analysis.text.passages[number].tokens) } }
            let near = analysis.places.filter { mention in
                !mention.isInsideName && mention.kind != .area && there.contains(Int(analysis.passageOfToken[mention.tokens.lowerBound])) && sides.isForeign(mention)
            }
            if let first = near.first(where: { analysis.isLocative($0) }) ?? near.first { return first }
        }
        return nil
    }

    /// A delegation that only signs or is spoken of is no visit: travel must be told somewhere in the article.
    private func isTravel(_ draft: VisitDraft) -> Bool {
        draft.passages.contains { hasTravel($0) || analysis.has(.delegation, in: analysis.text.passages[$0].tokens) }
            && (draft.who.source == .delegation || draft.passages.contains(where: hasTravel))
    }

    // MARK: One record a delegation and country

    private func add(_ traveller: Side, _ places: [PlaceMention], _ number: Int, _ drafts: inout [VisitDraft]) {
        if places.isEmpty {
            if let same = drafts.firstIndex(where: { $0.who.party == traveller.party }) {
                drafts[same].passages.append(number)
                promote(traveller, &drafts[same])
            } else {
                drafts.append(VisitDraft(who: traveller, to: nil, passages: [number]))
            }
        }
        for place in places {
            if let same = drafts.firstIndex(where: { $0.who.party == traveller.party && ($0.to == nil || country($0.to!) == country(place)) }) {
                if drafts[same].to == nil { drafts[same].to = place }
                drafts[same].passages.append(number)
                promote(traveller, &drafts[same])
            } else {
                drafts.append(VisitDraft(who: traveller, to: place, passages: [number]))
            }
        }
    }

    private func promote(_ traveller: Side, _ draft: inout VisitDraft) {
        if draft.who.source != .delegation, traveller.source == .delegation { draft.who = traveller }
    }

    /// "Хокимы районов Ташкента": a traveller whose parts travel in their own right is only their sum; and one draft
    /// a traveller and country.
    private func joined(_ drafts: [VisitDraft]) -> [VisitDraft] {
        var kept: [VisitDraft] = []
        for draft in drafts {
            let isSum = drafts.contains { other in
                guard let whole = draft.who.placeID, let part = other.who.placeID, whole != part else { return false }
                return analysis.data.places.lies(part, in: whole) && draft.who.source != .delegation
            }
            if isSum { continue }
            if let same = kept.firstIndex(where: { $0.who.party == draft.who.party && country($0.to!) == country(draft.to!) }) {
                kept[same].passages += draft.passages
            } else {
                kept.append(draft)
            }
        }
        return kept
    }

    // MARK: Slots

    private func fill(_ draft: VisitDraft, among drafts: [VisitDraft]) -> VisitDraft {
        var draft = draft
        guard let to = draft.to, let there = country(to) else { return draft }
        let alone = Set(drafts.map(\.who.party)).count == 1
        let passages = alone ? analysis.articlePassages : paragraphs(of: draft, among: drafts)
        let isHomeVisit = !draft.who.isPlace && !sides.isForeign(to)
        // The country itself where the text names it; else the place told first.
        if !isHomeVisit, let named = analysis.places.first(where: { $0.id == there && !$0.isInsideName && !analysis.isFurniture[Int(analysis.passageOfToken[$0.tokens.lowerBound])] }) { draft.to = named }
        var seen: Set<String> = []
        for number in passages { addCities(number, there, isHomeVisit, &seen, &draft) }
        draft.cities.removeAll { $0.id == draft.to?.id }
        draft.leader = leader(of: draft)
        draft.date = date(of: draft, passages)
        return draft
    }

    private func addCities(_ number: Int, _ country: String, _ isHomeVisit: Bool, _ seen: inout Set<String>, _ draft: inout VisitDraft) {
        let range = analysis.text.passages[number].tokens
        // Only where somebody is, goes, meets or signs; not where a company has its seat.
        let active = [Lexeme.travel, .meet, .sign, .call, .receive, .delegation].contains { analysis.has($0, in: range) }
        guard active else { return }
        if isHomeVisit, !draft.passages.contains(number) { return }
        for mention in analysis.places where range.contains(mention.tokens.lowerBound) && !mention.isInsideName && (mention.kind == .city || isHomeVisit && mention.kind == .district) {
            guard let id = mention.id, self.country(mention) == country, !comesFrom(mention) || !isHomeVisit, !analysis.isContainer(mention), !draft.who.tokens.overlaps(mention.tokens), seen.insert(id).inserted else { continue }
            draft.cities.append(mention)
        }
        guard analysis.has(.meet, in: range) else { return }
        for token in range {
            guard let adjective = analysis.data.gazetteer.adjective(in: analysis.text, at: token), let place = analysis.data.places[adjective.id], place.kind == .city, analysis.data.places.country(of: place.id) == country, let name = place.name(in: analysis.data.tag), seen.insert(place.id).inserted else { continue }
            draft.cities.append(PlaceMention(tokens: token..<adjective.end, name: name, id: place.id, kind: .city))
        }
    }

    /// The paragraphs that tell of this delegation, and those behind them up to another delegation's.
    private func paragraphs(of draft: VisitDraft, among drafts: [VisitDraft]) -> [Int] {
        func lines(_ draft: VisitDraft) -> Set<Int> { Set(draft.passages.map { analysis.text.passages[$0].line }) }
        let mine = lines(draft)
        let others = drafts.filter { $0.who.party != draft.who.party }.reduce(into: Set<Int>()) { $0.formUnion(lines($1)) }
        return analysis.articlePassages.filter { number in
            let line = analysis.text.passages[number].line
            if mine.contains(line) { return !others.contains(line) }
            guard let last = mine.filter({ $0 < line }).max() else { return false }
            return line - last <= 2 && !others.contains { $0 > last && $0 <= line }
        }
    }

    private func leader(of draft: VisitDraft) -> PersonMention? {
        let ranges = draft.passages.map { analysis.text.passages[$0].tokens }
        for range in ranges {
            for lead in analysis.all(.lead, in: range) {
                if let person = nearest(to: lead, in: range) { return person }
            }
        }
        // A person whose office stands for the traveller.
        let officials = analysis.persons.filter { person in
            guard let number = person.role else { return false }
            let office = analysis.roles[number]
            if let side = sides.placeSide(of: office) { return side.party == draft.who.party }
            return office.organisation.map { .organisation(analysis.organisations[$0].entity) == draft.who.party } ?? false
        }
        if let official = officials.first(where: { person in ranges.contains { $0.contains(person.tokens.lowerBound) } }) ?? officials.first { return official }
        // "Гостей возглавлял вице-президент группы …" in a sentence of its own.
        for number in analysis.articlePassages {
            let range = analysis.text.passages[number].tokens
            for lead in analysis.all(.lead, in: range) {
                if let person = nearest(to: lead, in: range) { return person }
            }
        }
        return nil
    }

    private func nearest(to lead: Tag, in range: Range<Int>) -> PersonMention? {
        analysis.persons.filter { range.contains($0.tokens.lowerBound) }
            .min { abs($0.tokens.lowerBound - lead.tokens.lowerBound) < abs($1.tokens.lowerBound - lead.tokens.lowerBound) }
    }

    /// The first day: of a span told in the delegation's paragraphs, else the day nearest to words of travel.
    private func date(of draft: VisitDraft, _ passages: [Int]) -> DateMention? {
        let own = draft.passages.filter(hasTravel)
        let ordered = own + passages.filter { hasTravel($0) && !own.contains($0) } + analysis.articlePassages.filter { hasTravel($0) && !passages.contains($0) }
        for number in draft.passages + passages {
            let range = analysis.text.passages[number].tokens
            if let span = analysis.dates.first(where: { range.contains($0.tokens.lowerBound) && $0.end != nil && $0.date.day != nil }) { return span }
        }
        for number in ordered {
            let range = analysis.text.passages[number].tokens
            guard let anchor = analysis.all(.travel, in: range).first ?? analysis.all(.delegation, in: range).first else { continue }
            let near = analysis.dates.filter { range.contains($0.tokens.lowerBound) && isFirstDay($0) }
            let best = near.min { a, b in (a.date.day == nil ? 1 : 0, distance(a, anchor)) < (b.date.day == nil ? 1 : 0, distance(b, anchor)) }
            if let best, hasTravel(number) || best.date.day != nil { return best }
        }
        return nil
    }

    private func distance(_ date: DateMention, _ tag: Tag) -> Int { abs(date.tokens.lowerBound - tag.tokens.lowerBound) }

    /// "до 19 мая", "until Friday", "завершится завтра": the last day, not the first.
    private func isFirstDay(_ date: DateMention) -> Bool {
        if let published = analysis.published?.date.date, let day = date.date.day, date.date.year == published.year, date.date.month == published.month, day > published.day ?? 31, !analysis.has(.future, in: analysis.passage(of: date.tokens.lowerBound).tokens) { return false }
        guard date.tokens.lowerBound > 0 else { return true }
        return !["до", "по", "until", "till", "завершится", "закончится"].contains(analysis.text.key(date.tokens.lowerBound - 1))
    }
}
