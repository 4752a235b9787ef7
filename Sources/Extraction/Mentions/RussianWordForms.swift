internal import Languages
internal import SourceText

/// What the ending of a Russian word tells where no table lists it.
struct RussianWordForms {
    let analysis: Analysis

    private static let pastEndings = ["л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"]
    private static let presentEndings = ["ет", "ит", "ут", "ют", "ат", "ят", "ется", "ится", "утся", "ются", "ятся"]

    /// A verb in the past tense or the third person, by its ending: "нанял", "отгрузит", "обязалась".
    func isVerb(_ index: Int) -> Bool {
        guard index >= 0, index < analysis.text.tokens.count, analysis.text.tokens[index].kind == .word,
            !analysis.text.tokens[index].traits.contains(.capital),
            analysis.text.tokens[index].traits.contains(.cyrillic)
        else { return false }
        let key = analysis.text.key(index)
        return key.count > 3 && Self.pastEndings.contains { key.hasSuffix($0) && key.count > $0.count + 1 }
            || key.count > 4 && Self.presentEndings.contains { key.hasSuffix($0) } || key == "дал" || key == "дала"
    }

    /// Endings that verbs have and hardly any noun.
    private static let verbEndings = [
        "ует", "уют", "ывает", "ивает", "ывают", "ивают", "яют", "еют", "ается", "яется", "уется", "ится", "ются",
        "ятся", "утся", "лся", "лась", "лось", "лись", "авит", "авят", "роит", "роят", "роим", "авим", "дит", "дят",
        "пустит", "пустят", "нет", "нут", "ывал", "ивал", "овал", "ывала", "ивала", "овала", "ывали", "ивали", "овали",
        "авил", "авила", "авили", "роил", "роила", "роили", "воила", "воили", "тила", "тили", "дила", "дили", "нила",
        "нили", "рила", "рили", "чила", "чили", "шила", "шили", "жила", "жили", "овать", "ывать", "ивать", "авлять",
        "авить", "роить",
    ]

    /// A verb by an ending that hardly any noun has.
    func isSurelyVerb(_ index: Int) -> Bool {
        guard analysis.text.tokens.indices.contains(index), analysis.text.tokens[index].kind == .word,
            !analysis.text.tokens[index].traits.contains(.capital),
            analysis.text.tokens[index].traits.contains(.cyrillic)
        else { return false }
        let key = analysis.text.key(index)
        return key.count > 5 && Self.verbEndings.contains { key.hasSuffix($0) }
            && !Self.nounEndings.contains { key.hasSuffix($0) } && analysis.tag(at: index, .project) == nil
    }

    private static let nounEndings = ["кредит", "интернет", "кабинет", "бюджет", "паркет", "аудит", "планет", "монет"]

    /// An adjective by its ending, in any case.
    func isAdjective(_ index: Int) -> Bool {
        guard analysis.text.tokens[index].kind == .word else { return false }
        let key = analysis.text.key(index)
        return key.count > 4
            && [
                "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ую", "юю",
                "ые", "ие", "ых", "их", "ыми", "ими",
            ].contains { key.hasSuffix($0) }
    }

    /// The nominative of a name that stands behind a preposition or a type word, by its ending; a nominative that stands
    /// elsewhere in the text decides between "Сердобске" of Сердобск and "Кяхте" of Кяхта.
    func placeNominative(_ surface: String, behind preposition: String) -> String {
        // Short stems keep their form, but for those in a hushing letter: "в Орше" of Орша.
        if surface.count <= 4 {
            let isHushing = ["ше", "же", "че", "ще", "фе"].contains { surface.hasSuffix($0) }
            return isHushing && preposition != "=" ? surface.dropLast() + "а" : surface
        }
        var candidates = [surface]
        func add(_ ending: String, _ bases: [String]) {
            guard surface.hasSuffix(ending), surface.count > ending.count + 2 else { return }
            candidates += bases.map { surface.dropLast(ending.count) + $0 }
        }
        let isSoft = surface.hasSuffix("ии") || surface.hasSuffix("ию")
        switch preposition {
        case "из", "до", "близ", "около", "от":
            add("ы", ["а"])
            if isSoft { add("ии", ["ия"]) } else { add("и", ["ь", "а"]) }
            add("а", [""])
            add("я", ["ь", "й"])
            add("ой", ["ая"])
        case "под":
            add("ом", [""])
            add("ем", ["ь", "й"])
            add("ой", ["а"])
            add("ью", ["ь"])
        default:
            if let last = surface.dropLast().last, surface.hasSuffix("е") {
                // Behind two consonants of the kind of "Москва, Камышинка, Кяхта" the name is feminine.
                let isFeminine = ["вк", "нк", "йк", "шк", "чк", "хт", "мб", "рм"].contains {
                    surface.dropLast().hasSuffix($0)
                }
                if !"аеиоуыэюя".contains(last) { add("е", isFeminine ? ["а", ""] : ["", "а", "ь"]) }
            }
            if isSoft {
                add("ии", ["ия"])
                add("ию", ["ия"])
            } else {
                add("и", ["ь"])
                add("ю", ["я"])
            }
            add("у", ["а"])
            add("ах", ["ы"])
            add("ях", ["и"])
        }
        guard candidates.count > 1 else { return surface }
        let told = candidates.dropFirst().first { candidate in
            analysis.text.tokens.indices.contains {
                analysis.isCapitalised($0) && analysis.text.surface($0) == candidate
            }
        }
        return told ?? candidates[1]
    }
}
