/// Where the server listens and how it behaves.
public struct ServerConfiguration: Hashable, Sendable {
    /// The address of the interface; 127.0.0.1 is reached from this machine only.
    public var host: String
    /// 0 lets the system choose a free one.
    public var port: Int
    /// Whether SIGTERM and SIGINT end the server in good order. Off where the caller handles signals itself.
    public var handlesSignals: Bool

    /// Makes a configuration.
    public init(host: String = "127.0.0.1", port: Int = 8080, handlesSignals: Bool = true) {
        self.host = host
        self.port = port
        self.handlesSignals = handlesSignals
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
