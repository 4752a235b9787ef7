/// Cuts tokens into passages with a few named heuristics, asked in order at every sign that may end a sentence.
struct PassageSplitter {
    let bytes: [UInt8]
    let tokens: [Token]
    let folded: [UInt8]
    let abbreviations: Abbreviations

    /// Tokens in a passage at most. No sentence is as long; what hostile or broken pages write without any stop is cut, for
    /// many rules compare each word of a passage with each other one.
    static let longest = 1_000

    func passages() -> [Passage] {
        var result: [Passage] = []
        var line = -1
        var index = 0
        while index < tokens.count {
            let lineEnd = endOfLine(from: index)
            line += 1
            let isItem = opensListItem(index, lineEnd)
            let unclosed = !isClosed(lineEnd)
            var start = index
            var at = index
            while at < lineEnd {
                // Stops that follow one another are looked at once, as a whole, so that a megabyte of them takes one pass.
                let end = isStop(tokens[at]) ? endOfStops(at, lineEnd) : at + 1
                let isCut = isStop(tokens[at]) && endsSentence(at, end, lineEnd)
                at = end
                guard isCut || at == lineEnd || at - start >= Self.longest else { continue }
                result.append(
                    Passage(
                        range: TextRange(Int(tokens[start].start), Int(tokens[at - 1].end)), tokens: start..<at,
                        line: line, opensLine: start == index, isListItem: isItem, isUnclosed: unclosed))
                start = at
            }
            index = lineEnd
        }
        return result
    }

    /// Index after the last token of the line; a line wrapped in mid-sentence goes on in the next.
    private func endOfLine(from first: Int) -> Int {
        var lineStart = first
        var index = first + 1
        while index < tokens.count {
            if tokens[index].traits.contains(.lineBefore) {
                if !isSoftWrap(lineStart, index) { break }
                lineStart = index
            }
            index += 1
        }
        return index
    }

    /// A long line without an end sign, followed directly by a line that begins in lower case.
    private func isSoftWrap(_ lineStart: Int, _ next: Int) -> Bool {
        let previous = tokens[next - 1]
        let token = tokens[next]
        guard token.kind == .word, !token.traits.contains(.capital), !token.traits.contains(.han) else { return false }
        guard previous.kind != .sign || previous.isSign(",") || previous.isSign("-") else { return false }
        let length = Int(previous.end - tokens[lineStart].start)
        guard length >= 55 else { return false }
        let gap = bytes[Int(previous.end)..<Int(token.start)]
        return gap.count(where: { $0 == 0x0A }) <= 1
    }

    private func isClosed(_ lineEnd: Int) -> Bool {
        var index = lineEnd - 1
        while index >= 0, isCloser(tokens[index]) { index -= 1 }
        guard index >= 0, tokens[index].kind == .sign else { return false }
        return isStop(tokens[index]) || tokens[index].isSign(":") || tokens[index].isSign(";")
            || tokens[index].isSign(",")
    }

    private func opensListItem(_ first: Int, _ lineEnd: Int) -> Bool {
        let token = tokens[first]
        if token.kind == .sign {
            switch token.sign {
            case 0x2022, 0x2023, 0x2043, 0xB7, 0x2A, 0x2192, 0x21D2: return true
            // Squares, triangles and circles; ticks; arrows.
            case 0x25A0...0x25FF, 0x2705, 0x2713...0x2714, 0x2794...0x27BE: return true
            // Coloured diamonds, circles and squares.
            case 0x1F534...0x1F53D, 0x1F7E0...0x1F7EB: return true
            case 0x2D, 0x2013, 0x2014: return first + 1 < lineEnd && tokens[first + 1].traits.contains(.spaceBefore)
            case 0xFF08, 0x28:  // (1) （一）
                return first + 2 < lineEnd && isCloser(tokens[first + 2])
            default: return false
            }
        }
        guard token.kind == .number, token.end - token.start <= 2, first + 1 < lineEnd else { return false }
        let next = tokens[first + 1]
        guard !next.traits.contains(.spaceBefore) else { return false }
        if next.kind == .sign, next.sign == 0xFE0F || next.sign == 0x20E3 { return true }  // 1️⃣
        if next.isSign(")") || next.isSign("）") || next.isSign("、") { return true }
        return next.isSign(".") && first + 2 < lineEnd && tokens[first + 2].kind == .word
    }

