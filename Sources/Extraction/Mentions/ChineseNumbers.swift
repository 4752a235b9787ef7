internal import Languages
internal import SourceText

/// Numbers of Chinese characters, mixed with digits.
extension NumberReader {
    /// Chinese numbers: digits and characters mixed, composed character by character (一千二百万 is 1200 × 万);
    /// 余 and 多 may stand inside (30余万).
    func chineseNumber(at start: Int) -> NumberMention? {
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
}
