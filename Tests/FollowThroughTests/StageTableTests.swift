import Deals
import FollowThrough
import Languages
import Testing

@Suite struct StageTableTests {
    private func table(_ deals: [Deal], on date: String = "2026-01-01") throws -> StageTable {
        StageTable(deals, on: day(date), rates: try ExchangeRates.bundled.get())
    }

    private func lines(_ table: StageTable) -> [String] {
        table.rows.map { row in
            let sums = row.sums.map { "\(Int($0.value)) \($0.currency)" }.joined(separator: " + ")
            return "\(row.stage?.code ?? "–"): \(row.deals), \(sums)"
        }
    }

    @Test func fiveReportsOfOneDealAreCountedOnceWithTheNewestSum() throws {
        #expect(lines(try table([Report.deal(Report.plant)])) == ["operating: 1, 173000000 USD"])
        #expect(
            lines(try table([Report.deal(Report.plant)], on: "2023-12-01")) == ["contract: 1, 152000000 USD"])
    }

    @Test func rungsAreNeverAddedTogether() throws {
        let deals = [
            Report.deal([Report(published: "2024-03-29", status: .signed, kind: .memorandum, amount: 42e6)]),
            Report.deal([Report(published: "2024-03-30", status: .signed, kind: .contract, amount: 74e6)]),
            Report.deal([Report(published: "2024-03-31", status: .signed, kind: .contract, amount: 31e6)]),
        ]
        #expect(lines(try table(deals)) == ["memorandum: 1, 42000000 USD", "contract: 2, 105000000 USD"])
    }

    /// A package of six for 264 million, of which 169 million are told by themselves.
    @Test func aPackageCountsForWhatItsPartsLeaveOver() throws {
        let parts = [
            Deal([Report(published: "2024-03-28", status: .signed, kind: .agreement, amount: 95e6).record(1)]),
            Deal([Report(published: "2024-03-28", status: .signed, kind: .contract, amount: 74e6).record(2)]),
        ]
        let whole = Report(published: "2024-03-28", status: .signed, amount: 264e6, count: 6)
        let package = Deal([whole.record()], parts: parts.map(\.id))
        #expect(
            lines(try table(parts + [package])) == ["agreement: 5, 190000000 USD", "contract: 1, 74000000 USD"])
        #expect(lines(try table([package])) == ["agreement: 6, 264000000 USD"])
    }

    @Test func sumsOfOtherCurrenciesAreConvertedAtTheRateOfTheirYear() throws {
        let deal = Report.deal([
            Report(published: "2024-09-18", status: .signed, kind: .agreement, amount: 96e6, currency: "EUR")
        ])
        let row = try #require(try table([deal]).rows.first)
        #expect(row.sums == [Money(value: 96e6, currency: "EUR")])
        #expect(abs(row.dollars - 96e6 / 0.92413) < 1)
        #expect(row.unconverted.isEmpty)
    }

    @Test func whatNoRateConvertsIsShownAndNotAdded() throws {
        let deal = Report.deal([Report(published: "2025-04-17", status: .announced, amount: 1.2e9, currency: "RUB")])
        let row = try #require(try table([deal]).rows.first)
        #expect(row.dollars == 0)
        #expect(row.unconverted == [Money(value: 1.2e9, currency: "RUB")])
    }

    @Test func silentAndOverdueAreCountedInTheirRow() throws {
        let row = try #require(try table([Report.deal(Array(Report.plant.prefix(4)))], on: "2026-02-01").rows.first)
        #expect(row.stage == .reached(.construction))
        #expect(row.silent == 1)
        #expect(row.silentDollars == 168e6)
        #expect(row.overdue == 1)
    }

    @Test func sharesYearByYear() {
        let shares = YearShares.years(of: [Report.deal(Report.plant)], until: day("2025-11-30"))
        #expect(
            shares.map { "\($0.day): \($0.stages.map { "\($0.stage.code) \($0.deals)" }.joined(separator: ", "))" } == [
                "2023-12-31: contract 1", "2024-12-31: construction 1", "2025-11-30: operating 1",
            ])
    }
}
