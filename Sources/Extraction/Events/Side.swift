internal import Deals
internal import Languages
internal import SourceText

/// Whom an event's role is filled with: a place (for its governor, delegation or office) or an organisation.
enum Party: Hashable {
    /// Index of a place mention's identity: the tables' id, or the folded name.
    case place(String)
    /// Number of an organisation, as coreference gave it.
    case organisation(Int)
    /// A traveller whose office names no place: number of the person, as coreference gave it.
    case person(Int)
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
    static func window(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start, end) }

    /// All sides of a range of tokens in order of their words; each party once.
    func sides(in range: Range<Int>) -> [Side] {
        if let known = analysis.sidesOfRange[range] { return known }
        let read = readSides(in: range)
        analysis.sidesOfRange[range] = read
        return read
    }

    private func readSides(in range: Range<Int>) -> [Side] {
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

    func organisations(in range: Range<Int>) -> [Side] {
        analysis.organisations(in: range).compactMap { mention in
            guard !mention.isOutlet else { return nil }
            return Side(
                party: .organisation(mention.entity), name: name(of: mention.entity), placeID: nil,
                tokens: mention.tokens,
                source: .organisation)
        }
    }

    /// The fullest name that the text gives an organisation.
    func name(of entity: Int) -> String {
        analysis.fullestOrganisations[entity] ?? ""
    }

    func side(ofOrganisation number: Int, tokens: Range<Int>) -> Side {
        let entity = analysis.organisations[number].entity
        return Side(party: .organisation(entity), name: name(of: entity), placeID: nil, tokens: tokens, source: .role)
    }

    func isFurniture(_ organisation: Int) -> Bool {
        analysis.isFurniture[Int(analysis.passageOfToken[analysis.organisations[organisation].tokens.lowerBound])]
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
            party: .place(analysis.placeKey(place)), name: canonicalName(place), placeID: place.id, tokens: tokens,
            source: source)
    }

    /// A district or region is called by its full name even where the text shortens it ("делегация Сергели"); a country
    /// by its fullest name in the text ("КНР" beside "Китай").
    func canonicalName(_ mention: PlaceMention) -> String {
        guard let id = mention.id, let place = analysis.data.places[id] else { return mention.name }
        guard place.kind == .district || place.kind == .region else { return analysis.fullestName(mention) }
        if let known = analysis.canonicalNames[id] { return known }
        var name = longestName(of: id) ?? place.name(in: analysis.data.tag) ?? mention.name
        // "Gyeongbuk" is another name, not a short form of "North Gyeongsang".
        if analysis.data.tag == .english, !name.lowercased().contains(mention.name.lowercased().prefix(4)) {
            name = mention.name
        }
        analysis.canonicalNames[id] = name
        return name
    }

    /// The longest name of more than one word under which the text names a place.
    private func longestName(of id: String) -> String? {
        let longest = analysis.places.filter { $0.id == id }.max { $0.name.count < $1.name.count }
        return longest.flatMap { $0.tokens.count > 1 ? $0.name : nil }
    }
}

/// The tokens between two ranges; empty when they overlap or touch.
func between(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    let start = min(a.upperBound, b.upperBound)
    return start..<max(start, max(a.lowerBound, b.lowerBound))
}

extension Analysis {
    /// What tells one place from another: its id, else its name; in English without the word for its kind, so that
    /// "Perak" and "Perak State" are one.
    func placeKey(_ mention: PlaceMention) -> String {
        guard mention.id == nil, data.tag == .english, mention.kind != .zone else { return mention.id ?? mention.name }
        let words = mention.name.lowercased().split(separator: " ")
        guard words.count > 1, let last = words.last, Self.placeKinds.contains(String(last)) else {
            return mention.name.lowercased()
        }
        return words.dropLast().joined(separator: " ")
    }

    private static let placeKinds: Set<String> = [
        "state", "province", "region", "district", "county", "city", "prefecture", "oblast", "territory", "canton",
    ]

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
            // "Adler Anlagenbau" is called after nobody's town.
            if mention.isInsideName, data.places[id]?.isLesserKnown == true { continue }
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
        // Pages in Uzbek are written at home, however many places abroad a trip leads through.
        if data.tag.isUzbek, counts["UZ", default: 0] > 0 { return "UZ" }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap { $0.value > 0 ? $0.key : nil }
    }
}

extension Analysis {
    /// Whether the text names an official, a delegation or an office of the place.
    func isPrincipal(_ mention: PlaceMention) -> Bool { principalPlaces.contains(placeKey(mention)) }

    func findPrincipalPlaces() -> Set<String> {
        var keys: Set<String> = []
        for role in roles where role.standsFor == .place {
            if let place = role.place { keys.insert(placeKey(places[place])) }
        }
        for other in places where !isContainer(other) {
            let near = max(0, other.tokens.lowerBound - 3)..<min(text.tokens.count, other.tokens.upperBound + 2)
            if tags(in: near).contains(where: { $0.lexeme == .delegation || $0.lexeme == .administration }) {
                keys.insert(placeKey(other))
            }
        }
        return keys
    }
}
