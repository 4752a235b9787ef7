internal import Languages
internal import SourceText

/// Finds offices and whom they belong to: "хоким Мирабада", "chairman of X", "费尔干纳州州长".
struct RoleRules {
    let analysis: Analysis

    func mentions() -> [RoleMention] {
        var roles = told()
        if analysis.data.tag == .russian || analysis.data.tag == .english { inherit(&roles) }
        return roles
    }

    /// "Посол беседовал с ректором", "the Ambassador met students" of a text that has told whose ambassador he is: the
    /// office told before.
    private func inherit(_ roles: inout [RoleMention]) {
        for index in roles.indices.dropFirst() {
            let role = roles[index]
            guard role.place == nil, role.organisation == nil, role.placeKind == nil, role.nation == nil,
                analysis.data.tag == .english
                    ? repeats(role)
                    : role.tokens.count == 1 && [.country, .ministry, .body].contains(role.standsFor)
            else { continue }
            let stem = analysis.text.key(role.tokens.upperBound - 1).prefix(4)
            let before = roles[..<index].last { other in
                (other.place != nil || other.organisation != nil || other.nation != nil)
                    && other.standsFor == role.standsFor
                    && other.tokens.contains { analysis.text.key($0).prefix(4) == stem }
            }
            roles[index].place = before?.place
            roles[index].organisation = before?.organisation
            roles[index].nation = before?.nation
        }
    }

    /// "the Governor": an English office with its article and no name behind it is the one told before, and so is
    /// "Ambassador X" without a country.
    private func repeats(_ role: RoleMention) -> Bool {
        if role.tokens.count == 1, ["ambassador", "consul"].contains(analysis.text.key(role.tokens.lowerBound)) {
            return true
        }
        return [.place, .country, .ministry].contains(role.standsFor) && role.tokens.lowerBound > 0
            && analysis.text.key(role.tokens.lowerBound - 1) == "the" && !analysis.isCapitalised(role.tokens.upperBound)
    }

    private func told() -> [RoleMention] {
        analysis.tags.compactMap { tag in
            if let president = president(tag) { return president }
            let parts = tag.value.split(separator: ":").map(String.init)
            guard tag.lexeme == .role, let standsFor = parts.first.flatMap({ RoleMention.StandsFor(rawValue: $0) }),
                !analysis.organisations.contains(where: {
                    $0.tokens.contains(tag.tokens.lowerBound) && $0.tokens.contains(tag.tokens.upperBound - 1)
                })
            else { return nil }
            var role = RoleMention(tokens: tag.tokens, standsFor: standsFor, title: "")
            if parts.count > 1 { role.placeKind = Place.Kind(typeWord: parts[1]) }
            attach(&role)
            attachNation(&role)
            standForPlace(&role)
            role.title = analysis.words(role.tokens)
            if analysis.data.tag == .english, role.title.hasSuffix(" of") { role.title.removeLast(3) }
            return role
        }
    }

    /// "Президент Вьетнама", "президентом компании X": of the country, or of the company, that stands right behind.
    private func president(_ tag: Tag) -> RoleMention? {
        guard analysis.data.tag == .russian, tag.lexeme == .notName, tag.tokens.count == 1,
            analysis.text.key(tag.tokens.lowerBound).hasPrefix("президент"),
            analysis.text.key(tag.tokens.lowerBound).count <= 11,
            !analysis.isCovered(tag.tokens.lowerBound, by: [.role])
        else { return nil }
        let next = tag.tokens.upperBound
        guard let place = analysis.places.firstIndex(where: { $0.tokens.lowerBound == next && !$0.isInsideName }),
            [.country, .region].contains(analysis.places[place].kind)
        else { return nil }
        var role = RoleMention(
            tokens: tag.tokens.lowerBound..<analysis.places[place].tokens.upperBound,
            standsFor: analysis.places[place].kind == .country ? .country : .place, title: "")
        role.place = place
        role.title = analysis.words(role.tokens)
        return role
    }