    /// Index after the stops that follow one another from this token on, closing quotes and brackets included.
    private func endOfStops(_ at: Int, _ lineEnd: Int) -> Int {
        var end = at + 1
        while end < lineEnd, isStop(tokens[end]) || isCloser(tokens[end]), !opensAgain(end) { end += 1 }
        return end
    }

    /// Whether the stops from `at` to `end` close a sentence.
    private func endsSentence(_ at: Int, _ end: Int, _ lineEnd: Int) -> Bool {
        guard end < lineEnd else { return true }
        switch tokens[at].sign {
        case 0x3002, 0xFF01, 0xFF1F: return closesQuotation(at, end)
        case 0x2E: return endsAtFullStop(at, tokens[end], end, lineEnd)
        default: return startsSentence(end, lineEnd)
        }
    }

    /// In Chinese a stop inside a quotation ends the sentence only when the quotation ends it too.
    private func closesQuotation(_ at: Int, _ end: Int) -> Bool {
        guard end > at + 1 else { return true }
        let next = tokens[end]
        return !(next.isSign("，") || next.isSign("、"))
    }

    private func endsAtFullStop(_ at: Int, _ next: Token, _ end: Int, _ lineEnd: Int) -> Bool {
        guard at > 0 else { return false }
        let previous = tokens[at - 1]
        if tokens[at].traits.contains(.spaceBefore) { return startsSentence(end, lineEnd) }
        if !next.traits.contains(.spaceBefore), end == at + 1 { return isGluedSentence(previous, next, end) }
        if previous.kind == .word {
            if end == at + 1, isInitial(previous) { return false }
            if isNumberSign(previous, next) || isDollarOfCountry(previous, next) { return false }
            if let letters = dottedLetters(endingAt: at) {
                return abbreviations.mayClose(letters[...]) && startsSentence(end, lineEnd)
            }
            if abbreviations.stands(before: key(previous)) { return false }
            if abbreviations.mayClose(key(previous)) {
                return closesAsAbbreviation(at, next) && startsSentence(end, lineEnd)
            }
        }
        if previous.kind == .number, previous.traits.contains(.lineBefore) { return false }
        return startsSentence(end, lineEnd)
    }

    /// "в 2023 г. Завод" may be two sentences; "ш. Тошкент", "ko‘ch. 5" and "Co., Ltd. 签署" are never.
    private func closesAsAbbreviation(_ at: Int, _ next: Token) -> Bool {
        let isAfterNumber = at >= 2 && tokens[at - 2].kind == .number
        if next.traits.contains(.han) { return false }
        if next.kind == .number { return isAfterNumber || at >= 2 && tokens[at - 2].kind == .word && isScale(at - 2) }
        return isAfterNumber || tokens[at - 1].end - tokens[at - 1].start > 2
    }

    /// Whether the word is itself an abbreviation behind a number ("5 млн долл.").
    private func isScale(_ index: Int) -> Bool {
        index >= 1 && tokens[index - 1].kind == .number && abbreviations.mayClose(key(tokens[index]))
    }

    /// "т. д", "h.k", "a.m" before the stop at this token, without spaces; nil when only one letter or a
    /// longer word is there. No abbreviation has more than four.
    private func dottedLetters(endingAt stop: Int) -> [UInt8]? {
        var first = stop - 1
        guard isLowerLetter(first) else { return nil }
        while first >= max(2, stop - 7), tokens[first - 1].isSign("."), isLowerLetter(first - 2),
            !tokens[first - 1].traits.contains(.spaceBefore), !tokens[first].traits.contains(.lineBefore)
        { first -= 2 }
        guard first < stop - 1 else { return nil }
        return (first..<stop).flatMap { Array(key(tokens[$0])) }
    }

    private func isLowerLetter(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !token.traits.contains(.capital), !token.traits.contains(.han) else { return false }
        return token.end - token.start == (token.traits.contains(.cyrillic) ? 2 : 1)
    }

    /// "No. 5" is a number, "they said no. 5 companies" are two sentences.
    private func isNumberSign(_ previous: Token, _ next: Token) -> Bool {
        next.kind == .number && previous.isCapitalised && key(previous).elementsEqual("no".utf8)
    }

