import Deals
import Foundation
import Ledger
import SourceText

@testable import Server

/// Invented documents of the kinds that the program reads.
enum DemoLedger {
    static let today = PartialDate(year: 2026, month: 8, day: 20)!

    static func store() async throws -> DemoStore {
        let store = DemoStore()
        for (document, findings) in [delegation, samarkand, fergana, chinese, followUp, english, plain, hostile] {
            _ = try await store.add(
                document, findings, author: "kelishuv 0.1.0", added: "2026-08-19T08:30:00Z")
        }
        return store
    }

    /// Two delegations in one Russian text; marks nest and overlap.
    static let delegation: (Document, Findings) = {
        let text = """
            Руководители двух районов Ташкента побывали в Китае

            С 15 января делегации Мирабадского и Учтепинского районов находятся в рабочей поездке по Китаю. Они побывали в Пекине, Урумчи и Шанхае.

            16 января делегация Мирабадского района под руководством хокима Анвара Сайфуллаева встретилась с представителями компании Tianshan New Energy, которая выпускает зарядные станции. Стороны обсудили локализацию производства.

            17 января хоким Мирабада подписал с компанией Xinjiang Hongda Trade соглашение о строительстве жилого и торгово-развлекательного комплекса на 150 млн долларов. Комплекс построят в Мирабадском районе.

            Делегация Учтепинского района во главе с хокимом Фарходом Абдуллаевым заключила в Шанхае инвестиционные контракты на сумму 130 млн долларов на производство электротехнических деталей. Кроме того, меморандум о сотрудничестве подписан с одним из машиностроительных заводов.
            """
        let t = Cited(
            text, title: "Руководители двух районов Ташкента побывали в Китае", source: "Tashkent Xabar",
            url: "https://example.uz/2024/01/17/rayony-v-kitae", published: "2024-01-17", language: .russian)
        var found = Findings()
        found.language = .russian
        found.publishedByMetadata = PartialDate(iso: "2024-01-17")
        let mirobod = NamedEntity(name: "Мирабадский район", kind: .place, place: "UZ-1726273")
        let uchtepa = NamedEntity(name: "Учтепинский район", kind: .place, place: "UZ-1726262")
        found.visits = [
            VisitFinding(
                who: t.slot(mirobod, "делегация Мирабадского района"),
                leader: t.person("Анвар Сайфуллаев", "хоким Мирабадского района", "хокима Анвара Сайфуллаева"),
                to: t.place("Китай", "CN", "Китаю"),
                cities: [
                    t.place("Пекин", nil, "Пекине"), t.place("Урумчи", nil, "Урумчи"),
                    t.place("Шанхай", nil, "Шанхае"),
                ],
                date: t.date("2024-01-15", "15 января"), confidence: 0.93),
            VisitFinding(
                who: t.slot(uchtepa, "Делегация Учтепинского района"),
                leader: t.person("Фарход Абдуллаев", "хоким Учтепинского района", "Фарходом Абдуллаевым"),
                to: t.place("Китай", "CN", "Китаю"), cities: [t.place("Шанхай", nil, "Шанхае инвестиционные")],
                confidence: 0.88),
        ]
        found.meetings = [
            MeetingFinding(
                parties: [t.slot(mirobod, "делегация Мирабадского района"), t.company("Tianshan New Energy")],
                date: t.date("2024-01-16", "16 января"), confidence: 0.9)
        ]
        found.agreements = [
            AgreementFinding(
                kind: t.slot(.agreement, "соглашение о строительстве"), status: t.slot(.signed, "подписал"),
                parties: [
                    t.slot(mirobod, "хоким Мирабада", "делегация Мирабадского района"),
                    t.company("Xinjiang Hongda Trade"),
                ],
                amount: t.money(150_000_000, "USD", "150 млн долларов"),
                subject: t.slot(
                    "строительство жилого и торгово-развлекательного комплекса",
                    "строительстве жилого и торгово-развлекательного комплекса на 150 млн"),
                sector: t.slot(.construction, "торгово-развлекательного комплекса на 150"),
                place: t.slot(mirobod, "в Мирабадском районе"),
                date: t.date("2024-01-17", "17 января"), confidence: 0.94),
            AgreementFinding(
                kind: t.slot(.contract, "инвестиционные контракты"), status: t.slot(.signed, "заключила"),
                parties: [t.slot(uchtepa, "Делегация Учтепинского района")],
                amount: t.money(130_000_000, "USD", "130 млн долларов"),
                subject: t.slot("производство электротехнических деталей", "производство электротехнических деталей"),
                sector: t.slot(.manufacturing, "производство электротехнических деталей"),
                place: t.slot(uchtepa, "Учтепинского района во главе"), count: nil, confidence: 0.81),
            AgreementFinding(
                kind: t.slot(.memorandum, "меморандум о сотрудничестве"), status: t.slot(.signed, "подписан с одним"),
                parties: [t.slot(uchtepa, "Делегация Учтепинского района")], confidence: 0.55),
        ]
        return (t.document, found)
    }()

