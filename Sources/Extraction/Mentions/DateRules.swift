internal import Deals
internal import Languages
internal import SourceText

/// A date where it stands; a span has an end.
struct DateMention {
    let tokens: Range<Int>
    /// As precise as the text and the day of publication allow.
    let date: PartialDate
    /// The last day of a span ("с 25 февраля по 4 марта").
    var end: PartialDate?
    /// Whether the year stands in the text.
    var hasYear = true
    /// Whether it was worked out from the day of publication.
    var isRelative = false

    /// The finest date that holds all of it.
    var whole: PartialDate? { end.map { date.span(to: $0) } ?? date }
}

/// Finds dates: written out, in figures, relative to the day of publication, and spans.
struct DateRules {
    let analysis: Analysis
    let published: PartialDate?

    var tokens: [Token] { analysis.text.tokens }

    func mentions() -> [DateMention] {
        var found: [DateMention] = []
        var index = 0
        while index < tokens.count {
            if let mention = date(at: index) ?? told(at: index, found) {
                found.append(mention)
                index = mention.tokens.upperBound
            } else {
                index += 1
            }
        }
        return joinSpans(found)
    }

    /// The first of the rules, from the most to the least definite, that reads a date here.
    func date(at index: Int) -> DateMention? {
        if let mention = russianDay(at: index) { return mention }
        guard mayOpen(index) else { return nil }
        if let mention = numeric(at: index) ?? chinese(at: index) { return mention }
        if let mention = dayMonth(at: index) ?? monthDay(at: index) { return mention }
        if let mention = yearThenDay(at: index) ?? monthYear(at: index) { return mention }
        if let mention = seasonYear(at: index) ?? period(at: index) { return mention }
        if let mention = relativeDay(at: index) ?? weekday(at: index) { return mention }
        return yearAlone(at: index)
    }

    /// A date opens with a number or a word of dates.
    private func mayOpen(_ index: Int) -> Bool {
        if tokens[index].kind == .number { return true }
        return analysis.tags(in: index..<(index + 1)).contains { Self.openers.contains($0.lexeme) }
    }

    private static let openers: LexemeSet = [
        .month, .weekday, .day, .period, .season, .number, .yearWord, .dayWord, .scale,
    ]

    func number(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
        guard index < tokens.count, tokens[index].kind == .number, let value = Int(analysis.text.key(index)),
            range.contains(value)
        else { return nil }
        return value
    }

    func isSign(_ index: Int, _ signs: [Unicode.Scalar], glued: Bool = true) -> Bool {
        guard index < tokens.count, tokens[index].kind == .sign else { return false }
        if glued, tokens[index].traits.contains(.spaceBefore) { return false }
        return signs.contains { tokens[index].sign == $0.value }
    }

    private func isGluedNumber(_ index: Int) -> Bool {
        index < tokens.count && tokens[index].kind == .number && !tokens[index].traits.contains(.spaceBefore)
    }

    /// 17.05.2023, 2023-05-17, 17/05/2023.
    private func numeric(at index: Int) -> DateMention? {
        guard index + 4 < tokens.count, tokens[index].kind == .number, isGluedNumber(index + 2),
            isGluedNumber(index + 4),
            isSign(index + 1, [".", "/", "-", "_"]), isSign(index + 3, [".", "/", "-", "_"]),
            tokens[index + 1].sign == tokens[index + 3].sign
        else { return nil }
        let parts = [index, index + 2, index + 4].compactMap { Int(analysis.text.key($0)) }
        guard parts.count == 3 else { return nil }
        let widths = [index, index + 2, index + 4].map { Int(tokens[$0].end - tokens[$0].start) }
        let date: PartialDate?
        if widths[0] == 4 {
            date = PartialDate(year: parts[0], month: parts[1], day: parts[2])
        } else if widths[2] == 4 {
            // English pages with slashes may put the month first; a first number over 12 settles it.
            let monthFirst = analysis.data.tag == .english && tokens[index + 1].isSign("/") && parts[0] <= 12
            date =
                monthFirst
                ? PartialDate(year: parts[2], month: parts[0], day: parts[1])
                : PartialDate(year: parts[2], month: parts[1], day: parts[0])
        } else if analysis.data.tag == .russian, widths == [2, 2, 2], tokens[index + 1].isSign(".") {
            date = PartialDate(year: (parts[2] > 60 ? 1900 : 2000) + parts[2], month: parts[1], day: parts[0])
        } else {
            date = nil
        }
        guard let date, (1950...2060).contains(date.year) else { return nil }
        return DateMention(tokens: index..<(index + 5), date: date)
    }

