/// How much bytes look like Chinese text in one of its two national encodings.
enum ChineseScore {
    /// The share of two-byte characters that are common ones, nought when the bytes break the encoding.
    ///
    /// GB 2312 puts the 3,755 characters of its first level, which make up over 95 % of running text, in rows
    /// B0 to D7; Big5 its 5,401 frequent ones in rows A4 to C6.
    static func score(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> Double {
        var characters = 0
        var common = 0
        var faults = 0
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let lead = bytes[at]
            if lead < 0x80 {
                at += 1
                continue
            }
            guard at + 1 < bytes.endIndex else { break }
            let trail = bytes[at + 1]
            if encoding == .gb18030, (0x30...0x39).contains(trail) {
                at += 4
                continue
            }
            let trailFits =
                (0x40...0x7E).contains(trail) || (trail >= (encoding == .big5 ? 0xA1 : 0x80) && trail < 0xFF)
            guard lead != 0x80, lead != 0xFF, trailFits else {
                faults += 1
                at += 1
                continue
            }
            at += 2
            if isPunctuation(lead, encoding) { continue }
            characters += 1
            if isCommon(lead, trail, encoding) { common += 1 }
        }
        guard characters > 1, faults * 50 <= characters else { return 0 }
        return Double(common) / Double(characters)
    }

    private static func isPunctuation(_ lead: UInt8, _ encoding: TextEncoding) -> Bool {
        encoding == .big5 ? (0xA1...0xA3).contains(lead) : (0xA1...0xA9).contains(lead)
    }

    private static func isCommon(_ lead: UInt8, _ trail: UInt8, _ encoding: TextEncoding) -> Bool {
        encoding == .big5 ? (0xA4...0xC6).contains(lead) : (0xB0...0xD7).contains(lead) && trail >= 0xA1
    }
}
