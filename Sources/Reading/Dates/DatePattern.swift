/// Finds a full date, with its year, at one place of a line.
struct DatePattern {
    private let pieces: [DatePiece]
    private let vocabulary: DateVocabulary

    init(_ pieces: [DatePiece], vocabulary: DateVocabulary = .shared) {
        self.pieces = pieces
        self.vocabulary = vocabulary
    }

    /// The date that begins with a piece, and the index behind its last piece.
    func match(at index: Int) -> (day: CalendarDay, end: Int)? {
        chinese(index) ?? numeric(index) ?? dayFirst(index) ?? monthFirst(index) ?? yearFirst(index)
    }

    /// `2023年10月20日`
    private func chinese(_ at: Int) -> (day: CalendarDay, end: Int)? {
        guard let year = number(at, 4...4), isSign(at + 1, 0x5E74), let month = number(at + 2, 1...2),
            isSign(at + 3, 0x6708), let day = number(at + 4, 1...2), isSign(at + 5, 0x65E5)
        else { return nil }
        return CalendarDay(year, month, day).map { ($0, at + 6) }
    }

    /// `17.05.2023`, `17/05/2023`, `2023-10-20`, `2023.10.20`; a slashed date that could be read with the
    /// month or the day first is left alone.
    private func numeric(_ at: Int) -> (day: CalendarDay, end: Int)? {
        guard at + 4 < pieces.count, case .sign(let sign) = pieces[at + 1].kind,
            sign == 0x2E || sign == 0x2F || sign == 0x2D, isSign(at + 3, sign),
            (1...4).allSatisfy({ pieces[at + $0].gap == 0 }), let middle = number(at + 2, 1...2)
        else { return nil }
        if let year = number(at, 4...4), let day = number(at + 4, 1...2) {
            return CalendarDay(year, middle, day).map { ($0, at + 5) }
        }
        guard let first = number(at, 1...2), let year = number(at + 4, 4...4) else { return nil }
        if sign == 0x2F {
            if first <= 12, middle <= 12, first != middle { return nil }
            if middle > 12 { return CalendarDay(year, first, middle).map { ($0, at + 5) } }
        }
        return CalendarDay(year, middle, first).map { ($0, at + 5) }
    }

    /// `17 января 2024`, `13-aprel, 2022-yil`, `7 октябрь 2022 йил`, `18th of May 2023`, `22-Feb-2024`
    private func dayFirst(_ at: Int) -> (day: CalendarDay, end: Int)? {
        guard let day = number(at, 1...2) else { return nil }
        var next = skip(at + 1, [0x2D])
        if isWord(next, ["st", "nd", "rd", "th"]), pieces[next].gap == 0 { next += 1 }
        if isWord(next, ["of"]) { next += 1 }
        guard let month = month(next) else { return nil }
        next = skip(next + 1, [0x2C, 0x2E, 0x2D])
        guard let year = number(next, 4...4) else { return nil }
        return CalendarDay(year, month, day).map { ($0, behindYear(next + 1)) }
    }

    /// `May 18, 2023`, `Oct. 20, 2023`
    private func monthFirst(_ at: Int) -> (day: CalendarDay, end: Int)? {
        guard let month = month(at) else { return nil }
        var next = skip(at + 1, [0x2E])
        guard let day = number(next, 1...2) else { return nil }
        next += 1
        if isWord(next, ["st", "nd", "rd", "th"]), pieces[next].gap == 0 { next += 1 }
        next = skip(next, [0x2C])
        guard let year = number(next, 4...4) else { return nil }
        return CalendarDay(year, month, day).map { ($0, next + 1) }
    }

    /// `2024-yil 17-yanvar`, `2024 йил 17 январь`
    private func yearFirst(_ at: Int) -> (day: CalendarDay, end: Int)? {
        guard let year = number(at, 4...4) else { return nil }
        let word = skip(at + 1, [0x2D])
        guard isYearWord(word) else { return nil }
        let next = skip(word + 1, [0x2C])
        guard let day = number(next, 1...2), let month = month(skip(next + 1, [0x2D])) else { return nil }
        return CalendarDay(year, month, day).map { ($0, skip(next + 1, [0x2D]) + 1) }
    }

    // MARK: Pieces

    private func number(_ at: Int, _ digits: ClosedRange<Int>) -> Int? {
        guard at < pieces.count, case .number(let value, let count) = pieces[at].kind, digits.contains(count) else {
            return nil
        }
        return value
    }

    private func month(_ at: Int) -> Int? {
        guard at < pieces.count, case .word(let word, _) = pieces[at].kind,
            case .month(let month) = vocabulary.meaning(word)
        else { return nil }
        return month
    }

    private func isYearWord(_ at: Int) -> Bool {
        guard at < pieces.count, case .word(let word, _) = pieces[at].kind else { return false }
        return vocabulary.meaning(word) == .year
    }

    private func isWord(_ at: Int, _ words: Set<String>) -> Bool {
        guard at < pieces.count, case .word(let word, _) = pieces[at].kind else { return false }
        return words.contains(word)
    }

    private func isSign(_ at: Int, _ value: UInt32) -> Bool {
        at < pieces.count && pieces[at].kind == .sign(value)
    }

    /// Steps over one of the signs.
    private func skip(_ at: Int, _ signs: Set<UInt32>) -> Int {
        guard at < pieces.count, case .sign(let value) = pieces[at].kind, signs.contains(value) else { return at }
        return at + 1
    }

    /// Steps over "года", "г.", "-yil" behind the year.
    private func behindYear(_ at: Int) -> Int {
        let word = skip(at, [0x2D])
        guard isYearWord(word) else { return at }
        return isWord(word, ["г"]) ? skip(word + 1, [0x2E]) : word + 1
    }
}
