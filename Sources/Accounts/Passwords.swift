internal import CSodium
internal import Foundation

/// Passwords hashed with Argon2id (RFC 9106) by libsodium: 64 MiB and two passes, its "interactive" cost.
public enum Passwords {
    /// Least number of characters.
    public static let shortest = 10
    /// Most bytes: nobody types more, and hashing is not free.
    public static let longest = 1_024

    /// The hash to be stored, its salt and cost in it.
    /// - Throws: ``AccountFailure/weakPassword``.
    public static func hash(_ password: String) throws(AccountFailure) -> String {
        let normal = normalised(password)
        guard normal.count >= shortest, normal.utf8.count <= longest else { throw .weakPassword }
        Sodium.start()
        var output = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let status = normal.withCString { text in
            crypto_pwhash_str(
                &output, text, UInt64(strlen(text)), UInt64(crypto_pwhash_opslimit_interactive()),
                crypto_pwhash_memlimit_interactive())
        }
        precondition(status == 0, "64 MiB for hashing a password could not be had")
        return String(decoding: output.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether the password is the one of the hash.
    ///
    /// Without a hash (no such account) it takes as long and says no, so that nobody learns which names exist.
    public static func matches(_ password: String, hash: String?) -> Bool {
        let normal = normalised(password)
        guard normal.utf8.count <= longest else { return false }
        Sodium.start()
        let matches = normal.withCString { text in
            crypto_pwhash_str_verify(hash ?? decoy, text, UInt64(strlen(text))) == 0
        }
        return matches && hash != nil
    }

    /// One password is one sequence of characters, however the keyboard composed them (RFC 8265).
    private static func normalised(_ password: String) -> String {
        password.precomposedStringWithCanonicalMapping.replacingOccurrences(of: "\0", with: "\u{FFFD}")
    }

    private static let decoy: String = {
        // It only fails for a password that is too short, which a new secret is not.
        guard let hash = try? hash(Secrets.new()) else { preconditionFailure("a random secret is long enough") }
        return hash
    }()
}

enum Sodium {
    /// Prepares libsodium; may be called any number of times.
    static func start() { _ = ready }
    private static let ready: Void = precondition(sodium_init() >= 0, "libsodium cannot start")
}
