import Accounts
import HTTPTypes
import Hummingbird
import NIOCore

/// Who asks.
struct Viewer: Sendable {
    /// By what they have shown who they are.
    enum Means: Sendable {
        case none
        case session(Session)
        case token(Token)
    }

    var account: Account?
    var means = Means.none
    /// From where they come: the address behind trusted proxies.
    var address = ""
    /// The secret in the cookie to which this reader's forms are bound.
    var formSecret: String?

    /// Whether they may do what a role may.
    func may(_ role: Role) -> Bool { account.map { $0.role >= role } ?? false }

    /// Whether they may use a part of the API.
    func may(_ scope: Scope) -> Bool {
        guard may(scope.role) else { return false }
        if case .token(let token) = means { return token.scopes.contains(scope) }
        return true
    }

    var session: Session? { if case .session(let session) = means { session } else { nil } }
}

/// What a request carries through the middlewares.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The other end of the connection, a proxy perhaps.
    let peer: String
    var viewer = Viewer()

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

/// Finds out who asks, by cookie or token, and from where.
struct Identification: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.viewer = try await viewer(request, context.peer)
        return try await next(request, context)
    }

    private func viewer(_ request: Request, _ peer: String) async throws -> Viewer {
        var viewer = Viewer()
        viewer.address = Self.address(
            peer: peer, forwarded: request.headers[values: Self.forwardedFor].joined(separator: ","),
            trusted: site.configuration.trustedProxies)
        viewer.formSecret = request.cookies[Cookies.form]?.value
        guard let accounts = site.desk?.accounts else { return viewer }
        let time = site.now()
        if let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") {
            let secret = String(header.dropFirst("bearer ".count)).trimmed
            guard request.uri.path.hasPrefix(APIRoutes.root),
                let (token, account) = try await accounts.token(Secrets.key(secret), at: time)
            else { throw APIProblem.badToken }
            viewer.account = account
            viewer.means = .token(token)
        } else if let secret = request.cookies[Cookies.session(site)]?.value,
            let (session, account) = try await accounts.session(Secrets.key(secret), at: time)
        {
            viewer.account = account
            viewer.means = .session(session)
            viewer.formSecret = secret
        }
        return viewer
    }

    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!

    /// The reader's address: the last one in the header that is no trusted proxy's, if the peer is one.
    static func address(peer: String, forwarded: String, trusted: Set<String>) -> String {
        guard trusted.contains(peer) else { return peer }
        let hops = forwarded.split(separator: ",").map { String($0).trimmed }
        return hops.last { !trusted.contains($0) && !$0.isEmpty && $0.utf8.count <= 45 } ?? peer
    }
}

/// The cookies that the server sets.
enum Cookies {
    /// To which a stranger's forms are bound.
    static let form = "form"

    /// The session's; over TLS under the name that browsers guard (RFC 6265bis, section 4.1.3).
    static func session(_ site: Site) -> String { site.isSecure ? "__Host-session" : "session" }

    static func make(_ name: String, _ value: String, maxAge: Int?, _ site: Site) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: maxAge, path: "/", secure: site.isSecure, httpOnly: true, sameSite: .lax)
    }
}

extension Site {
    /// Whether readers reach the server over TLS.
    var isSecure: Bool { configuration.publicAddress?.hasPrefix("https://") ?? false }
}
