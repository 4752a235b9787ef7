import Linkage
import Testing

struct NameTests {
    private let names: NameComparison

    init() throws { names = NameComparison(try NameTables.bundled.get()) }

    @Test(arguments: [
        (NameKind.person, "Шавкат Мирзиёев", "Shavkat Mirziyoyev"),
        (.person, "Шавкат Мирзиёев", "Mirziyoyev Shavkat Miromonovich"),
        (.person, "习近平", "Си Цзиньпин"),
        (.person, "习近平", "Xi Jinping"),
        (.person, "Xi Jinping", "Си Цзиньпин"),
        (.person, "Жаҳонгир Ортиқхўжаев", "Jahongir Ortiqxo‘jayev"),
        (.person, "Джахонгир Артыкходжаев", "Jahongir Ortiqxo'jayev"),
        (.person, "Ш. Мирзиёев", "Shavkat Mirziyoyev"),
        (.organisation, "山东鲁恒重工机械有限公司", "Shandong Luheng Heavy Machinery Co., Ltd"),
        (.organisation, "湖北昌禹农业科技有限公司", "Hubei Changyu Agrotech"),
        (.organisation, "甘肃陇金矿业集团", "Gansu Longjin Mining Group"),
        (.organisation, "兰州祁连冶炼有限公司", "Lanzhou Qilian Smelting Co."),
        (.organisation, "Хубэй Чанъюй Агротех", "湖北昌禹农业科技有限公司"),
        (.organisation, "ООО «Зарафшон Агромаш»", "Zarafshon Agromash LLC"),
        (.organisation, "Ayvazoğlu Tekstil", "Айвазоглу Текстиль"),
        (.organisation, "OAO Gazprom", "АО «Газпром»"),
        (.place, "Гиждуванский район", "гиждуванский район"),
        (.place, "Мирзо Улуғбек", "Mirzo Ulug‘bek"),
        (.place, "Шаньдун", "山东"),
    ])
    func oneNameInTwoScripts(kind: NameKind, one: String, other: String) {
        let found = names.compare(one, other, kind)
        #expect(found.isSame, "\(one) = \(other): \(found.score), \(names.key(one, kind)), \(names.key(other, kind))")
        #expect(names.compare(other, one, kind).score == found.score)
    }

    @Test(arguments: [
        (NameKind.person, "Шавкат Мирзиёев", "Шавкат Рахмонов"),
        (.person, "李强", "李克强"),
        (.person, "Рустам Каримов", "Рустам Азимов"),
        (.person, "Alisher Botirovich Karimov", "Alisher Rustamovich Karimov"),
        (.organisation, "Shandong Luheng Heavy Machinery Co., Ltd", "Shandong Luheng New Materials Co., Ltd."),
        (.organisation, "Ayvazoğlu Tekstil", "Ayvazoğlu İnşaat"),
        (.organisation, "Bank of China", "Asia Development Bank"),
        (.organisation, "湖北昌禹农业科技有限公司", "湖北昌禹矿业有限公司"),
        (.place, "Ташкент", "Термез"),
    ])
    func twoNames(kind: NameKind, one: String, other: String) {
        let found = names.compare(one, other, kind)
        #expect(!found.isSame, "\(one) ≠ \(other): \(found.score), \(names.key(one, kind)), \(names.key(other, kind))")
    }

    @Test func legalFormsAndOrderDoNotMatter() {
        #expect(
            names.key("OOO Oboronnye Initsiativy", .organisation)
                == names.key("Oboronnye Initsiativy o.O.O.", .organisation))
        #expect(names.key("Karimov, Alisher", .person) == names.key("Алишер Каримов", .person))
    }

    @Test func numbersAreTold() {
        let found = names.compare("Citigroup Capital Trust II", "Citigroup Capital Trust III", .organisation)
        #expect(found.alignment.numbers > 0)
    }
}
