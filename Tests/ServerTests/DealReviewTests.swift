import Accounts
import AccountsSQLite
import Deals
import FollowThrough
import Foundation
import Ledger
import SourceText
import Testing

@testable import Server

/// Merging and splitting the reports of a deal, and how far two reviewers agree.
@Suite struct DealReviewTests {
    private static func agreements(_ store: any LedgerStore) async throws -> [RecordID] {
        try await store.agreements(AgreementFilter(), order: .newest, page: Page()).map(\.id)
    }

    @Test func reportsAreMergedSplitAndTakenBack() async throws {
        let store = try await DemoLedger.store()
        let ids = try await Self.agreements(store)
        try await RunningServer.with(store, accounts: try await Demo.accounts()) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("reviewer")
            let address = "/review/deals/\(ids[0])"
            func version() async throws -> String {
                let page = try await browser.get(address).body
                return page.firstMatch(of: /name="version" value="([^"]*)"/).map { String($0.1) } ?? ""
            }
            func act(_ fields: [(String, String)], _ seen: String? = nil) async throws -> Int {
                var now = seen
                if now == nil { now = try await version() }
                return try await browser.post(address, fields + [("version", now ?? "")], tokenFrom: address).status
            }
            func members() async throws -> Set<String> {
                Set(try await store.members(.agreement, of: try await store.cluster(.agreement, of: ids[0].text)))
            }
            let first = try await version()
            #expect(
                try await act([("do", "merge"), ("other", "https://x.example/agreements/\(ids[1])?lang=ru")]) == 303)
            #expect(try await members() == [ids[0].text, ids[1].text])
            #expect(try await store.tellings(of: [ids[0]])[ids[0]]?.reports == 2)
            #expect(try await act([("do", "merge"), ("other", ids[2].text)], first) == 409, "what she saw is old")
            #expect(try await act([("do", "merge"), ("other", ids[2].text)]) == 303)
            #expect(try await members().count == 3)
            #expect(try await act([("do", "merge"), ("other", ids[2].text)]) == 422)
            #expect(try await act([("do", "merge"), ("other", "a-0000000000000000")]) == 422)
            #expect(try await act([("do", "split"), ("record", ids[2].text)]) == 303)
            #expect(try await members() == [ids[0].text, ids[1].text])
            #expect(try await browser.get(address).body.contains("two agreements"))
            let page = try await browser.get("/agreements/\(ids[0])").body
            #expect(page.contains("href=\"\(address)\""))
            #expect(!(try await server.get("/agreements/\(ids[0])").body.contains(address)), "strangers see no desk")
        }
    }

    @Test func undoTakesTheLastActBack() async throws {
        let store = try await DemoLedger.store()
        let ids = try await Self.agreements(store)
        try await RunningServer.with(store, accounts: try await Demo.accounts()) { server in
            let browser = Browser(server)
            _ = try await browser.signIn("reviewer")
            let address = "/review/deals/\(ids[0])"
            func act(_ fields: [(String, String)]) async throws -> Int {
                let page = try await browser.get(address).body
                let version = page.firstMatch(of: /name="version" value="([^"]*)"/).map { String($0.1) } ?? ""
                return try await browser.post(address, fields + [("version", version)], tokenFrom: address).status
            }
            #expect(try await act([("do", "undo")]) == 422)
            #expect(try await act([("do", "merge"), ("other", ids[1].text)]) == 303)
            #expect(try await act([("do", "undo")]) == 303)
            #expect(try await store.tellings(of: [ids[0]])[ids[0]] == .once)
            let contributor = Browser(server)
            _ = try await contributor.signIn("contributor")
            #expect(try await contributor.get(address).status == 403)
            #expect(try await contributor.post(address, [("do", "undo")], tokenFrom: "/account").status == 403)
        }
    }

    @Test func aSecondReadingIsBlindAndMeasured() async throws {
        let store = try await DemoLedger.store()
        let accounts = try await Demo.accounts()
        try await accounts.add(
            Account(name: "second", role: .reviewer, created: 0), passwordHash: try Passwords.hash(Demo.password))
        let id = try #require(try await Self.agreements(store).first)
        let record = try #require(try await store.agreement(id))
        let address = "/review/\(record.document.hash)"
        try await RunningServer.with(store, accounts: accounts) { server in
            let (one, other) = (Browser(server), Browser(server))
            _ = try await one.signIn("reviewer")
            _ = try await other.signIn("second")
            #expect(try await one.get("/review/agreement").body.contains("Nothing has been judged by two reviewers"))
            func act(_ browser: Browser, _ fields: [(String, String)]) async throws -> Int {
                let version = try await ReviewItem.load(id, store).version
                return try await browser.post(
                    address, [("record", id.text), ("version", version)] + fields, tokenFrom: address
                ).status
            }
            let claims = try await store.claims(about: id)
            #expect(try await act(one, [("do", "accept")]) == 303)
            #expect(try await other.get("/review").body.contains("\(address)?second=yes"))
            let blind = try await other.get(address + "?second=yes").body
            #expect(!blind.contains("checked by reviewer"))
            // The second reader finds one value wrong and the others right.
            #expect(
                try await act(
                    other,
                    [("do", "reject"), ("second", "yes"), ("claim", claims[0].id.text), ("reason", "not said")]) == 303)
            #expect(try await act(other, [("do", "accept"), ("second", "yes")]) == 303)
            let agreement = ReviewAgreement(ReviewAgreement.values(try await store.allDecisions()))
            let pair = try #require(agreement.pairs.first)
            #expect(pair.first == "reviewer" && pair.second == "second" && pair.kappa.count == claims.count)
            #expect(agreement.disputed.count == 1)
            let page = try await one.get("/review/agreement").body
            #expect(page.contains("href=\"/agreements/\(id)\"") && page.contains("reviewer: right · second: wrong"))
            #expect(try await server.get("/review/agreement").status == 303, "for reviewers only")
        }
    }
}
