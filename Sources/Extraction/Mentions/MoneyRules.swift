internal import Deals
internal import Languages
internal import SourceText

/// An amount of money where it stands.
struct MoneyMention {
    let tokens: Range<Int>
    let money: Money
    /// What the words before say it is an amount of.
    var use: Use = .unknown
    /// The same sum in another currency, said in brackets or after "or".
    var isConversion = false

    enum Use { case deal, other, unknown }
}

/// Finds amounts of money: a number and a currency, in either order, with ranges, qualifiers and elided currencies.
struct MoneyRules {
    let analysis: Analysis

    private var tokens: [Token] { analysis.text.tokens }

    func mentions() -> [MoneyMention] {
        let reader = NumberReader(analysis: analysis)
        var found: [MoneyMention] = []
        var bare: [(NumberMention, Int)] = []
        var index = 0
        while index < tokens.count {
            if let mention = signFirst(at: index, reader) ?? numberFirst(at: index, reader) {
                found.append(mention)
                if let lower = lowerBound(of: mention, reader) { found.append(lower) }
                index = mention.tokens.upperBound
            } else if let number = reader.number(at: index) {
                if number.scale >= 1_000_000 { bare.append((number, index)) }
                index = max(index + 1, number.tokens.upperBound)
            } else {
                index += 1
            }
        }
        found += elided(bare, among: found)
        found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        markConversions(&found)
        for number in found.indices { found[number].use = use(of: found[number]) }
        return found
    }

    /// "$1.37 billion", "USD 5 mln", "RMB 3,150", "€120 млн".
    private func signFirst(at index: Int, _ reader: NumberReader) -> MoneyMention? {
        guard let currency = analysis.tag(at: index, .currency), isCode(currency) else { return nil }
        var index = index
        var code = currency.value
        var start = currency.tokens.upperBound
        if currency.tokens.count == 2, tokens[start - 1].isSign("$"), tokens[start - 1].traits.contains(.spaceBefore) || !tokens[index].traits.contains(.capital) {
            // "a $95 million plant" is no Australian dollar.
            index = start - 1
            code = "USD"
        }
        guard start < tokens.count, !tokens[start].traits.contains(.lineBefore) else { return nil }
        if tokens[start].isSign(".") { start += 1 }
        guard var number = reader.number(at: start), tokens[start].kind == .number else { return nil }
        var isRange = false
        if let upper = rangePartner(after: number, reader) {
            number = upper
            isRange = true
        }
        var end = number.tokens.upperBound
        // "$54 млн долларов", "US$ 5m": the word after it says the same.
        if let word = analysis.tag(at: end, .currency), word.value == code { end = word.tokens.upperBound }
        return mention(index..<end, number.value, code, isRange: isRange)
    }

    /// "85 млн долларов", "4467万美元", "3-4,5 миллион долларлик", "$" behind the number.
    private func numberFirst(at index: Int, _ reader: NumberReader) -> MoneyMention? {
        guard let first = reader.number(at: index) else { return nil }
        var number = first
        var isRange = false
        if let upper = rangePartner(after: first, reader) {
            number = upper
            isRange = true
        }
        guard let currency = currency(after: number.tokens.upperBound) else { return nil }
        return mention(index..<currency.end, number.value, currency.code, isRange: isRange)
    }

    /// The currency right behind a number; a bracketed remark or hyphen may stand between.
    private func currency(after end: Int) -> (code: String, end: Int)? {
        guard end < tokens.count, !tokens[end].traits.contains(.lineBefore) else { return nil }
        var at = end
        if tokens[at].isSign("-"), at + 1 < tokens.count { at += 1 }
        if tokens[at].isSign("."), at + 1 < tokens.count, analysis.passageOfToken[at] == analysis.passageOfToken[at + 1] { at += 1 }
        guard let tag = analysis.tag(at: at, .currency) else { return nil }
        // A currency sign before the next number belongs to that one: "5 $10".
        if isSignToken(at), at + 1 < tokens.count, tokens[at + 1].kind == .number, !tokens[at + 1].traits.contains(.spaceBefore), tokens[at].traits.contains(.spaceBefore) {
            return nil
        }
        return (tag.value, tag.tokens.upperBound)
    }

    private func isSignToken(_ index: Int) -> Bool { tokens[index].kind == .sign }

    /// A currency that may stand before its number: a sign or a code in capitals.
    private func isCode(_ tag: Tag) -> Bool {
        let token = tokens[tag.tokens.lowerBound]
        if token.kind == .sign { return true }
        guard token.traits.contains(.latin) else { return false }
        // "Dh1.2 billion", "C$140 million"; the "a" of "a $95 million plant" is looked at again.
        let isShort = analysis.data.tag == .english && (token.end - token.start <= 2 && token.traits.contains(.capital) || tag.tokens.count == 2 && tokens[tag.tokens.upperBound - 1].isSign("$"))
        return token.traits.contains(.allCapitals) || isShort
    }

    /// The upper bound of a range: "30–35", "от 30 до 35", "between 30 and 35 million".
    private func rangePartner(after first: NumberMention, _ reader: NumberReader) -> NumberMention? {
        var at = first.tokens.upperBound
        guard at + 1 < tokens.count else { return nil }
        let joins = joinsInWords(first, at) || tokens[at].isSign("-") || tokens[at].isSign("–") || tokens[at].isSign("—") || tokens[at].isSign("~") || tokens[at].isSign("～") || tokens[at].isSign("至")
        guard joins, !tokens[at].traits.contains(.lineBefore) else { return nil }
        at += 1
        if analysis.tag(at: at, .currency) != nil, isSignToken(at) { at += 1 }
        guard at < tokens.count, tokens[at].kind == .number, let second = reader.number(at: at), second.value > first.value || second.mantissa > first.mantissa else { return nil }
        return second
    }

