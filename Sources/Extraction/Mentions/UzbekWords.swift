internal import Languages
internal import SourceText

/// What single words of an Uzbek text tell about names: their suffixes, letters and neighbours.
struct UzbekWords {
    let analysis: Analysis

    private var tokens: [Token] { analysis.text.tokens }

    static let patronymics: Set<String> = ["o'g'li", "ugli", "o'gli", "qizi", "kizi", "ogli", "og'li"]
    static let titles: Set<String> = ["bobo", "aka", "opa", "momo", "ota", "domla", "hoji"]
    static let particles: Set<String> = [
        "al", "ad", "ash", "as", "an", "ar", "bin", "ibn", "fon", "van", "de", "da", "del", "el", "bint", "ben", "di",
    ]

    /// Case suffixes, longest first; a name is shown without them.
    private static let cases = [
        "larning", "larga", "larni", "lardan", "dagilar", "dagi", "gacha", "ning", "lari", "dan", "ga", "ni", "da",
        "ka", "qa", "lar",
    ]
    private static let surnameEnds = [
        "ov", "ev", "ova", "eva", "skiy", "skaya", "enko", "yan", "zoda", "zade", "dze", "shvili", "vich", "vna",
        "oglu", "o'glu", "ovich", "evich",
    ]
    private static let outletHeads: Set<String> = [
        "bugun", "yangiliklari", "xabarlari", "axborot", "haqiqati", "tongi", "ovozi", "hayoti", "news", "press",
        "axboroti", "xabarnomasi", "gazetasi", "nashri",
        "sadosi", "oqshomi", "yulduzi", "media",
    ]
    /// Words that stand in names of companies all over the world, folded.
    private static let inNames: Set<String> = [
        "group", "grupp", "holding", "xolding", "invest", "investment", "investments", "international", "interneyshnl",
        "trade", "trading", "treyd", "foods", "food", "fud", "oils", "oil", "foil", "copper", "power", "green",
        "energy", "energi", "enerji", "medical", "smart", "farm", "tour", "tours", "halal", "heavy", "machinery",
        "electric", "equipment", "chemical", "chemicals", "industry", "industries", "industriz", "industrial",
        "capital", "kapital", "bank", "systems", "technology", "technologies", "texnologiyalari", "pharma", "motors",
        "motor", "autoparts", "auto", "textile", "textiles", "tekstil", "building", "solar", "wind", "steel", "cement",
        "sement", "ceramics", "keramika", "apparel", "valve", "dairy", "water", "logistics", "logistik", "global",
        "engineering", "construction", "development", "solutions", "company", "resources", "mining", "gold", "metal",
        "metall", "metals", "glass", "cable", "battery", "digital", "telecom", "software", "hotel", "hotels", "resort",
        "airlines", "airways", "agro", "fruit", "fish", "meat", "seeds", "sugar", "paper", "plastic", "rubber", "latex",
        "hardware", "servis", "service", "services", "stroy", "qurilish", "sanoat", "savdo", "konsalt", "consulting",
        "partners", "ventures", "biotech", "bio", "med", "klinik", "clinic", "hospital", "university", "institute",
        "academy", "express", "ekspress", "beton", "mebel", "mobilya", "gida", "insaat", "trans", "kargo", "cargo",
        "neft", "gaz", "oltin", "mineral", "minerals", "farmasi", "lab", "labs", "data", "cloud", "net", "mobile",
        "electronics", "elektronik", "home", "house", "city", "park", "mall", "plaza", "centre", "center", "union",
        "alliance", "alyans", "brothers", "sons", "farma", "kimyo", "polimer", "plast", "plastik", "komplekt", "market",
        "retail", "land", "garden", "fresh", "organic", "tech", "teknik", "technik", "werke", "bau", "maschinen",
        "sistem", "makina", "otomotiv", "elektrik", "konserv", "kompani",
    ]

    // MARK: Suffixes

    /// The folded word without its case suffix.
    func bare(_ index: Int) -> String {
        guard index < tokens.count, tokens[index].kind == .word else { return "" }
        let key = analysis.text.key(index)
        for suffix in Self.cases where key.hasSuffix(suffix) && key.count >= suffix.count + 3 {
            return String(key.dropLast(suffix.count))
        }
        return key
    }

