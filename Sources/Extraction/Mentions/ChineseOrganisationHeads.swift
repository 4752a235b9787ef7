internal import Languages
internal import SourceText

/// Names that end in a head: 公司, 委员会, 大学.
extension ChineseOrganisations {
    func headed() -> [OrganisationMention] {
        var spans: [(range: Range<Int>, head: Tag)] = []
        for tag in analysis.tags where tag.lexeme == .organisationHead {
            guard let start = nameStart(tag) else { continue }
            spans.append((start..<tag.tokens.upperBound, tag))
        }
        // A longer name swallows those that it holds.
        let kept = spans.filter { span in
            !spans.contains {
                $0.range != span.range && $0.range.lowerBound <= span.range.lowerBound
                    && $0.range.upperBound >= span.range.upperBound
            }
        }
        return kept.map { span in
            let isInstitution = span.head.value == "institution"
            let isOutlet = isInstitution && analysis.endsWith(Self.outletEnds, before: span.range.upperBound) != nil
            return organisation(span.range, isInstitution: isInstitution, isOutlet: isOutlet)
        }
    }

    /// Where the name that ends in a head begins; nil when the head has no name before it.
    func nameStart(_ head: Tag) -> Int? {
        let lower = head.tokens.lowerBound
        let words = head.tokens.map(analysis.han)
        let isInstitution = head.value == "institution"
        guard !isPartOfWord(head) else { return nil }
        if isInstitution, Self.buildings.contains(words), analysis.isGlued(head.tokens.upperBound),
            Self.builtWords.contains(where: { analysis.stands($0, at: head.tokens.upperBound) })
        {
            return nil
        }
        var start = leftLimit(of: lower, head: head)
        if !isInstitution || words == Hanzi.scalars("银行") {
            start = withoutCountry(start, lower)
        } else if let country = analysis.place(startingAt: start), country.kind == .country,
            let region = analysis.place(startingAt: country.tokens.upperBound), region.tokens.upperBound <= lower,
            region.kind.isLocal
        {
            // 越南高平省人民委员会: the region's, in that country.
            start = region.tokens.lowerBound
        }
        if Hanzi.set("某").contains(analysis.han(start - 1)) { return nil }
        let core = start..<lower
        // "PT Laut Biru公司": 公司 only says what the Latin name is.
        if words == Hanzi.scalars("公司"), !core.isEmpty,
            core.allSatisfy({ tokens[$0].traits.contains(.latin) || tokens[$0].kind == .sign })
        {
            return nil
        }
        // 两家种苗公司, 当地一家经销公司: a kind of company.
        if !isInstitution, core.count <= 3, analysis.endsWith(Self.counted, before: start) != nil,
            core.allSatisfy({ analysis.han($0) != 0 }), analysis.place(startingAt: start) == nil
        {
            return nil
        }
        // 中国建设银行 is a name though its words are general.
        if words.suffix(2) == Hanzi.scalars("银行")[...],
            analysis.place(startingAt: start)?.kind == .country || stands("国家", in: start..<min(start + 1, lower))
        {
            return start
        }
        if core.isEmpty { return Self.proper.contains(words) ? start : nil }
        if Self.proper.contains(words), core.count <= 1, analysis.han(start) != 0 { return start }
        let isNamed = !isGeneric(core)
        if isInstitution {
            let place = analysis.places.contains { core.overlaps($0.tokens) }
            let national =
                place || stands("国家", in: core) || stands("國家", in: core)
                || core.count == 1 && Hanzi.set("乌哈吉塔俄中美烏").contains(analysis.han(start))
            switch words {
            case Hanzi.scalars("部"), Hanzi.scalars("局"), Hanzi.scalars("厅"), Hanzi.scalars("署"), Hanzi.scalars("廳"):
                guard core.count >= 2,
                    analysis.endsWith(Self.notBefore, before: lower) == nil
                        || analysis.endsWith(Self.topics, before: lower) != nil,
                    let topic = analysis.endsWith(Self.topics, before: lower)
                else { return nil }
                return topic <= core.count ? start : nil
            case Hanzi.scalars("网"), Hanzi.scalars("網"):
                guard core.count >= 2, core.count <= 6, isNamed, analysis.endsWith(Self.notNet, before: lower) == nil,
                    isMentionedAsOutlet(core.lowerBound, head.tokens.upperBound)
                else { return nil }
                return start
            case Hanzi.scalars("中心"), Hanzi.scalars("基金"), Hanzi.scalars("联盟"), Hanzi.scalars("理事会"),
                Hanzi.scalars("杂志"), Hanzi.scalars("雜誌"), Hanzi.scalars("聯盟"):
                return isNamed && core.count >= 3 ? start : nil
            default:
                if isNamed, core.count >= 2 { return start }
                let isOffice =
                    words.count >= 2 && Hanzi.set("局部署委院馆館社阁閣").contains(words.last!) || words.count >= 3
                    || words.last == Hanzi.scalars("会").first && words.count >= 2
                if national, isOffice, core.count >= 1, !onlyCountry(core, words) { return start }
                // 塔什干大学, 济南海关: a place smaller than a country is name enough.
                if let place = analysis.place(startingAt: start), place.tokens.upperBound <= lower,
                    place.kind != .country, place.kind != .area
                {
                    return start
                }
                if words == Hanzi.scalars("使馆") || words == Hanzi.scalars("大使馆") { return start }
                return nil
            }
        }
        guard isNamed, core.count >= 2 else { return nil }
        if Self.weak.contains(words) {
            let next = head.tokens.upperBound
            let isCompany = analysis.tag(at: next, .role).map { $0.value == "company" } ?? false
            let isSide =
                Hanzi.set("与與和同将將已签簽中").contains(analysis.han(next)) && analysis.isGlued(next)
                && core.contains { !Hanzi.function.contains(analysis.han($0)) } && core.count >= 4
            guard isCompany || isSide, core.count >= 2, core.count <= 10 else { return nil }
        }
        if words == Hanzi.scalars("集团") || words == Hanzi.scalars("集團"),
            Hanzi.set("化军式军性").contains(analysis.han(head.tokens.upperBound))
        {
            return nil
        }
        return start
    }

