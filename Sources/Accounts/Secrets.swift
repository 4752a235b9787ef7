internal import CSodium

/// Random secrets of cookies, tokens and drafts, and the hashes under which they are kept.
public enum Secrets {
    /// 32 random bytes as base64url, 43 characters.
    public static func new() -> String {
        Sodium.start()
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, bytes.count)
        return base64url(bytes)
    }

    /// What a store keeps of a secret. Secrets are random, so a plain hash is enough.
    public static func key(_ secret: String) -> String { keyed(secret, by: "kelishuv secret") }

    /// A value that only the holder of both texts can name: the token in a form, made from the cookie.
    public static func keyed(_ text: String, by key: String) -> String {
        Sodium.start()
        var digest = [UInt8](repeating: 0, count: 32)
        let input = Array(text.utf8)
        let key = Array(key.utf8.prefix(64))
        let status = crypto_generichash(&digest, 32, input, UInt64(input.count), key, key.count)
        precondition(status == 0, "hashing memory cannot fail")
        return base64url(digest)
    }

    /// Comparison in constant time.
    public static func areEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        return left.count == right.count && zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func base64url(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(letters[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 { text.append(letters[Int(bits << UInt32(6 - count) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
