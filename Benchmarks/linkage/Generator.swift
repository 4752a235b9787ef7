import Deals
import Languages
import SourceText
import Linkage

/// Seeded random numbers (Steele, Lea and Flood's SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
    mutating func chance(_ share: Double) -> Bool { Double(next() >> 11) / 9_007_199_254_740_992 < share }
    mutating func pick<T>(_ list: [T]) -> T { list[Int(next() % UInt64(list.count))] }
}

/// A company under the names that texts of each language give it.
struct GeneratedCompany {
    /// Latin, Russian Cyrillic, Uzbek Cyrillic, Chinese (or Latin where it has no Chinese name).
    let names: [String]
}

/// Makes agreements as several outlets would tell them, with their spelling noise, and knows which are one deal.
///
/// A tenth of the companies has many deals, and a sixth of the deals is made to look like another one: the same company in
/// another district, or another company with the same sum in the same district.
struct Generator {
    private var random: Seeded
    private let districts: [Place]
    private let regions: [Place]
    private let places: Places
    private var companies: [GeneratedCompany] = []
    private var number = 0
    private var last: Deal?

    struct Deal {
        var company: Int
        var partner: Int?
        var district: Int
        var subject: Int
        var figure: Int?
        var amount: Double
        var currency: String
        var start: Int
        var kind: AgreementKind
    }

    static let tags: [LanguageTag] = [.english, .russian, .uzbekCyrillic, .chinese, .uzbekLatin]

    init(seed: UInt64, companies count: Int, pinyin: Pinyin) throws {
        random = Seeded(state: seed)
        places = try Places.bundled.get()
        districts = places.all.filter {
            $0.id.hasPrefix("UZ-") && ($0.kind == .district || $0.kind == .city) && $0.parent?.hasPrefix("UZ-") == true
        }
        regions = places.all.filter { $0.id.hasPrefix("UZ-") && $0.kind == .region }
        companies.reserveCapacity(count)
        for _ in 0..<count { companies.append(random.chance(0.4) ? chinese(pinyin) : local()) }
    }

    // MARK: Companies

    private static let syllables: [(String, String)] = [
        ("ba", "ба"), ("bo", "бо"), ("da", "да"), ("do", "до"), ("fa", "фа"), ("go", "го"), ("ka", "ка"), ("ko", "ко"),
        ("la", "ла"),
        ("lo", "ло"), ("ma", "ма"), ("mi", "ми"), ("na", "на"), ("ni", "ни"), ("no", "но"), ("ra", "ра"), ("ri", "ри"),
        ("ro", "ро"),
        ("sa", "са"), ("si", "си"), ("so", "со"), ("ta", "та"), ("ti", "ти"), ("to", "то"), ("va", "ва"), ("vi", "ви"),
        ("za", "за"),
        ("zi", "зи"), ("sha", "ша"), ("cho", "чо"), ("bek", "бек"), ("nur", "нур"), ("dor", "дор"), ("bar", "бар"),
        ("tur", "тур"),
        ("shah", "шах"), ("gul", "гул"), ("kan", "кан"), ("lin", "лин"), ("mar", "мар"), ("san", "сан"), ("ter", "тер"),
        ("yul", "юл"),
        ("zor", "зор"),
    ]
    private static let branches: [(String, String, String)] = [
        ("Invest", "Инвест", "Инвест"), ("Textile", "Текстиль", "Текстил"), ("Cement", "Цемент", "Цемент"),
        ("Agro", "Агро", "Агро"),
        ("Energy", "Энерго", "Энерго"), ("Trade", "Трейд", "Трейд"), ("Logistics", "Логистика", "Логистика"),
        ("Pharma", "Фарма", "Фарма"),
        ("Construction", "Строй", "Қурилиш"), ("Steel", "Сталь", "Пўлат"), ("Group", "Групп", "Гуруҳ"),
    ]

    private mutating func local() -> GeneratedCompany {
        var latin: [String] = []
        var cyrillic: [String] = []
        for _ in 0..<2 {
            var one = ""
            var other = ""
            for _ in 0..<Int.random(in: 2...3, using: &random) {
                let syllable = random.pick(Self.syllables)
                one += syllable.0
                other += syllable.1
            }
            latin.append(one.capitalizedFirst)
            cyrillic.append(other.capitalizedFirst)
        }
        let branch = random.pick(Self.branches)
        return GeneratedCompany(names: [
            (latin + [branch.0, "LLC"]).joined(separator: " "),
            "ООО «" + (cyrillic + [branch.1]).joined(separator: " ") + "»",
            (cyrillic + [branch.2]).joined(separator: " ") + " МЧЖ", (latin + [branch.0]).joined(separator: " "),
        ])
    }