    /// Whether the word carries a suffix that ends a noun phrase.
    func hasCase(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return ["ning", "dan", "dagi", "gacha"].contains { key.hasSuffix($0) && key.count >= $0.count + 3 }
            || analysis.places.contains {
                $0.tokens.upperBound == index + 1 && bare(index) != key && Folding.uzbek($0.name).hasSuffix(bare(index))
            }
    }

    /// Whether the word ends like one in an oblique case ("Gamburgda", "Turkiyaning").
    func isOblique(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return ["ning", "dan", "dagi", "gacha", "da", "ga", "ni"].contains {
            key.hasSuffix($0) && key.count >= $0.count + 3
        }
    }

    /// "xitoylik", "italiyalik", "nemis" right before a name tells a company of that country.
    func isNationality(_ index: Int) -> Bool {
        guard tokens[index].kind == .word, !tokens[index].traits.contains(.capital),
            let found = analysis.data.gazetteer.adjective(in: analysis.text, at: index)
        else { return false }
        return found.end == index + 1
    }

    /// Whether the word closes a person's name: its surname with a suffix ("Karimovning", "Karimovga").
    func closesName(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        let stem = bare(index)
        if stem != key, Self.isSurname(stem) { return true }
        return key.hasSuffix("ning") && key.count > 6
    }

    private static func isSurname(_ key: String) -> Bool {
        if surnameEnds.contains(where: { key.hasSuffix($0) && key.count >= $0.count + 2 }) { return true }
        return (key.hasSuffix("in") || key.hasSuffix("ina")) && key.count >= 6
    }

    /// Whether the word, with or without a case suffix, looks like a surname of the region.
    func isSurname(_ index: Int) -> Bool {
        guard index < tokens.count, tokens[index].isCapitalised else { return false }
        let key = analysis.text.key(index)
        return Self.isSurname(key) || Self.isSurname(bare(index))
    }

    /// As many of the word's own letters as fold to the given number of bytes.
    func prefix(_ index: Int, folded length: Int) -> String {
        let surface = analysis.text.surface(index)
        guard analysis.text.key(index).utf8.count > length else { return surface }
        var best = ""
        for end in surface.indices.dropFirst() {
            let head = String(surface[..<end])
            let width = Folding.uzbek(head).utf8.count
            if width > length { break }
            best = head
            if width == length { break }
        }
        return best.isEmpty ? surface : best
    }

    /// The word of a person's name in the nominative.
    func personWord(_ index: Int) -> String {
        let key = analysis.text.key(index)
        let stem = bare(index)
        guard stem != key else { return repaired(analysis.text.surface(index), index) }
        let suffix = String(key.dropFirst(stem.count))
        let endsInConsonant = stem.last.map { !"aeiou'".contains($0) } ?? false
        let strips =
            !Self.isSurname(key)
            && (Self.isSurname(stem) || ["ning", "larning", "larga", "larni", "gacha", "dagi"].contains(suffix)
                || ["ga", "ni", "dan"].contains(suffix) && endsInConsonant && stem.count >= 4)
        let surface = strips ? prefix(index, folded: stem.utf8.count) : analysis.text.surface(index)
        return repaired(surface, index)
    }

    /// The words of a person's name in the nominative; forms of address are left out.
    func personName(_ range: Range<Int>) -> String {
        var name = ""
        for index in range {
            if tokens[index].kind == .word, Self.titles.contains(analysis.text.key(index)) { continue }
            if !name.isEmpty, tokens[index].traits.contains(.spaceBefore) { name += " " }
            name += index == range.upperBound - 1 ? personWord(index) : repaired(analysis.text.surface(index), index)
        }
        return name
    }

