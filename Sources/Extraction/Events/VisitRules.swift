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
    /// Whether trips of an earlier year are told too: where the text tells of no other.
    var recalls = false

    func visits() -> [VisitDraft] {
        let found = told()
        guard found.isEmpty, !recalls, analysis.data.tag == .english else { return found }
        var recalling = self
        recalling.recalls = true
        return recalling.told()
    }

    private func told() -> [VisitDraft] {
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

    func tokens(_ number: Int) -> Range<Int> { analysis.text.passages[number].tokens }
    func hasTravel(_ number: Int) -> Bool {
        visitsPlace(number) || analysis.all(.travel, in: tokens(number)).contains { !isOff($0, number) }
    }

    /// "не приехала", "визит отменён": a trip that was not made.
    private func isOff(_ trip: Tag, _ number: Int) -> Bool {
        guard analysis.data.tag == .russian else { return false }
        let range = tokens(number)
        let before = trip.tokens.lowerBound - 1
        if before >= range.lowerBound, analysis.text.key(before) == "не" { return true }
        let reach =
            trip.tokens.upperBound..<max(trip.tokens.upperBound, min(range.upperBound, trip.tokens.upperBound + 7))
        return trip.value == "trip"
            && analysis.all(.stage, in: reach).contains { ["cancelled", "stalled"].contains($0.value) }
    }

    /// "посетил Хорезмскую область": calling on a place is travel, calling on a company is none.
    private func visitsPlace(_ number: Int) -> Bool {
        if analysis.data.tag == .english { return leadsSomewhere(number) }
        guard analysis.data.tag == .russian else { return false }
        return analysis.all(.call, in: tokens(number)).contains { call in
            call.value != "inspect"
                && analysis.places(in: call.tokens.upperBound..<(call.tokens.upperBound + 2)).contains {
                    !$0.isInsideName && $0.kind != .zone
                        && !analysis.overlapsOrganisation(call.tokens.upperBound..<$0.tokens.upperBound)
                }
        }
    }

    /// "led a 12-member delegation to Malaysia", "a trade mission to Ghana", "toured Uzbekistan".
    private func leadsSomewhere(_ number: Int) -> Bool {
        let range = tokens(number)
        let towards = analysis.all(.delegation, in: range).contains { tag in
            let next = tag.tokens.upperBound
            return next + 1 < range.upperBound && analysis.text.key(next) == "to"
                && analysis.places(in: (next + 1)..<min(range.upperBound, next + 4)).contains { !$0.isInsideName }
        }
        return towards
            || analysis.all(.call, in: range).contains { call in
                analysis.places.contains {
                    $0.tokens.lowerBound == call.tokens.upperBound && !$0.isInsideName && $0.kind != .zone
                }
            }
    }

    /// Delegations anywhere; officials and people of companies where the sentence has words of travel.
    func travellers(in number: Int) -> [Side] {
        let range = tokens(number)
        let delegations = sides.delegations(in: range)
        guard delegations.isEmpty, hasTravel(number) else { return delegations }
        if let told = told(before: number) { return [told] }
        let officials = unique(
            sides.roles(in: range) + sides.people(in: range) + sides.nationals(in: range)
        ).filter { !isMet($0) }
        if officials.isEmpty, analysis.isDialogue, let asked = speaker(in: number) { return [asked] }
        let goers = officials.filter { !goals(of: $0, in: number).isEmpty || comesFromSomewhere($0, number) }
        if !goers.isEmpty {
            return Array(
                goers.filter { !$0.isPlace || goals(of: $0, in: number).contains { $0.kind != .area } }.prefix(2))
        }
        if analysis.data.tag == .english, let person = official(in: number) { return [person] }
        if !officials.isEmpty { return [] }
        if let people = companyPeople(in: number) { return [people] }
        if let speaker = speaker(in: number) { return [speaker] }
        return official(in: number).map { [$0] } ?? []
    }

    /// "Prime Minister Sandro Beridze arrived in Doha": an official whose country the text does not name.
    private func official(in number: Int) -> Side? {
        guard analysis.data.tag == .english else { return nil }
        for person in analysis.persons where tokens(number).contains(person.tokens.lowerBound) {
            guard let role = person.role.map({ analysis.roles[$0] }),
                [.country, .place, .ministry].contains(role.standsFor)
            else { continue }
            let side = Side(
                party: .person(person.entity), name: person.name, placeID: nil, tokens: person.tokens, source: .role)
            // Whom a text's own places would make a governor of where he travels has no place told.
            guard role.place == nil, role.nation == nil, role.placeKind == nil else { continue }
            if !goals(of: side, in: number).isEmpty { return side }
        }
        return nil
    }

    /// "vazir … raisi Jassim al-Kuvoriy bilan uchrashdi": the one met was there already.
    private func isMet(_ side: Side) -> Bool {
        let next = side.tokens.upperBound
        return analysis.data.tag.isUzbek && next < analysis.text.tokens.count && analysis.text.key(next) == "bilan"
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

    func side(of mention: OrganisationMention, tokens: Range<Int>) -> Side {
        Side(
            party: .organisation(mention.entity), name: sides.name(of: mention.entity), placeID: nil, tokens: tokens,
            source: .role)
    }

    /// "She had arrived from Delhi": the person told last in the paragraph.
    func told(before number: Int) -> Side? {
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

    /// Whether the traveller comes from outside the text's home country.
    func isGuest(_ side: Side) -> Bool {
        guard let home = analysis.homeCountry, let id = side.placeID, let own = analysis.data.places.country(of: id)
        else { return side.isPlace && side.placeID == nil }
        return own != home
    }

    /// A delegation that only signs, is received or is spoken of is no visit: travel must be told of it.
    private func isTravel(_ draft: VisitDraft) -> Bool {
        if draft.passages.contains(where: hasTravel) { return true }
        // "The four-day visit to X ended. … The delegation was headed by …": one delegation, and travel told of nobody else.
        if analysis.data.tag == .english, draft.who.source == .delegation,
            analysis.articlePassages.contains(where: { number in
                analysis.all(.travel, in: tokens(number)).contains { $0.value == "trip" || $0.value == "return" }
                    && travellers(in: number).isEmpty
            })
        {
            return true
        }
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
        if case .person(let number) = draft.who.party {
            draft.leader = analysis.persons.first { $0.entity == number }
        } else {
            draft.leader = leader(of: draft, alone: alone)
        }
        draft.date = date(
            of: draft, passages,
            isOneOfSeveral: drafts.contains {
                $0.who.party == draft.who.party && $0.to?.id != to.id && $0.to.flatMap(country) != there
            })
        return draft
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
}