    /// "15 января 2024 года", "5 октября", "19 October 2023", "12-aprel, 2022-yil", "14–19-may".
    private func dayMonth(at index: Int) -> DateMention? {
        guard let day = number(index, 1...31), tokens[index].end - tokens[index].start <= 2 else { return nil }
        var at = index + 1
        var lastDay: Int?
        let joins =
            isSign(at, ["-", "–", "—"], glued: false)
            || at < tokens.count && ["по", "to", "until", "through"].contains(analysis.text.key(at)) || isPair(at, day)
        if joins, let second = number(at + 1, 1...31), second > day {
            lastDay = second
            at += 2
        }
        if isSign(at, ["-"]) { at += 1 } else if at < tokens.count, isOrdinal(at) { at += 1 }
        if at < tokens.count, analysis.text.key(at) == "of" { at += 1 }
        guard let month = analysis.tag(at: at, .month), let monthNumber = Int(month.value),
            !tokens[at].traits.contains(.lineBefore)
        else { return nil }
        at = month.tokens.upperBound
        if at < tokens.count, tokens[at].isSign("."), tokens[at - 1].end - tokens[at - 1].start <= 8,
            number(at + 1, 1990...2060) != nil
        {
            at += 1
        }
        let year = yearAfter(&at)
        if let tag = analysis.tag(at: at, .dayWord), analysis.data.tag.isUzbek { at = tag.tokens.upperBound }
        guard var mention = resolved(index..<at, year: year, month: monthNumber, day: day) else { return nil }
        if let lastDay { mention.end = PartialDate(year: mention.date.year, month: monthNumber, day: lastDay) }
        return mention
    }

    /// "17 and 18 October": two days side by side.
    private func isPair(_ index: Int, _ day: Int) -> Bool {
        analysis.data.tag == .english && index + 1 < tokens.count && analysis.text.key(index) == "and"
            && number(index + 1, 1...31) == day + 1
    }

    private func isOrdinal(_ index: Int) -> Bool {
        ["st", "nd", "rd", "th"].contains(analysis.text.key(index)) && !tokens[index].traits.contains(.spaceBefore)
    }

    /// A year right behind a date: "2024", ", 2024", "2022-yil", "2023-го года".
    func yearAfter(_ at: inout Int) -> Int? {
        var next = at
        if isSign(next, [","]) { next += 1 }
        guard let year = number(next, 1990...2060), !tokens[next].traits.contains(.lineBefore),
            tokens[next].end - tokens[next].start == 4
        else { return nil }
        at = next + 1
        absorbYearWord(&at)
        return year
    }

    private func absorbYearWord(_ at: inout Int) {
        if isSign(at, ["-"]), at + 1 < tokens.count, analysis.tag(at: at + 1, .yearWord) != nil { at += 1 }
        while let word = analysis.tag(at: at, .yearWord), at < tokens.count, !tokens[at].traits.contains(.lineBefore) {
            at = word.tokens.upperBound
        }
    }

    /// "May 18, 2023", "October 5", "aprel 12".
    private func monthDay(at index: Int) -> DateMention? {
        guard analysis.data.tag == .english, let month = analysis.tag(at: index, .month),
            let monthNumber = Int(month.value), tokens[index].traits.contains(.capital)
        else { return nil }
        var at = month.tokens.upperBound
        if isSign(at, ["."]) { at += 1 }
        guard let day = number(at, 1...31), tokens[at].end - tokens[at].start <= 2,
            !tokens[at].traits.contains(.lineBefore)
        else { return nil }
        at += 1
        if at < tokens.count, isOrdinal(at) { at += 1 }
        var lastDay: Int?
        if isSign(at, ["-", "–"]) || isPair(at, day) || isSign(at, ["-", "–"], glued: false),
            let second = number(at + 1, 1...31), second > day, tokens[at + 1].end - tokens[at + 1].start <= 2
        {
            lastDay = second
            at += 2
        } else if at + 1 < tokens.count, ["to", "through", "until", "till"].contains(analysis.text.key(at)),
            let second = number(at + 1, 1...31), second > day, tokens[at + 1].end - tokens[at + 1].start <= 2,
            analysis.tag(at: at + 2, .month) == nil, !isMeasure(at + 2)
        {
            lastDay = second
            at += 2
        }
        let year = yearAfter(&at)
        guard var mention = resolved(index..<at, year: year, month: monthNumber, day: day) else { return nil }
        if let lastDay { mention.end = PartialDate(year: mention.date.year, month: monthNumber, day: lastDay) }
        return mention
    }

