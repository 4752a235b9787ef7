import Accounts
import Deals
import HTTPTypes
import Hummingbird
import Ledger

/// `/review/links`: pairs of which the linkage doubts whether they are one deal.
struct LinkReview {
    let desk: Desk

    private struct View {
        let headline: String
        let token: String
        let script: String
        let pairs: [Pair]
        let done: [Pair]
        let hasDone: Bool

        struct Pair {
            let first: Side
            let second: Side
            let score: String
            let reasons: [String]
            let version: String
            let verdict: String
        }

        struct Side {
            let id: String
            let row: AgreementRow?
        }
    }

    func add(to routes: FormRoutes) {
        routes.page("/review/links", .reviewer) { try await view($0) }
        routes.form("/review/links", .reviewer) { try await judge($0) }
    }

    private func view(_ asked: FormRequest) async throws -> Response {
        let (store, wording) = (asked.site.store, asked.page.wording)
        let doubtful = try await store.doubtful(.agreement, page: Page(limit: 20))
        var pairs: [View.Pair] = []
        for judgement in doubtful { pairs.append(try await pair(judgement, asked)) }
        var done: [View.Pair] = []
        let mine = try await store.allStanding(.agreement, nil).filter { $0.author.name == asked.account.name }
        for judgement in mine.suffix(5).reversed() { done.append(try await pair(judgement, asked)) }
        return try asked.html(
            "review-links", title: wording.text("links.title"),
            View(
                headline: wording.text(pairs.isEmpty ? "links.none" : "links.title"),
                token: asked.page.formToken ?? "",
                script: asked.site.assets.address("links.js"), pairs: pairs, done: done, hasDone: !done.isEmpty))
    }

    private func pair(_ judgement: Judgement, _ asked: FormRequest) async throws -> View.Pair {
        func side(_ id: String) async throws -> View.Side {
            let record =
                if let id = RecordID(id) { try await asked.site.store.agreement(id) } else { AgreementRecord?.none }
            return View.Side(id: id, row: try await AgreementRow.rows([record].compactMap(\.self), asked.page).first)
        }
        let all = try await asked.site.store.judgements(on: judgement.pair)
        let percent = asked.page.wording.number(Int((judgement.score * 100).rounded()))
        return View.Pair(
            first: try await side(judgement.first), second: try await side(judgement.second), score: percent,
            reasons: judgement.reasons, version: String(all.count),
            verdict: asked.page.text("links.verdict." + judgement.verdict.rawValue))
    }

    private func judge(_ asked: FormRequest) async throws -> Response {
        let (store, text) = (asked.site.store, asked.page.text)
        let verdicts: [String: Verdict] = ["same": .same, "different": .different, "undo": .withdrawn]
        guard let verdict = verdicts[asked.field("do")], let first = RecordID(asked.field("first")),
            let second = RecordID(asked.field("second")), first != second, first.kind == .agreement,
            second.kind == .agreement
        else { throw PageFailure.refused(text("review.no_act")) }
        let all = try await store.judgements(on: LinkedPair(.agreement, first.text, second.text))
        guard !all.isEmpty else { throw PageFailure.notFound }
        guard String(all.count) == asked.field("version") else {
            throw PageFailure.overtaken(by: all.last?.author.name ?? "")
        }
        try await store.judge([
            Judgement(
                .agreement, first.text, second.text, verdict, score: verdict == .different ? 0 : 1,
                author: asked.account.author, added: asked.site.stamp())
        ])
        // A person's word takes effect at once.
        try await store.regroup(.agreement, around: [first.text, second.text])
        return .see("/review/links")
    }
}
