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

    private var tokens: [Token] { analysis.text.tokens }

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
    private func date(at index: Int) -> DateMention? {
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

    private static let openers: Set<Lexeme> = [
        .month, .weekday, .day, .period, .season, .number, .yearWord, .dayWord, .scale,
    ]

    private func number(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
        guard index < tokens.count, tokens[index].kind == .number, let value = Int(analysis.text.key(index)),
            range.contains(value)
        else { return nil }
        return value
    }

    private func isSign(_ index: Int, _ signs: [Unicode.Scalar], glued: Bool = true) -> Bool {
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
        } else {
            date = nil
        }
        guard let date, (1990...2060).contains(date.year) else { return nil }
        return DateMention(tokens: index..<(index + 5), date: date)
    }

    /// 2023年10月20日, 二〇二四年六月五日, 10月20日, 10月18日至20日, 去年5月, 1至4月, 2023年.
    private func chinese(at index: Int) -> DateMention? {
        guard analysis.data.tag == .chinese else { return nil }
        let reader = NumberReader(analysis: analysis)
        var at = index
        var year: Int?
        if let value = reader.whole(at: at, in: 1990...2060), isUnit(value.end, "年") {
            year = value.value
            at = value.end + 1
        } else if let tag = analysis.tag(at: at, .period), tag.value.hasPrefix("year"), let base = published,
            let offset = Int(tag.value.dropFirst(4)),
            let month = reader.whole(at: tag.tokens.upperBound, in: 1...12),
            isUnit(month.end, "月") || monthRange(tag.tokens.upperBound, reader) != nil
        {
            year = base.year + offset
            at = tag.tokens.upperBound
        }
        if let months = monthRange(at, reader) {
            return resolvedMonths(index..<months.end, year, months.first, months.last)
        }
        if let month = reader.whole(at: at, in: 1...12), isUnit(month.end, "月") {
            at = month.end + 1
            guard let days = dayOrDays(at, reader) else {
                // A month in characters (三月) needs a year before it; 三月 alone may be a length of time.
                guard year != nil || tokens[index].kind == .number else { return nil }
                return resolved(index..<at, year: year, month: month.value, day: nil)
            }
            guard var mention = resolved(index..<days.end, year: year, month: month.value, day: days.first) else {
                return nil
            }
            if let last = days.last {
                mention.end = PartialDate(year: mention.date.year, month: mention.date.month, day: last)
            }
            return mention
        }
        return year.flatMap { resolved(index..<at, year: $0, month: nil, day: nil) }
    }

    private func isUnit(_ at: Int, _ characters: String) -> Bool {
        at < tokens.count && Hanzi.set(characters).contains(analysis.han(at))
    }

    /// 20日, 18至20日, 18日至20日: the first and the last day, and the token after them.
    private func dayOrDays(_ at: Int, _ reader: NumberReader) -> (first: Int, last: Int?, end: Int)? {
        guard let first = reader.whole(at: at, in: 1...31) else { return nil }
        var end = first.end
        let isDay = isUnit(end, "日号號")
        if isDay { end += 1 }
        if isUnit(end, "至到") || isSign(end, ["-", "—", "–", "～", "~"], glued: false),
            let last = reader.whole(at: end + 1, in: 1...31), isUnit(last.end, "日号號"), last.value > first.value
        {
            return (first.value, last.value, last.end + 1)
        }
        return isDay ? (first.value, nil, end) : nil
    }

    /// 1至4月, 1-9月.
    private func monthRange(_ at: Int, _ reader: NumberReader) -> (first: Int, last: Int, end: Int)? {
        guard let first = reader.whole(at: at, in: 1...12) else { return nil }
        let join = isUnit(first.end, "月") ? first.end + 1 : first.end
        guard isUnit(join, "至到") || isSign(join, ["-", "—", "–", "～", "~"], glued: false),
            let last = reader.whole(at: join + 1, in: 1...12),
            isUnit(last.end, "月"), last.value > first.value,
            reader.whole(at: last.end + 1, in: 1...31).map({ !isUnit($0.end, "日号號") }) ?? true
        else { return nil }
        return (first.value, last.value, last.end + 1)
    }

    private func resolvedMonths(_ range: Range<Int>, _ year: Int?, _ first: Int, _ last: Int) -> DateMention? {
        guard var mention = resolved(range, year: year, month: last, day: nil),
            let date = PartialDate(year: mention.date.year, month: first)
        else { return nil }
        let end = mention.date
        mention = DateMention(
            tokens: range, date: date, end: end, hasYear: mention.hasYear, isRelative: mention.isRelative)
        return mention
    }

    /// Dates that lean on one told before: "that morning", "a day earlier", 16日, 当天, 次日, 同年5月, 本月10日.
    private func told(at index: Int, _ found: [DateMention]) -> DateMention? {
        let reader = NumberReader(analysis: analysis)
        if let tag = analysis.tag(at: index, .day), tag.value.hasPrefix("same") {
            let offset = Int(tag.value.dropFirst(4)) ?? 0
            let base = dayTold(before: tag, found)
            return (base ?? published)?.adding(days: offset).map {
                DateMention(tokens: tag.tokens, date: $0, hasYear: false, isRelative: true)
            }
        }
        guard analysis.data.tag == .chinese else { return nil }
        if let last = found.last, isUnit(index, "同当次翌當"), isUnit(index + 1, "年") {
            let year = last.date.year + (isUnit(index, "次翌") ? 1 : 0)
            var at = index + 2
            guard let month = reader.whole(at: at, in: 1...12), isUnit(month.end, "月") else {
                return PartialDate(year: year).map { DateMention(tokens: index..<at, date: $0, isRelative: true) }
            }
            at = month.end + 1
            let days = dayOrDays(at, reader)
            return PartialDate(year: year, month: month.value, day: days?.first).map {
                DateMention(tokens: index..<(days?.end ?? at), date: $0, isRelative: true)
            }
        }
        var at = index
        var month: PartialDate?
        if let last = found.last, last.date.month != nil, isUnit(index, "同当當"), isUnit(index + 1, "月") {
            month = PartialDate(year: last.date.year, month: last.date.month)
            at = index + 2
        }
        if index > 0, isUnit(index - 1, "月每第") { return nil }
        guard let days = dayOrDays(at, reader), !isUnit(days.end, "内游间均內遊") else { return nil }
        // In characters only numbers that are no mere count: 十五日, not 三日.
        if tokens[at].kind != .number, days.first < 10 { return nil }
        if month == nil { month = bareMonth(days.first, index, found) }
        guard let month, let date = PartialDate(year: month.year, month: month.month, day: days.first) else {
            return nil
        }
        let end = days.last.flatMap { PartialDate(year: month.year, month: month.month, day: $0) }
        return DateMention(tokens: index..<days.end, date: date, end: end, hasYear: false, isRelative: true)
    }

    /// The day that "the same day" or "a day earlier" leans on: of the signing where the words say so (签约当天,
    /// "накануне подписания"), else told last in the paragraph, else of the signing that the text tells first.
    private func dayTold(before tag: Tag, _ found: [DateMention]) -> PartialDate? {
        let days = found.filter {
            $0.date.day != nil && $0.end == nil
                && !analysis.isFurniture[Int(analysis.passageOfToken[$0.tokens.lowerBound])]
        }
        let signings = days.filter { analysis.has(.sign, in: analysis.passage(of: $0.tokens.lowerBound).tokens) }
        let isChinese = analysis.data.tag == .chinese
        let near =
            isChinese
            ? max(0, tag.tokens.lowerBound - 4)..<tag.tokens.lowerBound
            : tag.tokens.upperBound..<min(tokens.count, tag.tokens.upperBound + 1)
        let isSigning = analysis.all(.sign, in: near).contains {
            !isChinese || $0.tokens.upperBound == tag.tokens.lowerBound
        }
        if isSigning, let signing = isChinese ? signings.last : signings.first { return signing.date }
        if isChinese { return days.last?.date }
        let line = analysis.passage(of: tag.tokens.lowerBound).line
        let told = days.last { analysis.passage(of: $0.tokens.lowerBound).line == line } ?? signings.first ?? days.last
        return told?.date
    }

    /// The month of a bare day: of a date told in the same sentence, else of publication (or the month before, when
    /// the day would lie ahead), else of the date told last.
    private func bareMonth(_ day: Int, _ index: Int, _ found: [DateMention]) -> PartialDate? {
        let near = found.last { $0.date.day != nil }
        if let near, let nearDay = near.date.day, day > nearDay,
            analysis.passageOfToken[near.tokens.lowerBound] == analysis.passageOfToken[index]
        {
            return PartialDate(year: near.date.year, month: near.date.month)
        }
        if let base = published, base.month != nil {
            let month = PartialDate(year: base.year, month: base.month)
            let isAhead = analysis.has(.future, in: analysis.passage(of: index).tokens)
            // The page's first date may be all that is known of its day: later days of that month are ahead of it.
            if let near, let nearDay = near.date.day, day > nearDay, near.date.year == base.year,
                near.date.month == base.month
            {
                return month
            }
            if let today = base.day, day > today, !isAhead || day > today + 15 { return month?.adding(months: -1) }
            return month
        }
        return near.flatMap { PartialDate(year: $0.date.year, month: $0.date.month) }
    }

    /// "15 января 2024 года", "5 октября", "19 October 2023", "12-aprel, 2022-yil", "14–19-may".
    private func dayMonth(at index: Int) -> DateMention? {
        guard let day = number(index, 1...31), tokens[index].end - tokens[index].start <= 2 else { return nil }
        var at = index + 1
        var lastDay: Int?
        let joins =
            isSign(at, ["-", "–", "—"], glued: false)
            || at < tokens.count && ["по", "to", "until", "through"].contains(analysis.text.key(at))
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

    private func isOrdinal(_ index: Int) -> Bool {
        ["st", "nd", "rd", "th"].contains(analysis.text.key(index)) && !tokens[index].traits.contains(.spaceBefore)
    }

    /// A year right behind a date: "2024", ", 2024", "2022-yil", "2023-го года".
    private func yearAfter(_ at: inout Int) -> Int? {
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
        if isSign(at, ["-", "–"]), let second = number(at + 1, 1...31), second > day {
            lastDay = second
            at += 2
        }
        let year = yearAfter(&at)
        guard var mention = resolved(index..<at, year: year, month: monthNumber, day: day) else { return nil }
        if let lastDay { mention.end = PartialDate(year: mention.date.year, month: monthNumber, day: lastDay) }
        return mention
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
        return nil
    }

    /// "на прошлой неделе", "в этом году", "last month".
    private func period(at index: Int) -> DateMention? {
        if let mention = dayOfPeriod(at: index) { return mention }
        guard let tag = analysis.tag(at: index, .period), let base = published,
            let mark = tag.value.firstIndex(where: { $0 == "+" || $0 == "-" }), let offset = Int(tag.value[mark...])
        else { return nil }
        let date: PartialDate?
        switch tag.value[..<mark] {
        case "year", "yearend": date = PartialDate(year: base.year + offset)
        case "month": date = base.adding(months: offset)
        case "week":
            guard let weekday = base.weekday, let monday = base.adding(days: 1 - weekday + 7 * offset),
                let sunday = monday.adding(days: 6)
            else { return nil }
            guard let whole = monday.span(to: sunday) else { return nil }
            return DateMention(tokens: tag.tokens, date: whole, hasYear: false, isRelative: true)
        default: date = nil
        }
        return date.map { DateMention(tokens: tag.tokens, date: $0, hasYear: false, isRelative: true) }
    }

    /// 上周三, 本周五; 本月10日, 上月5日.
    private func dayOfPeriod(at index: Int) -> DateMention? {
        guard analysis.data.tag == .chinese, let tag = analysis.tag(at: index, .period), let base = published,
            let mark = tag.value.firstIndex(where: { $0 == "+" || $0 == "-" }),
            let offset = Int(tag.value[mark...])
        else { return nil }
        switch tag.value[..<mark] {
        case "week":
            guard
                let day = analysis.tags(in: (index + 1)..<tag.tokens.upperBound).last(where: {
                    $0.lexeme == .weekday && $0.tokens.upperBound > tag.tokens.upperBound
                }),
                let wanted = Int(day.value), let today = base.weekday,
                let date = base.adding(days: wanted - today + 7 * offset)
            else { return nil }
            return DateMention(tokens: index..<day.tokens.upperBound, date: date, hasYear: false, isRelative: true)
        case "month":
            guard let days = dayOrDays(tag.tokens.upperBound, NumberReader(analysis: analysis)),
                let month = base.adding(months: offset),
                let date = PartialDate(year: month.year, month: month.month, day: days.first)
            else { return nil }
            return DateMention(
                tokens: index..<days.end, date: date,
                end: days.last.flatMap { PartialDate(year: month.year, month: month.month, day: $0) }, hasYear: false,
                isRelative: true)
        default: return nil
        }
    }

    private func relativeDay(at index: Int) -> DateMention? {
        if analysis.data.tag.isUzbek, let found = daysAgo(at: index) { return found }
        guard let tag = analysis.tag(at: index, .day), let offset = Int(tag.value),
            let date = published?.adding(days: offset)
        else { return nil }
        return DateMention(tokens: tag.tokens, date: date, hasYear: false, isRelative: true)
    }

    /// "ikki kun avval", "3 kun oldin".
    private func daysAgo(at index: Int) -> DateMention? {
        guard index + 2 < tokens.count, analysis.text.key(index + 1) == "kun",
            ["avval", "oldin", "ilgari", "burun"].contains(analysis.text.key(index + 2))
        else { return nil }
        // "Undan bir kun avval" counts from a day told before.
        if index > 0, analysis.text.key(index - 1) == "undan" { return nil }
        let count =
            number(index, 1...30) ?? analysis.tag(at: index, .number).flatMap { Double($0.value) }.map { Int($0) }
        guard let count, (1...30).contains(count), let date = published?.adding(days: -count) else { return nil }
        return DateMention(tokens: index..<(index + 3), date: date, hasYear: false, isRelative: true)
    }

    /// A weekday is the last one up to publication, or the next one where the sentence speaks of the future.
    private func weekday(at index: Int) -> DateMention? {
        guard let tag = analysis.tag(at: index, .weekday), let wanted = Int(tag.value), let base = published,
            let today = base.weekday
        else { return nil }
        if analysis.data.tag == .english, !tokens[index].traits.contains(.capital) { return nil }
        let passage = analysis.passage(of: index)
        let isAhead = speaksAhead(passage) && !analysis.has(.sign, in: passage.tokens)
        var offset = wanted - today
        if isAhead { offset = offset <= 0 ? offset + 7 : offset } else { offset = offset > 0 ? offset - 7 : offset }
        // "o‘tgan payshanba" said on a Thursday is a week ago.
        if analysis.data.tag.isUzbek, offset == 0, index > 0, analysis.text.key(index - 1) == "o'tgan" { offset = -7 }
        guard let date = base.adding(days: offset) else { return nil }
        return DateMention(tokens: tag.tokens, date: date, hasYear: false, isRelative: true)
    }

    /// "2024 году", "in 2020", "2021-yilda".
    private func yearAlone(at index: Int) -> DateMention? {
        guard let year = number(index, 1990...2060), tokens[index].end - tokens[index].start == 4 else { return nil }
        var at = index + 1
        absorbYearWord(&at)
        let isEnglishYear =
            analysis.data.tag == .english && index > 0
            && ["in", "since", "by", "until", "for", "late", "early", "mid", "from"].contains(
                analysis.text.key(index - 1))
        guard at > index + 1 || isEnglishYear else { return nil }
        guard let date = PartialDate(year: year) else { return nil }
        return DateMention(tokens: index..<at, date: date)
    }

    /// Whether a sentence tells of what is to come: "will be signed", "отправится".
    private func speaksAhead(_ passage: Passage) -> Bool {
        analysis.has(.future, in: passage.tokens)
            || analysis.all(.travel, in: passage.tokens).contains { $0.value == "ahead" }
    }

    /// Fills a missing year from the day of publication: the year that puts the date nearest before it, or ahead of
    /// it where the sentence speaks of the future.
    private func resolved(_ range: Range<Int>, year: Int?, month: Int?, day: Int?) -> DateMention? {
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
