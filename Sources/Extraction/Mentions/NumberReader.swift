internal import Languages
internal import SourceText

/// A number in digits or words, with its scales multiplied in.
struct NumberMention {
    let tokens: Range<Int>
    let value: Double
    /// Whether a scale word or thousands grouping made it what it is.
    let hasScale: Bool
    /// The value without its last scale, to lend the scale to an elided partner ("3–4,5 млн").
    let mantissa: Double
    let scale: Double
}

/// Reads numbers: "1 200", "3,4", "1 трлн 640 млрд", "сорок миллионов", "полтора миллиарда", "九亿三千万".
struct NumberReader {
    let analysis: Analysis

    var tokens: [Token] { analysis.text.tokens }

    /// Tokens in a number at most: the longest that is written out, 九千九百九十九亿九千九百九十九万…, has some twenty.
    static let longest = 32

    /// The number that starts at a token, or nil.
    func number(at start: Int) -> NumberMention? {
        analysis.data.tag == .chinese ? chineseNumber(at: start) : spacedNumber(at: start)
    }

    private func spacedNumber(at start: Int) -> NumberMention? {
        guard var part = scaledPart(at: start) else { return nil }
        var total = part.value
        // "1 трлн 640 млрд": further parts with smaller scales.
        while part.scale > 1, let next = scaledPart(at: part.tokens.upperBound), next.scale > 1, next.scale < part.scale
        {
            total += next.value
            part = NumberMention(
                tokens: start..<next.tokens.upperBound, value: total, hasScale: true, mantissa: next.mantissa,
                scale: next.scale)
        }
        return NumberMention(
            tokens: start..<part.tokens.upperBound, value: total, hasScale: part.hasScale, mantissa: part.mantissa,
            scale: part.scale)
    }

    /// One mantissa with the scales behind it.
    private func scaledPart(at start: Int) -> NumberMention? {
        guard start < tokens.count else { return nil }
        if analysis.data.tag == .english, tokens[start].kind != .number { return englishWords(at: start) }
        let mantissa: (value: Double, end: Int)
        if tokens[start].kind == .number {
            guard let digits = digits(at: start) else { return nil }
            mantissa = (digits.value, digits.end)
        } else if let words = numberWords(at: start) {
            mantissa = (words.value, words.end)
        } else if let scale = analysis.tag(at: start, .scale), let value = Double(scale.value), value >= 1_000,
            tokens[start].end - tokens[start].start > 4
        {
            // "миллион долларов" without a number is one million.
            return NumberMention(
                tokens: scale.tokens, value: value, hasScale: true, mantissa: 1, scale: value)
        } else {
            return nil
        }
        var end = mantissa.end
        var scale = 1.0
        while end - start < Self.longest, let tag = analysis.tag(at: end, .scale) ?? hyphenated(at: end),
            let value = Double(tag.value)
        {
            scale *= value
            end = tag.tokens.upperBound
            if end < tokens.count, tokens[end].isSign("."), scale >= 1_000, isAbbreviationStop(end) { end += 1 }
        }
        if scale == 1 {
            return NumberMention(
                tokens: start..<end, value: mantissa.value, hasScale: mantissa.value >= 10_000,
                mantissa: mantissa.value,
                scale: 1)
        }
        return NumberMention(
            tokens: start..<end, value: mantissa.value * scale, hasScale: scale > 1, mantissa: mantissa.value,
            scale: scale)
    }

    /// "a 1.3-billion-yuan smelter": a hyphen before the scale.
    func hyphenated(at index: Int) -> Tag? {
        guard analysis.data.tag == .english, index + 1 < tokens.count, tokens[index].isSign("-"), isGlued(index),
            isGlued(index + 1)
        else { return nil }
        return analysis.tag(at: index + 1, .scale)
    }

    /// "млн." before more of the amount: the stop belongs to the abbreviation.
    func isAbbreviationStop(_ at: Int) -> Bool {
        guard at + 1 < tokens.count else { return false }
        return analysis.passageOfToken[at] == analysis.passageOfToken[at + 1]
    }

    /// Digits with grouping and decimals, at a number token.
    func digits(at start: Int) -> (value: Double, end: Int)? {
        guard start < tokens.count, tokens[start].kind == .number else { return nil }
        var text = analysis.text.key(start)
        guard text.utf8.count <= 15 else { return nil }
        var end = start + 1
        // Groups of three: "1 200", "12 300 000", "1.200.000", "1,200".
        var separator: UInt32?
        var groups = 0
        while text.utf8.count <= 15, tokens[start].end - tokens[start].start <= 3 {
            if end < tokens.count, tokens[end].kind == .number, isThree(end), separator == nil || separator == 0x20,
                tokens[end].traits.contains(.spaceBefore), !tokens[end].traits.contains(.lineBefore),
                tokens[end].start - tokens[end - 1].end <= 3
            {
                separator = 0x20
                text += analysis.text.key(end)
                end += 1
                groups += 1
                continue
            }
            if end + 1 < tokens.count, tokens[end].kind == .sign, isGroupSign(tokens[end].sign),
                separator == nil || separator == tokens[end].sign, isGlued(end), isThree(end + 1), isGlued(end + 1),
                mayGroup(start, end) || separator == tokens[end].sign
            {
                separator = tokens[end].sign
                text += analysis.text.key(end + 1)
                end += 2
                groups += 1
                continue
            }
            break
        }
        if groups == 0, let indian = indianGroups(start) {
            text = indian.text
            end = indian.end
            separator = 0x2C
        }
        // Decimals: "3,4", "1.37".
        if end + 1 < tokens.count, tokens[end].kind == .sign,
            tokens[end].isSign(",") || tokens[end].isSign(".") || tokens[end].isSign("．"),
            isGlued(end), tokens[end + 1].kind == .number, isGlued(end + 1), tokens[end].sign != separator,
            tokens[end + 1].foldedEnd - tokens[end + 1].foldedStart <= 4
        {
            text += "." + analysis.text.key(end + 1)
            end += 2
        }
        guard let value = Double(text) else { return nil }
        return (value, end)
    }

