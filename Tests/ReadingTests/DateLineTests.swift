internal import Foundation
import SourceText
import Testing

@testable import Reading

@Suite struct DateLineTests {
    /// A line that is a dateline, with the words read as the date between brackets ⟦ ⟧, and the day.
    @Test(
        arguments: [
            ("⟦17.05.2023⟧ 14:08", "2023-05-17"),
            ("⟦17 января 2024⟧", "2024-01-17"),
            ("⟦6 октября 2022 года⟧. Пресс-служба хокимията области", "2022-10-06"),
            ("⟦13-aprel, 2022-yil⟧ 17:20 | Iqtisodiyot | Muallif: S. Gʻulomov", "2022-04-13"),
            ("Жума, ⟦7 октябрь 2022 йил⟧ | 2 104 марта ўқилди", "2022-10-07"),
            ("⟦May 18, 2023⟧ · by staff · 6,204 views", "2023-05-18"),
            ("By our staff | ⟦18 May 2023⟧ 09:14 GMT+5 | 3 min read", "2023-05-18"),
            ("⟦2023-10-20⟧ 07:15　　作者：郝立群", "2023-10-20"),
            ("⟦2023年10月20日⟧ 10:26:41　来源：通讯社", "2023-10-20"),
            ("西域风物　|　⟦2024年9月16日⟧　星期一", "2024-09-16"),
            ("Published: Tue ⟦12 Sep 2023⟧, 3:41 PM | Last updated: Wed 13 Sep 2023", "2023-09-12"),
            ("DEALS :: ⟦22-Feb-2024⟧", "2024-02-22"),
            ("COMMODITIES BRIEF  Mon ⟦23 Oct 2023⟧  #grains", "2023-10-23"),
            ("Khujand, ⟦19 June 2024⟧ // Staff report", "2024-06-19"),
            ("Herald (English digest) ⟦05.07.2023⟧", "2023-07-05"),
            ("Худжанд, ⟦25 ноября 2022⟧. Корр. Согд-Информ", "2022-11-25"),
            ("⟦17 ноября 2023 г.⟧, Сура-Пресс", "2023-11-17"),
            ("⟦21-sentabr 2023⟧, payshanba", "2023-09-21"),
            ("Текст: Малика Собирова | ⟦19.04.2024⟧ | Время чтения ~3 мин.", "2024-04-19"),
            ("⟦2024-yil 17-yanvar⟧", "2024-01-17"),
            (
                "TASHKENT, ⟦Oct. 20, 2023⟧ (Agency) -- The two sides signed a deal on a plant in the region.",
                "2023-10-20"
            ),
            ("⟦05/18/2023⟧", "2023-05-18"),
            ("11:05 ⟦17/05/2023⟧", "2023-05-17"),
            ("Мнение  ⟦17.05.2023⟧", "2023-05-17"),
        ] as [(String, String?)])
    func lineIsDateline(_ marked: String, _ day: String?) {
        let text = "Заголовок\n" + marked.replacing("⟦", with: "").replacing("⟧", with: "") + "\n\nТекст новости.\n"
        let found = DateLine.find(in: text)
        #expect(found?.day == day)
        guard let found, let open = marked.firstIndex(of: "⟦"), let close = marked.firstIndex(of: "⟧") else { return }
        #expect(Document(text: text).words(in: found.range) == String(marked[open..<close].dropFirst()))
        #expect(found.origin == .dateline)
    }

    /// Dates inside sentences, and things that only look like dates.
    @Test(arguments: [
        "17 января 2024 года хоким района посетил завод.",
        "С 15 января 2024 года делегация находится в Китае.",
        "On May 18, 2023, the parties signed a memorandum.",
        "The plant that was announced on 18 May 2023 has opened.",
        "2022年11月23日，双方在苦盏签署投资协议。",
        "双方于2022年11月23日在苦盏签署投资协议。",
        "Договор был подписан в городе Пекине, 17 января 2024 года.",
        "31.02.2024", "17.13.2023", "03/05/2024", "v. 1.2.2023.4", "12.05.23", "17 мая",
        "© 2010–2024",
    ])
    func noDateline(_ line: String) {
        #expect(DateLine.find(in: "Заголовок\n\(line)\nТекст новости без даты.") == nil)
    }

    @Test func datelineAtTheEnd() {
        let text = (1...40).map { "Строка \($0)." }.joined(separator: "\n") + "\nТашкент, 17 января 2024 г.\n"
        #expect(DateLine.find(in: text)?.day == "2024-01-17")
        let buried = (1...30).map { $0 == 20 ? "17.01.2024" : "Строка \($0)." }.joined(separator: "\n")
        #expect(DateLine.find(in: buried) == nil)
    }

    @Test(
        arguments: [
            ("a photo_2024-01-17_09-55-33.jpg b photo_2024-01-16_10-00-00.jpg", "2024-01-17", "2024-01-17"),
            ("IMG-20230711-WA0008.JPG", "2023-07-11", "20230711"),
            ("pic_20231019172233.jpg", "2023-10-19", "20231019"),
            ("img_4471.png chart_q1_2024.svg DSC_0912.JPG", nil, ""),
            ("photo_2024-13-17_09-55-33.jpg", nil, ""),
            ("photo_2024-01-17", nil, ""),
        ] as [(String, String?, String)])
    func photoNames(_ text: String, _ day: String?, _ words: String) {
        let found = DateLine.find(in: text)
        #expect(found?.day == day)
        if let found {
            #expect(found.origin == .photoName)
            #expect(Document(text: text).words(in: found.range) == words)
        }
    }

    @Test func datelineOutranksPhotoNames() {
        #expect(DateLine.find(in: "Заголовок\n18.01.2024\nphoto_2024-01-17_09-55-33.jpg")?.day == "2024-01-18")
    }

    @Test(
        arguments: [
            ("2024-01-17T09:55:33+05:00", "2024-01-17"), ("20240117", "2024-01-17"), ("17.01.2024 09:55", "2024-01-17"),
            ("Wed, 17 Jan 2024 09:55:33 GMT", "2024-01-17"), ("January 17, 2024", "2024-01-17"), ("yesterday", nil),
            ("", nil),
        ] as [(String, String?)])
    func machineValues(_ value: String, _ day: String?) {
        #expect(DateLine.day(in: value) == day)
    }

    @Test func tablesAreSound() throws {
        _ = try DateVocabulary.load()
        #expect(throws: ResourceTable.Failure.width("t", line: 3, found: 1, expected: 2)) {
            try ResourceTable("a\tb\n1\t2\n3\n", name: "t", keys: 1)
        }
        #expect(throws: ResourceTable.Failure.duplicate("t", line: 3, key: "1")) {
            try ResourceTable("a\tb\n1\t2\n1\t3\n", name: "t", keys: 1)
        }
        #expect(throws: ResourceTable.Failure.empty("t", line: 2)) {
            try ResourceTable("a\tb\n1\t\n", name: "t", keys: 1)
        }
    }
}
