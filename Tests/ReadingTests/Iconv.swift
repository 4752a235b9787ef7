import Testing

@testable import Reading

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Encodes test texts with the system's converter.
enum Iconv {
    static func encoded(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
        let converter = try #require(iconv_open(encoding.iconvName, "UTF-8"))
        defer { iconv_close(converter) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let room = output.count
        var left = input.count
        var free = room
        let status = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return iconv(converter, &from, &left, &to, &free)
            }
        }
        try #require(status == 0 || left == 0)
        return output.prefix(room - free).map { UInt8(bitPattern: $0) }
    }
}
