internal import Deals
internal import Languages
internal import SourceText

/// Days that Russian writes with an ending or in words: "24-е февраля", "третьего марта 2015", "двадцать первое мая".
extension DateRules {
    /// A day and its month, or nil where none begins here.
    func russianDay(at index: Int) -> DateMention? {
        guard analysis.data.tag == .russian, let day = ordinal(at: index),
            let month = analysis.tag(at: day.end, .month), let number = Int(month.value),
            !tokens[day.end].traits.contains(.lineBefore)
        else { return nil }
        var at = month.tokens.upperBound
        if isSign(at, ["."]), self.number(at + 1, 1990...2060) != nil { at += 1 }
        let year = yearAfter(&at)
        return resolved(index..<at, year: year, month: number, day: day.value)
    }

    private func ordinal(at index: Int) -> (value: Int, end: Int)? {
        if let day = number(index, 1...31), isSign(index + 1, ["-"]), index + 2 < tokens.count,
            Self.numeralEndings.contains(analysis.text.key(index + 2))
        {
            return (day, index + 3)
        }
        guard tokens[index].kind == .word else { return nil }
        if let day = ordinalWord(index) { return (day, index + 1) }
        let tens = ["двадцать": 20, "тридцать": 30][analysis.text.key(index)]
        guard let tens, index + 1 < tokens.count, let ones = ordinalWord(index + 1), ones < 10, tens + ones <= 31 else {
            return nil
        }
        return (tens + ones, index + 2)
    }

    private func ordinalWord(_ index: Int) -> Int? {
        let key = analysis.text.key(index)
        guard let ending = Self.ordinalEndings.first(where: { key.hasSuffix($0) && key.count > $0.count + 2 }) else {
            return nil
        }
        return Self.ordinalStems[key.dropLast(ending.count)]
    }

    private static let numeralEndings: Set<String> = ["е", "ое", "го", "ого", "его", "му", "ому", "ье", "м"]
    private static let ordinalEndings = ["ьего", "ьему", "ье", "ьим", "ое", "ого", "ому", "ым"]
    private static let ordinalStems: [String.SubSequence: Int] = [
        "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9,
        "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15,
        "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
    ]

    /// How many days off a weekday is by the words beside it: "в прошлый вторник", "в следующую среду", "вторник на
    /// следующей неделе"; nil where none stand there.
    func russianOffset(_ weekday: Tag, wanted: Int, today: Int) -> Int? {
        guard analysis.data.tag == .russian else { return nil }
        let offset = wanted - today
        let before = weekday.tokens.lowerBound > 0 ? analysis.text.key(weekday.tokens.lowerBound - 1) : ""
        if ["прошл", "минувш", "прошедш"].contains(where: { before.hasPrefix($0) }) {
            return offset >= 0 ? offset - 7 : offset
        }
        if ["следующ", "будущ", "ближайш", "предстоящ"].contains(where: { before.hasPrefix($0) }) || before == "след" {
            return offset <= 0 ? offset + 7 : offset
        }
        let week = analysis.tags(in: weekday.tokens.upperBound..<(weekday.tokens.upperBound + 2)).first {
            $0.lexeme == .period && $0.value.hasPrefix("week")
        }
        return week.flatMap { Int($0.value.dropFirst(4)) }.map { offset + 7 * $0 }
    }
}
