import Deals
import Foundation
import Ledger
import SourceText
import Testing

@testable import Server

@Suite struct RouteTests {
    @Test func everyPageInEveryLanguage() async throws {
        let store = try await DemoLedger.store()
        let agreements = try await store.agreements(AgreementFilter(), order: .newest, page: Page())
        let visits = try await store.visits(in: nil, page: Page())
        let meetings = try await store.meetings(in: nil, page: Page())
        let documents = try await store.documents(Page())
        var paths = ["/", "/agreements", "/visits", "/meetings", "/documents", "/about", "/ask", "/figures"]
        paths += ["/companies", "/officials", "/places", "/sectors", "/sources", "/agreements?facets=show"]
        paths += [
            "/companies/Hanbit%20Motors%20Co.%2C%20Ltd.", "/places/UZ-1730", "/sectors/energy",
            "/ask?q=What%20was%20signed%3F",
        ]
        paths += agreements.map { "/agreements/\($0.id)" }
        paths += visits.map { "/visits/\($0.id)" }
        paths += meetings.map { "/meetings/\($0.id)" }
        paths += documents.map { "/documents/\($0.hash)" }
        try await RunningServer.with(store) { server in
            for path in paths {
                for language in InterfaceLanguage.allCases {
                    let answer = try await server.get(path, ["Accept-Language": language.rawValue])
                    #expect(answer.status == 200, "\(path)")
                    #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
                    #expect(answer.body.contains("<html lang=\"\(language.rawValue)\">"), "\(path)")
                    #expect(!answer.body.contains("⟨"), "\(path): a text is missing")
                    #expect(!answer.body.contains("Optional("), "\(path)")
                    #expect(!answer.body.contains(" style="), "\(path)")
                    #expect(answer.body.utf8.count < 60_000, "\(path)")
                    try expectWellFormed(answer.body, path)
                }
            }
        }
    }

