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

    private var tokens: [Token] { analysis.text.tokens }

    /// Tokens in a number at most: the longest that is written out, 九千九百九十九亿九千九百九十九万…, has some twenty.
    private static let longest = 32

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

    /// "two hundred and fifty million", "a hundred and twenty thousand five hundred": English number words, hundreds and
    /// larger scales as they are said. A bare scale ("several million") is no number.
    private func englishWords(at start: Int) -> NumberMention? {
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

    /// "a 1.3-billion-yuan smelter": a hyphen before the scale.
    private func hyphenated(at index: Int) -> Tag? {
        guard analysis.data.tag == .english, index + 1 < tokens.count, tokens[index].isSign("-"), isGlued(index),
            isGlued(index + 1)
        else { return nil }
        return analysis.tag(at: index + 1, .scale)
    }

    /// "млн." before more of the amount: the stop belongs to the abbreviation.
    private func isAbbreviationStop(_ at: Int) -> Bool {
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

    /// Chinese numbers: digits and characters mixed, composed character by character (一千二百万 is 1200 × 万);
    /// 余 and 多 may stand inside (30余万).
    private func chineseNumber(at start: Int) -> NumberMention? {
        var index = start
        var total = 0.0
        var section = 0.0
        var current: Double?
        var mantissa = 0.0
        var groups = 0
        var lastScale = 1.0
        var isPositional = false
        scan: while index < min(tokens.count, start + Self.longest) {
            if index > start, tokens[index].traits.contains(.lineBefore) { break }
            if tokens[index].kind == .number {
                guard current == nil, let digits = digits(at: index) else { break }
                // Digits behind a scale go on with the number only when they carry a smaller one: 2亿3000万.
                if groups > 0, !carriesScale(digits.end) { break }
                current = digits.value
                mantissa = digits.value
                groups += 1
                index = digits.end
                isPositional = false
                continue
            }
            let character = analysis.han(index)
            if let digit = Self.hanDigits[character] {
                if let previous = current {
                    guard isPositional else { break }
                    current = previous * 10 + digit
                } else {
                    current = digit
                    groups += 1
                    isPositional = true
                }
                mantissa = current ?? 0
                index += 1
                continue
            }
            switch character {
            case 0x70B9, 0x9EDE:  // 三点五
                guard current != nil, isPositional else { break scan }
                var place = 0.1
                var at = index + 1
                while let digit = Self.hanDigits[analysis.han(at)] {
                    current! += digit * place
                    place /= 10
                    at += 1
                }
                guard at > index + 1 else { break scan }
                mantissa = current ?? 0
                isPositional = false
                index = at
                continue
            case 0x4F59, 0x591A, 0x6765, 0x9918, 0x4F86:  // 余 多 来
                guard index > start,
                    analysis.tag(at: index + 1, .currency) != nil || Self.hanUnits[analysis.han(index + 1)] != nil
                else { break scan }
                index += 1
                continue
            default: break
            }
            if let unit = Self.hanUnits[character] {
                // 兆瓦 is a megawatt.
                if character == 0x5146, analysis.tag(at: index, .unit) != nil { break }
                guard unit == 10 || current != nil || section > 0 || total > 0 && unit >= 10_000 else { break }
                if unit < 10_000 {
                    section += (current ?? 1) * unit
                } else if unit == 10_000 {
                    total += (section + (current ?? 0)) * unit
                    section = 0
                } else {
                    let above = total >= unit ? total : 0
                    total = above + (total - above + section + (current ?? 0)) * unit
                    section = 0
                }
                lastScale = unit
                current = nil
                index += 1
                continue
            }
            if let tag = analysis.tag(at: index, .scale), tokens[index].traits.contains(.latin),
                let value = Double(tag.value), let number = current
            {
                total += number * value
                lastScale = value
                current = nil
                index = tag.tokens.upperBound
            }
            break
        }
        guard index > start else { return nil }
        let sum = total + section + (current ?? 0)
        // 9.3 × 10⁸ leaves a rounding error behind.
        let value = sum >= 1_000 && lastScale >= 1_000 ? sum.rounded() : sum
        let isLarge = lastScale >= 1_000
        let scale = !isLarge ? 1 : groups == 1 && mantissa > 0 ? value / mantissa : lastScale
        return NumberMention(
            tokens: start..<index, value: value, hasScale: value >= 10_000, mantissa: mantissa, scale: scale)
    }

    private func carriesScale(_ index: Int) -> Bool {
        Self.hanUnits[analysis.han(index)] != nil || analysis.tag(at: index, .currency) != nil
    }

    private static let hanDigits: [UInt32: Double] = {
        var digits: [UInt32: Double] = [:]
        for (value, characters) in ["〇零", "一壹", "二两贰兩", "三叁叄", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].enumerated() {
            for scalar in characters.unicodeScalars { digits[scalar.value] = Double(value) }
        }
        return digits
    }()
    private static let hanUnits: [UInt32: Double] = {
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
