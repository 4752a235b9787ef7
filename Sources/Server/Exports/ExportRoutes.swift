import Deals
import HTTPTypes
import Hummingbird
import Ledger

/// Lists as files and feeds: the address of a list with `.csv` or `.atom`.
struct ExportRoutes {
    let site: Site

    func add(to router: Router<PageContext>) {
        csv(router, "/agreements.csv") { $0.agreements(try AgreementQuery.read($1)) }
        csv(router, "/visits.csv") { export, _ in export.visits() }
        csv(router, "/meetings.csv") { export, _ in export.meetings() }
        csv(router, "/documents.csv") { $0.documents(of: $1["source"]) }
        csv(router, "/companies.csv") { export, _ in export.groups("companies", by: .party(.company)) }
        csv(router, "/officials.csv") { export, _ in export.officials() }
        csv(router, "/places.csv") { export, _ in export.groups("places", by: .place) }
        csv(router, "/sectors.csv") { export, _ in export.groups("sectors", by: .sector) }

        let page = Page(limit: AtomFeed.length)
        atom(router, "/agreements", title: "nav.agreements") { request in
            var query = try AgreementQuery.read(request.query)
            query.order = .newest
            let filter = query.resolved(request.site.places)
            return try await request.store.agreements(filter, order: .newest, page: page)
                .map { AtomFeed.Entry($0, request.wording, request.base) }
        }
        atom(router, "/visits", title: "nav.visits") { request in
            try await request.store.visits(in: nil, page: page)
                .map { AtomFeed.Entry($0, request.wording, request.base) }
        }
        atom(router, "/meetings", title: "nav.meetings") { request in
            try await request.store.meetings(in: nil, page: page)
                .map { AtomFeed.Entry($0, request.wording, request.base) }
        }
        atom(router, "/documents", title: "nav.documents") { request in
            let store = request.store
            let documents =
                if let outlet = request.query["source"] {
                    try await store.documents(of: outlet, page: page)
                } else {
                    try await store.documents(page)
                }
            return documents.map { AtomFeed.Entry($0, request.wording, request.base) }
        }
    }

    private func csv(
        _ router: Router<PageContext>, _ path: RouterPath,
        _ make: @escaping @Sendable (CSVExport, Query) throws -> Response
    ) {
        router.get(path) { [site] request, _ in
            try make(CSVExport(site: site, base: site.base(request)), Query(request.uri.query))
        }
    }

    private func atom(
        _ router: Router<PageContext>, _ path: String, title: String,
        _ make: @escaping @Sendable (PageRequest) async throws -> [AtomFeed.Entry]
    ) {
        router.get(RouterPath(path + ".atom")) { [site] request, context in
            let asked = PageRequest(site, request, context.viewer)
            let query = asked.query
            return AtomFeed(
                title: asked.text("site.name") + " · " + asked.text(title), page: asked.base + query.address(path),
                address: asked.base + query.address(path + ".atom"), language: asked.language,
                entries: try await make(asked)
            ).response
        }
    }
}

extension AgreementQuery {
    /// Reads an address, or says which condition can't be read.
    static func read(_ query: Query) throws(PageFailure) -> AgreementQuery {
        do {
            return try AgreementQuery(query)
        } catch {
            throw .badCondition(field: error.field, value: error.value)
        }
    }
}

extension LinkView {
    /// A list as a file and as a feed.
    static func exports(_ path: String, _ wording: Wording) -> [LinkView] {
        [
            LinkView(words: wording.text("export.csv"), address: path + ".csv"),
            LinkView(words: wording.text("export.atom"), address: path + ".atom"),
        ]
    }
}

extension Site {
    /// The beginning of absolute addresses: as configured, else what the request names.
    func base(_ request: Request) -> String {
        if let address = configuration.publicAddress { return address }
        let host = request.head.authority ?? ""
        let isHost = host.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || "-.:[]".utf8.contains($0)
        }
        return "http://" + (isHost && !host.isEmpty ? host : "127.0.0.1:\(configuration.port)")
    }
}
