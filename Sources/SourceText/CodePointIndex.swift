/// Converts between UTF-8 offsets and Unicode code-point offsets of one text.
///
/// One pass over the bytes notes the count of code points at every 64th byte; each conversion then looks
/// at no more than 64 bytes.
public struct CodePointIndex: Sendable {
    private static let stride = 64
    private let bytes: [UInt8]
    private let counts: [Int]

    /// - Parameter bytes: valid UTF-8.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / Self.stride + 1)
        var seen = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.stride == 0 { counts.append(seen) }
            if byte & 0xC0 != 0x80 { seen += 1 }
        }
        if bytes.count % Self.stride == 0 { counts.append(seen) }
        self.counts = counts
    }

    /// The number of code points before the UTF-8 offset.
    /// - Precondition: `0 <= utf8 <= count of bytes`.
    public func codePoint(atUTF8 utf8: Int) -> Int {
        precondition(utf8 >= 0 && utf8 <= bytes.count, "UTF-8 offset \(utf8) lies outside the text")
        let block = utf8 / Self.stride
        var count = counts[block]
        for offset in (block * Self.stride)..<utf8 where bytes[offset] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The UTF-8 offset of a code point, or nil when the text is shorter.
    public func utf8(atCodePoint codePoint: Int) -> Int? {
        guard codePoint >= 0 else { return nil }
        var low = 0
        var high = counts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if counts[middle] <= codePoint { low = middle } else { high = middle - 1 }
        }
        var count = counts[low]
        var offset = low * Self.stride
        while offset < bytes.count {
            if bytes[offset] & 0xC0 != 0x80 {
                if count == codePoint { return offset }
                count += 1
            }
            offset += 1
        }
        return count == codePoint ? bytes.count : nil
    }

    /// A UTF-8 range as a pair of code-point offsets, half open.
    public func codePoints(of range: TextRange) -> (start: Int, end: Int) {
        (codePoint(atUTF8: range.start), codePoint(atUTF8: range.end))
    }
}
