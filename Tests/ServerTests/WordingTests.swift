import Deals
import Testing

@testable import Server

@Suite struct WordingTests {
    let english: Wording
    let russian: Wording
    let uzbek: Wording

    init() throws {
        let resources = try Resources()
        english = Wording(try resources.strings(.english))
        russian = Wording(try resources.strings(.russian))
        uzbek = Wording(try resources.strings(.uzbek))
    }

    /// Amount, currency, then the words in English, Russian, Uzbek; a `_` stands for a space that does not break.
    @Test(
        arguments: [
            (150e6, "USD", "150_million_US dollars", "150_млн_долларов США", "150_mln_AQSH dollari"),
            (1.8e12, "UZS", "1.8_trillion_Uzbek soum", "1,8_трлн_сумов", "1,8_trln_soʻm"),
            (1_294_500_000, "EUR", "1,294.5_million_euros", "1_294,5_млн_евро", "1_294,5_mln_yevro"),
            (1, "USD", "1_US dollar", "1_доллар США", "1_AQSH dollari"),
            (22, "USD", "22_US dollars", "22_доллара США", "22_AQSH dollari"),
            (950_000, "CNY", "950,000_yuan", "950_000_юаней", "950_000_yuan"),
            (1_234_567, "RUB", "1,234,567_Russian roubles", "1_234_567_российских рублей", "1_234_567_Rossiya rubli"),
            (0.5, "EUR", "0.5_euros", "0,5_евро", "0,5_yevro"),
            (12_500_000, "XTS", "12.5_million_XTS", "12,5_млн_XTS", "12,5_mln_XTS"),
            (0, "USD", "0_US dollars", "0_долларов США", "0_AQSH dollari"),
        ] as [(Double, String, String, String, String)])
    func sums(value: Double, currency: String, en: String, ru: String, uz: String) {
        func plain(_ text: String) -> String { text.replacing("\u{A0}", with: "_") }
        #expect(plain(english.sum(value, currency)) == en)
        #expect(plain(russian.sum(value, currency)) == ru)
        #expect(plain(uzbek.sum(value, currency)) == uz)
    }

    @Test func qualifiersAreWords() {
        func money(_ qualifier: AmountQualifier) -> Money { Money(value: 2e6, currency: "USD", qualifier: qualifier) }
        func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
        #expect(
            AmountQualifier.allCases.map { plain(english.money(money($0))) } == [
                "2 million US dollars", "about 2 million US dollars", "over 2 million US dollars",
                "up to 2 million US dollars",
            ])
        #expect(plain(russian.money(money(.over))) == "более 2 млн долларов США")
        #expect(plain(uzbek.money(money(.over))) == "2 mln AQSH dollaridan ortiq")
        #expect(plain(uzbek.money(money(.upTo))) == "2 mln AQSH dollarigacha")
    }

    @Test(arguments: [
        ("2024-01-17", "17 January 2024", "17 января 2024", "2024-yil 17-yanvar"),
        ("2024-05", "May 2024", "май 2024", "2024-yil may"), ("2024", "2024", "2024", "2024-yil"),
    ])
    func dates(iso: String, en: String, ru: String, uz: String) throws {
        let date = try #require(PartialDate(iso: iso))
        #expect([english.date(date), russian.date(date), uzbek.date(date)] == [en, ru, uz])
    }

    @Test func countedNouns() {
        func russian(_ number: Int) -> String {
            self.russian.count(number, "agreements").replacing("\u{A0}", with: " ")
        }
        #expect(
            [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 111, 1_001].map(russian) == [
                "0 договорённостей", "1 договорённость", "2 договорённости", "4 договорённости", "5 договорённостей",
                "11 договорённостей", "12 договорённостей", "14 договорённостей", "21 договорённость",
                "22 договорённости", "111 договорённостей", "1 001 договорённость",
            ])
        #expect(english.count(1, "months") == "1\u{A0}month")
        #expect(uzbek.count(3, "agreements") == "3\u{A0}ta kelishuv")
    }

    @Test(
        arguments: [
            (nil, nil, nil, .english), (nil, nil, "de, ru;q=0.8, en;q=0.5", .russian), (nil, nil, "uz-Latn-UZ", .uzbek),
            (nil, nil, "ru;q=0, uz;q=0.1", .uzbek), (nil, "ru", "en", .russian), ("uz", "ru", "en", .uzbek),
            ("xx", "ru", nil, .russian), (nil, "<script>", "*", .english),
        ] as [(String?, String?, String?, InterfaceLanguage)])
    func choice(address: String?, cookie: String?, header: String?, expected: InterfaceLanguage) {
        #expect(InterfaceLanguage.choose(address: address, cookie: cookie, acceptLanguage: header) == expected)
    }
}
