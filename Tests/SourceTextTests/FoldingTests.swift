import LedgerTesting
import SourceText
import Testing
import TextTesting

@Suite struct FoldingTests {
    /// Keys, and spellings that must be looked up under them.
    private static let spellings: [(String, [String])] = [
        (
            "соглашение",
            ["Соглашение", "СОГЛАШЕНИЕ", "со\u{AD}гла\u{AD}шение", "cоглашение", "соглашeние", "СОГЛАШЕНИE"]
        ),
        ("елка", ["ёлка", "Ёлка", "е\u{308}лка", "Ë\u{AD}лка", "ёлка\u{301}"]),
        ("договор", ["догово\u{301}р", "до\u{200B}говор", "Дoгoвoр"]),
        ("китай", ["Китай", "Кита\u{438}\u{306}", "КИТАИ\u{306}"]),
        ("nordhafen", ["Nordhafen", "Nоrdhafen", "NORDHAFEN", "Ｎｏｒｄｈａｆｅｎ", "nоrdhаfеn"]),
        ("мирабад", ["Мирабад", "Мuрабад", "Mирaбaд"]), ("chint", ["Chint", "ＣＨＩＮＴ", "Сhint", "Сhіnt"]),
        (
            "o'zbekiston",
            ["Oʻzbekiston", "Oʼzbekiston", "O'zbekiston", "O‘zbekiston", "O’zbekiston", "O`zbekiston", "O´zbekiston"]
        ),
        ("istanbul", ["İstanbul", "ISTANBUL"]), ("türkiye", ["Türkiye", "TÜRKİYE", "Tu\u{308}rkiye"]),
        ("müşteri", ["Müşteri", "Mu\u{308}s\u{327}teri"]), ("2024", ["２０２４", "2024"]), ("中国", ["中国", "中\u{FE0F}国"]),
        ("chint 5", ["Chint\u{A0}5", "chint\n5", "ＣＨＩＮＴ　５"]),
    ]

    @Test(arguments: spellings)
    func spellingsHaveOneKey(key: String, spellings: [String]) {
        for spelling in spellings { #expect(Folding.plain(spelling) == key, "\(spelling)") }
    }

    /// Words that are of one script, however strange, stay as they are.
    @Test(arguments: ["сор", "cop", "жжzz", "straße", "ҷамъият", "한국", "xo", "хо"])
    func otherWordsStay(word: String) { #expect(Folding.plain(word) == word) }

    /// Decision 339 of the Cabinet of Ministers (1995): the letters, and what their neighbours change.
    @Test(arguments: [
        ("Ўзбекистон", "o'zbekiston"), ("ғалла", "g'alla"), ("қишлоқ", "qishloq"), ("Ҳоким", "hokim"),
        ("шаҳар", "shahar"),
        ("чорва", "chorva"), ("жамият", "jamiyat"), ("хўжалик", "xo'jalik"), ("йил", "yil"), ("ёш", "yosh"),
        ("юз", "yuz"), ("янги", "yangi"),
        ("ер", "yer"), ("поезд", "poyezd"), ("келишув", "kelishuv"), ("Европа", "yevropa"), ("эл", "el"),
        ("аэропорт", "aeroport"),
        ("цемент", "sement"), ("лицей", "litsey"), ("концерн", "konsern"), ("ферма", "ferma"), ("маъно", "ma'no"),
        ("альбом", "albom"),
        ("премьера", "premyera"), ("объект", "obyekt"), ("субъект", "subyekt"), ("павильон", "pavilyon"),
        ("батальон", "batalyon"),
        ("Исҳоқ", "is'hoq"), ("Асҳоб", "as'hob"), ("машина", "mashina"), ("щётка", "shyotka"), ("сельдь", "seld"),
        ("роль", "rol"),
        ("Қўқон", "qo'qon"), ("Тошкент ШАҲРИ", "toshkent shahri"), ("мўъжиза", "mo'jiza"), ("абзац", "abzas"),
        ("плацдарм", "plasdarm"), ("кальций", "kalsiy"), ("пицца", "pissa"),
        ("Кузнецов", "kuznetsov"), ("инъекция", "inyeksiya"), ("адъютант", "adyutant"), ("сунъий", "sun'iy"),
        ("феъл", "fe'l"),
    ])
    func uzbekCyrillicIsWrittenInLatinLetters(cyrillic: String, latin: String) {
        #expect(Folding.uzbek(cyrillic) == latin)
        #expect(Folding.uzbek(latin) == latin)
    }

    /// Folding makes keys only: where the tokens stand does not depend on it.
    @Test(arguments: 0..<100)
    func foldingNeverChangesRanges(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let text =
            seed % 2 == 0
            ? RandomText.ofAllPlanes(scalars: 300, using: &random) : RandomText.ofPieces(200, using: &random)
        let bytes = Array(text.utf8)
        let plain = Tokenizer(folding: .plain).tokens(of: bytes).tokens
        let uzbek = Tokenizer(folding: .uzbek).tokens(of: bytes).tokens
        #expect(plain.map(\.range) == uzbek.map(\.range))
        #expect(plain.map(\.kind) == uzbek.map(\.kind))
        #expect(plain.map(\.traits) == uzbek.map(\.traits))
    }

    /// A folded text folds to itself.
    @Test(arguments: 0..<100)
    func foldingTwiceIsFoldingOnce(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) + 1_000)
        for folding in [Folding.plain, .uzbek] {
            let once = folding(RandomText.ofPieces(60, using: &random))
            #expect(folding(once) == once)
        }
    }
}
