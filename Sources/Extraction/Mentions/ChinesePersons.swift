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
    static let credits = Hanzi.phrases(
        """
        文字整理 整理 录入 速记 记者 本报记者 通讯员 编辑 责任编辑 责编 总编 主编 审核 校对 编译 翻译 作者 撰文 撰稿 摄影 摄影记者 摄 供图 监制 审校 统筹 策划 \
        制图 图 文 采写 值班编辑 见习编辑 通讯员 記者 本報記者 通訊員 編輯 責任編輯 責編 總編 主編 編譯 翻譯 攝影 攝影記者 攝 監製 審校 統籌 策劃
        """)
    /// Words for several office holders, whose names follow.
    static let groups = Hanzi.phrases("省领导 市领导 州领导 区领导 县领导 有关领导 团长 领队 主持人 嘉宾 省領導 市領導 團長")
    /// Words behind the names of those who wrote or took pictures.
    static let closings = Hanzi.phrases("报道 摄影报道 摄 文 图 文图 图文 摄影 报道并摄影 供图 報道 攝")
    static let labelSigns = Hanzi.set("：:/｜|丨／")
    static let verbs: LexemeSet = [
        .speech, .lead, .meet, .receive, .call, .travel, .sign, .announce, .delegation, .agreed,
    ]
    static let stops: LexemeSet = verbs.union([
        .future, .day, .weekday, .period, .month, .negation, .background, .organisationHead, .administration, .stage,
        .build, .invest, .role, .outlet, .furniture, .proposal,
    ])

    struct Found {
        let tokens: Range<Int>
        let name: String
        /// For a foreign name the tokens of its last part.
        let last: Range<Int>?
    }

    var count: Int { analysis.text.tokens.count }

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

    /// A name found before, whole or (of a foreign one) its last part.
    func again(_ person: Found, at token: Int) -> Found? {
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
