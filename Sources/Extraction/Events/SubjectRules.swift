internal import Languages
internal import SourceText

/// Reads what is to be built, made or supplied: a project noun with the words that belong to it.
struct SubjectRules {
    let analysis: Analysis

    var tokens: [Token] { analysis.text.tokens }

    /// The phrase around a project noun, inside the clause.
    func phrase(of project: Tag, in clause: Range<Int>) -> Range<Int> {
        switch analysis.data.tag {
        case .russian: russian(project, clause)
        case .english: english(project, clause)
        case .uzbekLatin, .uzbekCyrillic: headFinal(project, clause, longest: 8)
        case .chinese: headFinal(project, clause, longest: 14)
        }
    }

    /// What a paper is about, where its own words say so: "меморандум о …", "agreement on …".
    func afterPaper(_ papers: [Tag], in clause: Range<Int>) -> Range<Int>? {
        let openers: Set<String>
        switch analysis.data.tag {
        case .russian: openers = ["о", "об", "по", "на"]
        case .english: openers = ["on", "for", "to"]
        case .uzbekLatin, .uzbekCyrillic, .chinese: return nil
        }
        for paper in papers {
            if analysis.data.tag == .russian, let told = participle(behind: paper, in: clause) { return told }
        }
        for paper in papers {
            let start =
                (analysis.data.tag == .english
                    ? behindSides(paper.tokens.upperBound, clause)
                    : behindRussianSides(paper.tokens.upperBound, clause))
                + 1
            guard start < clause.upperBound, openers.contains(analysis.text.key(start - 1)) else { continue }
            var end = start
            while end < clause.upperBound, end - start < 12, !stops(end) {
                // "о строительстве в X районе жилого комплекса": the place stands inside the phrase.
                if end == start + 1, let place = analysis.places(in: (end + 1)..<min(clause.upperBound, end + 2)).first,
                    place.tokens.upperBound < clause.upperBound, !stops(place.tokens.upperBound),
                    analysis.isLocative(place)
                {
                    end = place.tokens.upperBound
                    continue
                }
                if analysis.places.contains(where: { $0.tokens.contains(end) })
                    || ["в", "с", "между", "in", "with", "between"].contains(analysis.text.key(end))
                {
                    break
                }
                end += 1
            }
            while end > start, tokens[end - 1].kind == .sign || Self.dangling.contains(analysis.text.key(end - 1)) {
                end -= 1
            }
            // "соглашение об этом", "an agreement to that effect": what was told before.
            if Self.pointers.contains(analysis.text.key(start)) { continue }
            // Money or one bare word ("на сумму") says nothing of the subject.
            let counts =
                tokens[start].kind == .number && end > start + 1
                && !analysis.money.contains { $0.tokens.contains(start) }
            // "контракты на более | $26,5 млн": nor does the word for how exact a sum is.
            guard end > start, tokens[start].kind == .word || counts,
                end > start + 1 || analysis.tag(at: start, .qualifier) == nil,
                !analysis.has(.dealAmount, in: start..<(start + 1)), !analysis.has(.unit, in: start..<(start + 1))
            else { continue }
            return start..<end
        }
        return nil
    }

    /// What no phrase ends with.
    private static let dangling: Set<String> = [
        "и", "на", "для", "по", "о", "об", "от", "до", "за", "из", "the", "a", "an", "and", "of", "for", "to", "from",
        "by",
        "at", "on", "worth", "as",
    ]
    private static let pointers: Set<String> = [
        "этом", "том", "этому", "нем", "ней", "них", "чем", "которому", "it", "this", "that", "them", "these", "those",
    ]