    /// "Sug‘d viloyati raisi": a chairman or head right behind a place is the place's.
    private func standForPlace(_ role: inout RoleMention) {
        guard analysis.data.tag.isUzbek, role.organisation == nil, [.company, .body].contains(role.standsFor),
            let number = role.place, [.region, .district, .city].contains(analysis.places[number].kind),
            ["rais", "rahbar"].contains(where: { analysis.text.key(role.tokens.upperBound - 1).hasPrefix($0) })
        else { return }
        role.standsFor = .place
    }

    private func attach(_ role: inout RoleMention) {
        let passage = analysis.passage(of: role.tokens.lowerBound)
        let isMinister = role.standsFor == .ministry
        let behind =
            role.tokens
            .upperBound..<min(
                passage.tokens.upperBound,
                role.tokens.upperBound + (analysis.data.tag == .russian && isMinister ? 10 : 5))
        let reach = analysis.data.tag.isUzbek && isMinister ? 8 : 5
        let ahead = max(passage.tokens.lowerBound, role.tokens.lowerBound - reach)..<role.tokens.lowerBound
        switch analysis.data.tag {
        case .russian: attachBehind(&role, behind)
        case .english:
            attachBehind(&role, behind)
            if role.place == nil, role.organisation == nil { attachAhead(&role, ahead) }
        case .uzbekLatin, .uzbekCyrillic, .chinese: attachAhead(&role, ahead)
        }
    }

    /// "German Economy Minister", "his Turkish counterpart": the country that an adjective right before the office gives.
    private func attachNation(_ role: inout RoleMention) {
        guard analysis.data.tag == .english, role.place == nil, role.organisation == nil,
            [.ministry, .country].contains(role.standsFor)
        else { return }
        let opening = analysis.passage(of: role.tokens.lowerBound).tokens.lowerBound
        for index in stride(
            from: role.tokens.upperBound - 1, through: max(opening, role.tokens.lowerBound - 3), by: -1)
        {
            if analysis.text.tokens[index].kind == .sign, !analysis.text.tokens[index].isSign("-") { return }
            if let adjective = analysis.data.gazetteer.adjective(in: analysis.text, at: index),
                adjective.end <= role.tokens.upperBound, let place = analysis.data.places[adjective.id],
                let name = place.name(in: .english)
            {
                role.nation = PlaceMention(tokens: index..<adjective.end, name: name, id: place.id, kind: place.kind)
                return
            }
            guard index >= role.tokens.lowerBound || analysis.isCapitalised(index) else { return }
        }
    }

    /// "Germany's Ambassador to Kazakhstan", "the minister in Astana": where the holder is sent or stands, not whose he is.
    private func isElsewhere(_ role: RoleMention) -> Bool {
        guard analysis.data.tag == .english, role.standsFor != .place,
            role.tokens.upperBound < analysis.text.tokens.count,
            ["to", "in", "at"].contains(analysis.text.key(role.tokens.upperBound))
        else { return false }
        return !analysis.text.key(role.tokens.upperBound - 1).hasPrefix("counterpart")
    }

    /// "Minister X in Tashkent": a preposition other than "of" stands between.
    private func leadsElsewhere(_ gap: Range<Int>, _ role: RoleMention) -> Bool {
        guard analysis.data.tag == .english, !analysis.text.key(role.tokens.upperBound - 1).hasPrefix("counterpart")
        else { return false }
        return gap.contains { Self.englishBreaks.contains(analysis.text.key($0)) }
    }

    private static let englishBreaks: Set<String> = [
        "in", "to", "at", "from", "with", "and", "on", "by", "after", "during", "before", "who", "as", "into", "via",
    ]

