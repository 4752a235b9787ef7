import Deals
import Ledger
import LedgerSQLite
import LedgerTesting
import SourceText
import Testing

/// The file answers random questions as the plain reading of the contract does.
@Suite struct TwinTests {
    @Test(arguments: 0..<4)
    func theFileAnswersAsMemoryDoes(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let articles = (0..<40).map { RandomArticle(label: "\(seed) \($0)", using: &random) }
        let filters = [AgreementFilter()] + (0..<150).map { _ in Self.filter(articles, using: &random) }
        let orders = filters.map { _ in random.pick(AgreementOrder.allCases) }
        let pages = filters.map { _ in
            Page(offset: random.pick([0, 0, 3]), limit: random.pick([1, 7, 1_000]))
        }
        try await withFolder { folder async throws in
            let file = try SQLiteLedger(path: folder + "/ledger.sqlite")
            let memory = MemoryLedger()
            for article in articles {
                let outcomes = (try await file.add(article), try await memory.add(article))
                #expect(outcomes.0 == outcomes.1)
            }
            for (filter, (order, page)) in zip(filters, zip(orders, pages)) {
                let lists = (
                    try await file.agreements(filter, order: order, page: page),
                    await memory.agreements(filter, order: order, page: page)
                )
                #expect(lists.0 == lists.1, "\(filter) \(order)")
                let counts = (try await file.agreementCount(filter), await memory.agreementCount(filter))
                #expect(counts.0 == counts.1, "\(filter)")
                let totals = (try await file.totals(filter), await memory.totals(filter))
                #expect(totals.0 == totals.1, "\(filter)")
            }
            let whole = Page(limit: 1_000)
            #expect(try await file.documents(whole) == memory.documents(whole))
            #expect(try await file.meetings(in: nil, page: whole) == memory.meetings(in: nil, page: whole))
            #expect(try await file.visits(in: nil, page: whole) == memory.visits(in: nil, page: whole))
            #expect(try await file.verify() == [])
        }
    }

    private static func filter(_ articles: [RandomArticle], using random: inout SplitMix64) -> AgreementFilter {
        var filter = AgreementFilter()
        let name = random.pick(RandomArticle.names)
        if random.once(in: 5) { filter.words = name + " " + random.pick(["", "zavod", "水泥", "строит"]) }
        if random.once(in: 5) { filter.party = random.pick([name, String(name.prefix(3)), "china power"]) }
        if random.once(in: 5) { filter.place = random.pick([name, "cn", "UZ-1726294"]) }
        if random.once(in: 6) { filter.partyNamed = random.pick([name, String(name.prefix(3)), "China Power"]) }
        if random.once(in: 6) { filter.placeIDs = ["CN", random.pick(["UZ-1726294", "UZ-1730"])] }
        if random.once(in: 8) { filter.partyPlaceIDs = ["CN", "UZ-1726294"] }
        if random.once(in: 8) { filter.outlet = random.pick(articles).document.metadata.source }
        if random.once(in: 4) { filter.statuses = [random.pick(AgreementStatus.allCases), .signed, .planned] }
        if random.once(in: 6) { filter.kinds = [random.pick(AgreementKind.allCases), .contract] }
        if random.once(in: 6) { filter.sectors = [random.pick(Sector.allCases), .energy, .mining] }
        if random.once(in: 4) { filter.currency = random.pick(["USD", "CNY", "UZS", "EUR"]) }
        if random.once(in: 5) { filter.minimum = Double(Int.random(in: 0...100, using: &random)) * 1e6 }
        if random.once(in: 5) { filter.maximum = Double(Int.random(in: 50...200, using: &random)) * 1e6 }
        let month = day("2022-01").adding(months: Int.random(in: 0...35, using: &random))!
        if random.once(in: 4) { filter.from = random.pick([month, PartialDate(year: month.year)!]) }
        if random.once(in: 4) { filter.until = month.adding(months: 5) }
        if random.once(in: 8) { filter.document = random.pick(articles).document.hash }
        if random.once(in: 5) { filter.minimumConfidence = Double(Int.random(in: 0...9, using: &random)) / 10 }
        return filter
    }
}