    private static let provinces = [
        ("山东", "Shandong", "Шаньдун"), ("湖北", "Hubei", "Хубэй"), ("湖南", "Hunan", "Хунань"), ("江苏", "Jiangsu", "Цзянсу"),
        ("浙江", "Zhejiang", "Чжэцзян"), ("广东", "Guangdong", "Гуандун"), ("四川", "Sichuan", "Сычуань"),
        ("陕西", "Shaanxi", "Шэньси"), ("甘肃", "Gansu", "Ганьсу"), ("河南", "Henan", "Хэнань"), ("青岛", "Qingdao", "Циндао"),
        ("西安", "Xi'an", "Сиань"),
    ]
    private static let industries = [
        ("机械有限公司", "Machinery Co., Ltd", "Машинери"), ("电缆集团", "Cable Group", "Кабель Групп"),
        ("矿业有限公司", "Mining Co., Ltd", "Майнинг"), ("建材有限公司", "Materials Co., Ltd", "Материалы"),
        ("纺织有限公司", "Textile Co., Ltd", "Текстиль"), ("农业科技有限公司", "Agrotech Co., Ltd", "Агротех"),
        ("能源集团", "Energy Group", "Энерджи"), ("化工有限公司", "Chemical Co., Ltd", "Кемикал"),
    ]
    private static let characters = Array(
        "鲁恒昌禹陇金祁连宝丰清河北山南海东方天路通源佛远龙华新民大成永安泰和瑞丰正康信义德顺兴盛达隆万里长江黄浦云岭春秋月星光明玉石松竹梅兰青峰高原平川木林森水泉波涛海洋文武英雄国富强立志远航飞鹏鸿鹤凤凰麒麟")

    private mutating func chinese(_ pinyin: Pinyin) -> GeneratedCompany {
        let province = random.pick(Self.provinces)
        let industry = random.pick(Self.industries)
        var han = ""
        var latin = ""
        var cyrillic = ""
        for _ in 0..<Int.random(in: 2...3, using: &random) {
            let character = random.pick(Self.characters)
            guard let unit = String(character).utf16.first, let syllable = pinyin.syllable(unit) else { continue }
            han.append(character)
            latin += syllable
            cyrillic += pinyin.cyrillic(syllable) ?? syllable
        }
        return GeneratedCompany(names: [
            "\(province.1) \(latin.capitalizedFirst) \(industry.1)",
            "\(province.2) \(cyrillic.capitalizedFirst) \(industry.2)",
            "\(province.2) \(cyrillic.capitalizedFirst) \(industry.2)", province.0 + han + industry.0,
        ])
    }

    // MARK: Deals

