internal import Languages
internal import SourceText

/// What a Chinese clause says is supplied, made or bought, where no word of the tables names it.
extension SubjectRules {
    /// Words between a thing and the paper about it, and what papers are called besides (3艘冷藏运输船|建造合同).
    private static let deeds = Hanzi.phrases(
        """
        合作 框架 战略 投资 项目 建设 采购 供货 供应 出口 进口 购销 销售 建造 承包 总承包 施工 服务 贸易 商务 研发 友好 谅解 双边 政府间 开发 联合 长期 补充 正式 意向 相关 系列 \
        多份 一份 两份 三份 四份 五份 六份 七份 八份 九份 十份 一项 两项 三项 多项 项 份 个 一个 该 本 有关 经贸 经济 技术 贷款 融资 租赁 代理 授权 经销 独家 买卖 加工 培训 委托 咨询 设计 运营 特许经营 \
        戰略 投資 項目 建設 採購 供貨 供應 進口 銷售 承包 貿易 開發 聯合 長期 貸款 融資
        """)
    private static let words = Hanzi.phrases(
        "包括 包含 涉及 举行 举办 进行 开展 围绕 关于 有关 用于 共同 合作 联合 双方 分别 达成 见证 出席 第一 第二 第三 第四 第五 正式 已经 主要 其中 所需 當地 当地 兩地 两地 用於 關於 舉行 舉辦 進行"
    )
    private static let limits = Hanzi.set("的了就与與和将將为為向从從由把被对對于於在以及或份项項个個该該并並等因")
    private static let counters = Hanzi.set("座条條家所个個项項份艘台臺辆輛套批架列吨噸间間处處口")

    /// Whether a character or word closes a noun phrase that is read from its end.
    func closesPhrase(_ index: Int) -> Bool {
        if analysis.endsWith(Self.words, before: index + 1) != nil { return true }
        let character = analysis.han(index)
        if character == 0x4E2D { return Hanzi.set("其辞集当程谈话辭當談話").contains(analysis.han(index - 1)) }
        return Hanzi.set("对對由从從向把被及时時后後").contains(character)
    }

    /// Before the paper (一次性注射器出口协议), else behind the verb (合作研发登革热快速检测试剂).
    func object(of builds: [Tag], _ papers: [Tag], in clause: Range<Int>) -> Range<Int>? {
        guard analysis.data.tag == .chinese else { return nil }
        for paper in papers {
            var end = paper.tokens.lowerBound
            while end > clause.lowerBound {
                if let length = analysis.endsWith(Self.deeds, before: end) {
                    end -= length
                } else if analysis.text.key(end - 1) == "的" {
                    end -= 1
                } else {
                    break
                }
            }
            var start = end
            while start > clause.lowerBound, end - start < 16, !isLimit(start - 1), !closesPhrase(start - 1) {
                start -= 1
            }
            if let thing = thing(start..<end) { return thing }
        }
        for build in builds where !analysis.isOrganisation(build.tokens.lowerBound) {
            let start = build.tokens.upperBound
            var end = start
            while end < clause.upperBound, end - start < 16, !isLimit(end) { end += 1 }
            if let thing = thing(start..<end) { return thing }
        }
        return nil
    }

    private func thing(_ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start < range.upperBound,
            Self.counters.contains(analysis.han(start))
                || analysis.tag(at: start, .number) != nil
                    && Self.counters.contains(analysis.han(start + 1))
        { start += 1 }
        let phrase = start..<range.upperBound
        guard phrase.count >= 2, phrase.count <= 15,
            phrase.count(where: { analysis.han($0) != 0 }) >= 2,
            !analysis.tags(in: phrase).contains(where: { $0.tokens == phrase && $0.lexeme != .sector })
        else { return nil }
        return phrase
    }

    private func isLimit(_ index: Int) -> Bool {
        stops(index) || Self.limits.contains(analysis.han(index))
            || analysis.places.contains { $0.tokens.contains(index) } || analysis.isOrganisation(index)
    }
}
