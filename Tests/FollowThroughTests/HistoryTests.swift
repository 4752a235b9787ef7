import Deals
import FollowThrough
import Testing

@Suite struct HistoryTests {
    private func lines(_ deal: Deal) -> [String] {
        History(deal).steps.map { "\($0.date?.description ?? "–") \($0.stage.code) \($0.reports.count)" }
    }

    @Test func everyStageIsAStepWithAllWhoTellIt() {
        #expect(
            lines(Report.deal(Report.plant)) == [
                "2023-05-22 memorandum 1", "2023-10-11 contract 1", "2024-06-18 construction 2",
                "2025-11-14 operating 1",
            ])
    }

    @Test func everyStepIsCited() {
        for step in History(Report.deal(Report.plant)).steps {
            #expect(step.reports.allSatisfy { !$0.citations.isEmpty })
        }
    }

    /// The same whatever the order in which the reports were added.
    @Test func theOrderOfTheReportsDoesNotMatter() {
        #expect(lines(Report.deal(Report.plant.reversed())) == lines(Report.deal(Report.plant)))
    }

    @Test func aReportThatLooksBackStandsAtItsOwnDay() {
        let deal = Report.deal([
            Report(published: "2024-06-19", status: .construction, date: "2024-06-18"),
            Report(published: "2025-01-10", status: .signed, kind: .contract, date: "2023-10"),
        ])
        #expect(lines(deal) == ["2023-10 contract 1", "2024-06-18 construction 1"])
    }

    @Test func ofSeveralDaysTheOneThatMostReportsGiveStandsAndTheOthersAreKept() {
        let deal = Report.deal([
            Report(published: "2024-01-10", status: .signed, date: "2024-01-09"),
            Report(published: "2024-01-11", status: .signed, date: "2024-01-08"),
            Report(published: "2024-01-12", status: .signed, date: "2024-01-08"),
            Report(published: "2024-02-01", status: .signed, date: "2024-01"),
        ])
        let steps = History(deal).steps
        #expect(steps.map(\.date) == [day("2024-01-08")])
        #expect(steps[0].otherDates == [day("2024-01-09")])
    }

    @Test func whatGoesOnAfterAStopIsAStepOfItsOwn() {
        let deal = Report.deal([
            Report(published: "2023-06-02", status: .construction, date: "2023-06-01"),
            Report(published: "2024-04-09", status: .stalled, date: "2024-04"),
            Report(published: "2024-09-03", status: .construction, date: "2024-09-02"),
        ])
        #expect(
            lines(deal) == ["2023-06-01 construction 1", "2024-04 stalled 1", "2024-09-02 construction 1"])
        #expect(deal.standing(on: day("2024-05-01"))?.stage == .stalled)
        #expect(deal.standing(on: day("2024-10-01"))?.stage == .reached(.construction))
    }

    @Test(
        arguments: [
            (.planned, .contract, .discussed), (.announced, nil, .intended), (.signed, .intent, .intended),
            (.signed, .memorandum, .memorandum), (.signed, .agreement, .agreement), (.signed, nil, .agreement),
            (.signed, .contract, .contract), (.financing, .contract, .financing),
            (.construction, .memorandum, .construction), (.operating, nil, .operating), (.stalled, .contract, nil),
            (.cancelled, nil, nil),
        ] as [(AgreementStatus, AgreementKind?, Rung?)])
    func rungs(status: AgreementStatus, paper: AgreementKind?, rung: Rung?) {
        #expect(Rung(status, paper: paper) == rung)
    }
}
