/// Bytes on their way to be UTF-8: checks, repairs and clean-up.
enum UTF8Text {
    /// What a look at the bytes as UTF-8 shows.
    struct Census {
        /// Well-formed sequences of more than one byte.
        var sequences = 0
        /// Ill-formed places, each of which decoding replaces by one U+FFFD.
        var faults = 0
    }

    /// Counts well-formed sequences and faults.
    static func census(_ bytes: [UInt8]) -> Census {
        var census = Census()
        var at = 0
        while at < bytes.count {
            if bytes[at] < 0x80 {
                at += 1
                continue
            }
            let step = sequence(bytes, at)
            if step.valid { census.sequences += 1 } else { census.faults += 1 }
            at += step.length
        }
        return census
    }

    /// Appends one code point.
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        let unicode = Unicode.Scalar(scalar) ?? "\u{FFFD}"
        bytes.append(contentsOf: UTF8.encode(unicode)!)
    }

    /// Gives the bytes with every ill-formed place replaced by U+FFFD.
    static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], replaced: Int) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        var replaced = 0
        var at = 0
        while at < bytes.count {
            if bytes[at] < 0x80 {
                result.append(bytes[at])
                at += 1
                continue
            }
            let step = sequence(bytes, at)
            if step.valid {
                result.append(contentsOf: bytes[at..<(at + step.length)])
            } else {
                result.append(contentsOf: [0xEF, 0xBF, 0xBD])
                replaced += 1
            }
            at += step.length
        }
        return (result, replaced)
    }

    /// Takes out NUL and the control characters that no text needs; tab, line feeds, form feed, carriage
    /// return and NEL stay, so that offsets of clean texts never move.
    static func withoutControls(_ bytes: [UInt8]) -> (bytes: [UInt8], removed: Int) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] < 0xA0, bytes[at + 1] != 0x85 {
                at += 2
                continue
            }
            if !isControl(byte) { result.append(byte) }
            at += 1
        }
        return (result, bytes.count - result.count)
    }

    /// Whether a byte is an ASCII control that no text needs.
    static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x09 || (byte > 0x0D && byte < 0x20) || byte == 0x7F
    }

    /// The sequence at an offset that holds a byte of 0x80 or above: well formed or not, and how long.
    private static func sequence(_ bytes: [UInt8], _ at: Int) -> (valid: Bool, length: Int) {
        let first = bytes[at]
        let needed: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: needed = 1
        case 0xE0:
            needed = 2
            low = 0xA0
        case 0xED:
            needed = 2
            high = 0x9F
        case 0xE1...0xEF: needed = 2
        case 0xF0:
            needed = 3
            low = 0x90
        case 0xF4:
            needed = 3
            high = 0x8F
        case 0xF1...0xF3: needed = 3
        default: return (false, 1)
        }
        var length = 1
        while length <= needed {
            guard at + length < bytes.count else { return (false, length) }
            let next = bytes[at + length]
            guard low <= next, next <= high else { return (false, length) }
            low = 0x80
            high = 0xBF
            length += 1
        }
        return (true, length)
    }
}
