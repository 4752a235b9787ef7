internal import Languages
internal import SourceText

/// Forms that names of organisations take in Russian sentences: declined, with rows of branches; and their nominatives.
extension RussianNames {
    /// "кредит «Самарканд Агробанка»", "рассказал «Вестнику экспортёра»": a name declined inside its quotes.
    func declined(_ inner: Range<Int>, _ analysis: Analysis, isDative: Bool) -> String {
        let name = analysis.words(inner)
        for ending in ["банка", "банку", "банком", "банке"] where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count - 4))
        }
        let first = analysis.text.surface(inner.lowerBound)
        if isDative, first.count > 5, first.hasSuffix("ку") || first.hasSuffix("ру") {
            return String(first.dropLast()) + String(name.dropFirst(first.count))
        }
        return name
    }

    /// "Министерство инвестиций, промышленности и торговли": the end of a row of branches with commas.
    func branches(behind head: Tag, _ analysis: Analysis) -> Int? {
        let key = analysis.text.key(head.tokens.lowerBound)
        guard
            ["министерств", "комитет", "госкомитет", "агентств", "управлени", "департамент", "отдел", "комисси"]
                .contains(
                    where: { key.hasPrefix($0) })
        else { return nil }
        let tokens = analysis.text.tokens
        var at = head.tokens.upperBound
        var commas = 0
        while at < tokens.count, at - head.tokens.upperBound < 14, !tokens[at].traits.contains(.lineBefore) {
            let start = at
            while at < tokens.count, at - start < 4, isGenitive(at, analysis), analysis.text.key(at) != "и" { at += 1 }
            guard at > start, at < tokens.count else { return nil }
            if tokens[at].isSign(",") {
                commas += 1
            } else if analysis.text.key(at) == "и", commas > 0, isGenitive(at + 1, analysis) {
                at += 1
                while at < tokens.count, isGenitive(at, analysis), !tokens[at].traits.contains(.capital) { at += 1 }
                return at
            } else {
                return nil
            }
            at += 1
        }
        return nil
    }

    /// The name with its head (and the adjectives before it) in the nominative.
    func nominative(_ start: Int, _ head: Tag, _ end: Int, _ analysis: Analysis) -> String {
        let key = analysis.text.key(head.tokens.lowerBound)
        let (noun, gender) = Self.headNominative(key)
        var words: [String] = []
        for index in start..<head.tokens.lowerBound {
            words.append(RussianMorphology.adjectiveNominative(analysis.text.surface(index), gender: gender))
        }
        let surface = analysis.text.surface(head.tokens.lowerBound)
        words.append(surface.first?.isUppercase == true ? noun.prefix(1).uppercased() + noun.dropFirst() : noun)
        if end > head.tokens.upperBound { words.append(analysis.words(head.tokens.upperBound..<end)) }
        return words.joined(separator: " ").replacing(" - ", with: "-")
    }

    private static func headNominative(_ key: String) -> (String, RussianMorphology.Gender) {
        for (stem, noun) in [
            ("министерств", "министерство"), ("агентств", "агентство"), ("управлени", "управление"),
            ("обществ", "общество"), ("объединени", "объединение"), ("посольств", "посольство"),
            ("консульств", "консульство"), ("генконсульств", "генконсульство"),
            ("представительств", "представительство"),
            ("торгпредств", "торгпредство"), ("казначейств", "казначейство"), ("издательств", "издательство"),
        ]
        where key.hasPrefix(stem) { return (noun, .neuter) }
        for (stem, noun) in [
            ("ассоциаци", "ассоциация"), ("академи", "академия"), ("инспекци", "инспекция"), ("дирекци", "дирекция"),
            ("палат", "палата"), ("федераци", "федерация"), ("конфедераци", "конфедерация"),
            ("авиакомпани", "авиакомпания"), ("бирж", "биржа"), ("служб", "служба"), ("таможн", "таможня"),
            ("лиг", "лига"), ("корпораци", "корпорация"), ("комисси", "комиссия"), ("обсерватори", "обсерватория"),
            ("фабрик", "фабрика"), ("агрофирм", "агрофирма"), ("птицефабрик", "птицефабрика"),
        ]
        where key.hasPrefix(stem) { return (noun, .feminine) }
        for noun in [
            "институт", "университет", "комитет", "департамент", "союз", "фонд", "центр", "совет", "банк", "завод",
            "комбинат", "концерн", "колледж", "трест", "минфин", "минздрав", "минтранс", "минсельхоз", "минстрой",
            "минпромторг", "минюст", "минтруд", "минспорт", "минтуризм", "минвуз", "нацбанк", "центробанк", "кабмин",
            "агрохолдинг", "холдинг", "мясокомбинат", "агрокомбинат", "инвестбанк", "порт", "аэропорт", "мажилис",
        ]
        where key.hasPrefix(noun) { return (noun, .masculine) }
        return (key, .masculine)
    }
}
