internal import Foundation

/// Web addresses as pages write them.
enum PageAddress {
    /// An absolute http(s) address, resolved against the page's own; nil for anything else, and for the
    /// front page of a site, which careless pages name as the canonical address of everything.
    static func resolved(_ text: String?, against address: String?) -> String? {
        guard let text, !text.isEmpty, let url = URL(string: text, relativeTo: address.flatMap { URL(string: $0) })
        else {
            return nil
        }
        let absolute = url.absoluteURL
        guard let scheme = absolute.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = absolute.host, !host.isEmpty
        else { return nil }
        let isFront = (absolute.path.isEmpty || absolute.path == "/") && (absolute.query ?? "").isEmpty
        return isFront && address != nil ? nil : absolute.absoluteString
    }

    /// The host of an address without "www.".
    static func host(_ address: String?) -> String? {
        guard let host = address.flatMap({ URL(string: $0) })?.host, !host.isEmpty else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