    private func attachBehind(_ role: inout RoleMention, _ range: Range<Int>) {
        if role.standsFor != .place,
            let organisation = analysis.organisations.firstIndex(where: {
                range.contains($0.tokens.lowerBound) && !$0.isOutlet
            })
        {
            let gap = role.tokens.upperBound..<analysis.organisations[organisation].tokens.lowerBound
            if !breaks(gap) {
                role.organisation = organisation
                role.tokens = role.tokens.lowerBound..<analysis.organisations[organisation].tokens.upperBound
                return
            }
        }
        if !isElsewhere(role), let place = analysis.places.firstIndex(where: { range.contains($0.tokens.lowerBound) }),
            !(role.placeKind != nil && analysis.places[place].kind != role.placeKind)
        {
            let gap = role.tokens.upperBound..<analysis.places[place].tokens.lowerBound
            // "министр торговли и промышленности Катара"
            let isMinister = analysis.data.tag == .russian && role.standsFor == .ministry
            if gap.count <= (isMinister ? 9 : 3), !breaks(gap, but: isMinister ? "и" : ""), !leadsElsewhere(gap, role) {
                role.place = place
                role.tokens = role.tokens.lowerBound..<analysis.places[place].tokens.upperBound
                return
            }
        }
        if let type = analysis.tag(at: role.tokens.upperBound, .placeType), type.value != "street" {
            role.placeKind = Place.Kind(typeWord: type.value)
            role.tokens = role.tokens.lowerBound..<type.tokens.upperBound
        }
    }

    private func attachAhead(_ role: inout RoleMention, _ range: Range<Int>) {
        if role.standsFor != .place,
            let organisation = analysis.organisations.lastIndex(where: {
                $0.tokens.overlaps(range) && $0.tokens.upperBound <= role.tokens.lowerBound && !$0.isOutlet
            })
        {
            let gap = analysis.organisations[organisation].tokens.upperBound..<role.tokens.lowerBound
            if !breaks(gap) {
                role.organisation = organisation
                role.tokens = analysis.organisations[organisation].tokens.lowerBound..<role.tokens.upperBound
                return
            }
        }
        // "Busanda hokim va …" tells where he signed, not what he governs.
        let isUzbek = analysis.data.tag.isUzbek
        if let place = analysis.places.lastIndex(where: {
            $0.tokens.overlaps(range) && $0.tokens.upperBound <= role.tokens.lowerBound
                && !(isUzbek && analysis.isLocative($0))
        }) {
            let gap = analysis.places[place].tokens.upperBound..<role.tokens.lowerBound
            // "Tatariston Respublikasining Sanoat va savdo vaziri": the branch stands between.
            let longest = isUzbek && role.standsFor == .ministry ? 6 : 2
            if gap.count <= longest, !breaks(gap) {
                role.place = place
                role.tokens = analysis.places[place].tokens.lowerBound..<role.tokens.upperBound
                return
            }
        }
        if let type = analysis.tag(endingAt: role.tokens.lowerBound, .placeType), type.value != "street" {
            role.placeKind = Place.Kind(typeWord: type.value)
            role.tokens = type.tokens.lowerBound..<role.tokens.upperBound
        }
    }

    /// Prepositions and conjunctions: what stands behind them is not whose the office is.
    private static let russianBreaks: Set<String> = [
        "в", "во", "на", "из", "с", "со", "к", "ко", "о", "об", "за", "при", "и", "у", "от", "под", "что",
    ]

    /// Whether a sign, a person or a verb stands between an office and what it may belong to.
    private func breaks(_ gap: Range<Int>, but joiner: String = "") -> Bool {
        gap.contains { index in
            if !joiner.isEmpty, analysis.text.key(index) == joiner { return false }
            // "министр инвестиций, промышленности и торговли"
            if !joiner.isEmpty, analysis.text.tokens[index].isSign(","),
                (index..<gap.upperBound).contains(where: { analysis.text.key($0) == joiner })
            {
                return false
            }
            let token = analysis.text.tokens[index]
            if token.kind == .sign {
                return !token.isSign("\"") && !token.isSign("«") && !token.isSign("“") && !token.isSign("-")
                    && !token.isSign("»") && !token.isSign("”")
            }
            if analysis.data.tag == .russian, Self.russianBreaks.contains(analysis.text.key(index)) { return true }
            return analysis.has(.speech, in: index..<(index + 1)) || analysis.has(.meet, in: index..<(index + 1))
                || analysis.data.tag == .english
                    && [Lexeme.lead, .receive, .travel, .call, .sign, .agreed].contains {
                        analysis.has($0, in: index..<(index + 1))
                    }
        }
    }
}
