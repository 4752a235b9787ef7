public import SourceText

/// A place of the tables: a country, region, city, district or zone.
public struct Place: Sendable {
    /// ISO 3166 for countries, `UZ-` and SOATO for Uzbekistan's units, else a readable slug.
    public let id: String
    /// How large it is.
    public let kind: Kind
    /// Id of the place that holds it.
    public let parent: String?
    let names: [LanguageTag: String]

    /// The kinds of places, an area being larger than a country ("Центральная Азия").
    public enum Kind: String, Sendable, CaseIterable {
        case country, area, region, city, district, zone
        /// Whether it is smaller than a country.
        public var isLocal: Bool { self != .country && self != .area }
        /// Rank in "the most specific place": district and city before region before country.
        public var specificity: Int {
            switch self {
            case .area: 0
            case .country: 1
            case .region: 2
            case .city: 3
            case .district: 4
            case .zone: 5
            }
        }
    }

    /// How English texts write Uzbekistan's towns and districts by their Uzbek names: "Qarshi", "Qiziltepa district".
    var uzbekSpellings: [String] {
        guard id.hasPrefix("UZ-"), let name = names[.uzbekLatin] else { return [] }
        switch kind {
        case .city where !name.contains(" "): return [name]
        case .district where name.hasSuffix(" tumani"): return [name.dropLast(7) + " district"]
        default: return []
        }
    }

    /// Whether it was taken over from GeoNames, and so is a town that many names only look like.
    public var isLesserKnown: Bool { id.contains("-geonames-") }

    /// The nominative in a language, or nil when the tables do not have it.
    public func name(in language: LanguageTag) -> String? { names[language] }
}

/// All places that the tables know, with who lies in whom.
public struct Places: Sendable {
    /// The header of a table of places.
    public static let columns = ["id", "kind", "parent", "ru", "uz", "uzCyrl", "en", "zh", "aliases", "source"]
    static let files = ["countries", "uzbekistan", "world", "geonames"]

    /// In the order of the tables.
    public let all: [Place]
    let aliases: [[String]]
    private let byID: [String: Int]
    private let byName: [LanguageTag: [String: String]]

    /// Reads the tables that the program carries.
    public static let bundled: Result<Places, any Error> = Result {
        try Places(tables: files.map { try TSVTable.resource("Places/\($0).tsv", columns: columns) })
    }

    /// - Throws: ``TSVTable/Failure`` for an unknown kind, an id that stands twice, or a parent that has no row.
    init(tables: [TSVTable]) throws {
        var all: [Place] = []
        var aliases: [[String]] = []
        var byID: [String: Int] = [:]
        for table in tables {
            for row in table.rows {
                let cells = row.cells
                guard let kind = Place.Kind(rawValue: cells[1]) else {
                    throw table.failure(row, "unknown kind “\(cells[1])”")
                }
                guard byID.updateValue(all.count, forKey: cells[0]) == nil else {
                    throw table.failure(row, "“\(cells[0])” stands twice")
                }
                var names: [LanguageTag: String] = [:]
                for (tag, column) in zip(
                    [LanguageTag.russian, .uzbekLatin, .uzbekCyrillic, .english, .chinese], 3...7)
                where !cells[column].isEmpty { names[tag] = cells[column] }
                all.append(Place(id: cells[0], kind: kind, parent: cells[2].isEmpty ? nil : cells[2], names: names))
                aliases.append(cells[8].split(separator: "|").map(String.init))
            }
        }
        for (table, row) in tables.flatMap({ table in table.rows.map { (table, $0) } }) {
            let parent = row.cells[2]
            guard parent.isEmpty || byID[parent] != nil else { throw table.failure(row, "unknown parent “\(parent)”") }
        }
        self.all = all
        self.aliases = aliases
        var byName: [LanguageTag: [String: String]] = [:]
        for place in all {
            for (tag, name) in place.names where byName[tag]?[name] == nil {
                byName[tag, default: [:]][name] = place.id
            }
        }
        self.byName = byName
        self.byID = byID
    }

    /// Other names of the place number `index` of ``all``, in any language.
    public func aliases(at index: Int) -> [String] { aliases[index] }

    /// The place that has an id, or nil.
    public subscript(id: String) -> Place? { byID[id].map { all[$0] } }

    /// The id of the place that has exactly this nominative name in a language, or nil.
    public func id(named name: String, in language: LanguageTag) -> String? { byName[language]?[name] }

    /// The country that holds a place (the place itself when it is one), or nil for areas.
    public func country(of id: String) -> String? {
        var current = self[id]
        for _ in 0..<8 {
            guard let place = current else { return nil }
            if place.kind == .country { return place.id }
            current = place.parent.flatMap { self[$0] }
        }
        return nil
    }

    /// Whether `inner` lies in `outer` or is it.
    public func lies(_ inner: String, in outer: String) -> Bool {
        var current: String? = inner
        for _ in 0..<8 {
            guard let id = current else { return false }
            if id == outer { return true }
            current = self[id]?.parent
        }
        return false
    }
}

/// Finds place names and their adjectives in texts of one language.
public struct Gazetteer: Sendable {
    /// A name as it stands in the tables, for one place.
    public struct Entry: Sendable {
        /// Index into ``Places/all``.
        public let place: Int
        /// The nominative form that was matched.
        public let name: String
    }

    /// A place name found in a text.
    public struct Match: Sendable {
        /// Which name of which place.
        public let entry: Entry
        /// Token numbers.
        public let tokens: Range<Int>
    }

