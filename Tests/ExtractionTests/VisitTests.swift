import Deals
import Extraction
import SourceText
import Testing

/// Visits in short texts, as “who / leader > where [cities] first day”. Every name of a person or company is invented.
@Suite struct VisitTests {
    @Test(arguments: [
        EventLine(
            .russian,
            "Делегация Ферганской области во главе с хокимом Равшаном Тошевым 3 марта прибыла в Турцию. В Анкаре она осмотрела два завода.",
            ["Делегация Ферганской области / Равшан Тошев > Турция [Анкара] 2025-03-03"]),
        EventLine(
            .russian,
            "С 5 по 8 марта в Китае находилась делегация Андижанской области. Возглавил её заместитель хокима области Бахром Ниязов.",
            ["делегация Андижанской области / Бахром Ниязов > Китай [] 2025-03-05"]),
        EventLine(
            .russian, "Хоким Самаркандской области Акмал Юсупов вчера отправился в Германию с рабочим визитом.",
            ["Самаркандская область / Акмал Юсупов > Германия [] 2025-03-11"]),
        EventLine(
            .russian,
            "В Бухару 10 марта прибыла делегация компании «Альтона Текс». Гости пробудут в городе до пятницы.",
            ["делегация компании «Альтона Текс» / - > Бухара [] 2025-03-10"]),
        EventLine(
            .russian, "Генеральный директор компании «Альтона Текс» Игорь Ветров приехал в Навои 9 марта.",
            ["Альтона Текс / Игорь Ветров > Навои [] 2025-03-09"]),
        EventLine(
            .russian,
            "Аким Туркестанской области Ержан Абаев находится в Узбекистане с двухдневным визитом. Он прибыл в Ташкент 11 марта.",
            ["Туркестанская область / Ержан Абаев > Узбекистан [Ташкент] 2025-03-11"]),
        EventLine(
            .russian,
            "Делегация Хорезмской области вернулась из Южной Кореи. Поездка продолжалась с 1 по 6 марта, группу возглавлял хоким Шерзод Рахимов.",
            ["Делегация Хорезмской области / Шерзод Рахимов > Южная Корея [] 2025-03-01"]),
        EventLine(
            .russian,
            "Хоким Наманганской области Алишер Каримов подписал в Стамбуле соглашение с компанией «Мармара Текстиль».",
            []),
        EventLine(
            .russian, "В Ташкенте прошёл форум инвесторов, в котором участвовали компании из Китая и Турции.",
            []),
        EventLine(
            .russian, "Хоким области Алишер Каримов принял делегацию провинции Хэнань.",
            []),
        EventLine(
            .russian, "Губернатор Курганской области Вадим Шумов прибудет в Узбекистан 20 марта.",
            ["Курганская область / Вадим Шумов > Узбекистан [] 2025-03-20"]),
        EventLine(
            .russian,
            "Делегация Кашкадарьинской области посетила Польшу. 4 марта она прилетела в Варшаву, откуда переехала в Краков.",
            ["Делегация Кашкадарьинской области / - > Польша [Варшава, Краков] 2025-03-04"]),
        EventLine(
            .russian,
            "В рамках поездки в Японию и Южную Корею делегация Сырдарьинской области 2 марта прибыла в Токио, а 5 марта перелетела в Сеул.",
            [
                "делегация Сырдарьинской области / - > Япония [Токио] 2025-03-02",
                "делегация Сырдарьинской области / - > Южная Корея [Сеул] 2025-03-05",
            ]),
        EventLine(
            .english,
            "A delegation from Fergana region led by governor Ravshan Toshev arrived in Turkey on March 3. In Ankara it toured two plants.",
            ["delegation from Fergana region / Ravshan Toshev > Turkey [Ankara] 2025-03-03"]),
        EventLine(
            .english, "Andijan region's deputy governor, Bakhrom Niyazov, flew to Germany on Monday.",
            ["Andijan region / Bakhrom Niyazov > Germany [] 2025-03-10"]),
        EventLine(
            .english, "Governor Akmal Yusupov of Samarkand region visited Seoul on March 6-8.",
            ["Samarkand region / Akmal Yusupov > Seoul [] 2025-03-06"]),
        EventLine(
            .english, "The chief executive of Altona Textiles Ltd, Peter Marlow, arrived in Bukhara yesterday.",
            ["Altona Textiles Ltd / Peter Marlow > Bukhara [] 2025-03-11"]),
        EventLine(
            .english, "The governor of Navoi region, Aziz Salimov, received a delegation from Henan on Tuesday.",
            []),
        EventLine(
            .english, "Altona Textiles Ltd signed a contract in Istanbul with Jizzakh region on March 4.",
            []),
        EventLine(
            .english,
            "A delegation from Bukhara region has returned from Poland. The trip lasted from 1 to 5 March and took in Warsaw.",
            ["delegation from Bukhara region / - > Poland [Warsaw] 2025-03-01"]),
        EventLine(
            .english,
            "The akim of Turkistan region, Erzhan Abayev, is visiting Uzbekistan. He arrived in Tashkent on 11 March.",
            ["Turkistan region / Erzhan Abayev > Uzbekistan [Tashkent] 2025-03-11"]),
        EventLine(
            .english,
            "A trade mission from Khorezm region, headed by deputy governor Timur Aliyev, was in Japan from March 2 to March 4.",
            ["trade mission from Khorezm region / Timur Aliyev > Japan [] 2025-03-02"]),
        EventLine(
            .english, "Namangan region's governor, Oybek Sodiqov, will visit China in April.",
            ["Namangan region / Oybek Sodiqov > China [] 2025-04"]),
        EventLine(
            .uzbekLatin,
            "Farg‘ona viloyati delegatsiyasi 3-mart kuni Turkiyaga yetib bordi. Delegatsiyaga viloyat hokimi Ravshan Toshev boshchilik qilmoqda.",
            ["Farg‘ona viloyati / Ravshan Toshev > Turkiya [] 2025-03-03"]),
        EventLine(
            .uzbekLatin,
            "Andijon viloyati hokimi Bahrom Niyozov boshchiligidagi delegatsiya 5–8-mart kunlari Xitoyda safarda bo‘ldi.",
            ["Andijon viloyati / Bahrom Niyozov > Xitoy [] 2025-03-05"]),
        EventLine(
            .uzbekLatin, "Samarqand viloyati hokimi Akmal Yusupov kecha Germaniyaga ish safari bilan jo‘nab ketdi.",
            ["Samarqand viloyati / Akmal Yusupov > Germaniya [] 2025-03-11"]),
        EventLine(
            .uzbekLatin, "Polshaning Lodz viloyatidan kelgan delegatsiya 10-mart kuni Buxoroga yetib keldi.",
            ["Lodz viloyati / - > Buxoro [] 2025-03-10"]),
        EventLine(
            .uzbekLatin, "Buxoro viloyati hokimi Davron Salimov Xenan provinsiyasi delegatsiyasini qabul qildi.",
            []),
        EventLine(
            .uzbekLatin, "Xorazm viloyati delegatsiyasi Koreyadan qaytdi. Safar 1-martda boshlangan edi.",
            ["Xorazm viloyati / - > Koreya [] 2025-03-01"]),
        EventLine(
            .uzbekLatin,
            "Navoiy viloyati delegatsiyasi Yaponiyada bo‘ldi. 2-mart kuni u Tokioga yetib bordi, 4-mart kuni Osakaga o‘tdi.",
            ["Navoiy viloyati / - > Yaponiya [Tokio, Osaka] 2025-03-02"]),
        EventLine(
            .uzbekCyrillic,
            "Фарғона вилояти делегацияси 3 март куни Туркияга етиб борди. Делегацияга вилоят ҳокими Равшан Тошев бошчилик қилмоқда.",
            ["Фарғона вилояти / Равшан Тошев > Туркия [] 2025-03-03"]),
        EventLine(
            .uzbekCyrillic,
            "Андижон вилояти ҳокими Баҳром Ниёзов бошчилигидаги делегация 5–8 март кунлари Хитойда сафарда бўлди.",
            ["Андижон вилояти / Баҳром Ниёзов > Хитой [] 2025-03-05"]),
        EventLine(
            .uzbekCyrillic, "Самарқанд вилояти ҳокими Акмал Юсупов кеча Германияга жўнаб кетди.",
            ["Самарқанд вилояти / Акмал Юсупов > Германия [] 2025-03-11"]),
        EventLine(
            .uzbekCyrillic, "Бухоро вилояти ҳокими Даврон Салимов Хэнань провинцияси делегациясини қабул қилди.",
            []),
        EventLine(
            .uzbekCyrillic, "Хоразм вилояти делегацияси Корейдан эмас, Кореядан қайтди. Сафар 1 мартда бошланган эди.",
            ["Хоразм вилояти / - > Корея [] 2025-03-01"]),
        EventLine(
            .chinese, "费尔干纳州州长拉夫尚·托舍夫率代表团3月3日抵达土耳其。代表团在安卡拉参观了两家工厂。",
            ["费尔干纳州 / 拉夫尚·托舍夫 > 土耳其 [安卡拉] 2025-03-03"]),
        EventLine(
            .chinese, "3月5日至8日，安集延州代表团访问中国。代表团由副州长巴赫罗姆·尼亚佐夫率领。",
            ["安集延州 / 巴赫罗姆·尼亚佐夫 > 中国 [] 2025-03-05"]),
        EventLine(
            .chinese, "撒马尔罕州州长阿克马尔·尤苏波夫昨天前往德国访问。",
            ["撒马尔罕州 / 阿克马尔·尤苏波夫 > 德国 [] 2025-03-11"]),
        EventLine(
            .chinese, "河南省副省长沈立夏率河南省代表团3月9日抵达塔什干。",
            ["河南省 / 沈立夏 > 塔什干 [] 2025-03-09"]),
        EventLine(
            .chinese, "布哈拉州州长萨利莫夫会见了河南省代表团。",
            []),
        EventLine(
            .chinese, "山东远山机械有限公司3月4日在济南与吉扎克州签署合同。",
            []),
        EventLine(
            .chinese, "花拉子模州代表团结束对韩国的访问回国。访问于3月1日开始，代表团还到了釜山。",
            ["花拉子模州 / - > 韩国 [釜山] 2025-03-01"]),
    ])
    func visits(_ line: EventLine) throws {
        let found = try line.findings.visits.map { visit in
            let cities = visit.cities.map(\.value.name).joined(separator: ", ")
            let who = "\(visit.who?.value.name ?? "-") / \(visit.leader?.value.name ?? "-")"
            return "\(who) > \(visit.to?.value.name ?? "-") [\(cities)] \(visit.date?.value.description ?? "-")"
        }
        #expect(found.sorted() == line.expected.sorted())
    }
}
