/// Cuts tokens into passages with a few named heuristics, asked in order at every sign that may end a sentence.
struct PassageSplitter {
    let bytes: [UInt8]
    let tokens: [Token]
    let folded: [UInt8]
    let abbreviations: Abbreviations

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
            var opens = true
            for at in index..<lineEnd where at >= start {
                guard let end = sentenceEnd(at, lineEnd) ?? (at == lineEnd - 1 ? lineEnd : nil) else { continue }
                result.append(
                    Passage(
                        range: TextRange(Int(tokens[start].start), Int(tokens[end - 1].end)), tokens: start..<end,
                        line: line, opensLine: opens, isListItem: isItem, isUnclosed: unclosed))
                start = end
                opens = false
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
        if next.isSign(")") || next.isSign("）") || next.isSign("、") { return true }
        return next.isSign(".") && first + 2 < lineEnd && tokens[first + 2].kind == .word
    }

    /// The end of the sentence that closes at this token (closing quotes included), or nil.
    private func sentenceEnd(_ at: Int, _ lineEnd: Int) -> Int? {
        let token = tokens[at]
        guard isStop(token) else { return nil }
        var end = at + 1
        while end < lineEnd, isStop(tokens[end]) || isCloser(tokens[end]), !opensAgain(end) { end += 1 }
        guard end < lineEnd else { return lineEnd }
        let next = tokens[end]
        switch token.sign {
        case 0x3002, 0xFF01, 0xFF1F: return closesQuotation(at, end) ? end : nil
        case 0x2E: return endsAtFullStop(at, next, end, lineEnd) ? end : nil
        default: return startsSentence(end, lineEnd) ? end : nil
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
            let key = folded[Int(previous.foldedStart)..<Int(previous.foldedEnd)]
            if isInitial(previous, at - 1) { return false }
            if abbreviations.stands(before: key) { return false }
            if abbreviations.mayClose(key) {
                let afterNumber = at >= 2 && tokens[at - 2].kind == .number
                let isShort = previous.end - previous.start <= 2
                if isShort, !afterNumber { return false }
                return startsSentence(end, lineEnd)
            }
        }
        if previous.kind == .number, previous.traits.contains(.lineBefore) { return false }
        return startsSentence(end, lineEnd)
    }

    /// "региона.Для": no space after the stop, but a lower-case word before and a capitalised one after it.
    private func isGluedSentence(_ previous: Token, _ next: Token, _ nextIndex: Int) -> Bool {
        guard next.isCapitalised, !next.traits.contains(.allCapitals) || next.end - next.start <= 2 else {
            return false
        }
        if previous.kind == .number { return true }
        if isCloser(previous) { return true }
        guard previous.kind == .word, previous.end - previous.start >= 3 else { return false }
        let sameScript =
            previous.traits.intersection([.latin, .cyrillic]) == next.traits.intersection([.latin, .cyrillic])
        let after = nextIndex + 1 < tokens.count ? tokens[nextIndex + 1] : nil
        let inAddress = after.map { $0.isSign(".") || $0.isSign("/") } ?? false
        return (!previous.traits.contains(.capital) || sameScript || previous.end - previous.start > 6)
            && (sameScript || !previous.traits.contains(.capital)) && !inAddress
    }

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

    /// One capital letter before a stop: an initial, unless it closes a name such as "витамин А." (left joined).
    private func isInitial(_ token: Token, _ index: Int) -> Bool {
        guard token.traits.contains(.capital) else { return false }
        let width = token.end - token.start
        return width == 1 || (width == 2 && token.traits.contains(.cyrillic))
            || (width <= 4 && token.foldedEnd - token.foldedStart <= 2 && isDigraph(token))
    }

    private func isDigraph(_ token: Token) -> Bool {
        let key = folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
        return key.elementsEqual("sh".utf8) || key.elementsEqual("ch".utf8) || key.elementsEqual("yu".utf8)
            || key.elementsEqual("ya".utf8) || key.elementsEqual("o'".utf8) || key.elementsEqual("g'".utf8)
    }

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
