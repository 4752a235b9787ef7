internal import Languages
internal import SourceText

/// Finds place names: those of the tables, and unlisted ones that carry a type word.
struct PlaceRules {
    let analysis: Analysis
    let names: any NameRules

    func mentions() -> [PlaceMention] {
        let listed = analysis.data.gazetteer.matches(in: analysis.text)
        let home = homeCountry(listed)
        var found: [PlaceMention] = []
        var next = 0
        var byStart: [Int: [Gazetteer.Match]] = [:]
        for readings in listed { byStart[readings[0].tokens.lowerBound] = readings }
        var token = 0
        while token < analysis.text.tokens.count {
            if token >= next {
                let readings = byStart[token]
                let unlisted = names.unlistedPlace(at: token, in: analysis)
                if let unlisted, unlisted.tokens.upperBound > readings?.first?.tokens.upperBound ?? 0 {
                    found.append(unlisted)
                    next = unlisted.tokens.upperBound
                } else if let readings {
                    found.append(mention(choose(readings, home: home)))
                    next = readings[0].tokens.upperBound
                }
            }
            token += 1
        }
        if analysis.data.tag == .english { townsOfDistricts(&found) }
        return found
    }

    /// A text that speaks of "Gijduvan district" means it by "Gijduvan" too.
    private func townsOfDistricts(_ found: inout [PlaceMention]) {
        for index in found.indices where found[index].kind == .city {
            let full = found[index].name + " district"
            guard let district = found.first(where: { $0.kind == .district && $0.name == full }) else { continue }
            found[index] = PlaceMention(tokens: found[index].tokens, name: full, id: district.id, kind: .district)
        }
    }

    private func mention(_ match: Gazetteer.Match) -> PlaceMention {
        let place = analysis.data.places.all[match.entry.place]
        var name = match.entry.name
        if analysis.data.tag == .uzbekCyrillic {
            // The name was matched in Latin letters; it is shown as the text writes it.
            name = name == place.name(in: .uzbekLatin) ? place.name(in: .uzbekCyrillic) ?? name : surfaceStem(match.tokens, name)
        }
        return PlaceMention(tokens: match.tokens, name: name, id: place.id, kind: place.kind)
    }

    /// The text's own letters without the suffixes behind the matched name.
    private func surfaceStem(_ tokens: Range<Int>, _ name: String) -> String {
        let surface = analysis.words(tokens)
        let wanted = Folding.uzbek(name).utf8.count
        for length in stride(from: 1, through: surface.count, by: 1) {
            let head = String(surface.prefix(length))
            if Folding.uzbek(head).utf8.count >= wanted { return head }
        }
        return surface
    }

    /// Of homonyms the one of the country that most of the text's places lie in, then the city before the region.
    private func choose(_ readings: [Gazetteer.Match], home: String?) -> Gazetteer.Match {
        func rank(_ match: Gazetteer.Match) -> Int {
            let place = analysis.data.places.all[match.entry.place]
            var rank = 0
            switch place.kind {
            case .country: rank = 50
            case .city: rank = 6
            case .region: rank = 4
            case .district: rank = 3
            case .zone, .area: rank = 1
            }
            if let home, analysis.data.places.country(of: place.id) == home { rank += 20 }
            if place.id.hasPrefix("UZ-") { rank += 10 }
            return rank
        }
        return readings.max { rank($0) < rank($1) }!
    }

    private func homeCountry(_ listed: [[Gazetteer.Match]]) -> String? {
        var counts: [String: Int] = [:]
        for readings in listed where readings.count == 1 {
            let place = analysis.data.places.all[readings[0].entry.place]
            guard place.kind.isLocal, let country = analysis.data.places.country(of: place.id) else { continue }
            counts[country, default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
