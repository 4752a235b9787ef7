internal import Deals
internal import Languages
internal import SourceText

/// Days told by what was said before, by weekday, by period.
extension DateRules {
    /// Dates that lean on one told before: "that morning", "a day earlier", 16日, 当天, 次日, 同年5月, 本月10日.
    func told(at index: Int, _ found: [DateMention]) -> DateMention? {
        let reader = NumberReader(analysis: analysis)
        if let tag = analysis.tag(at: index, .day), tag.value.hasPrefix("same") {
            let offset = Int(tag.value.dropFirst(4)) ?? 0
            let base = dayTold(before: tag, found)
            return (base ?? published)?.adding(days: offset).map {
                DateMention(tokens: tag.tokens, date: $0, hasYear: false, isRelative: true)
            }
        }
        if analysis.data.tag == .english { return followingDay(at: index, found) ?? dayOfSpan(at: index, found) }
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
        if tokens[at].kind != .number, days.first < 10, !found.contains(where: isDayInCharacters) { return nil }
        if month == nil { month = bareMonth(days.first, index, found) }
        guard let month, let date = PartialDate(year: month.year, month: month.month, day: days.first) else {
            return nil
        }
        let end = days.last.flatMap { PartialDate(year: month.year, month: month.month, day: $0) }
        return DateMention(tokens: index..<days.end, date: date, end: end, hasYear: false, isRelative: true)
    }

    /// "shook hands last Friday, and signed the following Monday": counted from the day told before.
    private func followingDay(at index: Int, _ found: [DateMention]) -> DateMention? {
        guard index > 0, analysis.text.key(index - 1) == "following", let tag = analysis.tag(at: index, .weekday),
            let wanted = Int(tag.value), let told = found.last(where: { $0.date.day != nil }),
            let from = told.date.weekday
        else { return nil }
        let offset = wanted > from ? wanted - from : wanted - from + 7
        return told.date.adding(days: offset).map {
            DateMention(tokens: tag.tokens, date: $0, hasYear: false, isRelative: true)
        }
    }

    /// "on the second day of the visit": counted from the first day of the span told last.
    private func dayOfSpan(at index: Int, _ found: [DateMention]) -> DateMention? {
        guard let tag = analysis.tag(at: index, .day), tag.value.hasPrefix("span"),
            let offset = Int(tag.value.dropFirst(4)),
            let span = found.last(where: { $0.end != nil && $0.date.day != nil })
        else { return nil }
        return span.date.adding(days: offset).map {
            DateMention(tokens: tag.tokens, date: $0, hasYear: false, isRelative: true)
        }
    }

    /// The day that "the same day" or "a day earlier" leans on: of the signing where the words say so (签约当天,
    /// "накануне подписания"), else told last in the paragraph, else of the signing that the text tells first.
    private func dayTold(before tag: Tag, _ found: [DateMention]) -> PartialDate? {
        let days = found.filter {
            $0.date.day != nil && $0.end == nil && !isEdge($0)
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
        if analysis.data.tag == .english {
            // Days of what had been before are no day of the story.
            let own = days.filter { day in
                let passage = analysis.passage(of: day.tokens.lowerBound).tokens
                return !analysis.has(.background, in: passage)
                    && !passage.contains { analysis.text.key($0) == "had" }
            }
            let told = own.last { analysis.passage(of: $0.tokens.lowerBound).line == line } ?? own.last ?? days.last
            return told?.date
        }
        let told = days.last { analysis.passage(of: $0.tokens.lowerBound).line == line } ?? signings.first ?? days.last
        return told?.date
    }

    /// "работает с 22 июля", "до 5 мая": where a span begins or ends is no day on which something was told to happen.
    private func isEdge(_ date: DateMention) -> Bool {
        guard analysis.data.tag == .russian, date.tokens.lowerBound > 0 else { return false }
        return ["с", "со", "до", "по", "к"].contains(analysis.text.key(date.tokens.lowerBound - 1))
    }

    /// The month of a bare day: of a date told in the same sentence, else of publication (or the month before, when
    /// the day would lie ahead), else of the date told last.
    /// 六日: a text that writes its days so means days by them.
    private func isDayInCharacters(_ mention: DateMention) -> Bool {
        let last = mention.tokens.upperBound - 2
        return mention.date.day != nil && last >= mention.tokens.lowerBound && analysis.han(last) != 0
    }

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

    /// "на прошлой неделе", "в этом году", "last month".
    func period(at index: Int) -> DateMention? {
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

    func relativeDay(at index: Int) -> DateMention? {
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
    func weekday(at index: Int) -> DateMention? {
        guard let tag = analysis.tag(at: index, .weekday), let wanted = Int(tag.value), let base = published,
            let today = base.weekday
        else { return nil }
        if analysis.data.tag == .english {
            guard tokens[index].traits.contains(.capital) else { return nil }
            if index > 0, analysis.text.key(index - 1) == "following" { return nil }
        }
        let passage = analysis.passage(of: index)
        let isAhead = speaksAhead(passage) && !analysis.has(.sign, in: passage.tokens)
        var offset = wanted - today
        if isAhead { offset = offset <= 0 ? offset + 7 : offset } else { offset = offset > 0 ? offset - 7 : offset }
        // "o‘tgan payshanba" said on a Thursday is a week ago.
        if analysis.data.tag.isUzbek, offset == 0, index > 0, analysis.text.key(index - 1) == "o'tgan" { offset = -7 }
        if analysis.data.tag == .english, index > 0 {
            switch analysis.text.key(index - 1) {
            case "last" where offset == 0: offset = -7
            case "next" where offset <= 0: offset += 7
            case "this" where wanted > today: offset = wanted - today
            default: break
            }
        }
        if let told = russianOffset(tag, wanted: wanted, today: today) { offset = told }
        guard let date = base.adding(days: offset) else { return nil }
        return DateMention(tokens: tag.tokens, date: date, hasYear: false, isRelative: true)
    }

    /// Whether a sentence tells of what is to come: "will be signed", "отправится".
    func speaksAhead(_ passage: Passage) -> Bool {
        analysis.has(.future, in: passage.tokens)
            || analysis.all(.travel, in: passage.tokens).contains { $0.value == "ahead" }
    }
}
