import Languages
import SourceText
import Testing

@Suite struct LanguageDetectionTests {
    private static let short: [(String, LanguageTag)] = [
        // About forty characters, as a headline or the shortest sentence of an article has.
        ("Хоким Мирабада подписал три соглашения", .russian), ("Делегация района прибыла в Пекин", .russian),
        ("Завод построят до конца года", .russian), ("Стороны обсудили сотрудничество", .russian),
        ("Глава МИД провёл встречу с послом", .russian), ("Меморандум на 150 млн долларов", .russian),
        ("Инвестиции в регион вырастут вдвое", .russian), ("Визит президента Китая завершён", .russian),
        ("Узбекистан и Китай укрепляют связи", .russian), ("Компания Chint Solar построит станцию", .russian),
        ("Шавкат Мирзиёев принял делегацию", .russian), ("Соглашение с Power China подписано", .russian),
        ("Миробод ҳокими учта келишув имзолади", .uzbekCyrillic), ("Туман делегацияси Пекинга борди", .uzbekCyrillic),
        ("Завод йил охиригача қурилади", .uzbekCyrillic), ("Томонлар ҳамкорликни муҳокама қилди", .uzbekCyrillic),
        ("Вазир элчи билан учрашди", .uzbekCyrillic), ("Меморандум имзоланди", .uzbekCyrillic),
        ("Тошкентда янги корхона иш бошлади", .uzbekCyrillic), ("Президент делегацияни кабул килди", .uzbekCyrillic),
        ("Лойиха киймати 150 миллион доллар", .uzbekCyrillic), ("Ўзбекистон ва Хитой ҳамкорлиги", .uzbekCyrillic),
        ("Самарқандда завод қурилади", .uzbekCyrillic), ("Инвестициялар икки баробар ошади", .uzbekCyrillic),
        ("Mirobod hokimi uchta kelishuv imzoladi", .uzbekLatin), ("Tuman delegatsiyasi Pekinga bordi", .uzbekLatin),
        ("Zavod yil oxirigacha quriladi", .uzbekLatin), ("Tomonlar hamkorlikni muhokama qildi", .uzbekLatin),
        ("Vazir elchi bilan uchrashdi", .uzbekLatin), ("Memorandum imzolandi", .uzbekLatin),
        ("Toshkentda yangi korxona ish boshladi", .uzbekLatin), ("Prezident delegatsiyani qabul qildi", .uzbekLatin),
        ("Loyiha qiymati 150 million dollar", .uzbekLatin), ("Oʻzbekiston va Xitoy hamkorligi", .uzbekLatin),
        ("Samarqandda zavod quriladi", .uzbekLatin), ("Chint kompaniyasi stansiya quradi", .uzbekLatin),
        ("Tashkent mayor signs three agreements", .english), ("District delegation arrives in Beijing", .english),
        ("Plant to be built by end of the year", .english), ("Sides discuss cooperation", .english),
        ("Minister meets Chinese ambassador", .english), ("Memorandum worth $150 million signed", .english),
        ("Uzbekistan, China strengthen ties", .english), ("Chint Solar to build power station", .english),
        ("Investment in Samarkand region doubles", .english), ("President Mirziyoyev visits China", .english),
        ("塔什干区长签署三项协议", .chinese), ("代表团抵达北京", .chinese), ("与Chint Solar签署备忘录", .chinese),
        ("中乌关系", .chinese), ("乌兹别克斯坦Mirabad区代表团访华", .chinese), ("項目總投資1.5億美元", .chinese),
    ]

    private static let long: [(String, LanguageTag)] = [
        (
            """
            Хоким Мирабадского района Ташкента посетил Китай. Он встретился с руководством Zhejiang Chint Electrics Co., \
            Ltd., Huawei Technologies, Power Construction Corporation of China и других компаний.
            """, .russian
        ),
        (
            """
            Oʻzbekiston Respublikasi Prezidenti Shavkat Mirziyoyev Xitoyga davlat tashrifi doirasida Pekinda muzokaralar \
            oʻtkazdi. Muzokaralar yakunida 5 ta hujjat imzolandi.
            """, .uzbekLatin
        ),
        (
            """
            Ўзбекистон Республикаси Президенти Шавкат Мирзиёев Хитойга давлат ташрифи доирасида Пекинда музокаралар \
            ўтказди. Музокаралар якунида бешта ҳужжат имзоланди.
            """, .uzbekCyrillic
        ),
        (
            """
            The Ministry of Investment of Uzbekistan (Oʻzbekiston) and Samarqand viloyati hokimligi signed a memorandum \
            with a Chinese company on the construction of a plant.
            """, .english
        ),
        ("乌兹别克斯坦总统Shavkat Mirziyoyev在北京与China Energy Engineering Corporation代表会谈，双方签署了协议。", .chinese),
        // Uzbek written without its own letters, as keyboards without them give it.
        (
            "Узбекистон Президенти Хитой компанияси рахбари билан учрашди ва янги лойихалар буйича келишув имзоланди.",
            .uzbekCyrillic
        ),
        (
            "Ozbekiston Prezidenti Xitoy kompaniyasi rahbari bilan uchrashdi va yangi loyihalar boyicha kelishuv imzolandi.",
            .uzbekLatin
        ),
        // A Russian article about Uzbekistan with its names.
        ("Хокимият Қўқон и компания «Ўзбекнефтегаз» договорились о строительстве завода в Фергане.", .russian),
    ]

    @Test(arguments: short + long)
    func aTextIsToldByItsLetters(text: String, language: LanguageTag) throws {
        let detector = try LanguageData.detector()
        #expect(detector.detect(Array(text.utf8)[...]) == language)
    }

    @Test(arguments: ["", " ", "2024", "150 000 $", "…", "한국어 텍스트", "نص عربي", "👩‍👩‍👧"])
    func whereNothingTellsNothingIsSaid(text: String) throws {
        #expect(try LanguageData.detector().detect(Array(text.utf8)[...]) == nil)
    }
}

@Suite struct PassageLanguageTests {
    private static let page: [(String, LanguageTag)] = [
        ("Хоким Мирабадского района подписал соглашение.", .russian),
        ("Миробод тумани ҳокими келишув имзолади.", .uzbekCyrillic),
        ("Mirobod tumani hokimi kelishuv imzoladi.", .uzbekLatin),
        ("The mayor of the district signed an agreement.", .english),
        ("米拉巴德区长签署协议。", .chinese), ("Стороны обсудили строительство завода.", .russian),
    ]

    private func languages(_ text: String, main: LanguageTag? = nil) throws -> [LanguageTag?] {
        let data = try LanguageData.bundled(.russian)
        let document = Document(text: text, metadata: Metadata(language: main))
        let cut = TokenizedText(document, folding: data.folding, abbreviations: data.abbreviations)
        return try LanguageData.detector().passageLanguages(of: cut)
    }

    @Test func eachPassageOfAMixedPageHasItsOwn() throws {
        #expect(try languages(Self.page.map(\.0).joined(separator: "\n")) == Self.page.map(\.1))
        #expect(try languages(Self.page.reversed().map(\.0).joined(separator: "\n\n")) == Self.page.reversed().map(\.1))
    }

    @Test func aPassageThatShowsNothingHasTheTexts() throws {
        let text = "Хоким подписал с компанией соглашение о строительстве.\nZhejiang Chint Electrics\n150\nПекин"
        #expect(try languages(text) == [.russian, .russian, .russian, .russian])
        #expect(try languages("Пекин", main: .uzbekCyrillic) == [.uzbekCyrillic])
        #expect(try languages("150") == [nil])
        #expect(try languages("") == [])
    }
}