    /// A name as the text writes it, soft hyphens and look-alike letters repaired.
    func name(_ range: Range<Int>, strippingLast: Bool) -> String {
        var name = ""
        for index in range {
            if !name.isEmpty, tokens[index].traits.contains(.spaceBefore) { name += " " }
            if strippingLast, index == range.upperBound - 1, tokens[index].kind == .word {
                let key = analysis.text.key(index)
                let stem = bare(index)
                let isSafe =
                    ["ning", "larning", "dagi", "gacha", "dan"].contains(String(key.dropFirst(stem.count)))
                    || stem != key && Self.inNames.contains(stem)
                name += repaired(isSafe ? prefix(index, folded: stem.utf8.count) : analysis.text.surface(index), index)
            } else {
                name += repaired(analysis.text.surface(index), index)
            }
        }
        return name
    }

    /// Takes soft hyphens out and puts look-alike letters into the script of most letters.
    private func repaired(_ word: String, _ index: Int) -> String {
        var scalars = Array(word.unicodeScalars).filter { !(0xAD == $0.value || (0x200B...0x200F).contains($0.value)) }
        if tokens[index].traits.contains(.repaired) {
            let cyrillic = scalars.count { (0x400...0x52F).contains($0.value) }
            let latin = scalars.count { $0.value < 0x250 && $0.properties.isAlphabetic }
            let toLatin = latin >= cyrillic
            scalars = scalars.map { scalar in
                let table = toLatin ? Self.latinOf : Self.cyrillicOf
                return table[scalar] ?? scalar
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("а", "a"), ("е", "e"), ("о", "o"), ("р", "p"), ("с", "c"), ("у", "y"), ("х", "x"), ("і", "i"), ("А", "A"),
        ("Е", "E"), ("О", "O"), ("Р", "P"), ("С", "C"),
        ("У", "Y"), ("Х", "X"), ("К", "K"), ("М", "M"), ("Т", "T"), ("Н", "H"), ("В", "B"), ("І", "I"), ("к", "k"),
        ("м", "m"), ("т", "t"),
    ]
    private static let latinOf = Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, $0.1) })
    private static let cyrillicOf = Dictionary(uniqueKeysWithValues: pairs.map { ($0.1, $0.0) })

    /// An institution's name with its head in the nominative.
    func headName(_ range: Range<Int>, _ head: Tag) -> String {
        let last = head.tokens.upperBound - 1
        let before = name(range.lowerBound..<last, strippingLast: false)
        let stem = nominativeLength(last, of: .organisationHead)
        let closing = repaired(prefix(last, folded: stem), last)
        return before.isEmpty ? closing : before + " " + closing
    }

    /// A listed place as the text writes it, without case suffixes; provinces, states and cities without type word.
    func placeName(_ range: Range<Int>, matching listed: String, of place: Place) -> String {
        let output = Tokenizer(folding: .uzbek).tokens(of: Array(listed.utf8))
        guard output.tokens.count == range.count else { return name(range, strippingLast: false) }
        // A word all in capitals may be a headline's; the table has the usual letters.
        if range.allSatisfy({ tokens[$0].kind != .word || tokens[$0].traits.contains(.allCapitals) }),
            place.kind != .country,
            analysis.text.textRange(range).count > 4
        {
            let own = place.name(in: analysis.data.tag) ?? listed
            return Folding.uzbek(listed) == Folding.uzbek(place.name(in: .uzbekLatin) ?? "") ? own : listed
        }
        var words: [String] = []
        var result = ""
        for (offset, index) in range.enumerated() {
            let folded = output.tokens[offset]
            let part = repaired(prefix(index, folded: Int(folded.foldedEnd - folded.foldedStart)), index)
            if !result.isEmpty, tokens[index].traits.contains(.spaceBefore) { result += " " }
            result += part
            words.append(analysis.text.key(index))
        }
        guard range.count > 1, let last = words.last, place.kind == .city || place.kind == .region,
            ["shahri", "shtati", "provinsiyasi", "provintsiyasi", "o'lkasi", "prefekturasi"].contains(where: {
                last.hasPrefix($0)
            }),
            let space = result.lastIndex(of: " ")
        else { return result }
        return String(result[..<space])
    }

    /// A place's type word in the nominative.
    func typeName(_ type: Tag) -> String {
        let last = type.tokens.upperBound - 1
        let closing = prefix(last, folded: nominativeLength(last, of: .placeType))
        guard type.tokens.count > 1 else { return closing }
        return name(type.tokens.lowerBound..<last, strippingLast: false) + " " + closing
    }

    /// The length of the longest stem that the lexicon has for a word, in folded bytes.
    private func nominativeLength(_ index: Int, of lexeme: Lexeme) -> Int {
        let key = analysis.text.key(index)
        var best = 0
        for tag in analysis.tags(in: max(0, index - 4)..<(index + 1))
        where tag.lexeme == lexeme && tag.tokens.upperBound == index + 1 {
            let pattern = analysis.data.lexicon.entries[tag.entry].pattern.split(separator: " ").last ?? ""
            let stem = pattern.hasSuffix("+") || pattern.hasSuffix("~") ? pattern.dropLast() : pattern
            best = max(best, stem.utf8.count)
        }
        // "viloyat+" met as "viloyatida": the possessive stays.
        if best > 0, best < key.utf8.count, key.dropFirst(best).hasPrefix("i"), !key.dropFirst(best).hasPrefix("iy") {
            return best + 1
        }
        return best == 0 ? key.utf8.count : best
    }

    // MARK: Words

    /// Whether a capitalised word opens a sentence or is no name.
    func isOpener(_ index: Int) -> Bool {
        let classes: LexemeSet = [.notName, .furniture, .speech, .background, .day, .weekday, .month, .negation]
        return analysis.tags(in: index..<(index + 1)).contains { classes.contains($0.lexeme) && $0.tokens.count == 1 }
    }

    /// Topics and directions that are common words, yet open the names of institutions ("Energetika vazirligi").
    private static let topics: [String] = [
        "shimol", "vazirlar", "oliy", "janub", "g'arb", "sharq", "markaz", "milliy", "xalqaro", "davlat", "respublika",
        "energetika", "investitsiya", "sanoat", "savdo", "suv", "qurilish", "iqtisod", "moliya", "sog'liq",
        "transport", "tashqi", "ichki", "qishloq", "turizm", "madaniyat", "sport", "ta'lim", "fan", "raqamli",
        "pensiya", "soliq", "bojxona", "statistika", "elektr", "gaz", "neft", "kon", "metro", "temir",
        "avtomobil", "yo'l", "bank", "eksport", "tadbirkor", "mahalla", "yosh", "oila", "xalq", "bosh", "bolalar",
        "xotin", "uy-joy", "maktab", "universitet", "zamonaviy", "tarix", "ekologiya", "tibbiyot",
        "tikuvchilik", "to'qimachilik", "chorvachilik", "o'zbek", "turk", "xitoy", "jamiyat", "favqulodda", "aholi",
        "ayol", "inson", "xavfsizlik", "ishlab", "ish", "birinchi", "yashil",
    ]

    /// Whether a capitalised word before an institution's head cannot belong to the name.
    func isInstitutionOpener(_ index: Int) -> Bool {
        guard isOpener(index) else { return false }
        let key = analysis.text.key(index)
        return !Self.topics.contains { key.hasPrefix($0) }
    }

    /// A lower-case word that may stand between a quoted name and its kind word ("xususiy", "xorijiy").
    func isModifier(_ index: Int) -> Bool {
        guard tokens[index].kind == .word, !tokens[index].traits.contains(.lineBefore) else { return false }
        let key = analysis.text.key(index)
        return !["va", "hamda", "bilan", "ham", "uchun"].contains(key) && !hasCase(index) && !key.hasSuffix("ga")
            && !key.hasSuffix("di")
            && analysis.tag(at: index, .role) == nil
    }

    /// Whether a word may stand inside an institution's name before its head.
    func mayModify(_ index: Int, closest: Bool = false) -> Bool {
        guard tokens[index].kind == .word else { return false }
        let key = analysis.text.key(index)
        if key == "nomidagi" { return true }
        // "Urganch davlat universiteti Foshan universiteti bilan": another head closes another name.
        if let head = analysis.tag(at: index, .organisationHead), head.tokens.count == 1, key.hasSuffix("i") {
            return false
        }
        if [
            "bilan", "uchun", "hamda", "ham", "esa", "bo'yicha", "haqida", "orqali", "kuni", "shu", "bu", "ushbu",
            "mazkur", "deb", "edi", "u", "ular", "hech", "har", "bir",
        ].contains(key) {
            return false
        }
        if key.hasSuffix("ning") && key.count > 5 { return false }
        let closing = ["dan", "dagi", "gacha", "gan", "di", "lik", "moqda", "ib"]
        if closing.contains(where: { key.hasSuffix($0) && key.count > $0.count + 3 }),
            !tokens[index].traits.contains(.capital)
        {
            return false
        }
        if key.hasSuffix("da") || key.hasSuffix("ga"), key.count > 4, key != "favqulodda" {
            // "Sharda universiteti": the last letters of a name, not a suffix.
            guard closest, isCapital(index), !hasCase(index), !isOpener(index), !analysis.opensPassage(index) else {
                return false
            }
        }
        let classes: LexemeSet = [
            .speech, .role, .sign, .receive, .legalForm, .day, .weekday, .lead, .month, .yearWord,
        ]
        return !analysis.tags(in: index..<(index + 1)).contains {
            classes.contains($0.lexeme) && $0.tokens.contains(index)
        }
            || analysis.tag(at: index, .notName) != nil && tokens[index].traits.contains(.capital)
                && analysis.tag(at: index, .role) == nil
    }

    /// Whether a side of a deal ends with this word, so that "va" behind it joins two sides.
    func endsSide(_ index: Int) -> Bool {
        if analysis.places.contains(where: { $0.tokens.upperBound == index + 1 }) { return true }
        let classes: [Lexeme] = [.placeType, .administration, .companyWord, .legalForm, .organisationHead, .role]
        return tokens[index].kind == .sign || classes.contains { analysis.tag(endingAt: index + 1, $0) != nil }
    }

    /// Heads that a name needs more than a place before ("X markazi", "X xizmati").
    func isPlain(_ head: Tag) -> Bool {
        let key = analysis.text.key(head.tokens.upperBound - 1)
        return [
            "markaz", "xizmat", "tashkilot", "jamiyat", "idora", "muassasa", "filial", "hukumat", "kengash",
            "vakolatxona", "maktab", "shifoxona", "majmua", "zavod", "fabrika", "laboratoriya", "klub", "muze", "teatr",
            "agentlik", "qo'mita", "boshqarma", "vazirlik", "korxona", "kombinat", "aeroport", "elektr", "stansiya",
            "akademiya", "parlament", "korporatsiya", "birlashma", "partiya", "elchixona", "konsullig",
        ]
        .contains {
            key.hasPrefix($0)
                && !(["agentlik", "qo'mita", "boshqarma", "vazirlik", "akademiya"].contains($0) && key.hasSuffix("si"))
        }
    }

    /// What follows a quoted title that is no company: a project, forum, credit, festival.
    func namesNoCompany(_ range: Range<Int>) -> Bool {
        guard let first = range.first, tokens[first].kind == .word else { return false }
        let key = analysis.text.key(first)
        let heads = [
            "nomli", "nomi", "krediti", "loyiha", "dastur", "festival", "forum", "ko'rgazma", "strategiya", "tanlov",
            "sport", "majmua", "bog'", "park", "maydon", "ko'cha", "mahalla", "film",
            "kitob", "asar", "roman", "qo'shiq", "spektakl", "gazeta", "jurnal", "telegram", "rukn", "shior",
            "konsepsiya", "aksiya", "musobaqa", "turnir", "kubog", "tizim", "platforma", "ilova", "zona",
            "orden", "medal", "unvon", "format", "tamoyil", "tashabbus", "haqida", "degan", "deb", "dedi", "deydi",
            "mavzu", "turizm", "masjid", "maqom",
        ]
        return heads.contains { key.hasPrefix($0) }
    }

    /// Whether only commas and "va" stand between two quoted names.
    func joins(_ start: Int, _ end: Int) -> Bool {
        start <= end && end - start <= 2
            && (start..<end).allSatisfy { tokens[$0].isSign(",") || ["va", "hamda"].contains(analysis.text.key($0)) }
    }

    /// "Total Eren va Voltalia kompaniyalari": a kind word in the plural belongs to all names before it.
    func sharesKind(_ end: Int) -> Bool {
        guard end + 1 < tokens.count, tokens[end].isSign(",") || ["va", "hamda"].contains(key(end)) else {
            return false
        }
        var at = end + 1
        while at < min(tokens.count, end + 8),
            isRunWord(at) || tokens[at].isSign(",") || ["va", "hamda"].contains(key(at)) || tokens[at].isSign("&")
                || tokens[at].isSign("-")
        {
            at += 1
        }
        guard at < tokens.count, at > end + 1, let kind = analysis.tag(at: at, .companyWord) else { return false }
        return analysis.text.key(kind.tokens.lowerBound).contains("lari")
    }

    func isOutletHead(_ index: Int) -> Bool {
        index < tokens.count && Self.outletHeads.contains(analysis.text.key(index))
    }

    /// Whether the range fills a part of a line between bars, dots, slashes or the line's ends.
    func isDelimited(_ range: Range<Int>) -> Bool {
        func isBar(_ index: Int) -> Bool {
            let signs: [Unicode.Scalar] = ["|", "·", "•", "/", "—", "–", "@", "©", ",", "»", "”"]
            return signs.contains { tokens[index].isSign($0) }
                || tokens[index].kind == .sign && tokens[index].sign > 0x2100
        }
        let low = range.lowerBound
        let opens = low == 0 || tokens[low].traits.contains(.lineBefore) || isBar(low - 1)
        let high = range.upperBound
        let closes = high == tokens.count || tokens[high].traits.contains(.lineBefore) || isBar(high)
        guard opens, closes else { return false }
        let isWholeLine =
            (low == 0 || tokens[low].traits.contains(.lineBefore))
            && (high == tokens.count || tokens[high].traits.contains(.lineBefore))
        return !isWholeLine || analysis.text.key(range.upperBound - 1) != "bugun"
    }

    /// Whether all words of the token's line are in capitals.
    func isHeadline(_ index: Int) -> Bool {
        guard tokens[index].traits.contains(.allCapitals) else { return false }
        let passage = analysis.passage(of: index)
        let words = passage.tokens.filter { tokens[$0].kind == .word && tokens[$0].end - tokens[$0].start > 2 }
        return words.count >= 3 && words.allSatisfy { tokens[$0].traits.contains(.allCapitals) }
    }

    /// A kind word that the name possesses: "kompaniyasi", "firmasi", "guruhi".
    func isPossessed(_ kind: Tag) -> Bool {
        let key = analysis.text.key(kind.tokens.upperBound - 1)
        guard !tokens[kind.tokens.lowerBound].traits.contains(.lineBefore) else { return false }
        let stem = bare(kind.tokens.upperBound - 1)
        return stem.hasSuffix("i") || stem.hasSuffix("si") || key.hasSuffix("sida") || key.hasSuffix("lari")
    }

    /// "tumani", not "tuman"; "shahri", not "shahar".
    func isPossessedType(_ type: Tag) -> Bool {
        let last = type.tokens.upperBound - 1
        if type.tokens.count > 1 || tokens[last].traits.contains(.allCapitals) { return true }
        // The table has both forms; the possessed one ends in -i.
        return analysis.tags(in: last..<(last + 1)).contains { tag in
            guard tag.lexeme == .placeType else { return false }
            let stem = analysis.data.lexicon.entries[tag.entry].pattern.filter { $0 != "+" && $0 != "~" }
            return stem.hasSuffix("i") || ["eiz", "ksz", "mfy"].contains(stem)
        }
    }

    func legalForm(in range: Range<Int>) -> Tag? {
        analysis.tags(in: range).first {
            $0.lexeme == .legalForm && $0.tokens.lowerBound > range.lowerBound && isCapital($0.tokens.lowerBound)
        }
    }

    private func isCapital(_ index: Int) -> Bool { tokens[index].traits.contains(.capital) }

    /// A form that belongs to a foreign company's name ("GmbH", "Co., Ltd"), not "MChJ".
    func isForeignForm(_ legal: Tag) -> Bool {
        [
            "gmbh", "ag", "ltd", "co", "inc", "corp", "llc", "plc", "berhad", "bhd", "pvt", "as", "limited",
            "corporation", "jsc", "sa", "srl", "bv", "nv", "kg", "llp", "sdn",
        ]
        .contains(analysis.text.key(legal.tokens.lowerBound))
    }

    /// How many words of a range stand in company names all over the world.
    func nameWords(_ range: Range<Int>) -> Int {
        range.count(where: {
            tokens[$0].kind == .word
                && (Self.inNames.contains(analysis.text.key($0)) || Self.inNames.contains(bare($0)))
        })
    }

    /// Letters and pairs that Uzbek does not write: w, c without h, ğ, ç, double letters of English.
    func isForeign(_ index: Int) -> Bool {
        guard tokens[index].traits.contains(.latin), tokens[index].kind == .word else { return false }
        var previous: UInt32 = 0
        let scalars = analysis.text.surface(index).unicodeScalars.map {
            Folding.isApostrophe($0.value) ? 0x27 : $0.value | ($0.value < 0x80 ? 0x20 : 0)
        }
        for (at, scalar) in scalars.enumerated() {
            if scalar == 0x77 || scalar > 0xBF && scalar < 0x250 { return true }
            if scalar == 0x63, at + 1 == scalars.count || scalars[at + 1] != 0x68 { return true }
            if previous == scalar, [0x65, 0x66, 0x70, 0x7A].contains(scalar) { return true }
            if previous == 0x70, scalar == 0x68 { return true }
            if previous == 0x74, scalar == 0x68 { return true }
            previous = scalar
        }
        return false
    }

    // MARK: Runs

    /// A run of capitalised words with what may stand inside a company's name; genitives and case suffixes end it.
    func run(at start: Int, until isTaken: (Int) -> Bool) -> Range<Int>? {
        guard isRunWord(start), !isTaken(start) else { return nil }
        var end = start + 1
        while end < tokens.count, !tokens[end].traits.contains(.lineBefore), !isTaken(end) {
            let previous = end - 1
            if tokens[previous].kind == .word, hasCase(previous), endsPhrase(previous) { break }
            if isRunWord(end), tokens[end].traits.contains(.spaceBefore) {
                // A new place or office begins another phrase.
                end += 1
            } else if tokens[end].isSign("&") || tokens[end].isSign("+"), isRunWord(end + 1), !isTaken(end + 1) {
                end += 2
            } else if tokens[end].isSign("-"), !tokens[end].traits.contains(.spaceBefore), isRunWord(end + 1),
                !tokens[end + 1].traits.contains(.spaceBefore), !isTaken(end + 1)
            {
                end += 2
            } else if tokens[end].isSign(","), ["ltd", "inc", "llc", "co", "limited"].contains(key(end + 1)) {
                end += 2
            } else if tokens[end].isSign("."), !tokens[end].traits.contains(.spaceBefore), isAbbreviation(end) {
                end += 1
            } else if isDottedForm(end) {
                end += 4  // S.p.A
            } else if ["of", "and", "for", "del", "de", "und"].contains(key(end)), isRunWord(end + 1), !isTaken(end + 1)
            {
                end += 2
            } else {
                break
            }
        }
        return start..<end
    }

    private func key(_ index: Int) -> String { index < tokens.count ? analysis.text.key(index) : "" }

    private func isRunWord(_ index: Int) -> Bool { index < tokens.count && tokens[index].isCapitalised }

    private func endsPhrase(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        if key.hasSuffix("ning") { return true }
        return analysis.places.contains { $0.tokens.upperBound == index + 1 } || isOpener(index)
    }

    /// ".p.A" of "S.p.A."
    private func isDottedForm(_ stop: Int) -> Bool {
        stop + 3 < tokens.count && tokens[stop].isSign(".") && key(stop - 1) == "s" && key(stop + 1) == "p"
            && tokens[stop + 2].isSign(".")
            && key(stop + 3) == "a"
    }

    /// "Co.", "Corp.", "A.Ş.": a stop that belongs to the name.
    private func isAbbreviation(_ stop: Int) -> Bool {
        let word = tokens[stop - 1]
        if ["co", "ltd", "inc", "corp"].contains(key(stop - 1)) {
            return stop + 1 < tokens.count
                && (analysis.passageOfToken[stop] == analysis.passageOfToken[stop + 1]
                    || tokens[stop + 1].kind == .sign)
        }
        return word.kind == .word && word.end - word.start <= 2 && word.traits.contains(.latin)
            && stop + 1 < tokens.count
            && isRunWord(stop + 1) && !tokens[stop + 1].traits.contains(.spaceBefore)
    }

    // MARK: Persons

    func isNameWord(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        let token = tokens[index]
        guard token.isCapitalised, token.end - token.start > 1, !analysis.overlapsOrganisation(index..<(index + 1))
        else { return false }
        guard !token.traits.contains(.allCapitals) || Self.isSurname(bare(index)) && !isHeadline(index) else {
            return false
        }
        return true
    }

    /// "F." of "F. Nazirov", "Sh." of "Sh.Olimjonov".
    func isInitial(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let token = tokens[index]
        guard token.isCapitalised, tokens[index + 1].isSign("."), !tokens[index + 1].traits.contains(.spaceBefore)
        else { return false }
        let letters = analysis.text.surface(index).unicodeScalars.count
        let key = analysis.text.key(index)
        return letters == 1 || ["sh", "ch", "ya", "yu", "yo", "o'", "g'", "dj", "ye"].contains(key)
    }

    /// "Ivanovich", "Petrovna": a surname may follow.
    func isPatronymic(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return key.hasSuffix("vich") || key.hasSuffix("vna")
    }

    /// A capital of its own that no stop makes an initial.
    func isSingleLetter(_ index: Int) -> Bool {
        guard index < tokens.count, tokens[index].isCapitalised, analysis.text.surface(index).unicodeScalars.count == 1
        else { return false }
        return index + 1 == tokens.count || !tokens[index + 1].isSign(".")
            || tokens[index + 1].traits.contains(.spaceBefore)
    }

    /// Whether an office, with nothing but its place between, stands before the name.
    func isRoleBefore(_ start: Int) -> Bool {
        if analysis.tag(endingAt: start, .role) != nil { return true }
        // "hokimi v.b. Qahramon Boltayev", "raisi, professor …" with a stop between.
        guard start >= 2 else { return false }
        if tokens[start - 1].isSign("."),
            analysis.tag(endingAt: start - 1, .role) != nil
                || key(start - 2) == "b" && analysis.has(.role, in: max(0, start - 6)..<start)
        {
            return analysis.passageOfToken[start - 1] == analysis.passageOfToken[start]
        }
        return false
    }

    /// Whether a word behind a given name may be a surname: no suffix of an oblique case, no common word.
    func mayFollowGiven(_ index: Int) -> Bool {
        let classes: LexemeSet = [.notName, .placeType, .companyWord, .organisationHead, .role, .legalForm, .project]
        guard !analysis.tags(in: index..<(index + 1)).contains(where: { classes.contains($0.lexeme) }) else {
            return false
        }
        return !analysis.overlapsPlace(index..<(index + 1)) && nameWords(index..<(index + 1)) == 0
    }

    /// Whether the words of a range are a person's name by themselves.
    func isPersonLike(_ range: Range<Int>) -> Bool {
        let words = range.filter { tokens[$0].kind == .word && isCapital($0) }
        guard words.count >= 2, words.count <= 3, nameWords(range) == 0 else { return false }
        if words.dropFirst().contains(where: { isSurname($0) && !isPlaceWord($0) }) { return true }
        return analysis.tag(at: words[0], .givenName) != nil && words.count == 2 && mayFollowGiven(words[1])
    }

    private func isPlaceWord(_ index: Int) -> Bool { analysis.overlapsPlace(index..<(index + 1)) }

    /// Whether an office before or a verb of speech beside the range says that it is a person.
    func isPersonBeside(_ range: Range<Int>) -> Bool {
        if isRoleBefore(range.lowerBound) { return true }
        let before = range.lowerBound
        if before > 0, analysis.tag(endingAt: before, .speech) != nil, !tokens[before].traits.contains(.lineBefore) {
            return true
        }
        let after = range.upperBound
        // "Kim Dohyon rahbarlik qilmoqda", "… boshchiligidagi".
        return analysis.tag(at: after, .speech) != nil || analysis.tag(at: after, .lead) != nil
    }
}
