/// Case endings of Russian names: taken off for look-up, put right for the nominative.
///
/// Source of the rules: declension tables of А. А. Зализняк, «Грамматический словарь русского языка»;
/// surnames after «Русская грамматика» (1980), §§ 1200–1230.
public enum RussianMorphology {
    /// The stem under which a folded word of a place name is looked up, and whether it is declined.
    @Sendable public static func placeStem(_ word: String) -> (stem: String, inflects: Bool) {
        for ending in ["ский", "ская", "ское", "цкий", "цкая", "ый", "ая", "ое", "ые", "ий", "ой", "яя", "ее"]
        where word.hasSuffix(ending) && word.count > ending.count + 2 {
            let keep = ending.count == 4 ? 2 : 0
            return (String(word.dropLast(ending.count - keep)), true)
        }
        guard word.count > 2, let last = word.last else { return (word, word.count > 1) }
        if word.hasSuffix("ец"), word.count > 4 { return (String(word.dropLast(2)), true) }
        switch last {
        case "а", "я", "ь", "й", "ы": return (String(word.dropLast()), true)
        case "и", "о", "е", "у", "ю", "э": return (word, false)
        default: return (word, true)
        }
    }

    /// The nominative of an adjective as it stands before a noun of the given gender ("мирабадского" + m → "мирабадский").
    public static func adjectiveNominative(_ word: String, gender: Gender) -> String {
        let endings = [
            "ого", "его", "ому", "ему", "ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей", "ую", "юю", "ая", "яя", "ое", "ее",
            "ый", "ий", "ые", "ие", "ых", "их", "ою", "ею",
        ]
        guard let ending = endings.first(where: { word.lowercased().hasSuffix($0) && word.count > $0.count + 2 }) else {
            return word
        }
        let stem = String(word.dropLast(ending.count))
        let soft = stem.last.map { "кгхжшчщ".contains($0) } ?? false
        let isSoftEnding = ["его", "ему", "ими", "им", "ем", "юю", "яя", "ее", "ий", "ие", "их", "ею"].contains(ending)
            && !soft && !(ending == "ей")
        switch gender {
        case .masculine: return stem + (soft || isSoftEnding ? "ий" : ending == "ой" && soft ? "ой" : "ый")
        case .feminine: return stem + (isSoftEnding ? "яя" : "ая")
        case .neuter: return stem + (isSoftEnding || (soft && stem.last.map { "жшчщ".contains($0) } ?? false) ? "ее" : "ое")
        case .plural: return stem + (soft || isSoftEnding ? "ие" : "ые")
        }
    }

    public enum Gender: Sendable { case masculine, feminine, neuter, plural }

    /// The cases that matter for rebuilding a person's name.
    public enum GrammaticalCase: Sendable { case nominative, oblique, unknown }

    /// The nominative of a given name. `isFeminine` decides what a final -а means.
    public static func givenNameNominative(_ name: String, isFeminine: Bool, known: (String) -> Bool) -> String {
        if known(name) { return name }
        if isFeminine {
            for (ending, base) in [("ой", "а"), ("ою", "а"), ("ей", "я"), ("ию", "ия"), ("ии", "ия"), ("ы", "а"), ("и", "а"), ("е", "а"), ("у", "а"), ("ю", "я")]
            where name.hasSuffix(ending) && name.count > ending.count + 2 {
                return String(name.dropLast(ending.count)) + base
            }
            return name
        }
        for (ending, base) in [("ием", "ий"), ("ия", "ий"), ("ию", "ий"), ("ии", "ий"), ("ем", "й"), ("ом", ""), ("ым", "ый"), ("а", ""), ("у", ""), ("е", ""), ("я", "й"), ("ю", "й")]
        where name.hasSuffix(ending) && name.count > ending.count + 2 {
            let stem = String(name.dropLast(ending.count))
            if base == "й", let last = stem.last, !"аеёиоуыэюя".contains(last) { return stem + "ь" }
            return stem + base
        }
        return name
    }

    /// The nominative of a surname.
    public static func surnameNominative(_ name: String, isFeminine: Bool) -> String {
        let lower = name.lowercased()
        if isFeminine {
            for suffix in ["овой", "евой", "ёвой", "иной", "ыной", "ову", "еву", "ёву", "ину", "ыну"] where lower.hasSuffix(suffix) {
                return String(name.dropLast(suffix.hasSuffix("ой") ? 2 : 1)) + "а"
            }
            for (ending, base) in [("ской", "ская"), ("скую", "ская"), ("цкой", "цкая"), ("цкую", "цкая")] where lower.hasSuffix(ending) {
                return String(name.dropLast(ending.count)) + base
            }
            return name
        }
        for suffix in ["овым", "евым", "ёвым", "иным", "ыным", "ова", "ева", "ёва", "ина", "ына", "ову", "еву", "ёву", "ину", "ыну", "ове", "еве", "ёве", "ине"]
        where lower.hasSuffix(suffix) && name.count > suffix.count {
            return String(name.dropLast(suffix.hasSuffix("ым") ? 2 : 1))
        }
        for (ending, base) in [("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"), ("цкого", "цкий"), ("цкому", "цкий"), ("цким", "цкий")]
        where lower.hasSuffix(ending) {
            return String(name.dropLast(ending.count)) + base
        }
        for (ending, base) in [("ем", ""), ("ом", ""), ("а", ""), ("у", ""), ("я", "й"), ("ю", "й")]
        where lower.hasSuffix(ending) && name.count > ending.count + 2 {
            let stem = String(name.dropLast(ending.count))
            guard let last = stem.lowercased().last else { return name }
            let endsInVowel = "аеёиоуыэюя".contains(last)
            if base == "й" { return endsInVowel ? stem + "й" : stem + "ь" }
            return endsInVowel ? name : stem + base
        }
        return name
    }
}
