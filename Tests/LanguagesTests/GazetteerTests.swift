import Languages
import SourceText
import Testing

@Suite struct GazetteerTests {
    /// "words=id|id" for each name found in a text.
    private static func places(_ text: String, _ language: LanguageTag) throws -> [String] {
        let data = try LanguageData.bundled(language)
        let cut = TokenizedText(Document(text: text), folding: data.folding, abbreviations: data.abbreviations)
        return data.gazetteer.matches(in: cut).map { readings in
            let ids = readings.map { data.places.all[$0.entry.place].id }
            return cut.document.words(in: cut.textRange(readings[0].tokens)) + "="
                + Set(ids).sorted().joined(separator: "|")
        }
    }

    private static let russian: [(String, [String])] = [
        // Every case of each declension.
        ("Китай Китая Китаю Китаем Китае", ["Китай=CN", "Китая=CN", "Китаю=CN", "Китаем=CN", "Китае=CN"]),
        ("Россия России Россию Россией", ["Россия=RU", "России=RU", "Россию=RU", "Россией=RU"]),
        ("Индия, в Индии, с Индией", ["Индия=IN", "Индии=IN", "Индией=IN"]),
        ("Фергана Ферганы Фергане Фергану Ферганой", ["Фергана", "Ферганы", "Фергане", "Фергану", "Ферганой"]),
        ("Бухара Бухары Бухаре Бухару Бухарой", ["Бухара", "Бухары", "Бухаре", "Бухару", "Бухарой"]),
        (
            "Пекин Пекина Пекину Пекином Пекине",
            ["Пекин", "Пекина", "Пекину", "Пекином", "Пекине"].map { $0 + "=CN-beijing" }
        ),
        (
            "Тяньцзинь Тяньцзиня Тяньцзинем Тяньцзине",
            ["Тяньцзинь", "Тяньцзиня", "Тяньцзинем", "Тяньцзине"].map { $0 + "=CN-tianjin" }
        ),
        ("Сингапура, Кореи, Японией", ["Сингапура=SG", "Кореи=KR", "Японией=JP"]),
        ("в Навои, из Баку, в Тбилиси", ["Навои", "Баку", "Тбилиси"]), ("в Гуанчжоу", ["Гуанчжоу"]),
        ("из Объединённых Арабских Эмиратов", ["Объединённых Арабских Эмиратов=AE"]),
        ("в ОАЭ и США", ["ОАЭ=AE", "США=US"]),
        ("Саудовской Аравией", ["Саудовской Аравией=SA"]), ("в Южной Корее", ["Южной Корее=KR"]),
        ("Нидерландах, Филиппинами", ["Нидерландах=NL", "Филиппинами=PH"]),
        ("в Ханое, Ханоя, Ханой", ["Ханое", "Ханоя", "Ханой"]),
        // The longest name hides those inside it.
        ("в Ферганской области", ["Ферганской области=UZ-1730"]),
        ("хоким Самаркандской области", ["Самаркандской области=UZ-1718"]),
        ("Республики Каракалпакстан", ["Республики Каракалпакстан=UZ-1735"]),
        ("в Мирабадском районе", ["Мирабадском районе"]),
        // Words that only begin like a place.
        ("китаевед индиец", []), ("Пекинская опера", []), ("хан Хана", []), ("перу поэта", []),
        ("с Марой и Марами", []),
        ("Мары", ["Мары"]),
    ]

    @Test(arguments: russian)
    func russianNamesInEveryCase(text: String, expected: [String]) throws {
        let found = try Self.places(text, .russian)
        #expect(found.count == expected.count && zip(found, expected).allSatisfy { $0.hasPrefix($1) }, "\(found)")
    }

    private static let uzbek: [(String, LanguageTag, [String])] = [
        (
            "Xitoyda Xitoyga Xitoydan Xitoyning Xitoyni", .uzbekLatin,
            ["Xitoyda=CN", "Xitoyga=CN", "Xitoydan=CN", "Xitoyning=CN", "Xitoyni=CN"]
        ),
        ("Toshkentdagi va Samarqandgacha", .uzbekLatin, ["Toshkentdagi=UZ-1726", "Samarqandgacha"]),
        (
            "O‘zbekistonning O'zbekistonda Oʻzbekistonga", .uzbekLatin,
            ["O‘zbekistonning=UZ", "O'zbekistonda=UZ", "Oʻzbekistonga=UZ"]
        ),
        ("Farg‘ona viloyatida", .uzbekLatin, ["Farg‘ona viloyatida=UZ-1730"]),
        ("Хитойда Тошкентдан Пекинга", .uzbekCyrillic, ["Хитойда=CN", "Тошкентдан=UZ-1726", "Пекинга=CN-beijing"]),
        ("Фарғона вилоятининг", .uzbekCyrillic, ["Фарғона вилоятининг=UZ-1730"]),
        ("Ўзбекистонда", .uzbekCyrillic, ["Ўзбекистонда=UZ"]),
        ("«Navoiy» EIZda", .uzbekLatin, ["«Navoiy» EIZda=UZ-zone-navoi"]),
        ("Pekinda, Shanxayga", .uzbekLatin, ["Pekinda=CN-beijing", "Shanxayga=CN-shanghai"]),
        ("AQShda, BAAga", .uzbekLatin, ["AQShda=US", "BAAga=AE"]), ("xitoylik toshkentlik", .uzbekLatin, []),
    ]

