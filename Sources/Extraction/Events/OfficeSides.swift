internal import Deals
internal import Languages
internal import SourceText

/// Officials and people stand for a place, a ministry or a company.
extension SideRules {
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
            || analysis.data.tag == .english && role.standsFor == .body && role.place != nil && role.organisation == nil
                && !analysis.isLocative(analysis.places[role.place!])
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

    /// 市长, 省委书记, 自治区副主席, 市代表团: the place of that kind told last before, else first, at home or abroad.
    func chineseUnit(at token: Int) -> PlaceMention? {
        guard analysis.data.tag == .chinese else { return nil }
        let type = analysis.han(token)
        let isAutonomous = analysis.stands(Hanzi.scalars("自治区"), at: token)
        guard isAutonomous || Hanzi.set("省市县縣州").contains(type) else { return nil }
        let fits = analysis.places.filter { mention in
            guard !mention.isInsideName, mention.kind.isLocal,
                !analysis.isFurniture[Int(analysis.passageOfToken[mention.tokens.lowerBound])]
            else { return false }
            // 威海|市委: the type character is the office's too.
            if mention.tokens.upperBound == token || mention.tokens.contains(token) { return true }
            let isChinese = mention.id.map { analysis.data.places.country(of: $0) == "CN" } ?? false
            if isAutonomous {
                return isChinese && mention.kind == .region
                    && ["广西", "新疆", "内蒙古", "宁夏", "西藏"].contains { mention.name.hasPrefix($0) }
            }
            if analysis.han(mention.tokens.upperBound - 1) == type {
                // 兰州 is no region.
                return mention.kind == (type == 0x7701 || type == 0x5DDE ? .region : type == 0x5E02 ? .city : .district)
            }
            if type == 0x5DDE { return false }
            return isChinese && mention.kind == (type == 0x7701 ? .region : type == 0x5E02 ? .city : .district)
        }
        if let own = fits.first(where: { $0.tokens.upperBound == token || $0.tokens.contains(token) }) { return own }
        let isTwin = fits.filter { analysis.han($0.tokens.upperBound - 1) == type }
        let pool = isTwin.isEmpty ? fits : isTwin
        return pool.last { $0.tokens.lowerBound < token } ?? pool.first
    }

    func placeSide(of role: RoleMention) -> Side? {
        // "Busanda hokim va …": where he signed, not what he governs.
        if let place = role.place, !(analysis.data.tag.isUzbek && analysis.isLocative(analysis.places[place])) {
            return side(
                role.standsFor == .place ? region(of: analysis.places[place], role.placeKind) : analysis.places[place],
                tokens: role.tokens, source: .role)
        }
        if analysis.data.tag.isUzbek, role.standsFor == .ministry, role.placeKind == nil,
            let home = analysis.homeCountry ?? Optional("UZ"),
            let country = analysis.places.first(where: { $0.id == home && !$0.isInsideName })
        {
            return side(country, tokens: role.tokens, source: .role)
        }
        if let nation = role.nation { return side(nation, tokens: role.tokens, source: .role) }
        // "Глава государства": of the country that the text is at home in.
        if analysis.data.tag == .russian, role.standsFor == .country, role.organisation == nil,
            analysis.text.key(role.tokens.upperBound - 1) == "государства", let home = analysis.homeCountry,
            let country = analysis.places.first(where: { $0.id == home && !$0.isInsideName })
        {
            return side(country, tokens: role.tokens, source: .role)
        }
        guard role.standsFor == .place || role.placeKind != nil else { return nil }
        if let unit = chineseUnit(at: role.tokens.lowerBound) { return side(unit, tokens: role.tokens, source: .role) }
        if role.standsFor == .place, role.placeKind == nil, let led = ledDelegation(role) { return led }
        guard let place = governed(role) else { return nil }
        return side(place, tokens: role.tokens, source: .role)
    }

    /// "делегация Мирабадского района под руководством хокима": the hokim is the district's.
    private func ledDelegation(_ role: RoleMention) -> Side? {
        let range = analysis.passage(of: role.tokens.lowerBound).tokens
        guard analysis.has(.lead, in: range),
            let side = analysis.all(.delegation, in: range).lazy.compactMap({ origin(of: $0) ?? named(by: $0) }).first,
            side.isPlace
        else { return nil }
        return Side(party: side.party, name: side.name, placeID: side.placeID, tokens: role.tokens, source: .role)
    }

    /// "Делегация области во главе с хокимом": the delegation of a region that is told without its name.
    private func named(by delegation: Tag) -> Side? {
        guard analysis.data.tag == .russian else { return nil }
        let passage = analysis.passage(of: delegation.tokens.lowerBound)
        return placeWord(beside: delegation, in: passage).map {
            side($0, tokens: delegation.tokens, source: .delegation)
        }
    }