    static let samarkand: (Document, Findings) = {
        let text = """
            Samarqand viloyatida quyosh elektr stansiyasi quriladi

            2025-yil 4-mart kuni Samarqand viloyati hokimligi va “Gulf Horizon Energy” kompaniyasi quyosh elektr stansiyasi qurilishi boʻyicha shartnoma imzoladi. Loyiha qiymati 320 mln dollardan ortiq. Stansiya Nurobod tumanida barpo etiladi, qurilish ishlari boshlandi.

            Shuningdek, tomonlar suv tozalash inshooti boʻyicha niyat bayonnomasini muhokama qildi.
            """
        let t = Cited(
            text, title: "Samarqand viloyatida quyosh elektr stansiyasi quriladi", source: "Zarafshon yangiliklari",
            url: "https://example.uz/quyosh", published: "2025-03-05", language: .uzbekLatin)
        var found = Findings()
        found.publishedByMetadata = PartialDate(iso: "2025-03-05")
        let region = NamedEntity(name: "Samarqand viloyati", kind: .place, place: "UZ-1718")
        found.agreements = [
            AgreementFinding(
                kind: t.slot(.contract, "shartnoma"), status: t.slot(.construction, "qurilish ishlari boshlandi"),
                parties: [t.slot(region, "Samarqand viloyati hokimligi"), t.company("Gulf Horizon Energy")],
                amount: t.money(320_000_000, "USD", "320 mln dollardan ortiq", .over),
                subject: t.slot("quyosh elektr stansiyasi qurilishi", "quyosh elektr stansiyasi qurilishi"),
                sector: t.slot(.energy, "quyosh elektr stansiyasi qurilishi"),
                place: t.place("Nurobod tumani", "UZ-1718225", "Nurobod tumanida"),
                date: t.date("2025-03-04", "2025-yil 4-mart"), confidence: 0.91),
            AgreementFinding(
                kind: t.slot(.intent, "niyat bayonnomasini"), status: t.slot(.planned, "muhokama qildi"),
                parties: [t.slot(region, "Samarqand viloyati hokimligi")],
                subject: t.slot("suv tozalash inshooti", "suv tozalash inshooti"),
                sector: t.slot(.waterWaste, "suv tozalash inshooti"), confidence: 0.6),
        ]
        return (t.document, found)
    }()

    static let fergana: (Document, Findings) = {
        let text = """
            В Фергане запустят текстильный кластер за 1,8 трлн сумов

            Хокимият Ферганской области и компания Anadolu Tekstil подписали 12 июня 2026 года договор о создании текстильного кластера стоимостью 1,8 трлн сумов. Банк Ipak Invest открыл для проекта кредитную линию на 40 млн евро.

            Фабрика по выпуску трикотажа в Маргилане за 25 млн евро уже работает. Проект цементного завода в Кувасае остановлен.
            """
        let t = Cited(
            text, title: "В Фергане запустят текстильный кластер за 1,8 трлн сумов", source: "Vodiy Press",
            url: "https://example.uz/fergana", published: "2026-06-13", language: .russian)
        var found = Findings()
        found.publishedByMetadata = PartialDate(iso: "2026-06-13")
        let region = NamedEntity(name: "Ферганская область", kind: .place, place: "UZ-1730")
        found.agreements = [
            AgreementFinding(
                kind: t.slot(.contract, "договор"), status: t.slot(.signed, "подписали"),
                parties: [t.slot(region, "Хокимият Ферганской области"), t.company("Anadolu Tekstil")],
                amount: t.money(1_800_000_000_000, "UZS", "1,8 трлн сумов"),
                subject: t.slot("создание текстильного кластера", "создании текстильного кластера"),
                sector: t.slot(.manufacturing, "текстильного кластера стоимостью"),
                place: t.slot(region, "Ферганской области"), date: t.date("2026-06-12", "12 июня 2026 года"),
                confidence: 0.95),
            AgreementFinding(
                status: t.slot(.financing, "открыл"),
                parties: [t.company("Ipak Invest"), t.company("Anadolu Tekstil")],
                amount: t.money(40_000_000, "EUR", "40 млн евро"),
                subject: t.slot("кредитная линия для кластера", "кредитную линию"),
                sector: t.slot(.finance, "кредитную линию"), confidence: 0.78),
            AgreementFinding(
                status: t.slot(.operating, "уже работает"), parties: [],
                amount: t.money(25_000_000, "EUR", "25 млн евро"),
                subject: t.slot("фабрика по выпуску трикотажа", "Фабрика по выпуску трикотажа"),
                sector: t.slot(.manufacturing, "Фабрика по выпуску трикотажа"),
                place: t.place("Маргилан", "UZ-1730412", "Маргилане"), confidence: 0.7),
            AgreementFinding(
                status: t.slot(.stalled, "остановлен"), parties: [],
                subject: t.slot("цементный завод", "цементного завода"),
                sector: t.slot(.manufacturing, "цементного завода"),
                place: t.place("Кувасай", "UZ-1730408", "Кувасае"), confidence: 0.74),
        ]
        return (t.document, found)
    }()

