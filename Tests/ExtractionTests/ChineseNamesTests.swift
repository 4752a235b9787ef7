import Deals
import Languages
import SourceText
import Testing

@testable import Extraction

/// Names, amounts and dates in single Chinese lines. Every name of a person or company is invented.
@Suite struct ChineseNamesTests {
    struct Line: Sendable, CustomTestStringConvertible {
        let text: String
        let expected: [String]
        init(_ text: String, _ expected: [String]) {
            self.text = text
            self.expected = expected
        }
        var testDescription: String { text }
    }

    private func analysis(_ text: String, published: String? = "2024-05-30") throws -> Analysis {
        let data = try LanguageData.bundled(.chinese)
        let document = Document(text: text, metadata: Metadata(published: published, language: .chinese))
        let tokens = TokenizedText(document, folding: data.folding, abbreviations: data.abbreviations)
        return MentionReader(text: tokens, data: data).analysis()
    }

    private func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    // MARK: Persons

    @Test(arguments: [
        Line("远山机械董事长孔令秋和他的同事出席了仪式。", ["孔令秋"]),
        Line("孔令秋表示，工厂明年投产。", ["孔令秋"]),
        Line("布哈拉州州长巴赫季约尔·萨利莫夫率代表团访问福建。", ["巴赫季约尔·萨利莫夫"]),
        Line("州长萨利莫夫应邀出席论坛。", ["萨利莫夫"]),
        Line("会谈由卡里莫夫总统主持。", ["卡里莫夫"]),
        Line("省委常委、副省长沈立夏会见了客人。", ["沈立夏"]),
        Line("沈立夏副省长在致辞中说，合作前景广阔。", ["沈立夏"]),
        Line("（记者 顾晓桐）", ["顾晓桐"]),
        Line("责任编辑：阿岚", ["阿岚"]),
        Line("编辑：顾晓桐　审核：孟克", ["顾晓桐", "孟克"]),
        Line("本报记者顾晓桐、韩亦舟报道", ["顾晓桐", "韩亦舟"]),
        Line("（顾晓桐 韩亦舟 摄影报道）", ["顾晓桐", "韩亦舟"]),
        Line("工程师石磊称，设备已经到位。", ["石磊"]),
        Line("总经理唐为会见了来访的客人。", ["唐为"]),
        Line("外长布朗-皮韦·杜兰德随后抵达。", ["布朗-皮韦·杜兰德"]),
        Line("能源部部长Timur Saidov与客人交谈。", ["Timur Saidov"]),
        Line("兽医古丽娜孜已经值班两天。", ["古丽娜孜"]),
        Line("农业部部长列利·萨德科夫说，萨德科夫家族没有参与。", ["列利·萨德科夫"]),
        Line("记者在现场看到，专家认为高度重要。", []),
        Line("乌兹别克斯坦和哈萨克斯坦的企业代表参加了会议。", []),
    ])
    func persons(_ line: Line) throws {
        let persons = try analysis(line.text).persons
        let names = persons.map { one in
            persons.filter { $0.entity == one.entity }.max { $0.name.count < $1.name.count }?.name ?? one.name
        }
        #expect(distinct(names) == line.expected)
    }

    // MARK: Organisations

    @Test(arguments: [
        Line("昨日，江西远山机械股份有限公司与布哈拉州政府签署协议。", ["江西远山机械股份有限公司"]),
        Line("江西远山机械股份有限公司（以下简称“远山机械”）中标，远山机械将供货。", ["江西远山机械股份有限公司"]),
        Line("全资子公司远山国际（新加坡）有限公司负责施工。", ["远山国际（新加坡）有限公司"]),
        Line("德国企业“莱茵动力”公司退出了项目。", ["莱茵动力"]),
        Line("公司与“Samarqand Pilla”公司签订合同。", ["Samarqand Pilla"]),
        Line("阿联酋沙丘电力公司（Dune Power）投资建厂，沙丘电力透露了细节。", ["沙丘电力公司"]),
        Line("韩国企业大宇海PLUS宣布加入。", ["大宇海PLUS"]),
        Line("乌兹别克斯坦投资、工业和贸易部发布消息。", ["乌兹别克斯坦投资、工业和贸易部"]),
        Line("据南昌海关统计，出口增长。", ["南昌海关"]),
        Line("代表团到江西棉花研究院座谈。", ["江西棉花研究院"]),
        Line("据《赣江晚报》报道，谈判仍在继续。", ["赣江晚报"]),
        Line("来源：赣江通讯社", ["赣江通讯社"]),
        Line("赣江通讯社南昌5月3日电　代表团抵达。赣江社记者顾晓桐", ["赣江通讯社"]),
        Line("沙漠之舟董事长孔令秋出席。", ["沙漠之舟"]),
        Line("中国进出口银行牵头的银团提供贷款。", ["中国进出口银行"]),
        Line("当地企业和两家国有银行参加了会议。", []),
        Line("该公司与某新材料公司没有签约。", []),
        Line("各部门在中心城区开会，会议由局长主持。", []),
        Line("国家统计局公布了数据。", ["国家统计局"]),
        Line("布哈拉州投资局与外交部举行会谈。", ["布哈拉州投资局", "外交部"]),
    ])
    func organisations(_ line: Line) throws {
        let analysis = try analysis(line.text)
        let names = Dictionary(grouping: analysis.organisations, by: \.entity).values.compactMap { mentions in
            mentions.max { $0.name.count < $1.name.count }?.name
        }
        #expect(Set(names) == Set(line.expected))
    }

