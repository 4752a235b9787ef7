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
    /// The lower end of a range, whose upper end is the amount.
    var isLowerBound = false

    enum Use { case deal, other, unknown }

    /// Too little for any deal: prices, wages and fares.
    var isSmall: Bool { money.value < (Self.smallest[money.currency] ?? 5_000) }

    private static let smallest: [String: Double] = [
        "UZS": 20_000_000, "KZT": 1_000_000, "RUB": 300_000, "KGS": 300_000, "INR": 300_000, "JPY": 500_000,
        "KRW": 5_000_000, "CNY": 30_000, "TJS": 50_000,
    ]
}

/// Finds amounts of money: a number and a currency, in either order, with ranges, qualifiers and elided currencies.
struct MoneyRules {
    let analysis: Analysis

    var tokens: [Token] { analysis.text.tokens }
    var isChinese: Bool { analysis.data.tag == .chinese }

    func mentions() -> [MoneyMention] {
        let reader = NumberReader(analysis: analysis)
        var found: [MoneyMention] = []
        var bare: [(NumberMention, Int)] = []
        var index = 0
        while index < tokens.count {
            let mentions = signFirst(at: index, reader) ?? numberFirst(at: index, reader)
            if let mentions, let last = mentions.last {
                found += mentions
                index = last.tokens.upperBound
            } else if let number = reader.number(at: index) {
                if number.scale >= 1_000_000 || isChinese && number.scale >= 10_000 { bare.append((number, index)) }
                index = max(index + 1, number.tokens.upperBound)
            } else {
                index += 1
            }
        }
        joinRanges(&found)
        found += elided(bare, among: found)
        found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        markConversions(&found)
        for number in found.indices { found[number].use = use(of: found[number]) }
        return found
    }

    /// "$1.37 billion", "USD 5 mln", "RMB 3,150", "€120 млн".
    private func signFirst(at place: Int, _ reader: NumberReader) -> [MoneyMention]? {
        guard let currency = analysis.tag(at: place, .currency), isCode(currency) || opensAmount(currency, reader)
        else { return nil }
        var index = place
        var (code, factor) = unit(currency)
        var start = currency.tokens.upperBound
        if currency.tokens.count == 2, tokens[start - 1].isSign("$"), ["a", "s"].contains(analysis.text.key(place)),
            tokens[start - 1].traits.contains(.spaceBefore) || !tokens[index].traits.contains(.capital)
        {
            // "a $95 million plant" is no Australian dollar.
            index = start - 1
            code = "USD"
        }
        guard start < tokens.count, !tokens[start].traits.contains(.lineBefore) else { return nil }
        if tokens[start].isSign(".") { start += 1 }
        guard start < tokens.count, tokens[start].kind == .number, let first = reader.number(at: start) else {
            return nil
        }
        let upper = rangePartner(after: first, reader)
        var end = (upper ?? first).tokens.upperBound
        // "$54 млн долларов", "US$ 5m": the word after it says the same; in "$20 $37" it opens the next amount.
        if let word = analysis.tag(at: end, .currency), word.value == code,
            !(isSignToken(end) && end + 1 < tokens.count && tokens[end + 1].kind == .number)
        {
            end = word.tokens.upperBound
        }
        if factor == 1, let small = smallChange(after: end, of: first, upper, reader) {
            return mention(index..<small.end, first.value + small.value, code, isRange: false).map { [$0] }
        }
        return mentions(index, first, upper, end, code, factor: factor)
    }

    /// What a row of the tables says of a currency word: its ISO 4217 code, and for a coin ("cents": USD/100) or a unit
    /// of millions ("MUSD": USD*1000000) how many of the currency it is.
    func unit(_ tag: Tag) -> (code: String, factor: Double) {
        let code = String(tag.value.prefix(3))
        guard tag.value.utf8.count > 4, let number = Double(tag.value.dropFirst(4)) else { return (tag.value, 1) }
        return (code, tag.value.dropFirst(3).first == "/" ? 1 / number : number)
    }