    static let chinese: (Document, Findings) = {
        let text = """
            乌兹别克斯坦代表团访问山东

            5月20日，纳沃伊州代表团访问济南，与山东恒达集团签署谅解备忘录，计划投资约6亿元人民币建设化肥厂。双方还就职业教育合作进行了会谈。
            """
        let t = Cited(
            text, title: "乌兹别克斯坦代表团访问山东", source: "丝路日报", url: "https://example.cn/a1",
            published: "2026-05-21", language: .chinese)
        var found = Findings()
        found.publishedByMetadata = PartialDate(iso: "2026-05-21")
        let navoiy = NamedEntity(name: "纳沃伊州", kind: .place, place: "UZ-1712")
        found.visits = [
            VisitFinding(
                who: t.slot(navoiy, "纳沃伊州代表团"), to: t.place("山东", nil, "山东"),
                cities: [t.place("济南", nil, "济南")], date: t.date("2026-05-20", "5月20日"), confidence: 0.84)
        ]
        found.meetings = [
            MeetingFinding(
                parties: [t.slot(navoiy, "纳沃伊州代表团"), t.company("山东恒达集团")],
                place: t.place("济南", nil, "济南"), date: t.date("2026-05-20", "5月20日"), confidence: 0.8)
        ]
        found.agreements = [
            AgreementFinding(
                kind: t.slot(.memorandum, "谅解备忘录"), status: t.slot(.signed, "签署"),
                parties: [t.slot(navoiy, "纳沃伊州代表团"), t.company("山东恒达集团")],
                amount: t.money(600_000_000, "CNY", "约6亿元人民币", .about),
                subject: t.slot("建设化肥厂", "建设化肥厂"), sector: t.slot(.manufacturing, "化肥厂"),
                place: t.slot(navoiy, "纳沃伊州"), date: t.date("2026-05-20", "5月20日"), confidence: 0.87)
        ]
        return (t.document, found)
    }()

    static let followUp: (Document, Findings) = {
        let text = """
            Бухарская область отказалась от стекольного завода

            Администрация Бухарской области сообщила, что соглашение с компанией Orient Glass о строительстве стекольного завода за 90 млн долларов расторгнуто. Взамен ведутся переговоры о гостинице на 60 мест.
            """
        let t = Cited(
            text, title: "Бухарская область отказалась от стекольного завода", source: "Buxoro Times",
            published: "2025-11-02", language: .russian)
        var found = Findings()
        found.publishedByMetadata = PartialDate(iso: "2025-11-02")
        let region = NamedEntity(name: "Бухарская область", kind: .place, place: "UZ-1706")
        found.agreements = [
            AgreementFinding(
                kind: t.slot(.agreement, "соглашение"), status: t.slot(.cancelled, "расторгнуто"),
                parties: [t.slot(region, "Администрация Бухарской области"), t.company("Orient Glass")],
                amount: t.money(90_000_000, "USD", "90 млн долларов"),
                subject: t.slot("строительство стекольного завода", "строительстве стекольного завода"),
                sector: t.slot(.manufacturing, "стекольного завода за"),
                place: t.slot(region, "Бухарской области"), confidence: 0.9),
            AgreementFinding(
                status: t.slot(.planned, "ведутся переговоры"), parties: [],
                subject: t.slot("гостиница на 60 мест", "гостинице на 60 мест"),
                sector: t.slot(.tourism, "гостинице"), place: t.slot(region, "Бухарской области"), confidence: 0.5),
        ]
        return (t.document, found)
    }()

