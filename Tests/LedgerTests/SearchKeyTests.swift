import Ledger
import Testing

@Suite struct SearchKeyTests {
    /// Spellings of one name, which must have one key.
    @Test(arguments: [
        ["Мирабад", "Mirobod", "Миробод", "Mirabad"], ["Узбекистан", "Oʻzbekiston", "O‘zbekiston", "Ўзбекистон"],
        ["Самарканд", "Samarqand", "Самарқанд", "Samarkand"], ["Бухара", "Buxoro", "Бухоро", "Bukhara"],
        ["Навои", "Navoiy", "Навоий", "Navoi"], ["Андижан", "Andijon", "Андижон", "Andizhan"],
        ["Сурхандарья", "Surxondaryo", "Сурхондарё", "Surkhandarya"], ["Яккасарай", "Yakkasaroy", "Яккасарой"],
        ["Янгихаёт", "Yangihayot", "Янгиҳаёт"], ["цемент", "sement", "cement"], ["проект", "proyekt", "proekt"],
        ["Масъуд", "Mas'ud", "Masʼud", "Masud"], ["Türkiye", "Turkiye"], ["ＵＳＭ", "usm"],
    ])
    func spellingsOfOneNameHaveOneKey(spellings: [String]) {
        let keys = Set(spellings.map { SearchKey($0).words })
        #expect(keys.count == 1, "\(keys)")
    }

    @Test(arguments: [
        ("Мирабад", "Мирзо"), ("Сергели", "Сырдарья"), ("контракт", "меморандум"), ("中国", "中亚"), ("Chint", "China"),
    ])
    func otherNamesHaveOtherKeys(one: String, other: String) {
        #expect(SearchKey(one) != SearchKey(other))
    }

    @Test(arguments: [
        ("Мирабадский район", "Mirobod"), ("Мирабадский район", "rayon"), ("АО «Узбекгидроэнерго»", "oʻzbekgidro"),
        ("中国能源建设集团", "能源"), ("中国能源建设集团", "中国能源建设"), ("中国能源建设集团", "团"), ("50 автобусов", "50 avtobus"),
    ])
    func keysAnswerTheBeginningsOfWords(text: String, asked: String) throws {
        #expect(SearchKey(text).answers(try #require(SearchQuery(asked))))
    }

    @Test(arguments: [("Мирабадский район", "абад"), ("中国能源", "国源"), ("Power China", "power korea")])
    func keysDoNotAnswerOtherWords(text: String, asked: String) throws {
        #expect(!SearchKey(text).answers(try #require(SearchQuery(asked))))
    }

    @Test(arguments: ["", "  ", "…", "№", "'", "\u{0}"])
    func whatHasNoLetterAsksForNothing(text: String) {
        #expect(SearchQuery(text) == nil)
    }
}
