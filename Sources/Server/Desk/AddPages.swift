import Accounts
import Deals
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import SourceText

/// `/add`: a text, an address or files are read; what was found is shown before it is recorded.
struct AddPages {
    let desk: Desk
    let intake: Intake

    /// Most bytes of all files of one form.
    static let largest = 20_000_000

    private struct FormView {
        let headline: String
        let token: String
        let drafts: [LinkView]
        let hasDrafts: Bool
        let failures: [String]
    }

    private struct DraftView {
        let headline: String
        let token: String
        let key: String
        let found: String
        let known: LinkView?
        let published: String
        let source: String
        let languageCode: String?
        let text: String
        let agreements: [AgreementRow]
        let visits: [VisitRow]
        let meetings: [String]
        let isEmpty: Bool
    }

    func add(to routes: FormRoutes) {
        routes.page("/add", .contributor) { try await form($0, failures: []) }
        routes.form("/add", .contributor, limit: Self.largest) { try await read($0) }
        routes.page("/add/:id", .contributor) { try await draft($0) }
        routes.form("/add/:id", .contributor) { try await decide($0) }
    }

    private func form(_ asked: FormRequest, failures: [String]) async throws -> Response {
        let wording = asked.page.wording
        let drafts = try await desk.accounts.drafts(of: asked.account.name).map {
            LinkView(words: $0.title ?? String($0.text.trimmed.prefix(80)), address: "/add/\($0.key)")
        }
        return try asked.html(
            "add", title: wording.text("add.title"),
            FormView(
                headline: wording.text("add.title"), token: asked.page.formToken ?? "", drafts: drafts,
                hasDrafts: !drafts.isEmpty, failures: failures),
            status: failures.isEmpty ? .ok : .unprocessableContent)
    }

    private func read(_ asked: FormRequest) async throws -> Response {
        if let wait = await desk.texts.attempt(asked.account.name, at: asked.site.now()) {
            throw PageFailure.tooOften(wait)
        }
        let published = asked.field("published", most: 10)
        if !published.isEmpty, PartialDate(iso: published)?.day == nil {
            throw PageFailure.refused(asked.page.text("add.bad_day"))
        }
        let source = asked.field("source", most: 200)
        let address = asked.field("url", most: 2_000)
        let text = asked.form["text"] ?? ""
        var metadata = Metadata(
            source: source.isEmpty ? nil : source, published: published.isEmpty ? nil : published)
        var items: [(Intake.Item, String)] = asked.files.map { (.bytes($0.bytes), $0.name) }
        if !text.trimmed.isEmpty {
            metadata.url = Escaping.link(address)
            items.append((.text(text), asked.page.text("add.pasted")))
        } else if !address.isEmpty {
            guard Escaping.link(address) != nil else { throw PageFailure.refused(asked.page.text("add.bad_address")) }
            items.append((.address(address), address))
        }
        guard !items.isEmpty else { throw PageFailure.refused(asked.page.text("add.nothing")) }
        var failures: [String] = []
        var keys: [String] = []
        for (item, name) in items {
            do {
                let document = try await intake.read(item, metadata)
                let key = Secrets.new()
                try await desk.accounts.keep(
                    Draft(document, key: key, account: asked.account.name, time: asked.site.now()))
                keys.append(key)
            } catch let failure as Intake.Failure {
                failures.append(name + ": " + failure.message)
            }
        }
        if failures.isEmpty, keys.count == 1 { return .see("/add/\(keys[0])") }
        return failures.isEmpty ? .see("/add") : try await form(asked, failures: failures)
    }

    /// The draft of the address.
    private func find(_ asked: FormRequest) async throws -> Draft {
        let key = asked.parameters.get("id") ?? ""
        guard let draft = try await desk.accounts.draft(key, of: asked.account.name) else { throw PageFailure.notFound }
        return draft
    }

    private func draft(_ asked: FormRequest) async throws -> Response {
        let draft = try await find(asked)
        let document = draft.document
        let findings = await intake.findings(document)
        // What would be recorded, recorded in a ledger of its own.
        let trial = MemoryLedger()
        _ = try await trial.add(document, findings, author: intake.author, added: asked.site.stamp())
        let wording = asked.page.wording
        let everything = Page(limit: 1_000)
        let agreements = await trial.agreements(AgreementFilter(), order: .oldest, page: everything)
        let visits = await trial.visits(in: nil, page: everything)
        let meetings = await trial.meetings(in: nil, page: everything)
        let summary = await trial.summary(of: document.hash)
        let known = try await asked.site.store.summary(of: document.hash) != nil
        let text = try await DocumentPage.citedText(document, trial, wording)
        return try asked.html(
            "draft", title: wording.text("draft.title"),
            DraftView(
                headline: summary?.headline(wording) ?? wording.text("draft.title"), token: asked.page.formToken ?? "",
                key: draft.key, found: summary?.found(wording) ?? "",
                known: known
                    ? LinkView(words: wording.text("draft.known"), address: "/documents/\(document.hash)") : nil,
                published: findings.publicationDay?.description ?? "", source: document.metadata.source ?? "",
                languageCode: summary?.language?.rawValue, text: text.html,
                agreements: try await AgreementRow.rows(agreements, asked.page),
                visits: visits.map { VisitRow($0, wording) }, meetings: meetings.map { $0.title(wording) },
                isEmpty: agreements.isEmpty && visits.isEmpty && meetings.isEmpty))
    }

    private func decide(_ asked: FormRequest) async throws -> Response {
        let draft = try await find(asked)
        guard asked.field("do") == "save" else {
            try await desk.accounts.dropDraft(draft.key, of: asked.account.name)
            return .see("/add")
        }
        let document = draft.document
        let findings = await intake.findings(document)
        _ = try await asked.site.store.add(document, findings, author: intake.author, added: asked.site.stamp())
        try await desk.accounts.dropDraft(draft.key, of: asked.account.name)
        return .see("/documents/\(document.hash)")
    }
}

extension Draft {
    init(_ document: Document, key: String, account: String, time: Time) {
        let metadata = document.metadata
        self.init(
            key: key, account: account, time: time, bytes: document.raw, text: document.text, url: metadata.url,
            source: metadata.source, title: metadata.title, published: metadata.published,
            language: metadata.language?.rawValue, fetched: metadata.fetched)
    }

    /// The document that was read.
    var document: Document {
        Document(
            raw: bytes, text: text,
            metadata: Metadata(
                url: url, source: source, title: title, published: published,
                language: language.flatMap(LanguageTag.init(rawValue:)), fetched: fetched))
    }
}
