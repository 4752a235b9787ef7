import Deals
import Foundation
import Ledger
import SourceText
import Testing

@testable import Server

/// How many sources tell a deal, on pages, lists, in the API and in tables.
@Suite struct SourceCountTests {
    /// The invented ledger, in which three more outlets tell the complex in Mirobod, one of them with the same text.
    private static func store() async throws -> (DemoStore, [RecordID]) {
        let store = try await DemoLedger.store()
        var filter = AgreementFilter()
        filter.party = "Hongda Trade"
        let first = try #require(try await store.agreements(filter, order: .newest, page: Page()).first)
        var ids = [first.id]
        for (number, outlet) in ["Poytaxt", "Ijtimoiy fikr", "3.1.uz"].enumerated() {
            let text = Cited(
                "Version \(number): the complex is under construction, Xinjiang Hongda Trade says.",
                title: "Report \(number)", source: outlet, published: "2025-0\(number + 1)-01", language: .english)
            var found = Findings()
            found.publishedByMetadata = PartialDate(iso: "2025-0\(number + 1)-01")
            found.agreements = [
                AgreementFinding(
                    status: text.slot(.construction, "under construction"),
                    parties: [text.company("Xinjiang Hongda Trade")], confidence: 0.9)
            ]
            ids += try await store.add(
                text.document, found, author: "kelishuv 0.1.0", added: "2025-04-01T00:00:00Z"
            ).records
        }
        try await store.setClusters(.agreement, Dictionary(uniqueKeysWithValues: ids.map { ($0.text, ids[0].text) }))
        let copies = [try await store.agreement(ids[1]), try await store.agreement(ids[2])]
            .compactMap { $0?.document.hash.hexadecimal }
        try await store.setClusters(.document, [copies[0]: copies[0], copies[1]: copies[0]])
        return (store, ids)
    }

    @Test func anAgreementNamesAllThatTellIt() async throws {
        let (store, ids) = try await Self.store()
        try await RunningServer.with(store) { server in
            let page = try await server.get("/agreements/\(ids[0])").body.replacing("\u{A0}", with: " ")
            #expect(page.contains("<h2 id=\"deal\">3 independent sources in 4 reports</h2>"))
            for id in ids.dropFirst() { #expect(page.contains("href=\"/agreements/\(id)\"")) }
            #expect(page.contains("repeats the text of Poytaxt, 1 January 2025"))
            let json = try await server.get("/api/v1/agreements/\(ids[1])").body
            #expect(json.contains("\"reports\":4,\"independent_sources\":3"))
        }
    }

    @Test func listsCountDealsOnceAndFilterBySources() async throws {
        let (store, _) = try await Self.store()
        let alone = try await DemoLedger.store().agreementCount(AgreementFilter())
        try await RunningServer.with(store) { server in
            let overview = try await server.get("/").body.replacing("\u{A0}", with: " ")
            #expect(overview.contains("\(alone) agreements"), "three reports more, no deal more")
            // The complex has gone on to construction with its 150 million: 355 signed before, 205 now.
            #expect(overview.contains("205 million US dollars"))
            #expect(!overview.contains("355 million US dollars"))
            let list = try await server.get("/agreements?sources=2").body.replacing("\u{A0}", with: " ")
            #expect(list.contains("4 agreements found") && list.contains("4 reports of 1 deal"))
            #expect(list.contains("<option value=\"2\" selected>2 or more sources</option>"))
            #expect(list.contains("<span class=\"source-count\">3 independent sources in 4 reports</span>"))
            #expect(try await server.get("/agreements?sources=5").body.contains("No agreement meets"))
            #expect(try await server.get("/agreements?sources=none").status == 400)
            let facets = try await server.get("/agreements?facets=show").body
            #expect(facets.contains("/agreements?sources=3&amp;facets=show"))
            let narrowed = try await server.get("/api/v1/agreements?sources=3").body
            #expect(narrowed.contains("\"count\":4"))
            let table = try await server.get("/agreements.csv?sources=2").body.split(separator: "\r\n")
            #expect(table[0].hasSuffix(",reports,independent_sources") && table[1].hasSuffix(",4,3"))
        }
    }
}
