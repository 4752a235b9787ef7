internal import Deals
internal import Languages
internal import SourceText

/// What an amount is told for: the deal, a part of it, a conversion, something else.
extension MoneyRules {
    /// "350 млн, остальные 100 млн юаней": a large number without a unit takes the currency of its neighbour.
    func elided(_ bare: [(NumberMention, Int)], among found: [MoneyMention]) -> [MoneyMention] {
        bare.compactMap { number, index in
            let end = number.tokens.upperBound
            guard end < tokens.count else { return nil }
            let next = tokens[end]
            let closes =
                next.kind == .sign && !next.isSign("-") && !next.isSign("%") || next.traits.contains(.lineBefore)
                || isVerb(end) || analysis.text.key(end) == "and" || isPart(index)
                || analysis.data.tag == .russian && ["на", "под", "из", "от"].contains(analysis.text.key(end))
            guard closes, analysis.tag(at: end, .unit) == nil else { return nil }
            if isChinese, !isSpent(index) { return nil }
            let passage = analysis.passageOfToken[index]
            // "hajmi 98 mln": where the words before say what it is an amount of, the lender may stand farther off.
            let reach: Int32 = analysis.text.key(end) == "and" || analysis.data.tag == .english ? 0 : 1
            let isNamed = analysis.has(.dealAmount, in: max(0, index - 3)..<index)
            let near = found.filter {
                let distance = passage - analysis.passageOfToken[$0.tokens.lowerBound]
                return abs(distance) <= reach || isNamed && (0...5).contains(distance)
            }
            guard let lender = near.min(by: { abs($0.tokens.lowerBound - index) < abs($1.tokens.lowerBound - index) })
            else { return nil }
            return mention(number.tokens, number.value, lender.money.currency, isRange: false)
        }
    }

    /// "из них 7 млн турецкий партнёр внесёт": a part of the sum told before.
    private func isPart(_ index: Int) -> Bool {
        guard analysis.data.tag == .russian, index > 1 else { return false }
        let before = analysis.text.key(index - 1)
        return before == "остальные" || analysis.text.key(index - 2) == "из" && ["них", "которых"].contains(before)
    }

    /// "最后花了2240万": in Chinese a bare number is money only behind a word of spending or of an amount.
    private func isSpent(_ index: Int) -> Bool {
        analysis.tags(in: max(analysis.passage(of: index).tokens.lowerBound, index - 8)..<index).contains {
            [.invest, .dealAmount, .otherAmount, .loan].contains($0.lexeme)
        }
    }

    /// A verb behind a number shows that no noun is counted ("ещё 60 млн внесёт сама компания").
    private func isVerb(_ index: Int) -> Bool {
        if analysis.tags(in: index..<(index + 1)).contains(where: { [.invest, .speech, .build].contains($0.lexeme) }) {
            return true
        }
        if analysis.data.tag.isUzbek, index > 0 {
            // "203 millioni import": the possessive shows that the sum told before is divided.
            let scale = analysis.text.key(index - 1)
            if ["millioni", "milliardi", "trillioni"].contains(where: { scale.contains($0) }) { return true }
            // "hisob-kitobda 6,1 million chiqibdi": a finite verb right behind it.
            let key = analysis.text.key(index)
            return key.count > 4
                && ["di", "gan", "moqda", "yapti", "ibdi"].contains { key.hasSuffix($0) }
                && !key.hasSuffix("ldi") && !key.hasSuffix("dagi")
        }
        guard analysis.data.tag == .russian, tokens[index].kind == .word else { return false }
        let key = analysis.text.key(index)
        return key.count > 3
            && ["ет", "ит", "ут", "ют", "ат", "ят", "ли", "ло", "ла", "ены", "ено", "ны"].contains { key.hasSuffix($0) }
    }

    /// "58 млрд тенге (примерно 127 млн долларов)", "$127 million (58 billion tenge)", "826 million somoni, or about $76 million".
    func markConversions(_ found: inout [MoneyMention]) {
        guard found.count > 1 else { return }
        for number in 1..<found.count {
            let previous = found[number - 1]
            guard previous.money.currency != found[number].money.currency, !previous.isConversion else { continue }
            let gap = previous.tokens.upperBound..<found[number].tokens.lowerBound
            guard gap.count <= 5, !gap.isEmpty,
                analysis.passageOfToken[previous.tokens.lowerBound]
                    == analysis.passageOfToken[found[number].tokens.lowerBound]
            else { continue }
            let bracket = gap.contains { tokens[$0].isSign("(") || tokens[$0].isSign("（") || tokens[$0].isSign("/") }
            let comma = gap.contains { tokens[$0].isSign(",") } && gap.count >= 2
            if bracket || comma { found[number].isConversion = true }
        }
    }

    /// The nearest word before (or just behind) that says what the amount is of.
    func use(of mention: MoneyMention) -> MoneyMention.Use {
        let passage = analysis.passage(of: mention.tokens.lowerBound)
        let start = max(passage.tokens.lowerBound, mention.tokens.lowerBound - 12)
        let before = analysis.tags(in: start..<mention.tokens.lowerBound).last {
            $0.lexeme == .dealAmount || $0.lexeme == .otherAmount || $0.lexeme == .invest
        }
        let reach =
            mention.tokens
            .upperBound..<max(mention.tokens.upperBound, min(passage.tokens.upperBound, mention.tokens.upperBound + 5))
        let comma =
            reach.first {
                tokens[$0].isSign(",") || tokens[$0].isSign("，") || tokens[$0].isSign(";") || tokens[$0].isSign("；")
            } ?? reach.upperBound
        let after = analysis.tags(in: reach.lowerBound..<comma).first {
            $0.lexeme == .otherAmount || $0.lexeme == .dealAmount
        }
        switch before?.lexeme {
        case .otherAmount: return .other
        case .dealAmount, .invest: return .deal
        default: break
        }
        switch after?.lexeme {
        case .otherAmount: return .other
        case .dealAmount: return .deal
        default: return .unknown
        }
    }
}