    /// The pages are written as XML would have it but for the void elements, so that Foundation's parser can judge.
    private func expectWellFormed(_ html: String, _ path: String) throws {
        var text = html.replacing("<!DOCTYPE html>", with: "")
        text = text.replacing(/<(meta|link|input)([^>]*)>/) { "<\($0.1)\($0.2)/>" }
        for flag in ["checked", "selected", "required"] {
            text = text.replacing(" \(flag)>", with: " \(flag)=\"\">").replacing(" \(flag)/>", with: " \(flag)=\"\"/>")
        }
        var stack: [Substring] = []
        for tag in text.matches(of: /<(\/?)([a-z0-9]+)(?:\s[a-zA-Z-]+="[^"<]*")*(\/?)>/) {
            if tag.1 == "/" {
                #expect(stack.popLast() == tag.2, "\(path): \(tag.0)")
            } else if tag.3.isEmpty {
                stack.append(tag.2)
            }
        }
        #expect(stack.isEmpty, "\(path)")
        let leftover = text.replacing(/<(\/?)([a-z0-9]+)(?:\s[a-zA-Z-]+="[^"<]*")*(\/?)>/, with: "")
        #expect(!leftover.contains("<"), "\(path): a sign that was not escaped")
    }

    @Test func theOverviewAnswersFirst() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let body = try await server.get("/").body.replacing("\u{A0}", with: " ")
            #expect(body.contains("<h1>Signed agreements on record name 355 million US dollars,"))
            #expect(body.contains("355 million US dollars</a>"))
            #expect(!body.contains("675 million"), "signed and under construction are never added")
        }
    }

    @Test func anEmptyLedgerSaysWhatToDo() async throws {
        try await RunningServer.with(DemoStore()) { server in
            for path in [
                "/", "/agreements", "/agreements?facets=show", "/visits", "/meetings", "/documents", "/companies",
                "/officials", "/places", "/sectors", "/sources",
            ] {
                let answer = try await server.get(path)
                #expect(answer.status == 200)
            }
            #expect(try await server.get("/").body.contains("kelishuv add article.txt"))
        }
    }

    @Test func filtersNarrowTheList() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let body = try await server.get("/agreements?currency=USD&min=140+000+000&status=signed").body
            #expect(body.contains("1\u{A0}agreement found"))
            #expect(body.contains("Xinjiang Hongda Trade"))
            #expect(body.contains("name=\"status\" value=\"signed\" checked"))
            #expect(body.contains("name=\"min\" value=\"140000000\""))
            #expect(try await server.get("/agreements?words=nothing+like+this").body.contains("No agreement meets"))
        }
    }

    @Test func anAgreementShowsItsSentences() async throws {
        let store = try await DemoLedger.store()
        var filter = AgreementFilter()
        filter.party = "Hanbit"
        let record = try #require(try await store.agreements(filter, order: .newest, page: Page()).first)
        try await RunningServer.with(store) { server in
            let answer = try await server.get("/agreements/\(record.id)")
            let body = answer.body.replacing("\u{A0}", with: " ")
            #expect(
                body.contains(
                    "<h1>Andijan region and Hanbit Motors Co., Ltd.: memorandum worth up to 75 million US dollars</h1>")
            )
            #expect(body.contains("<mark>up to 75 million US dollars</mark>"))
            #expect(body.contains("Machine-read, not yet checked by a person"))
            #expect(body.contains("kelishuv 0.1.0"))
            let anchor = try #require(body.firstMatch(of: /\/documents\/[0-9a-f]{64}#(c-\d+-\d+)/))
            let document = try await server.get("/documents/\(record.document.hash)").body
            #expect(document.contains("id=\"\(anchor.1)\""))
        }
    }

    /// Every link from a record to its words leads to a mark, and no mark's name stands twice.
    @Test func everyAnchorExistsOnce() async throws {
        let store = try await DemoLedger.store()
        try await RunningServer.with(store) { server in
            for summary in try await store.documents(Page()) {
                let document = try await server.get("/documents/\(summary.hash)").body
                let names = document.matches(of: /id="(c-\d+-\d+)"/).map { String($0.1) }
                #expect(Set(names).count == names.count)
                for record in try await store.agreements(AgreementFilter(), order: .newest, page: Page())
                where record.document.hash == summary.hash {
                    let page = try await server.get("/agreements/\(record.id)").body
                    for link in page.matches(of: /#(c-\d+-\d+)"/) { #expect(names.contains(String(link.1))) }
                }
            }
        }
    }

    @Test func aVisitIsABrief() async throws {
        let store = try await DemoLedger.store()
        let visit = try #require(try await store.visits(in: DemoLedger.english.0.hash, page: Page()).first)
        try await RunningServer.with(store) { server in
            let body = try await server.get("/visits/\(visit.id)").body.replacing("\u{A0}", with: " ")
            #expect(
                body.contains(
                    "<h1>Andijan region in Republic of Korea: 5 agreements signed, 1 of them naming a sum: up to 75 million US dollars; 1 agreement announced, worth 12.5 million US dollars</h1>"
                ))
            for words in [
                "Rustam Karimov", "Tuesday", "Korea Seed Institute", "The other side is not named", "Silk Road Courier",
            ] {
                #expect(body.contains(words))
            }
        }
    }

    @Test func hostileTextStaysText() async throws {
        let store = try await DemoLedger.store()
        var filter = AgreementFilter()
        filter.document = DemoLedger.hostile.0.hash
        let record = try #require(try await store.agreements(filter, order: .newest, page: Page()).first)
        try await RunningServer.with(store) { server in
            for path in [
                "/agreements", "/agreements/\(record.id)", "/documents", "/documents/\(record.document.hash)",
                "/agreements?words=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/agreements?min=%3Cscript%3E", "/%3Cscript%3E", "/?x=%22onload=%22alert(1)",
            ] {
                let body = try await server.get(path).body
                #expect(!body.contains("<script"), "\(path)")
                #expect(!body.contains("<img"), "\(path)")
                #expect(!body.lowercased().contains("href=\"javascript"), "\(path)")
                try expectWellFormed(body, path)
            }
            let document = try await server.get("/documents/\(record.document.hash)").body
            #expect(document.contains("{{title}} [[nav.about]] {{{text}}}"))
        }
    }

    @Test func headersForbidWhatPagesNeverNeed() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            for path in ["/", "/static/kelishuv.css", "/health", "/no-such-page", "/agreements?min=x"] {
                let answer = try await server.get(path)
                let policy = answer.header("Content-Security-Policy") ?? ""
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(answer.header("X-Content-Type-Options") == "nosniff")
                #expect(answer.header("Referrer-Policy") == "same-origin")
            }
        }
    }

    @Test func theLanguageIsRemembered() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let asked = try await server.get("/agreements?currency=USD&lang=ru")
            #expect(asked.body.contains("<html lang=\"ru\">"))
            let cookie = try #require(asked.header("Set-Cookie"))
            #expect(cookie.hasPrefix("lang=ru;") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            #expect(asked.body.contains("href=\"/agreements?currency=USD&amp;lang=uz\""))
            #expect(
                try await server.get("/", ["Cookie": "lang=uz", "Accept-Language": "ru"]).body.contains(
                    "<html lang=\"uz\">"))
            #expect(try await server.get("/").header("Set-Cookie") == nil)
        }
    }

    @Test func failuresSayWhatToDo() async throws {
        let store = try await DemoLedger.store()
        try await RunningServer.with(store) { server in
            for path in [
                "/nothing", "/agreements/a-0000000000000000", "/agreements/v-0000000000000000", "/agreements/x",
                "/visits/v-0000000000000000", "/meetings/m-0000000000000000", "/documents/abc",
                "/documents/" + String(repeating: "0", count: 64), "/static/none.css",
                "/static/..%2f..%2fPackage.swift",
            ] {
                let answer = try await server.get(path)
                #expect(answer.status == 404, "\(path)")
                #expect(answer.body.contains("There is no such page"), "\(path)")
            }
            let bad = try await server.get("/agreements?from=soon")
            #expect(bad.status == 400)
            #expect(bad.body.contains("“soon” does not fit as first date. Write a year, a month or a day"))
            #expect(try await server.get("/visits?page=0").status == 400)
            #expect(try await server.get("/", method: "POST").status == 404)
            struct BrokenDisk: Error {}
            await store.breakDown(BrokenDisk())
            let broken = try await server.get("/agreements")
            #expect(broken.status == 500)
            #expect(broken.body.contains("Number in the log"))
            #expect(!broken.body.contains("BrokenDisk"), "what broke is for the log")
            #expect(try await server.get("/health").status == 500)
        }
    }

    @Test func staticFilesMayBeKept() async throws {
        try await RunningServer.with(DemoStore()) { server in
            let page = try await server.get("/").body
            let address = try #require(page.firstMatch(of: /href="(\/static\/kelishuv\.css\?v=[0-9a-f]+)"/)?.1)
            let style = try await server.get(String(address))
            #expect(style.status == 200)
            #expect(style.header("Content-Type") == "text/css; charset=utf-8")
            #expect(style.header("Cache-Control") == "public, max-age=31536000, immutable")
            let tag = try #require(style.header("ETag"))
            #expect(try await server.get("/static/kelishuv.css", ["If-None-Match": tag]).status == 304)
            #expect(try await server.get("/static/kelishuv.css").header("Cache-Control") == "public, max-age=300")
            #expect(try await server.get("/health").body == "ok\n")
            #expect(try await server.get("/robots.txt").body.hasPrefix("User-agent: *"))
            #expect(try await server.get("/", method: "HEAD").status == 200)
        }
    }

    @Test func pagesOfALongListHaveAddresses() async throws {
        let store = DemoStore()
        for number in 0..<120 {
            let text = Cited("Deal \(number) was signed.", title: "Text \(number)", published: "2025-01-01")
            var found = Findings()
            found.agreements = [AgreementFinding(status: text.slot(.signed, "signed"), confidence: 0.9)]
            _ = try await store.add(text.document, found, author: "kelishuv", added: "2025-01-02T00:00:00Z")
        }
        try await RunningServer.with(store) { server in
            let first = try await server.get("/agreements?status=signed").body
            #expect(first.contains("1 to 50 of 120"))
            #expect(first.contains("href=\"/agreements?status=signed&amp;page=2\""))
            let last = try await server.get("/agreements?status=signed&page=3").body
            #expect(last.contains("101 to 120 of 120") && !last.contains("rel=\"next\""))
            #expect(try await server.get("/documents").body.contains("rel=\"next\" href=\"/documents?page=2\""))
            #expect(!(try await server.get("/documents?page=3").body.contains("rel=\"next\"")))
        }
    }

    @Test func aTakenPortIsNamed() async throws {
        try await RunningServer.with(DemoStore()) { server in
            let second = LedgerServer(
                store: DemoStore(),
                configuration: ServerConfiguration(port: server.address.port, handlesSignals: false))
            let failure = await #expect(throws: ServerFailure.self) { try await second.run() }
            #expect(failure == .portTaken(host: "127.0.0.1", port: server.address.port))
            #expect("\(failure!)".hasPrefix("port \(server.address.port) on 127.0.0.1 is in use by another program"))
        }
    }
}