    private func isMeasure(_ index: Int) -> Bool {
        index < tokens.count
            && (analysis.tag(at: index, .unit) != nil || analysis.tag(at: index, .scale) != nil
                || tokens[index].isSign("%"))
    }

    /// "2022-yil 12-aprel", "2023 yil 5 oktabr", "shu yil 3-mart", "joriy yilning 5-may".
    private func yearThenDay(at index: Int) -> DateMention? {
        guard analysis.data.tag.isUzbek else { return nil }
        var at = index
        let year: Int
        if let value = number(index, 1990...2060), tokens[index].end - tokens[index].start == 4 {
            year = value
            at += 1
            let before = at
            absorbYearWord(&at)
            guard at > before else { return nil }
        } else if let tag = analysis.tag(at: index, .period), tag.value.hasPrefix("year"),
            let offset = Int(tag.value.dropFirst(4)), let base = published
        {
            year = base.year + offset
            at = tag.tokens.upperBound
        } else {
            return nil
        }
        if at < tokens.count, tokens[at].isSign(",") { at += 1 }
        if let day = number(at, 1...31) {
            var next = at + 1
            var lastDay: Int?
            if isSign(next, ["-", "–", "—"], glued: false), let second = number(next + 1, 1...31), second > day {
                lastDay = second
                next += 2
            }
            if isSign(next, ["-"]) { next += 1 }
            if let month = analysis.tag(at: next, .month), let monthNumber = Int(month.value) {
                var mention = resolved(index..<month.tokens.upperBound, year: year, month: monthNumber, day: day)
                if let lastDay { mention?.end = PartialDate(year: year, month: monthNumber, day: lastDay) }
                return mention
            }
        }
        if let month = analysis.tag(at: at, .month), let monthNumber = Int(month.value) {
            return resolved(index..<month.tokens.upperBound, year: year, month: monthNumber, day: nil)
        }
        if let season = analysis.tag(at: at, .season) {
            return resolved(index..<season.tokens.upperBound, year: year, month: nil, day: nil)
        }
        return nil
    }

    /// "в апреле 2022 года", "May 2023", "в ноябре", "that July".
    private func monthYear(at index: Int) -> DateMention? {
        guard let month = analysis.tag(at: index, .month), let monthNumber = Int(month.value),
            analysis.data.tag != .chinese
        else { return nil }
        if analysis.data.tag == .english, !tokens[index].traits.contains(.capital) { return nil }
        if index > 0, tokens[index - 1].kind == .number, !tokens[index].traits.contains(.lineBefore),
            tokens[index - 1].end - tokens[index - 1].start <= 2
        {
            return nil
        }
        var at = month.tokens.upperBound
        if isSign(at, ["."]), number(at + 1, 1990...2060) != nil { at += 1 }
        var year = yearAfter(&at)
        if year == nil, let tag = analysis.tag(at: at, .period), tag.value.hasPrefix("year"),
            let offset = Int(tag.value.dropFirst(4)), let base = published
        {
            year = base.year + offset
            at = tag.tokens.upperBound
        }
        return resolved(index..<at, year: year, month: monthNumber, day: nil)
    }

    /// "весной 2021 года", "autumn 2021", "осенью этого года": no finer than the year.
    private func seasonYear(at index: Int) -> DateMention? {
        guard let season = analysis.tag(at: index, .season) else { return nil }
        var at = season.tokens.upperBound
        if at < tokens.count, analysis.text.key(at) == "of" { at += 1 }
        if let year = yearAfter(&at) { return resolved(index..<at, year: year, month: nil, day: nil) }
        if let tag = analysis.tag(at: at, .period), tag.value.hasPrefix("year"),
            let offset = Int(tag.value.dropFirst(4)), let base = published
        {
            return DateMention(
                tokens: index..<tag.tokens.upperBound, date: PartialDate(year: base.year + offset) ?? base,
                hasYear: false, isRelative: true)
        }
        return bareSeason(index, season)
    }

