import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SourceText

/// The stylesheet and its like, held in memory and served with a name that changes with their bytes.
struct StaticAssets: Sendable {
    private struct Asset: Sendable {
        let body: ByteBuffer
        let type: String
        let version: String
    }

    private let assets: [String: Asset]

    init(_ resources: Resources) throws {
        var assets: [String: Asset] = [:]
        for name in try resources.files("static") {
            guard let type = Self.type(of: name) else {
                throw ResourceFailure(file: "static/" + name, reason: "no media type is known for it")
            }
            let bytes = try resources.bytes("static/" + name)
            let version = String(DocumentHash(of: bytes).hexadecimal.prefix(12))
            assets[name] = Asset(body: ByteBuffer(bytes: bytes), type: type, version: version)
        }
        self.assets = assets
    }

    /// The address under which an asset may be kept for a year.
    func address(_ name: String) -> String { "/static/\(name)?v=\(assets[name]?.version ?? "")" }

    /// An asset, or nil when there is none of that name.
    func response(_ name: String, version: String?, ifNoneMatch: String?) -> Response? {
        guard let asset = assets[name] else { return nil }
        var headers: HTTPFields = [.contentType: asset.type, .eTag: "\"\(asset.version)\""]
        // Under an address with the right version the bytes can't change.
        headers[.cacheControl] =
            version == asset.version ? "public, max-age=31536000, immutable" : "public, max-age=300"
        if ifNoneMatch == "\"\(asset.version)\"" { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.body))
    }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "svg": "image/svg+xml"
        case "js": "text/javascript; charset=utf-8"
        default: nil
        }
    }
}
