internal import Languages
internal import SourceText

/// Officials of state whose country the text leaves to its reader: its home country, or the embassy's that it speaks of.
extension SideRules {
    /// An official of state whose country the text does not name beside the name: the text's home country, or that of
    /// the embassy that it speaks of.
    func national(_ person: PersonMention) -> Side? {
        guard analysis.data.tag == .english else { return nil }
        let offices = analysis.persons.filter { $0.entity == person.entity }.compactMap { mention in
            mention.role.map { analysis.roles[$0] }.flatMap { belongs($0, to: mention) ? $0 : nil }
        }
        guard let office = offices.first(where: isOfNobody), let country = country(of: office) else { return nil }
        return side(country, tokens: person.tokens, source: .role)
    }

    /// An office of state without a country, ministry or place.
    private func isOfNobody(_ role: RoleMention) -> Bool {
        let last = analysis.text.key(role.tokens.upperBound - 1)
        return [.ministry, .country].contains(role.standsFor) && role.place == nil && role.nation == nil
            && role.organisation == nil && role.placeKind == nil && !last.hasSuffix("s")
            && !last.hasPrefix("counterpart")
            && ministry(of: role) == nil
    }

    private func country(of office: RoleMention) -> PlaceMention? {
        let first = analysis.text.key(office.tokens.lowerBound)
        if ["ambassador", "envoy", "consul", "embassy"].contains(where: { first.hasPrefix($0) }) { return sender() }
        return analysis.homeCountry.flatMap { home in analysis.places.first { $0.id == home && !$0.isInsideName } }
    }

    /// "Deputy Prime Minister X", "the President": an office of state that names no country, of a text that names its home
    /// country.
    func nationals(in range: Range<Int>) -> [Side] {
        guard analysis.data.tag == .english else { return [] }
        return analysis.roles.compactMap { role in
            guard range.contains(role.tokens.lowerBound), isOfNobody(role),
                !analysis.persons(in: role.tokens.upperBound..<(role.tokens.upperBound + 2)).contains(where: {
                    officeSide(of: $0) != nil
                })
            else { return nil }
            return country(of: role).map { side($0, tokens: role.tokens, source: .role) }
        }
    }

    /// "Embassy of Japan in Uzbekistan": whose ambassador a text speaks of.
    private func sender() -> PlaceMention? {
        for (index, token) in analysis.text.tokens.enumerated() where token.isCapitalised {
            guard ["embassy", "consulate"].contains(analysis.text.key(index)) else { continue }
            let near = (index + 1)..<min(analysis.text.tokens.count, index + 7)
            if let behind = analysis.places.first(where: { near.contains($0.tokens.lowerBound) }),
                (index + 1..<behind.tokens.lowerBound).contains(where: { analysis.text.key($0) == "of" })
            {
                return behind
            }
        }
        return nil
    }
}
