import ArgumentParser
import Deals
import Testing

@testable import kelishuv

@Suite struct OutputTests {
    @Test(arguments: [
        (0.0, "0"), (5, "5"), (999, "999"), (1000, "1,000"), (150_000_000, "150,000,000"), (1234.5, "1,234.50"),
        (0.05, "0.05"), (0.999, "1"), (1e20, "1e+20"),
    ])
    func numbers(_ value: Double, _ text: String) { #expect(ValueText.number(value) == text) }

    @Test(arguments: [
        (AmountQualifier.exact, "2 USD"), (.about, "about 2 USD"), (.over, "over 2 USD"), (.upTo, "up to 2 USD"),
    ])
    func money(_ qualifier: AmountQualifier, _ text: String) {
        #expect(ValueText.money(Money(value: 2, currency: "USD", qualifier: qualifier)) == text)
    }

    @Test(arguments: [("", 0), ("abc", 3), ("Чэнду", 5), ("塔什干", 6), ("e\u{301}", 1), ("a\u{AD}b", 2), ("，", 2)])
    func widths(_ text: String, _ width: Int) { #expect(DisplayWidth.of(text) == width) }

    @Test(arguments: [("塔什干", 5, "塔什…"), ("塔什干", 6, "塔什干"), ("abcdef", 4, "abc…"), ("abc", 0, "…")])
    func cut(_ text: String, _ width: Int, _ expected: String) {
        #expect(DisplayWidth.cut(text, to: width) == expected)
    }

    @Test func tablesAlignWideAndNarrow() {
        var table = TextTable(["id", "name", "n"], limits: [1: 6])
        table.add(["1", "塔什干市长", ""])
        table.add(["22", "a\nb", "3"])
        #expect(table.text == "id  name   n\n1   塔什…\n22  a b    3")
    }

    @Test(arguments: [
        (["KELISHUV_HOME": "/k", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/k/ledger.sqlite"),
        (["XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/kelishuv/ledger.sqlite"),
        (["KELISHUV_HOME": "", "XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/kelishuv/ledger.sqlite"),
        (["HOME": "/h"], "/h/.local/share/kelishuv/ledger.sqlite"), ([:], nil),
    ])
    func dataFolder(_ environment: [String: String], _ path: String?) {
        #expect(DataFolder.ledgerPath(environment) == path)
    }

    @Test(arguments: [
        (0, 10, 0, "No deals."), (10, 10, 0, "No deals from number 11 on."), (0, 2, 2, "Deals 1 to 2 of 2."),
        (0, 5, 2, "Deals 1 to 2 of 5; --offset 2 shows the next."),
        (2, 5, 3, "Deals 3 to 5 of 5."),
    ])
    func footers(_ offset: Int, _ total: Int, _ shown: Int, _ text: String) throws {
        let options = try ListOptions.parse(["--offset", "\(offset)", "--limit", "2"])
        #expect(options.footer(shown: shown, of: total, "deals") == text)
    }
}