    func stands(_ word: String, in range: Range<Int>) -> Bool {
        let phrase = Hanzi.scalars(word)
        return range.contains { analysis.stands(phrase, at: $0) }
    }

    /// 部 in 部分, 局 in 局面, 中心 in 中心城区: the head opens another word.
    func isPartOfWord(_ head: Tag) -> Bool {
        let end = head.tokens.upperBound
        if Hanzi.set("部局").contains(analysis.han(end - 1)), Hanzi.set("门分队署面").contains(analysis.han(end)) {
            return true
        }
        if head.tokens.count == 1, analysis.tags(in: (end - 1)..<end).contains(where: { $0.tokens.count > 1 }) {
            return true
        }
        if Hanzi.set("级長长所层生工").contains(analysis.han(end)), analysis.isGlued(end), head.tokens.count <= 2,
            head.value == "institution", analysis.tag(at: end - 1, .role) != nil
        {
            return true
        }
        return false
    }

    func onlyCountry(_ core: Range<Int>, _ head: [UInt32]) -> Bool {
        guard let place = analysis.place(startingAt: core.lowerBound), place.tokens == core else { return false }
        guard place.kind == .country || place.kind == .area else { return false }
        return [
            Hanzi.scalars("医院"), Hanzi.scalars("学院"), Hanzi.scalars("大学"), Hanzi.scalars("研究院"), Hanzi.scalars("研究所"),
            Hanzi.scalars("法院"), Hanzi.scalars("博物馆"),
        ].contains(head)
    }

    func isMentionedAsOutlet(_ start: Int, _ end: Int) -> Bool {
        let opens =
            start == 0 || !analysis.isGlued(start) || tokens[start - 1].kind == .sign
            || Hanzi.set("据據").contains(analysis.han(start - 1)) || analysis.tag(endingAt: start, .outlet) != nil
        let closes =
            end >= count || !analysis.isGlued(end) || tokens[end].kind != .word
            || analysis.place(startingAt: end) != nil || analysis.tag(at: end, .outlet) != nil
            || analysis.tag(at: end, .role) != nil || analysis.tag(at: end, .speech) != nil
        return opens && closes
    }
}
