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
}
