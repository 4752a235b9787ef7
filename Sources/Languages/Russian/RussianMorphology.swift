/// Case endings of Russian names: taken off for look-up, put right for the nominative.
///
/// Source of the rules: declension tables of А. А. Зализняк, «Грамматический словарь русского языка»;
/// surnames after «Русская грамматика» (1980), §§ 1200–1230.
public enum RussianMorphology {
    /// The stem under which a folded word of a place name is looked up, and whether it is declined.
    @Sendable public static func placeStem(_ word: String) -> (stem: String, inflects: Bool) {
        for ending in ["ский", "ская", "ское", "ские", "цкий", "цкая", "ый", "ая", "ое", "ые", "ий", "ой", "яя", "ее"]
        where word.hasSuffix(ending) && word.count > ending.count + (ending == "ой" ? 3 : 2) {
            let keep = ending.count == 4 ? 2 : 0
            return (String(word.dropLast(ending.count - keep)), true)
        }
        guard word.count > 2, let last = word.last else { return (word, word.count > 1) }
        if word.hasSuffix("ец"), word.count > 4 { return (String(word.dropLast(2)), true) }
        switch last {
        case "ы": return word.count > 4 ? (String(word.dropLast()), true) : (word, false)  // Эмираты, but Мары
        case "а", "я", "ь", "й": return (String(word.dropLast()), true)
        case "и", "о", "е", "у", "ю", "э": return (word, false)
        default: return (word, true)
        }
    }

    /// The nominative of an adjective as it stands before a noun of the given gender ("мирабадского" + m → "мирабадский").
    public static func adjectiveNominative(_ word: String, gender: Gender) -> String {
        let endings = [
            "ого", "его", "ому", "ему", "ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей", "ую", "юю", "ая", "яя", "ое",
            "ее",
            "ый", "ий", "ые", "ие", "ых", "их", "ою", "ею",
        ]
        guard let ending = endings.first(where: { word.lowercased().hasSuffix($0) && word.count > $0.count + 2 }) else {
            return word
        }
        let stem = String(word.dropLast(ending.count))
        // After г к х and the hushing letters и is written for ы; behind others an ending in е, и or ю is a soft one.
        let isHard = stem.last.map { !"кгхжшчщц".contains($0) } ?? true
        let isSoft = isHard && softEndings.contains(ending)
        let isHushing = stem.last.map { "жшчщц".contains($0) } ?? false
        let isStressed =
            isHushing && ["ого", "ому", "ом", "ое"].contains(ending) || stressed.contains(stem.lowercased())
        switch gender {
        case .masculine:
            if ending == "ой" { return word }
            return stem + (isStressed ? "ой" : isHard && !isSoft ? "ый" : "ий")
        case .feminine: return stem + (isSoft ? "яя" : "ая")
        case .neuter: return stem + (isSoft || isHushing && !isStressed ? "ее" : "ое")
        case .plural: return stem + (isHard && !isSoft ? "ые" : "ие")
        }
    }

    private static let softEndings: Set<String> = [
        "его", "ему", "ими", "им", "ем", "ей", "юю", "яя", "ее", "ий", "ие", "их", "ею",
    ]

    /// Stems in -ск- whose ending bears the stress (Зализняк, type 3b): "городской", not "городский".
    private static let stressed: Set<String> = ["городск", "заводск", "морск", "донск", "тверск", "мужск", "людск"]

    /// Grammatical gender, and the plural, which has none.
    public enum Gender: Sendable { case masculine, feminine, neuter, plural }

    /// The nominative of a given name. `isFeminine` decides what a final -а means.
    public static func givenNameNominative(_ name: String, isFeminine: Bool, known: (String) -> Bool) -> String {
        if known(name) { return name }
        if isFeminine {
            for (ending, base) in [
                ("ой", "а"), ("ою", "а"), ("ей", "я"), ("ию", "ия"), ("ии", "ия"), ("ье", "ья"), ("ьи", "ья"),
                ("ы", "а"),
                ("и", "а"), ("е", "а"), ("у", "а"), ("ю", "я"),
            ] where name.hasSuffix(ending) && name.count > ending.count + 2 {
                return String(name.dropLast(ending.count)) + base
            }
            return name
        }
        for ending in ["ьи", "ье", "ью", "ьей", "ьёй"] where name.hasSuffix(ending) && name.count > ending.count + 1 {
            return String(name.dropLast(ending.count)) + "ья"  // Илья
        }
        for (ending, base) in [
            ("ой", "а"), ("ы", "а"),
            ("ием", "ий"), ("ия", "ий"), ("ию", "ий"), ("ии", "ий"), ("ем", "й"), ("ом", ""), ("ым", "ый"), ("а", ""),
            ("у", ""),
            ("е", ""), ("я", "й"), ("ю", "й"),
        ] where name.hasSuffix(ending) && name.count > ending.count + 2 {
            let stem = String(name.dropLast(ending.count))
            // A doubled consonant before the ending: "Абдулле" is of "Абдулла".
            if base.isEmpty, ending != "а", ending != "ом", let last = stem.last, stem.dropLast().last == last {
                return stem + "а"
            }
            if base == "й", let last = stem.last, !"аеёиоуыэюя".contains(last) { return stem + "ь" }
            return stem + base
        }
        return name
    }

    /// The nominative of a surname.
    public static func surnameNominative(_ name: String, isFeminine: Bool) -> String {
        let lower = name.lowercased()
        if isFeminine {
            for suffix in ["овой", "евой", "ёвой", "иной", "ыной", "ову", "еву", "ёву", "ину", "ыну"]
            where lower.hasSuffix(suffix) {
                return String(name.dropLast(suffix.hasSuffix("ой") ? 2 : 1)) + "а"
            }
            for (ending, base) in [("ской", "ская"), ("скую", "ская"), ("цкой", "цкая"), ("цкую", "цкая")]
            where lower.hasSuffix(ending) {
                return String(name.dropLast(ending.count)) + base
            }
            for ending in ["ой", "ую"] where lower.hasSuffix(ending) && name.count > 5 {
                return String(name.dropLast(2)) + "ая"
            }
            return name
        }
        for suffix in [
            "овым", "евым", "ёвым", "иным", "ыным", "ова", "ева", "ёва", "ина", "ына", "ову", "еву", "ёву", "ину",
            "ыну", "ове",
            "еве", "ёве", "ине", "ыне",
        ]
        where lower.hasSuffix(suffix) && name.count > suffix.count {
            return String(name.dropLast(suffix.hasSuffix("ым") ? 2 : 1))
        }
        for (ending, base) in [
            ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"), ("цкого", "цкий"),
            ("цкому", "цкий"),
            ("цким", "цкий"), ("цком", "цкий"),
        ] where lower.hasSuffix(ending) {
            return String(name.dropLast(ending.count)) + base
        }
        for ending in ["ого", "ому", "ым"] where lower.hasSuffix(ending) && name.count > ending.count + 2 {
            return String(name.dropLast(ending.count)) + "ый"
        }
        for (ending, base) in [("ем", "й"), ("ом", ""), ("а", ""), ("у", ""), ("е", ""), ("я", "й"), ("ю", "й")]
        where lower.hasSuffix(ending) && name.count > ending.count + 2 {
            let stem = String(name.dropLast(ending.count))
            guard let last = stem.lowercased().last else { return name }
            let endsInVowel = "аеёиоуыэюя".contains(last)
            if base == "й" { return stem + (endsInVowel ? "й" : "жшчщц".contains(last) ? "" : "ь") }
            return endsInVowel ? name : stem + base
        }
        return name
    }
}
