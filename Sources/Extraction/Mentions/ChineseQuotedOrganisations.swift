internal import Languages
internal import SourceText

/// Names in quotes, behind labels, in brackets behind a full name, or before an office.
extension ChineseOrganisations {
    func quoted(_ inner: Range<Int>) -> OrganisationMention? {
        guard let first = inner.first, inner.count <= 16 else { return nil }
        let open = first - 1
        let close = inner.upperBound
        let isTitle = tokens[open].isSign("《")
        if isTitle {
            guard inner.count >= 2, inner.count <= 10, analysis.endsWith(Self.outletEnds, before: close) != nil,
                inner.allSatisfy({ tokens[$0].kind == .word })
            else { return nil }
            return organisation(inner, isInstitution: true, isOutlet: true)
        }
        guard
            !inner.contains(where: {
                tokens[$0].isSign("，") || tokens[$0].isSign("。") || tokens[$0].isSign("、") || tokens[$0].isSign("：")
                    || tokens[$0].isSign("！") || tokens[$0].isSign("？")
            })
        else { return nil }
        let words = inner.filter { tokens[$0].kind == .word }
        guard !words.isEmpty, !isAlias(open) else { return nil }
        let after =
            analysis.tags(in: (close + 1)..<min(count, close + 2)).contains {
                [.companyWord, .legalForm].contains($0.lexeme)
                    || $0.lexeme == .organisationHead && $0.value == "company"
            } && analysis.isGlued(close + 1)
        let before = analysis.tags(in: max(0, open - 6)..<open).contains {
            $0.tokens.upperBound == open && [.companyWord, .legalForm].contains($0.lexeme)
        }
        let isLatin = words.allSatisfy { tokens[$0].traits.contains(.latin) } && tokens[first].traits.contains(.capital)
        if isLatin {
            guard after || before || words.count >= 2 else { return nil }
            return organisation(inner, isInstitution: false)
        }
        guard
            words.count == inner.count || inner.contains(where: { tokens[$0].traits.contains(.latin) })
                || inner.contains(where: {
                    analysis.isSign($0, in: Hanzi.hyphens) || analysis.isSign($0, in: Hanzi.nameDots)
                })
        else { return nil }
        guard after || before, words.count >= 2, words.count <= 12, !isGeneric(inner) else { return nil }
        return organisation(inner, isInstitution: false)
    }

    static let aliasWords = Hanzi.phrases("以下简称 下称 简称 以下称 以下簡稱 下稱 簡稱")

    func isAlias(_ open: Int) -> Bool {
        var at = open
        if analysis.isSign(at - 1, in: Hanzi.set("：:")) || Hanzi.set("为為").contains(analysis.han(at - 1)) { at -= 1 }
        return analysis.endsWith(Self.aliasWords, before: at) != nil
    }

    /// （以下简称“海曜家电”）, （Falaj Power） behind a full name: the same organisation.
    func aliases(of full: OrganisationMention) -> [OrganisationMention] {
        var at = full.tokens.upperBound
        if at < count, tokens[at].isSign("”") || tokens[at].isSign("\"") { at += 1 }
        guard at + 1 < count, analysis.isSign(at, in: Hanzi.openBrackets) else { return [] }
        at += 1
        var found: [OrganisationMention] = []
        var end = at
        while end < count, end - at < 24, !analysis.isSign(end, in: Hanzi.closeBrackets),
            !tokens[end].traits.contains(.lineBefore)
        { end += 1 }
        guard end < count, analysis.isSign(end, in: Hanzi.closeBrackets) else { return [] }
        func add(_ range: Range<Int>) {
            guard range.count >= 1, !isGeneric(range) else { return }
            found.append(
                OrganisationMention(
                    tokens: range, name: full.name, isInstitution: full.isInstitution, isOutlet: full.isOutlet))
        }
        if let word = Self.aliasWords.first(where: { analysis.stands($0, at: at) }) {
            at += word.count
            // “X”或“Y”, or a bare X.
            let quotes = (at..<end).filter { tokens[$0].kind == .sign }
            if let open = quotes.first(where: {
                tokens[$0].isSign("“") || tokens[$0].isSign("\"") || tokens[$0].isSign("「") || tokens[$0].isSign("‘")
            }),
                let close = quotes.first(where: { $0 > open })
            {
                add((open + 1)..<close)
            } else {
                while at < end, tokens[at].kind == .sign || Hanzi.set("为為").contains(analysis.han(at)) { at += 1 }
                if at < end { add(at..<end) }
            }
        } else if (at..<end).allSatisfy({ tokens[$0].traits.contains(.latin) || tokens[$0].kind != .word }),
            tokens[at].traits.contains(.capital)
        {
            add(at..<end)
        }
        return found
    }

