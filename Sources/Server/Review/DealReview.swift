import Accounts
import Deals
import HTTPTypes
import Hummingbird
import Ledger
import SourceText

/// `/review/deals/{id}`: the records that are one deal; one is split off, another one merged in, and it is taken back.
struct DealReview {
    let desk: Desk

    private struct View {
        let headline: String
        let id: String
        let token: String
        let version: String
        let script: String
        let reports: [Report]
        let isAlone: Bool
        let history: [String]
        let canUndo: Bool

        struct Report {
            let id: String
            let row: AgreementRow
        }
    }

    func add(to routes: FormRoutes) {
        routes.page("/review/deals/:id", .reviewer) { try await view($0) }
        routes.form("/review/deals/:id", .reviewer) { try await act($0) }
    }

    /// The deal of an address: its records, and all that was judged about them.
    private struct Deal {
        let id: RecordID
        let members: [AgreementRecord]
        let standing: [Judgement]

        init(_ asked: FormRequest) async throws {
            let store = asked.site.store
            guard let id = asked.parameters.get("id").flatMap({ RecordID($0) }),
                let record = try await store.agreement(id)
            else { throw PageFailure.notFound }
            self.id = id
            members = try await store.reports(ofDealOf: record)
            var seen: Set<LinkedPair> = []
            var standing: [Judgement] = []
            for member in members {
                for judgement in try await store.standing(.agreement, about: member.id.text)
                where seen.insert(judgement.pair).inserted { standing.append(judgement) }
            }
            self.standing = standing
        }

        /// What a reviewer saw; every new judgement changes it.
        var version: String {
            let said = standing.map { "\($0.first) \($0.second) \($0.verdict.rawValue) \($0.author.name) \($0.added)" }
            return String(
                DocumentHash(of: Array((members.map(\.id.text) + said).joined(separator: "\n").utf8)).hexadecimal
                    .prefix(16))
        }

        /// The judgements of somebody's last act.
        func last(of author: Author) -> [Judgement] {
            let mine = standing.filter { $0.author.name == author.name }
            let time = mine.map(\.added).max()
            return mine.filter { $0.added == time }
        }
    }

    private func view(_ asked: FormRequest) async throws -> Response {
        let wording = asked.page.wording
        let deal = try await Deal(asked)
        let rows = try await AgreementRow.rows(deal.members, asked.page)
        let persons = deal.standing.filter { $0.author.rank > .program }.sorted { $0.added > $1.added }
        return try asked.html(
            "review-deal", title: wording.text("deal.title"),
            View(
                headline: deal.members.first?.title(wording) ?? wording.text("deal.title"), id: deal.id.text,
                token: asked.page.formToken ?? "", version: deal.version,
                script: asked.site.assets.address("links.js"),
                reports: zip(deal.members, rows).map { View.Report(id: $0.id.text, row: $1) },
                isAlone: deal.members.count == 1,
                history: persons.prefix(20).map {
                    [
                        $0.author.name, wording.text("links.verdict." + $0.verdict.rawValue),
                        $0.first + " · " + $0.second, wording.day(of: $0.added),
                    ].joined(separator: " · ")
                }, canUndo: !deal.last(of: asked.account.author).isEmpty))
    }

    private func act(_ asked: FormRequest) async throws -> Response {
        let (store, text) = (asked.site.store, asked.page.text)
        let deal = try await Deal(asked)
        guard deal.version == asked.field("version") else {
            throw PageFailure.overtaken(by: deal.standing.max { $0.added < $1.added }?.author.name ?? "")
        }
        let author = asked.account.author
        let time = asked.site.stamp()
        var judgements: [Judgement] = []
        func judge(_ first: String, _ second: String, _ verdict: Verdict) {
            judgements.append(
                Judgement(
                    .agreement, first, second, verdict, score: verdict == .same ? 1 : 0, author: author, added: time))
        }
        switch asked.field("do") {
        case "split":
            let id = asked.field("record")
            guard deal.members.count > 1, deal.members.contains(where: { $0.id.text == id }) else {
                throw PageFailure.refused(text("deal.no_record"))
            }
            for member in deal.members where member.id.text != id { judge(id, member.id.text, .different) }
        case "merge":
            guard let other = Self.record(asked.field("other", most: 300)), try await store.agreement(other) != nil
            else {
                throw PageFailure.refused(text("deal.no_other"))
            }
            guard !deal.members.contains(where: { $0.id == other }) else {
                throw PageFailure.refused(text("deal.already"))
            }
            judge(deal.id.text, other.text, .same)
        case "undo":
            let last = deal.last(of: author)
            guard !last.isEmpty else { throw PageFailure.refused(text("review.nothing_to_undo")) }
            for judgement in last { judge(judgement.first, judgement.second, .withdrawn) }
        default: throw PageFailure.refused(text("review.no_act"))
        }
        try await store.judge(judgements)
        let touched = judgements.flatMap { [$0.first, $0.second] }
        try await store.regroup(.agreement, around: Array(Set(deal.members.map(\.id.text) + touched)).sorted())
        return .see("/review/deals/\(deal.id)")
    }

    /// The agreement that an id or the address of its page names.
    private static func record(_ text: String) -> RecordID? {
        let last = text.split(whereSeparator: { "/?#".contains($0) }).last { $0.hasPrefix("a-") }
        return last.flatMap { RecordID(String($0)) }.flatMap { $0.kind == .agreement ? $0 : nil }
    }
}