    /// "меморандум, предусматривающий | внедрение …": what a participle behind the paper says of it.
    private func participle(behind paper: Tag, in clause: Range<Int>) -> Range<Int>? {
        let comma = paper.tokens.upperBound
        guard comma + 2 < clause.upperBound, tokens[comma].isSign(","),
            ["предусматрива", "касающ", "регулиру", "предполага", "подразумева"].contains(where: {
                analysis.text.key(comma + 1).hasPrefix($0)
            })
        else { return nil }
        var end = comma + 2
        while end < clause.upperBound, end - comma < 12, !stops(end), !analysis.isPlace(end),
            !["в", "во", "с", "между", "до", "за"].contains(analysis.text.key(end))
        { end += 1 }
        return end > comma + 2 ? (comma + 2)..<end : nil
    }

    /// "Соглашение между X и Y | о …", "План действий на 2025–2027 годы | по …": past the sides and the years.
    private func behindRussianSides(_ start: Int, _ clause: Range<Int>) -> Int {
        guard analysis.data.tag == .russian, start < clause.upperBound else { return start }
        let opener = analysis.text.key(start)
        guard ["между", "с", "со", "на"].contains(opener) else { return start }
        let isSpan = opener == "на"
        if isSpan, analysis.dates(in: start..<min(clause.upperBound, start + 3)).isEmpty,
            start + 1 >= clause.upperBound || tokens[start + 1].kind != .number
        {
            return start
        }
        for at in (start + 1)..<max(start + 1, min(clause.upperBound, start + (isSpan ? 8 : 24))) {
            let token = tokens[at]
            if token.isSign(";") || token.isSign(".") || token.isSign(":") { return start }
            if analysis.isCovered(at, by: [.sign, .speech, .agreed, .stage]) { return start }
            let key = analysis.text.key(at)
            if ["о", "об"].contains(key) || isSpan && key == "по" || key == "на" && !isSpan,
                !analysis.isOrganisation(at), !analysis.isOrganisation(min(at + 1, tokens.count - 1)),
                at + 1 < clause.upperBound, !stops(at + 1)
            {
                return at
            }
        }
        return start
    }

    /// "a contract with X of Y worth $9 million | for …": past the sides and the sum that stand before what it is about.
    private func behindSides(_ start: Int, _ clause: Range<Int>) -> Int {
        var at = start
        var isBehindName = false
        while at < clause.upperBound, at - start < 30 {
            let key = analysis.text.key(at)
            let isName =
                analysis.isOrganisation(at) || analysis.isPlace(at)
                || analysis.persons.contains { $0.tokens.contains(at) }
            let isDay = analysis.dates.contains { $0.tokens.contains(at) }
            let isSum =
                analysis.money.contains { $0.tokens.contains(at) } || analysis.has(.dealAmount, in: at..<(at + 1))
            if isName || isSum || isDay {
                isBehindName = isBehindName || !isDay
            } else if ["for", "on", "to"].contains(key), at == start || isBehindName {
                let next = at + 1
                let leads =
                    next < clause.upperBound
                    && (analysis.isOrganisation(next) || analysis.isPlace(next)
                        || analysis.money.contains { $0.tokens.contains(next) }
                        || analysis.dates.contains { $0.tokens.contains(next) })
                if !leads { return at }
            } else if ![
                "with", "between", "and", "by", "of", "the", "a", "its", "from", "worth", "valued", "at", "was", "were",
                "signed", "company", "firm", "region", "'s", "s",
            ].contains(key),
                analysis.text.tokens[at].kind == .word, !analysis.isCovered(at, by: [.companyWord, .sign, .role])
            {
                return start
            }
            at += 1
        }
        return start
    }

    func stops(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.kind == .sign {
            return
                !(token.isSign("-") || token.isSign("–") && !token.traits.contains(.spaceBefore) || token.isSign("·"))
        }
        return analysis.isCovered(index, by: Self.stopping) || analysis.money.contains { $0.tokens.contains(index) }
            || analysis.dates.contains { $0.tokens.contains(index) }
    }

    private static let stopping: LexemeSet = [
        .sign, .agreed, .invest, .announce, .speech, .meet, .call, .receive, .travel, .paper, .future, .negation, .role,
        .sides, .dealAmount, .companyWord,
    ]

