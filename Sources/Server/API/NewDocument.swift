import Accounts
import Deals
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import SourceText

/// The body of `POST /api/v1/documents`: a text or an address, and what its sender knows better.
struct NewDocument: Decodable {
    var text: String?
    var url: String?
    var title: String?
    var source: String?
    var published: String?
    var language: String?
    /// Whether it is to be recorded; else it is only read.
    var save: Bool?

    private static let keys: Set<String> = ["text", "url", "title", "source", "published", "language", "save"]

    static func add(to router: Router<PageContext>, _ site: Site) {
        router.post(RouterPath(APIRoutes.root + "/documents")) { request, context in
            let viewer = context.viewer
            // A cookie opens nothing here: other sites can make browsers send it.
            let isToken = if case .token = viewer.means { true } else { false }
            guard let desk = site.desk, let intake = desk.intake else {
                throw APIProblem(.forbidden, "no-reading", "This instance reads no texts that are sent to it.")
            }
            guard isToken || site.configuration.readsForStrangers else { throw APIProblem.noToken }
            if isToken, !viewer.may(.documents) {
                throw APIProblem(.forbidden, "scope", "The token lacks the scope “documents”, or its account the role.")
            }
            if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > APIRoutes.largestText {
                throw HTTPError(.contentTooLarge)
            }
            let new = try NewDocument(
                Array(try await request.body.collect(upTo: APIRoutes.largestText).readableBytesView),
                type: request.headers[.contentType])
            let metadata = try new.metadata()
            let saves = new.save ?? false
            if saves, !isToken { throw APIProblem.noToken }
            if !isToken, new.text == nil {
                throw APIProblem(.unprocessableContent, "no-text", "Without a token only a “text” is read, no address.")
            }
            let wait =
                if isToken, let account = viewer.account {
                    await desk.texts.attempt(account.name, at: site.now())
                } else {
                    await desk.strangersTexts.attempt(viewer.address, at: site.now())
                }
            if let wait { throw APIProblem.tooOften(wait) }
            return try await new.answer(request, site, intake, metadata, author: viewer.account?.name, saves: saves)
        }
    }

    /// Reads a body.
    init(_ bytes: [UInt8], type: String?) throws(APIProblem) {
        guard let type, type.split(separator: ";").first.map({ String($0).trimmed.lowercased() }) == "application/json"
        else { throw APIProblem(.unsupportedMediaType, "not-json", "Send application/json.") }
        let data = Data(bytes)
        do {
            guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
                throw APIProblem(.unprocessableContent, "no-object", "The body must be a JSON object.")
            }
            if let unknown = object.keys.first(where: { !Self.keys.contains($0) }) {
                throw APIProblem(.unprocessableContent, "unknown-key", "There is no key “\(unknown.prefix(60))”.")
            }
        } catch let problem as APIProblem {
            throw problem
        } catch {
            throw APIProblem(.badRequest, "no-json", "The body is no JSON.")
        }
        do {
            self = try JSONDecoder().decode(NewDocument.self, from: data)
        } catch {
            throw APIProblem(
                .unprocessableContent, "wrong-type", "A value is of the wrong type; see /api/v1/openapi.json.")
        }
        // The same bytes were read as an object above.
        let nulls = (try? JSONSerialization.jsonObject(with: data) as? [String: Any])?.filter { $0.value is NSNull }
        if let key = nulls?.keys.first {
            throw APIProblem(.unprocessableContent, "wrong-type", "“\(key)” can't be null; leave it out.")
        }
    }

    private func metadata() throws(APIProblem) -> Metadata {
        func wrong(_ key: String, _ advice: String) -> APIProblem {
            APIProblem(.unprocessableContent, "bad-value", "“\(key)” can't be that. \(advice)")
        }
        guard text != nil || url != nil else {
            throw APIProblem(.unprocessableContent, "nothing", "Send a “text”, or the “url” of one.")
        }
        if let text, text.trimmed.isEmpty { throw wrong("text", "It is empty.") }
        if let url, Escaping.link(url) == nil || url.utf8.count > 2_000 {
            throw wrong("url", "Give an http or https address.")
        }
        if let published, published.utf8.count != 10 || PartialDate(iso: published)?.day == nil {
            throw wrong("published", "Write a day: 2024-01-17.")
        }
        for (key, value) in [("title", title), ("source", source)] where (value?.utf8.count ?? 0) > 1_000 {
            throw wrong(key, "It is too long.")
        }
        var tag: LanguageTag?
        if let language {
            tag = LanguageTag(rawValue: language)
            guard tag != nil else { throw wrong("language", "Give one of ru, uz-Latn, uz-Cyrl, en, zh.") }
        }
        return Metadata(url: url, source: source, title: title, published: published, language: tag)
    }

    private func answer(
        _ request: Request, _ site: Site, _ intake: Intake, _ metadata: Metadata, author: String?, saves: Bool
    ) async throws -> Response {
        let document: Document
        do {
            document = try await intake.read(text.map { .text($0) } ?? .address(url ?? ""), metadata)
        } catch let failure as Intake.Failure {
            throw APIProblem(.unprocessableContent, "unreadable", failure.message)
        }
        let findings = await intake.findings(document)
        var outcome: AddOutcome?
        if saves {
            outcome = try await site.store.add(document, findings, author: intake.author, added: site.stamp())
        }
        let isNew = if case .added = outcome { true } else { false }
        let base = site.base(request)
        var json = JSONText()
        json.object { json in
            json.key("saved")
            json.bool(saves)
            json.key("records")
            json.array { json in
                for id in outcome?.records ?? [] { json.string(base + "\(APIRoutes.root)/\(id.kind.rawValue)s/\(id)") }
            }
            json.key("findings")
            json.written(FindingsJSON().text(findings, of: document))
        }
        var response = APIRoutes.answer(json.text, request, status: isNew ? .created : .ok)
        if isNew { response.headers[.location] = base + "\(APIRoutes.root)/documents/\(document.hash)" }
        return response
    }
}

extension Site {
    /// Now, ISO 8601 (UTC), as the ledger writes times.
    func stamp() -> String { Self.stamp(now()) }

    static func stamp(_ time: Time) -> String { Date(timeIntervalSince1970: TimeInterval(time)).formatted(.iso8601) }
}
