import Deals
import LedgerTesting
import Testing

@Suite struct PartialDateTests {
    private func day(_ text: String) throws -> PartialDate { try #require(PartialDate(iso: text)) }

    @Test(arguments: [
        ("2024", "2024"), ("2024-01", "2024-01"), ("2024-01-17", "2024-01-17"), ("2024-01-17T09:55:33", "2024-01-17"),
        ("2024-01-17T09:55:33+05:00", "2024-01-17"), ("2024-01-17 09:55", "2024-01-17"), ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
    ])
    func isoTextsAreRead(text: String, date: String) throws { #expect(try day(text).description == date) }

    @Test(arguments: [
        "", "24", "2024-1", "2024-1-17", "2024-13", "2024-00", "2024-01-00", "2024-01-32", "2023-02-29", "1900-02-29",
        "2024-04-31",
        "0000", "2024-", "-2024", "2024--17", "2024-01-17-05", "20240117", "17.01.2024", "２０２４", "2024-0１", "yesterday",
        " 2024",
        "2024 год", "2024-01T10:00", "2024-01-17Tx", "2024-01-17 ", "2024-01-17Z", "+024", "2024-+1",
    ])
    func otherTextsAreRefused(text: String) { #expect(PartialDate(iso: text) == nil) }

    @Test func aDayNeedsItsMonth() { #expect(PartialDate(year: 2024, day: 5) == nil) }

    @Test(arguments: [
        (2024, true), (2023, false), (2000, true), (1900, false), (2100, false), (2400, true), (4, true), (100, false),
    ])
    func leapYearsHaveADayMore(year: Int, isLeap: Bool) {
        #expect((PartialDate(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test(arguments: [
        ("2024-01-17", 3), ("1970-01-01", 4), ("2000-01-01", 6), ("1969-07-20", 7), ("1991-09-01", 7),
        ("2024-02-29", 4), ("1900-01-01", 1),
        ("2026-11-24", 2), ("0001-01-01", 1), ("9999-12-31", 5),
    ])
    func weekdaysOfKnownDays(text: String, weekday: Int) throws {
        #expect(try day(text).weekday == weekday)
        #expect(PartialDate(year: 2024, month: 1)?.weekday == nil)
    }

    @Test(arguments: [
        ("2024-02-28", 1, "2024-02-29"), ("2024-02-28", 2, "2024-03-01"), ("2023-12-31", 1, "2024-01-01"),
        ("2024-03-01", -1, "2024-02-29"),
        ("2024-01-17", 0, "2024-01-17"), ("1970-01-01", -1, "1969-12-31"), ("2024-01-01", 366, "2025-01-01"),
    ])
    func daysAreAdded(text: String, days: Int, sum: String) throws {
        #expect(try day(text).adding(days: days)?.description == sum)
    }

    @Test(arguments: [
        ("2024-01-17", 1, "2024-02"), ("2024-12", 1, "2025-01"), ("2024-01", -1, "2023-12"), ("2024", 0, "2024-01"),
        ("2024-11", 26, "2027-01"),
    ])
    func monthsAreAdded(text: String, months: Int, sum: String) throws {
        #expect(try day(text).adding(months: months)?.description == sum)
    }

    @Test func thereIsNoDateBeyondTheCalendar() throws {
        #expect(try day("9999-12-31").adding(days: 1) == nil)
        #expect(try day("0001-01-01").adding(days: -1) == nil)
        #expect(try day("2024-01-17").adding(days: .max) == nil)
        #expect(try day("2024-01-17").adding(days: .min) == nil)
        #expect(try day("1960-01-17").adding(days: .min) == nil)
        #expect(try day("9999-12").adding(months: 1) == nil)
        #expect(try day("0001-01").adding(months: -1) == nil)
        #expect(try day("2024-01").adding(months: .max) == nil)
        #expect(try day("2024-01").adding(months: .min) == nil)
        #expect(PartialDate(year: 2024, month: 1)?.adding(days: 1) == nil)
    }

    /// Adding days and taking them away again gives the day back, and the week goes on.
    @Test(arguments: 0..<200)
    func addingIsUndone(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let date = try #require(
            PartialDate(
                year: .random(in: 1000...3000, using: &random), month: .random(in: 1...12, using: &random),
                day: .random(in: 1...28, using: &random)))
        let days = Int.random(in: -100_000...100_000, using: &random)
        let other = try #require(date.adding(days: days))
        #expect(other.adding(days: -days) == date)
        #expect((other < date) == (days < 0))
        #expect(try #require(other.weekday) == ((try #require(date.weekday) - 1 + days) % 7 + 7) % 7 + 1)
        #expect(PartialDate(iso: other.description) == other)
        let months = Int.random(in: -5_000...5_000, using: &random)
        let month = try #require(PartialDate(year: date.year, month: date.month))
        #expect(month.adding(months: months)?.adding(months: -months) == month || month.adding(months: months) == nil)
    }

    @Test(arguments: [
        ("2024", "2024-01-17", true), ("2024-01", "2024-01-17", true), ("2024-01-17", "2024-01-17", true),
        ("2024-01-17", "2024-01", false),
        ("2024-02", "2024-01-17", false), ("2023", "2024", false),
    ])
    func aDateHoldsTheFinerOnes(outer: String, inner: String, holds: Bool) throws {
        #expect(try day(outer).holds(day(inner)) == holds)
    }

    @Test(arguments: [
        ("2024-01-17", "2024-01-17", "2024-01-17"), ("2024-01-17", "2024-01-18", "2024-01"),
        ("2024-01-31", "2024-02-01", "2024"),
        ("2024-01", "2024-01-05", "2024-01"), ("2024", "2024-01", "2024"), ("2023-12-31", "2024-01-01", nil),
    ])
    func theSpanIsTheFinestDateThatHoldsBoth(one: String, other: String, span: String?) throws {
        #expect(try day(one).span(to: day(other))?.description == span)
        #expect(try day(other).span(to: day(one))?.description == span)
    }

    @Test func datesStandInOrderOfTime() throws {
        let sorted = ["2024-02", "2024", "2024-01-17", "2023-12-31", "2024-01"].compactMap { PartialDate(iso: $0) }
            .sorted()
        #expect(sorted.map(\.description) == ["2023-12-31", "2024", "2024-01", "2024-01-17", "2024-02"])
    }
}
