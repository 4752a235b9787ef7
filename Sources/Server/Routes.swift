import Deals
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore
import SourceText

/// Which address shows which page.
struct Routes {
    let site: Site

    func router() -> Router<PageContext> {
        let router = Router(context: PageContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: MetricsCounting(metrics: site.metrics))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: UnknownViewers(site: site))
        router.add(middleware: Identification(site: site))
        router.add(middleware: AccessLogging(site: site))
        router.add(middleware: ErrorPages(site: site))
        router.add(middleware: Gate(site: site))

        page(router, "/") { request, _ in try await OverviewPage.html(request) }
        page(router, "/agreements") { request, _ in try await AgreementsPage.html(request) }
        page(router, "/agreements/:id") { request, name in
            try await RecordPage.agreement(record(name, .agreement), request)
        }
        page(router, "/meetings") { request, _ in try await MeetingsPage.html(request) }
        page(router, "/meetings/:id") { request, name in
            try await RecordPage.meeting(record(name, .meeting), request)
        }
        page(router, "/visits") { request, _ in try await VisitsPage.html(request) }
        page(router, "/visits/:id") { request, name in try await VisitPage.html(record(name, .visit), request) }
        page(router, "/documents") { request, _ in try await DocumentsPage.html(request) }
        page(router, "/documents/:id") { request, name in
            guard let hash = DocumentHash(hexadecimal: name) else { throw PageFailure.notFound }
            return try await DocumentPage.html(hash, request)
        }
        page(router, "/companies") { request, _ in try await GroupsPage.companies(request) }
        page(router, "/companies/:id") { request, name in try await SubjectPage.company(name, request) }
        page(router, "/officials") { request, _ in try await GroupsPage.officials(request) }
        page(router, "/officials/:id") { request, name in try await SubjectPage.official(name, request) }
        page(router, "/places") { request, _ in try await GroupsPage.places(request) }
        page(router, "/places/:id") { request, name in try await SubjectPage.place(name, request) }
        page(router, "/sectors") { request, _ in try await GroupsPage.sectors(request) }
        page(router, "/sectors/:id") { request, name in try await SubjectPage.sector(name, request) }
        page(router, "/ask") { request, _ in try await AskPage.html(request) }
        page(router, "/figures") { request, _ in try await FiguresPage.html(request) }
        router.get("/figures/:id") { [site] request, context in
            try await FiguresPage.file(
                Query.percentDecoded(context.parameters.get("id") ?? ""), PageRequest(site, request, context.viewer))
        }
        page(router, "/sources") { request, _ in try await SourcesPage.html(request) }
        ExportRoutes(site: site).add(to: router)
        APIRoutes(site: site).add(to: router)
        if let desk = site.desk { DeskRoutes(site: site, desk: desk).add(to: router) }
        page(router, "/about") { request, _ in try AboutPage.html(request) }

        router.get("/health") { [site] _, _ in
            // Asks the ledger one cheap question: a server that can't reach it is not well.
            _ = try await site.store.documentCount()
            return Response.text("ok\n")
        }
        router.get("/metrics") { [site] _, context in
            // For a Prometheus on this machine; behind a proxy nobody else's business.
            guard ["127.0.0.1", "::1"].contains(context.viewer.address) else { throw PageFailure.notFound }
            return Response.text(
                site.metrics.text(
                    documents: try await site.store.documentCount(),
                    agreements: try await site.store.agreementCount(AgreementFilter())))
        }
        router.get("/robots.txt") { _, _ in Response.text("User-agent: *\nAllow: /\n") }
        router.get("/static/:name") { [site] request, context in
            let response = site.assets.response(
                context.parameters.get("name") ?? "", version: Query(request.uri.query)["v"],
                ifNoneMatch: request.headers[.ifNoneMatch])
            guard let response else { throw PageFailure.notFound }
            return response
        }
        return router
    }

    private func page(
        _ router: Router<PageContext>, _ path: RouterPath,
        _ make: @escaping @Sendable (PageRequest, String) async throws -> String
    ) {
        router.get(path) { [site] request, context in
            let asked = PageRequest(site, request, context.viewer)
            let name = Query.percentDecoded(context.parameters.get("id") ?? "")
            return Response.page(try await make(asked, name), asked)
        }
    }
}

/// The record id in an address.
private func record(_ name: String, _ kind: RecordKind) throws -> RecordID {
    guard let id = RecordID(name), id.kind == kind else { throw PageFailure.notFound }
    return id
}

extension PageRequest {
    /// Reads what a browser sent.
    init(_ site: Site, _ request: Request, _ viewer: Viewer) {
        let query = Query(request.uri.query)
        self.init(
            site: site, path: request.uri.path, query: query.setting("lang", nil),
            language: .choose(
                address: query["lang"], cookie: request.cookies["lang"]?.value,
                acceptLanguage: request.headers[.acceptLanguage]),
            asksForLanguage: query["lang"].flatMap(InterfaceLanguage.init(rawValue:)) != nil,
            base: site.base(request), viewer: viewer)
    }
}

extension Response {
    /// An HTML page; a language that was asked for in the address is remembered in a cookie.
    static func page(_ html: String, _ request: PageRequest, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: request.language.rawValue,
                .cacheControl: "no-cache", .vary: "Accept-Language, Cookie",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
        if request.asksForLanguage {
            response.setCookie(
                Cookie(
                    name: "lang", value: request.language.rawValue, maxAge: 31_536_000, path: "/", httpOnly: true,
                    sameSite: .lax))
        }
        return response
    }

    static func text(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
