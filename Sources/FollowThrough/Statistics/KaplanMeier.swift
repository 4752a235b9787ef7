internal import Foundation

/// How long something took, or how long it has not happened so far.
public struct Duration: Hashable, Sendable {
    /// In months of 30.4375 days.
    public let months: Double
    /// Whether it happened; else the wait is censored: it has lasted at least so long.
    public let isOver: Bool

    public init(months: Double, isOver: Bool) {
        self.months = months
        self.isOver = isOver
    }

    /// The mean length of a month of the Gregorian calendar, in days.
    public static let daysInAMonth = 30.4375
}

/// The share of those still waiting, by how long they have waited (Kaplan and Meier, 1958), with Greenwood's variance
/// and confidence bands on the log(−log) scale (Kalbfleisch and Prentice, 2002, section 1.4), which stay within 0…1.
public struct KaplanMeier: Hashable, Sendable {
    /// A time at which something happened.
    public struct Point: Hashable, Sendable {
        public let months: Double
        /// How many had waited at least so long.
        public let atRisk: Int
        public let events: Int
        /// Share still waiting after it.
        public let waiting: Double
        /// Ends of the confidence band; nil while nothing can be said (all or none waiting).
        public let lower: Double?
        public let upper: Double?
    }

    /// At each time of an event, in order.
    public let points: [Point]
    public let count: Int
    /// How many of them have not happened (yet).
    public let censored: Int
    /// The longest wait seen.
    public let longest: Double

    /// The curve of durations.
    /// - Parameter z: width of the band in standard errors; 1.959964 gives 95 per cent.
    public init(_ durations: [Duration], z: Double = 1.959963984540054) {
        count = durations.count
        censored = durations.count { !$0.isOver }
        longest = durations.map(\.months).max() ?? 0
        var atRisk = durations.count
        var waiting = 1.0
        var variance = 0.0
        var points: [Point] = []
        let times = Dictionary(grouping: durations, by: \.months).sorted { $0.key < $1.key }
        for (months, group) in times {
            let events = group.count(where: \.isOver)
            defer { atRisk -= group.count }
            guard events > 0 else { continue }
            waiting *= 1 - Double(events) / Double(atRisk)
            if atRisk > events {
                variance += Double(events) / (Double(atRisk) * Double(atRisk - events))
            } else {
                variance = .infinity
            }
            let band = Self.band(waiting, variance, z)
            points.append(
                Point(
                    months: months, atRisk: atRisk, events: events, waiting: waiting, lower: band?.lower,
                    upper: band?.upper))
        }
        self.points = points
    }

    private static func band(_ waiting: Double, _ variance: Double, _ z: Double) -> (lower: Double, upper: Double)? {
        guard waiting > 0, waiting < 1, variance.isFinite else { return nil }
        let hazard = log(waiting)
        let width = z * variance.squareRoot() / hazard
        let ends = [exp(-exp(log(-hazard) + width)), exp(-exp(log(-hazard) - width))].sorted()
        return (ends[0], ends[1])
    }

    /// Months after which half no longer wait; nil when more than half still do.
    public var median: Double? { points.first { $0.waiting <= 0.5 }?.months }
}
