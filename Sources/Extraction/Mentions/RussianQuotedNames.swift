internal import Languages
internal import SourceText

/// Whether a quoted name without a kind word or legal form is an organisation's, by what it does in its sentence.
struct RussianQuotedNames {
    let analysis: Analysis
    private let forms: RussianWordForms

    init(_ analysis: Analysis) {
        self.analysis = analysis
        forms = RussianWordForms(analysis: analysis)
    }

    private var tokens: [Token] { analysis.text.tokens }

    /// "«Дастархан Ритейл» договорился", "самарской «Теплогенерацией»", "с «Узтранс»", "мясокомбинат «Селенга»",
    /// "«Батыс Агро» и Van der Meer Seeds", "дал «Белагросоюзбанк»".
    func acts(_ inner: Range<Int>) -> Bool {
        let before = inner.lowerBound - 2
        let behind = inner.upperBound + 1
        if before >= 0, isSame(before, inner) {
            if isMaker(before) || isOfPlace(before) || isAbbreviation(before) { return true }
            if isCompound(inner) { return true }
            let key = analysis.text.key(before)
            if ["с", "со", "между", "у", "от"].contains(key) { return isBusiness(inner) }
            if key == "и" { return joins(before - 1) || follows(behind) }
            if forms.isVerb(before) || isDeed(before) || isInfinitive(before) { return isBusiness(inner) }
            // A common noun before the name says what it is: "форум «Волга»", "сорт «Акжайык»".
            // So does no word that tells when ("в декабре «Лесохимик» сдал").
            let isTime = analysis.isCovered(before, by: [.month, .weekday, .day, .period, .season, .yearWord])
            if tokens[before].kind == .word, !isTime, !Self.openers.contains(key),
                !tokens[before].traits.contains(.capital)
            {
                return false
            }
        }
        return follows(behind) || joinsBehind(behind)
    }

    private static let openers: Set<String> = [
        "хотя", "однако", "пока", "ведь", "либо", "или", "будто", "чтобы", "где", "причем", "зато", "раз", "сама",
        "сам", "само", "а", "но", "что", "и", "также", "если", "как", "когда", "поэтому", "теперь", "сегодня", "вчера",
        "ранее",
        "тогда", "затем", "потом", "уже",
    ]

    private func isSame(_ index: Int, _ inner: Range<Int>) -> Bool {
        analysis.passageOfToken[index] == analysis.passageOfToken[inner.lowerBound]
    }

    /// A factory or works whose name follows.
    private func isMaker(_ index: Int) -> Bool {
        guard tokens[index].kind == .word else { return false }
        let key = analysis.text.key(index)
        return Self.makers.contains { key.contains($0) }
    }

    private static let makers: Set<String> = [
        "завод", "комбинат", "фабрик", "хозяйств", "концерн", "холдинг", "кооператив", "агрофирм", "объединени",
    ]

    /// "ИАЦ «Степной колос»": a kind of organisation by its initials.
    private func isAbbreviation(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .word && token.traits.contains(.allCapitals) && token.traits.contains(.cyrillic)
            && (2...5).contains(analysis.text.key(index).count)
            && !analysis.isCovered(index, by: [.placeType, .notName, .project])
    }

    /// "Белагросоюзбанк", "Монтажстройсервис": names put together from the words of business.
    private func isCompound(_ inner: Range<Int>) -> Bool {
        let words = inner.filter { tokens[$0].kind == .word }
        guard words.count <= 2, let last = words.last else { return false }
        let key = analysis.text.key(last)
        return Self.businessEndings.contains { key.hasSuffix($0) && key.count > $0.count + 2 }
    }

    private static let businessEndings = [
        "банк", "банка", "банке", "банком", "банку", "строй", "сервис", "пром", "маш", "экспорт", "импорт", "инвест",
        "энерго", "транс", "газ", "нефть", "фарм", "текс", "торг", "снаб", "лизинг", "холдинг", "групп", "продукт",
    ]

    private func isOfPlace(_ index: Int) -> Bool {
        analysis.data.gazetteer.adjective(in: analysis.text, at: index) != nil
            || forms.isAdjective(index) && ["ск", "цк"].contains { analysis.text.key(index).contains($0) }
                && analysis.places.contains { place in
                    Folding.plain(place.name).prefix(4) == Folding.plain(analysis.text.surface(index)).prefix(4)
                }
    }

    /// "собиралась выпускать «Восток»"
    private func isInfinitive(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return tokens[index].kind == .word && !tokens[index].traits.contains(.capital) && key.count > 5
            && ["ать", "ять", "ить", "еть", "ться"].contains { key.hasSuffix($0) }
    }

    private func isDeed(_ index: Int) -> Bool { analysis.isCovered(index, by: [.sign, .agreed, .invest, .build]) }

    /// The sentence is about deals, money or things that are built.
    private func isBusiness(_ inner: Range<Int>) -> Bool {
        let range = analysis.passage(of: inner.lowerBound).tokens
        return analysis.tags(in: range).contains {
            [.paper, .sign, .agreed, .invest, .loan, .project, .currency, .build, .stage].contains($0.lexeme)
        }
    }

    /// A verb behind the closing quote.
    private func follows(_ index: Int) -> Bool {
        guard index < tokens.count, !tokens[index].traits.contains(.lineBefore), tokens[index].kind == .word else {
            return false
        }
        let at =
            ["также", "уже", "не", "тоже", "вчера", "сегодня"].contains(analysis.text.key(index)) ? index + 1 : index
        guard at < tokens.count else { return false }
        return forms.isVerb(at) || isDeed(at) || analysis.tag(at: at, .announce) != nil
    }

    private func joins(_ index: Int) -> Bool {
        guard index >= 0 else { return false }
        return tokens[index].traits.contains(.latin) && tokens[index].traits.contains(.capital)
            || tokens[index].isSign("»") || tokens[index].isSign("”") || tokens[index].isSign("\"")
    }

    /// "«A» и нидерландская B", "«A» и «B»".
    private func joinsBehind(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, analysis.text.key(index) == "и" else { return false }
        return (index + 1..<min(tokens.count, index + 6)).contains {
            tokens[$0].traits.contains(.latin) && tokens[$0].traits.contains(.capital) || tokens[$0].isSign("«")
                || tokens[$0].isSign("“")
        } && isBusiness(index..<(index + 1))
    }
}
