import Accounts
import AccountsSQLite
import Deals
import Foundation
import Ledger
import SourceText
import Testing

@testable import Server

/// Adding texts and answering readers.
@Suite struct DeskTests {
    @Test func aTextIsSeenBeforeItIsRecorded() async throws {
        let accounts = try await Demo.accounts()
        let store = DemoStore()
        try await RunningServer.with(store, accounts: accounts, intake: Demo.intake) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("contributor")
            let read = try await browser.post(
                "/add", [("text", "A contract was signed."), ("source", "Vodiy Press"), ("published", "2024-01-17")],
                tokenFrom: "/add")
            #expect(read.status == 303)
            let address = try #require(read.header("Location"))
            let draft = try await browser.get(address)
            #expect(draft.body.contains("<span class=\"cited\"") && draft.body.contains("Not recorded yet"))
            #expect(try await store.documentCount() == 0)
            let other = Browser(server)
            _ = try await other.signIn("administrator")
            #expect(try await other.get(address).status == 404, "a draft is its owner's alone")
            let saved = try await browser.post(address, [("do", "save")], tokenFrom: address)
            #expect(saved.status == 303)
            #expect(try await store.documentCount() == 1)
            #expect(try await browser.get(saved.header("Location") ?? "").body.contains("Vodiy Press"))
            #expect(try await browser.get(address).status == 404)
        }
    }

    @Test func filesAreReadAndFailuresNamed() async throws {
        let accounts = try await Demo.accounts()
        try await RunningServer.with(DemoStore(), accounts: accounts, intake: Demo.intake) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("contributor")
            let token = Browser.token(try await browser.get("/add").body)
            func part(_ head: String, _ body: String) -> String {
                "--XX\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(body)\r\n"
            }
            let body =
                part("name=\"token\"", token) + part("name=\"text\"", "")
                + part("name=\"url\"", "https://example.org/a")
                + part("name=\"files\"; filename=\"../../etc/passwd\"", "It was signed in Tashkent.")
                + part("name=\"files\"; filename=\"b<script>.txt\"", "Another one was signed.") + "--XX--\r\n"
            let answer = try await browser.send("/add", type: "multipart/form-data; boundary=XX", Data(body.utf8))
            #expect(answer.status == 422)
            #expect(answer.body.contains("https://example.org/a: The address https://example.org/a does not answer."))
            #expect(answer.body.matches(of: /href="\/add\/[A-Za-z0-9_-]{43}"/).count == 2)
            #expect(!answer.body.contains("<script>"))
            for broken in ["--XX\r\n", "--XX\r\nno\r\n\r\nx\r\n--XX--", "", "--XX--"] {
                let status = try await browser.send("/add", type: "multipart/form-data; boundary=XX", Data(broken.utf8))
                    .status
                #expect([403, 415].contains(status), "\(broken)")
            }
            let large = Data(repeating: 65, count: AddPages.largest + 1)
            #expect(try await browser.send("/add", type: "multipart/form-data; boundary=XX", large).status == 413)
            let form = Data(("token=" + token + "&words=" + String(repeating: "x", count: 20_000)).utf8)
            #expect(try await browser.send("/report", type: "application/x-www-form-urlencoded", form).status == 413)
        }
    }

    @Test func aStrangerReportsAndAReviewerAnswers() async throws {
        let accounts = try await Demo.accounts()
        let store = try await DemoLedger.store()
        var filter = AgreementFilter()
        filter.party = "Hanbit"
        let record = try #require(try await store.agreements(filter, order: .newest, page: Page()).first)
        try await RunningServer.with(store, accounts: accounts) { server in
            let stranger = Browser(server)
            #expect(
                try await stranger.get("/agreements/\(record.id)").body.contains(
                    "/report?record=\(record.id)&amp;field=amount"))
            let page = "/report?record=\(record.id)&field=amount"
            #expect(try await stranger.get(page).body.contains("<q>up to 75 million US dollars</q>"))
            let words = "It is 70 million: <script>alert(1)</script> \"https://example.org\""
            let sent = try await stranger.post(
                "/report",
                [("record", record.id.text), ("field", "amount"), ("value", "forged"), ("words", words)],
                tokenFrom: page)
            #expect(sent.status == 303)
            let waiting = try #require(try await accounts.waitingReports(offset: 0, limit: 5).first)
            #expect(waiting.citation == "up to 75 million US dollars", "taken from the ledger, not from the form")
            #expect(!waiting.value.contains("forged"))

            let reviewer = Browser(server)
            _ = try await reviewer.signIn("reviewer")
            let queue = try await reviewer.get("/desk/reports").body
            #expect(queue.contains("&lt;script&gt;alert(1)") && !queue.contains("<script>"))
            let answer = [("number", String(waiting.number)), ("verdict", "wrong"), ("words", "The source says 75.")]
            #expect(try await reviewer.post("/desk/reports", answer, tokenFrom: "/desk/reports").status == 303)
            let again = try await reviewer.post("/desk/reports", answer, tokenFrom: "/desk/reports")
            #expect(again.status == 422 && again.body.contains("reviewer has answered this report already"))
            let history = try await server.get("/agreements/\(record.id)").body
            #expect(history.contains("The source says 75.") && !history.contains("<script>"))

            for bad in ["/report", "/report?record=x", "/report?record=a-0000000000000000"] {
                #expect(try await stranger.get(bad).status == 404)
            }
            var statuses: [Int] = []
            for _ in 0..<12 {
                statuses.append(
                    try await stranger.post(
                        "/report", [("record", record.id.text), ("words", "wrong again")], tokenFrom: page
                    )
                    .status)
            }
            #expect(statuses.contains(303) && statuses.last == 429)
        }
    }

    /// What a hostile text or reader says stands on every page as words.
    @Test func scriptInEveryFieldStaysText() async throws {
        let accounts = try await Demo.accounts()
        let store = DemoStore()
        let evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)> signed {{token}} [[nav.add]]"
        try await RunningServer.with(store, accounts: accounts, intake: Demo.intake) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("administrator")
            let read = try await browser.post(
                "/add", [("text", evil), ("source", evil), ("published", "2024-01-17")], tokenFrom: "/add")
            let draft = try #require(read.header("Location"))
            var pages = [draft, "/add"]
            let saved = try await browser.post(draft, [("do", "save")], tokenFrom: draft)
            pages.append(saved.header("Location") ?? "")
            _ = try await browser.post(
                "/account/tokens", [("label", evil), ("scope", "read")], tokenFrom: "/account")
            let record = try #require(try await store.agreements(AgreementFilter(), order: .newest, page: Page()).first)
            _ = try await browser.post(
                "/report", [("record", record.id.text), ("words", evil)], tokenFrom: "/report?record=\(record.id)")
            pages += [
                "/account", "/desk/reports", "/desk/access", "/desk/accounts", "/agreements/\(record.id)", "/documents",
                "/sources", "/agreements?facets=show", "/report?record=\(record.id)", "/agreements.atom",
                "/sign-in?to=" + Escaping.query(evil), "/documents?source=" + Escaping.query(evil),
                "/companies/" + Escaping.query(evil), "/agreements?company=" + Escaping.query(evil),
            ]
            let refused = try await browser.post(
                "/desk/accounts", [("name", evil), ("role", "reader"), ("password", "long enough it is")],
                tokenFrom: "/desk/accounts")
            #expect(refused.status == 422 && !refused.body.contains("<script>"))
            for page in pages where !page.hasPrefix("/add/") || page == "/add" {
                let body = try await browser.get(page).body
                #expect(!body.contains("<script>alert") && !body.contains("<img src=x"), "\(page)")
            }
        }
    }

    @Test func theAccountPageMakesTokens() async throws {
        let accounts = try await Demo.accounts()
        try await RunningServer.with(DemoStore(), accounts: accounts) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("reader")
            let made = try await browser.post(
                "/account/tokens", [("label", "script"), ("scope", "read"), ("scope", "review"), ("days", "30")],
                tokenFrom: "/account")
            let secret = try #require(made.body.firstMatch(of: /klv_[A-Za-z0-9_-]{43}/)).0
            let (token, _) = try #require(try await accounts.token(Secrets.key(String(secret)), at: RunningServer.time))
            #expect(token.scopes == [.read], "a reader's token judges nothing")
            #expect(token.ends == RunningServer.time + 30 * 86_400)
            #expect(!(try await browser.get("/account").body.contains(secret)), "shown once")
        }
    }

    @Test func aNewPasswordEndsSessions() async throws {
        let accounts = try await Demo.accounts()
        try await RunningServer.with(DemoStore(), accounts: accounts) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("reader")
            let weak = try await browser.post(
                "/account/password", [("old", Demo.password), ("new", "short")], tokenFrom: "/account")
            #expect(weak.status == 422)
            let set = try await browser.post(
                "/account/password", [("old", Demo.password), ("new", "another long one")], tokenFrom: "/account")
            #expect(set.status == 303)
            #expect(try await browser.get("/account").status == 303)
            #expect(try await browser.signIn("reader").status == 403)
        }
    }
}
