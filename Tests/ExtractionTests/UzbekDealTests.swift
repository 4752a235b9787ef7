import SourceText
import Testing

/// Deals in short Uzbek texts of both scripts. Every company and person is invented.
@Suite struct UzbekDealTests {
    typealias Text = DealText
    typealias Deal = DealText.Deal

    @Test(arguments: texts) func deals(_ text: Text) throws { try text.check() }

    static let texts: [Text] = [
        Text(
            .uzbekLatin,
            """
            Navoiy viloyati hokimligi va Turkiyaning Yildiz Cam kompaniyasi shisha zavodi qurish bo‘yicha memorandum imzoladi. Hujjat 17-may kuni Ankarada imzolandi. Zavod Karmana tumanida quriladi, qiymati 24 mln dollar.
            """,
            [
                Deal(
                    kind: "memorandum", status: "signed", parties: ["Navoiy viloyati", "Yildiz Cam"], amount: 24000000,
                    place: "Karmana tumani", date: "2024-05-17")
            ]),
        Text(
            .uzbekLatin,
            """
            Jizzax viloyatining Zomin tumanida 100 MVtli quyosh stansiyasi quriladi. Loyihani Xitoyning Sunway Energy kompaniyasi amalga oshiradi, bunga 80 mln dollar sarflaydi.
            """,
            [
                Deal(
                    kind: "unspecified", status: "announced", parties: ["Sunway Energy"], amount: 80000000,
                    place: "Zomin tumani", date: "")
            ]),
        Text(
            .uzbekLatin,
            """
            “Chust Ipak” MChJ bilan Italiyaning Seta Milano kompaniyasi o‘rtasida 3 mln yevrolik shartnoma tuzildi. Shartnomaga ko‘ra, Chust tumanida ipak gazlama fabrikasi barpo etiladi.
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["Chust Ipak", "Seta Milano"], amount: 3000000,
                    place: "Chust tumani", date: "")
            ]),
        Text(
            .uzbekLatin,
            """
            Kecha Farg‘ona viloyati hokimi Anvar Qodirov Koreyaning Hansol Motors kompaniyasi rahbari Kim Jisu bilan kelishuv imzoladi. Unga ko‘ra, Quva tumanida avtobus zavodi quriladi.
            """,
            [
                Deal(
                    kind: "agreement", status: "signed", parties: ["Farg‘ona viloyati", "Hansol Motors"], amount: 0,
                    place: "Quva tumani", date: "2024-05-19")
            ]),
        Text(
            .uzbekLatin,
            """
            Buxoro viloyatida “Gijduvon Sut” MChJ sut zavodini ishga tushirdi. Loyiha qiymati 45 mlrd so‘m. Zavod G‘ijduvon tumanida joylashgan.
            """,
            [
                Deal(
                    kind: "unspecified", status: "operating", parties: ["Gijduvon Sut"], amount: 45000000000,
                    place: "G‘ijduvon tumani", date: "")
            ]),
        Text(
            .uzbekLatin,
            """
            Namangan viloyati Pop tumanida sement zavodi qurilishi boshlandi. Investor — Rossiyaning “Ural Sement” kompaniyasi, loyiha qiymati 60 mln dollar.
            """,
            [
                Deal(
                    kind: "unspecified", status: "construction", parties: ["Ural Sement"], amount: 60000000,
                    place: "Pop tumani", date: "")
            ]),
        Text(
            .uzbekLatin,
            """
            Urganch shahridagi mehmonxona qurilishi to‘xtab qoldi. Turkiyaning Ege Otel firmasi 2022-yil mart oyida shartnoma imzolagan edi, sarmoya 15 mln dollar deb ko‘rsatilgan.
            """,
            [
                Deal(
                    kind: "contract", status: "stalled", parties: ["Ege Otel"], amount: 15000000, place: "Urganch",
                    date: "2022-03")
            ]),
        Text(
            .uzbekLatin,
            """
            Germaniyaning Nordbau GmbH kompaniyasi Guliston shahridagi g‘isht zavodi loyihasidan voz kechdi. 2021-yilda imzolangan 9 mln yevrolik kelishuv bekor qilindi.
            """,
            [
                Deal(
                    kind: "agreement", status: "cancelled", parties: ["Nordbau GmbH"], amount: 9000000,
                    place: "Guliston", date: "2021")
            ]),
        Text(
            .uzbekLatin,
            """
            Qashqadaryo viloyati hokimligi Polshaning Agro Wisla kompaniyasi bilan un kombinati qurish bo‘yicha shartnomani iyun oyida imzolashni rejalashtirmoqda. Loyiha qiymati 12 mln dollar.
            """,
            [
                Deal(
                    kind: "contract", status: "planned", parties: ["Qashqadaryo viloyati", "Agro Wisla"],
                    amount: 12000000, date: "2024-06")
            ]),
        Text(
            .uzbekLatin,
            """
            Samarqand viloyati delegatsiyasi Pekinda Xitoyning Huaxin Water kompaniyasi vakillari bilan uchrashdi. Hech qanday hujjat imzolanmadi, faqat fikr almashildi.
            """,
            []),
        Text(
            .uzbekLatin,
            """
            Andijon viloyatining Hindiston bilan savdo aylanmasi to‘rt oyda 54 mln dollarga yetdi. Eksport 20 foizga oshdi.
            """,
            []),
        Text(
            .uzbekLatin,
            """
            Osiyo Taraqqiyot Banki Termiz shahrida suv ta’minotini yaxshilash uchun 50 mln dollar kredit ajratdi.
            """,
            [Deal(status: "financing", amount: 50000000, place: "Termiz", date: "")]),
        Text(
            .uzbekLatin,
            """
            Surxondaryo viloyati va Tojikistonning Xatlon viloyati o‘rtasida hamkorlik memorandumi imzolandi. Marosim 18-may kuni Termizda o‘tdi.
            """,
            [
                Deal(
                    kind: "memorandum", status: "signed", parties: ["Surxondaryo viloyati", "Xatlon viloyati"],
                    amount: 0, date: "2024-05-18")
            ]),
        Text(
            .uzbekLatin,
            """
            “Toshkent Kabel” AJ Qozog‘istonning Astana Elektro kompaniyasiga 7 mln dollarlik kabel yetkazib berish bo‘yicha shartnoma imzoladi.
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["Toshkent Kabel", "Astana Elektro"], amount: 7000000,
                    date: "")
            ]),
        Text(
            .uzbekLatin,
            """
            Angren shahrida plastik quvur zavodi ochildi. Zavodni “Angren Plast” MChJ va Eronning Pars Pipe kompaniyasi qurdi, loyihaga 11 mln dollar sarflandi.
            """,
            [
                Deal(
                    kind: "unspecified", status: "operating", parties: ["Angren Plast", "Pars Pipe"], amount: 11000000,
                    place: "Angren", date: "")
            ]),
        Text(
            .uzbekLatin,
            """
            Xorazm viloyati hokimining o‘rinbosari Sanjar Rahimov BAAning Gulf Farms kompaniyasi direktori Omar Hasan bilan niyat bayonnomasini imzoladi. Kompaniya Xonqa tumanida 50 gektarlik issiqxona qurmoqchi, dastlabki qiymati 20 mln dollar.
            """,
            [
                Deal(
                    kind: "intent", status: "signed", parties: ["Xorazm viloyati", "Gulf Farms"], amount: 20000000,
                    place: "Xonqa tumani", date: "")
            ]),
        Text(
            .uzbekLatin,
            """
            Safar yakunida Navoiy viloyati delegatsiyasi 6 ta hujjat imzoladi, umumiy qiymati 120 mln dollar.
            """,
            [Deal(kind: "unspecified", status: "signed", parties: ["Navoiy viloyati"], amount: 120000000, date: "")]),
        Text(
            .uzbekLatin,
            """
            Hokimlik va “Delta Pharm” kompaniyasi Sirdaryo viloyatining Xovos tumanida dori zavodi qurish to‘g‘risida kelishib oldi. Loyiha 18 mln yevroga baholanmoqda.
            """,
            [Deal(status: "announced", amount: 18000000, place: "Xovos tumani", date: "")]),
        Text(
            .uzbekLatin,
            """
            Marg‘ilon shahridagi gilam fabrikasi loyihasi qog‘ozda qolib ketdi: Eronning Kashan Carpet kompaniyasi 2020-yilda imzolangan memorandumdan keyin pul o‘tkazmagan.
            """,
            [Deal(kind: "memorandum", status: "stalled", parties: ["Kashan Carpet"], amount: 0, place: "Marg‘ilon")]),
        Text(
            .uzbekLatin,
            """
            Xitoyning Tianshan Solar kompaniyasi Kogon tumanida quyosh panellari zavodini quradi. Kompaniya bu maqsadda 33 mln dollar yo‘naltiradi. Shartnoma o‘tgan hafta imzolangan.
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["Tianshan Solar"], amount: 33000000,
                    place: "Kogon tumani")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Навоий вилояти ҳокимлиги ва Туркиянинг Yildiz Cam компанияси шиша заводи қуриш бўйича меморандум имзолади. Ҳужжат 17 май куни Анқарада имзоланди. Завод Кармана туманида қурилади, қиймати 24 млн доллар.
            """,
            [
                Deal(
                    kind: "memorandum", status: "signed", parties: ["Навоий вилояти", "Yildiz Cam"], amount: 24000000,
                    place: "Кармана тумани", date: "2024-05-17")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Жиззах вилоятининг Зомин туманида 100 МВтли қуёш станцияси қурилади. Лойиҳани Хитойнинг Sunway Energy компанияси амалга оширади, бунга 80 млн доллар сарфлайди.
            """,
            [
                Deal(
                    kind: "unspecified", status: "announced", parties: ["Sunway Energy"], amount: 80000000,
                    place: "Зомин тумани", date: "")
            ]),
        Text(
            .uzbekCyrillic,
            """
            «Чуст Ипак» МЧЖ билан Италиянинг Seta Milano компанияси ўртасида 3 млн евролик шартнома тузилди. Шартномага кўра, Чуст туманида ипак газлама фабрикаси барпо этилади.
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["Чуст Ипак", "Seta Milano"], amount: 3000000,
                    place: "Чуст тумани", date: "")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Бухоро вилоятида «Ғиждувон Сут» МЧЖ сут заводини ишга туширди. Лойиҳа қиймати 45 млрд сўм. Завод Ғиждувон туманида жойлашган.
            """,
            [
                Deal(
                    kind: "unspecified", status: "operating", parties: ["Ғиждувон Сут"], amount: 45000000000,
                    place: "Ғиждувон тумани", date: "")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Наманган вилояти Поп туманида цемент заводи қурилиши бошланди. Инвестор — Россиянинг «Урал Цемент» компанияси, лойиҳа қиймати 60 млн доллар.
            """,
            [
                Deal(
                    kind: "unspecified", status: "construction", parties: ["Урал Цемент"], amount: 60000000,
                    place: "Поп тумани", date: "")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Урганч шаҳридаги меҳмонхона қурилиши тўхтаб қолди. Туркиянинг Ege Otel фирмаси 2022 йил март ойида шартнома имзолаган эди, сармоя 15 млн доллар деб кўрсатилган.
            """,
            [
                Deal(
                    kind: "contract", status: "stalled", parties: ["Ege Otel"], amount: 15000000, place: "Урганч",
                    date: "2022-03")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Германиянинг Nordbau GmbH компанияси Гулистон шаҳридаги ғишт заводи лойиҳасидан воз кечди. 2021 йилда имзоланган 9 млн евролик келишув бекор қилинди.
            """,
            [
                Deal(
                    kind: "agreement", status: "cancelled", parties: ["Nordbau GmbH"], amount: 9000000,
                    place: "Гулистон", date: "2021")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Самарқанд вилояти делегацияси Пекинда Хитойнинг Huaxin Water компанияси вакиллари билан учрашди. Ҳеч қандай ҳужжат имзоланмади, фақат фикр алмашилди.
            """,
            []),
        Text(
            .uzbekCyrillic,
            """
            Сурхондарё вилояти ва Тожикистоннинг Хатлон вилояти ўртасида ҳамкорлик меморандуми имзоланди. Маросим 18 май куни Термизда ўтди.
            """,
            [
                Deal(
                    kind: "memorandum", status: "signed", parties: ["Сурхондарё вилояти", "Хатлон вилояти"], amount: 0,
                    date: "2024-05-18")
            ]),
        Text(
            .uzbekCyrillic,
            """
            «Тошкент Кабель» АЖ Қозоғистоннинг «Астана Электро» компаниясига 7 млн долларлик кабель етказиб бериш бўйича шартнома имзолади.
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["Тошкент Кабель", "Астана Электро"], amount: 7000000,
                    date: "")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Ангрен шаҳрида пластик қувур заводи очилди. Заводни «Ангрен Пласт» МЧЖ ва Эроннинг Pars Pipe компанияси қурди, лойиҳага 11 млн доллар сарфланди.
            """,
            [
                Deal(
                    kind: "unspecified", status: "operating", parties: ["Ангрен Пласт", "Pars Pipe"], amount: 11000000,
                    place: "Ангрен", date: "")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Хоразм вилояти ҳокимининг ўринбосари Санжар Раҳимов БААнинг Gulf Farms компанияси директори Омар Ҳасан билан ният баённомасини имзолади. Компания Хонқа туманида 50 гектарлик иссиқхона қурмоқчи, дастлабки қиймати 20 млн доллар.
            """,
            [
                Deal(
                    kind: "intent", status: "signed", parties: ["Хоразм вилояти", "Gulf Farms"], amount: 20000000,
                    place: "Хонқа тумани", date: "")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Сафар якунида Навоий вилояти делегацияси 6 та ҳужжат имзолади, умумий қиймати 120 млн доллар.
            """,
            [Deal(kind: "unspecified", status: "signed", parties: ["Навоий вилояти"], amount: 120000000, date: "")]),
        Text(
            .uzbekCyrillic,
            """
            Марғилон шаҳридаги гилам фабрикаси лойиҳаси қоғозда қолиб кетди: Эроннинг Kashan Carpet компанияси 2020 йилда имзоланган меморандумдан кейин пул ўтказмаган.
            """,
            [Deal(kind: "memorandum", status: "stalled", parties: ["Kashan Carpet"], amount: 0, place: "Марғилон")]),
        Text(
            .uzbekCyrillic,
            """
            Хитойнинг Tianshan Solar компанияси Когон туманида қуёш панеллари заводини қуради. Компания бу мақсадда 33 млн доллар йўналтиради. Шартнома ўтган ҳафта имзоланган.
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["Tianshan Solar"], amount: 33000000,
                    place: "Когон тумани")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Осиё Тараққиёт Банки Термиз шаҳрида сув таъминотини яхшилаш учун 50 млн доллар кредит ажратди.
            """,
            [Deal(status: "financing", amount: 50000000, place: "Термиз", date: "")]),
        Text(
            .uzbekCyrillic,
            """
            Андижон вилоятининг Ҳиндистон билан савдо айланмаси тўрт ойда 54 млн долларга етди. Экспорт 20 фоизга ошди.
            """,
            []),
        Text(
            .uzbekCyrillic,
            """
            Қашқадарё вилояти ҳокимлиги Польшанинг Agro Wisla компанияси билан ун комбинати қуриш бўйича шартномани июнь ойида имзолашни режалаштирмоқда. Лойиҳа қиймати 12 млн доллар.
            """,
            [
                Deal(
                    kind: "contract", status: "planned", parties: ["Қашқадарё вилояти", "Agro Wisla"], amount: 12000000,
                    date: "2024-06")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Кеча Фарғона вилояти ҳокими Анвар Қодиров Кореянинг Hansol Motors компанияси раҳбари Ким Жису билан келишув имзолади. Унга кўра, Қува туманида автобус заводи қурилади.
            """,
            [
                Deal(
                    kind: "agreement", status: "signed", parties: ["Фарғона вилояти", "Hansol Motors"], amount: 0,
                    place: "Қува тумани", date: "2024-05-19")
            ]),
        Text(
            .uzbekCyrillic,
            """
            Тошкент вилояти форуми натижалари

            Нурафшонда ўтган форумда вилоят 3 та шартнома имзолади, умумий қиймати 90 млн доллар.

            1. Ангрен. Кафель заводи — «Ангрен Кафель» МЧЖ ва Foshan Tiles. Шартнома, 40 млн доллар.
            2. Чирчиқ. Трансформатор заводи — «Чирчиқ Транс» МЧЖ ва Siraj Electric. Шартнома, 30 млн доллар.
            3. Бекобод. Арматура цехи — «Бекобод Метиз» МЧЖ ва Donmet. Шартнома, 20 млн доллар.
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["Ангрен Кафель", "Foshan Tiles"], amount: 40000000,
                    place: "Ангрен"),
                Deal(
                    kind: "contract", status: "signed", parties: ["Чирчиқ Транс", "Siraj Electric"], amount: 30000000,
                    place: "Чирчиқ"),
                Deal(
                    kind: "contract", status: "signed", parties: ["Бекобод Метиз", "Donmet"], amount: 20000000,
                    place: "Бекобод"),
            ]),
        Text(
            .uzbekLatin,
            """
            Navoiy viloyatining Qiziltepa tumanida tikuv fabrikasi quriladi. Uni Bangladeshning Dhaka Knit kompaniyasi quradi: 14 mln dollar, 800 ish o‘rni. Shartnomaga 16-may kuni imzo chekildi.
            """,
            [Deal(kind: "contract", status: "signed", amount: 14000000, place: "Qiziltepa tumani", date: "2024-05-16")]),
        Text(
            .uzbekLatin,
            """
            Loyiha bahosi 31 mln dollar deb ko‘rsatilgan edi. Amalda esa “Nurli Shisha” MChJ shisha zavodiga 27 mln dollar sarfladi va uni Chirchiq shahrida ishga tushirdi.
            """,
            [Deal(status: "operating", parties: ["Nurli Shisha"], amount: 27000000, place: "Chirchiq")]),
        Text(
            .uzbekCyrillic,
            """
            «Зомин Сут» МЧЖ ва Белоруссиянинг «Минск Молоко» компанияси сут заводи бўйича келишди. Шартномани июль ойида имзолаш режалаштирилган, қиймати 5 млн доллар.
            """,
            [
                Deal(
                    kind: "contract", status: "planned", parties: ["Зомин Сут", "Минск Молоко"], amount: 5000000,
                    date: "2024-07")
            ]),
    ]
}
