internal import Deals
internal import Languages
internal import SourceText

/// How far a clause says that a deal has come, and what only looks like it.
extension DealCueRules {
    /// "investors might spend …", "could build": supposed, and by nobody who is named.
    func isSupposed(_ act: Tag, in clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .english else { return false }
        let ahead = max(clause.lowerBound, act.tokens.lowerBound - 3)..<act.tokens.upperBound
        return ahead.contains { ["might", "could", "would", "may", "should"].contains(analysis.text.key($0)) }
    }

    /// Whether a signing is still to come: a word of the future before the verb in its part of the sentence, or, where the
    /// verb comes last, right behind it ("imzolanishi kutilmoqda", "подписание намечено").
    func isPlanned(_ sign: Tag, _ clause: Range<Int>) -> Bool {
        let segment = analysis.segment(around: sign.tokens.lowerBound, in: clause)
        return analysis.all(.future, in: segment).contains { future in
            if future.tokens.overlaps(sign.tokens) { return true }
            let isBehind = future.tokens.lowerBound >= sign.tokens.upperBound
            switch analysis.data.tag {
            case .uzbekLatin, .uzbekCyrillic: return isBehind && future.tokens.lowerBound - sign.tokens.upperBound <= 2
            case .chinese: return !isBehind
            case .russian, .english:
                return isBehind
                    ? future.tokens.lowerBound - sign.tokens.upperBound <= 2
                    : sign.tokens.lowerBound - future.tokens.upperBound <= 5
            }
        }
    }

    private static let urging: Set<String> = [
        "建议", "提醒", "呼吁", "要求", "希望", "敦促", "倡议", "提议", "期望", "建議", "呼籲", "倡議", "提議",
    ]

    /// "她提醒企业谨慎签订远期合同": somebody is told to sign, or may.
    func isOnlyUrged(_ sign: Tag, _ clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .chinese else { return false }
        let segment = analysis.segment(around: sign.tokens.lowerBound, in: clause)
        // "…建议，企业在签订合同时应…"
        if analysis.text.key(max(clause.lowerBound, segment.lowerBound - 1)) == "，",
            analysis.all(.proposal, in: clause.lowerBound..<segment.lowerBound).contains(where: {
                $0.tokens.upperBound == segment.lowerBound - 1
                    && Self.urging.contains(analysis.words($0.tokens))
            })
        {
            return true
        }
        return analysis.all(.proposal, in: segment.lowerBound..<sign.tokens.lowerBound).contains {
            sign.tokens.lowerBound - $0.tokens.upperBound <= 8
        }
    }

    /// 与X签约: the verb holds its paper.
    func isSigningOfPapers(_ sign: Tag, _ organisations: [Side]) -> Bool {
        guard analysis.data.tag == .chinese, !organisations.isEmpty else { return false }
        // 签约当天, 签约前: only when something else was.
        return analysis.words(sign.tokens).contains { "约約".contains($0) }
            && !Hanzi.set("当當前后後现現时時仪儀之项項的日").contains(analysis.han(sign.tokens.upperBound))
    }

    /// Whether the next sentence of the paragraph turns it down (公司当场婉拒).
    func isRefusedBehind(_ number: Int) -> Bool {
        let passages = analysis.text.passages
        guard number + 1 < passages.count, passages[number + 1].line == passages[number].line else { return false }
        return analysis.has(.refusal, in: passages[number + 1].tokens)
    }

    /// Whether somebody meets in the paragraph of a passage.
    func isMetHere(_ number: Int) -> Bool {
        let line = analysis.text.passages[number].line
        return analysis.articlePassages.contains {
            analysis.text.passages[$0].line == line && analysis.has(.meet, in: analysis.text.passages[$0].tokens)
        }
    }