    @Test(arguments: uzbek)
    func uzbekNamesWithTheirSuffixes(text: String, language: LanguageTag, expected: [String]) throws {
        let found = try Self.places(text, language)
        #expect(found.count == expected.count && zip(found, expected).allSatisfy { $0.hasPrefix($1) }, "\(found)")
    }

    @Test(arguments: [
        (
            "in China, the United Arab Emirates and Samarkand region", LanguageTag.english,
            ["China=CN", "United Arab Emirates=AE", "Samarkand region=UZ-1718"]
        ),
        ("china plates", .english, []), ("the U.S. and U.A.E.", .english, ["U.S.=US", "U.A.E.=AE"]),
        ("Beijing’s port", .english, ["Beijing’s=CN-beijing"]),
        ("代表团访问中国北京和撒马尔罕州", .chinese, ["中国=CN", "北京=CN-beijing", "撒马尔罕州=UZ-1718"]),
        ("与阿联酋和乌兹别克斯坦", .chinese, ["阿联酋=AE", "乌兹别克斯坦=UZ"]),
    ])
    func englishAndChineseNames(text: String, language: LanguageTag, expected: [String]) throws {
        let found = try Self.places(text, language)
        #expect(found.count == expected.count && zip(found, expected).allSatisfy { $0.contains($1) }, "\(found)")
    }

    /// Every reading is given where one name has several places.
    @Test func homonymsKeepAllTheirReadings() throws {
        let data = try LanguageData.bundled(.russian)
        var byName: [String: Set<Int>] = [:]
        for entry in data.gazetteer.entries { byName[entry.name, default: []].insert(entry.place) }
        let homonyms = byName.filter { $0.value.count > 1 }
        #expect(!homonyms.isEmpty)
        for (name, places) in homonyms {
            let cut = TokenizedText(Document(text: name), folding: .plain, abbreviations: data.abbreviations)
            let found = data.gazetteer.matches(in: cut).first ?? []
            #expect(Set(found.map(\.entry.place)).isSuperset(of: places), "\(name)")
        }
    }

    /// The nominative of every place finds that place.
    @Test(arguments: LanguageTag.allCases)
    func everyNameFindsItsPlace(language: LanguageTag) throws {
        let data = try LanguageData.bundled(language)
        let missed = data.gazetteer.entries.filter { entry in
            let text = entry.name.prefix(1).uppercased() + entry.name.dropFirst()
            let cut = TokenizedText(Document(text: text), folding: data.folding, abbreviations: data.abbreviations)
            let found = data.gazetteer.matches(in: cut).first ?? []
            return !found.contains { $0.entry.place == entry.place && $0.tokens.count == cut.tokens.count }
        }
        #expect(missed.map { "\($0.name) (\(data.places.all[$0.place].id))" } == [])
    }

    @Test(arguments: [
        ("китайская", LanguageTag.russian, "CN"), ("Китайского", .russian, "CN"), ("узбекско", .russian, "UZ"),
        ("казахстанскими", .russian, "KZ"),
        ("ферганского", .russian, "UZ-1730"), ("Chinese", .english, "CN"),
    ])
    func adjectivesMeanTheirPlace(word: String, language: LanguageTag, id: String) throws {
        let data = try LanguageData.bundled(language)
        let cut = TokenizedText(Document(text: word), folding: data.folding, abbreviations: data.abbreviations)
        let found = data.gazetteer.adjective(in: cut, at: 0)
        #expect(found?.id == id)
        #expect(found?.end == 1)
    }

    @Test func placesLieInOneAnother() throws {
        let places = try Places.bundled.get()
        #expect(places.country(of: "CN-beijing") == "CN")
        #expect(places.lies("UZ-1726", in: "UZ") && !places.lies("UZ", in: "UZ-1726") && places.lies("UZ", in: "UZ"))
        #expect(places["no such place"] == nil && places.country(of: "no such place") == nil)
        #expect(places.id(named: "Китай", in: .russian) == "CN")
        for place in places.all where place.kind.isLocal { #expect(places.country(of: place.id) != nil, "\(place.id)") }
    }
}
