internal import Deals
internal import Languages
internal import SourceText

/// A visit as the rules put it together.
struct VisitDraft {
    var who: Side
    /// The words for the delegation ("делегация Мирабадского района").
    var whoTokens: Range<Int>
    var leader: PersonMention?
    var to: PlaceMention?
    var cities: [PlaceMention] = []
    var date: DateMention?
    var tokens: [Range<Int>] = []
}

/// Finds visits: a delegation or official, words of travel, and a place outside their own country (or, for a
/// company's people, the place they come to).
struct VisitRules {
    let analysis: Analysis
    let sides: SideRules

    func visits() -> [VisitDraft] {
        let passages = analysis.articlePassages.filter { !isRecalled(analysis.text.passages[$0]) }
        let travelling = passages.filter { analysis.has(.travel, in: analysis.text.passages[$0].tokens) }
        let common = destination(in: travelling) ?? destination(in: passages.filter { number in
            let range = analysis.text.passages[number].tokens
            return analysis.has(.sign, in: range) || analysis.has(.meet, in: range) || analysis.has(.delegation, in: range)
        })
        var drafts: [VisitDraft] = []
        for number in passages {
            let passage = analysis.text.passages[number]
            for traveller in travellers(in: passage) {
                let hasTravel = analysis.has(.travel, in: passage.tokens)
                let own = hasTravel ? destinations(for: traveller, in: passage) : []
                add(traveller, own, passage, &drafts)
            }
        }
        // A delegation told without a destination of its own goes where the text's travel leads.
        for index in drafts.indices where drafts[index].to == nil {
            if let common, isAbroad(common, for: drafts[index].who) { drafts[index].to = common }
        }
        drafts = drafts.filter { $0.to != nil && $0.tokens.contains { range in travelConcerns(range) } }
        // "Хокимы районов Ташкента": a traveller whose parts travel in their own right is only their sum.
        drafts = drafts.filter { draft in
            !drafts.contains { other in
                guard let whole = draft.who.placeID, let part = other.who.placeID, whole != part else { return false }
                return analysis.data.places.lies(part, in: whole) && draft.who.source != .delegation
            }
        }
        return fill(drafts, travelling)
    }

    private func isRecalled(_ passage: Passage) -> Bool { false }

    /// Who travels: delegations, and officials whose sentence has words of travel.
    private func travellers(in passage: Passage) -> [Side] {
        var found = sides.delegations(in: passage.tokens)
        if found.isEmpty, analysis.has(.travel, in: passage.tokens) {
            found += sides.roles(in: passage.tokens).filter(\.isPlace)
        }
        return found
    }

    /// Whether the words of travel stand near enough to be about this traveller: the passage or the whole text's topic.
    private func travelConcerns(_ range: Range<Int>) -> Bool {
        analysis.tags.contains { $0.lexeme == .travel && !analysis.isFurniture[Int(analysis.passageOfToken[$0.tokens.lowerBound])] }
    }

    private func country(_ place: PlaceMention) -> String? { place.id.flatMap { analysis.data.places.country(of: $0) } }

    private func isAbroad(_ place: PlaceMention, for side: Side) -> Bool {
        guard place.kind != .area, let there = country(place) else { return false }
        guard case .place = side.party, let id = side.placeID, let here = analysis.data.places.country(of: id) else {
            return true
        }
        return here != there
    }

    private func destinations(for side: Side, in passage: Passage) -> [PlaceMention] {
        analysis.places.filter { passage.tokens.contains($0.tokens.lowerBound) && !$0.isInsideName && !side.tokens.overlaps($0.tokens) && isAbroad($0, for: side) }
    }

    /// The place that the text's travel leads to: the country abroad told most, else the city.
    private func destination(in passages: [Int]) -> PlaceMention? {
        let near = analysis.places.filter { mention in
            !mention.isInsideName && passages.contains(Int(analysis.passageOfToken[mention.tokens.lowerBound])) && sides.isForeign(mention)
        }
        return near.first { $0.kind == .country } ?? near.first
    }

    private func add(_ traveller: Side, _ own: [PlaceMention], _ passage: Passage, _ drafts: inout [VisitDraft]) {
        let countries = distinctCountries(own)
        let index = drafts.firstIndex { $0.who.party == traveller.party }
        if countries.isEmpty {
            if let index { drafts[index].tokens.append(passage.tokens) } else {
                drafts.append(VisitDraft(who: traveller, whoTokens: traveller.tokens, to: nil, tokens: [passage.tokens]))
            }
            return
        }
        for to in countries {
            if let same = drafts.firstIndex(where: { $0.who.party == traveller.party && ($0.to == nil || country($0.to!) == country(to)) }) {
                if drafts[same].to == nil || (drafts[same].to!.kind != .country && to.kind == .country) { drafts[same].to = to }
                if drafts[same].who.source != .delegation, traveller.source == .delegation {
                    drafts[same].who = traveller
                    drafts[same].whoTokens = traveller.tokens
                }
                drafts[same].tokens.append(passage.tokens)
            } else {
                drafts.append(VisitDraft(who: traveller, whoTokens: traveller.tokens, to: to, tokens: [passage.tokens]))
            }
        }
    }

    private func distinctCountries(_ places: [PlaceMention]) -> [PlaceMention] {
        var byCountry: [(String, PlaceMention)] = []
        for place in places {
            guard let id = country(place) else { continue }
            if let at = byCountry.firstIndex(where: { $0.0 == id }) {
                if byCountry[at].1.kind != .country, place.kind == .country { byCountry[at].1 = place }
            } else {
                byCountry.append((id, place))
            }
        }
        return byCountry.map(\.1)
    }

