import Accounts
import AccountsSQLite
import Deals
import Foundation
import Ledger
import SourceText
import Testing

@testable import Server

/// Who may do what: every way to change something, by every role.
@Suite struct AccessTests {
    /// Every form of the program, the least role that may send it, and a page that has its token.
    static let forms: [(path: String, role: Role?, fields: [(String, String)])] = [
        ("/add", .contributor, [("text", "A memorandum was signed.")]),
        ("/account/tokens", .reader, [("label", "x"), ("scope", "read"), ("days", "5")]),
        ("/account/tokens/revoke", .reader, [("key", "none")]),
        ("/account/password", .reader, [("old", "wrong"), ("new", "whatever it may be")]),
        ("/desk/reports", .reviewer, [("number", "1"), ("verdict", "right")]),
        (
            "/desk/accounts", .administrator,
            [("name", "new.one"), ("role", "reader"), ("password", "long enough it is")]
        ),
        ("/desk/accounts/change", .administrator, [("name", "reader"), ("role", "reader"), ("open", "yes")]),
    ]

    @Test(arguments: [nil] + Role.allCases.map { Optional($0) })
    func rolesOpenWhatTheyMay(role: Role?) async throws {
        let accounts = try await Demo.accounts()
        try await RunningServer.with(try await DemoLedger.store(), accounts: accounts, intake: Demo.intake) { server in
            let browser = Browser(server)
            if let role { #expect(try await browser.signIn(role.rawValue).status == 303) }
            for (path, least, fields) in Self.forms {
                let page = role == nil ? "/sign-in" : "/account"
                let answer = try await browser.post(path, fields, tokenFrom: page)
                let may = least.map { least in role.map { $0 >= least } ?? false } ?? true
                if may {
                    #expect([200, 303, 422].contains(answer.status), "\(path) by \(role?.rawValue ?? "nobody")")
                } else {
                    #expect(answer.status == 403, "\(path) by \(role?.rawValue ?? "nobody")")
                }
            }
            for (path, least) in [
                ("/account", Role.reader), ("/add", .contributor), ("/desk/reports", .reviewer),
                ("/desk/accounts", .administrator), ("/desk/access", .administrator),
            ] {
                let answer = try await browser.get(path)
                if let role, role >= least {
                    #expect(answer.status == 200, "\(path)")
                    #expect(answer.header("Cache-Control") == "no-store", "\(path)")
                } else {
                    #expect(answer.status == (role == nil ? 303 : 403), "\(path)")
                }
            }
        }
    }

    @Test func formsNeedTheirTokenAndTheirSite() async throws {
        let accounts = try await Demo.accounts()
        let store = try await DemoLedger.store()
        let count = try await store.documentCount()
        try await RunningServer.with(store, accounts: accounts, intake: Demo.intake) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("administrator")
            let stranger = Browser(server)
            let foreign = Browser.token(try await stranger.get("/sign-in").body)
            for (path, _, fields) in Self.forms + [("/sign-out", nil, []), ("/account/sessions/end", nil, [])] {
                #expect(try await browser.post(path, fields).status == 403, "\(path) without token")
                #expect(try await browser.post(path, fields + [("token", "x")]).status == 403)
                #expect(try await browser.post(path, fields + [("token", foreign)]).status == 403, "another's token")
                for header in [
                    ["Origin": "https://evil.example"], ["Sec-Fetch-Site": "cross-site"],
                    ["Sec-Fetch-Site": "same-site"],
                    ["Origin": "null"],
                ] {
                    #expect(
                        try await browser.post(path, fields, tokenFrom: "/account", headers: header).status == 403,
                        "\(path) \(header)")
                }
            }
            #expect(try await accounts.account("new.one") == nil)
            #expect(try await store.documentCount() == count)
            #expect(try await browser.get("/account").status == 200, "still signed in")
        }
    }

    @Test func sessionsBeginNewAndEnd() async throws {
        let accounts = try await Demo.accounts()
        try await RunningServer.with(DemoStore(), accounts: accounts) { server in
            let browser = Browser(server)
            // A secret that an attacker planted is not the one that is signed in (session fixation).
            await browser.set("session", "planted")
            _ = try await browser.signIn("reader")
            let secret = try #require(await browser.cookies["session"])
            #expect(secret != "planted")
            let other = Browser(server)
            await other.set("session", "planted")
            #expect(try await other.get("/account").status == 303)
            await other.set("session", secret)
            #expect(try await other.get("/account").status == 200)
            #expect(try await browser.post("/sign-out", [], tokenFrom: "/account").status == 303)
            #expect(try await other.get("/account").status == 303, "ended on the server, not only in the browser")
            _ = try await browser.signIn("reader")
            _ = try await other.signIn("reader")
            #expect(try await browser.post("/account/sessions/end", [], tokenFrom: "/account").status == 303)
            #expect(try await other.get("/account").status == 303)
        }
    }

    @Test func cookiesAreGuarded() async throws {
        let accounts = try await Demo.accounts()
        try await RunningServer.with(
            DemoStore(), accounts: accounts, { $0.publicAddress = "https://ledger.example" }
        ) { server in
            let page = try await server.get("/sign-in")
            let form = try #require(page.header("Set-Cookie"))
            #expect(form.contains("HttpOnly") && form.contains("Secure") && form.contains("SameSite=Lax"))
            let browser = Browser(server)
            let token = Browser.token(try await browser.get("/sign-in").body)
            let answer = try await browser.post(
                "/sign-in", [("name", "reader"), ("password", Demo.password), ("token", token)],
                headers: ["Origin": "https://ledger.example"])
            #expect(answer.header("Set-Cookie")?.hasPrefix("__Host-session=") ?? false)
            #expect(
                try await browser.post("/sign-in", [("token", token)], headers: ["Origin": server.address.description])
                    .status == 403)
        }
    }

    @Test func guessingIsThrottledAndTellsNothing() async throws {
        let accounts = try await Demo.accounts()
        try await RunningServer.with(DemoStore(), accounts: accounts) { server in
            let browser = Browser(server)
            func attempt(_ name: String) async throws -> RunningServer.Answer {
                try await browser.post(
                    "/sign-in", [("name", name), ("password", "wrong wrong")], tokenFrom: "/sign-in")
            }
            let known = try await attempt("reader")
            let unknown = try await attempt("nobody")
            #expect(known.status == 403 && unknown.status == 403)
            let strip = { (text: String) in
                text.replacing(/value="[^"]*"/, with: "")
            }
            #expect(strip(known.body) == strip(unknown.body))
            for _ in 0..<4 { _ = try await attempt("Reader") }
            let refused = try await attempt("reader")
            #expect(refused.status == 429)
            #expect(refused.header("Retry-After") == "900")
            #expect(try await browser.signIn("reader").status == 429, "the right password waits too")
            #expect(try await browser.signIn("reviewer").status == 303, "others sign in")
        }
    }

    @Test func nobodyIsSentElsewhere() {
        for text in [
            "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a b", "/\u{430}",
        ] {
            #expect(SignIn.local(text) == "/")
        }
        #expect(SignIn.local("/agreements?place=UZ-1730") == "/agreements?place=UZ-1730")
    }

    @Test func aClosedInstanceShowsNothing() async throws {
        let accounts = try await Demo.accounts()
        let token = try await Demo.token(.reader, [.read], accounts)
        let other = try await Demo.token(.reader, [.documents], accounts)
        let store = try await DemoLedger.store()
        let record = try #require(try await store.agreements(AgreementFilter(), order: .newest, page: Page()).first)
        try await RunningServer.with(store, accounts: accounts, { $0.openness = .closed }) { server in
            for path in [
                "/", "/agreements", "/agreements/\(record.id)", "/agreements.csv", "/agreements.atom", "/documents",
                "/documents/\(record.document.hash)", "/places", "/companies.csv", "/about",
                "/report?record=\(record.id)",
            ] {
                let answer = try await server.get(path)
                #expect(answer.status == 303, "\(path)")
                #expect(answer.header("Location")?.hasPrefix("/sign-in?to=") ?? false)
                #expect(!answer.body.contains("Hongda"))
            }
            #expect(try await server.get("/api/v1/agreements").status == 401)
            #expect(try await server.get("/api/v1/agreements", ["Authorization": "Bearer \(token)"]).status == 200)
            #expect(try await server.get("/api/v1/agreements", ["Authorization": "Bearer \(other)"]).status == 401)
            #expect(
                try await server.get("/agreements", ["Authorization": "Bearer \(token)"]).status == 401,
                "tokens are for the API")
            for path in ["/sign-in", "/health", "/robots.txt", "/static/kelishuv.css"] {
                #expect(try await server.get(path).status == 200, "\(path)")
            }
            let browser = Browser(server)
            _ = try await browser.signIn("reader")
            #expect(try await browser.get("/agreements").status == 200)
        }
    }

    @Test func aReadOnlyInstanceChangesNothing() async throws {
        let accounts = try await Demo.accounts()
        let token = try await Demo.token(.contributor, [.documents], accounts)
        let store = try await DemoLedger.store()
        try await RunningServer.with(store, accounts: accounts, intake: Demo.intake, { $0.openness = .readOnly }) {
            server in
            let browser = Browser(server)
            #expect(try await browser.signIn("administrator").status == 303)
            for (path, _, fields) in Self.forms {
                #expect(try await browser.post(path, fields, tokenFrom: "/account").status == 403, "\(path)")
            }
            let answer = try await server.send(
                "POST", "/api/v1/documents", ["Authorization": "Bearer \(token)", "Content-Type": "application/json"],
                Data(#"{"text": "Signed."}"#.utf8))
            #expect(answer.status == 403)
            #expect(try await server.get("/agreements").status == 200)
        }
    }

    @Test func theLogSaysWhoTriedWhat() async throws {
        let accounts = try await Demo.accounts()
        try await RunningServer.with(DemoStore(), accounts: accounts, { $0.trustedProxies = ["127.0.0.1"] }) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("contributor")
            _ = try await browser.post(
                "/desk/accounts", [("name", "x")], tokenFrom: "/account",
                headers: ["X-Forwarded-For": "6.6.6.6, 192.0.2.7"])
            let log = try await accounts.accessLog(offset: 0, limit: 10)
            #expect(log.first?.account == "contributor" && log.first?.status == 403)
            #expect(log.first?.path == "/desk/accounts" && log.first?.address == "192.0.2.7")
            #expect(log.first?.time == RunningServer.time)
        }
        #expect(Identification.address(peer: "10.0.0.9", forwarded: "1.1.1.1", trusted: ["10.0.0.1"]) == "10.0.0.9")
        #expect(Identification.address(peer: "10.0.0.1", forwarded: "", trusted: ["10.0.0.1"]) == "10.0.0.1")
    }
}
