import Deals
import Foundation
import FollowThrough
import Testing

/// Our curves against those of lifelines, which `survival.py` wrote down.
@Suite struct KaplanMeierTests {
    struct Curve: Decodable, Sendable, CustomTestStringConvertible {
        struct Point: Decodable, Sendable {
            let months: Double
            let atRisk: Int
            let events: Int
            let waiting: Double
            let lower: Double
            let upper: Double
        }
        let name: String
        let months: [Double]
        let isOver: [Bool]
        let median: Double?
        let points: [Point]
        var testDescription: String { name }
    }

    static let curves: [Curve] = {
        let url = Bundle.module.url(forResource: "survival", withExtension: "json")!
        return try! JSONDecoder().decode([Curve].self, from: Data(contentsOf: url))
    }()

    @Test(arguments: curves)
    func asLifelines(curve: Curve) {
        let ours = KaplanMeier(zip(curve.months, curve.isOver).map { Duration(months: $0, isOver: $1) })
        #expect(ours.points.count == curve.points.count)
        #expect(ours.median == curve.median)
        #expect(ours.count == curve.months.count)
        #expect(ours.censored == curve.isOver.count { !$0 })
        for (our, their) in zip(ours.points, curve.points) {
            #expect(our.months == their.months)
            #expect(our.atRisk == their.atRisk)
            #expect(our.events == their.events)
            #expect(abs(our.waiting - their.waiting) < 1e-9)
            // With nobody left waiting there is no band; lifelines writes 0 and 0.
            #expect(abs((our.lower ?? 0) - their.lower) < 1e-9)
            #expect(abs((our.upper ?? 0) - their.upper) < 1e-9)
        }
    }

    @Test func nothingToWaitForIsNoCurve() {
        let curve = KaplanMeier([])
        #expect(curve.points.isEmpty)
        #expect(curve.median == nil)
    }

    @Test(
        arguments: [
            // from the memorandum of 2023-05-22 to the ground-breaking of 2024-06-18: 393 days
            ("2026-01-01", .construction, 393.0 / 30.4375, true),
            ("2026-01-01", .operating, 907.0 / 30.4375, true),
            // open at the last word of 2024-06-20: 395 days
            ("2025-01-01", .operating, 395.0 / 30.4375, false),
            // the memorandum's own report of 2023-05-24
            ("2023-09-01", .construction, 2.0 / 30.4375, false),
        ] as [(String, Rung, Double, Bool)])
    func waits(date: String, rung: Rung, months: Double, isOver: Bool) throws {
        let wait = try #require(Report.deal(Report.plant).wait(to: rung, on: day(date)))
        #expect(abs(wait.months - months) < 1e-9)
        #expect(wait.isOver == isOver)
    }

    @Test func aCancelledDealGoesOnNotHappening() throws {
        let deal = Report.deal([
            Report(published: "2023-03-02", status: .signed, kind: .contract, date: "2023-03-02"),
            Report(published: "2024-03-01", status: .cancelled, date: "2024-02-20"),
        ])
        let wait = try #require(deal.wait(to: .construction, on: day("2025-03-02")))
        #expect(abs(wait.months - 731 / 30.4375) < 1e-9)
        #expect(!wait.isOver)
    }

    @Test func aDealWithoutASigningHasNoWait() {
        let deal = Report.deal([Report(published: "2024-01-01", status: .announced, date: "2024-01-01")])
        #expect(deal.wait(to: .construction, on: day("2025-01-01")) == nil)
    }
}
