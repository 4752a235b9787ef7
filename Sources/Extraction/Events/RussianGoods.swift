internal import Deals
internal import Languages
internal import SourceText

/// What a Russian contract is for where no table lists the thing: a counted quantity of goods ("300 тыс. тонн пшеницы",
/// "40 ткацких станков"), and that counted things change hands.
struct RussianGoods {
    let analysis: Analysis
    private var tokens: [Token] { analysis.text.tokens }

    private static let units = [
        "тонн", "тонна", "тонны", "тонну", "штук", "штуки", "единиц", "голов", "кубометр", "литр", "килограмм",
        "комплект", "экземпляр", "центнер", "метров", "квадрат", "пар", "баррел",
    ]

    /// From the number to the end of the goods' name: a number, a measure and a noun in the genitive.
    func quantity(in clause: Range<Int>) -> Range<Int>? {
        let reader = NumberReader(analysis: analysis)
        var index = clause.lowerBound
        while index < clause.upperBound {
            guard let number = reader.number(at: index) else {
                index += 1
                continue
            }
            let end = number.tokens.upperBound
            if end < clause.upperBound, tokens[end].kind == .word,
                Self.units.contains(where: { analysis.text.key(end).hasPrefix($0) }), end + 1 < clause.upperBound,
                let thing = goods(from: end + 1, in: clause)
            {
                return number.tokens.lowerBound..<thing
            }
            index = max(index + 1, end)
        }
        return nil
    }

    /// The end of the words that name goods, or nil where none begins.
    private func goods(from start: Int, in clause: Range<Int>) -> Int? {
        let subjects = SubjectRules(analysis: analysis)
        var end = start
        while end < clause.upperBound, end - start < 5, !subjects.stops(end), tokens[end].kind == .word,
            !Self.closers.contains(analysis.text.key(end)), !analysis.isPlace(end), !analysis.isOrganisation(end),
            !tokens[end].traits.contains(.capital)
        { end += 1 }
        return end > start ? end : nil
    }

    private static let closers: Set<String> = [
        "в", "во", "на", "из", "с", "со", "за", "к", "до", "от", "по", "между", "и", "а", "для", "при", "у", "ежегодно",
        "год", "года", "под", "это", "через", "или", "продукции",
    ]

    /// Whether a thing is counted right before its name ("шестьдесят токарных станков"): goods, where a contract tells of
    /// nothing that is built.
    func isCounted(_ project: Tag, in clause: Range<Int>) -> Bool {
        let reader = NumberReader(analysis: analysis)
        let forms = RussianWordForms(analysis: analysis)
        var at = project.tokens.lowerBound - 1
        while at >= clause.lowerBound, project.tokens.lowerBound - at <= 4, forms.isAdjective(at),
            tokens[at].kind == .word,
            analysis.tag(at: at, .number) == nil
        { at -= 1 }
        guard at >= clause.lowerBound else { return false }
        return (max(clause.lowerBound, at - 2)...at).contains { start in
            reader.number(at: start).map { $0.tokens.upperBound == at + 1 && $0.value >= 2 } ?? false
        }
    }
}
