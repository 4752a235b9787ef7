internal import Languages
internal import SourceText

/// Where a name that ends at a token must begin.
extension ChineseOrganisations {
    /// Scans left from a token to where a name must begin.
    func leftLimit(of end: Int, head: Tag?) -> Int {
        var start = end
        let floor = analysis.passage(of: end < count ? end : end - 1).tokens.lowerBound
        let isOffice = head?.value == "institution"
        while start > floor, end - start < 24 {
            if start < count, start < end || head != nil {
                if tokens[start].traits.contains(.lineBefore) { break }
                if tokens[start].traits.contains(.spaceBefore), !analysis.isSign(start - 1, in: Hanzi.closeBrackets),
                    !(tokens[start].traits.contains(.latin) || tokens[start - 1].traits.contains(.latin))
                {
                    break
                }
            }
            let previous = start - 1
            if tokens[previous].kind == .sign {
                if analysis.isSign(previous, in: Hanzi.closeBrackets), let open = openBracket(of: previous),
                    open > floor, head != nil, start == end || end - start <= 6
                {
                    start = open
                    continue
                }
                let joins =
                    analysis.isSign(previous, in: Hanzi.nameDots) || analysis.isSign(previous, in: Hanzi.hyphens)
                    || tokens[previous].isSign("&")
                if joins, analysis.isGlued(previous), analysis.isGlued(start), previous > floor,
                    tokens[previous - 1].kind == .word,
                    tokens[previous - 1].traits.contains(.han) == tokens[start].traits.contains(.han)
                {
                    start -= 1
                    continue
                }
                if tokens[previous].isSign("、"), isOffice, joinsTopics(previous, start, end) {
                    start = previous
                    continue
                }
                break
            }
            if tokens[previous].kind == .number {
                guard Hanzi.set("局院所号建航團团冶").contains(analysis.han(start)), analysis.isGlued(start) else { break }
                start = previous
                continue
            }
            if tokens[previous].traits.contains(.latin) {
                start = previous
                continue
            }
            guard tokens[previous].traits.contains(.han) else { break }
            if let place = analysis.place(endingAt: start), place.tokens.lowerBound >= floor,
                start < end || place.kind != .zone
            {
                start = place.tokens.lowerBound
                continue
            }
            if let stop = limit(previous, start, end, isOffice: isOffice) { if stop { break } }
            if isWordLimit(endingAt: start, end: end, head: head) { break }
            start = previous
        }
        while start < end,
            analysis.isSign(start, in: Hanzi.nameDots) || analysis.isSign(start, in: Hanzi.hyphens)
                || tokens[start].isSign("、")
        { start += 1 }
        return start
    }

    /// Whether a character is a limit (true), a harmless one among its words (false), or no limit at all (nil).
    func limit(_ at: Int, _ next: Int, _ end: Int, isOffice: Bool) -> Bool? {
        let character = analysis.han(at)
        guard Self.limits.contains(character) else {
            if Hanzi.set("年月日号时").contains(character), at > 0, tokens[at - 1].kind == .number { return true }
            if Hanzi.set("家名个位").contains(character), at > 0, tokens[at - 1].kind == .number { return true }
            if character == 0x5BB6, analysis.tag(endingAt: at, .number) != nil { return true }
            return nil
        }
        let before = analysis.han(at - 1)
        switch character {
        case 0x548C, 0x53CA, 0x4E0E, 0x8207:  // 和 及 与
            if before == 0x5171, Hanzi.set("国國").contains(analysis.han(next)) { return nil }  // 共和国
            return !(isOffice && joinsTopics(at, next, end))
        case 0x7CFB: return !Hanzi.set("关体").contains(before)  // 关系, 体系
        case 0x7531: return before != 0x81EA  // 自由
        case 0x4E3A, 0x70BA: return before != 0x534E && before != 0x83EF  // 华为
        case 0x5BF9, 0x5C0D: return analysis.han(next) != 0x5916  // 对外
        case 0x636E, 0x64DA: return before != 0x6570 && before != 0x4F9D  // 数据, 依据
        case 0x540C: return !Hanzi.set("大合共协").contains(before) && !(analysis.han(next) == 0x65B9)
        case 0x5728: return analysis.han(next) != 0x7EBF  // 在线
        case 0x5E94, 0x61C9: return !Hanzi.set("供反感响效適适").contains(before)  // 供应链
        case 0x6211: return analysis.han(next) == 0x9A7B || analysis.han(next) == 0x99D0  // 我驻
        case 0x7740: return !Hanzi.set("沿").contains(before)
        case 0x4E2A, 0x500B: return true
        case 0x7EA6, 0x7D04: return before != 0x5408 && before != 0x6761 && before != 0x516C && before != 0x8282
        case 0x5230, 0x83B7, 0x4F7F, 0x5373: return before != 0x5927
        case 0x81F3: return true
        default: return true
        }
    }