    static let english: (Document, Findings) = {
        let text = """
            Andijan delegation signs four papers in Seoul

            A delegation of Andijan region led by Governor Rustam Karimov visited the Republic of Korea on 3 to 6 August 2026. On 4 August the region and Hanbit Motors Co., Ltd. signed a memorandum on an assembly line worth up to 75 million US dollars. The delegation also met the Korea Seed Institute in Suwon on 5 August.

            The next day it was announced that the Seoul Medical Group would equip two hospitals for 12.5 million dollars. Four memoranda with universities were signed as well.
            """
        let t = Cited(
            text, title: "Andijan delegation signs four papers in Seoul", source: "Silk Road Courier",
            url: "https://example.com/andijan", published: "2026-08-07", language: .english)
        var found = Findings()
        found.publishedByMetadata = PartialDate(iso: "2026-08-07")
        let andijan = NamedEntity(name: "Andijan region", kind: .place, place: "UZ-1703")
        found.visits = [
            VisitFinding(
                who: t.slot(andijan, "A delegation of Andijan region"),
                leader: t.person("Rustam Karimov", "governor of Andijan region", "Governor Rustam Karimov"),
                to: t.place("Republic of Korea", "KR", "Republic of Korea"),
                cities: [t.place("Seoul", nil, "Seoul"), t.place("Suwon", nil, "Suwon")],
                date: t.date("2026-08-03", "3 to 6 August 2026"), confidence: 0.96)
        ]
        found.meetings = [
            MeetingFinding(
                parties: [
                    t.slot(andijan, "The delegation"),
                    t.institution("Korea Seed Institute", "Korea Seed Institute"),
                ], place: t.place("Suwon", nil, "Suwon"), date: t.date("2026-08-05", "5 August"), confidence: 0.9)
        ]
        found.agreements = [
            AgreementFinding(
                kind: t.slot(.memorandum, "memorandum"), status: t.slot(.signed, "signed a memorandum"),
                parties: [t.slot(andijan, "the region"), t.company("Hanbit Motors Co., Ltd.")],
                amount: t.money(75_000_000, "USD", "up to 75 million US dollars", .upTo),
                subject: t.slot("an assembly line", "an assembly line"),
                sector: t.slot(.manufacturing, "assembly line"), place: t.slot(andijan, "Andijan region"),
                date: t.date("2026-08-04", "4 August"), confidence: 0.95),
            AgreementFinding(
                status: t.slot(.announced, "was announced"),
                parties: [t.company("Seoul Medical Group")],
                amount: t.money(12_500_000, "USD", "12.5 million dollars"),
                subject: t.slot("equipment for two hospitals", "equip two hospitals"),
                sector: t.slot(.healthcare, "hospitals"),
                date: t.slot(PartialDate(iso: "2026-08-06")!, "The next day", "5 August"), confidence: 0.83),
            AgreementFinding(
                kind: t.slot(.memorandum, "memoranda"), status: t.slot(.signed, "were signed"),
                parties: [t.slot(andijan, "The delegation")], sector: t.slot(.education, "universities"), count: 4,
                confidence: 0.72),
        ]
        return (t.document, found)
    }()

    /// A text without any event, a title and a date.
    static let plain: (Document, Findings) = {
        let t = Cited("В Ташкенте прошёл дождь.\nЗавтра ожидается солнце.")
        return (t.document, Findings())
    }()

    /// A text that tries to break out of the page.
    static let hostile: (Document, Findings) = {
        let text = """
            <script>alert("text")</script> signed "a deal" with <img src=x onerror=alert(1)> & sons.
            {{title}} [[nav.about]] {{{text}}}
            """
        let t = Cited(
            text, title: "</title><script>alert('title')</script>", source: "\"><b>Outlet</b>",
            url: "javascript:alert(document.cookie)", published: "2023-02-01", language: .english)
        var found = Findings()
        found.publishedByMetadata = PartialDate(iso: "2023-02-01")
        found.agreements = [
            AgreementFinding(
                kind: t.slot(.unspecified, "a deal"), status: t.slot(.signed, "signed"),
                parties: [
                    t.slot(
                        NamedEntity(name: "<img src=x onerror=alert(1)>", kind: .company),
                        "<img src=x onerror=alert(1)>")
                ],
                subject: t.slot("<script>alert(\"text\")</script>", "<script>alert(\"text\")</script>"),
                confidence: 0.3)
        ]
        return (t.document, found)
    }()
}
