internal import Deals
internal import Languages
internal import SourceText

/// Amounts told with coins: dollars and cents, 块 and 角.
extension MoneyRules {
    /// "20 dollars and 43 cents", "$20 43": the coins behind a whole amount; without a word for them only where the
    /// sentence ends.
    func smallChange(
        after end: Int, of first: NumberMention, _ upper: NumberMention?, _ reader: NumberReader
    ) -> (value: Double, end: Int)? {
        guard analysis.data.tag == .english, upper == nil, first.scale == 1, first.value == first.value.rounded() else {
            return nil
        }
        var at = end
        if at < tokens.count, analysis.text.key(at) == "and" { at += 1 }
        guard at < tokens.count, analysis.passageOfToken[at] == analysis.passageOfToken[end - 1],
            let coins = reader.number(at: at), coins.value < 100, coins.value == coins.value.rounded()
        else { return nil }
        let after = coins.tokens.upperBound
        if let word = analysis.tag(at: after, .currency) {
            return word.value.contains("/") ? (coins.value / 100, word.tokens.upperBound) : nil
        }
        if after < tokens.count, analysis.text.key(after) == "c" { return (coins.value / 100, after + 1) }
        let isEnd = after >= tokens.count || tokens[after].isSign(".") && !isGlued(after, number: true)
        return isEnd && first.value < 1_000 ? (coins.value / 100, after) : nil
    }

    /// 六角三分 behind 元.
    func coins(at start: Int, _ reader: NumberReader) -> (value: Double, end: Int)? {
        var at = start
        var value = 0.0
        if let spoken = spokenCoins(at: start, reader) { return spoken }
        for (units, worth) in [("角毛", 0.1), ("分", 0.01)] {
            guard let number = reader.whole(at: at, in: 0...9), Hanzi.set(units).contains(analysis.han(number.end))
            else { continue }
            value += Double(number.value) * worth
            at = number.end + 1
        }
        return at > start ? (value, at) : nil
    }

    /// 三块二, 三块零四, 三块七毛八: the last coin goes without its name.
    private func spokenCoins(at start: Int, _ reader: NumberReader) -> (value: Double, end: Int)? {
        guard start > 0, Hanzi.set("块塊").contains(analysis.han(start - 1)) else { return nil }
        func digit(_ at: Int) -> Double? {
            guard at < tokens.count, analysis.han(at) != 0,
                let place = Hanzi.scalars("零一二三四五六七八九").firstIndex(of: analysis.han(at))
            else { return nil }
            return Double(place)
        }
        func isClosed(_ at: Int) -> Bool { at >= tokens.count || !Hanzi.set("十百千万萬亿億角毛分块塊").contains(analysis.han(at)) }
        guard let first = digit(start) else { return nil }
        if first == 0, let last = digit(start + 1), isClosed(start + 2) { return (last * 0.01, start + 2) }
        if first > 0, isClosed(start + 1) { return (first * 0.1, start + 1) }
        if first > 0, Hanzi.set("角毛").contains(analysis.han(start + 1)), let last = digit(start + 2),
            isClosed(start + 3)
        {
            return (first * 0.1 + last * 0.01, start + 3)
        }
        return nil
    }
}
