internal import Languages
internal import SourceText

/// Papers named by their reports: 丝路观察报记者, 潍坊农事报3月21日讯.
struct ChinesePressNames {
    let analysis: Analysis

    private static let heads = Hanzi.set("报網网刊報")
    private static let reports = Hanzi.phrases("记者 讯 记者站 特派 首席记者 見習記者 記者 訊 通讯员")
    private static let notPapers = Hanzi.phrases("本 我 该 早 晚 党 汇 通 预 申 上 下 有 各")

    func mentions() -> [OrganisationMention] {
        (0..<analysis.text.tokens.count).compactMap { token in
            guard Self.heads.contains(analysis.han(token)), isFollowedByReport(token + 1) else { return nil }
            var start = token
            while start > 0, token - start < 7, analysis.isGlued(start), analysis.han(start - 1) != 0,
                !Hanzi.function.contains(analysis.han(start - 1)), analysis.tag(endingAt: start, .outlet) == nil
            { start -= 1 }
            guard token - start >= 2,
                analysis.isGlued(start) == false || analysis.text.tokens[start - 1].kind == .sign
                    || Hanzi.set("据据据").contains(analysis.han(start - 1)),
                !(token - start == 1 && Self.notPapers.contains(where: { analysis.stands($0, at: start) }))
            else { return nil }
            let range = start..<(token + 1)
            return OrganisationMention(
                tokens: range, name: analysis.words(range), isInstitution: true, isOutlet: true)
        }
    }

    /// 记者, 讯, or a place and a day before 讯.
    private func isFollowedByReport(_ start: Int) -> Bool {
        if Self.reports.contains(where: { analysis.stands($0, at: start) }) { return true }
        var at = start
        if let place = analysis.place(startingAt: at) { at = place.tokens.upperBound }
        guard let date = analysis.dates.first(where: { $0.tokens.lowerBound == at }), analysis.isGlued(at) else {
            return false
        }
        let next = date.tokens.upperBound
        return analysis.han(next) == 0x8BAF || analysis.han(next) == 0x8A0A || analysis.han(next) == 0x7535
    }
}
