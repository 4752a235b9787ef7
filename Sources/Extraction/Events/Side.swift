internal import Deals
internal import Languages
internal import SourceText

/// Whom an event's role is filled with: a place (for its governor, delegation or office) or an organisation.
enum Party: Hashable {
    /// Index of a place mention's identity: the tables' id, or the folded name.
    case place(String)
    /// Number of an organisation, as coreference gave it.
    case organisation(Int)
}

/// A party where a passage names it.
struct Side {
    let party: Party
    /// Name for the record, nominative.
    let name: String
    let placeID: String?
    /// The words that name it.
    let tokens: Range<Int>
    let source: Source
    /// A delegation whose own words do not say whose it is.
    var isBare = false

    /// How it was named, which decides what it can be.
    enum Source { case delegation, role, administration, organisation, adjective, place }

    var isPlace: Bool { if case .place = party { true } else { false } }
}

/// Reads the sides that a passage names.
struct SideRules {
    let analysis: Analysis

    /// A range that is empty where its end lies before its start: words that run over a sentence's end.
    private static func window(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start, end) }

    /// All sides of a range of tokens in order of their words; each party once.
    func sides(in range: Range<Int>) -> [Side] {
        var found: [Side] = []
        found += organisations(in: range)
        found += roles(in: range)
        found += delegations(in: range)
        found += administrations(in: range)
        if analysis.tags(in: range).contains(where: { [.sign, .agreed, .paper, .meet].contains($0.lexeme) }) {
            found += signingPlaces(in: range)
            if analysis.data.tag.isUzbek, !found.contains(where: \.isPlace), let region = bareRegion(in: range) {
                found.append(region)
            }
        }
        found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var seen: Set<Party> = []
        return found.filter { seen.insert($0.party).inserted }
    }

    /// "viloyat 3 ta shartnoma imzoladi": the region that the text is about.
    private func bareRegion(in range: Range<Int>) -> Side? {
        guard let token = range.first(where: { ["viloyat", "viloyatimiz"].contains(analysis.text.key($0)) }),
            !analysis.isPlace(token), !analysis.isOrganisation(token), !(token > 0 && analysis.isPlace(token - 1)),
            !analysis.isCovered(token, by: [.sides, .role, .administration]),
            let place = placeTold(before: token, kind: .region)
        else { return nil }
        return side(place, tokens: token..<(token + 1), source: .role)
    }

    func organisations(in range: Range<Int>) -> [Side] {
        analysis.organisations.compactMap { mention in
            guard range.contains(mention.tokens.lowerBound), !mention.isOutlet else { return nil }
            return Side(
                party: .organisation(mention.entity), name: name(of: mention.entity), placeID: nil,
                tokens: mention.tokens,
                source: .organisation)
        }
    }

    /// The fullest name that the text gives an organisation.
    func name(of entity: Int) -> String {
        analysis.organisations.filter { $0.entity == entity }.max { $0.name.count < $1.name.count }?.name ?? ""
    }

    /// Governors, hokims and mayors stand for their place, ministers for the ministry that the text names.
    func roles(in range: Range<Int>) -> [Side] {
        analysis.roles.compactMap { role in
            guard range.contains(role.tokens.lowerBound), isOfficial(role) else { return nil }
            if role.standsFor == .ministry, let number = role.organisation ?? ministry(of: role) {
                return side(ofOrganisation: number, tokens: role.tokens)
            }
            return placeSide(of: role)
        }
    }

    /// An office of a place, a ministry or a country; "the region's chairman" has it by the word before.
    private func isOfficial(_ role: RoleMention) -> Bool {
        [.place, .country, .ministry].contains(role.standsFor)
            || role.placeKind != nil && role.organisation == nil && !isPlural(role)
    }

    /// "руководителями регионов", "heads of regions": nobody's office.
    private func isPlural(_ role: RoleMention) -> Bool {
        role.tokens.contains { index in
            guard analysis.tag(at: index, .placeType) != nil else { return false }
            let key = analysis.text.key(index)
            return switch analysis.data.tag {
            case .russian: ["ов", "ей", "ах", "ями", "ами", "ам", "ям"].contains { key.hasSuffix($0) }
            case .english: key.hasSuffix("s") && !key.contains("'")
            case .uzbekLatin, .uzbekCyrillic: key.contains("lar")
            case .chinese: false
            }
        }
    }

    func placeSide(of role: RoleMention) -> Side? {
        // "Busanda hokim va …": where he signed, not what he governs.
        if let place = role.place, !(analysis.data.tag.isUzbek && analysis.isLocative(analysis.places[place])) {
            return side(
                role.standsFor == .place ? region(of: analysis.places[place], role.placeKind) : analysis.places[place],
                tokens: role.tokens, source: .role)
        }
        guard role.standsFor == .place || role.placeKind != nil else { return nil }
        if role.standsFor == .place, role.placeKind == nil, let led = ledDelegation(role) { return led }
        guard let place = governed(role) else { return nil }
        return side(place, tokens: role.tokens, source: .role)
    }

    /// "делегация Мирабадского района под руководством хокима": the hokim is the district's.
    private func ledDelegation(_ role: RoleMention) -> Side? {
        let range = analysis.passage(of: role.tokens.lowerBound).tokens
        guard analysis.has(.lead, in: range),
            let side = analysis.all(.delegation, in: range).lazy.compactMap({ origin(of: $0) }).first, side.isPlace
        else { return nil }
        return Side(party: side.party, name: side.name, placeID: side.placeID, tokens: role.tokens, source: .role)
    }

    /// "Uzbekistan's energy minister" of a text that names the Ministry of Energy.
    private func ministry(of role: RoleMention) -> Int? {
        let words = (role.tokens.lowerBound..<min(analysis.text.tokens.count, role.tokens.upperBound + 2)).map {
            analysis.text.key($0)
        }.filter { $0.count >= 5 && !$0.hasPrefix("minist") && !$0.hasPrefix("минист") }
        return analysis.organisations.indices.first { number in
            guard analysis.organisations[number].isInstitution else { return false }
            let name = Coreference.words(analysis.organisations[number].name, folding: analysis.data.folding)
            guard name.contains(where: { $0.hasPrefix("minist") || $0.hasPrefix("минист") || $0.hasPrefix("vazir") })
            else { return false }
            let known =
                role.place.map { Coreference.words(analysis.places[$0].name, folding: analysis.data.folding) } ?? []
            return words.contains { word in
                name.contains { $0.prefix(5) == word.prefix(5) && !known.contains { $0.prefix(5) == word.prefix(5) } }
            }
        }
    }

    private func side(ofOrganisation number: Int, tokens: Range<Int>) -> Side {
        let entity = analysis.organisations[number].entity
        return Side(party: .organisation(entity), name: name(of: entity), placeID: nil, tokens: tokens, source: .role)
    }

    /// Persons stand for whom their office stands for: the governor's surname for the region, the chairman's for the company.
    func people(in range: Range<Int>) -> [Side] {
        analysis.persons.compactMap { range.contains($0.tokens.lowerBound) ? principal(of: $0) : nil }
    }

    /// Whom a person stands for: by an office told beside the name anywhere, else as the head of a delegation.
    func principal(of person: PersonMention) -> Side? {
        if let office = officeSide(of: person) { return office }
        for mention in analysis.persons where mention.entity == person.entity {
            let range = analysis.passage(of: mention.tokens.lowerBound).tokens
            guard let lead = analysis.all(.lead, in: range).first,
                nearestPerson(to: lead.tokens, in: range)?.entity == person.entity
            else { continue }
            let tags = analysis.tags.filter { $0.lexeme == .delegation }
            let tag =
                tags.first { range.contains($0.tokens.lowerBound) }
                ?? tags.last { $0.tokens.upperBound <= range.lowerBound }
            if let tag, let side = origin(of: tag) {
                return Side(
                    party: side.party, name: side.name, placeID: side.placeID, tokens: person.tokens, source: .role)
            }
        }
        return nil
    }

    private func officeSide(of person: PersonMention) -> Side? {
        let offices = analysis.persons.filter { $0.entity == person.entity }.compactMap { mention in
            mention.role.map { analysis.roles[$0] }.flatMap { belongs($0, to: mention) ? $0 : nil }
        }
        for office in offices {
            if office.standsFor == .ministry, let number = office.organisation ?? ministry(of: office) {
                return side(ofOrganisation: number, tokens: person.tokens)
            }
            if isOfficial(office), office.organisation == nil || office.standsFor == .place,
                let side = placeSide(of: office)
            {
                return Side(
                    party: side.party, name: side.name, placeID: side.placeID, tokens: person.tokens, source: .role)
            }
            if let number = office.organisation { return side(ofOrganisation: number, tokens: person.tokens) }
        }
        // "chief executive Anjali Deshmane", "начальник управления": of the company or body that the text is about.
        for office in offices where office.standsFor == .company || office.standsFor == .body {
            if let number = employer(of: office) { return side(ofOrganisation: number, tokens: person.tokens) }
        }
        return nil
    }

    /// The company (for a company's office) or body told before in the sentence, else the one that the text tells most.
    private func employer(of office: RoleMention) -> Int? {
        let fits = analysis.organisations.indices.filter {
            !analysis.organisations[$0].isOutlet
                && analysis.organisations[$0].isInstitution == (office.standsFor == .body) && !isFurniture($0)
        }
        let passage = analysis.passage(of: office.tokens.lowerBound)
        let before = fits.filter { analysis.organisations[$0].tokens.upperBound <= office.tokens.lowerBound }
        if let last = before.last,
            passage.tokens.contains(analysis.organisations[last].tokens.lowerBound) || office.standsFor == .body
        {
            return last
        }
        func count(_ number: Int) -> Int {
            fits.count { analysis.organisations[$0].entity == analysis.organisations[number].entity }
        }
        return (before.isEmpty ? fits : before).max { (count($0), -$0) < (count($1), -$1) }
    }

    /// An office between two persons belongs to the nearer one: "Mr X met the energy minister, Y".
    private func belongs(_ office: RoleMention, to person: PersonMention) -> Bool {
        func gap(_ other: PersonMention) -> Int {
            other.tokens.lowerBound >= office.tokens.upperBound
                ? 2 * between(other.tokens, office.tokens).count
                : 2 * between(other.tokens, office.tokens).count + (analysis.data.tag == .chinese ? 3 : 1)
        }
        let mine = gap(person)
        return !analysis.persons(in: analysis.passage(of: person.tokens.lowerBound).tokens).contains {
            $0.entity != person.entity && gap($0) < mine
        }
    }

    private func isFurniture(_ organisation: Int) -> Bool {
        analysis.isFurniture[Int(analysis.passageOfToken[analysis.organisations[organisation].tokens.lowerBound])]
    }

    func nearestPerson(to tokens: Range<Int>, in range: Range<Int>) -> PersonMention? {
        analysis.persons.filter { range.contains($0.tokens.lowerBound) }
            .min { between($0.tokens, tokens).count < between($1.tokens, tokens).count }
    }

    /// "хоким области" without a name: the place of that kind told last before, else the first of the text.
    private func governed(_ role: RoleMention) -> PlaceMention? {
        let place =
            likeWord(of: role) ?? placeTold(before: role.tokens.lowerBound, kind: role.placeKind)
            ?? (role.placeKind == .region ? placeTold(before: role.tokens.lowerBound, kind: .city) : nil)
        return place.map { region(of: $0, role.placeKind) }
    }

    /// "provinsiya rahbariyati": the place that has this very type word, abroad too, where none at home has it.
    private func likeWord(of role: RoleMention) -> PlaceMention? {
        guard role.placeKind != nil, let first = role.tokens.first else { return nil }
        let stem = analysis.text.key(first).prefix(6)
        guard stem.count == 6 else { return nil }
        let like = analysis.places.filter { mention in
            !mention.isInsideName && mention.kind == role.placeKind
                && !analysis.isFurniture[Int(analysis.passageOfToken[mention.tokens.lowerBound])]
                && (mention.tokens.lowerBound..<min(mention.tokens.upperBound + 1, analysis.text.tokens.count)).contains
                { analysis.text.key($0).hasPrefix(stem) }
        }
        guard !like.isEmpty, like.allSatisfy(isForeign) else { return nil }
        return like.last { $0.tokens.lowerBound < role.tokens.lowerBound } ?? like.first
    }

    /// A region whose governor is told of by the name of its capital ("Andijan's deputy governor"): the region, where
    /// the office says so or the text names it.
    private func region(of place: PlaceMention, _ kind: Place.Kind?) -> PlaceMention {
        guard place.kind == .city, kind == nil || kind == .region, let id = place.id,
            let parent = analysis.data.places[id]?.parent, let region = analysis.data.places[parent],
            region.kind == .region
        else { return place }
        let told = analysis.places.first { $0.id == parent && !$0.isInsideName }
        guard kind == .region || told != nil, let name = told?.name ?? region.name(in: analysis.data.tag) else {
            return place
        }
        // Only of its own name: the capital of Surxondaryo is Termiz.
        guard
            kind == .region
                || zip(Folding.plain(name), Folding.plain(place.name)).prefix(while: { $0 == $1 }).count >= 4
        else { return place }
        return PlaceMention(tokens: place.tokens, name: name, id: parent, kind: .region)
    }

    /// The home-side place of a kind told last before a token, preferring those that have an official, a delegation
    /// or an office in the text: a building site's district has none.
    func placeTold(before token: Int, kind: Place.Kind?) -> PlaceMention? {
        let fits = analysis.places.filter { mention in
            !mention.isInsideName && mention.kind.isLocal && !isForeign(mention)
                && (kind == nil || kind == mention.kind)
                && !analysis.isFurniture[Int(analysis.passageOfToken[mention.tokens.lowerBound])]
        }
        let principals = fits.filter { analysis.isPrincipal($0) }
        let regions = kind == nil ? fits.filter { $0.kind == .region } : fits
        let governed = kind == nil ? fits.filter { $0.kind == .district } : fits
        // Without an office of its own place, the region that the text tells most.
        if principals.isEmpty, kind == nil || kind == .region {
            func count(_ mention: PlaceMention) -> Int {
                regions.count { $0.id == mention.id && $0.name == mention.name }
            }
            if let most = regions.max(by: { (count($0), -$0.tokens.lowerBound) < (count($1), -$1.tokens.lowerBound) }) {
                return most
            }
        }
        for pool in [principals, regions, governed, fits] where !pool.isEmpty {
            if let told = pool.last(where: { $0.tokens.lowerBound < token }) ?? pool.first { return told }
        }
        return nil
    }

    /// Whether a place lies outside the country that most districts and regions of the text lie in.
    func isForeign(_ mention: PlaceMention) -> Bool {
        guard let home = analysis.homeCountry, let id = mention.id, let country = analysis.data.places.country(of: id)
        else { return false }
        return country != home
    }

    /// Whether something may be built there: a place at home, or for Chinese texts anywhere in Central Asia.
    func isSite(_ mention: PlaceMention) -> Bool {
        guard analysis.data.tag == .chinese, let home = analysis.homeCountry, Self.centralAsia.contains(home) else {
            return !isForeign(mention)
        }
        guard let id = mention.id, let country = analysis.data.places.country(of: id) else { return true }
        return Self.centralAsia.contains(country)
    }

    private static let centralAsia: Set<String> = ["UZ", "KZ", "KG", "TJ", "TM"]

    /// "делегация Сергели", "бухарская делегация", "Farg‘ona viloyati delegatsiyasi", "a delegation from X".
    func delegations(in range: Range<Int>) -> [Side] {
        analysis.all(.delegation, in: range).prefix(8).compactMap { tag in origin(of: tag) ?? bareDelegation(tag) }
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
        for other in known.reversed() where other.tokens.upperBound <= tag.tokens.lowerBound {
            if let side = origin(of: other) ?? head(of: other) { return renamed(side) }
        }
        for other in known where other.tokens.lowerBound > tag.tokens.lowerBound {
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
    private func placeWord(beside tag: Tag, in passage: Passage) -> PlaceMention? {
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
        return placeTold(before: tag.tokens.lowerBound, kind: kind)
    }

    /// "Viloyat hokimi … boshchiligidagi delegatsiya", "州长…率代表团": the office of the one at its head.
    private func head(of delegation: Tag) -> Side? {
        let range = analysis.passage(of: delegation.tokens.lowerBound).tokens
        let leads =
            analysis.all(.lead, in: range) + (analysis.tag(at: delegation.tokens.lowerBound, .lead).map { [$0] } ?? [])
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
            }
            var place = isBehind ? near.first : near.last
            // "from Kazakhstan's Aktobe region": the inner place sends it.
            if isBehind, let outer = place, analysis.isContainer(outer), let inner = near.dropFirst().first,
                let a = inner.id, let b = outer.id, analysis.data.places.lies(a, in: b),
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

    private func sharesStem(_ mention: PlaceMention, _ token: Int) -> Bool {
        let a = analysis.text.key(mention.tokens.lowerBound)
        let b = analysis.text.key(token)
        return zip(a, b).prefix(while: { $0 == $1 }).count >= 5
    }

    private func stops(between tag: Tag, and range: Range<Int>) -> Bool {
        let gap = between(tag.tokens, range)
        // "делегации трёх районов Ташкента": several, and none of them is the place's own.
        if analysis.has(.number, in: gap) { return true }
        // "Qarag‘anda viloyatidan kelgan delegatsiya": come from there, it is theirs.
        let isFrom = analysis.data.tag.isUzbek && analysis.text.key(range.upperBound - 1).hasSuffix("dan")
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

    /// A region, district or country that signs in its own name: "Андижанская область и X заключили", "с Самаркандской
    /// областью", "between Jizzakh region and Hunan", "viloyati bilan", "与图尔克斯坦州".
    private func signingPlaces(in range: Range<Int>) -> [Side] {
        analysis.places.compactMap { mention in
            if analysis.data.tag.isUzbek, range.contains(mention.tokens.lowerBound), !mention.isInsideName,
                !isForeign(mention), mention.tokens.upperBound < range.upperBound,
                ["tomoni", "tomon"].contains(analysis.text.key(mention.tokens.upperBound))
            {
                return side(region(of: mention, .region), tokens: mention.tokens, source: .role)
            }
            guard range.contains(mention.tokens.lowerBound), !mention.isInsideName,
                [.region, .district, .country].contains(mention.kind), !analysis.isLocative(mention),
                !analysis.isContainer(mention), !isOwner(mention), actsItself(mention, in: range)
            else { return nil }
            return side(mention, tokens: mention.tokens, source: .place)
        }
    }

    /// "with Canada's Lithos North": the place only says whose the company is.
    private func isOwner(_ mention: PlaceMention) -> Bool {
        analysis.organisations.contains {
            $0.tokens.lowerBound >= mention.tokens.upperBound && $0.tokens.lowerBound - mention.tokens.upperBound <= 1
        } && mention.kind == .country
    }

    /// "меморандум о сотрудничестве Навоийской области и Саксонии"
    private func isPairAfterPaper(_ mention: PlaceMention, in range: Range<Int>) -> Bool {
        let before = mention.tokens.lowerBound - 1
        let after = mention.tokens.upperBound
        let joinsBehind = after + 1 < range.upperBound && analysis.text.key(after) == "и" && analysis.isPlace(after + 1)
        let joinsAhead =
            before - 1 >= range.lowerBound && analysis.text.key(before) == "и" && analysis.isPlace(before - 1)
        guard joinsBehind || joinsAhead else { return false }
        let window = max(range.lowerBound, mention.tokens.lowerBound - 8)..<mention.tokens.lowerBound
        return analysis.has(.paper, in: window)
            && analysis.segment(around: mention.tokens.lowerBound, in: range).overlaps(window)
    }

    func actsItself(_ mention: PlaceMention, in range: Range<Int>) -> Bool {
        var before = mention.tokens.lowerBound - 1
        // 与哈萨克斯坦图尔克斯坦州: the country only says where the region lies.
        if analysis.data.tag == .chinese, before >= range.lowerBound,
            let outer = analysis.places(in: max(range.lowerBound, before - 8)..<(before + 1)).last,
            outer.tokens.upperBound == before + 1, outer.kind == .country
        {
            before = outer.tokens.lowerBound - 1
        }
        let word = before >= range.lowerBound ? analysis.text.key(before) : ""
        let next = mention.tokens.upperBound < range.upperBound ? analysis.text.key(mention.tokens.upperBound) : ""
        let signsNext =
            mention.tokens.upperBound < range.upperBound
            && [Lexeme.sign, .agreed].contains { analysis.tag(at: mention.tokens.upperBound, $0) != nil }
        switch analysis.data.tag {
        case .russian:
            if ["с", "со", "между"].contains(word) { return true }
            if isPairAfterPaper(mention, in: range) { return true }
            if word == "и", [Lexeme.sign, .paper, .meet].contains(where: { analysis.has($0, in: range) }) {
                return betweenOpens(before, range) || signsNext && mention.kind != .country
            }
            guard mention.kind != .country, analysis.has(.sign, in: range) else { return false }
            let isNominative = Folding.plain(mention.name) == Folding.plain(analysis.words(mention.tokens))
            return isNominative && analysis.text.tokens[mention.tokens.upperBound - 1].traits.contains(.cyrillic)
                && !["в", "о", "за", "на", "через"].contains(word)
        case .english:
            if ["with", "between"].contains(word) { return true }
            // "with Uzbekistan's Andijan region": past the country that it lies in.
            var outer = before
            while outer > range.lowerBound,
                analysis.isPlace(outer) || ["'s", "s", "'", "the"].contains(analysis.text.key(outer))
            { outer -= 1 }
            if outer < before, outer >= range.lowerBound, ["with", "between"].contains(analysis.text.key(outer)) {
                return true
            }
            let joins =
                word == "and" || word == "the" && before > range.lowerBound && analysis.text.key(before - 1) == "and"
            if joins { return betweenOpens(before, range) || signsNext }
            return mention.kind != .country
                && (signsNext || ["and", "has", "have"].contains(next) && analysis.has(.sign, in: range))
                && !["of", "in", "from", "to", "for", "at"].contains(word)
        case .uzbekLatin, .uzbekCyrillic:
            return ["bilan", "o'rtasida", "hamda", "va", "tomoni", "tomon", "vakillari"].contains(next) || signsNext
        case .chinese:
            return ["与", "和", "同", "向"].contains(word) || ["与", "和", "同"].contains(next) || signsNext
        }
    }

    /// "между X и Y", "between X and Y": whether such a word opens before the "and".
    private func betweenOpens(_ index: Int, _ range: Range<Int>) -> Bool {
        (max(range.lowerBound, index - 10)..<index).contains {
            ["между", "between", "с"].contains(analysis.text.key($0))
        }
    }

    /// "хокимият Сергелийского района", "Bukhara region's administration".
    func administrations(in range: Range<Int>) -> [Side] {
        analysis.all(.administration, in: range).filter { $0.value != "many" }.compactMap { tag in
            let ahead = max(range.lowerBound, tag.tokens.lowerBound - 3)..<tag.tokens.lowerBound
            let behind = Self.window(tag.tokens.upperBound, min(range.upperBound, tag.tokens.upperBound + 3))
            let order = analysis.data.tag == .russian ? [behind, ahead] : [ahead, behind]
            let near = order.lazy.compactMap { window in
                analysis.places.first {
                    (window.contains($0.tokens.lowerBound) || window.contains($0.tokens.upperBound - 1))
                        && !(analysis.data.tag == .russian && analysis.isLocative($0))
                }
            }
            // 图尔克斯坦州政府: the type word belongs to both.
            if analysis.data.tag == .chinese,
                let glued = analysis.places(
                    in: max(range.lowerBound, tag.tokens.lowerBound - 12)..<tag.tokens.lowerBound
                ).last(where: { $0.tokens.upperBound >= tag.tokens.lowerBound })
            {
                return side(glued, tokens: glued.tokens.lowerBound..<tag.tokens.upperBound, source: .administration)
            }
            if let place = near.first {
                return side(
                    place,
                    tokens: min(
                        tag.tokens.lowerBound, place.tokens.lowerBound)..<max(
                            tag.tokens.upperBound, place.tokens.upperBound), source: .administration)
            }
            guard let place = placeTold(before: tag.tokens.lowerBound, kind: nil) else { return nil }
            return side(place, tokens: tag.tokens, source: .administration)
        }
    }

    /// Whether two sides belong to different countries, or one of them is no place.
    func isAbroad(_ side: Side, from other: Side) -> Bool {
        guard let a = side.placeID.flatMap({ analysis.data.places.country(of: $0) }),
            let b = other.placeID.flatMap({ analysis.data.places.country(of: $0) })
        else { return true }
        return a != b
    }

    func side(_ place: PlaceMention, tokens: Range<Int>, source: Side.Source) -> Side {
        Side(
            party: .place(place.id ?? place.name), name: canonicalName(place), placeID: place.id, tokens: tokens,
            source: source)
    }

    /// A district or region is called by its full name even where the text shortens it ("делегация Сергели"); a country
    /// by its fullest name in the text ("КНР" beside "Китай").
    func canonicalName(_ mention: PlaceMention) -> String {
        guard let id = mention.id, let place = analysis.data.places[id] else { return mention.name }
        guard place.kind == .district || place.kind == .region else { return analysis.fullestName(mention) }
        let longest = analysis.places.filter { $0.id == id }.max { $0.name.count < $1.name.count }
        if let longest, longest.tokens.count > 1 { return longest.name }
        return place.name(in: analysis.data.tag) ?? mention.name
    }
}

/// The tokens between two ranges; empty when they overlap or touch.
func between(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    let start = min(a.upperBound, b.upperBound)
    return start..<max(start, max(a.lowerBound, b.lowerBound))
}

extension Analysis {
    /// The fullest name that the text itself gives a place; an abbreviation gives way to a name.
    func fullestName(_ mention: PlaceMention) -> String { fullestNames[mention.id ?? mention.name] ?? mention.name }

    func findFullestNames() -> [String: String] {
        func isAbbreviation(_ name: String) -> Bool {
            name.count <= 4 && name == name.uppercased() && name != name.lowercased()
        }
        var names: [String: String] = [:]
        for mention in places where !mention.isInsideName && !isAbbreviation(mention.name) {
            let key = mention.id ?? mention.name
            // "Сергели" stays beside "Сергелийский район" only where nothing fuller stands in the text.
            if let told = names[key], told.contains(" ") || !mention.name.contains(" ") { continue }
            names[key] = mention.name
        }
        return names
    }
}

extension Analysis {
    /// The country that most districts, regions and officials' places of the text lie in.
    func countHomeCountry() -> String? {
        var counts: [String: Int] = [:]
        for mention in places {
            guard let id = mention.id, let country = data.places.country(of: id) else { continue }
            let weight: Int
            switch mention.kind {
            case .district, .region: weight = country == "CN" ? data.tag == .chinese ? 0 : 1 : 3
            case .city, .zone: weight = country == "CN" && data.tag == .chinese ? 0 : 1
            case .country, .area: weight = 0
            }
            counts[country, default: 0] += weight
        }
        for role in roles where role.standsFor == .place {
            guard let place = role.place, let id = places[place].id, let country = data.places.country(of: id) else {
                continue
            }
            counts[country, default: 0] += country == "CN" && data.tag == .chinese ? 1 : 4
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap { $0.value > 0 ? $0.key : nil }
    }
}

extension Analysis {
    /// Whether the text names an official, a delegation or an office of the place.
    func isPrincipal(_ mention: PlaceMention) -> Bool { principalPlaces.contains(mention.id ?? mention.name) }

    func findPrincipalPlaces() -> Set<String> {
        var keys: Set<String> = []
        for role in roles where role.standsFor == .place {
            if let place = role.place { keys.insert(places[place].id ?? places[place].name) }
        }
        for other in places where !isContainer(other) {
            let near = max(0, other.tokens.lowerBound - 3)..<min(text.tokens.count, other.tokens.upperBound + 2)
            if tags(in: near).contains(where: { $0.lexeme == .delegation || $0.lexeme == .administration }) {
                keys.insert(other.id ?? other.name)
            }
        }
        return keys
    }
}
