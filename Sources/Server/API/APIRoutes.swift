import Accounts
import Deals
import Exchange
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import SourceText

/// The API: JSON under `/api/v1`, described by the OpenAPI document that it serves.
struct APIRoutes {
    static let root = "/api/v1"
    /// Most bytes of a text that is given to be read.
    static let largestText = 2_000_000

    let site: Site

    /// Every path and what may be done there; tested against the OpenAPI document.
    static let methods: [String: [HTTPRequest.Method]] = [
        "/openapi.json": [.get], "/agreements": [.get], "/agreements/{id}": [.get], "/visits": [.get],
        "/visits/{id}": [.get], "/meetings": [.get], "/meetings/{id}": [.get], "/documents": [.get, .post],
        "/documents/{sha256}": [.get], "/ask": [.get],
    ]

    func add(to router: Router<PageContext>) {
        let store = site.store
        list(router, "/agreements", filters: APIQuery.filters) { asked, body, json in
            let query = try asked.agreements()
            let filter = query.resolved(site.places)
            let page = try await Cursor.page(after: asked.cursor, limit: asked.limit, id: { $0.id.text }) {
                try await store.agreements(filter, order: query.order, page: $0)
            }
            for record in page.records { try await body.write(record, &json) }
            return (page.next, try await store.agreementCount(filter))
        }
        list(router, "/visits", filters: []) { asked, body, json in
            let page = try await Cursor.page(after: asked.cursor, limit: asked.limit, id: { $0.id.text }) {
                try await store.visits(in: nil, page: $0)
            }
            for record in page.records { try await body.write(record, &json) }
            return (page.next, nil)
        }
        list(router, "/meetings", filters: []) { asked, body, json in
            let page = try await Cursor.page(after: asked.cursor, limit: asked.limit, id: { $0.id.text }) {
                try await store.meetings(in: nil, page: $0)
            }
            for record in page.records { try await body.write(record, &json) }
            return (page.next, nil)
        }
        list(router, "/documents", filters: ["source"]) { asked, body, json in
            let outlet = asked.query["source"]
            let page = try await Cursor.page(after: asked.cursor, limit: asked.limit, id: { $0.hash.hexadecimal }) {
                if let outlet { try await store.documents(of: outlet, page: $0) } else { try await store.documents($0) }
            }
            for summary in page.records { body.write(summary, &json) }
            return (page.next, nil)
        }
        one(router, "/agreements/:id") { name, body, json in
            guard let id = RecordID(name), let record = try await store.agreement(id) else { throw APIProblem.notFound }
            try await body.write(record, &json)
        }
        one(router, "/visits/:id") { name, body, json in
            guard let id = RecordID(name), let record = try await store.visit(id) else { throw APIProblem.notFound }
            try await body.write(record, &json)
        }
        one(router, "/meetings/:id") { name, body, json in
            guard let id = RecordID(name), let record = try await store.meeting(id) else { throw APIProblem.notFound }
            try await body.write(record, &json)
        }
        one(router, "/documents/:id") { name, body, json in
            guard let hash = DocumentHash(hexadecimal: name), let summary = try await store.summary(of: hash),
                let document = try await store.document(hash)
            else { throw APIProblem.notFound }
            body.write(summary, text: document.text, records: try await Self.records(of: hash, store), &json)
        }
        NewDocument.add(to: router, site)
        AskRoute.add(to: router, site)
        router.get(RouterPath(Self.root + "/openapi.json")) { [site] request, _ in
            Self.answer(site.openAPI, request, type: "application/vnd.oai.openapi+json;version=3.1")
        }
        refuseOtherMethods(router)
    }

    /// The records of a document: visits, meetings, agreements.
    static func records(of hash: DocumentHash, _ store: any LedgerStore) async throws -> [RecordID] {
        let everything = Page(limit: 1_000)
        var filter = AgreementFilter()
        filter.document = hash
        return try await store.visits(in: hash, page: everything).map(\.id)
            + store.meetings(in: hash, page: everything).map(\.id)
            + store.agreements(filter, order: .oldest, page: everything).map(\.id)
    }

    /// JSON with the tag of its bytes, or "not modified" to who has it.
    static func answer(
        _ text: String, _ request: Request, type: String = "application/json",
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let tag = "\"" + DocumentHash(of: Array(text.utf8)).hexadecimal.prefix(32) + "\""
        var headers: HTTPFields = [.contentType: type, .eTag: tag, .cacheControl: "no-cache"]
        headers[.vary] = "Authorization, Cookie"
        let known = (request.headers[.ifNoneMatch] ?? "").split(separator: ",").map { String($0).trimmed }
        if [.get, .head].contains(request.method), known.contains(where: { $0 == "*" || $0 == tag || $0 == "W/" + tag })
        {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func list(
        _ router: Router<PageContext>, _ path: String, filters: [String],
        _ fill: @escaping @Sendable (APIQuery, inout RecordBody, inout JSONText) async throws -> (Cursor?, Int?)
    ) {
        router.get(RouterPath(Self.root + path)) { [site] request, _ in
            let asked = try APIQuery(request.uri.query, filters: filters)
            var body = RecordBody(site.store, base: site.base(request))
            var items = JSONText()
            let (next, count) = try await fill(asked, &body, &items)
            var json = JSONText()
            json.object { json in
                json.key("items")
                json.written("[" + items.text + "]")
                json.key("next")
                if let next { json.string(next.text) } else { json.null() }
                if let count {
                    json.key("count")
                    json.int(count)
                }
            }
            return Self.answer(json.text, request)
        }
    }

    private func one(
        _ router: Router<PageContext>, _ path: String,
        _ fill: @escaping @Sendable (String, inout RecordBody, inout JSONText) async throws -> Void
    ) {
        router.get(RouterPath(Self.root + path)) { [site] request, context in
            if let item = Query(request.uri.query).items.first {
                throw APIProblem(
                    .badRequest, "unknown-parameter", "There is no parameter “\(item.name.prefix(60))” here.")
            }
            var body = RecordBody(site.store, base: site.base(request))
            var json = JSONText()
            try await fill(context.parameters.get("id") ?? "", &body, &json)
            return Self.answer(json.text, request)
        }
    }

    /// 405 with the methods that there are.
    private func refuseOtherMethods(_ router: Router<PageContext>) {
        let all: [HTTPRequest.Method] = [.post, .put, .patch, .delete, .options, .trace, .query].compactMap(\.self)
        for (path, known) in Self.methods {
            let route = path.replacing("{id}", with: ":id").replacing("{sha256}", with: ":id")
            let allowed = (known.flatMap { $0 == .get ? [$0, .head] : [$0] }).map(\.rawValue).joined(separator: ", ")
            for method in all where !known.contains(method) {
                router.on(RouterPath(Self.root + route), method: method) { _, _ -> Response in
                    var problem = APIProblem(
                        .methodNotAllowed, "wrong-method", "\(method.rawValue) can't be done here; \(allowed) can.")
                    problem.headers[.allow] = allowed
                    throw problem
                }
            }
        }
    }
}

extension HTTPRequest.Method {
    /// RFC-to-be "HTTP QUERY", which probes try.
    static let query = HTTPRequest.Method("QUERY")
}
