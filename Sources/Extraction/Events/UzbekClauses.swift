internal import Languages
internal import SourceText

/// Deals of several companies told in one Uzbek sentence, each with its own verb.
extension DealCueRules {
    /// "X zavod quradi (150 mln dollar), Y esa mehmonxona ochadi (80 mln dollar)": behind a finite verb of dealing and its
    /// brackets another company with a thing or sum of its own opens another deal.
    func companiesInARow(_ range: Range<Int>) -> [Range<Int>]? {
        guard analysis.data.tag.isUzbek else { return nil }
        let commas = range.filter {
            analysis.text.tokens[$0].isSign(",") && closesDeal(before: $0, from: range.lowerBound)
        }
        guard !commas.isEmpty else { return nil }
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for comma in commas {
            let left = start..<comma
            let right = comma + 1..<range.upperBound
            let told = companies(in: left)
            let next = companies(in: right)
            guard tells(left), tells(right), !told.isEmpty, let first = next.first, !told.contains(first) else {
                continue
            }
            parts.append(start..<(comma + 1))
            start = comma + 1
        }
        guard !parts.isEmpty else { return nil }
        parts.append(start..<range.upperBound)
        return parts
    }

    private func companies(in range: Range<Int>) -> [Int] {
        analysis.organisations(in: range).filter { range.contains($0.tokens.lowerBound) && !$0.isOutlet }.map(\.entity)
    }

    private func tells(_ range: Range<Int>) -> Bool {
        let acts: LexemeSet = [.build, .sign, .agreed, .invest, .stage]
        return analysis.tags(in: range).contains { acts.contains($0.lexeme) }
            && (analysis.tags(in: range).contains {
                $0.lexeme == .paper || $0.lexeme == .project && $0.value != "other"
            }
                || analysis.money.contains { range.contains($0.tokens.lowerBound) })
    }

    /// Whether a finite verb stands right before a comma, or before the brackets that it closes.
    private func closesDeal(before comma: Int, from start: Int) -> Bool {
        var last = comma - 1
        if last > start, analysis.text.tokens[last].isSign(")") {
            while last > start, !analysis.text.tokens[last].isSign("(") { last -= 1 }
            last -= 1
        }
        guard last > start, analysis.text.tokens[last].kind == .word else { return false }
        let key = analysis.text.key(last)
        return ["di", "adi", "ydi", "moqda", "yapti", "moqchi"].contains {
            key.hasSuffix($0) && key.count > $0.count + 1
        }
            && !analysis.has(.speech, in: last..<(last + 1))
    }
}