    /// "5 млн долл. США", "5 mln doll. AQSH".
    private func isDollarOfCountry(_ previous: Token, _ next: Token) -> Bool {
        next.traits.contains(.allCapitals)
            && (key(previous).elementsEqual("долл".utf8) || key(previous).elementsEqual("doll".utf8))
    }

    private func key(_ token: Token) -> ArraySlice<UInt8> { folded[Int(token.foldedStart)..<Int(token.foldedEnd)] }

    /// "региона.Для": no space after the stop, but a lower-case word before and a capitalised one after it.
    private func isGluedSentence(_ previous: Token, _ next: Token, _ nextIndex: Int) -> Bool {
        guard next.isCapitalised, !next.traits.contains(.allCapitals) || next.end - next.start <= 2 else {
            return false
        }
        if previous.kind == .number { return true }
        if isCloser(previous) { return true }
        guard previous.kind == .word, previous.end - previous.start >= 3 else { return false }
        let after = nextIndex + 1 < tokens.count ? tokens[nextIndex + 1] : nil
        if after.map({ $0.isSign(".") || $0.isSign("/") }) ?? false { return false }
        let scripts: Token.Traits = [.latin, .cyrillic]
        let isSameScript = previous.traits.intersection(scripts) == next.traits.intersection(scripts)
        if isSameScript { return !isDomain(next) }
        return !previous.traits.contains(.capital) || abbreviations.mayClose(key(previous))
    }

    /// The last part of an address that is written with a capital ("Lenta.Ru", "Kun.Uz").
    private func isDomain(_ token: Token) -> Bool {
        Self.domains.contains { key(token).elementsEqual($0.utf8) }
    }

    private static let domains = ["uz", "ru", "com", "net", "org", "info", "kz", "kg", "tj", "tm", "cn", "uk"]

    /// Whether a new sentence may begin with this token: not in lower case, not a joining sign.
    private func startsSentence(_ index: Int, _ lineEnd: Int) -> Bool {
        var at = index
        while at < lineEnd,
            isOpener(tokens[at]) || tokens[at].isSign("—") || tokens[at].isSign("–") || tokens[at].isSign("-")
        { at += 1 }
        guard at < lineEnd else { return true }
        let token = tokens[at]
        switch token.kind {
        case .word: return token.traits.contains(.capital) || token.traits.contains(.han) || !Self.mayBeCapital(token)
        case .number: return true
        case .sign: return !(token.isSign(",") || token.isSign(";") || token.isSign(":") || token.isSign(")"))
        }
    }

    private static func mayBeCapital(_ token: Token) -> Bool {
        !token.traits.isDisjoint(with: [.latin, .cyrillic])
    }

    /// One capital letter before a stop, or one of the pairs that stand for a letter (Sh., Oʻ., Дж.).
    private func isInitial(_ token: Token) -> Bool {
        guard token.traits.contains(.capital) else { return false }
        let width = token.end - token.start
        if width == 1 || width == 2 && token.traits.contains(.cyrillic) { return true }
        return width <= 5 && Self.pairs.contains { key(token).elementsEqual($0.utf8) }
    }

    private static let pairs = ["sh", "ch", "yu", "ya", "yo", "ye", "ts", "o'", "g'", "дж", "dj"]

    private func opensAgain(_ index: Int) -> Bool {
        // A straight quote after a space opens the next sentence's quotation.
        tokens[index].isSign("\"") && tokens[index].traits.contains(.spaceBefore)
    }

    private func isStop(_ token: Token) -> Bool {
        guard token.kind == .sign else { return false }
        switch token.sign {
        case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x203C, 0x2049: return true
        default: return false
        }
    }

    private func isCloser(_ token: Token) -> Bool {
        guard token.kind == .sign else { return false }
        switch token.sign {
        case 0x29, 0x5D, 0xBB, 0x201D, 0x2019, 0x22, 0xFF09, 0x300D, 0x300F, 0x300B, 0x3011: return true
        default: return false
        }
    }

    private func isOpener(_ token: Token) -> Bool {
        guard token.kind == .sign else { return false }
        switch token.sign {
        case 0x28, 0x5B, 0xAB, 0x201C, 0x201E, 0x2018, 0x22, 0xFF08, 0x300C, 0x300E, 0x300A, 0x3010: return true
        default: return false
        }
    }
}
