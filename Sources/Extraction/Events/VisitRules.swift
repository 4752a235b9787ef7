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
    /// Places that the traveller is said to be at or go to, in the order of the text.
    var goals: [PlaceMention] = []
}

/// Finds visits: a delegation or official, words of travel, and a place outside their own country (or, for a
/// company's people, the place that they come to).
struct VisitRules {
    let analysis: Analysis
    let sides: SideRules

    func visits() -> [VisitDraft] {
        var drafts: [VisitDraft] = []
        for number in analysis.articlePassages {
            let found = travellers(in: number)
            for traveller in found { add(traveller, goals(of: traveller, in: number), number, &drafts) }
            if found.isEmpty { lean(number, &drafts) }
        }
        for index in drafts.indices where drafts[index].to == nil {
            drafts[index].to = likelyDestination(of: drafts[index])
        }
        drafts = joined(drafts.filter { $0.to != nil && isTravel($0) })
        // Guests who came to the text's home country and go home again made one visit.
        drafts = drafts.filter { draft in
            guard !draft.who.isPlace, draft.to.flatMap(country) != analysis.homeCountry else { return true }
            return !drafts.contains {
                $0.who.party == draft.who.party && $0.to.flatMap(country) == analysis.homeCountry
            }
        }
        return drafts.map { fill($0, among: drafts) }
    }

    // MARK: Who travels

    private func tokens(_ number: Int) -> Range<Int> { analysis.text.passages[number].tokens }
    private func hasTravel(_ number: Int) -> Bool { analysis.has(.travel, in: tokens(number)) }

    /// Delegations anywhere; officials and people of companies where the sentence has words of travel.
    private func travellers(in number: Int) -> [Side] {
        let range = tokens(number)
        let delegations = sides.delegations(in: range)
        guard delegations.isEmpty, hasTravel(number) else { return delegations }
        if let told = told(before: number) { return [told] }
        let officials = unique(sides.roles(in: range) + sides.people(in: range))
        let goers = officials.filter { !goals(of: $0, in: number).isEmpty || comesFromSomewhere($0, number) }
        if !goers.isEmpty {
            return Array(
                goers.filter { !$0.isPlace || goals(of: $0, in: number).contains { $0.kind != .area } }.prefix(2))
        }
        if !officials.isEmpty { return [] }
        if let people = companyPeople(in: number) { return [people] }
        return []
    }

    private func unique(_ found: [Side]) -> [Side] {
        var seen: Set<Party> = []
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.filter { seen.insert($0.party).inserted }
    }

    private func comesFromSomewhere(_ side: Side, _ number: Int) -> Bool {
        !side.isPlace && !isOnlyGuest(number)
            && analysis.places.contains {
                tokens(number).contains($0.tokens.lowerBound) && !$0.isInsideName && analysis.bearing(of: $0) == .from
            }
    }

    /// "Turkiyadan kelgan mehmonlar bilan uchrashdi": that they came is told in passing.
    private func isOnlyGuest(_ number: Int) -> Bool {
        guard analysis.data.tag.isUzbek else { return false }
        return analysis.all(.travel, in: tokens(number)).allSatisfy { tag in
            let last = tag.tokens.upperBound - 1
            return analysis.text.key(last).hasSuffix("gan")
                && analysis.has(.sides, in: (last + 1)..<max(last + 1, min(tokens(number).upperBound, last + 3)))
        }
    }

    /// "представители компании X побывали", "Компания вакиллари келган эди": the company's people travel.
    private func companyPeople(in number: Int) -> Side? {
        let range = tokens(number)
        for role in analysis.roles
        where range.contains(role.tokens.lowerBound) && [.company, .none].contains(role.standsFor) {
            if let organisation = role.organisation {
                guard !analysis.organisations[organisation].isInstitution else { continue }
                return side(of: analysis.organisations[organisation], tokens: role.tokens)
            }
            let near =
                max(
                    range.lowerBound, role.tokens.lowerBound - 3)..<max(
                    role.tokens.lowerBound, min(range.upperBound, role.tokens.upperBound + 3))
            guard analysis.has(.companyWord, in: near) else { continue }
            if let last = analysis.organisations.last(where: {
                $0.tokens.upperBound <= role.tokens.lowerBound && !$0.isOutlet && !$0.isInstitution
            }) {
                return side(of: last, tokens: role.tokens)
            }
        }
        return nil
    }