    // MARK: Places

    @Test(arguments: [
        Line("工厂设在布哈拉州罗米坦区。", ["布哈拉州", "罗米坦区"]),
        Line("代表团18日抵赣。", ["江西"]),
        Line("省长率团赴沪考察。", ["上海"]),
        Line("江西远山机械有限公司昨日开业。", []),
        Line("朝鲜族居民在江西大厦聚会。", []),
        Line("全州各区、各县的山区道路畅通。", []),
        Line("塔什干市的道路和区域规划", ["塔什干市"]),
    ])
    func places(_ line: Line) throws {
        let found = try analysis(line.text).places.filter { !$0.isInsideName }.map(\.name)
        #expect(distinct(found) == line.expected)
    }

    // MARK: Money

    @Test(arguments: [
        Line("总投资4467万美元。", ["44670000 USD exact"]),
        Line("金额9.3亿元人民币（约合1.27亿美元）。", ["930000000 CNY exact", "127000000 USD about"]),
        Line("投入3000余万元。", ["30000000 CNY over"]),
        Line("贷款3亿多美元。", ["300000000 USD over"]),
        Line("造价一千二百万元。", ["12000000 CNY exact"]),
        Line("总额超10亿元。", ["1000000000 CNY over"]),
        Line("总投资约1.1亿美元。", ["110000000 USD about"]),
        Line("投资5至8亿元。", ["500000000 CNY exact", "800000000 CNY up_to"]),
        Line("投资3000万至3500万美元。", ["30000000 USD exact", "35000000 USD up_to"]),
        Line("总价不超过1.56亿美元。", ["156000000 USD up_to"]),
        Line("港币3000万元已经到账。", ["30000000 HKD exact"]),
        Line("注册资本HK$5000万。", ["50000000 HKD exact"]),
        Line("一趟能挣八百块。", ["800 CNY exact"]),
        Line("原定投资1800万美元，最后花了2240万。", ["18000000 USD exact", "22400000 USD exact"]),
        Line("合同金额22,357.03万美元。", ["223570300 USD exact"]),
        Line("总额2亿3000万索莫尼。", ["230000000 TJS exact"]),
        Line("规模1.2万亿元。", ["1200000000000 CNY exact"]),
        Line("年处理矿石80万吨，员工546人。", []),
    ])
    func money(_ line: Line) throws {
        let found = try analysis(line.text).money.map { mention in
            "\(Int(mention.money.value)) \(mention.money.currency) \(mention.money.qualifier.rawValue)"
        }
        #expect(found == line.expected)
    }

    // MARK: Dates, told on 30 May 2024, a Thursday

    @Test(arguments: [
        Line("5月20日签约。", ["2024-05-20"]),
        Line("昨日签约。", ["2024-05-29"]),
        Line("上周三签约。", ["2024-05-22"]),
        Line("本周一签约。", ["2024-05-27"]),
        Line("去年5月签约。", ["2023-05"]),
        Line("今年3月11日开工。", ["2024-03-11"]),
        Line("本月10日开工。", ["2024-05-10"]),
        Line("18日抵达。", ["2024-05-18"]),
        Line("5月18日至20日访问。", ["2024-05"]),
        Line("二〇二四年五月五日", ["2024-05-05"]),
        Line("2023年10月19日签署备忘录，次日返回。", ["2023-10-19", "2023-10-20"]),
        Line("5月6日抵达，当天会见了省长。", ["2024-05-06", "2024-05-06"]),
        Line("2022年9月签约，同年12月开工。", ["2022-09", "2022-12"]),
        Line("今年1至4月出口增长。", ["2024"]),
    ])
    func dates(_ line: Line) throws {
        #expect(try analysis(line.text).dates.compactMap { $0.whole?.description } == line.expected)
    }

    @Test func bareDayWithoutPublicationTakesTheMonthToldBefore() throws {
        let dates = try analysis("2023年10月18日，代表团抵达武汉。20日，双方签约。", published: nil).dates
        #expect(dates.map(\.date.description) == ["2023-10-18", "2023-10-20"])
    }

    @Test func theDayOfSigningIsTheSigningsOwn() throws {
        let text = "昨日，双方在武汉签订协议。\n\n州长28日率团抵达。签约当天，他还到研究院座谈。"
        let dates = try analysis(text).dates
        #expect(dates.last?.date.description == "2024-05-29")
    }

    @Test func officesBelongToWhatStandsBeforeThem() throws {
        let analysis = try analysis("布哈拉州州长萨利莫夫与远山机械集团总裁孔令秋举行会谈。")
        #expect(analysis.roles.map(\.title) == ["布哈拉州州长", "远山机械集团总裁"])
        #expect(analysis.persons.map(\.role) == [0, 1])
    }
}