    /// "投资、工业和贸易部": a joining word between two fields of one ministry.
    func joinsTopics(_ at: Int, _ next: Int, _ end: Int) -> Bool {
        guard analysis.endsWith(Self.topics, before: at) != nil else { return false }
        return Self.topics.contains { topic in
            guard analysis.stands(topic, at: next) else { return false }
            let after = next + topic.count
            if after == end { return true }
            if tokens[after].isSign("、") || Hanzi.set("和与及").contains(analysis.han(after)) { return true }
            // 数字技术和信息化发展部: more fields before the head.
            return after < end && Self.topics.contains { analysis.stands($0, at: after) }
        } || Self.topics.contains { analysis.stands($0, at: next) && next + $0.count >= end }
    }

    static let verbs: LexemeSet = [
        .sign, .meet, .receive, .call, .travel, .lead, .speech, .agreed, .day, .weekday, .period, .month, .role,
        .delegation, .sides, .negation,
        .refusal, .background, .administration, .outlet, .currency,
    ]

    /// Whether a word that cannot be part of the name ends before a token.
    func isWordLimit(endingAt start: Int, end: Int, head: Tag?) -> Bool {
        if analysis.endsWith(Self.limitWords, before: start) != nil { return true }
        if head.map({ Self.branches.contains($0.tokens.map(analysis.han)) }) != true,
            analysis.endsWith(Self.finished, before: start) != nil, end - start >= 2
        {
            return true
        }
        return analysis.tags(in: max(0, start - 6)..<start).contains { tag in
            guard tag.tokens.upperBound == start else { return false }
            if tag.lexeme == .companyWord {
                let isHead = analysis.tags(in: tag.tokens.lowerBound..<tag.tokens.lowerBound + 1).contains {
                    $0.lexeme == .organisationHead && $0.tokens == tag.tokens
                }
                if tag.tokens.map(analysis.han) == Hanzi.scalars("公司") {
                    return end - start >= 4 || tokens[start].traits.contains(.latin)
                }
                return end - start >= 2 && (!isHead || tag.tokens.count >= 3) && tag.tokens.count >= 2
            }
            if tag.lexeme == .lead { return true }
            return tag.tokens.count >= 2 && Self.verbs.contains(tag.lexeme)
        }
    }

    func openBracket(of close: Int) -> Int? {
        var at = close - 1
        while at >= 0, close - at <= 8 {
            if analysis.isSign(at, in: Hanzi.openBrackets) { return at }
            if tokens[at].kind != .word || tokens[at].traits.contains(.lineBefore) { return nil }
            at -= 1
        }
        return nil
    }

    /// 阿联酋法拉季电力公司 is a company of that country, 中国石油 is a name.
    func withoutCountry(_ start: Int, _ end: Int) -> Int {
        guard let place = analysis.place(startingAt: start), place.kind == .country, place.tokens.upperBound <= end - 2
        else { return start }
        if place.id == "CN", !tokens[place.tokens.upperBound].traits.contains(.latin),
            analysis.place(startingAt: place.tokens.upperBound) == nil
        {
            return start
        }
        var next = place.tokens.upperBound
        if stands("共和国", in: next..<min(end, next + 1)) { next += 3 }
        guard next < end, !isGeneric(next..<end) else { return start }
        return next
    }

    /// Whether the words of a range name nothing: general words and countries only.
    func isGeneric(_ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            if tokens[at].traits.contains(.latin) { return false }
            if tokens[at].kind == .sign {
                at += 1
                continue
            }
            if let place = analysis.place(startingAt: at), place.kind == .country || place.kind == .area,
                place.tokens.upperBound <= range.upperBound
            {
                at = place.tokens.upperBound
                continue
            }
            guard
                let word = Self.generic.first(where: {
                    at + $0.count <= range.upperBound && analysis.stands($0, at: at)
                })
            else { return false }
            at += word.count
        }
        return true
    }
}
