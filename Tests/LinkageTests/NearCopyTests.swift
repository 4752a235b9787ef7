import Linkage
import Testing

struct NearCopyTests {
    private static let article = """
        The governor of Sirdaryo region and the head of Henan Yuxian Cable Group signed a contract in Zhengzhou on Friday for a \
        cable plant in Gulistan worth 200 billion soums. The plant is to employ 420 people and to open by the end of 2025. Its first \
        line will make 12,000 kilometres of power cable a year, the second 8,500 kilometres of optical fibre. Land of 14 hectares has \
        been set aside beside the railway station. The company will bring 65 percent of the money, the rest is a bank loan for 10 years.
        """
    private static let reprint = "Sirdaryo today. " + article + " Read also: weather in Gulistan."
    private static let shortened = String(article.prefix(article.count / 2))
    private static let russian = """
        Хоким Сырдарьинской области и глава Henan Yuxian Cable Group подписали в пятницу в Чжэнчжоу контракт о кабельном заводе в \
        Гулистане на 200 миллиардов сумов. На заводе будут работать 420 человек, открыть его намечено до конца 2025 года. Первая линия \
        даст 12 000 километров силового кабеля в год, вторая 8500 километров оптоволокна. Выделено 14 гектаров у вокзала. Компания внесёт \
        65 процентов, остальное – кредит на 10 лет.
        """
    private static let other = """
        The governor of Sirdaryo region met the head of a cement maker in Wuhan on Monday. They spoke of a quarry near Boyovut and of \
        roads to it, and agreed to meet again in spring. No document was signed, and the company named no sum.
        """

    private func copies(_ texts: [String]) -> NearCopies {
        var copies = NearCopies()
        for (number, text) in texts.enumerated() { copies.add("\(number)", TextSketch(text)) }
        return copies
    }

    @Test func reprintsAndShortenedOnesCountOnce() {
        let copies = copies([Self.article, Self.other, Self.reprint, Self.shortened])
        #expect(copies.groups == [["0", "2", "3"]])
        #expect(copies.independentSources(["0", "1", "2", "3"]) == 2)
        #expect(copies.independentSources(["1"]) == 1)
        #expect(copies.independentSources(["1", "unknown"]) == 2)
    }

    @Test func translationsCountOnceWhereTheirDealsAreOne() {
        var copies = copies([Self.article, Self.russian, Self.other])
        #expect(copies.groups.isEmpty)
        let isTranslation = copies.compareTranslations("0", "1")
        #expect(isTranslation)
        let isOther = copies.compareTranslations("0", "2")
        #expect(!isOther)
        #expect(copies.independentSources(["0", "1", "2"]) == 2)
    }

    @Test func chineseTextsAreComparedByCharacters() {
        let text = "锡尔河州州长与河南豫弦电缆集团负责人周五在郑州签署协议，将在古利斯坦投资兴建电缆厂，总投资二亿元，年底前开工建设，预计明年投产。"
        let copies = copies([text, "本报讯 " + text + "（记者 李明）", "两国代表团在郑州举行会谈，讨论铁路与公路合作以及旅游签证便利化问题。"])
        #expect(copies.groups == [["0", "1"]])
    }
}
