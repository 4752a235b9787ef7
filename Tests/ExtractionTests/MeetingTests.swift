import Deals
import Extraction
import SourceText
import Testing

/// Meetings in short texts, as “sides @ place day”. Every name of a person or company is invented.
@Suite struct MeetingTests {
    @Test(arguments: [
        EventLine(
            .russian,
            "Хоким Ферганской области Равшан Тошев 4 марта встретился в Анкаре с руководством компании «Мармара Текстиль».",
            ["Ферганская область + Мармара Текстиль @ Анкара 2025-03-04"]),
        EventLine(
            .russian, "Вчера хоким Бухарской области Даврон Салимов принял делегацию компании «Альтона Текс».",
            ["Бухарская область + Альтона Текс @ - 2025-03-11"]),
        EventLine(
            .russian,
            "Делегация компании «Альтона Текс» 10 марта была принята хокимом Навоийской области Азизом Салимовым.",
            ["Альтона Текс + Навоийская область @ - 2025-03-10"]),
        EventLine(
            .russian, "Делегация Андижанской области 6 марта посетила завод компании «Ханса Мотор» в Гамбурге.",
            ["Андижанская область + Ханса Мотор @ Гамбург 2025-03-06"]),
        EventLine(
            .russian,
            "Соглашение подписали 7 марта в Карши хоким Кашкадарьинской области Нодир Бобоев и компания «Альтона Текс».",
            []),
        EventLine(
            .russian,
            "Хоким Кашкадарьинской области Нодир Бобоев и глава компании «Альтона Текс» Игорь Ветров подписали договор в Карши 7 марта. Перед церемонией Бобоев и Ветров провели переговоры.",
            ["Кашкадарьинская область + Альтона Текс @ Карши 2025-03-07"]),
        EventLine(
            .russian, "В Ташкенте прошёл саммит, на который приехали главы восьми государств.",
            []),
        EventLine(
            .russian,
            "В понедельник министр энергетики Узбекистана Санжар Валиев провёл переговоры с компанией «Гелиос Пауэр».",
            ["Узбекистан + Гелиос Пауэр @ - 2025-03-10"]),
        EventLine(
            .russian,
            "Делегация Хорезмской области прибыла в Сеул 2 марта. На следующий день она встретилась с представителями компании «Ханбада».",
            ["Хорезмская область + Ханбада @ Сеул 2025-03-03"]),
        EventLine(
            .russian, "Область получила кредит на 20 млн долларов от банка «Меркурий».",
            []),
        EventLine(
            .russian, "Хоким Джизакской области Улугбек Мирзаев встретился с посетителями выставки.",
            []),
        EventLine(
            .english,
            "Fergana region's governor, Ravshan Toshev, met the head of Marmara Tekstil A.Ş., Kemal Arslan, in Ankara on March 4.",
            ["Fergana region + Marmara Tekstil A.Ş. @ Ankara 2025-03-04"]),
        EventLine(
            .english,
            "A delegation of Altona Textiles Ltd was received by the governor of Bukhara region, Davron Salimov, on Tuesday.",
            ["Altona Textiles Ltd + Bukhara region @ - 2025-03-11"]),
        EventLine(
            .english,
            "The governor of Navoi region, Aziz Salimov, received executives of Altona Textiles Ltd yesterday.",
            ["Navoi region + Altona Textiles Ltd @ - 2025-03-11"]),
        EventLine(
            .english,
            "Governor Akmal Yusupov of Samarkand region held talks with Hansa Motor GmbH in Hamburg on 6 March.",
            ["Samarkand region + Hansa Motor GmbH @ Hamburg 2025-03-06"]),
        EventLine(
            .english, "Andijan region and Altona Textiles Ltd signed a contract in Istanbul on March 4.",
            []),
        EventLine(
            .english, "The company received a loan of $20 million from Mercury Bank.",
            []),
        EventLine(
            .english,
            "A delegation from Khorezm region arrived in Seoul on March 2. The next day it met managers of Hanbada Holding Corp and toured the port.",
            ["Khorezm region + Hanbada Holding Corp @ Seoul 2025-03-03"]),
        EventLine(
            .english,
            "Peter Marlow, chief executive of Altona Textiles Ltd, flew into Navoi on Sunday. On Monday he met the governor of Navoi region, Aziz Salimov.",
            ["Altona Textiles Ltd + Navoi region @ Navoi 2025-03-10"]),
        EventLine(
            .english, "A forum of investors opened in Tashkent on Monday; companies from nine countries took part.",
            []),
        EventLine(
            .english,
            "The papers were signed in Bukhara on March 7 by the governor of Bukhara region, Nodir Boboyev, and the director of Altona Textiles Ltd, Peter Marlow. Before the signing Boboyev and Marlow held talks.",
            ["Bukhara region + Altona Textiles Ltd @ Bukhara 2025-03-07"]),
        EventLine(
            .english, "A delegation from Andijan region called at Hansa Motor GmbH in Hamburg on 6 March.",
            ["Andijan region + Hansa Motor GmbH @ Hamburg 2025-03-06"]),
        EventLine(
            .uzbekLatin,
            "Farg‘ona viloyati hokimi Ravshan Toshev 4-mart kuni Anqarada “Marmara Tekstil” kompaniyasi rahbariyati bilan uchrashdi.",
            ["Farg‘ona viloyati + Marmara Tekstil @ Anqara 2025-03-04"]),
        EventLine(
            .uzbekLatin,
            "Kecha Buxoro viloyati hokimi Davron Salimov “Altona Teks” kompaniyasi delegatsiyasini qabul qildi.",
            ["Buxoro viloyati + Altona Teks @ - 2025-03-11"]),
        EventLine(
            .uzbekLatin,
            "“Altona Teks” kompaniyasi vakillarini 10-mart kuni Navoiy viloyati hokimi Aziz Salimov qabul qildi.",
            ["Altona Teks + Navoiy viloyati @ - 2025-03-10"]),
        EventLine(
            .uzbekLatin, "Andijon viloyati delegatsiyasi 6-mart kuni Gamburgda “Hansa Motor” korxonasida bo‘ldi.",
            ["Andijon viloyati + Hansa Motor @ Gamburg 2025-03-06"]),
        EventLine(
            .uzbekLatin, "Samarqand viloyati va Xenan provinsiyasi o‘rtasida 5-mart kuni muzokara bo‘lib o‘tdi.",
            ["Samarqand viloyati + Xenan @ - 2025-03-05"]),
        EventLine(
            .uzbekLatin, "Jizzax viloyati va “Altona Teks” kompaniyasi 4-mart kuni shartnoma imzoladi.",
            []),
        EventLine(
            .uzbekLatin,
            "Xorazm viloyati delegatsiyasi 2-mart kuni Seulga yetib bordi. Ertasi kuni delegatsiya “Hanbada” kompaniyasi vakillari bilan uchrashdi.",
            ["Xorazm viloyati + Hanbada @ Seul 2025-03-03"]),
        EventLine(
            .uzbekLatin, "Toshkentda investitsiya forumi bo‘lib o‘tdi. Unda to‘qqiz davlat kompaniyalari qatnashdi.",
            []),
        EventLine(
            .uzbekCyrillic,
            "Фарғона вилояти ҳокими Равшан Тошев 4 март куни Анқарада «Мармара Текстил» компанияси раҳбарияти билан учрашди.",
            ["Фарғона вилояти + Мармара Текстил @ Анқара 2025-03-04"]),
        EventLine(
            .uzbekCyrillic,
            "Кеча Бухоро вилояти ҳокими Даврон Салимов «Альтона Текс» компанияси делегациясини қабул қилди.",
            ["Бухоро вилояти + Альтона Текс @ - 2025-03-11"]),
        EventLine(
            .uzbekCyrillic,
            "Андижон вилояти делегацияси 6 март куни Гамбургда «Ҳанса Мотор» компанияси вакиллари билан музокара ўтказди.",
            ["Андижон вилояти + Ҳанса Мотор @ Гамбург 2025-03-06"]),
        EventLine(
            .uzbekCyrillic, "Жиззах вилояти ва «Альтона Текс» компанияси 4 март куни шартнома имзолади.",
            []),
        EventLine(
            .chinese, "3月4日，费尔干纳州州长拉夫尚·托舍夫在安卡拉会见远山机械有限公司董事长孔令秋。",
            ["费尔干纳州 + 远山机械有限公司 @ 安卡拉 2025-03-04"]),
        EventLine(
            .chinese, "昨天，布哈拉州州长达夫龙·萨利莫夫会见了河南省代表团。",
            ["布哈拉州 + 河南省 @ - 2025-03-11"]),
        EventLine(
            .chinese, "河南省副省长沈立夏3月9日在塔什干与塔什干州州长卡里莫夫举行会谈。",
            ["河南省 + 塔什干州 @ 塔什干 2025-03-09"]),
        EventLine(
            .chinese, "吉扎克州与山东远山机械有限公司3月4日在济南签署合同。",
            []),
        EventLine(
            .chinese, "投资论坛在塔什干举行，九个国家的企业参加。",
            []),
        EventLine(
            .chinese, "安集延州代表团3月6日抵达首尔。次日，代表团拜访了远山机械有限公司。",
            ["安集延州 + 远山机械有限公司 @ 首尔 2025-03-07"]),
        EventLine(
            .chinese, "签约前，撒马尔罕州州长尤苏波夫与远山机械有限公司总经理唐为举行会谈。合同3月7日在撒马尔罕签署。",
            ["撒马尔罕州 + 远山机械有限公司 @ 撒马尔罕 2025-03-07"]),
    ])
    func meetings(_ line: EventLine) throws {
        let found = try line.findings.meetings.map { meeting in
            let sides = meeting.parties.map(\.value.name).joined(separator: " + ")
            return "\(sides) @ \(meeting.place?.value.name ?? "-") \(meeting.date?.value.description ?? "-")"
        }
        #expect(found.sorted() == line.expected.sorted())
    }
}