    private func side(of mention: OrganisationMention, tokens: Range<Int>) -> Side {
        Side(
            party: .organisation(mention.entity), name: sides.name(of: mention.entity), placeID: nil, tokens: tokens,
            source: .role)
    }

    /// "She had arrived from Delhi": the person told last in the paragraph.
    private func told(before number: Int) -> Side? {
        let passage = analysis.text.passages[number]
        let head = passage.tokens.lowerBound..<min(passage.tokens.upperBound, passage.tokens.lowerBound + 6)
        guard head.contains(where: { Self.pronouns.contains(analysis.text.key($0)) }) else { return nil }
        let before = analysis.persons.filter {
            $0.tokens.upperBound <= passage.tokens.lowerBound
                && analysis.passage(of: $0.tokens.lowerBound).line == passage.line
        }
        let nearest = before.last.map { Int(analysis.passageOfToken[$0.tokens.lowerBound]) }
        let said = before.filter { Int(analysis.passageOfToken[$0.tokens.lowerBound]) == nearest }
        return said.lazy.compactMap { sides.principal(of: $0) }.first
    }

    private static let pronouns: Set<String> = ["he", "she", "they", "он", "она", "они", "u", "ular", "他", "她"]

    // MARK: Where to

    private func country(_ place: PlaceMention) -> String? { place.id.flatMap { analysis.data.places.country(of: $0) } }

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
    private func goals(of side: Side, in number: Int) -> [PlaceMention] {
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
        side.party == .place(mention.id ?? mention.name)
    }

