import Accounts
import AccountsSQLite
import Deals
import Foundation
import Ledger
import SourceText
import Testing

@testable import Server

/// The review desk: accept, reject, set, undo, and two reviewers at one record.
@Suite struct ReviewTests {
    private struct Desk {
        let store: any LedgerStore
        let accounts: SQLiteAccounts
        let id: RecordID
        let hash: DocumentHash
        var address: String { "/review/\(hash)" }

        init() async throws {
            let store = try await DemoLedger.store()
            self.store = store
            accounts = try await Demo.accounts()
            var filter = AgreementFilter()
            filter.party = "Hanbit"
            let record = try #require(try await store.agreements(filter, order: .newest, page: Page()).first)
            id = record.id
            hash = record.document.hash
        }

        func version() async throws -> String { try await ReviewItem.load(id, store).version }

        /// Sends one act as the record stands now.
        func act(_ browser: Browser, _ fields: [(String, String)], version: String? = nil) async throws
            -> RunningServer.Answer
        {
            let seen = if let version { version } else { try await self.version() }
            return try await browser.post(
                address, [("record", id.text), ("version", seen)] + fields, tokenFrom: address)
        }

        func amount() async throws -> Money? { try await store.agreement(id)?.finding.amount?.value }
    }

    @Test func aReviewerAcceptsAndTakesItBack() async throws {
        let desk = try await Desk()
        try await RunningServer.with(desk.store, accounts: desk.accounts) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("reviewer")
            #expect(try await browser.get("/review").body.contains("href=\"\(desk.address)\""))
            let page = try await browser.get(desk.address).body
            #expect(page.contains("<p data-start=\"0\">") && page.contains("id=\"\(desk.id)\""))
            #expect(page.contains("machine-read"))
            #expect(try await desk.act(browser, [("do", "accept")]).status == 303)
            #expect(try await ReviewItem.load(desk.id, desk.store).isChecked)
            #expect(try await browser.get("/agreements/\(desk.id)").body.contains("Checked by a person."))
            #expect(try await desk.act(browser, [("do", "undo")]).status == 303)
            #expect(!(try await ReviewItem.load(desk.id, desk.store).isChecked))
            #expect(try await desk.act(browser, [("do", "undo")]).status == 422, "nothing of hers is left")
        }
    }

    @Test func aRejectedRecordIsGoneAndComesBack() async throws {
        let desk = try await Desk()
        try await RunningServer.with(desk.store, accounts: desk.accounts) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("reviewer")
            #expect(try await desk.act(browser, [("do", "reject")]).status == 422, "a rejection needs a reason")
            #expect(try await desk.act(browser, [("do", "reject"), ("reason", "Another deal.")]).status == 303)
            #expect(try await desk.store.agreement(desk.id) == nil)
            #expect(try await browser.get(desk.address).body.contains("Another deal."))
            #expect(try await desk.act(browser, [("do", "undo")]).status == 303)
            #expect(try await desk.store.agreement(desk.id) != nil)
        }
    }

    @Test func selectedWordsSetAValue() async throws {
        let desk = try await Desk()
        let old = try await desk.amount()
        try await RunningServer.with(desk.store, accounts: desk.accounts) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("reviewer")
            func set(_ value: String, _ words: String, _ place: String = "amount 0") async throws -> Int {
                try await desk.act(
                    browser, [("do", "set"), ("place", place), ("value", value), ("words", words)]
                ).status
            }
            #expect(try await set("70 000 000 usd", "75 million US dollars") == 303)
            #expect(try await desk.amount()?.value == 70_000_000)
            let claims = try await desk.store.claims(about: desk.id)
            let mine = try #require(claims.last)
            #expect(mine.author == "reviewer" && mine.citations.first?.exact == "75 million US dollars")
            #expect(try await set("1 USD", "words that do not stand there") == 422)
            #expect(try await set("a lot", "75 million US dollars") == 422)
            #expect(try await set("flying", "signed", "status 0") == 422)
            #expect(try await set("x", "signed", "nothing 0") == 422)
            #expect(try await desk.act(browser, [("do", "undo")]).status == 303)
            #expect(try await desk.amount() == old)
        }
    }

    @Test func twoReviewersDoNotOverwriteEachOther() async throws {
        let desk = try await Desk()
        try await RunningServer.with(desk.store, accounts: desk.accounts) { server in
            let (first, second) = (Browser(server), Browser(server))
            _ = try await first.signIn("reviewer")
            _ = try await second.signIn("administrator")
            let seen = try await desk.version()
            #expect(try await desk.act(first, [("do", "accept")], version: seen).status == 303)
            let late = try await desk.act(second, [("do", "reject"), ("reason", "No.")], version: seen)
            #expect(late.status == 409)
            #expect(late.body.contains("reviewer changed this record after you had opened it"))
            #expect(try await desk.store.agreement(desk.id) != nil)
        }
    }

    @Test func onlyReviewersReview() async throws {
        let desk = try await Desk()
        try await RunningServer.with(desk.store, accounts: desk.accounts) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("contributor")
            for path in ["/review", desk.address, "/review/links"] {
                #expect(try await browser.get(path).status == 403)
            }
            for path in [desk.address, "/review/links"] {
                let answer = try await browser.post(
                    path, [("record", desk.id.text), ("version", try await desk.version()), ("do", "accept")],
                    tokenFrom: "/account")
                #expect(answer.status == 403)
            }
            let reviewer = Browser(server)
            _ = try await reviewer.signIn("reviewer")
            let other = try #require(
                try await desk.store.agreements(AgreementFilter(), order: .newest, page: Page())
                    .first { $0.document.hash != desk.hash })
            #expect(
                try await reviewer.post(
                    desk.address, [("record", other.id.text), ("do", "accept"), ("version", "0-0")],
                    tokenFrom: desk.address
                ).status == 404, "another document's record")
        }
    }

    @Test func doubtfulPairsAreJudgedAndTakenBack() async throws {
        let desk = try await Desk()
        let records = try await desk.store.agreements(AgreementFilter(), order: .newest, page: Page())
        let (one, other) = (records[0].id.text, records[1].id.text)
        try await desk.store.judge([
            Judgement(
                .agreement, one, other, .doubtful, score: 0.6, reasons: ["same sum"],
                author: .program("kelishuv 0.1.0"), added: "2026-08-19T08:30:00Z")
        ])
        try await RunningServer.with(desk.store, accounts: desk.accounts) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("reviewer")
            #expect(try await browser.get("/review/links").body.contains("same sum"))
            func judge(_ what: String, _ version: String) async throws -> Int {
                try await browser.post(
                    "/review/links", [("first", one), ("second", other), ("version", version), ("do", what)],
                    tokenFrom: "/review/links"
                ).status
            }
            #expect(try await judge("same", "1") == 303)
            #expect(try await desk.store.standingCount(.agreement, .doubtful) == 0)
            #expect(try await judge("different", "1") == 409)
            #expect(try await judge("undo", "2") == 303)
            #expect(try await desk.store.standingCount(.agreement, .doubtful) == 1)
        }
    }
}
