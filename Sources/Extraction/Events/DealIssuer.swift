internal import Deals
internal import Languages
internal import SourceText

/// 公司 in a company's own announcement is the company that issues it.
extension AgreementRules {
    private static let marks = Hanzi.phrases("特此公告 公告编号 证券代码 证券简称 本公司 我公司 我司 公告編號 證券代碼")
    private static let verbs = Hanzi.set("与與同和已拟擬将將在中签簽决決获獲于於承")

    /// Adds the issuer where the deal names no company, or where 公司 itself acts.
    func addIssuer(_ deal: inout DealDraft) {
        guard analysis.data.tag == .chinese, !deal.isPackage, let issuer, let first = deal.passages.min(),
            !deal.parties.contains(where: { $0.party == issuer.party })
        else { return }
        let references = DealReferences(analysis: analysis, sides: sides)
        let companies = deal.parties.filter { !$0.isPlace && !references.isInstitution($0) }
        if companies.isEmpty || acts(in: analysis.text.passages[first].tokens) {
            deal.parties.insert(issuer, at: 0)
        }
    }

    /// Deals told behind the total of a ceremony were signed on its day.
    func addCeremonyDate(_ deal: inout DealDraft, _ others: [DealDraft]) {
        guard analysis.data.tag == .chinese, deal.date == nil, deal.status.value == .signed, !deal.isPackage,
            let first = deal.passages.min()
        else { return }
        let line = analysis.text.passages[first].line
        let total = others.last {
            $0.isPackage && $0.status.value == .signed && $0.date?.date.day != nil && $0.date?.end == nil
                && $0.passages[0] < first && line - analysis.text.passages[$0.passages[0]].line <= 8
        }
        if let total {
            deal.date = total.date
            return
        }
        let ceremony = analysis.articlePassages.last { number in
            number < first && line - analysis.text.passages[number].line <= 6
                && analysis.dates(in: analysis.text.passages[number].tokens).contains { $0.date.day != nil }
                && Self.ceremonies.contains(where: analysis.words(analysis.text.passages[number].tokens).contains)
        }
        if let ceremony {
            deal.date = day(ofCeremonyIn: analysis.text.passages[ceremony].tokens)
            return
        }
        // 会见结束时: the day of the meeting told before.
        let opening = analysis.words(deal.clause.lowerBound..<min(deal.clause.lowerBound + 6, deal.clause.upperBound))
        if Self.after.contains(where: opening.hasPrefix) {
            deal.date =
                meetings.last { $0.passage < first && line - analysis.text.passages[$0.passage].line <= 4 }?.date
        }
    }

    /// The day nearest before the word of the ceremony; a dateline (本报12月2日讯) is none.
    private func day(ofCeremonyIn range: Range<Int>) -> DateMention? {
        let days = analysis.dates(in: range).filter {
            $0.date.day != nil && $0.end == nil
                && !Hanzi.set("讯電电訊").contains(analysis.han($0.tokens.upperBound))
        }
        guard let sign = analysis.all(.sign, in: range).first else { return days.first }
        return days.last { $0.tokens.lowerBound < sign.tokens.lowerBound } ?? days.first
    }

    private static let ceremonies = ["签约仪式", "签字仪式", "签署仪式", "签约活动", "签约大会", "簽約儀式", "簽署儀式"]
    private static let after = ["会见结束", "会谈结束", "会后", "会谈后", "会见后", "会议结束", "座谈会后", "座谈后", "会上", "會後", "會談後"]

    private var isAnnouncement: Bool {
        if let known = analysis.isAnnouncement { return known }
        let found = analysis.text.tokens.indices.contains { analysis.endsWith(Self.marks, before: $0 + 1) != nil }
        analysis.isAnnouncement = found
        return found
    }

    private var issuer: Side? {
        guard
            let number = analysis.organisations.indices.first(where: {
                let organisation = analysis.organisations[$0]
                return !organisation.isInstitution && !organisation.isOutlet && organisation.name.hasSuffix("公司")
            })
        else { return nil }
        guard isAnnouncement else { return nil }
        return sides.side(ofOrganisation: number, tokens: analysis.organisations[number].tokens)
    }

    /// Whether 公司 stands alone and does something: 公司与…签订, 日，公司中标.
    private func acts(in range: Range<Int>) -> Bool {
        range.contains { token in
            analysis.stands(Hanzi.scalars("公司"), at: token) && !analysis.isOrganisation(token)
                && (token == range.lowerBound || !analysis.isGlued(token)
                    || analysis.text.tokens[token - 1].kind == .sign || analysis.han(token - 1) == 0x65E5)
                && Self.verbs.contains(analysis.han(token + 2))
        }
    }
}