    /// A place inside an office's or another delegation's words is no goal.
    private func isOfSomebody(_ mention: PlaceMention, but side: Side) -> Bool {
        analysis.roles.contains {
            $0.tokens.overlaps(mention.tokens) && $0.standsFor != .none
                && $0.place.map { analysis.places[$0].tokens == mention.tokens } ?? false
        }
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
    private func likelyDestination(of draft: VisitDraft) -> PlaceMention? {
        if draft.who.isPlace, !isGuest(draft.who) {
            return commonDestination(for: draft.who)
        }
        return homeDestination(for: draft)
    }

    /// Whether the traveller comes from outside the text's home country.
    private func isGuest(_ side: Side) -> Bool {
        guard let home = analysis.homeCountry, let id = side.placeID, let own = analysis.data.places.country(of: id)
        else { return side.isPlace && side.placeID == nil }
        return own != home
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

    private func homeDestination(for draft: VisitDraft) -> PlaceMention? {
        let article = Set(analysis.articlePassages)
        let home = analysis.places.filter { mention in
            !mention.isInsideName && mention.kind.isLocal && !sides.isForeign(mention) && mention.id != nil
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

    /// A delegation that only signs, is received or is spoken of is no visit: travel must be told of it.
    private func isTravel(_ draft: VisitDraft) -> Bool {
        if draft.passages.contains(where: hasTravel) { return true }
        // "делегации районных хокимиятов находятся в поездке": told of all of them at once.
        return draft.who.source == .delegation
            && analysis.articlePassages.contains { number in
                hasTravel(number) && analysis.all(.delegation, in: tokens(number)).contains { $0.value == "many" }
            }
    }

    // MARK: One record a delegation and country

    private func add(_ traveller: Side, _ goals: [PlaceMention], _ number: Int, _ drafts: inout [VisitDraft]) {
        if goals.isEmpty {
            let own = drafts.indices.filter { drafts[$0].who.party == traveller.party }
            if let same = own.last {
                drafts[same].passages.append(number)
                for index in own { promote(traveller, &drafts[index]) }
            } else {
                drafts.append(VisitDraft(who: traveller, to: nil, passages: [number]))
            }
        }
        for place in goals {
            let same = drafts.firstIndex { draft in
                guard draft.who.party == traveller.party else { return false }
                return draft.to.map { country($0) == country(place) } ?? true
            }
            if let same {
                if drafts[same].to == nil { drafts[same].to = place }
                if drafts[same].passages.last != number { drafts[same].passages.append(number) }
                drafts[same].goals.append(place)
                promote(traveller, &drafts[same])
            } else {
                drafts.append(VisitDraft(who: traveller, to: place, passages: [number], goals: [place]))
            }
        }
    }

    /// "The visit began on May 14": a sentence of travel without a traveller goes on about the one told last.
    private func lean(_ number: Int, _ drafts: inout [VisitDraft]) {
        let range = tokens(number)
        let line = analysis.text.passages[number].line
        let isTrip =
            analysis.all(.travel, in: range).contains { $0.value == "trip" || $0.value == "return" }
            || analysis.has(.sides, in: range) || analysis.has(.lead, in: range)
        guard hasTravel(number) || analysis.has(.lead, in: range), !drafts.isEmpty else { return }
        let near = drafts.indices.filter { index in
            drafts[index].passages.contains { line - analysis.text.passages[$0].line <= 1 }
        }
        let parties = Set(drafts.map(\.who.party))
        guard let index = near.last ?? (parties.count == 1 ? drafts.indices.last : nil) else { return }
        let goals = goals(of: drafts[index].who, in: number)
        guard
            isTrip || line == drafts[index].passages.last.map({ analysis.text.passages[$0].line })
                || !goals.isEmpty && parties.count == 1 && drafts[index].who.isPlace
        else { return }
        if goals.isEmpty {
            drafts[index].passages.append(number)
        } else {
            add(drafts[index].who, goals, number, &drafts)
        }
    }

    /// A delegation's own words name it better than an official's office, and full words better than bare ones.
    private func promote(_ traveller: Side, _ draft: inout VisitDraft) {
        func rank(_ side: Side) -> Int {
            side.source != .delegation ? 1 : side.isBare ? 0 : 2 + min(side.tokens.count, 9)
        }
        if rank(traveller) > rank(draft.who) { draft.who = traveller }
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
            let same = kept.firstIndex { other in
                guard other.who.party == draft.who.party, let a = other.to, let b = draft.to else { return false }
                return country(a) == country(b)
            }
            if let same {
                kept[same].passages += draft.passages
                kept[same].goals += draft.goals
                promote(draft.who, &kept[same])
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
        let isHomeVisit = there == analysis.homeCountry
        draft.to = destination(of: draft, there, passages) ?? to
        var seen: Set<String> = []
        for number in passages { addCities(number, there, isHomeVisit, &seen, &draft) }
        draft.cities.removeAll {
            $0.id == draft.to?.id || sides.canonicalName($0) == draft.to.map { sides.canonicalName($0) }
        }
        draft.leader = leader(of: draft, alone: alone)
        draft.date = date(
            of: draft, passages,
            isOneOfSeveral: drafts.contains {
                $0.who.party == draft.who.party && $0.to?.id != to.id && $0.to.flatMap(country) != there
            })
        return draft
    }

    /// The country where a sentence says that they are there; else the place told first, a region before its parts.
    private func destination(of draft: VisitDraft, _ there: String, _ passages: [Int]) -> PlaceMention? {
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

    private func addCities(
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

    /// The paragraphs that tell of this delegation, and those behind them up to another delegation's.
    private func paragraphs(of draft: VisitDraft, among drafts: [VisitDraft]) -> [Int] {
        func lines(_ draft: VisitDraft) -> Set<Int> { Set(draft.passages.map { analysis.text.passages[$0].line }) }
        let mine = lines(draft)
        let others = drafts.filter { $0.who.party != draft.who.party }.reduce(into: Set<Int>()) {
            $0.formUnion(lines($1))
        }
        return analysis.articlePassages.filter { number in
            let line = analysis.text.passages[number].line
            if mine.contains(line) { return !others.contains(line) || draft.passages.contains(number) }
            guard let last = mine.filter({ $0 < line }).max() else { return false }
            return line - last <= 2 && !others.contains { $0 > last && $0 <= line }
        }
    }

    private func leader(of draft: VisitDraft, alone: Bool) -> PersonMention? {
        let own = draft.passages
        let lines = Set(own.map { analysis.text.passages[$0].line })
        let near = analysis.articlePassages.filter {
            lines.contains(analysis.text.passages[$0].line) && !own.contains($0)
        }
        for number in own + near {
            for lead in analysis.all(.lead, in: tokens(number)) {
                if let person = sides.nearestPerson(to: lead.tokens, in: tokens(number)),
                    number == own.first || analysis.has(.sides, in: tokens(number)) || fits(person, draft)
                {
                    return person
                }
            }
        }
        // A person whose office stands for the traveller, where the text tells what the travellers did.
        let active = [Lexeme.travel, .delegation, .meet, .sign, .call, .receive, .lead]
        let officials = analysis.persons.filter { person in
            guard sides.principal(of: person)?.party == draft.who.party else { return false }
            let number = Int(analysis.passageOfToken[person.tokens.lowerBound])
            return own.contains(number) || active.contains { analysis.has($0, in: tokens(number)) }
        }
        if let official = officials.first(where: { own.contains(Int(analysis.passageOfToken[$0.tokens.lowerBound])) })
            ?? officials.first
        {
            return official
        }
        guard alone else { return nil }
        // "Гостей возглавлял вице-президент группы …" in a sentence of its own.
        for number in analysis.articlePassages {
            for lead in analysis.all(.lead, in: tokens(number)) {
                if let person = sides.nearestPerson(to: lead.tokens, in: tokens(number)), fits(person, draft) {
                    return person
                }
            }
        }
        return nil
    }

    /// Whether a person does not stand for somebody else.
    private func fits(_ person: PersonMention, _ draft: VisitDraft) -> Bool {
        sides.principal(of: person).map {
            $0.party == draft.who.party || !$0.isPlace || !draft.who.isPlace || isSameCountry($0, draft.who)
        } ?? true
    }

    private func isSameCountry(_ a: Side, _ b: Side) -> Bool {
        guard let x = a.placeID.flatMap({ analysis.data.places.country(of: $0) }),
            let y = b.placeID.flatMap({ analysis.data.places.country(of: $0) })
        else { return true }
        return x == y
    }

    // MARK: The first day

    /// The first day: of a span told of the delegation, else the earliest day told beside words of travel.
    private func date(of draft: VisitDraft, _ passages: [Int], isOneOfSeveral: Bool) -> DateMention? {
        if isOneOfSeveral, let own = dayOfArrival(draft) { return own }
        let lines = Set(draft.passages.map { analysis.text.passages[$0].line })
        for number in draft.passages + passages
        where hasTravel(number) || analysis.has(.delegation, in: tokens(number))
            || lines.contains(analysis.text.passages[number].line)
        {
            let range = tokens(number)
            if let span = analysis.dates.first(where: {
                range.contains($0.tokens.lowerBound) && $0.end != nil && $0.date.day != nil && isOfNow($0)
            }) {
                return span
            }
        }
        let own = draft.passages.filter(hasTravel)
        let others =
            passages.filter { hasTravel($0) && !own.contains($0) }
            + analysis.articlePassages.filter { hasTravel($0) && !passages.contains($0) && !own.contains($0) }
        for pool in [own, others] {
            let days = pool.compactMap(dayOfTravel)
            let exact = days.filter { $0.date.day != nil }
            if let first = exact.min(by: { $0.date < $1.date }) { return first }
            if let any = days.first { return any }
        }
        return nil
    }

    /// The day in the part of a sentence that names the goal ("а затем в Индии, куда перелетела 28 ноября").
    private func dayOfArrival(_ draft: VisitDraft) -> DateMention? {
        let days = draft.goals.compactMap { goal -> (day: DateMention, gap: Int)? in
            let number = Int(analysis.passageOfToken[goal.tokens.lowerBound])
            let range = tokens(number)
            guard hasTravel(number) else { return nil }
            let rivals = analysis.places(in: range).filter {
                country($0) != country(goal) && analysis.bearing(of: $0).isGoal
            }
            let start =
                rivals.last { $0.tokens.lowerBound < goal.tokens.lowerBound }?.tokens.upperBound ?? range.lowerBound
            let reach =
                start..<max(
                    start,
                    rivals.first { $0.tokens.lowerBound > goal.tokens.lowerBound }?.tokens.lowerBound
                        ?? range.upperBound)
            let near = analysis.dates.filter {
                reach.contains($0.tokens.lowerBound) && isFirstDay($0) && $0.date.day != nil
            }
            return near.map { ($0, between($0.tokens, goal.tokens).count) }.min { $0.1 < $1.1 }
        }
        return days.min { $0.gap < $1.gap }?.day
    }

    private func dayOfTravel(_ number: Int) -> DateMention? {
        let range = tokens(number)
        let tags = analysis.all(.travel, in: range)
        guard
            let anchor = tags.first(where: { $0.value == "arrive" || $0.value == "ahead" })
                ?? tags.first(where: { $0.value != "return" })
        else { return nil }
        let near = analysis.dates.filter { date in
            guard range.contains(date.tokens.lowerBound), isFirstDay(date), isOfNow(date) else { return false }
            let nearest = tags.min { between($0.tokens, date.tokens).count < between($1.tokens, date.tokens).count }
            return nearest?.value != "return"
        }
        func rank(_ date: DateMention) -> (Int, Int, Int) {
            (
                date.date.day == nil ? 1 : 0, analysis.has(.weekday, in: date.tokens) ? 1 : 0,
                between(date.tokens, anchor.tokens).count
            )
        }
        guard let best = near.min(by: { rank($0) < rank($1) }), best.date.day != nil else {
            return near.min { rank($0) < rank($1) }
        }
        // Several arrivals in one sentence: the earliest.
        let arrivals = near.filter { date in
            let gap = tags.map { between($0.tokens, date.tokens).count }.min() ?? Int.max
            return date.date.day != nil && gap <= 4 && date.date < best.date
        }
        return arrivals.min { $0.date < $1.date } ?? best
    }

    /// Not of a year long gone: an earlier trip that the text recalls.
    private func isOfNow(_ date: DateMention) -> Bool {
        guard let published = analysis.published?.date.date else { return true }
        return date.date.year >= published.year
            || published.month.map { $0 <= 3 } ?? true && date.date.year == published.year - 1
    }

    /// "до 19 мая", "until Friday", "завершится завтра", 将于19日结束: the last day, not the first.
    private func isFirstDay(_ date: DateMention) -> Bool {
        let before = max(0, date.tokens.lowerBound - 3)..<date.tokens.lowerBound
        if before.contains(where: { Self.endings.contains(analysis.text.key($0)) }) { return false }
        if date.tokens.lowerBound > 0,
            ["до", "по", "until", "till", "by"].contains(analysis.text.key(date.tokens.lowerBound - 1))
        {
            return false
        }
        let behind = date.tokens.upperBound..<min(analysis.text.tokens.count, date.tokens.upperBound + 2)
        if behind.contains(where: { Self.endings.contains(analysis.text.key($0)) }) { return false }
        return !analysis.tags(in: behind).contains { $0.lexeme == .travel && $0.value == "return" }
    }

    private static let endings: Set<String> = [
        "завершится", "закончится", "завершилась", "завершился", "продлится", "end", "ends", "ended", "yakunlanadi",
        "yakunlaydi", "yakunlandi", "tugaydi", "结", "結",
    ]
}
