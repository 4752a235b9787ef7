internal import Deals
internal import Languages

/// What currencies were worth in dollars by year, roughly (`parity.tsv`): enough to tell sums alike, not to convert them.
struct Parity: Sendable {
    private var rates: [String: [(year: Int, perDollar: Double)]] = [:]

    init(_ table: TSVTable) throws {
        try table.refuseRepeats(of: [0])
        for row in table.rows {
            rates[row.cells[0]] = try row.cells[1].split(separator: " ").map { cell in
                let parts = cell.split(separator: ":")
                guard parts.count == 2, let year = Int(parts[0]), let rate = Double(parts[1]), rate > 0 else {
                    throw table.failure(row, "“\(cell)” is not YEAR:RATE")
                }
                return (year, rate)
            }
        }
    }

    /// Dollars for an amount at the last rate up to a year, or the first one known; nil for other currencies.
    func dollars(_ amount: Money, year: Int?) -> Double? {
        guard let rates = rates[amount.currency] else { return nil }
        let year = year ?? .max
        return amount.value / (rates.last { $0.year <= year } ?? rates[0]).perDollar
    }
}
