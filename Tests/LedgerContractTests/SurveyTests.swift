import Deals
import Ledger
import LedgerSQLite
import LedgerTesting
import SourceText
import Testing

/// Surveys of the file answer as the plain walk over the whole ledger does.
@Suite struct SurveyTests {
    private static let groupings: [AgreementGrouping] =
        [.status, .kind, .sector, .currency, .year, .outlet, .place, .partyPlace]
        + EntityKind.allCases.map { .party($0) }

    @Test(arguments: 0..<3)
    func theFileSurveysAsMemoryDoes(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed + 100))
        let articles = (0..<40).map { RandomArticle(label: "\(seed) \($0)", using: &random) }
        try await withFileAndMemory(articles) { file, memory in
            var narrowed = AgreementFilter()
            narrowed.minimumConfidence = 0.3
            narrowed.placeIDs = ["CN", "UZ-1726294"]
            for filter in [AgreementFilter(), narrowed] {
                for grouping in Self.groupings {
                    for page in [Page(limit: 1_000), Page(offset: 1, limit: 3)] {
                        let groups = (
                            try await file.groups(filter, by: grouping, page: page),
                            try await memory.groups(filter, by: grouping, page: page)
                        )
                        #expect(groups.0 == groups.1, "\(grouping)")
                    }
                }
            }
            for kind in EntityKind.allCases {
                let names = try await file.names(kind, page: Page(limit: 1_000))
                #expect(try await names == memory.names(kind, page: Page(limit: 1_000)))
                for entry in names.prefix(5) {
                    let ids = try await file.records(naming: entry.name, as: kind)
                    #expect(ids.count == entry.count)
                    #expect(try await ids == memory.records(naming: entry.name, as: kind))
                }
            }
            #expect(try await file.records(atPlaces: ["CN"]) == memory.records(atPlaces: ["CN"]))
            #expect(try await file.records(atPlaces: []).isEmpty)
            let outlets = try await file.outlets(Page())
            #expect(try await outlets == memory.outlets(Page()))
            for case let outlet? in outlets.map(\.outlet) {
                #expect(
                    try await file.documents(of: outlet, page: Page())
                        == memory.documents(of: outlet, page: Page()))
            }
        }
    }

    @Test func rungsAreNeverAddedTogether() async throws {
        let tallies = [
            AgreementTally(
                key: "x", name: "X", placeID: nil, status: .signed, currency: "USD", count: 2, sum: 30),
            AgreementTally(
                key: "x", name: "X", placeID: nil, status: .operating, currency: "USD", count: 1, sum: 5),
            AgreementTally(key: "x", name: "X", placeID: nil, status: .signed, currency: nil, count: 4, sum: 0),
        ]
        let group = try #require(AgreementGroup.groups(of: tallies).first)
        #expect(group.count == 7)
        #expect(group.counts == [.signed: 6, .operating: 1])
        #expect(
            group.totals == [
                Total(currency: "USD", status: .signed, value: 30, count: 2),
                Total(currency: "USD", status: .operating, value: 5, count: 1),
            ])
    }
}