    /// Adjectives before the noun, genitives and "по …", "для …", "на 180 коек" behind it.
    private func russian(_ project: Tag, _ clause: Range<Int>) -> Range<Int> {
        var start = project.tokens.lowerBound
        while start > clause.lowerBound {
            let before = start - 1
            let key = analysis.text.key(before)
            let isAdjective =
                tokens[before].kind == .word && key.count > 3
                && [
                    "ый", "ий", "ая", "яя", "ое", "ее", "ого", "его", "ой", "ей", "ую", "юю", "ых", "их", "ые", "ие",
                    "ом", "ым",
                ].contains { key.hasSuffix($0) } && !tokens[before].traits.contains(.capital)
            let joins = key == "и" && start - 2 >= clause.lowerBound
            if isAdjective || tokens[before].isSign("-") || joins && isAdjectiveLike(start - 2) {
                start = before
            } else {
                break
            }
        }
        var end = project.tokens.upperBound
        while end < clause.upperBound, end - project.tokens.upperBound < 9, !stops(end) {
            let key = analysis.text.key(end)
            if analysis.places.contains(where: { $0.tokens.contains(end) }) { break }
            if end > project.tokens.upperBound - 1, closesThing(end) { break }
            if [
                "в", "во", "с", "со", "за", "от", "из", "при", "к", "а", "но", "что", "который", "которая", "которые",
                "будет", "это", "где", "стоимостью", "уже", "под", "между",
            ].contains(key) {
                break
            }
            if ["по", "для", "на", "и", "мощностью", "площадью"].contains(key), end + 1 < clause.upperBound,
                stops(end + 1) || analysis.places.contains(where: { $0.tokens.contains(end + 1) })
            {
                break
            }
            if tokens[end].traits.contains(.latin), end > project.tokens.upperBound,
                analysis.organisations.contains(where: { $0.tokens.contains(end) })
            {
                break
            }
            if end > project.tokens.upperBound,
                ["ет", "ут", "ют", "ит", "ат", "ят", "ли", "ла", "ло"].contains(where: { key.hasSuffix($0) }),
                key.count > 4, analysis.tag(at: end, .build) != nil
            {
                break
            }
            end += 1
        }
        return start..<max(end, project.tokens.upperBound)
    }

    /// "Вагоны поставит | АО …", "подстанция удвоила бы смету", "комбинат, Лариса …": a verb, a person or a company goes on.
    private func closesThing(_ index: Int) -> Bool {
        RussianWordForms(analysis: analysis).isSurelyVerb(index) || analysis.isCovered(index, by: [.legalForm])
            || analysis.overlapsPerson(index..<(index + 1)) || !analysis.organisations(in: index..<(index + 1)).isEmpty
    }

    private func isAdjectiveLike(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return ["ой", "ого", "ый", "ий", "ая", "ых", "ой"].contains { key.hasSuffix($0) }
    }

    /// Words before the noun up to an article or verb; "of …", "for …" behind it.
    private func english(_ project: Tag, _ clause: Range<Int>) -> Range<Int> {
        var start = project.tokens.lowerBound
        while start > clause.lowerBound, project.tokens.lowerBound - start < 7 {
            let before = start - 1
            let key = analysis.text.key(before)
            if Self.englishStops.contains(key) || stops(before)
                || analysis.places.contains(where: { $0.tokens.contains(before) })
                || analysis.organisations.contains(where: { $0.tokens.contains(before) })
                || analysis.tag(at: before, .build) != nil || key.hasSuffix("'s")
            {
                break
            }
            start = before
        }
        var end = project.tokens.upperBound
        while end < clause.upperBound, end - project.tokens.upperBound < 7, !stops(end) {
            let key = analysis.text.key(end)
            if end == project.tokens.upperBound, !["of", "for", "producing", "making", "to"].contains(key) { break }
            if [
                "in", "at", "on", "with", "by", "that", "which", "from", "near", "and", "under", "will", "would", "is",
                "was", "has",
            ].contains(key) {
                break
            }
            if analysis.places.contains(where: { $0.tokens.contains(end) }) { break }
            end += 1
        }
        while end > project.tokens.upperBound, ["of", "for", "the", "a", "to"].contains(analysis.text.key(end - 1)) {
            end -= 1
        }
        return start..<end
    }