    /// Whether a stop goes on into more digits ("20 43.5").
    func isGlued(_ index: Int, number: Bool) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].kind == .number
            && !tokens[index + 1].traits.contains(.spaceBefore)
    }

    /// "85 млн долларов", "4467万美元", "3-4,5 миллион долларлик", "$" behind the number.
    private func numberFirst(at index: Int, _ reader: NumberReader) -> [MoneyMention]? {
        guard let first = reader.number(at: index) else { return nil }
        // "bir so‘m ham so‘ramadik": one in words, with no scale, is the article.
        if analysis.data.tag.isUzbek, first.value == 1, tokens[index].kind == .word { return nil }
        let upper = rangePartner(after: first, reader)
        guard var currency = currency(after: (upper ?? first).tokens.upperBound) else { return nil }
        // 港币3000万元: the currency before the number says which 元.
        if isChinese, currency.code == "CNY", let told = analysis.tag(endingAt: index, .currency) {
            currency.code = told.value
        }
        if isChinese, upper == nil, currency.code == "CNY", let coins = coins(at: currency.end, reader) {
            return mention(index..<coins.end, first.value + coins.value, currency.code, isRange: false).map { [$0] }
        }
        // "75 USD million": the scale behind the currency.
        if first.scale == 1, upper == nil, analysis.data.tag == .english,
            let scale = analysis.tag(at: currency.end, .scale), let value = Double(scale.value), value >= 1_000_000
        {
            return mention(index..<scale.tokens.upperBound, first.value * value, currency.code, isRange: false).map {
                [$0]
            }
        }
        if currency.factor == 1, analysis.tag(endingAt: index, .currency) == nil,
            let small = smallChange(after: currency.end, of: first, upper, reader)
        {
            return mention(index..<small.end, first.value + small.value, currency.code, isRange: false).map { [$0] }
        }
        return mentions(index, first, upper, currency.end, currency.code, factor: currency.factor)
    }

    /// One amount, or the two ends of a range; the lower end borrows the scale that only the upper one has.
    private func mentions(
        _ start: Int, _ first: NumberMention, _ upper: NumberMention?, _ end: Int, _ currency: String,
        factor: Double = 1
    ) -> [MoneyMention]? {
        guard let upper else {
            return mention(start..<end, first.value * factor, currency, isRange: false).map { [$0] }
        }
        let low = first.scale == 1 && upper.scale > 1 ? first.value * upper.scale : first.value
        var found: [MoneyMention] = []
        if var lower = mention(start..<first.tokens.upperBound, low * factor, currency, isRange: false) {
            lower.isLowerBound = true
            found.append(lower)
        }
        if let high = mention(upper.tokens.lowerBound..<end, upper.value * factor, currency, isRange: true) {
            found.append(high)
        }
        return found.isEmpty ? nil : found
    }

    /// "between $30 million and $35 million", "от 30 млн долларов до 35 млн долларов".
    private func joinRanges(_ found: inout [MoneyMention]) {
        guard found.count > 1 else { return }
        for number in 1..<found.count {
            let low = found[number - 1]
            let high = found[number]
            guard high.tokens.lowerBound - low.tokens.upperBound == 1, low.money.currency == high.money.currency,
                low.money.value < high.money.value, low.tokens.lowerBound > 0
            else { continue }
            let opener = analysis.text.key(low.tokens.lowerBound - 1)
            let joiner = analysis.text.key(low.tokens.upperBound)
            guard Self.rangeOpeners.contains(opener), Self.rangeWords.contains(joiner) || joiner == "and" else {
                continue
            }
            found[number - 1].isLowerBound = true
            found[number] = MoneyMention(
                tokens: high.tokens,
                money: Money(value: high.money.value, currency: high.money.currency, qualifier: .upTo))
        }
    }

    private static let rangeOpeners: Set<String> = ["от", "с", "between", "from"]
    private static let rangeWords: Set<String> = ["до", "to", "и", "and"]

    /// The currency right behind a number; a bracketed remark or hyphen may stand between.
    func currency(after end: Int) -> (code: String, end: Int, factor: Double)? {
        guard end < tokens.count, !tokens[end].traits.contains(.lineBefore) else { return nil }
        var at = end
        if tokens[at].isSign("-"), at + 1 < tokens.count { at += 1 }
        if tokens[at].isSign("."), at + 1 < tokens.count, analysis.passageOfToken[at] == analysis.passageOfToken[at + 1]
        {
            at += 1
        }
        guard let tag = analysis.tag(at: at, .currency) else { return isSpokenYuan(at) ? ("CNY", at + 1, 1) : nil }
        // A currency sign before the next number belongs to that one: "5 $10".
        if isSignToken(at), at + 1 < tokens.count, tokens[at + 1].kind == .number,
            !tokens[at + 1].traits.contains(.spaceBefore), tokens[at].traits.contains(.spaceBefore)
        {
            return nil
        }
        // So does a code glued to it: "3 USD50 cards".
        let behind = tag.tokens.upperBound
        if analysis.data.tag == .english, behind < tokens.count, tokens[behind].kind == .number,
            !tokens[behind].traits.contains(.spaceBefore), tokens[at].traits.contains(.spaceBefore)
        {
            return nil
        }
        let unit = unit(tag)
        return (unit.code, tag.tokens.upperBound, unit.factor)
    }

    /// 八百块: the spoken word for 元, where nothing is counted with it.
    private func isSpokenYuan(_ at: Int) -> Bool {
        guard isChinese, Hanzi.set("块塊").contains(analysis.han(at)) else { return false }
        return at + 1 >= tokens.count || tokens[at + 1].kind == .sign || tokens[at + 1].traits.contains(.spaceBefore)
            || analysis.tag(at: at + 1, .qualifier) != nil || analysis.tag(at: at + 1, .number) != nil
            || tokens[at + 1].kind == .number
    }

    private func isSignToken(_ index: Int) -> Bool { tokens[index].kind == .sign }

    /// 人民币3.14: a word for money right before a number that has no currency or unit behind it.
    private func opensAmount(_ tag: Tag, _ reader: NumberReader) -> Bool {
        let start = tag.tokens.upperBound
        // "рублей 10", "Евро 20" alone: nothing but the sum.
        if analysis.data.tag == .russian, analysis.opensPassage(tag.tokens.lowerBound), start < tokens.count,
            tokens[start].kind == .number, let number = reader.number(at: start)
        {
            let end = number.tokens.upperBound
            return end >= tokens.count || tokens[end].traits.contains(.lineBefore)
        }
        guard isChinese, start < tokens.count, tokens[start].kind == .number,
            !tokens[start].traits.contains(.spaceBefore), Hanzi.set("币金幣").contains(analysis.han(start - 1)),
            let number = reader.number(at: start)
        else { return false }
        let end = number.tokens.upperBound
        return end >= tokens.count || tokens[end].kind == .sign && !tokens[end].isSign("%")
    }

    /// A currency that may stand before its number: a sign or a code in capitals.
    private func isCode(_ tag: Tag) -> Bool {
        let token = tokens[tag.tokens.lowerBound]
        if token.kind == .sign { return true }
        if token.traits.contains(.allCapitals), token.traits.contains(.latin) { return true }
        // "C$140 million"; the "A" of "A $95 million plant" is looked at again.
        if tag.tokens.count == 2, tokens[tag.tokens.upperBound - 1].isSign("$") { return true }
        if analysis.text.key(tag.tokens.lowerBound) == "rs" { return true }
        // "Rs 747 crore", "Ksh. 300": an abbreviation, which has no vowel.
        if analysis.data.tag == .english, tag.tokens.count == 1, token.isCapitalised,
            !analysis.text.key(tag.tokens.lowerBound).contains(where: { "aeiouy".contains($0) })
        {
            return true
        }
        if opensEnglishAmount(tag) { return true }
        // "Dh1.2 billion", "Rs500": glued to the number.
        let next = tag.tokens.upperBound
        return token.isCapitalised && token.traits.contains(.latin) && next < tokens.count
            && tokens[next].kind == .number && !tokens[next].traits.contains(.spaceBefore)
    }

    /// "ringgit 42", "dollar 22.5 million": a word for a currency before a number that has a scale or closes the sentence.
    private func opensEnglishAmount(_ tag: Tag) -> Bool {
        let start = tag.tokens.upperBound
        guard analysis.data.tag == .english, start < tokens.count, tokens[start].kind == .number,
            !Self.alsoWords.contains(analysis.text.key(start - 1)),
            tag.tokens.lowerBound == 0 || tokens[tag.tokens.lowerBound - 1].kind != .number,
            analysis.tag(endingAt: tag.tokens.lowerBound, .scale) == nil,
            let number = NumberReader(analysis: analysis).number(at: start)
        else { return false }
        let end = number.tokens.upperBound
        if end < tokens.count, analysis.tag(at: end, .currency) != nil { return false }
        return number.scale > 1 || end >= tokens.count || tokens[end].isSign(".")
    }

    /// Words for currencies that mean other things more often.
    private static let alsoWords: Set<String> = [
        "sum", "sums", "som", "soms", "won", "real", "reais", "rand", "pound", "pounds", "sterling", "crown", "crowns",
        "cent", "cents", "pence", "euros", "dollars", "try", "lev", "lei", "sol",
    ]

    /// The upper bound of a range: "30–35", "от 30 до 35", "between 30 and 35 million".
    private func rangePartner(after first: NumberMention, _ reader: NumberReader) -> NumberMention? {
        var at = first.tokens.upperBound
        guard at + 1 < tokens.count else { return nil }
        let joins =
            tokens[at].isSign("-") || tokens[at].isSign("–") || tokens[at].isSign("—") || tokens[at].isSign("~")
            || tokens[at].isSign("～") || isChinese && Hanzi.set("至到").contains(analysis.han(at))
        let worded =
            first.tokens.lowerBound > 0 && Self.rangeWords.contains(analysis.text.key(at))
            && Self.rangeOpeners.contains(analysis.text.key(first.tokens.lowerBound - 1))
        guard joins || worded, !tokens[at].traits.contains(.lineBefore) else { return nil }
        at += 1
        if analysis.tag(at: at, .currency) != nil, isSignToken(at) { at += 1 }
        guard at < tokens.count, tokens[at].kind == .number || isChinese, let second = reader.number(at: at),
            second.value > first.value || second.mantissa > first.mantissa
        else { return nil }
        return second
    }

    func mention(_ range: Range<Int>, _ exact: Double, _ currency: String, isRange: Bool) -> MoneyMention? {
        // Products of decimals and powers of ten are whole where they look whole.
        let value = exact >= 1_000 && abs(exact - exact.rounded()) < 1e-4 ? exact.rounded() : exact
        guard value.isFinite, value >= 0, value < 1e16 else { return nil }
        let qualified = qualifier(range)
        let qualifier: AmountQualifier = isRange ? .upTo : qualified
        return MoneyMention(tokens: range, money: Money(value: value, currency: currency, qualifier: qualifier))
    }

    private static let hanQualifiers: [UInt32: AmountQualifier] = [
        0x7EA6: .about, 0x7D04: .about, 0x8FD1: .about, 0x8D85: .over, 0x903E: .over,
    ]

    private func qualifier(_ range: Range<Int>) -> AmountQualifier {
        let before = max(0, range.lowerBound - 3)..<range.lowerBound
        if let tag = analysis.all(.qualifier, in: before).last, !tag.value.hasPrefix(">"),
            tag.tokens.upperBound >= range.lowerBound - 1,
            analysis.passageOfToken[tag.tokens.lowerBound] == analysis.passageOfToken[range.lowerBound]
        {
            return AmountQualifier(rawValue: tag.value) ?? .exact
        }
        // 总投资约1.1亿: the qualifier is the last character of a longer word of the lexicon.
        if isChinese, range.lowerBound > 0, let value = Self.hanQualifiers[analysis.han(range.lowerBound - 1)] {
            return value
        }
        for index in range.lowerBound..<min(range.upperBound + 1, tokens.count) {
            if let tag = analysis.tag(at: index, .qualifier), tag.value.hasPrefix(">") {
                return AmountQualifier(rawValue: String(tag.value.dropFirst())) ?? .exact
            }
        }
        return .exact
    }
}
