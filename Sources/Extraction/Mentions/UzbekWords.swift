internal import Languages
internal import SourceText

/// What single words of an Uzbek text tell about names: their suffixes, letters and neighbours.
struct UzbekWords {
    let analysis: Analysis

    var tokens: [Token] { analysis.text.tokens }

    static let patronymics: Set<String> = ["o'g'li", "ugli", "o'gli", "qizi", "kizi", "ogli", "og'li"]
    static let titles: Set<String> = ["bobo", "aka", "opa", "momo", "ota", "domla", "hoji"]
    static let particles: Set<String> = [
        "al", "ad", "ash", "as", "an", "ar", "bin", "ibn", "fon", "van", "de", "da", "del", "el", "bint", "ben", "di",
    ]

    /// Case suffixes, longest first; a name is shown without them.
    static let cases = [
        "larning", "larga", "larni", "lardan", "dagilar", "dagi", "gacha", "ning", "lari", "dan", "ga", "ni", "da",
        "ka", "qa", "lar",
    ]
    static let surnameEnds = [
        "ov", "ev", "ova", "eva", "skiy", "skaya", "enko", "yan", "zoda", "zade", "dze", "shvili", "vich", "vna",
        "oglu", "o'glu", "ovich", "evich",
    ]
    static let outletHeads: Set<String> = [
        "bugun", "yangiliklari", "xabarlari", "axborot", "haqiqati", "tongi", "ovozi", "hayoti", "news", "press",
        "axboroti", "xabarnomasi", "gazetasi", "nashri",
        "sadosi", "oqshomi", "yulduzi", "media",
    ]
    /// Words that stand in names of companies all over the world, folded.
    static let inNames: Set<String> = [
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

    /// Whether a capitalised word opens a sentence or is no name.
    func isOpener(_ index: Int) -> Bool {
        let classes: LexemeSet = [.notName, .furniture, .speech, .background, .day, .weekday, .month, .negation]
        return analysis.tags(in: index..<(index + 1)).contains { classes.contains($0.lexeme) && $0.tokens.count == 1 }
    }

    /// Topics and directions that are common words, yet open the names of institutions ("Energetika vazirligi").
    static let topics: [String] = [
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

    func isCapital(_ index: Int) -> Bool { tokens[index].traits.contains(.capital) }

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
}
