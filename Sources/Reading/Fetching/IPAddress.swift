#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// An IPv4 or IPv6 address, and whether it belongs to the public internet.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// Four or sixteen bytes in network order.
    public let bytes: [UInt8]

    /// Takes four or sixteen bytes; nil for any other number.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads an address as it is written: `192.0.2.1`, `2001:db8::1`.
    public init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.bytes = bytes
            return
        }
        bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
        self.bytes = bytes
    }

    /// Whether nothing but the public internet answers there.
    ///
    /// False for every block that the IANA special-purpose registries (RFC 6890) do not call globally
    /// reachable, multicast included, and for IPv6 forms that carry such an IPv4 address inside.
    public var isPublic: Bool {
        if bytes.count == 4 { return !Self.specialV4.contains { Self.matches(bytes, $0.prefix, $0.bits) } }
        if let inner = embeddedV4 { return inner.isPublic }
        // Only 2000::/3 has been given out so far.
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        return !Self.specialV6.contains { Self.matches(bytes, $0.prefix, $0.bits) }
    }

    /// The IPv4 address inside an IPv4-mapped, IPv4-compatible, NAT64 or 6to4 address.
    private var embeddedV4: IPAddress? {
        let zeros = bytes.prefix(10).allSatisfy { $0 == 0 }
        if zeros, bytes[10] == bytes[11], bytes[10] == 0xFF || bytes[10] == 0 {
            return IPAddress(bytes: Array(bytes[12...]))
        }
        if Self.matches(bytes, [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 96) {
            return IPAddress(bytes: Array(bytes[12...]))
        }
        if Self.matches(bytes, [0x20, 0x02], 16) { return IPAddress(bytes: Array(bytes[2..<6])) }
        return nil
    }

    private static func matches(_ bytes: [UInt8], _ prefix: [UInt8], _ bits: Int) -> Bool {
        for bit in stride(from: 0, to: bits, by: 8) {
            let mask = bits - bit >= 8 ? 0xFF : UInt8(truncatingIfNeeded: 0xFF00 >> (bits - bit))
            if bytes[bit / 8] & mask != prefix[bit / 8] & mask { return false }
        }
        return true
    }

    private static let specialV4: [(prefix: [UInt8], bits: Int)] = [
        ([0], 8),  // this network
        ([10], 8), ([172, 16], 12), ([192, 168], 16),  // private, RFC 1918
        ([100, 64], 10),  // carriers' NAT, RFC 6598
        ([127], 8),  // loopback
        ([169, 254], 16),  // link-local, where clouds keep their metadata
        ([192, 0, 0], 24), ([192, 0, 2], 24), ([198, 51, 100], 24), ([203, 0, 113], 24),  // protocols, documentation
        ([192, 88, 99], 24),  // 6to4 relays, withdrawn
        ([198, 18], 15),  // benchmarks
        ([224], 4), ([240], 4),  // multicast, reserved, broadcast
    ]

    private static let specialV6: [(prefix: [UInt8], bits: Int)] = [
        ([0x20, 0x01, 0x00], 23),  // protocols, Teredo
        ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x3F, 0xFF, 0x00], 20),  // documentation
    ]

    public var description: String {
        var buffer = [CChar](repeating: 0, count: 64)
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "\(bytes)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
