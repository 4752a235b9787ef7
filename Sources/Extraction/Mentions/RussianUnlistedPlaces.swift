internal import Languages
internal import SourceText

/// Places that the tables do not have, by the words before them: "в Сердобске", "под Бохтаром", "в селе Тасбогет",
/// "аймак Сэлэнгэ".
struct RussianUnlistedPlaces {
    let analysis: Analysis
    private var tokens: [Token] { analysis.text.tokens }

    /// The place whose name begins at a token, or nil.
    func place(at token: Int) -> PlaceMention? {
        guard token > 0, isName(token) else { return nil }
        let forms = RussianWordForms(analysis: analysis)
        var end = token + 1
        while end + 1 < tokens.count, tokens[end].isSign("-"), !tokens[end].traits.contains(.spaceBefore),
            tokens[end + 1].isCapitalised, !tokens[end + 1].traits.contains(.spaceBefore)
        { end += 2 }
        // Two words with capitals are a person or an organisation.
        if end < tokens.count, tokens[end].isCapitalised, !tokens[end].traits.contains(.lineBefore),
            tokens[end].traits.contains(.cyrillic), !isSeatOfOffice(token)
        {
            return nil
        }
        guard let (preposition, kind) = opener(token) else { return nil }
        let last = analysis.text.surface(end - 1)
        let nominative = forms.placeNominative(last, behind: preposition)
        let name = end - 1 > token ? analysis.words(token..<(end - 1)) + nominative : nominative
        return PlaceMention(tokens: token..<end, name: name, id: nil, kind: kind)
    }

    /// "консул в Находке Им Чжон Иром": where the office is, before its holder's name.
    private func isSeatOfOffice(_ token: Int) -> Bool {
        ["в", "во"].contains(analysis.text.key(token - 1)) && analysis.has(.role, in: max(0, token - 6)..<(token - 1))
    }

    /// The preposition or type word before a name, and the kind of place that it opens.
    private func opener(_ token: Int) -> (String, Place.Kind)? {
        let before = token - 1
        guard !tokens[token].traits.contains(.lineBefore), tokens[before].kind == .word else { return nil }
        let key = analysis.text.key(before)
        if Self.features.contains(where: { key.hasPrefix($0) && key.count - $0.count <= 3 }) {
            return (["окраин", "центр", "пригород", "окрестност"].contains { key.hasPrefix($0) } ? "из" : "=", .city)
        }
        if ["в", "во", "из", "под", "близ"].contains(key), !analysis.isCapitalised(before) || isOpening(before) {
            return (key, .city)
        }
        if let type = analysis.tag(endingAt: token, .placeType), let kind = Place.Kind(typeWord: type.value),
            !tokens[type.tokens.lowerBound].traits.contains(.capital) || isOpening(type.tokens.lowerBound),
            kind == .city || !hasNameBefore(type.tokens.lowerBound)
        {
            let preposition = type.tokens.lowerBound > 0 ? analysis.text.key(type.tokens.lowerBound - 1) : ""
            let isDeclined = kind == .city && ["в", "из", "под"].contains(preposition)
            return (isDeclined ? preposition : "=", kind)
        }
        return nil
    }

    /// Nouns for what bears the name of its place.
    private static let features = [
        "порт", "аэропорт", "станци", "рек", "озер", "перевал", "разъезд", "пропуск", "ущель", "окраин", "центр",
        "пригород", "окрестност",
    ]

    private func isOpening(_ token: Int) -> Bool {
        analysis.opensPassage(token) || token > 0 && tokens[token - 1].kind == .sign
    }

    /// "Кеминском районе Чуйской области": the type word has its name already.
    private func hasNameBefore(_ token: Int) -> Bool {
        token > 0 && RussianWordForms(analysis: analysis).isAdjective(token - 1)
    }

    private func isName(_ token: Int) -> Bool {
        let word = tokens[token]
        guard word.isCapitalised, word.traits.contains(.cyrillic), !word.traits.contains(.latin),
            !word.traits.contains(.allCapitals), word.end - word.start >= 6
        else { return false }
        let noise: LexemeSet = [
            .notName, .role, .organisationHead, .companyWord, .month, .weekday, .administration, .placeType, .outlet,
            .meet, .paper, .currency, .legalForm, .season,
        ]
        if analysis.isCovered(token, by: noise) { return false }
        if RussianWordForms(analysis: analysis).isAdjective(token), !analysis.text.key(token).hasSuffix("ом") {
            return false
        }
        return true
    }
}