    /// "from 31 to 36 million dollars", "between $30 million and $35 million".
    private func joinsInWords(_ first: NumberMention, _ at: Int) -> Bool {
        guard analysis.data.tag == .english else { return false }
        var before = first.tokens.lowerBound - 1
        if before > 0, tokens[before].kind == .sign { before -= 1 }
        guard before >= 0 else { return false }
        let opener = analysis.text.key(before)
        let joiner = analysis.text.key(at)
        return opener == "from" && joiner == "to" || opener == "between" && joiner == "and"
    }

    /// The lower bound of an English range is an amount in the text too, though no deal's.
    private func lowerBound(of range: MoneyMention, _ reader: NumberReader) -> MoneyMention? {
        guard analysis.data.tag == .english, range.money.qualifier == .upTo,
            let start = range.tokens.first(where: { tokens[$0].kind == .number }), let first = reader.number(at: start),
            let upper = rangePartner(after: first, reader)
        else { return nil }
        let value = first.scale == 1 && upper.scale > 1 && first.value <= upper.mantissa ? first.value * upper.scale : first.value
        guard value < range.money.value else { return nil }
        return MoneyMention(
            tokens: start..<first.tokens.upperBound, money: Money(value: value, currency: range.money.currency, qualifier: .exact),
            isConversion: true)
    }

    private func mention(_ range: Range<Int>, _ value: Double, _ currency: String, isRange: Bool) -> MoneyMention? {
        guard value.isFinite, value >= 0, value < 1e16 else { return nil }
        let value = (value * 10_000).rounded() / 10_000
        let qualified = qualifier(range)
        let qualifier: AmountQualifier = isRange ? .upTo : qualified
        return MoneyMention(tokens: range, money: Money(value: value, currency: currency, qualifier: qualifier))
    }

    private func qualifier(_ range: Range<Int>) -> AmountQualifier {
        let before = max(0, range.lowerBound - 3)..<range.lowerBound
        if let tag = analysis.all(.qualifier, in: before).last, !tag.value.hasPrefix(">"),
            tag.tokens.upperBound >= range.lowerBound - 1, analysis.passageOfToken[tag.tokens.lowerBound] == analysis.passageOfToken[range.lowerBound] {
            return AmountQualifier(rawValue: tag.value) ?? .exact
        }
        for index in range.lowerBound..<min(range.upperBound + 1, tokens.count) {
            if let tag = analysis.tag(at: index, .qualifier), tag.value.hasPrefix(">") {
                return AmountQualifier(rawValue: String(tag.value.dropFirst())) ?? .exact
            }
        }
        return .exact
    }

    /// "350 млн, остальные 100 млн юаней": a large number without a unit takes the currency of its neighbour.
    private func elided(_ bare: [(NumberMention, Int)], among found: [MoneyMention]) -> [MoneyMention] {
        bare.compactMap { number, index in
            let end = number.tokens.upperBound
            guard end < tokens.count else { return nil }
            let next = tokens[end]
            let closes = next.kind == .sign && !next.isSign("-") && !next.isSign("%") || next.traits.contains(.lineBefore) || analysis.text.key(end) == "and"
            guard closes, analysis.tag(at: end, .unit) == nil else { return nil }
            let passage = analysis.passageOfToken[index]
            let reach: Int32 = analysis.text.key(end) == "and" ? 0 : 1
            let near = found.filter { abs(analysis.passageOfToken[$0.tokens.lowerBound] - passage) <= reach }
            guard let lender = near.min(by: { abs($0.tokens.lowerBound - index) < abs($1.tokens.lowerBound - index) }) else { return nil }
            return mention(number.tokens, number.value, lender.money.currency, isRange: false)
        }
    }

    /// "58 млрд тенге (примерно 127 млн долларов)", "$127 million (58 billion tenge)", "826 million somoni, or about $76 million".
    private func markConversions(_ found: inout [MoneyMention]) {
        guard found.count > 1 else { return }
        for number in 1..<found.count {
            let previous = found[number - 1]
            guard previous.money.currency != found[number].money.currency, !previous.isConversion else { continue }
            let gap = previous.tokens.upperBound..<found[number].tokens.lowerBound
            guard gap.count <= 5, !gap.isEmpty, analysis.passageOfToken[previous.tokens.lowerBound] == analysis.passageOfToken[found[number].tokens.lowerBound] else { continue }
            let bracket = gap.contains { tokens[$0].isSign("(") || tokens[$0].isSign("（") || tokens[$0].isSign("/") }
            let comma = gap.contains { tokens[$0].isSign(",") } && gap.count >= 2
            if bracket || comma { found[number].isConversion = true }
        }
    }

    /// The nearest word before (or just behind) that says what the amount is of.
    private func use(of mention: MoneyMention) -> MoneyMention.Use {
        let passage = analysis.passage(of: mention.tokens.lowerBound)
        let start = max(passage.tokens.lowerBound, mention.tokens.lowerBound - 12)
        let before = analysis.tags(in: start..<mention.tokens.lowerBound).last {
            $0.lexeme == .dealAmount || $0.lexeme == .otherAmount || $0.lexeme == .invest
        }
        let after = analysis.tags(in: mention.tokens.upperBound..<max(mention.tokens.upperBound, min(passage.tokens.upperBound, mention.tokens.upperBound + 5))).first {
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
