#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Turns bytes of an encoding into UTF-8; what has no meaning in that encoding becomes U+FFFD.
enum Transcoder {
    /// - Returns: UTF-8 and the number of places that had to be replaced.
    static func utf8(_ bytes: ArraySlice<UInt8>, from encoding: TextEncoding) -> (bytes: [UInt8], replaced: Int) {
        if encoding == .utf8 { return UTF8Text.repaired(Array(bytes)) }
        if encoding.isSingleByte { return throughTable(bytes, table(of: encoding)) }
        return throughIconv(bytes, encoding)
    }

    /// The 256 code points of a single-byte encoding; 0xFFFD where a byte means nothing.
    static func table(of encoding: TextEncoding) -> [UInt32] { tables[encoding] ?? [] }

    private static let tables: [TextEncoding: [UInt32]] = {
        var tables: [TextEncoding: [UInt32]] = [:]
        for encoding in TextEncoding.allCases where encoding.isSingleByte {
            tables[encoding] = (0...255).map { byte in
                if byte < 0x80 { return UInt32(byte) }
                let decoded = throughIconv([UInt8(byte)], encoding)
                return String(decoding: decoded.bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
            }
        }
        return tables
    }()

    private static func throughTable(
        _ bytes: ArraySlice<UInt8>, _ table: [UInt32]
    ) -> (bytes: [UInt8], replaced: Int) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        var replaced = 0
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                let scalar = table[Int(byte)]
                if scalar == 0xFFFD { replaced += 1 }
                UTF8Text.append(scalar, to: &result)
            }
        }
        return (result, replaced)
    }

    private static func throughIconv(
        _ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding
    ) -> (bytes: [UInt8], replaced: Int) {
        // POSIX says that iconv_open gives (iconv_t)-1 when the system lacks the encoding.
        guard let converter = iconv_open("UTF-8", encoding.iconvName),
            converter != UnsafeMutableRawPointer(bitPattern: -1)
        else {
            return UTF8Text.repaired(Array(bytes))
        }
        defer { iconv_close(converter) }
        let unit: Int
        switch encoding {
        case .utf16LittleEndian, .utf16BigEndian: unit = 2
        case .utf32LittleEndian, .utf32BigEndian: unit = 4
        default: unit = 1
        }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 1 << 14)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        var replaced = 0
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var left = source.count
                while left > 0 {
                    var to = target.baseAddress
                    var room = target.count
                    errno = 0
                    let status = iconv(converter, &from, &left, &to, &room)
                    let problem = errno
                    for index in 0..<(target.count - room) { result.append(UInt8(bitPattern: target[index])) }
                    if status != -1 { break }
                    if problem == E2BIG { continue }
                    result.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    replaced += 1
                    // An input that ends inside a character has nothing after it; else go on behind the fault.
                    let skipped = problem == EINVAL ? left : min(unit, left)
                    from = from.map { $0 + skipped }
                    left -= skipped
                }
            }
        }
        return (result, replaced)
    }
}