    /// "in the autumn", "next spring", "last winter": the year that puts the season ahead or behind.
    private func bareSeason(_ index: Int, _ season: Tag) -> DateMention? {
        guard analysis.data.tag == .english, index > 0, let base = published, let month = base.month,
            let quarter = Int(season.value)
        else { return nil }
        let word = season.tokens.count > 1 ? analysis.text.key(index) : analysis.text.key(index - 1)
        guard ["the", "next", "last", "this", "in", "coming", "by"].contains(word) else { return nil }
        let (first, last) = (3 * quarter, 3 * quarter + 2)
        let year: Int
        if word == "this" {
            year = base.year
        } else if word == "last" || word != "next" && word != "coming" && !speaksAhead(analysis.passage(of: index)) {
            year = last < month || word != "last" && first <= month ? base.year : base.year - 1
        } else {
            year =
                first > month && word != "next" || first > month + 3 ? base.year : base.year + (first > month ? 0 : 1)
        }
        return PartialDate(year: year).map {
            DateMention(tokens: index..<season.tokens.upperBound, date: $0, hasYear: false, isRelative: true)
        }
    }

    /// "2024 году", "in 2020", "2021-yilda".
    private func yearAlone(at index: Int) -> DateMention? {
        guard let year = number(index, 1990...2060), tokens[index].end - tokens[index].start == 4 else { return nil }
        var at = index + 1
        absorbYearWord(&at)
        let isEnglishYear =
            analysis.data.tag == .english && index > 0
            && (["in", "since", "by", "until", "for", "late", "early", "mid", "from", "during"].contains(
                analysis.text.key(index - 1))
                // "the second quarter of 2023", "the end of 2024"
                || analysis.text.key(index - 1) == "of" && index > 1
                    && [
                        "quarter", "half", "end", "beginning", "start", "middle", "course", "autumn", "spring",
                        "winter",
                        "summer", "fall", "months",
                    ].contains(analysis.text.key(index - 2)))
        guard at > index + 1 || isEnglishYear else { return nil }
        guard let date = PartialDate(year: year) else { return nil }
        return DateMention(tokens: index..<at, date: date)
    }

    /// Fills a missing year from the day of publication: the year that puts the date nearest before it, or ahead of
    /// it where the sentence speaks of the future.
    func resolved(_ range: Range<Int>, year: Int?, month: Int?, day: Int?) -> DateMention? {
        if let year {
            return PartialDate(year: year, month: month, day: day).map { DateMention(tokens: range, date: $0) }
        }
        guard let base = published, let baseMonth = base.month, let month else { return nil }
        let passage = analysis.passage(of: range.lowerBound)
        let isAhead = speaksAhead(passage)
        var guess = base.year
        if month > baseMonth + (isAhead ? 9 : 1) { guess -= 1 }
        if isAhead, month < baseMonth - 2 { guess += 1 }
        return PartialDate(year: guess, month: month, day: day).map {
            DateMention(tokens: range, date: $0, hasYear: false, isRelative: true)
        }
    }

    /// "с 25 февраля по 4 марта", "from May 14 to May 19", "25–26 февраля" with both months named.
    private func joinSpans(_ found: [DateMention]) -> [DateMention] {
        var result: [DateMention] = []
        for mention in found {
            if let last = result.last, last.end == nil, last.date.day != nil, mention.date.day != nil,
                last.date < mention.date
            {
                let gap = last.tokens.upperBound..<mention.tokens.lowerBound
                // "30-sentabrdan 4-oktabrgacha"
                let isSuffixed =
                    gap.isEmpty && analysis.data.tag.isUzbek && analysis.text.key(gap.lowerBound - 1).hasSuffix("dan")
                let joins =
                    isSuffixed
                    || gap.count == 1
                        && (["по", "to", "до", "until", "dan", "through", "至", "到"].contains(
                            analysis.text.key(gap.lowerBound))
                            || isSign(gap.lowerBound, ["-", "–", "—", "至"], glued: false))
                if joins {
                    result[result.count - 1] = DateMention(
                        tokens: last.tokens.lowerBound..<mention.tokens.upperBound, date: last.date, end: mention.date,
                        hasYear: last.hasYear, isRelative: last.isRelative)
                    continue
                }
            }
            result.append(mention)
        }
        return result
    }
}
