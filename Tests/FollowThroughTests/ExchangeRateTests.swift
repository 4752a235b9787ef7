import Deals
import FollowThrough
import Languages
import Testing

@Suite struct ExchangeRateTests {
    @Test func theAmountOfTheSourceStandsBesideTheDollars() throws {
        let converted = try #require(
            try ExchangeRates.bundled.get().dollars(Money(value: 1.22e9, currency: "CNY", qualifier: .about), in: 2024))
        #expect(converted.original == Money(value: 1.22e9, currency: "CNY", qualifier: .about))
        #expect(abs(converted.dollars - 1.22e9 / 7.1956) < 1)
        #expect(converted.rate.source == "ECB euro reference rates, mean of 256 days")
    }

    @Test func dollarsNeedNoRate() throws {
        let rates = try ExchangeRates.bundled.get()
        #expect(rates.dollars(Money(value: 5, currency: "USD"), in: nil)?.dollars == 5)
        #expect(rates.dollars(Money(value: 5, currency: "EUR"), in: nil) == nil)
        #expect(rates.dollars(Money(value: 5, currency: "EUR"), in: 1950) == nil)
    }

    @Test(
        arguments: [
            ("MMXX\tEUR\t1\tx", "r, line 2: “MMXX” is no year"), ("2020\teur\t1\tx", "r, line 2: “eur” is no currency"),
            ("2020\tEUR\t0\tx", "r, line 2: “0” is no rate"), ("2020\tEUR\t1\t", "r, line 2: the rate has no source"),
            ("2020\tEUR\t1\tx\n2020\tEUR\t1\tx", "r, line 3: 2020 EUR stands twice"),
        ])
    func brokenTablesAreRefused(rows: String, message: String) {
        #expect {
            try ExchangeRates(tables: [
                TSVTable(
                    name: "r", text: "year\tcurrency\tperDollar\tsource\n" + rows,
                    columns: ["year", "currency", "perDollar", "source"])
            ])
        } throws: {
            "\($0)" == message
        }
    }
}
