import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What a reader has sent with a form.
struct FormRequest: Sendable {
    let page: PageRequest
    let form: Query
    let files: [UploadedFile]
    let request: Request
    let parameters: Parameters

    var site: Site { page.site }
    var viewer: Viewer { page.viewer }
    /// The account of who sent it; the route has asked for one.
    var account: Account {
        guard let account = viewer.account else { preconditionFailure("the route let a stranger in") }
        return account
    }
}

/// A file of a form.
struct UploadedFile: Hashable, Sendable {
    let name: String
    let bytes: [UInt8]
}

/// Registers pages for who works, and what their forms do: every way to change something goes through here.
struct FormRoutes {
    let site: Site
    let router: Router<PageContext>

    /// A page that needs a role; nil for everybody.
    func page(
        _ path: RouterPath, _ role: Role?, _ make: @escaping @Sendable (FormRequest) async throws -> Response
    ) {
        router.get(path) { [site] request, context in
            try Self.check(role, context.viewer)
            var page = PageRequest(site, request, context.viewer)
            let isNew = page.bindForms()
            var response = try await make(
                FormRequest(page: page, form: Query(), files: [], request: request, parameters: context.parameters))
            if isNew, let secret = page.viewer.formSecret {
                response.setCookie(Cookies.make(Cookies.form, secret, maxAge: nil, site))
            }
            // What is meant for one person is kept nowhere.
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }

    /// What a form does. The request must come from a page of this site (Fetch Metadata, Origin) and carry the token
    /// that the page got (OWASP, "Cross-Site Request Forgery Prevention").
    /// - Parameter limit: most bytes of the body.
    func form(
        _ path: RouterPath, _ role: Role?, limit: Int = 64_000,
        _ act: @escaping @Sendable (FormRequest) async throws -> Response
    ) {
        router.post(path) { [site] request, context in
            try Self.check(role, context.viewer)
            guard Self.isFromHere(request, site) else { throw PageFailure.forbidden(.otherSite) }
            if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
                throw HTTPError(.contentTooLarge)
            }
            let body = try await request.body.collect(upTo: limit)
            let (form, files) = try Self.read(Array(body.readableBytesView), request)
            let page = PageRequest(site, request, context.viewer)
            guard let token = page.formToken, let sent = form["token"], Secrets.areEqual(token, sent) else {
                throw PageFailure.forbidden(.staleForm)
            }
            var response = try await act(
                FormRequest(page: page, form: form, files: files, request: request, parameters: context.parameters))
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }

    static func check(_ role: Role?, _ viewer: Viewer) throws {
        guard let role, !viewer.may(role) else { return }
        throw viewer.account == nil ? PageFailure.signInFirst : PageFailure.forbidden(.role)
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!

    /// Browsers say where a form comes from; what says nothing is no browser, and has no cookies to abuse.
    private static func isFromHere(_ request: Request, _ site: Site) -> Bool {
        if let fetch = request.headers[fetchSite], !["same-origin", "none"].contains(fetch) { return false }
        guard let origin = request.headers[.origin] else { return true }
        if let address = site.configuration.publicAddress { return origin == address }
        return origin.hasSuffix("://" + (request.head.authority ?? ""))
    }

    private static func read(_ body: [UInt8], _ request: Request) throws -> (Query, [UploadedFile]) {
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("application/x-www-form-urlencoded") {
            return (Query(String(decoding: body, as: UTF8.self)), [])
        }
        guard type.hasPrefix("multipart/form-data"), let form = MultipartForm(body, contentType: type) else {
            throw HTTPError(.unsupportedMediaType)
        }
        return (form.fields, form.files)
    }
}

extension PageRequest {
    /// Makes sure that there is a secret to which forms are bound; true when it is new and must be set as a cookie.
    mutating func bindForms() -> Bool {
        guard viewer.formSecret == nil else { return false }
        viewer.formSecret = Secrets.new()
        return true
    }

    /// What the forms of this reader's pages carry.
    var formToken: String? {
        guard let secret = viewer.formSecret, let desk = site.desk else { return nil }
        return Secrets.keyed(secret, by: desk.formKey)
    }
}

extension Response {
    /// "See the other page": after a form has done its work.
    static func see(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }
}
