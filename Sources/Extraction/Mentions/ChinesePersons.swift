internal import Languages
internal import SourceText

/// Finds persons in Chinese texts. A foreign name is a run of transcription characters with dots inside, or one
/// beside an office; a Chinese name is a surname and one or two characters beside an office, a verb of speech,
/// travel or meeting, or on a line of credits. A name once found is found wherever it stands.
struct ChinesePersons {
    let analysis: Analysis

    static let surnames: Set<[UInt32]> = {
        Set(
            LanguageData.carried(.chinese).lexicon.entries.filter { $0.lexeme == .givenName && $0.value == "surname" }
                .map { Hanzi.scalars($0.pattern) })
    }()
    /// Offices that open a line of credits.
    private static let credits = Hanzi.phrases(
        """
        记者 本报记者 通讯员 编辑 责任编辑 责编 总编 主编 审核 校对 编译 翻译 作者 撰文 撰稿 摄影 摄影记者 摄 供图 监制 审校 统筹 策划 \
        制图 图 文 采写 值班编辑 见习编辑 通讯员 記者 本報記者 通訊員 編輯 責任編輯 責編 總編 主編 編譯 翻譯 攝影 攝影記者 攝 監製 審校 統籌 策劃
        """)
    /// Words for several office holders, whose names follow.
    private static let groups = Hanzi.phrases("省领导 市领导 州领导 区领导 县领导 有关领导 团长 领队 主持人 嘉宾 省領導 市領導 團長")
    /// Words behind the names of those who wrote or took pictures.
    private static let closings = Hanzi.phrases("报道 摄影报道 摄 文 图 文图 图文 摄影 报道并摄影 供图 報道 攝")
    private static let labelSigns = Hanzi.set("：:/｜|丨／")
    private static let verbs: LexemeSet = [
        .speech, .lead, .meet, .receive, .call, .travel, .sign, .announce, .delegation, .agreed,
    ]
    private static let stops: LexemeSet = verbs.union([
        .future, .day, .weekday, .period, .month, .negation, .background, .organisationHead, .administration, .stage,
        .build, .invest, .role, .outlet, .furniture, .proposal,
    ])

    private struct Found {
        let tokens: Range<Int>
        let name: String
        /// For a foreign name the tokens of its last part.
        let last: Range<Int>?
    }

    private var count: Int { analysis.text.tokens.count }

