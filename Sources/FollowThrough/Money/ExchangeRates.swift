public import Deals
internal import Foundation
public import Languages

/// Yearly averages of currencies, to bring amounts to US dollars.
public struct ExchangeRates: Sendable {
    /// A row of the tables.
    public struct Rate: Hashable, Sendable {
        public let year: Int
        /// ISO 4217.
        public let currency: String
        /// Units of the currency for one US dollar.
        public let perDollar: Double
        /// Who says so.
        public let source: String
    }

    private struct Key: Hashable, Sendable {
        let year: Int
        let currency: String
    }

    private let rates: [Key: Rate]
    static let columns = ["year", "currency", "perDollar", "source"]

    /// The tables that the program carries: `rates-ecb.tsv` (generated) and `rates-official.tsv`.
    public static let bundled: Result<ExchangeRates, any Error> = Result {
        try ExchangeRates(
            tables: ["rates-ecb.tsv", "rates-official.tsv"].map { name in
                let url = Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(name)
                return try TSVTable(name: name, text: String(contentsOf: url, encoding: .utf8), columns: columns)
            })
    }

    /// - Throws: `TSVTable.Failure` for a year, currency or rate that is none, a row without a source, or a year and
    ///   currency that stand twice.
    public init(tables: [TSVTable]) throws {
        var rates: [Key: Rate] = [:]
        for table in tables {
            for row in table.rows {
                guard let year = Int(row.cells[0]), (1900...2200).contains(year) else {
                    throw table.failure(row, "“\(row.cells[0])” is no year")
                }
                let currency = row.cells[1]
                guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }) else {
                    throw table.failure(row, "“\(currency)” is no currency")
                }
                guard let rate = Double(row.cells[2]), rate.isFinite, rate > 0 else {
                    throw table.failure(row, "“\(row.cells[2])” is no rate")
                }
                guard !row.cells[3].isEmpty else { throw table.failure(row, "the rate has no source") }
                let new = Rate(year: year, currency: currency, perDollar: rate, source: row.cells[3])
                guard rates.updateValue(new, forKey: Key(year: year, currency: currency)) == nil else {
                    throw table.failure(row, "\(year) \(currency) stands twice")
                }
            }
        }
        self.rates = rates
    }

    /// The rate of a year, or nil when the tables do not have it.
    public func rate(of currency: String, in year: Int) -> Rate? {
        if currency == "USD" {
            return Rate(year: year, currency: "USD", perDollar: 1, source: "US dollars as stated")
        }
        return rates[Key(year: year, currency: currency)]
    }

    /// An amount in US dollars at the average rate of a year; nil when there is no rate.
    public func dollars(_ amount: Money, in year: Int?) -> Converted? {
        if amount.currency == "USD" {
            return rate(of: "USD", in: year ?? 0).map { Converted(dollars: amount.value, original: amount, rate: $0) }
        }
        guard let year, let rate = rate(of: amount.currency, in: year) else { return nil }
        return Converted(dollars: amount.value / rate.perDollar, original: amount, rate: rate)
    }

    /// An amount in dollars beside the amount that the source states.
    public struct Converted: Hashable, Sendable {
        public let dollars: Double
        public let original: Money
        public let rate: Rate
    }
}