    /// "Uzbekistan's energy minister" of a text that names the Ministry of Energy.
    func ministry(of role: RoleMention) -> Int? {
        if analysis.data.tag == .russian && standsAlone(role) || analysis.data.tag.isUzbek && role.tokens.count == 1,
            role.place == nil, let only = onlyMinistry()
        {
            return only
        }
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

    /// "министр Бакыт Осмонов", not "министр торговли …": the text has told before of what.
    private func standsAlone(_ role: RoleMention) -> Bool {
        let next = role.tokens.upperBound
        guard next < analysis.text.tokens.count else { return true }
        return analysis.text.tokens[next].kind == .sign || analysis.isCapitalised(next)
            || RussianWordForms(analysis: analysis).isVerb(next)
    }

    /// The ministry of a text that names no other.
    private func onlyMinistry() -> Int? {
        let ministries = analysis.organisations.indices.filter { number in
            let name = analysis.organisations[number].name
            guard analysis.organisations[number].isInstitution else { return false }
            guard analysis.data.tag.isUzbek else { return name.lowercased().hasPrefix("мин") }
            return Coreference.words(name, folding: analysis.data.folding).contains { $0.hasPrefix("vazirlig") }
        }
        guard let first = ministries.first,
            ministries.allSatisfy({ analysis.organisations[$0].entity == analysis.organisations[first].entity })
        else { return nil }
        return first
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
        return national(person)
    }

    func officeSide(of person: PersonMention) -> Side? {
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
    func belongs(_ office: RoleMention, to person: PersonMention) -> Bool {
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

    func nearestPerson(to tokens: Range<Int>, in range: Range<Int>) -> PersonMention? {
        analysis.persons.filter { range.contains($0.tokens.lowerBound) }
            .min { between($0.tokens, tokens).count < between($1.tokens, tokens).count }
    }

    /// "хоким области" without a name: the place of that kind told last before, else the first of the text.
    private func governed(_ role: RoleMention) -> PlaceMention? {
        // "премьер-министр республики": of the country that the text is about.
        if role.placeKind == .country, let home = analysis.homeCountry {
            return analysis.places.first { $0.id == home && !$0.isInsideName }
        }
        if analysis.data.tag == .english, let here = goal(before: role) { return region(of: here, role.placeKind) }
        let place =
            likeWord(of: role) ?? placeTold(before: role.tokens.lowerBound, kind: role.placeKind)
            ?? (role.placeKind == .region ? placeTold(before: role.tokens.lowerBound, kind: .city) : nil)
        return place.map { region(of: $0, role.placeKind) }
    }

    /// "visited Samarkand, where he met the region's hokim": the place that the sentence has them at.
    private func goal(before role: RoleMention) -> PlaceMention? {
        let passage = analysis.passage(of: role.tokens.lowerBound).tokens
        let before = role.tokens.lowerBound - 1
        guard
            role.placeKind != nil || before >= passage.lowerBound && ["the", "its"].contains(analysis.text.key(before))
        else { return nil }
        return analysis.places.last {
            $0.tokens.lowerBound >= passage.lowerBound && $0.tokens.upperBound <= role.tokens.lowerBound
                && !$0.isInsideName && [.city, .region, .district].contains($0.kind) && analysis.bearing(of: $0).isGoal
                && !analysis.isContainer($0)
                && (role.placeKind == nil || role.placeKind == $0.kind || role.placeKind == .region)
                && analysis.tags(in: $0.tokens.upperBound..<role.tokens.lowerBound).contains {
                    [.meet, .receive, .call].contains($0.lexeme)
                }
        }
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
    func region(of place: PlaceMention, _ kind: Place.Kind?) -> PlaceMention {
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
        // "FERGANA. The region's hokim left for Seoul.": the place that the line opens with.
        if let topic = analysis.topics[analysis.passage(of: min(token, analysis.text.tokens.count - 1)).line]?.place,
            topic.tokens.upperBound <= token,
            kind == nil || kind == topic.kind || kind == .region && topic.kind == .city
                || kind == .district && topic.kind == .city
        {
            return topic
        }
        let fits = analysis.places.filter { mention in
            !mention.isInsideName && mention.kind.isLocal && !isForeign(mention)
                && (kind == nil || kind == mention.kind)
                && !(analysis.data.tag == .russian && mention.id == nil && mention.kind == .city)
                && !analysis.isFurniture[Int(analysis.passageOfToken[mention.tokens.lowerBound])]
                && analysis.areInOneSection(
                    Int(analysis.passageOfToken[mention.tokens.lowerBound]),
                    Int(analysis.passageOfToken[min(token, analysis.text.tokens.count - 1)]))
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
}