    /// Every name under which a place is looked for.
    public let entries: [Entry]
    private let byName: [String: [Int]]
    private let matcher: PhraseMatcher
    private let adjectives: PhraseMatcher
    private let adjectivePlaces: [String]

    init(places: Places, language: LanguageTag, stemmer: PlaceStemmer, endings: Endings, folding: Folding) throws {
        var entries: [Entry] = []
        var byName: [String: [Int]] = [:]
        var patterns: [[WordPattern]] = []
        for (index, place) in places.all.enumerated() {
            var names: [String] = []
            let own = language == .uzbekCyrillic ? LanguageTag.uzbekLatin : language
            if let name = place.names[own] { names.append(name) }
            if language == .english { names += place.uzbekSpellings }
            names += places.aliases[index].filter { stemmer.accepts($0) }
            var seen: Set<String> = []
            for name in names where seen.insert(name).inserted {
                guard let pattern = stemmer.pattern(name, folding: folding) else { continue }
                byName[name, default: []].append(index)
                entries.append(Entry(place: index, name: name))
                patterns.append(pattern)
            }
        }
        self.entries = entries
        self.byName = byName
        matcher = PhraseMatcher(patterns, endings: endings)
        let table = try TSVTable.resource("Places/adjectives.tsv", columns: ["stem", "language", "id", "source"])
        try table.refuseRepeats(of: [0, 1, 2])
        if let row = table.rows.first(where: { places[$0.cells[2]] == nil }) {
            throw table.failure(row, "unknown place “\(row.cells[2])”")
        }
        var adjectives: [[WordPattern]] = []
        var adjectivePlaces: [String] = []
        let code = language.isUzbek ? "uz" : language.rawValue
        for row in table.rows where row.cells[1] == code {
            let stem = row.cells[0] + (language == .chinese || language == .english ? "" : "~")
            guard let words = PhraseMatcher.parse(stem, folding: folding) else { continue }
            adjectives.append(words)
            adjectivePlaces.append(row.cells[2])
        }
        self.adjectives = PhraseMatcher(adjectives, endings: endings)
        self.adjectivePlaces = adjectivePlaces
    }

    /// Indexes into ``Places/all`` of the places that are looked for under exactly this name, in the order of the tables.
    public func places(named name: String) -> [Int] { byName[name] ?? [] }

    /// The longest place names in a text, none inside another; of homonyms all readings are given.
    public func matches(in text: TokenizedText) -> [[Match]] {
        var found: [[Match]] = []
        var next = 0
        for index in text.tokens.indices where index >= next {
            let token = text.tokens[index]
            // Names may begin with a quotation mark («Навоий» ЭИЗ); words of alphabets need a capital.
            let mayBegin = token.kind == .sign || token.isCapitalised || token.traits.contains(.han)
            guard mayBegin else { continue }
            var longest = 0
            var readings: [Match] = []
            matcher.matches(in: text, at: index) { number, end in
                guard end - index >= longest else { return }
                if end - index > longest { readings.removeAll() }
                longest = end - index
                readings.append(Match(entry: entries[number], tokens: index..<end))
            }
            guard !readings.isEmpty else { continue }
            found.append(readings)
            next = index + longest
        }
        return found
    }

    /// The place id that an adjective at a token means ("китайская" → CN), and the token after it.
    public func adjective(in text: TokenizedText, at index: Int) -> (id: String, end: Int)? {
        var best: (id: String, end: Int)?
        adjectives.matches(in: text, at: index) { number, end in
            if end > best?.end ?? 0 { best = (adjectivePlaces[number], end) }
        }
        return best
    }
}

/// Makes search patterns out of the nominative names of places.
struct PlaceStemmer: Sendable {
    /// Whether an alias belongs to this language's script.
    let accepts: @Sendable (String) -> Bool
    /// The stem of one word of a name and whether endings may follow.
    let stem: @Sendable (String) -> (stem: String, inflects: Bool)
    /// Whether abbreviations in capitals take endings too ("AQSHda"; Russian "США" never does).
    var inflectsAcronyms = false

    func pattern(_ name: String, folding: Folding) -> [WordPattern]? {
        let output = Tokenizer(folding: folding).tokens(of: Array(name.utf8))
        guard !output.tokens.isEmpty else { return nil }
        var words: [WordPattern] = []
        for (index, token) in output.tokens.enumerated() {
            let key = String(decoding: output.folded[Int(token.foldedStart)..<Int(token.foldedEnd)], as: UTF8.self)
            if token.kind != .word || token.traits.contains(.han) {
                words.append(WordPattern(stem: Array(key.utf8), tail: .exact, capital: false))
                continue
            }
            // A letter alone stands for a word ("U.S.", "о-ва Кука") and takes no ending.
            if key.unicodeScalars.count == 1 {
                words.append(
                    WordPattern(
                        stem: Array(key.utf8), tail: .exact, capital: token.traits.contains(.capital) && index == 0))
                continue
            }
            let isAcronym = token.traits.contains(.allCapitals) && key.utf8.count <= 10
            let (stem, inflects) = isAcronym ? (key, inflectsAcronyms) : self.stem(key)
            words.append(
                WordPattern(
                    stem: Array(stem.utf8), tail: inflects ? .nominal : .exact,
                    capital: token.traits.contains(.capital) && index == 0))
        }
        return words
    }
}
