import Deals
import Testing

@testable import Server

@Suite struct LadderTests {
    /// # climbed, o next, . above, x stopped.
    @Test(
        arguments: [
            (.planned, "#o...."), (.announced, "##o..."), (.signed, "###o.."), (.financing, "####o."),
            (.construction, "#####o"), (.operating, "######"), (.stalled, "xxxxxx"), (.cancelled, "xxxxxx"),
            (nil, "......"),
        ] as [(AgreementStatus?, String)])
    func steps(status: AgreementStatus?, drawing: String) {
        let signs: [Ladder.Step: String] = [.climbed: "#", .next: "o", .above: ".", .stopped: "x"]
        #expect(Ladder(status).steps.map { signs[$0]! }.joined() == drawing)
    }

    @Test(
        arguments: [
            ("2024-01-17", "2026-08-20", 31), ("2024-01-21", "2026-08-20", 30), ("2024-01", "2024-02-01", 1),
            ("2026-08-20", "2026-08-20", 0), ("2026-09-01", "2026-08-20", nil), ("2024", "2026-08-20", nil),
        ] as [(String, String, Int?)])
    func silence(last: String, today: String, months: Int?) {
        #expect(Silence(since: PartialDate(iso: last), today: PartialDate(iso: today)!)?.months == months)
    }

    @Test func whatWorksOrWasGivenUpIsNotSilent() {
        let silence = Silence(since: PartialDate(iso: "2020-01-01"), today: PartialDate(iso: "2026-01-01")!)
        #expect(silence?.isSilent(.signed) == true)
        #expect(silence?.isSilent(nil) == true)
        #expect(silence?.isSilent(.operating) == false)
        #expect(silence?.isSilent(.cancelled) == false)
    }
}
