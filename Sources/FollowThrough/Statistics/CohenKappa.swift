/// How far two people agree beyond what chance would have them agree (Cohen, "A coefficient of agreement for nominal
/// scales", 1960).
public struct CohenKappa: Hashable, Sendable {
    /// How many things both judged.
    public let count: Int
    /// The share on which they agree.
    public let observed: Double
    /// The share on which they would agree by chance, each giving their verdicts as often as they do.
    public let expected: Double

    /// Measures pairs of verdicts on one thing each.
    public init<Verdict: Hashable>(_ pairs: some Collection<(Verdict, Verdict)>) {
        count = pairs.count
        guard count > 0 else {
            (observed, expected) = (0, 0)
            return
        }
        var first: [Verdict: Int] = [:]
        var second: [Verdict: Int] = [:]
        for (one, other) in pairs {
            first[one, default: 0] += 1
            second[other, default: 0] += 1
        }
        let all = Double(count)
        observed = Double(pairs.count { $0.0 == $0.1 }) / all
        expected = first.reduce(0) { $0 + Double($1.value) * Double(second[$1.key] ?? 0) } / (all * all)
    }

    /// 1 when they always agree, 0 when as often as by chance, below when less. Nil without things, and where both always
    /// say the same one thing: then nothing can be told apart from chance.
    public var value: Double? { count == 0 || expected == 1 ? nil : (observed - expected) / (1 - expected) }

    /// The large-sample standard error of ``value`` that Cohen gives.
    public var standardError: Double? {
        count == 0 || expected == 1
            ? nil : (observed * (1 - observed) / Double(count)).squareRoot() / (1 - expected)
    }
}