    private static let englishStops: Set<String> = [
        "a", "an", "the", "of", "to", "for", "in", "on", "at", "by", "with", "its", "their", "and", "which", "that",
        "is", "was", "has", "have", "will", "be", "this", "his", "her", "up", "about", "into", "from", "as", "new",
        "another", "first", "would", "us", "set", "over",
    ]

    /// "sopol buyumlarni Turkiyaga yetkazib berish", "Gaz turbinalarini X yetkazib bermoqda": the goods stand before the
    /// verb in the accusative, with the buyer or seller between.
    private func goods(before verb: Tag, _ clause: Range<Int>) -> Range<Int>? {
        let passage = analysis.passage(of: verb.tokens.lowerBound).tokens
        let reach = max(clause.lowerBound, passage.lowerBound, verb.tokens.lowerBound - 9)
        guard reach < verb.tokens.lowerBound,
            let object = (reach..<verb.tokens.lowerBound).last(where: { index in
                let key = analysis.text.key(index)
                return tokens[index].kind == .word && key.count > 4 && key.hasSuffix("ni")
                    && !analysis.organisations.contains { $0.tokens.contains(index) }
                    && !analysis.isCovered(index, by: Self.stopping)
            }), object + 1 < verb.tokens.lowerBound
        else { return nil }
        guard
            !(object + 1..<verb.tokens.lowerBound).contains(where: { tokens[$0].isSign(",") || tokens[$0].isSign(";") })
        else { return nil }
        var start = object
        while start > reach, object - start < 4, !stops(start - 1),
            !analysis.places.contains(where: { $0.tokens.contains(start - 1) }),
            !analysis.organisations.contains(where: { $0.tokens.contains(start - 1) }),
            !["va", "esa", "ham", "bilan", "uchun"].contains(analysis.text.key(start - 1)),
            !["da", "dan", "ga"].contains(where: {
                analysis.text.key(start - 1).count > 4 && analysis.text.key(start - 1).hasSuffix($0)
            })
        { start -= 1 }
        return start..<(object + 1)
    }

    /// Uzbek and Chinese put everything before the noun.
    private func headFinal(_ project: Tag, _ clause: Range<Int>, longest: Int) -> Range<Int> {
        var start = project.tokens.lowerBound
        if analysis.data.tag.isUzbek, project.value == "trade", let goods = goods(before: project, clause) {
            return goods
        }
        while start > clause.lowerBound, project.tokens.lowerBound - start < longest {
            let before = start - 1
            if stops(before) || analysis.places.contains(where: { $0.tokens.contains(before) })
                || analysis.organisations.contains(where: { $0.tokens.contains(before) })
            {
                break
            }
            if analysis.data.tag == .chinese {
                if ["在", "将", "的", "了", "与", "和", "就", "于", "为", "个", "座", "家", "是", "该", "其", "并"].contains(
                    analysis.text.key(before)) && before < project.tokens.lowerBound
                {
                    break
                }
                if analysis.isCovered(before, by: [.build]) || closesPhrase(before) { break }
            } else {
                let key = analysis.text.key(before)
                if key.hasSuffix("da") || key.hasSuffix("dan") || key.hasSuffix("ga") && key.count > 4
                    || Self.uzbekBreaks.contains(key) || analysis.tag(at: before, .delegation) != nil
                    || before == clause.lowerBound && key == "bilan"
                    || ["va", "bu", "shu", "uchun", "bilan", "ham", "esa", "bo'yicha", "yangi", "bir"].contains(key)
                        && start == project.tokens.lowerBound - 0 && key != "va"
                {
                    break
                }
            }
            start = before
        }
        while start < project.tokens.lowerBound,
            tokens[start].kind == .sign || ["va", "hamda"].contains(analysis.text.key(start))
        {
            start += 1
        }
        return start..<project.tokens.upperBound
    }
}