    func mentions() -> [PersonMention] {
        var found: [Found] = []
        var taken = [Bool](repeating: false, count: count)
        func add(_ person: Found?) {
            guard let person, !person.tokens.contains(where: { taken[$0] }) else { return }
            found.append(person)
            for token in person.tokens { taken[token] = true }
        }
        for token in 0..<count where analysis.isSign(token, in: Hanzi.nameDots) && !taken[token] {
            add(dotted(at: token))
        }
        for token in 0..<count where !taken[token] { for person in credited(at: token) { add(person) } }
        for role in analysis.tags where role.lexeme == .role { add(latin(at: role.tokens.upperBound)) }
        for token in 0..<count where !taken[token] && analysis.han(token) != 0 {
            add(single(at: token))
            if !taken[token] { add(chinese(at: token, isListed: isListed(token, found))) }
        }
        // The names found, wherever they stand without any sign of a person.
        for person in found {
            let starts = [person.tokens.lowerBound, person.last?.lowerBound].compactMap { $0 }.flatMap(analysis.likes)
            for token in Set(starts).sorted() where !taken[token] { add(again(person, at: token)) }
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
            .map { PersonMention(tokens: $0.tokens, name: $0.name) }
    }

    // MARK: Foreign names

    private func isTranscription(_ token: Int) -> Bool { Hanzi.transcription.contains(analysis.han(token)) }

    /// 哈桑·尤利巴尔索夫, 哈斯穆-卓玛尔特·托卡耶夫: known by the dot, whose token is given.
    private func dotted(at dot: Int) -> Found? {
        guard isTranscription(dot - 1), isTranscription(dot + 1), analysis.isGlued(dot), analysis.isGlued(dot + 1)
        else { return nil }
        let start = behindOffice(partStart(endingAt: dot))
        guard start < dot else { return nil }
        var parts = [start..<dot]
        var end = dot
        while analysis.isSign(end, in: Hanzi.nameDots), analysis.isGlued(end), analysis.isGlued(end + 1),
            isTranscription(end + 1), parts.count < 5
        {
            let next = partEnd(startingAt: end + 1)
            parts.append((end + 1)..<next)
            end = next
        }
        let tokens = start..<end
        guard tokens.count >= 4, !analysis.overlapsOrganisation(tokens) else { return nil }
        if parts.allSatisfy({ part in analysis.places.contains { $0.tokens == part } }) { return nil }
        return Found(tokens: tokens, name: dotted(tokens), last: parts.last)
    }

    /// Moves the start of a foreign name back to the office before it, over rare characters that only names have.
    private func behindOffice(_ start: Int) -> Int {
        var at = start
        while start - at < 5, analysis.isGlued(at), analysis.han(at - 1) != 0,
            !Hanzi.function.contains(analysis.han(at - 1))
        {
            if analysis.tag(endingAt: at, .role) != nil { return at }
            if analysis.tags(in: (at - 1)..<at).contains(where: {
                $0.tokens.count >= 2 && $0.lexeme != .givenName && $0.lexeme != .role
            }) {
                return start
            }
            at -= 1
        }
        return analysis.tag(endingAt: at, .role) != nil ? at : start
    }

    /// The name with the usual dot, whichever the text has.
    private func dotted(_ tokens: Range<Int>) -> String {
        tokens.map { analysis.isSign($0, in: Hanzi.nameDots) ? "·" : analysis.text.surface($0) }.joined()
    }

    private func partStart(endingAt end: Int) -> Int {
        var start = end
        let floor = analysis.passage(of: end - 1).tokens.lowerBound
        while start > floor, end - start < 9 {
            if start < end {
                if !analysis.isGlued(start) { break }
                if analysis.tag(endingAt: start, .role) != nil { break }
                if end - start >= 2, isBoundary(endingAt: start) { break }
            }
            if isTranscription(start - 1) {
                start -= 1
            } else if analysis.isSign(start - 1, in: Hanzi.hyphens), start - 2 >= floor, isTranscription(start - 2),
                start < end, analysis.isGlued(start - 1)
            {
                start -= 2
            } else {
                break
            }
        }
        return start
    }

    private func isBoundary(endingAt token: Int) -> Bool {
        if analysis.place(endingAt: token) != nil { return true }
        if analysis.organisations.contains(where: { $0.tokens.upperBound == token }) { return true }
        return analysis.tags(in: max(0, token - 5)..<token).contains {
            $0.tokens.upperBound == token
                && ($0.tokens.count >= 2 && Self.verbs.contains($0.lexeme) || $0.lexeme == .lead)
        }
    }

    private func partEnd(startingAt start: Int) -> Int {
        var end = start
        while end < count, end - start < 10 {
            if end > start, !analysis.isGlued(end) { break }
            if end - start >= 2, opensWord(end, behindSurname: Hanzi.surnameEnds.contains(analysis.han(end - 1))) {
                break
            }
            if end - start >= 2, Hanzi.surnameEnds.contains(analysis.han(end - 1)),
                !analysis.isSign(end, in: Hanzi.hyphens), !Hanzi.behindSurnameEnd.contains(analysis.han(end))
            {
                break
            }
            if isTranscription(end) {
                end += 1
            } else if end > start, analysis.isSign(end, in: Hanzi.hyphens), isTranscription(end + 1),
                analysis.isGlued(end + 1)
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Whether a word that is no part of a name begins at a token.
    private func opensWord(_ token: Int, behindSurname: Bool) -> Bool {
        if Hanzi.function.contains(analysis.han(token)) { return true }
        return analysis.tags(in: token..<(token + 1)).contains { tag in
            guard tag.tokens.count >= 2, tag.lexeme != .givenName else { return false }
            return behindSurname || Self.stops.contains(tag.lexeme) || tag.tokens.contains { !isTranscription($0) }
        }
    }

    /// One part alone: behind an office ("州长阿比洛夫"), before one ("托卡耶夫总统"), or with the ending of a surname.
    private func single(at first: Int) -> Found? {
        guard isTranscription(first) else { return nil }
        let moved = behindOffice(first)
        let start =
            moved < first && Hanzi.surnameEnds.contains(analysis.han(partEnd(startingAt: first) - 1)) ? moved : first
        guard isTranscription(first), !analysis.overlapsOrganisation(start..<(start + 1)) else { return nil }
        let behindRole = analysis.tag(endingAt: start, .role) != nil
        if !behindRole, analysis.isInsideWord(start) { return nil }
        let opens = behindRole || !isTranscription(start - 1) || !analysis.isGlued(start) || isBoundary(endingAt: start)
        guard opens, analysis.place(holding: start) == nil || behindRole else { return nil }
        let end = partEnd(startingAt: first)
        let length = end - start
        guard length >= 2, length <= 8, !analysis.isSign(end, in: Hanzi.nameDots) else { return nil }
        let tokens = start..<end
        if analysis.overlapsOrganisation(tokens) || analysis.tag(at: end, .placeType) != nil
            || analysis.tag(at: end, .administration) != nil
        {
            return nil
        }
        if analysis.places.contains(where: { $0.tokens.overlaps(tokens) && $0.tokens.count * 2 > length }) {
            return nil
        }
        let given = analysis.tags(in: start..<(start + 1)).first {
            $0.lexeme == .givenName && $0.value != "surname" && $0.tokens.upperBound <= end
        }
        let endsLikeSurname =
            length >= 3 && Hanzi.surnameEnds.contains(analysis.han(end - 1))
            && (behindRole || !isTranscription(end) || !analysis.isGlued(end))
        let beforeRole = analysis.tag(at: end, .role).map { $0.value != "none" } ?? false
        let speaks = analysis.tag(at: end, .speech) != nil || analysis.tag(at: end, .delegation) != nil
        let named = given.map { $0.tokens == tokens } ?? false
        let country = analysis.tag(at: end, .role).map { $0.value == "country" } ?? false
        let office = behindRole && analysis.tag(endingAt: start, .role)?.value != "none"
        let isName =
            endsLikeSurname || behindRole && (length >= 4 || named) || office && length == 3 || country
            || length >= 4 && (beforeRole || speaks)
            || named && length >= 3 && (speaks || beforeRole || analysis.han(end) == 0x4E00 || closes(end))
        guard isName else { return nil }
        if !endsLikeSurname,
            let tag = analysis.tags(in: tokens.lowerBound..<tokens.lowerBound + 1).first(where: {
                $0.tokens.count >= 2 && $0.lexeme != .givenName
            }), tag.tokens.count >= length
        {
            return nil
        }
        return Found(tokens: tokens, name: analysis.words(tokens), last: nil)
    }

    private func closes(_ token: Int) -> Bool {
        token >= count || analysis.text.tokens[token].kind == .sign || !analysis.isGlued(token)
    }

    /// A name in Latin letters right behind an office.
    private func latin(at start: Int) -> Found? {
        guard start < count, analysis.text.tokens[start].traits.contains(.latin),
            let run = LatinRun(at: start, in: analysis)
        else { return nil }
        let words = run.tokens.filter { analysis.text.tokens[$0].kind == .word }
        guard (2...3).contains(words.count),
            words.allSatisfy({ !analysis.text.tokens[$0].traits.contains(.allCapitals) }),
            !analysis.overlapsOrganisation(run.tokens)
        else { return nil }
        return Found(tokens: run.tokens, name: analysis.words(run.tokens), last: nil)
    }

    // MARK: Chinese names

    /// Names on a line of credits: "记者 沈若溪", "编辑：阿沅", "摄影：赛里克", "文/张三".
    private func credited(at token: Int) -> [Found] {
        let closed = creditedBefore(token)
        if !closed.isEmpty { return closed }
        guard let length = creditLength(at: token) else { return [] }
        var at = token + length
        guard at < count, !analysis.text.tokens[at].traits.contains(.lineBefore) else { return [] }
        let isLabel = analysis.isSign(at, in: Self.labelSigns)
        if length == 1, !isLabel { return [] }
        if isLabel {
            at += 1
        } else if analysis.isGlued(at) {
            // 记者徐剑梅李斌
            var end = at
            while end < count, end - at < 7, analysis.han(end) != 0, analysis.isGlued(end) { end += 1 }
            if let length = analysis.endsWith(Self.closings, before: end) { end -= length }
            return closes(end) && end - at >= 4 ? joined(at..<end) ?? [] : []
        }
        var found: [Found] = []
        while at < count, !analysis.text.tokens[at].traits.contains(.lineBefore) {
            var end = at
            while end < count, analysis.han(end) != 0, end == at || analysis.isGlued(end) { end += 1 }
            // 李 坤: a surname and a given character set apart.
            if end == at + 1, surnameLength(at: at, in: at..<(at + 2)) != nil, analysis.han(end) != 0, closes(end + 1),
                !analysis.text.tokens[end].traits.contains(.lineBefore), isLabel
            {
                found.append(
                    Found(
                        tokens: at..<(end + 1), name: analysis.words(at..<(at + 1)) + analysis.words(end..<(end + 1)),
                        last: nil))
                at = end + 1
                continue
            }
            let run = at..<end
            if run.count > 4, run.count <= 7, !isTranscribed(run), let both = joined(run) {
                found += both
                at = end
                continue
            }
            let isFull = closes(end) && !analysis.isSign(end, in: Hanzi.nameDots)
            guard isFull, run.count >= 2, run.count <= (isTranscribed(run) ? 8 : 4), !isCommonWord(run) else { break }
            let isChinese = surnameLength(at: at, in: run) != nil && run.count <= 4
            guard isChinese || isLabel && (run.count <= 3 || isTranscribed(run)) else { break }
            found.append(Found(tokens: run, name: analysis.words(run), last: nil))
            at = end
            if analysis.isSign(at, in: Hanzi.set("、，,")) { at += 1 } else if at < count, analysis.isGlued(at) { break }
            if creditLength(at: at) != nil { break }
        }
        return found
    }

    /// （刘兵 李子路 报道）: names set apart, before the word for what they did.
    private func creditedBefore(_ token: Int) -> [Found] {
        guard let length = Self.closings.first(where: { analysis.stands($0, at: token) })?.count,
            closes(token + length), !analysis.isGlued(token), token > 1
        else { return [] }
        var found: [Found] = []
        var end = token
        while end >= 2, !analysis.text.tokens[end].traits.contains(.lineBefore) {
            var start = end
            while start > 0, end - start < 4, analysis.han(start - 1) != 0 {
                start -= 1
                if !analysis.isGlued(start) { break }
            }
            let run = start..<end
            guard (2...3).contains(run.count), surnameLength(at: start, in: run) != nil, !isCommonWord(run),
                !analysis.isGlued(start) || analysis.text.tokens[start - 1].kind == .sign
            else { break }
            found.append(Found(tokens: run, name: analysis.words(run), last: nil))
            end = start
            if analysis.isGlued(start) { break }
        }
        return found
    }

    /// 徐剑梅李斌: two names run together.
    private func joined(_ run: Range<Int>) -> [Found]? {
        guard analysis.tags(in: run).allSatisfy({ $0.tokens.count == 1 || $0.lexeme == .givenName }) else { return nil }
        for middle in [run.lowerBound + 3, run.lowerBound + 2]
        where run.upperBound - middle >= 2 && run.upperBound - middle <= 3 {
            let halves = [run.lowerBound..<middle, middle..<run.upperBound]
            if halves.allSatisfy({ surnameLength(at: $0.lowerBound, in: $0) != nil }) {
                return halves.map { Found(tokens: $0, name: analysis.words($0), last: nil) }
            }
        }
        return nil
    }

    private func creditLength(at token: Int) -> Int? {
        Self.credits.first { analysis.stands($0, at: token) }?.count
    }

    private func isTranscribed(_ run: Range<Int>) -> Bool { run.allSatisfy(isTranscription) }

    /// Whether a word of the lexicon that is no name covers the run, or a head or outlet ends it.
    private func isCommonWord(_ run: Range<Int>) -> Bool {
        if analysis.overlapsOrganisation(run) || analysis.places.contains(where: { $0.tokens == run }) { return true }
        return analysis.tags(in: run).contains { tag in
            tag.lexeme != .givenName && tag.tokens == run
                || (tag.lexeme == .organisationHead || tag.lexeme == .furniture || tag.lexeme == .role)
                    && tag.tokens.upperBound == run.upperBound && tag.tokens.count >= 2
        }
    }

    private func surnameLength(at token: Int, in run: Range<Int>? = nil) -> Int? {
        let first = analysis.han(token)
        guard first != 0 else { return nil }
        let limit = run?.upperBound ?? count
        if token + 2 < limit, analysis.isGlued(token + 1), Self.surnames.contains([first, analysis.han(token + 1)]) {
            return 2
        }
        return Self.surnames.contains([first]) && token + 1 < limit ? 1 : nil
    }

    /// A surname with one or two characters, where the words around tell a person.
    private func chinese(at start: Int, isListed: Bool) -> Found? {
        guard let surname = surnameLength(at: start), !analysis.overlapsOrganisation(start..<(start + 1)) else {
            return nil
        }
        let role = analysis.tag(endingAt: start, .role)
        let isCredit =
            role == nil && start >= 2 && analysis.isSign(start - 1, in: Self.labelSigns)
            && analysis.tag(endingAt: start - 1, .role) != nil
        let behindRole = role != nil || isCredit || analysis.endsWith(Self.groups, before: start) != nil
        let opens = opensName(start)
        guard behindRole || isListed || opens else { return nil }
        guard let end = nameEnd(start, surname: surname) else { return nil }
        let tokens = start..<end
        if analysis.overlapsOrganisation(tokens)
            || analysis.places.contains(where: { $0.tokens.overlaps(tokens) && $0.tokens.count > 1 })
        {
            return nil
        }
        let isRisky = surname == 1 && Hanzi.riskySurnames.contains(analysis.han(start))
        let strength = boundary(end)
        let word = wordInside(tokens)
        if behindRole || isListed {
            if let word {
                // 方向东 holds 方向: only a three-character name before a clear limit, with a harmless word at its head.
                guard
                    word.lexeme == .notName || word.lexeme == .project || word.lexeme == .build
                        || word.lexeme == .sector, word.tokens.count == 2, tokens.count == 3, strength == 3,
                    word.tokens.lowerBound > start || role?.value != "none"
                else { return nil }
            }
            if isRisky || role?.value == "none" || isListed && role == nil { guard strength >= 2 else { return nil } }
            return Found(tokens: tokens, name: analysis.words(tokens), last: nil)
        }
        // Without an office before it: "程砚文率团访问", "李强会见", "王建国副省长", "张三 摄".
        guard word == nil, !isRisky || tokens.count == 3 else { return nil }
        let verb = analysis.tags(in: end..<min(count, end + 1)).first {
            Self.verbs.contains($0.lexeme) || $0.lexeme == .role
        }
        guard let verb, end < count, !analysis.text.tokens[end].traits.contains(.lineBefore) else { return nil }
        let isStrong =
            [.lead, .speech, .role].contains(verb.lexeme)
            || verb.tokens.count >= 2 && [.meet, .receive, .travel, .call].contains(verb.lexeme)
        guard isStrong, verb.lexeme != .role || verb.value != "none" || !analysis.isGlued(end) || verb.tokens.count >= 2
        else { return nil }
        if verb.tokens.count == 1, isRisky { return nil }
        return Found(tokens: tokens, name: analysis.words(tokens), last: nil)
    }

    /// Whether a name may begin here: at a line, behind a sign, a joining word, a place, an organisation or a time.
    private func opensName(_ start: Int) -> Bool {
        if start == 0 || !analysis.isGlued(start) || analysis.text.tokens[start - 1].kind == .sign { return true }
        if Hanzi.set("与和同由與").contains(analysis.han(start - 1)) { return true }
        if isBoundary(endingAt: start) { return true }
        return analysis.tags(in: max(0, start - 4)..<start).contains {
            $0.tokens.upperBound == start && [.day, .weekday, .period].contains($0.lexeme)
        }
    }

    /// Whether the token follows a person in an enumeration ("记者张三、李四", "董事长王某和李某").
    private func isListed(_ token: Int, _ found: [Found]) -> Bool {
        guard
            analysis.isSign(token - 1, in: Hanzi.set("、")) || Hanzi.set("和与與").contains(analysis.han(token - 1))
                || !analysis.isGlued(token)
        else { return false }
        let end = analysis.isGlued(token) ? token - 1 : token
        return found.contains { $0.tokens.upperBound == end && $0.tokens.count <= 4 }
    }

    /// Where a Chinese name ends: behind the second given character, or the first where that fits better.
    private func nameEnd(_ start: Int, surname: Int) -> Int? {
        let one = start + surname + 1
        let two = one + 1
        func isHan(_ token: Int) -> Bool { analysis.han(token) != 0 && analysis.isGlued(token) }
        guard isHan(start + surname), surname == 1 || isHan(start + 1) else { return nil }
        let firstGiven = analysis.han(start + surname)
        if Hanzi.function.contains(firstGiven), !Hanzi.functionInNames.contains(firstGiven) { return nil }
        if opensVerb(start + surname) { return nil }
        guard isHan(one) else { return one }
        let third = analysis.han(one)
        let afterOne = boundary(one)
        let afterTwo = boundary(two)
        if Hanzi.function.contains(third) {
            // 王钧和表示, 陶敬之、: before a verb or a sign it can join nothing.
            guard Hanzi.functionInNames.contains(third), opensVerb(two) || closes(two) else { return one }
            return two
        }
        if opensVerb(one), !opensVerb(two) { return one }
        if afterOne == 3 || Hanzi.clearFollowers.contains(third), afterTwo < 3 { return one }
        return two
    }

    private func opensVerb(_ token: Int) -> Bool {
        analysis.tags(in: token..<min(count, token + 1)).contains {
            Self.verbs.contains($0.lexeme) && ($0.tokens.count >= 2 || $0.lexeme == .lead || $0.lexeme == .speech)
        }
    }

    /// How clearly a word ends before a token: 3 by a sign, space or verb, 2 by a function character, 0 not at all.
    private func boundary(_ token: Int) -> Int {
        if closes(token) || analysis.han(token) == 0 { return 3 }
        if analysis.tags(in: token..<(token + 1)).contains(where: {
            $0.tokens.count >= 2 && Self.stops.contains($0.lexeme)
        }) {
            return 3
        }
        return Hanzi.followers.contains(analysis.han(token)) ? 2 : 0
    }

    /// A word of the lexicon that lies inside the range from its first or second character on.
    private func wordInside(_ tokens: Range<Int>) -> Tag? {
        analysis.tags(in: tokens).first {
            $0.tokens.count >= 2 && $0.lexeme != .givenName && $0.tokens.lowerBound <= tokens.lowerBound + 1
                && ($0.tokens.upperBound <= tokens.upperBound || $0.tokens.lowerBound == tokens.lowerBound)
        }
    }

    // MARK: Repetition

    /// A name found before, whole or (of a foreign one) its last part.
    private func again(_ person: Found, at token: Int) -> Found? {
        func matches(_ part: Range<Int>) -> Range<Int>? {
            guard token + part.count <= count, !analysis.overlapsOrganisation(token..<(token + part.count)) else {
                return nil
            }
            for offset in 0..<part.count {
                let here = analysis.text.tokens[token + offset]
                if offset > 0, here.traits.contains(.spaceBefore) { return nil }
                guard analysis.key(token + offset) == analysis.key(part.lowerBound + offset) else { return nil }
            }
            return token..<(token + part.count)
        }
        if let tokens = matches(person.tokens) { return Found(tokens: tokens, name: person.name, last: nil) }
        guard let last = person.last, last.count >= 2, let tokens = matches(last) else { return nil }
        guard
            !isTranscription(token - 1) || !analysis.isGlued(token) || isBoundary(endingAt: token)
                || analysis.tag(endingAt: token, .role) != nil
        else { return nil }
        guard !analysis.isSign(tokens.upperBound, in: Hanzi.nameDots),
            analysis.places.allSatisfy({ !$0.tokens.overlaps(tokens) || last.count >= 3 })
        else { return nil }
        return Found(tokens: tokens, name: person.name, last: nil)
    }
}
