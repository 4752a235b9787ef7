internal import Foundation

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Fetches pages from the public internet, with limits on size, time and redirects.
///
/// Each address on the way, the first and every redirect's target, is checked before it is asked: the
/// scheme must be http or https, and every address that the host's name resolves to must be public, unless
/// ``Limits/allowPrivate`` is set.
///
/// - Note: The check and the connection resolve the name separately. A hostile name server can answer the
///   check with a public address and the connection, a moment later, with a private one ("DNS rebinding").
///   Requiring that *all* addresses are public closes the cheap form of it, one name with both. Who runs the
///   program where private services answer without a password should also close the way out to them by a
///   firewall or an outgoing proxy.
public struct Fetcher: Sendable {
    /// What a fetch may cost and reach.
    public struct Limits: Hashable, Sendable {
        /// Most bytes of a body, after decompression.
        public var bytes: Int
        /// Seconds for everything, redirects included.
        public var seconds: Double
        /// Most redirects in a row.
        public var redirects: Int
        /// Whether loopback, private and other special addresses may be asked.
        public var allowPrivate: Bool

        public init(bytes: Int = 5_000_000, seconds: Double = 20, redirects: Int = 5, allowPrivate: Bool = false) {
            self.bytes = bytes
            self.seconds = seconds
            self.redirects = redirects
            self.allowPrivate = allowPrivate
        }
    }

    /// What came back.
    public struct Response: Hashable, Sendable {
        /// The address that answered, after redirects.
        public let address: String
        /// The `Content-Type` header.
        public let contentType: String?
        /// The body.
        public let bytes: [UInt8]
    }

    /// The limits of every fetch.
    public let limits: Limits
    /// Finds the addresses of a host; tests put their own in its place.
    let resolve: @Sendable (String) async -> [IPAddress]

    public init(limits: Limits = Limits()) {
        self.init(limits: limits, resolve: HostResolver.addresses)
    }

    init(limits: Limits, resolve: @escaping @Sendable (String) async -> [IPAddress]) {
        self.limits = limits
        self.resolve = resolve
    }

    /// Fetches an address.
    /// - Throws: ``FetchError``.
    public func fetch(_ address: String) async throws(FetchError) -> Response {
        let outcome = await withTaskGroup(of: Result<Response, FetchError>?.self) { group in
            group.addTask { await self.follow(address) }
            group.addTask {
                // Cancelled as soon as the fetch is through.
                do { try await Task.sleep(for: .seconds(self.limits.seconds)) } catch { return nil }
                return .failure(.timedOut(address, seconds: self.limits.seconds))
            }
            defer { group.cancelAll() }
            while let result = await group.next() {
                if let result { return result }
            }
            return .failure(.timedOut(address, seconds: self.limits.seconds))
        }
        return try outcome.get()
    }

    /// Asks one address after the other until one answers with a page.
    private func follow(_ first: String) async -> Result<Response, FetchError> {
        do throws(FetchError) {
            guard var url = Self.webAddress(first, relativeTo: nil) else { throw .notAnAddress(first) }
            var seen: Set<String> = []
            while true {
                let address = url.absoluteString
                guard seen.insert(address).inserted else { throw .redirectLoop(first, to: address) }
                guard seen.count <= limits.redirects + 1 else {
                    throw .tooManyRedirects(first, limit: limits.redirects)
                }
                try await check(url)
                let answer = try await PageRequest.send(url, address: address, limit: limits.bytes)
                switch answer.status {
                case 200...299: return .success(try response(answer, address))
                case 301, 302, 303, 307, 308:
                    guard let target = answer.location else { throw .status(address, answer.status) }
                    guard let next = Self.webAddress(target, relativeTo: url) else {
                        throw .badRedirect(address, to: target)
                    }
                    url = next
                default: throw .status(address, answer.status)
                }
            }
        } catch {
            return .failure(error)
        }
    }

    /// Refuses addresses with passwords and hosts that are, even in part, not on the public internet.
    private func check(_ url: URL) async throws(FetchError) {
        let address = url.absoluteString
        guard url.user == nil, url.password == nil else { throw .credentials(address) }
        guard let bracketed = url.host, !bracketed.isEmpty else { throw .notAnAddress(address) }
        let host = bracketed.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        let addresses = await resolve(host)
        guard !addresses.isEmpty else { throw .unknownHost(address, host: host) }
        if !limits.allowPrivate, let special = addresses.first(where: { !$0.isPublic }) {
            throw .privateAddress(address, host: host, special)
        }
    }

    private func response(_ answer: PageRequest.Answer, _ address: String) throws(FetchError) -> Response {
        if let type = answer.contentType?.lowercased().prefix(while: { $0 != ";" && $0 != " " }),
            !Self.readable(String(type))
        {
            throw .contentType(address, String(type))
        }
        return Response(address: address, contentType: answer.contentType, bytes: answer.bytes)
    }

    /// Types that can hold text; an undetermined stream is looked at by the decoder.
    private static func readable(_ type: String) -> Bool {
        type.isEmpty || type.hasPrefix("text/") || type == "application/xhtml+xml" || type == "application/xml"
            || type == "application/octet-stream"
    }

    private static func webAddress(_ text: String, relativeTo base: URL?) -> URL? {
        guard let url = URL(string: text, relativeTo: base)?.absoluteURL, let scheme = url.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = url.host, !host.isEmpty
        else { return nil }
        // The fragment is never sent; without it, circles are seen.
        guard url.fragment != nil, var parts = URLComponents(url: url, resolvingAgainstBaseURL: true) else {
            return url
        }
        parts.fragment = nil
        return parts.url
    }
}
