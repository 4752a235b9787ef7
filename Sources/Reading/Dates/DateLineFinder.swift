internal import SourceText

/// Tells a dateline from a date in a sentence.
enum DateLineFinder {
    /// Longer lines are prose; only what opens them can be a dateline. In UTF-8 bytes.
    private static let longest = 400
    /// How much of a long line is looked at.
    private static let head = 160

    /// The non-empty lines among which a dateline is looked for, as ranges of the text.
    static func lines(of bytes: [UInt8], first: Int, last: Int) -> [Range<Int>] {
        var fromStart: [Range<Int>] = []
        var at = 0
        while at < bytes.count, fromStart.count < first {
            let end = bytes[at...].firstIndex(where: isLineEnd) ?? bytes.count
            if bytes[at..<end].contains(where: { $0 > 0x20 }) { fromStart.append(at..<end) }
            at = end + 1
        }
        var fromEnd: [Range<Int>] = []
        var end = bytes.count
        while end > at, fromEnd.count < last {
            let start = (bytes[at..<end].lastIndex(where: isLineEnd) ?? at - 1) + 1
            if bytes[start..<end].contains(where: { $0 > 0x20 }) { fromEnd.append(start..<end) }
            end = start - 1
        }
        return fromStart + fromEnd
    }

    /// The dateline of one line.
    static func dateline(in line: ArraySlice<UInt8>) -> DateLine? {
        let isLong = line.count > longest
        let pieces = DatePiece.pieces(of: isLong ? line.prefix(head) : line)
        let pattern = DatePattern(pieces)
        let context = Context(pieces: pieces)
        for index in pieces.indices {
            guard let (day, end) = pattern.match(at: index) else { continue }
            let stands =
                context.opensReport(index, end) || (!isLong && context.startsFresh(index) && context.endsThere(end))
            if stands {
                return DateLine(
                    day: day.iso, range: TextRange(pieces[index].start, pieces[end - 1].end), origin: .dateline)
            }
            // A date in a sentence: what follows in the line is no dateline either.
            if isLong { return nil }
        }
        return nil
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// What stands around a date in its line.
    private struct Context {
        let pieces: [DatePiece]

        /// `TASHKENT, Oct. 20, 2023 (Xinhua) —`: up to four capitalised words, a comma, the date, and a
        /// bracket, dash or slash behind it.
        func opensReport(_ start: Int, _ end: Int) -> Bool {
            guard start <= 8, end < pieces.count, isSign(end, [0x28, 0x2D, 0x2013, 0x2014, 0x2F, 0xFF08, 0x7C]) else {
                return false
            }
            if start == 0 { return true }
            guard isSign(start - 1, [0x2C, 0x2E, 0xFF0C]) else { return false }
            return pieces[..<(start - 1)].allSatisfy {
                if case .word(_, let capital) = $0.kind { return capital }
                return $0.kind == .sign(0x2D)
            }
        }

        /// Whether the date begins the line or stands behind a sign, a label, a weekday or a wide gap, and no
        /// sentence leads up to it.
        func startsFresh(_ start: Int) -> Bool {
            guard start > 0 else { return true }
            let before = pieces[start - 1]
            let isOpen: Bool
            switch before.kind {
            case .number: isOpen = pieces[start].gap > 1 || (start > 1 && isSign(start - 2, [0x3A]))
            case .word(let word, _): isOpen = pieces[start].gap > 1 || isLabel(word)
            case .sign(let sign):
                // "1.2.2023" behind "v. 3." is a version, not a day.
                let isGlued = pieces[start].gap == 0 && (sign == 0x2E || sign == 0x2D)
                isOpen = !Self.signsOfNoDate.contains(sign) && !before.isHan && !isGlued
            }
            guard isOpen else { return false }
            var lowerWords = 0
            for index in (0..<start).reversed() {
                switch pieces[index].kind {
                case .word(let word, let capital): if !capital, !isLabel(word) { lowerWords += 1 }
                case .sign(let sign): if Self.hardSeparators.contains(sign) { return lowerWords < 3 }
                case .number: break
                }
                if lowerWords >= 3 { return false }
                if pieces[index].gap > 1 { break }
            }
            return true
        }

        /// Whether the date ends the line, or a time, sign, weekday, wide gap or capitalised word follows that
        /// does not carry on a sentence.
        func endsThere(_ end: Int) -> Bool {
            guard end < pieces.count else { return true }
            let next = pieces[end]
            if next.gap > 1 { return true }
            switch next.kind {
            case .number:
                return end + 1 < pieces.count && isSign(end + 1, [0x3A, 0x2E])
            case .word(let word, let capital):
                return capital || isLabel(word) || (next.gap == 0 && word == "t")
            case .sign(let sign):
                if next.isHan { return sign == 0x661F || sign == 0x5468 }  // 星期, 周
                if sign == 0x5F { return false }
                guard [0x2C, 0x2E, 0xFF0C, 0x3002, 0x2D].contains(sign), end + 1 < pieces.count else { return true }
                let further = pieces[end + 1]
                if case .number = further.kind, further.gap == 0 { return false }
                if case .word(let word, let capital) = further.kind { return capital || isLabel(word) }
                return !further.isHan || further.gap > 1
            }
        }

        private func isLabel(_ word: String) -> Bool {
            let meaning = DateVocabulary.shared.meaning(word)
            return meaning == .label || meaning == .weekday
        }

        private func isSign(_ at: Int, _ signs: Set<UInt32>) -> Bool {
            guard case .sign(let sign) = pieces[at].kind else { return false }
            return signs.contains(sign)
        }

        /// Behind these a number counts something or belongs to a name: % $ £ ¥ € № + ' _
        private static let signsOfNoDate: Set<UInt32> = [0x5F, 0x25, 0x24, 0xA3, 0xA5, 0x20AC, 0x2116, 0x2B, 0x27]
        /// Bars, dots and arrows between the parts of a byline: | · • » > / →
        private static let hardSeparators: Set<UInt32> = [0x7C, 0xB7, 0x2022, 0xBB, 0x3E, 0x2F, 0x2192, 0xFF5C]
    }
}