    static let labels = Hanzi.phrases(
        "证券简称 股票简称 公司名称 公司简称 来源 稿源 稿件来源 文章来源 信息来源 来源于 主办单位 主办 证券简称 供稿 证券名称 證券簡稱 股票簡稱 來源 稿件來源 文章來源")
    static let noSource = Hanzi.phrases("网络 互联网 综合 本站 原创 未知 其他 官网 编辑 作者 记者 公众号 企业 網絡 本站 原創")

    /// 来源：丝路通讯社, 证券简称：岭远环保.
    func labelled() -> [OrganisationMention] {
        var found: [OrganisationMention] = []
        for token in 0..<count where analysis.isSign(token, in: Hanzi.set("：:")) {
            guard let length = analysis.endsWith(Self.labels, before: token) else { continue }
            let isStock = analysis.han(token - 1) == 0x79F0 || analysis.han(token - 1) == 0x7A31  // 称
            _ = length
            let start = token + 1
            var end = start
            while end < count, analysis.han(end) != 0, end == start || analysis.isGlued(end) { end += 1 }
            if end - start < 2 || end - start > 10 { continue }
            guard end >= count || !analysis.isGlued(end) || tokens[end].kind == .sign else { continue }
            let range = start..<end
            if isGeneric(range) || Self.noSource.contains(where: { analysis.stands($0, at: start) })
                || analysis.places.contains(where: { $0.tokens == range })
            {
                continue
            }
            found.append(organisation(range, isInstitution: !isStock, isOutlet: !isStock))
        }
        return found
    }

    static let companyRoles = Hanzi.phrases(
        "厂长 廠長 行政总裁 行政總裁 首席执行官 执行董事 負責人 总工程师 董事长 总裁 总经理 执行官 副总裁 副总经理 创始人 行长 总监 董事局主席 董事會主席 董事长 董事長 總裁 總經理 執行官 創始人 行長 總監 董事会主席"
    )

    /// 比亚迪董事长: the words between a limit and an office of companies.
    func beforeRole(at token: Int) -> OrganisationMention? {
        guard let role = analysis.tag(at: token, .role), role.value == "company",
            role.tokens.contains(where: { analysis.tag(at: $0, .role) != nil })
        else { return nil }
        guard analysis.endsWith(Self.companyRoles, before: role.tokens.upperBound) != nil, analysis.isGlued(token)
        else { return nil }
        var start = leftLimit(of: token, head: nil)
        start = withoutCountry(start, token)
        let range = start..<token
        guard range.count >= 2, range.count <= 10, !isGeneric(range) else { return nil }
        // A person's name may stand before the office too: what follows the office must be the name.
        let next = role.tokens.upperBound
        guard
            ChinesePersons.surnames.contains([analysis.han(next)])
                || ChinesePersons.surnames.contains([analysis.han(next), analysis.han(next + 1)])
                || Hanzi.transcription.contains(analysis.han(next)) || next < count && tokens[next].isCapitalised
        else { return nil }
        if analysis.tags(in: max(0, token - 4)..<token).contains(where: {
            $0.tokens.upperBound == token
                && [.companyWord, .organisationHead, .role, .project, .build].contains($0.lexeme)
                && $0.tokens.count >= 2
        }) {
            return nil
        }
        if analysis.places.contains(where: { $0.tokens.upperBound == token })
            || range.contains(where: { tokens[$0].kind == .sign || tokens[$0].kind == .number })
        {
            return nil
        }
        return organisation(range, isInstitution: false)
    }
}
