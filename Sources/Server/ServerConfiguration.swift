/// Where the server listens and how it behaves.
public struct ServerConfiguration: Hashable, Sendable {
    /// The address of the interface; 127.0.0.1 is reached from this machine only.
    public var host: String
    /// 0 lets the system choose a free one.
    public var port: Int
    /// Whether SIGTERM and SIGINT end the server in good order. Off where the caller handles signals itself.
    public var handlesSignals: Bool
    /// How readers reach the server, "https://ledger.example": the beginning of addresses in feeds and files. Nil:
    /// what the reader's own request names.
    public var publicAddress: String?

    /// Who may see and change what.
    public var openness: Openness
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String>
    /// Whether strangers may have a text read (never saved), a few times an hour.
    public var readsForStrangers: Bool

    /// Who may see and change what.
    public enum Openness: String, CaseIterable, Hashable, Sendable {
        /// Everybody reads and reports errors; who has an account works.
        case open = "public"
        /// Everybody reads, nobody changes anything.
        case readOnly = "read-only"
        /// Only who has an account sees anything.
        case closed
    }

    /// Makes a configuration.
    public init(
        host: String = "127.0.0.1", port: Int = 8080, handlesSignals: Bool = true, publicAddress: String? = nil,
        openness: Openness = .open, trustedProxies: Set<String> = [], readsForStrangers: Bool = false
    ) {
        self.openness = openness
        self.trustedProxies = trustedProxies
        self.readsForStrangers = readsForStrangers
        self.host = host
        self.port = port
        self.handlesSignals = handlesSignals
        self.publicAddress = publicAddress
    }
}

/// Why the server could not start.
public enum ServerFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case portTaken(host: String, port: Int)
    case portForbidden(host: String, port: Int)
    case noSuchAddress(host: String)

    /// What happened and what to do.
    public var description: String {
        switch self {
        case .portTaken(let host, let port):
            "port \(port) on \(host) is in use by another program; stop that program or choose another port"
        case .portForbidden(let host, let port):
            "this user may not listen on port \(port) of \(host); choose a port from 1024 on"
        case .noSuchAddress(let host):
            "this machine has no address \(host) to listen on; choose 127.0.0.1 or one of its own addresses"
        }
    }
}
