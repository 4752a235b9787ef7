import Deals
import Testing

@Suite struct MoneyTests {
    @Test(arguments: [
        (150e6, 150e6, true), (150e6, 150.7e6, true), (150e6, 151e6, false), (0, 0, true), (0, 1, false),
        (1e12, 1.004e12, true),
    ])
    func sumsAreTheSameToHalfAPerCent(one: Double, other: Double, isSame: Bool) {
        let (a, b) = (Money(value: one, currency: "USD"), Money(value: other, currency: "USD", qualifier: .about))
        #expect(a.isSameSum(as: b) == isSame)
        #expect(b.isSameSum(as: a) == isSame)
        #expect(!a.isSameSum(as: Money(value: one, currency: "CNY")))
    }

    @Test func whatIsNoAmountStopsTheProgram() async {
        await #expect(processExitsWith: .failure) { _ = Money(value: -1, currency: "USD") }
        await #expect(processExitsWith: .failure) { _ = Money(value: .nan, currency: "USD") }
        await #expect(processExitsWith: .failure) { _ = Money(value: .infinity, currency: "USD") }
        await #expect(processExitsWith: .failure) { _ = Money(value: 1, currency: "usd") }
        await #expect(processExitsWith: .failure) { _ = Money(value: 1, currency: "US") }
        await #expect(processExitsWith: .failure) { _ = Money(value: 1, currency: "$") }
    }
}