    /// Cities, leader and first day.
    private func fill(_ drafts: [VisitDraft], _ travelling: [Int]) -> [VisitDraft] {
        drafts.map { draft in
            var draft = draft
            let alone = drafts.count == 1 || Set(drafts.map(\.who.party)).count == 1
            let passages = alone ? analysis.articlePassages : lines(of: draft, among: drafts)
            guard let to = draft.to, let there = country(to) else { return draft }
            var seen: Set<String> = []
            for mention in analysis.places {
                let passage = Int(analysis.passageOfToken[mention.tokens.lowerBound])
                guard passages.contains(passage), !mention.isInsideName, mention.kind == .city, let id = mention.id, analysis.data.places.country(of: id) == there, id != to.id, seen.insert(id).inserted else { continue }
                // Only where somebody is, goes or signs; not where a company has its seat.
                let words = analysis.text.passages[passage].tokens
                let active = [Lexeme.travel, .meet, .sign, .call, .receive, .delegation].contains { analysis.has($0, in: words) }
                if active { draft.cities.append(mention) }
            }
            for number in passages { addAdjectives(analysis.text.passages[number].tokens, there, &seen, &draft) }
            if to.kind == .city { draft.cities.removeAll { $0.id == to.id } }
            draft.leader = leader(of: draft)
            draft.date = date(of: draft, travelling)
            return draft
        }
    }

    /// "пекинские компании" of a delegation abroad are met in Beijing.
    private func addAdjectives(_ range: Range<Int>, _ country: String, _ seen: inout Set<String>, _ draft: inout VisitDraft) {
        guard analysis.has(.meet, in: range) else { return }
        for token in range {
            guard let adjective = analysis.data.gazetteer.adjective(in: analysis.text, at: token), let place = analysis.data.places[adjective.id], place.kind == .city, analysis.data.places.country(of: place.id) == country, let name = place.name(in: analysis.data.tag), seen.insert(place.id).inserted else { continue }
            draft.cities.append(PlaceMention(tokens: token..<adjective.end, name: name, id: place.id, kind: .city))
        }
    }

    /// The passages of the paragraphs that tell of this delegation, and of those behind them up to another delegation's.
    private func lines(of draft: VisitDraft, among drafts: [VisitDraft]) -> [Int] {
        func lineNumbers(_ draft: VisitDraft) -> Set<Int> {
            Set(draft.tokens.map { analysis.passage(of: $0.lowerBound).line })
        }
        let mine = lineNumbers(draft)
        let others = drafts.filter { $0.who.party != draft.who.party }.reduce(into: Set<Int>()) { $0.formUnion(lineNumbers($1)) }
        return analysis.articlePassages.filter { number in
            let line = analysis.text.passages[number].line
            if mine.contains(line) { return !others.contains(line) }
            guard let last = mine.filter({ $0 < line }).max() else { return false }
            return line - last <= 2 && !others.contains { $0 > last && $0 <= line }
        }
    }

    private func leader(of draft: VisitDraft) -> PersonMention? {
        // A person whose office stands for the delegation's place, told in the delegation's passages.
        let officials = analysis.persons.filter { person in
            guard let role = person.role else { return false }
            let office = analysis.roles[role]
            guard let side = sides.placeSide(of: office) else { return false }
            return side.party == draft.who.party
        }
        for range in draft.tokens {
            for lead in analysis.all(.lead, in: range) {
                if let person = analysis.persons.first(where: { range.contains($0.tokens.lowerBound) && $0.tokens.lowerBound >= lead.tokens.lowerBound - 8 }) { return person }
            }
        }
        let draftPassages = draft.tokens
        return officials.first { person in draftPassages.contains { $0.contains(person.tokens.lowerBound) } } ?? officials.first ?? ledElsewhere(draft)
    }

    /// "Гостей возглавлял вице-президент группы …" in a passage of its own.
    private func ledElsewhere(_ draft: VisitDraft) -> PersonMention? {
        for number in analysis.articlePassages {
            let range = analysis.text.passages[number].tokens
            guard analysis.has(.lead, in: range) else { continue }
            if let person = analysis.persons.first(where: { range.contains($0.tokens.lowerBound) }) { return person }
        }
        return nil
    }

    private func date(of draft: VisitDraft, _ travelling: [Int]) -> DateMention? {
        let own = travelling.filter { number in draft.tokens.contains { $0.overlaps(analysis.text.passages[number].tokens) } }
        for number in own + travelling.filter({ !own.contains($0) }) {
            let range = analysis.text.passages[number].tokens
            guard let travel = analysis.all(.travel, in: range).first else { continue }
            let near = analysis.dates.filter { range.contains($0.tokens.lowerBound) && $0.date.day != nil && isNotEnd($0) }
            if let best = near.min(by: { distance($0, travel) < distance($1, travel) }) { return best }
        }
        return nil
    }

    private func distance(_ date: DateMention, _ travel: Tag) -> Int { abs(date.tokens.lowerBound - travel.tokens.lowerBound) }

    /// "до 19 мая", "until Friday": the last day, not the first.
    private func isNotEnd(_ date: DateMention) -> Bool {
        guard date.tokens.lowerBound > 0 else { return true }
        let before = analysis.text.key(date.tokens.lowerBound - 1)
        return !["до", "по", "until", "till", "завершится", "on"].contains(before) || before == "on"
    }
}
