import Deals
import Ledger
import LedgerSQLite
import LedgerTesting
import SourceText
import Testing

/// Deals that several documents tell: every store counts and sums them as the plain walk does.
@Suite struct DealSurveyTests {
    @Test(arguments: StoreKind.allCases)
    func aDealCountsOnce(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let reports = try await Self.reports(in: store)
            try await store.setClusters(
                .agreement, Dictionary(reports.prefix(3).map { ($0.id.text, reports[0].id.text) }) { $1 })
            // The second document repeats the first.
            let copies = reports.prefix(2).map(\.document.hash.hexadecimal)
            try await store.setClusters(.document, [copies[0]: copies[0], copies[1]: copies[0]])
            let tellings = try await store.tellings(of: reports.map(\.id))
            for report in reports.prefix(3) { #expect(tellings[report.id] == Telling(reports: 3, sources: 2)) }
            #expect(tellings[reports[3].id] == .once)
            #expect(try await store.agreementCount(AgreementFilter()) == 4)
            #expect(try await store.dealCount(AgreementFilter()) == 2)
            // Signed for 150, then for 180, then built: one deal of the newest sum on the stage reached.
            #expect(
                try await store.dealTotals(AgreementFilter()) == [
                    Total(currency: "USD", status: .signed, value: 7, count: 1),
                    Total(currency: "USD", status: .construction, value: 180, count: 1),
                ])
            var signed = AgreementFilter()
            signed.statuses = [.signed]
            #expect(
                try await store.dealTotals(signed) == [
                    Total(currency: "USD", status: .signed, value: 187, count: 2)
                ])
            var several = AgreementFilter()
            several.minimumSources = 2
            #expect(try await store.agreementCount(several) == 3)
            #expect(try await store.agreements(several, order: .newest, page: Page()).count == 3)
            several.minimumSources = 3
            #expect(try await store.agreementCount(several) == 0)
            // Told apart again, they are deals of their own.
            try await store.setClusters(.agreement, [reports[2].id.text: reports[2].id.text])
            #expect(try await store.tellings(of: [reports[0].id])[reports[0].id] == Telling(reports: 2, sources: 1))
            #expect(try await store.dealCount(AgreementFilter()) == 3)
            try await store.forgetClusters(.agreement)
            #expect(try await store.dealCount(AgreementFilter()) == 4)
        }
    }

    /// A report that a reviewer rejects is no report any more.
    @Test(arguments: StoreKind.allCases)
    func aRejectedReportTellsNothing(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let reports = try await Self.reports(in: store)
            try await store.setClusters(
                .agreement, Dictionary(reports.prefix(3).map { ($0.id.text, reports[0].id.text) }) { $1 })
            let claims = try await store.claims(about: reports[2].id)
            try await store.decide(
                claims.map {
                    Decision(
                        .reject, $0.id, of: reports[2].id, reason: "another project", author: .person("dilnoza"),
                        added: time)
                })
            #expect(try await store.tellings(of: [reports[0].id])[reports[0].id] == Telling(reports: 2, sources: 2))
            #expect(try await store.dealCount(AgreementFilter()) == 2)
        }
    }

    @Test(arguments: 0..<3)
    func theFileCountsAsMemoryDoes(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed + 500))
        let articles = (0..<40).map { RandomArticle(label: "\(seed) \($0)", using: &random) }
        try await withFileAndMemory(articles) { file, memory in
            let all = await memory.agreements(AgreementFilter(), order: .newest, page: Page(limit: 1_000))
            for _ in 0..<3 {
                var clusters: [String: String] = [:]
                // A cluster is named after one of its members.
                for leader in all.prefix(12) { clusters[leader.id.text] = leader.id.text }
                for record in all.dropFirst(12) where Bool.random(using: &random) {
                    clusters[record.id.text] = all[Int.random(in: 0..<12, using: &random)].id.text
                }
                var copies: [String: String] = [:]
                for record in all where Int.random(in: 0..<3, using: &random) == 0 {
                    copies[record.document.hash.hexadecimal] = "copy \(Int.random(in: 0..<5, using: &random))"
                }
                for store in [file as any LedgerStore, memory] {
                    try await store.setClusters(.agreement, clusters)
                    try await store.setClusters(.document, copies)
                }
                let ids = all.map(\.id)
                #expect(try await file.tellings(of: ids) == memory.tellings(of: ids))
                var filters = [AgreementFilter(), AgreementFilter(), AgreementFilter(), AgreementFilter()]
                filters[1].minimumConfidence = 0.3
                filters[2].statuses = [.signed, .construction]
                filters[3].minimumSources = 2
                for filter in filters {
                    #expect(try await file.dealCount(filter) == memory.dealCount(filter))
                    let totals = (try await file.dealTotals(filter), try await memory.dealTotals(filter))
                    #expect(totals.0.map(\.count) == totals.1.map(\.count))
                    #expect(totals.0.map(\.currency) == totals.1.map(\.currency))
                    #expect(totals.0.map(\.status) == totals.1.map(\.status))
                    for (one, other) in zip(totals.0, totals.1) {
                        #expect(abs(one.value - other.value) <= 1e-9 * max(1, abs(other.value)))
                    }
                    #expect(
                        try await file.agreements(filter, order: .newest, page: Page()).map(\.id)
                            == memory.agreements(filter, order: .newest, page: Page()).map(\.id))
                }
            }
        }
    }

    /// Four reports, each of a document of its own, the oldest first.
    private static func reports(in store: any LedgerStore) async throws -> [AgreementRecord] {
        let told: [(String, AgreementStatus, Double?)] = [
            ("2024-01-17", .signed, 150), ("2024-02-01", .signed, 180), ("2025-03-01", .construction, nil),
            ("2025-04-01", .signed, 7),
        ]
        for (day, status, amount) in told {
            let document = Document(
                text: "On \(day) a paper over \(amount ?? 0) dollars.", metadata: Metadata(published: day))
            let citation = try Citation(document, TextRange(0, 2))
            var found = Findings()
            found.publishedByMetadata = PartialDate(iso: day)
            found.agreements = [
                AgreementFinding(
                    status: Slot(status, citations: [citation]),
                    amount: amount.map { Slot(Money(value: $0, currency: "USD"), citations: [citation]) },
                    confidence: 0.9)
            ]
            _ = try await store.add(document, found, author: "kelishuv 0.1.0", added: time)
        }
        return try await store.agreements(AgreementFilter(), order: .oldest, page: Page())
    }
}
