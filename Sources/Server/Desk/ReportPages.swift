import Accounts
import Deals
import HTTPTypes
import Hummingbird
import Ledger
import SourceText

/// `/report`: anybody says that a value is wrong; `/desk/reports`: reviewers answer.
struct ReportPages {
    let desk: Desk

    private struct FormView {
        let headline: String
        let token: String
        let record: LinkView
        let id: String
        let field: String
        let fieldName: String
        let ordinal: String
        let value: String
        let citation: String
        let isSent: Bool
    }

    private struct QueueView {
        let headline: String
        let token: String
        let rows: [Row]

        struct Row {
            let number: String
            let time: String
            let record: LinkView
            let field: String
            let value: String
            let citation: String
            let words: String
        }
    }

    func add(to routes: FormRoutes) {
        routes.page("/report", nil) { asked in
            let target = try await Target(asked.page.query, asked.site.store, asked.page.wording)
            return try view(asked, target, isSent: asked.page.query["sent"] != nil)
        }
        routes.form("/report", nil, limit: 16_000) { asked in
            let target = try await Target(asked.form, asked.site.store, asked.page.wording)
            let words = asked.field("words", most: 2_000)
            guard words.count >= 5 else { throw PageFailure.refused(asked.page.text("report.empty")) }
            if let wait = await desk.reports.attempt(asked.viewer.address, at: asked.site.now()) {
                throw PageFailure.tooOften(wait)
            }
            _ = try await desk.accounts.add(
                Report(
                    number: 0, time: asked.site.now(), record: target.id.text, field: target.field?.rawValue,
                    value: target.value, citation: target.citation, words: words))
            return .see(target.query.setting("sent", "yes").address("/report"))
        }
        routes.page("/desk/reports", .reviewer) { asked in
            let wording = asked.page.wording
            let reports = try await desk.accounts.waitingReports(offset: 0, limit: 100)
            return try asked.html(
                "reports", title: wording.text("reports.title"),
                QueueView(
                    headline: reports.isEmpty
                        ? wording.text("reports.none") : wording.count(reports.count, "reports"),
                    token: asked.page.formToken ?? "",
                    rows: reports.map { report in
                        .init(
                            number: String(report.number), time: wording.time(report.time),
                            record: LinkView(
                                words: report.record,
                                address: RecordID(report.record).map { "/\($0.kind.rawValue)s/\($0)" }),
                            field: report.field.map { wording.text("field." + $0) } ?? wording.text("report.whole"),
                            value: report.value, citation: report.citation, words: report.words)
                    }))
        }
        routes.form("/desk/reports", .reviewer) { asked in
            guard let number = Int(asked.field("number")),
                let isRight = ["right": true, "wrong": false][asked.field("verdict")]
            else { throw PageFailure.refused(asked.page.text("reports.no_verdict")) }
            do {
                try await desk.accounts.answer(
                    number,
                    Report.Answer(
                        time: asked.site.now(), account: asked.account.name, isRight: isRight,
                        words: asked.field("words", most: 2_000)))
            } catch let failure as AccountFailure {
                throw PageFailure.refused(asked.page.wording.failure(failure))
            }
            return .see("/desk/reports")
        }
    }

    private func view(_ asked: FormRequest, _ target: Target, isSent: Bool) throws -> Response {
        let wording = asked.page.wording
        return try asked.html(
            "report", title: wording.text("report.title"),
            FormView(
                headline: wording.text(isSent ? "report.sent" : "report.title"), token: asked.page.formToken ?? "",
                record: LinkView(words: target.title, address: target.address), id: target.id.text,
                field: target.field?.rawValue ?? "",
                fieldName: target.field.map { wording.text("field." + $0.rawValue) } ?? wording.text("report.whole"),
                ordinal: String(target.ordinal), value: target.value, citation: target.citation, isSent: isSent))
    }

    /// The value that a report is about, taken from the ledger and never from the reader.
    private struct Target {
        let id: RecordID
        let field: Field?
        let ordinal: Int
        let title: String
        let value: String
        let citation: String

        var address: String { "/\(id.kind.rawValue)s/\(id)" }
        var query: Query {
            Query().setting("record", id.text).setting("field", field?.rawValue)
                .setting("ordinal", ordinal == 0 ? nil : String(ordinal))
        }

        init(_ query: Query, _ store: any LedgerStore, _ wording: Wording) async throws {
            guard let id = query["record"].flatMap({ RecordID($0) }) else { throw PageFailure.notFound }
            let claims = try await store.claims(about: id)
            guard !claims.isEmpty else { throw PageFailure.notFound }
            self.id = id
            field = query["field"].flatMap(Field.init(rawValue:))
            ordinal = query["ordinal"].flatMap { Int($0) } ?? 0
            switch id.kind {
            case .agreement: title = try await store.agreement(id)?.title(wording) ?? id.text
            case .meeting: title = try await store.meeting(id)?.title(wording) ?? id.text
            case .visit: title = try await store.visit(id)?.title(wording) ?? id.text
            }
            let (field, ordinal) = (field, ordinal)
            let claim = claims.last { $0.field == field && $0.ordinal == ordinal }
            value = claim.map { ClaimView.words($0, wording) } ?? ""
            citation = claim?.citations.map(\.exact).joined(separator: " … ") ?? ""
        }
    }
}