    /// Subject in English, Russian, Uzbek Cyrillic, Chinese, Uzbek Latin; its sector; the unit of its figure.
    private static let subjects: [([String], Sector, Bool)] = [
        (
            [
                "solar power plant", "солнечная электростанция", "қуёш электр станцияси", "光伏电站",
                "quyosh elektr stansiyasi",
            ], .energy, true
        ),
        (["wind farm", "ветропарк", "шамол электр станцияси", "风电场", "shamol elektr stansiyasi"], .energy, true),
        (["cement plant", "цементный завод", "цемент заводи", "水泥厂", "sement zavodi"], .manufacturing, false),
        (["cable factory", "кабельный завод", "кабель заводи", "电缆厂", "kabel zavodi"], .manufacturing, false),
        (
            ["textile cluster", "текстильный кластер", "тўқимачилик кластери", "纺织集群", "to'qimachilik klasteri"],
            .manufacturing, false
        ),
        (
            ["garment factory", "швейная фабрика", "тикувчилик фабрикаси", "服装厂", "tikuvchilik fabrikasi"],
            .manufacturing, false
        ),
        (
            ["greenhouse complex", "тепличный комплекс", "иссиқхона мажмуаси", "温室综合体", "issiqxona majmuasi"],
            .agriculture, true
        ),
        (["dairy farm", "молочная ферма", "сут фермаси", "奶牛场", "sut fermasi"], .agriculture, true),
        (
            ["poultry complex", "птицеводческий комплекс", "паррандачилик мажмуаси", "养鸡场", "parrandachilik majmuasi"],
            .agriculture, false
        ),
        (["hotel", "гостиница", "меҳмонхона", "酒店", "mehmonxona"], .tourism, true),
        (["hospital", "больница", "шифохона", "医院", "shifoxona"], .healthcare, true),
        (
            ["logistics centre", "логистический центр", "логистика маркази", "物流中心", "logistika markazi"], .transport,
            false
        ),
        (
            [
                "supply of buses", "поставка автобусов", "автобуслар етказиб бериш", "供应公交车",
                "avtobuslar yetkazib berish",
            ], .transport, true
        ),
        (["data centre", "дата-центр", "дата-марказ", "数据中心", "data-markaz"], .ict, false),
        (["glass factory", "стекольный завод", "шиша заводи", "玻璃厂", "shisha zavodi"], .manufacturing, false),
        (
            [
                "ceramic tile factory", "завод керамической плитки", "сопол плитка заводи", "陶瓷砖厂",
                "sopol plitka zavodi",
            ], .manufacturing, false
        ),
        (
            ["tractor assembly plant", "сборка тракторов", "трактор йиғиш заводи", "拖拉机组装厂", "traktor yig'ish zavodi"],
            .manufacturing, false
        ),
        (
            ["pharmaceutical plant", "фармацевтический завод", "фармацевтика заводи", "制药厂", "farmatsevtika zavodi"],
            .manufacturing, false
        ),
        (
            ["ore-dressing plant", "обогатительная фабрика", "бойитиш фабрикаси", "选矿厂", "boyitish fabrikasi"], .mining,
            false
        ),
        (
            [
                "waste processing plant", "мусороперерабатывающий завод", "чиқинди қайта ишлаш заводи", "垃圾处理厂",
                "chiqindi qayta ishlash zavodi",
            ], .waterWaste, false
        ),
        (
            ["water supply network", "водопроводные сети", "ичимлик суви тармоғи", "供水管网", "ichimlik suvi tarmog'i"],
            .waterWaste, false
        ),
        (
            ["furniture factory", "мебельная фабрика", "мебель фабрикаси", "家具厂", "mebel fabrikasi"], .manufacturing,
            false
        ),
        (["leather processing", "кожевенный завод", "чарм заводи", "皮革厂", "charm zavodi"], .manufacturing, false),
        (
            [
                "corn processing plant", "переработка кукурузы", "маккажўхори қайта ишлаш", "玉米深加工厂",
                "makkajo'xori qayta ishlash",
            ], .manufacturing, false
        ),
        (
            ["residential complex", "жилой комплекс", "турар жой мажмуаси", "住宅综合体", "turar joy majmuasi"],
            .construction, true
        ),
        (
            ["fish farm", "рыбоводческое хозяйство", "балиқчилик хўжалиги", "渔场", "baliqchilik xo'jaligi"],
            .agriculture, false
        ),
        (
            ["plastic pipe plant", "завод пластиковых труб", "пластик қувур заводи", "塑料管厂", "plastik quvur zavodi"],
            .manufacturing, false
        ),
        (
            ["battery plant", "завод аккумуляторов", "аккумулятор заводи", "电池厂", "akkumulyator zavodi"],
            .manufacturing, false
        ),
        (
            ["university branch", "филиал университета", "университет филиали", "大学分校", "universitet filiali"],
            .education, false
        ),
        (
            ["copper foil plant", "завод медной фольги", "мис фольга заводи", "铜箔厂", "mis folga zavodi"],
            .manufacturing, false
        ),
    ]

    private mutating func deal() -> Deal {
        // A few companies have many deals.
        let company =
            random.chance(0.15)
            ? Int(random.next() % UInt64(max(companies.count / 100, 1))) : Int(random.next() % UInt64(companies.count))
        let subject = Int(random.next() % UInt64(Self.subjects.count))
        let currency = random.pick(["USD", "USD", "USD", "USD", "EUR", "UZS", "CNY"])
        let steps: [Double] = [1, 1.2, 1.5, 1.8, 2, 2.4, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.4, 7, 7.5, 8, 8.5, 9]
        let scale: [Double] = currency == "UZS" ? [1e10, 1e11, 1e12] : [1e6, 1e7, 1e7, 1e8]
        var deal = Deal(
            company: company, partner: random.chance(0.35) ? Int(random.next() % UInt64(companies.count)) : nil,
            district: Int(random.next() % UInt64(districts.count)), subject: subject,
            figure: Self.subjects[subject].2 ? Int.random(in: 2...60, using: &random) * 10 : nil,
            amount: random.pick(steps) * random.pick(scale), currency: currency,
            start: Int.random(in: 0..<3000, using: &random),
            kind: random.pick([.contract, .agreement, .agreement, .memorandum, .intent, .unspecified]))
        if let last, random.chance(0.16) {
            // A look-alike of the deal before.
            if random.chance(0.6) {
                deal.company = last.company
                if random.chance(0.5) { deal.amount = last.amount; deal.currency = last.currency }
            } else {
                deal.district = last.district
                deal.amount = last.amount
                deal.currency = last.currency
                deal.start = last.start + Int.random(in: 0...20, using: &random)
            }
        }
        last = deal
        return deal
    }

