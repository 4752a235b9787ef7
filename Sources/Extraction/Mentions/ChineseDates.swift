internal import Deals
internal import Languages
internal import SourceText

/// Dates with 年, 月 and 日.
extension DateRules {
    /// 2023年10月20日, 二〇二四年六月五日, 10月20日, 10月18日至20日, 去年5月, 1至4月, 2023年.
    func chinese(at index: Int) -> DateMention? {
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

    func isUnit(_ at: Int, _ characters: String) -> Bool {
        at < tokens.count && Hanzi.set(characters).contains(analysis.han(at))
    }

    /// 20日, 18至20日, 18日至20日: the first and the last day, and the token after them.
    func dayOrDays(_ at: Int, _ reader: NumberReader) -> (first: Int, last: Int?, end: Int)? {
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
}
