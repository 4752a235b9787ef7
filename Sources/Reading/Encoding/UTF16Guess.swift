/// UTF-16 that lacks its byte order mark.
///
/// In running text the upper byte of nearly every unit is 00 (Latin, digits, spaces), 04 (Cyrillic) or 20
/// (dashes and quotes), or, in Chinese, 30, 4E to 9F or FF; the lower bytes have no such pattern.
enum UTF16Guess {
    static func guess(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count >= 4, bytes.count % 2 == 0 || bytes.count > 64 else { return nil }
        let pairs = min(bytes.count / 2, 2048)
        var alphabetic = (even: 0, odd: 0)
        var chinese = (even: 0, odd: 0)
        for index in 0..<pairs {
            let even = bytes[2 * index]
            let odd = bytes[2 * index + 1]
            if isAlphabeticUpper(even) { alphabetic.even += 1 }
            if isAlphabeticUpper(odd) { alphabetic.odd += 1 }
            if isChineseUpper(even) { chinese.even += 1 }
            if isChineseUpper(odd) { chinese.odd += 1 }
        }
        // 00 and 04 do not occur in texts of any other encoding.
        if alphabetic.odd * 10 >= pairs * 7, alphabetic.even * 4 < pairs { return .utf16LittleEndian }
        if alphabetic.even * 10 >= pairs * 7, alphabetic.odd * 4 < pairs { return .utf16BigEndian }
        let controls = bytes.prefix(pairs * 2).contains(where: UTF8Text.isControl)
        guard controls, UTF8Text.census(Array(bytes.prefix(pairs * 2))).faults > 0 else { return nil }
        if chinese.odd * 20 >= pairs * 19, chinese.even * 5 < pairs * 4 { return .utf16LittleEndian }
        if chinese.even * 20 >= pairs * 19, chinese.odd * 5 < pairs * 4 { return .utf16BigEndian }
        return nil
    }

    private static func isAlphabeticUpper(_ byte: UInt8) -> Bool { byte == 0x00 || byte == 0x04 || byte == 0x20 }

    private static func isChineseUpper(_ byte: UInt8) -> Bool {
        byte == 0 || byte == 0x20 || byte == 0x30 || byte == 0xFF || (0x4E...0x9F).contains(byte)
    }
}
