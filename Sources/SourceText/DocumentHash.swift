internal import CSodium

/// The SHA-256 of a document's raw bytes, in lower-case hexadecimal: the name by which it is known.
public struct DocumentHash: Hashable, Sendable, CustomStringConvertible {
    /// 64 hexadecimal digits.
    public let hexadecimal: String

    /// Hashes bytes.
    public init(of bytes: [UInt8]) {
        var digest = [UInt8](repeating: 0, count: 32)
        let status = crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        precondition(status == 0, "SHA-256 of memory cannot fail")
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        hexadecimal = String(decoding: text, as: UTF8.self)
    }

    /// Takes a stored hash back; nil unless it is 64 lower-case hexadecimal digits.
    public init?(hexadecimal: String) {
        let valid =
            hexadecimal.utf8.count == 64
            && hexadecimal.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard valid else { return nil }
        self.hexadecimal = hexadecimal
    }

    /// The hexadecimal digits.
    public var description: String { hexadecimal }
}
