import Deals
import Extraction
import SourceText
import Testing

/// What a deal is about, and that nothing is made up where the text does not say.
@Suite struct SubjectTests {
    @Test(arguments: [
        EventLine(
            .russian, "«Коканд Текс» и «Новатек» подписали контракт на поставку кураги на 3 млн долларов.",
            [
                "кураги", "trade",
            ]),
        EventLine(
            .english,
            "Under the memorandum signed by Kokand Tex LLC and Hyosan Ltd, the firms will jointly produce roof trusses.",
            [
                "roof trusses", "manufacturing",
            ]),
        EventLine(
            .uzbekLatin,
            "“Bek Agro” MChJ Hyosan Ltd kompaniyasi bilan mosh eksporti bo‘yicha 3 mln dollarlik shartnoma tuzdi.",
            ["mosh", "trade"]),
        EventLine(.russian, "«Коканд Текс» и «Новатек» подписали контракты на более 3 млн долларов.", ["–", "–"]),
    ])
    func whatItIsAbout(line: EventLine) throws {
        let deal = try #require(try line.findings.agreements.first)
        #expect([deal.subject?.value ?? "–", deal.sector?.value.rawValue ?? "–"] == line.expected)
    }
}
