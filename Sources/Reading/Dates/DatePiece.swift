/// A number, word or sign of a line in which a date is looked for.
struct DatePiece {
    enum Kind: Equatable {
        case number(Int, digits: Int)
        /// Lower-case letters; Chinese characters are signs.
        case word(String, capital: Bool)
        case sign(UInt32)
    }

    let kind: Kind
    /// UTF-8 offsets into the text.
    let start: Int
    let end: Int
    /// How many white-space characters stand before it; an ideographic space counts as two.
    let gap: Int

    /// Cuts a stretch of valid UTF-8 into pieces.
    static func pieces(of bytes: ArraySlice<UInt8>) -> [DatePiece] {
        var pieces: [DatePiece] = []
        var gap = 0
        var at = bytes.startIndex
        func scalar(_ at: Int) -> (value: UInt32, width: Int) {
            let first = UInt32(bytes[at])
            // A byte in mid-character, where a long line was cut, is a sign of its own.
            let width = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard width > 1, at + width <= bytes.endIndex else { return (first, 1) }
            var value = first & (0xFF >> UInt32(width + 1))
            for offset in 1..<width { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
            return (value, width)
        }
        while at < bytes.endIndex {
            let start = at
            let (value, width) = scalar(at)
            if isSpace(value) {
                gap += value == 0x3000 ? 2 : 1
                at += width
                continue
            }
            let kind: Kind
            if isDigit(value) {
                var number = 0
                while at < bytes.endIndex, isDigit(UInt32(bytes[at])) {
                    number = min(number * 10 + Int(bytes[at] - 0x30), 1_000_000_000)
                    at += 1
                }
                kind = .number(number, digits: at - start)
            } else if isLetter(value) {
                while at < bytes.endIndex {
                    let (next, width) = scalar(at)
                    guard isLetter(next) else { break }
                    at += width
                }
                let word = String(decoding: bytes[start..<at], as: UTF8.self)
                let lower = word.lowercased()
                kind = .word(lower, capital: word.unicodeScalars.first != lower.unicodeScalars.first)
            } else {
                at += width
                kind = .sign(value)
            }
            pieces.append(DatePiece(kind: kind, start: start, end: at, gap: gap))
            gap = 0
        }
        return pieces
    }

    /// Whether it is a Chinese character.
    var isHan: Bool {
        if case .sign(let value) = kind { return (0x3400...0x9FFF).contains(value) }
        return false
    }

    static func isSpace(_ value: UInt32) -> Bool {
        value == 0x20 || value == 0x09 || value == 0xA0 || value == 0x3000 || (0x2000...0x200B).contains(value)
            || value == 0x202F
    }

    private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

    private static func isLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0x0400...0x052F: true
        case 0xC0...0x024F: value != 0xD7 && value != 0xF7
        case 0x02B9...0x02BD: true
        default: false
        }
    }
}
