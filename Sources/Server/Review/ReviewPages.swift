import Accounts
import Deals
import HTTPTypes
import Hummingbird
import Ledger
import SourceText

/// `/review`: the queue of documents whose findings nobody has checked; `/review/{hash}`: text left, records right.
struct ReviewPages {
    let desk: Desk

    private struct QueueView {
        let headline: String
        let rows: [Row]
        let links: LinkView?
        let again: [LinkView]
        let hasAgain: Bool
        let pager: PagerView?

        struct Row {
            let words: String
            let address: String
            let detail: String
        }
    }

    /// How many documents a page of the queue looks at.
    private static let looked = 100

    func add(to routes: FormRoutes) {
        routes.page("/review", .reviewer) { try await queue($0) }
        routes.page("/review/:id", .reviewer) { try await document($0) }
        routes.form("/review/:id", .reviewer) { try await act($0) }
        LinkReview(desk: desk).add(to: routes)
        DealReview(desk: desk).add(to: routes)
        ReviewAgreementPage().add(to: routes)
    }

    private func queue(_ asked: FormRequest) async throws -> Response {
        let (store, wording) = (asked.site.store, asked.page.wording)
        let number = try asked.page.pageNumber()
        let documents = try await store.documents(
            Page(offset: (number - 1) * Self.looked, limit: Self.looked + 1))
        var rows: [QueueView.Row] = []
        var again: [LinkView] = []
        for summary in documents.prefix(Self.looked) {
            let items = try await ReviewItem.all(of: summary.hash, store)
            let open = items.count { !$0.isChecked }
            if items.contains(where: { $0.waitsForSecondReading(by: asked.account.name) }) {
                again.append(
                    LinkView(words: summary.headline(wording), address: "/review/\(summary.hash)?second=yes"))
            }
            guard open > 0 else { continue }
            rows.append(
                .init(
                    words: summary.headline(wording), address: "/review/\(summary.hash)",
                    detail: wording.text(
                        "review.open", wording.number(open), wording.number(items.count),
                        summary.shortSource(wording))))
        }
        let doubtful = try await store.standingCount(.agreement, .doubtful)
        return try asked.html(
            "review", title: wording.text("nav.review"),
            QueueView(
                headline: rows.isEmpty
                    ? wording.text("review.none")
                    : wording.text("review.title", wording.count(rows.count, "documents")),
                rows: rows,
                links: doubtful > 0
                    ? LinkView(words: wording.text("review.links", wording.number(doubtful)), address: "/review/links")
                    : nil, again: again, hasAgain: !again.isEmpty,
                pager: asked.page.pager(number: number, hasNext: documents.count > Self.looked) { "/review?page=\($0)" }
            ))
    }

    private func find(_ asked: FormRequest) async throws -> (Document, DocumentSummary) {
        guard let hash = asked.parameters.get("id").flatMap({ DocumentHash(hexadecimal: $0) }),
            let document = try await asked.site.store.document(hash),
            let summary = try await asked.site.store.summary(of: hash)
        else { throw PageFailure.notFound }
        return (document, summary)
    }

    private func document(_ asked: FormRequest) async throws -> Response {
        let (document, summary) = try await find(asked)
        let items = try await ReviewItem.all(of: document.hash, asked.site.store)
        let view = try await ReviewDocumentView(document, summary, items, asked)
        return try asked.html("review-document", title: summary.headline(asked.page.wording), view)
    }

    /// One act on one record of the document.
    private func act(_ asked: FormRequest) async throws -> Response {
        let (document, _) = try await find(asked)
        let (store, text) = (asked.site.store, asked.page.text)
        guard let id = RecordID(asked.field("record")), try await store.records(of: document.hash).contains(id) else {
            throw PageFailure.notFound
        }
        let item = try await ReviewItem.load(id, store)
        guard item.version == asked.field("version") else {
            throw PageFailure.overtaken(by: item.lastAuthor ?? "")
        }
        var act = ReviewAct(item: item, author: asked.account.author, time: asked.site.stamp())
        act.isSecond = asked.field("second") == "yes"
        let reason = asked.field("reason", most: 1_000)
        let claim = ClaimID(asked.field("claim"))
        switch asked.field("do") {
        case "accept": try await store.decide(claim.map { act.acceptance(of: $0) } ?? act.acceptance)
        case "reject":
            guard !reason.isEmpty else { throw PageFailure.refused(text("review.no_reason")) }
            try await store.decide(claim.map { act.rejection(of: $0, reason) } ?? act.rejection(reason))
        case "set": try await store.claim([try claimed(asked, item, document)])
        case "undo":
            guard let undone = act.undoing(text("review.taken_back")) else {
                throw PageFailure.refused(text("review.nothing_to_undo"))
            }
            try await store.decide(undone)
        default: throw PageFailure.refused(text("review.no_act"))
        }
        return .see("/review/\(document.hash)" + (act.isSecond ? "?second=yes" : "") + "#\(id)")
    }

    /// The reviewer's own value for a field, with the words that say it.
    private func claimed(_ asked: FormRequest, _ item: ReviewItem, _ document: Document) throws -> Claim {
        let text = asked.page.text
        let place = asked.field("place").split(separator: " ")
        guard place.count == 2, let field = Field(rawValue: String(place[0])), let ordinal = Int(place[1]),
            (0...50).contains(ordinal)
        else { throw PageFailure.refused(text("review.no_field")) }
        let old = item.account.entries.map(\.claim).last { $0.field == field && $0.ordinal == ordinal }?.value
        let typed = TypedValue(places: asked.site.places)
        guard let value = typed.value(asked.field("value"), of: field, old: old) else {
            throw PageFailure.refused(
                text("review.bad_value", asked.field("value", most: 60), text("field." + field.rawValue)))
        }
        let words = asked.form["words"] ?? ""
        let citation = TypedValue.citation(words, from: Int(asked.field("start")), in: document)
        guard citation != nil || field == .count else {
            throw PageFailure.refused(text("review.no_words", String(words.prefix(80))))
        }
        let author = asked.account.author
        return Claim(
            record: item.id, field: field, ordinal: ordinal, value: value,
            citations: [citation].compactMap(\.self), author: author.name, rank: author.rank,
            added: asked.site.stamp(), confidence: 1)
    }
}