    /// 两国领导人达成的共识, 未就采购达成一致: an accord that is only referred to, or was not reached.
    func isAttribute(_ accord: Tag, _ clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .chinese else { return false }
        let behind = accord.tokens.upperBound
        if behind < clause.upperBound, analysis.text.key(behind) == "的" { return true }
        let segment = analysis.segment(around: accord.tokens.lowerBound, in: clause)
        return analysis.has(.negation, in: segment.lowerBound..<accord.tokens.lowerBound)
    }

    /// "按照协议，X将建设…": a paper that stands, and work to come; or "贸易合同，今年将采购…".
    func isLaterWork(_ future: Tag, _ papers: [Tag], _ clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .chinese else { return false }
        let segment = analysis.segment(around: future.tokens.lowerBound, in: clause)
        return !papers.contains { segment.contains($0.tokens.lowerBound) }
    }

    /// Trade figures: goods that are sold or shipped, without a paper or an accord, are no deal.
    func isStatistics(_ solid: [Tag], _ papers: [Tag], _ clause: Range<Int>) -> Bool {
        guard papers.isEmpty else { return false }
        // Figures of customs and statistics, of no company.
        if analysis.data.tag == .chinese,
            sides.organisations(in: clause).allSatisfy({ references.isInstitution($0) }),
            !analysis.has(.dealAmount, in: clause), !analysis.has(.invest, in: clause),
            analysis.has(.otherAmount, in: clause)
                || ["同比", "环比", "统计", "比上年", "統計", "增长"].contains(where: analysis.words(clause).contains)
        {
            return true
        }
        if analysis.has(.otherAmount, in: clause), !solid.contains(where: { $0.value != "trade" }) { return true }
        return analysis.data.tag != .russian && analysis.data.tag != .english && !solid.isEmpty
            && solid.allSatisfy { $0.value == "trade" }
    }

    /// Stalled and cancelled override; else the furthest stage; a denied or planned one is none.
    func decisive(_ stages: [Tag], _ clause: Range<Int>) -> Tag? {
        let real = stages.compactMap { begun($0, clause) }.filter {
            !isDenied($0, clause) && !isYetToCome($0, clause) && !isOfPeople($0, clause)
                && !isOfPaper($0, clause)
        }
        // "The bank approved a loan for the plant that X is building": the bank's news.
        if let financing = real.first(where: { $0.value == "financing" }),
            sides.organisations(in: clause).contains(where: { references.isBank($0) }),
            !real.contains(where: { $0.value == "cancelled" || $0.value == "stalled" }),
            analysis.has(.loan, in: clause)
                || financing.tokens.contains(where: { token in
                    ["кредит", "заем", "займ"].contains { analysis.text.key(token).hasPrefix($0) }
                })
        {
            return financing
        }
        if let stop = real.first(where: { $0.value == "cancelled" }) ?? real.first(where: { $0.value == "stalled" }) {
            return stop
        }
        return real.max {
            (AgreementStatus(rawValue: $0.value)?.rung ?? 0) < (AgreementStatus(rawValue: $1.value)?.rung ?? 0)
        }
    }

    /// «уже строится»: words in quotes of their own are somebody else's.
    private func isScareQuoted(_ tag: Tag) -> Bool {
        let tokens = analysis.text.tokens
        func isQuote(_ index: Int) -> Bool {
            tokens.indices.contains(index) && ["«", "»", "\"", "“", "”", "„"].contains { tokens[index].isSign($0) }
        }
        return isQuote(tag.tokens.upperBound)
            && (isQuote(tag.tokens.lowerBound - 1) || isQuote(tag.tokens.lowerBound - 2))
    }

