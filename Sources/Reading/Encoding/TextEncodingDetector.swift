internal import CUchardet

/// Works out in which encoding a text stands.
///
/// In this order: byte order mark; UTF-16 by its zero bytes; well-formed (or nearly well-formed) UTF-8; the
/// declared encoding, unless the bytes speak against it; Chinese and Cyrillic by the frequency of
/// characters; libuchardet for the rest.
public struct TextEncodingDetector: Sendable {
    public init() {}

    /// - Parameters:
    ///   - bytes: the text as received.
    ///   - declared: what the HTTP header or the page says; a hint only.
    /// - Returns: the encoding and the length of a byte order mark at the start.
    public func detect(_ bytes: [UInt8], declared: TextEncoding? = nil) -> (encoding: TextEncoding, bom: Int) {
        if let marked = Self.byteOrderMark(bytes) { return marked }
        if let wide = UTF16Guess.guess(bytes) { return (wide, 0) }
        let census = UTF8Text.census(bytes)
        // A few faults among many sequences are a text that was cut or spoilt, not another encoding.
        if census.faults == 0 || census.sequences > census.faults * 4 { return (.utf8, 0) }
        let sample = bytes.prefix(1 << 16)
        if let declared, Self.fits(sample, declared) { return (declared, 0) }
        return (byStatistics(sample), 0)
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> (encoding: TextEncoding, bom: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return (.utf32LittleEndian, 4) }
        if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// Whether the bytes can stand in the encoding that was declared.
    private static func fits(_ sample: ArraySlice<UInt8>, _ declared: TextEncoding) -> Bool {
        switch declared {
        case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian:
            // Had it been so, the checks before would have found it.
            return false
        case .windows1252, .windows1254:
            // Servers say Latin-1 by default; runs of upper bytes are no Western text.
            return !hasRuns(sample)
        case _ where declared.isCyrillic:
            let own = CyrillicScore.score(sample, as: declared)
            let best = TextEncoding.cyrillic.map { CyrillicScore.score(sample, as: $0) }.max() ?? own
            return best - own < 1.5
        default:
            let decoded = Transcoder.utf8(sample, from: declared)
            return decoded.replaced * 50 <= max(sample.count, 50)
        }
    }

    private func byStatistics(_ sample: ArraySlice<UInt8>) -> TextEncoding {
        guard Self.hasRuns(sample) else { return Self.western(sample) }
        var cyrillic = (encoding: TextEncoding.windows1251, score: -Double.infinity)
        for encoding in TextEncoding.cyrillic {
            let score = CyrillicScore.score(sample, as: encoding)
            if score > cyrillic.score { cyrillic = (encoding, score) }
        }
        let simplified = ChineseScore.score(sample, as: .gb18030)
        let traditional = ChineseScore.score(sample, as: .big5)
        let chinese = max(simplified, traditional)
        if chinese > 0.7, cyrillic.score < 6 { return simplified >= traditional ? .gb18030 : .big5 }
        if cyrillic.score >= 4.5 { return cyrillic.encoding }
        if let guess = Self.uchardet(sample) { return guess }
        return cyrillic.score > 2 ? cyrillic.encoding : .windows1252
    }

    /// Whether bytes of 0x80 and above stand in runs, as in scripts other than the Latin one.
    private static func hasRuns(_ sample: ArraySlice<UInt8>) -> Bool {
        var high = 0
        var runs = 0
        var inRun = false
        for byte in sample {
            if byte >= 0x80 {
                high += 1
                if !inRun { runs += 1 }
            }
            inRun = byte >= 0x80
        }
        return runs > 0 && Double(high) / Double(runs) >= 1.8
    }

    /// Latin text: Turkish when it has the letters in which windows-1254 differs, else Western.
    private static func western(_ sample: ArraySlice<UInt8>) -> TextEncoding {
        // ğ ı ş İ Ş Ğ stand where Western text has ð ý þ Ý Þ Ð.
        let turkish: Set<UInt8> = [0xF0, 0xFD, 0xFE, 0xDD, 0xDE, 0xD0]
        return sample.contains(where: turkish.contains) ? .windows1254 : .windows1252
    }

    private static func uchardet(_ sample: ArraySlice<UInt8>) -> TextEncoding? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let status = sample.withUnsafeBytes { buffer in
            uchardet_handle_data(detector, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
        }
        guard status == 0 else { return nil }
        uchardet_data_end(detector)
        guard let name = uchardet_get_charset(detector) else { return nil }
        return TextEncoding(label: String(cString: name))
    }
}