    /// "12,34,567": groups of two before the last one of three, as India writes lakhs and crores.
    private func indianGroups(_ start: Int) -> (text: String, end: Int)? {
        guard analysis.data.tag == .english, tokens[start].end - tokens[start].start <= 2 else { return nil }
        var text = analysis.text.key(start)
        var at = start + 1
        while at + 1 < tokens.count, tokens[at].isSign(","), isGlued(at), tokens[at + 1].kind == .number,
            isGlued(at + 1)
        {
            text += analysis.text.key(at + 1)
            let length = tokens[at + 1].foldedEnd - tokens[at + 1].foldedStart
            at += 2
            if length == 3 { return at - start > 3 ? (text, at) : nil }
            guard length == 2 else { return nil }
        }
        return nil
    }

    private func isThree(_ index: Int) -> Bool {
        tokens[index].kind == .number && tokens[index].foldedEnd - tokens[index].foldedStart == 3
    }
    private func isGlued(_ index: Int) -> Bool { !tokens[index].traits.contains(.spaceBefore) }
    private func isGroupSign(_ sign: UInt32) -> Bool {
        sign == 0x2E || sign == 0x2C || sign == 0x27 || sign == 0x2019 || sign == 0xFF0C
    }

    /// Whether a sign before three digits groups thousands: yes for a comma in English and Chinese; elsewhere only
    /// when no scale follows ("1,837 млрд" is a decimal) or when a second group follows.
    private func mayGroup(_ start: Int, _ signIndex: Int) -> Bool {
        if tokens[signIndex].sign == 0x27 || tokens[signIndex].sign == 0x2019 { return true }
        let secondGroup =
            signIndex + 3 < tokens.count && tokens[signIndex + 2].sign == tokens[signIndex].sign
            && tokens[signIndex + 2].kind == .sign && isThree(signIndex + 3) && isGlued(signIndex + 3)
        if secondGroup { return true }
        if analysis.text.key(start) == "0" { return false }
        let comma = tokens[signIndex].sign == 0x2C || tokens[signIndex].sign == 0xFF0C
        let commaGroups = analysis.data.tag == .english || analysis.data.tag == .chinese
        if commaGroups { return comma }
        return analysis.tag(at: signIndex + 2, .scale) == nil
    }

    /// "двадцать пять", "сто", "полтора".
    private func numberWords(at start: Int) -> (value: Double, end: Int)? {
        var total = 0.0
        var end = start
        var last = Double.infinity
        while let tag = analysis.tag(at: end, .number), let value = Double(tag.value) {
            if value == 100, last >= 1, last < 10 {
                total += last * 99  // "ikki yuz"
            } else {
                if value >= last || (last < 20 && last != .infinity) { break }
                total += value
            }
            last = value
            end = tag.tokens.upperBound
            if end + 1 < tokens.count, tokens[end].isSign("-"), analysis.tag(at: end + 1, .number) != nil { end += 1 }
        }
        return end > start ? (total, end) : nil
    }

    static let hanDigits: [UInt32: Double] = {
        var digits: [UInt32: Double] = [:]
        for (value, characters) in ["〇零", "一壹", "二两贰兩", "三叁叄", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].enumerated() {
            for scalar in characters.unicodeScalars { digits[scalar.value] = Double(value) }
        }
        return digits
    }()
    static let hanUnits: [UInt32: Double] = {
        var units: [UInt32: Double] = [:]
        for (characters, value) in [
            ("十拾", 10.0), ("百佰", 100), ("千仟", 1_000), ("万萬", 10_000), ("亿億", 100_000_000), ("兆", 1_000_000_000_000),
        ] {
            for scalar in characters.unicodeScalars { units[scalar.value] = value }
        }
        return units
    }()

    /// A whole number at a token and the token after it: 2024, 二〇二四, 十五.
    func whole(at start: Int, in range: ClosedRange<Int>) -> (value: Int, end: Int)? {
        guard start < tokens.count else { return nil }
        if tokens[start].kind == .number {
            guard let value = Int(analysis.text.key(start)), range.contains(value) else { return nil }
            return (value, start + 1)
        }
        guard analysis.han(start) != 0, let number = chineseNumber(at: start), number.value < 10_000,
            range.contains(Int(number.value))
        else { return nil }
        return (Int(number.value), number.tokens.upperBound)
    }
}
