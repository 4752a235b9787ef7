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
                    // "Szinan shahri" is the listed Szinan.
                    let listed = readings.map { mention(choose($0, home: home)) }
                    let isListed = listed.map { $0.name == unlisted.name && $0.kind == unlisted.kind } ?? false
                    found.append(
                        isListed
                            ? PlaceMention(
                                tokens: unlisted.tokens, name: unlisted.name, id: listed?.id, kind: unlisted.kind)
                            : unlisted)
                    next = unlisted.tokens.upperBound
                } else if let readings, !isCommonWord(readings[0].tokens), !isTornApart(readings[0].tokens),
                    !isAdjective(readings[0].tokens)
                {
                    found.append(mention(choose(readings, home: home)))
                    next = readings[0].tokens.upperBound
                }
            }
            token += 1
        }
        if analysis.data.tag.isUzbek || analysis.data.tag == .english { nameDistricts(&found) }
        if analysis.data.tag == .english {
            let more = EnglishPlaces(analysis: analysis).repeats(of: found)
            if !more.isEmpty { found = (found + more).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } }
        }
        if analysis.data.tag == .chinese {
            let more = ChineseTranscribedPlaces(analysis: analysis).repeats(of: found)
            if !more.isEmpty { found = (found + more).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } }
        }
        return found
    }

    /// "7月4日　本网": characters of two words.
    private func isTornApart(_ tokens: Range<Int>) -> Bool {
        analysis.data.tag == .chinese && analysis.han(tokens.lowerBound) != 0
            && tokens.dropFirst().contains { analysis.text.tokens[$0].traits.contains(.spaceBefore) }
    }

    /// "на Красноярском форуме", "в Иркутском политехе": behind these prepositions the ending is an adjective's, and no
    /// instrumental of Красноярск.
    private func isAdjective(_ tokens: Range<Int>) -> Bool {
        guard analysis.data.tag == .russian, tokens.count == 1, tokens.lowerBound > 0,
            ["ском", "цком"].contains(where: analysis.text.key(tokens.lowerBound).hasSuffix)
        else { return false }
        return ["в", "во", "на", "о", "об", "при", "по"].contains(analysis.text.key(tokens.lowerBound - 1))
    }

    /// "Ayni maqsadda …": a place's name that opens a sentence as the common word it is spelled like.
    private func isCommonWord(_ tokens: Range<Int>) -> Bool {
        analysis.data.tag.isUzbek && tokens.count == 1 && analysis.opensPassage(tokens.lowerBound)
            && analysis.tag(at: tokens.lowerBound, .notName) != nil
            && analysis.text.tokens[tokens.lowerBound].traits.contains(.allCapitals) == false
    }

    /// "Quvada", "in Gijduvan", where the text tells of the district and not of the town, means the district.
    private func nameDistricts(_ found: inout [PlaceMention]) {
        let districts = found.filter { $0.kind == .district && $0.tokens.count > 1 }
        for index in found.indices where found[index].kind == .city && found[index].tokens.count == 1 {
            let city = found[index]
            // Numbers ending in 401 are the capitals of regions, which have a life beside the district around them.
            guard city.id?.hasSuffix("401") != true,
                let district = districts.first(where: { $0.name.lowercased().hasPrefix(city.name.lowercased() + " ") })
            else { continue }
            found[index] = PlaceMention(tokens: city.tokens, name: district.name, id: district.id, kind: .district)
        }
    }

    private func mention(_ match: Gazetteer.Match) -> PlaceMention {
        let place = analysis.data.places.all[match.entry.place]
        var name = match.entry.name
        if analysis.data.tag.isUzbek {
            // One set of names serves both scripts; the text's own letters and apostrophes are shown.
            name = UzbekWords(analysis: analysis).placeName(match.tokens, matching: name, of: place)
        }
        return PlaceMention(tokens: match.tokens, name: name, id: place.id, kind: place.kind)
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
        // "Нигерией" is of Нигерия and not of Нигер.
        if analysis.data.tag == .russian,
            readings.allSatisfy({ analysis.data.places.all[$0.entry.place].kind == .country })
        {
            return readings.max { $0.entry.name.count < $1.entry.name.count }!
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
