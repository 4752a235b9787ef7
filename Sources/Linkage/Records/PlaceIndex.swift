internal import Languages
internal import SourceText

/// How two places lie to each other.
enum PlaceRelation: String, Sendable {
    case same, inside, sibling, other, country
    /// One is the seat of the region that holds the other; texts call the region by its name.
    case seat
}

/// The gazetteer for linkage: places by number, found by names of any language and script.
struct PlaceIndex: Sendable {
    private let numbers: [String: Int32]
    private let byKey: [String: Int32]
    /// From a place to its country, the place itself first.
    private let lineage: [[Int32]]
    private let regions: [Int32]
    private let countries: [Int32]
    private let isSeat: [Bool]

    init(_ places: Places, _ tables: NameTables) {
        var numbers: [String: Int32] = [:]
        for (index, place) in places.all.enumerated() { numbers[place.id] = Int32(index) }
        var byKey: [String: Int32] = [:]
        // Names before aliases: an alias never takes a name from its place.
        for (index, place) in places.all.enumerated() {
            for tag in [LanguageTag.russian, .uzbekLatin, .uzbekCyrillic, .english, .chinese] {
                guard let name = place.name(in: tag) else { continue }
                let key = Self.key(name, tables)
                if byKey[key] == nil { byKey[key] = Int32(index) }
            }
        }
        for index in places.all.indices {
            for alias in places.aliases(at: index) {
                let key = Self.key(alias, tables)
                if byKey[key] == nil { byKey[key] = Int32(index) }
            }
        }
        self.numbers = numbers
        self.byKey = byKey
        var lineage: [[Int32]] = []
        var regions: [Int32] = []
        var countries: [Int32] = []
        var isSeat: [Bool] = []
        for (index, place) in places.all.enumerated() {
            var line = [Int32(index)]
            var region: Int32 = -1
            var country: Int32 = -1
            var current: Place? = place
            for _ in 0..<8 {
                guard let here = current, let number = numbers[here.id] else { break }
                if number != line.last { line.append(number) }
                if here.kind == .region, region < 0 { region = number }
                if here.kind == .country { country = number }
                current = here.parent.flatMap { places[$0] }
            }
            lineage.append(line)
            regions.append(region)
            countries.append(country)
            let own = place.name(in: .english).map { Self.key($0, tables) } ?? ""
            let above = region >= 0 ? places.all[Int(region)].name(in: .english).map { Self.key($0, tables) } ?? "" : ""
            isSeat.append(
                place.kind == .city && !own.isEmpty
                    && above.split(separator: " ").contains { $0.hasPrefix(own.prefix(5)) })
        }
        self.lineage = lineage
        self.regions = regions
        self.countries = countries
        self.isSeat = isSeat
    }

    private static func key(_ name: String, _ tables: NameTables) -> String {
        let form = tables.form(of: name, .place)
        return form.han.isEmpty ? form.key : String(decoding: form.han, as: UTF16.self)
    }

    /// The number of a place, by its id in the tables or else by its name.
    func number(id: String?, name: String, _ tables: NameTables) -> Int32? {
        if let id, let number = numbers[id] { return number }
        return byKey[Self.key(name, tables)]
    }

    /// The region that holds a place, or -1.
    func region(of place: Int32) -> Int32 { regions[Int(place)] }

    /// The region, or the country where the place lies in no region.
    func area(of place: Int32) -> Int32 {
        let region = regions[Int(place)]
        return region >= 0 ? region : countries[Int(place)]
    }

    /// How two places lie to each other.
    func relation(_ one: Int32, _ other: Int32) -> PlaceRelation {
        if one == other { return .same }
        if lineage[Int(one)].contains(other) || lineage[Int(other)].contains(one) { return .inside }
        if countries[Int(one)] != countries[Int(other)] { return .country }
        guard regions[Int(one)] >= 0, regions[Int(one)] == regions[Int(other)] else { return .other }
        return isSeat[Int(one)] || isSeat[Int(other)] ? .seat : .sibling
    }
}
