import Deals
import FollowThrough
import Testing

@Suite struct StandingTests {
    @Test(
        arguments: [
            ("2023-05-23", nil, nil, false), ("2023-06-01", "memorandum", 0, false),
            ("2024-01-01", "contract", 2, false), ("2025-01-01", "construction", 6, false),
            ("2025-06-20", "construction", 12, true), ("2025-12-01", "operating", 0, false),
            ("2027-01-01", "operating", 13, false),
        ] as [(String, String?, Int?, Bool)])
    func thePlantOnADay(date: String, stage: String?, months: Int?, isSilent: Bool) {
        let standing = Report.deal(Report.plant).standing(on: day(date))
        #expect(standing?.stage?.code == stage)
        #expect(standing?.silence?.months == months)
        #expect(standing?.isSilent ?? false == isSilent)
    }

    @Test func aPromiseIsOverdueTheDayAfterItsLastDayUnlessKept() {
        let open = Report.deal(Array(Report.plant.prefix(4)))
        #expect(open.standing(on: day("2025-12-31"))?.isOverdue == false)
        #expect(open.standing(on: day("2026-01-01"))?.overdue.map(\.milestone.value.due) == [day("2025")])
        #expect(Report.deal(Report.plant).standing(on: day("2026-01-01"))?.isOverdue == false)
    }

    @Test func aLaterPromiseTakesThePlaceOfTheEarlierOne() {
        let deal = Report.deal([
            Report(published: "2024-01-10", status: .signed, milestones: [(.operating, "2024")]),
            Report(published: "2024-12-10", status: .construction, milestones: [(.operating, "2025-06")]),
        ])
        #expect(deal.standing(on: day("2025-03-01"))?.isOverdue == false)
        #expect(deal.standing(on: day("2025-07-01"))?.overdue.map(\.milestone.value.due) == [day("2025-06")])
    }

    @Test func whatWasCalledOffIsNeitherSilentNorOverdue() {
        let deal = Report.deal([
            Report(
                published: "2023-03-02", status: .signed, kind: .contract, date: "2023-03-02",
                milestones: [(.operating, "2024")]),
            Report(published: "2025-02-06", status: .cancelled, kind: .contract, date: "2024-12-20"),
        ])
        let standing = deal.standing(on: day("2026-11-01"))
        #expect(standing?.stage == .cancelled)
        #expect(standing?.reached == .contract)
        #expect(standing?.isSilent == false)
        #expect(standing?.isOverdue == false)
    }

    @Test(
        arguments: [
            ("2024-01-17", "2026-08-20", 31), ("2024-01-21", "2026-08-20", 30), ("2024-01", "2024-02-01", 1),
            ("2026-08-20", "2026-08-20", 0), ("2026-09-01", "2026-08-20", nil), ("2024", "2026-08-20", nil),
        ] as [(String, String, Int?)])
    func silence(last: String, today: String, months: Int?) {
        #expect(Silence(since: PartialDate(iso: last), today: day(today))?.months == months)
    }

    @Test func whatWorksOrWasGivenUpIsNotSilent() {
        let silence = Silence(since: day("2020-01-01"), today: day("2026-01-01"))
        #expect(silence?.isSilent(.signed) == true)
        #expect(silence?.isSilent(nil) == true)
        #expect(silence?.isSilent(.operating) == false)
        #expect(silence?.isSilent(.cancelled) == false)
    }
}