    /// The next deal as one to seven documents tell it.
    mutating func next() -> [LinkRecord] {
        let deal = deal()
        let count = random.chance(0.3) ? 1 : Int.random(in: 2...6, using: &random)
        let tellings = (0..<count).map { telling(deal, $0) }
        number += 1
        return tellings
    }

    private mutating func telling(_ deal: Deal, _ ordinal: Int) -> LinkRecord {
        let language = Int(random.next() % 5)
        let later = ordinal > 0 && random.chance(0.3)
        let days = deal.start + (later ? Int.random(in: 60...700, using: &random) : 0)
        let day = PartialDate(year: 2018, month: 1, day: 1)!.adding(days: days)!
        let told = day.adding(days: Int.random(in: 0...3, using: &random))!
        let date: PartialDate? =
            random.chance(0.15) ? nil : random.chance(0.15) ? PartialDate(year: day.year, month: day.month) : day
        var parties: [NamedEntity] = []
        if !random.chance(0.06) { parties.append(NamedEntity(name: name(deal.company, language), kind: .company)) }
        if let partner = deal.partner, !random.chance(0.3) {
            parties.append(NamedEntity(name: name(partner, language), kind: .company))
        }
        let district = districts[deal.district]
        if deal.partner == nil, random.chance(0.5), let region = district.parent.flatMap({ places[$0] }) {
            parties.append(
                NamedEntity(name: region.name(in: Self.tags[language]) ?? "", kind: .place, place: region.id))
        }
        var place: NamedEntity?
        if !random.chance(0.08) {
            let where_ = random.chance(0.12) ? district.parent.flatMap { places[$0] } ?? district : district
            place = NamedEntity(name: where_.name(in: Self.tags[language]) ?? "", kind: .place, place: where_.id)
        }
        let (texts, sector, _) = Self.subjects[deal.subject]
        var subject: String? = texts[language]
        if let figure = deal.figure, random.chance(0.7) { subject! += " \(figure)" }
        if random.chance(0.05) { subject = nil }
        return LinkRecord(
            id: "\(number).\(ordinal)", document: "d\(number).\(ordinal)", published: told,
            kind: random.chance(0.2) ? .unspecified : deal.kind,
            status: later ? random.pick([.financing, .construction, .operating, .stalled]) : .signed,
            parties: parties, amount: amount(deal, day.year), subject: subject,
            sector: random.chance(0.04) ? .other : sector, place: place,
            date: date, count: 1)
    }

    private mutating func amount(_ deal: Deal, _ year: Int) -> Money? {
        if random.chance(0.22) { return nil }
        if random.chance(0.05) { return Money(value: (deal.amount * 1.12).rounded(), currency: deal.currency) }
        if deal.currency == "CNY" || deal.currency == "EUR", random.chance(0.25) {
            let dollars = deal.amount / (deal.currency == "CNY" ? 6.9 : 0.9)
            let unit = dollars > 1e8 ? 1e7 : 1e6
            return Money(value: max((dollars / unit).rounded(), 1) * unit, currency: "USD", qualifier: .about)
        }
        return Money(value: deal.amount, currency: deal.currency, qualifier: random.chance(0.1) ? .about : .exact)
    }

    /// A company's name in a language, with the slips that texts make.
    private mutating func name(_ company: Int, _ language: Int) -> String {
        let names = companies[company].names
        // Texts in Cyrillic often keep the Latin name.
        var name = names[language == 4 || random.chance(0.2) ? 0 : language]
        if random.chance(0.3) {
            for form in [" LLC", " Co., Ltd", " МЧЖ", "ООО "] where name.contains(form) {
                name = name.replacing(form, with: "")
                break
            }
        }
        if random.chance(0.06), name.utf8.allSatisfy({ $0 < 0x80 }), name.count > 8 {
            var letters = Array(name)
            let at = Int.random(in: 1..<letters.count - 2, using: &random)
            switch random.next() % 3 {
            case 0: letters.swapAt(at, at + 1)
            case 1: letters.remove(at: at)
            default: letters.insert(letters[at], at: at)
            }
            name = String(letters)
        }
        return name
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