    /// "Construction of the plant has started", "Выпуск труб начат": a bare verb of beginning tells by what begins.
    private func begun(_ stage: Tag, _ clause: Range<Int>) -> Tag? {
        guard stage.value == "begins" else { return stage }
        let segment =
            verbLast
            ? analysis.segment(around: stage.tokens.lowerBound, in: clause)
            : clause.lowerBound..<min(clause.upperBound, stage.tokens.upperBound + 4)
        guard !analysis.tags(in: segment).contains(where: { [.meet, .proposal, .paper, .travel].contains($0.lexeme) })
        else { return nil }
        guard
            let act = analysis.tags(in: segment).last(where: {
                [.build, .project].contains($0.lexeme) && $0.tokens.upperBound <= stage.tokens.lowerBound
                    || $0.lexeme == .build && $0.tokens.lowerBound >= stage.tokens.upperBound
            })
        else { return nil }
        let isOutput = analysis.tags(in: segment).contains {
            $0.lexeme == .build && $0.value == "make"
                && distance($0.tokens, stage.tokens) <= distance(act.tokens, stage.tokens)
        }
        return Tag(
            lexeme: .stage, value: isOutput ? "operating" : "construction", entry: stage.entry, tokens: stage.tokens)
    }

    func isDenied(_ stage: Tag, _ clause: Range<Int>) -> Bool {
        if isScareQuoted(stage) { return true }
        // "An investment proposal for a factory was handed over": the paper, not the factory.
        if stage.value == "operating", analysis.data.tag == .english,
            analysis.all(.proposal, in: clause.lowerBound..<max(clause.lowerBound, stage.tokens.lowerBound)).contains(
                where: {
                    analysis.text.key($0.tokens.upperBound - 1).hasPrefix("proposal")
                })
        {
            return true
        }
        return analysis.has(
            .negation, in: max(clause.lowerBound, stage.tokens.lowerBound - 3)..<stage.tokens.lowerBound)
    }

    /// "Контракт действует": a paper is in force, no plant is at work.
    private func isOfPaper(_ stage: Tag, _ clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .russian, stage.value == "operating",
            analysis.text.key(stage.tokens.lowerBound).hasPrefix("действу")
        else { return false }
        let segment = analysis.segment(around: stage.tokens.lowerBound, in: clause)
        return analysis.has(.paper, in: segment) && !analysis.has(.project, in: segment)
    }

    /// "kredit liniyasi ochish xususida kelishildi": what an accord is about, not what has come of it.
    private func isUzbekContent(_ stage: Tag, _ clause: Range<Int>) -> Bool {
        guard analysis.data.tag.isUzbek, stage.tokens.upperBound < clause.upperBound else { return false }
        return analysis.text.key(stage.tokens.upperBound - 1).hasSuffix("ish")
            && ["bo'yicha", "yuzasidan", "xususida", "to'g'risida", "haqida", "uchun", "maqsadida", "borasida"]
                .contains(
                    analysis.text.key(stage.tokens.upperBound))
    }

    /// "В Китае работает делегация": people are at work, not a plant.
    private func isOfPeople(_ stage: Tag, _ clause: Range<Int>) -> Bool {
        guard stage.value == "operating" else { return false }
        let segment = analysis.segment(around: stage.tokens.lowerBound, in: clause)
        return analysis.has(.delegation, in: segment) && !analysis.has(.project, in: segment)
    }

    /// "预计2027年投产", "запустят в 2025 году", "is due to open next year": words of the future before it, or a date
    /// ahead beside it, in the same part of the sentence.
    private func isYetToCome(_ stage: Tag, _ clause: Range<Int>) -> Bool {
        let segment = analysis.segment(around: stage.tokens.lowerBound, in: clause)
        if isUzbekContent(stage, clause) { return true }
        // In Uzbek the word of the future closes the clause; before a noun it only describes ("rejalashtirilgan fabrika").
        let isUzbek = analysis.data.tag.isUzbek
        if analysis.all(.future, in: segment).contains(where: {
            (isUzbek ? $0.tokens.upperBound > stage.tokens.lowerBound : $0.tokens.lowerBound < stage.tokens.upperBound)
                && $0.tokens.lowerBound - stage.tokens.upperBound <= 2
        }) {
            return true
        }
        return analysis.dates.contains { segment.contains($0.tokens.lowerBound) && isAhead($0) }
    }
}
