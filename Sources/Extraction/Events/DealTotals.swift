internal import Deals
internal import Languages
internal import SourceText

/// Totals: a plural paper with a sum ("$1.4bn in agreements", "29 deals worth …", «документы на 200 млн долларов») is a
/// package with its count, never the sum of one deal.
extension DealCueRules {
    /// A plural paper and the sum that is said to be all of theirs.
    func total(_ papers: [Tag], _ amounts: [MoneyMention], in clause: Range<Int>) -> (paper: Tag, amount: MoneyMention)?
    {
        for paper in papers where isPlural(paper) {
            if let amount = amounts.first(where: { isTotal($0, of: paper, in: clause) }) { return (paper, amount) }
        }
        return nil
    }

    private func isPlural(_ paper: Tag) -> Bool {
        let key = analysis.text.key(paper.tokens.upperBound - 1)
        switch analysis.data.tag {
        case .english:
            // "memorandums of understanding"
            return paper.tokens.contains {
                let word = analysis.text.key($0)
                return word == "memoranda" || word.hasSuffix("s") && word.utf8.count > 4 && !word.hasSuffix("ss")
                    || word == "mous"
            } && analysis.text.key(paper.tokens.lowerBound) != "terms"
        case .russian: return ["ов", "ий", "ами", "ями", "ах", "ях", "ам", "ям"].contains { key.hasSuffix($0) }
        case .uzbekLatin, .uzbekCyrillic: return key.contains("lar")
        case .chinese: return false
        }
    }

    /// The sum stands right behind the paper with a word of worth, or before it with "in" or "of".
    private func isTotal(_ amount: MoneyMention, of paper: Tag, in clause: Range<Int>) -> Bool {
        let gap = between(amount.tokens, paper.tokens)
        guard analysis.passageOfToken[amount.tokens.lowerBound] == analysis.passageOfToken[paper.tokens.lowerBound],
            !gap.contains(where: {
                analysis.isOrganisation($0) || analysis.isCovered($0, by: [.project, .sign, .stage, .build])
            })
        else { return false }
        if amount.tokens.upperBound <= paper.tokens.lowerBound {
            guard analysis.data.tag == .english, (1...4).contains(gap.count) else { return false }
            return ["in", "of", "worth"].contains(analysis.text.key(gap.lowerBound))
        }
        guard gap.count <= 6, analysis.data.tag == .english || analysis.data.tag == .russian else { return false }
        // "contracts with X worth $9 million" has its two sides and is one deal's.
        if gap.isEmpty { return analysis.data.tag == .english }
        return analysis.has(.dealAmount, in: gap)
            || analysis.has(.package, in: paper.tokens.lowerBound..<amount.tokens.lowerBound)
            || gap.contains { ["worth", "for", "of", "totalling", "totaling", "на"].contains(analysis.text.key($0)) }
            || analysis.words(gap).lowercased().contains("adding up to")
    }

    func tellAsTotal(_ draft: inout DealDraft, _ total: (paper: Tag, amount: MoneyMention)) {
        if draft.organisations.count >= 2 { return }
        if !draft.isPackage { draft.count = nil }
        draft.isPackage = true
        draft.amount = total.amount
        draft.project = nil
        draft.place = nil
        draft.sector = (.other, total.paper.tokens)
        let counted = (1...3).map { total.paper.tokens.lowerBound - $0 }.first {
            $0 >= draft.clause.lowerBound && NumberReader(analysis: analysis).number(at: $0) != nil
                && !analysis.money.contains { money in money.tokens.contains(total.paper.tokens.lowerBound - 1) }
        }
        draft.subject = (counted ?? total.paper.tokens.lowerBound)..<total.paper.tokens.upperBound
    }
}
