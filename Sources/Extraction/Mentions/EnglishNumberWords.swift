internal import Languages
internal import SourceText

/// Numbers in English words.
extension NumberReader {
    /// "two hundred and fifty million", "a hundred and twenty thousand five hundred": English number words, hundreds and
    /// larger scales as they are said. A bare scale ("several million") is no number.
    func englishWords(at start: Int) -> NumberMention? {
        var total = 0.0
        var section = 0.0
        var scale = 1.0
        var end = start
        // "half million", "quarter billion"
        if ["half", "quarter"].contains(analysis.text.key(start)), analysis.tag(at: start + 1, .scale) != nil {
            section = analysis.text.key(start) == "half" ? 0.5 : 0.25
            end += 1
        }
        // "a dollar": one, before a word for money only.
        if analysis.text.key(start) == "a", let money = analysis.tag(at: start + 1, .currency),
            money.tokens.lowerBound == start + 1, tokens[start + 1].kind == .word, money.tokens.count == 1,
            !money.value.contains("/"),
            !analysis.text.key(start + 1).hasSuffix("s"), isAloneOrCounted(money.tokens.upperBound)
        {
            return NumberMention(tokens: start..<(start + 1), value: 1, hasScale: false, mantissa: 1, scale: 1)
        }
        while end < tokens.count, end == start || !tokens[end].traits.contains(.lineBefore) {
            if let tag = analysis.tag(at: end, .number), let value = Double(tag.value),
                fits(value, section, scale, end > start)
            {
                section += value
                end = tag.tokens.upperBound
            } else if end > start, total == 0, scale == 1, analysis.text.key(end) == "point",
                let digit = analysis.tag(at: end + 1, .number), let value = Double(digit.value), value < 10
            {
                // "three point two million"
                section += value / 10
                end = digit.tokens.upperBound
            } else if end > start, analysis.text.key(end) == "and", section.truncatingRemainder(dividingBy: 100) == 0,
                section >= 100 || scale > 1, let next = analysis.tag(at: end + 1, .number),
                let value = Double(next.value),
                value < 100, value == value.rounded()
            {
                end += 1
            } else if end > start, let tag = analysis.tag(at: end, .scale) ?? hyphenated(at: end),
                let value = Double(tag.value), section > 0 || total == 0
            {
                if value == 100 {
                    section *= 100
                } else {
                    total += section * value
                    section = 0
                    scale = value
                }
                end = tag.tokens.upperBound
                if end < tokens.count, tokens[end].isSign("."), isAbbreviationStop(end), value >= 1_000 { end += 1 }
            } else {
                break
            }
        }
        guard end > start else { return nil }
        let value = total + section
        let last = section == 0 ? scale : 1
        return NumberMention(
            tokens: start..<end, value: value, hasScale: value >= 10_000, mantissa: value / last, scale: last)
    }

    /// "above a dollar and 42 cents", "a dollar.": not the dollar of "a dollar bond".
    private func isAloneOrCounted(_ end: Int) -> Bool {
        end >= tokens.count || tokens[end].kind == .sign || analysis.text.key(end) == "and"
    }

    /// "twenty five", "hundred and five": whether a number word goes on with what was said.
    private func fits(_ value: Double, _ section: Double, _ scale: Double, _ isLater: Bool) -> Bool {
        if !isLater { return true }
        if section == 0 { return scale > value }
        if section >= 100 { return value < 100 && section.truncatingRemainder(dividingBy: 100) == 0 }
        return value < 10 && section >= 20 && section.truncatingRemainder(dividingBy: 10) == 0
    }
}
