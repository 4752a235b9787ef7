import SourceText
import Testing

/// Deals in short Chinese texts. Every company and person is invented.
@Suite struct ChineseDealTests {
    typealias Text = DealText
    typealias Deal = DealText.Deal

    @Test(arguments: texts) func deals(_ text: Text) throws { try text.check() }

    static let texts: [Text] = [
        Text(
            .chinese,
            """
            5月17日，乌兹别克斯坦纳沃伊州政府与中国西北玻璃有限公司在西安签署谅解备忘录。双方将在卡尔马纳区建设玻璃厂，总投资2400万美元。
            """,
            [
                Deal(
                    kind: "memorandum", status: "signed", parties: ["纳沃伊州", "西北玻璃有限公司"], amount: 24000000,
                    place: "卡尔马纳区", date: "2024-05-17")
            ]),
        Text(
            .chinese,
            """
            陕西秦源新能源有限公司计划投资8000万美元，在乌兹别克斯坦吉扎克州建设100兆瓦光伏电站。
            """,
            [
                Deal(
                    kind: "unspecified", status: "announced", parties: ["陕西秦源新能源有限公司"], amount: 80000000, place: "吉扎克州",
                    date: "")
            ]),
        Text(
            .chinese,
            """
            昨日，山东润禾食品有限公司与哈萨克斯坦阿拉木图州签署投资协议，将在该州建设番茄酱厂，项目金额1.2亿元人民币（约合1660万美元）。
            """,
            [
                Deal(
                    kind: "agreement", status: "signed", parties: ["山东润禾食品有限公司", "阿拉木图州"], amount: 120000000,
                    place: "阿拉木图州", date: "2024-05-19")
            ]),
        Text(
            .chinese,
            """
            由河南中拓集团投资建设的水泥厂在塔吉克斯坦哈特隆州正式投产。项目总投资6000万美元。
            """,
            [
                Deal(
                    kind: "unspecified", status: "operating", parties: ["河南中拓集团"], amount: 60000000, place: "哈特隆州",
                    date: "")
            ]),
        Text(
            .chinese,
            """
            4月12日，江苏恒纺纺织有限公司在安集延州的纺织园开工建设，总投资5000万美元。
            """,
            [
                Deal(
                    kind: "unspecified", status: "construction", parties: ["江苏恒纺纺织有限公司"], amount: 50000000,
                    place: "安集延州", date: "2024-04-12")
            ]),
        Text(
            .chinese,
            """
            因资金问题，四川蜀能集团在吉尔吉斯斯坦奥什州的水电站项目已停工。合同金额3亿元人民币。
            """,
            [Deal(kind: "contract", status: "stalled", parties: ["四川蜀能集团"], amount: 300000000, place: "奥什州", date: "")]),
        Text(
            .chinese,
            """
            广东美陶陶瓷有限公司宣布退出乌兹别克斯坦布哈拉州瓷砖厂项目，双方2021年签署的意向书随之终止。
            """,
            [Deal(kind: "intent", status: "cancelled", parties: ["广东美陶陶瓷有限公司"], amount: 0, place: "布哈拉州")]),
        Text(
            .chinese,
            """
            撒马尔罕州代表团访问浙江期间，与浙江企业家座谈，双方就纺织合作交换意见，没有签署文件。
            """,
            []),
        Text(
            .chinese,
            """
            今年前四个月，陕西对乌兹别克斯坦进出口总额达12.5亿元，同比增长18%，其中出口9.8亿元。
            """,
            []),
        Text(
            .chinese,
            """
            亚洲丝路银行与“Termiz Suv”公司签署贷款协议，为铁尔梅兹市污水处理厂提供5000万美元贷款。
            """,
            [Deal(kind: "agreement", parties: ["亚洲丝路银行", "Termiz Suv"], amount: 50000000, place: "铁尔梅兹市", date: "")]),
        Text(
            .chinese,
            """
            陕西省与哈萨克斯坦突厥斯坦州5月18日在西安签署友好合作备忘录。
            """,
            [Deal(kind: "memorandum", status: "signed", parties: ["陕西省", "突厥斯坦州"], amount: 0, date: "2024-05-18")]),
        Text(
            .chinese,
            """
            徐州重工机械有限公司与“Toshkent Yo‘l”公司签订供货合同，将出口50台挖掘机，合同金额4200万元。
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["徐州重工机械有限公司", "Toshkent Yo‘l"], amount: 42000000,
                    date: "")
            ]),
        Text(
            .chinese,
            """
            甘肃农垦集团拟于6月与乌兹别克斯坦花拉子模州签署合作协议，建设农业示范园，预计投资1500万美元。
            """,
            [
                Deal(
                    kind: "agreement", status: "planned", parties: ["甘肃农垦集团", "花拉子模州"], amount: 15000000,
                    place: "花拉子模州", date: "2024-06")
            ]),
        Text(
            .chinese,
            """
            访问期间，陕西省代表团共签署8份合作文件，总金额2.6亿美元。
            """,
            [Deal(kind: "unspecified", status: "signed", parties: ["陕西省"], amount: 260000000, date: "")]),
        Text(
            .chinese,
            """
            费尔干纳州州长尤苏波夫见证湖南九州农机有限公司与“Fargona Agro”公司签署合资协议，在库瓦区建设农机组装厂。
            """,
            [
                Deal(
                    kind: "agreement", status: "signed", parties: ["湖南九州农机有限公司", "Fargona Agro"], amount: 0,
                    place: "库瓦区", date: "")
            ]),
        Text(
            .chinese,
            """
            据介绍，新疆天业能源有限公司中标塔什干州安格连市变电站改造项目，合同价1.5亿元人民币。
            """,
            [Deal(kind: "contract", parties: ["新疆天业能源有限公司"], amount: 150000000, place: "安格连市", date: "")]),
        Text(
            .chinese,
            """
            浙江绿源环保有限公司与乌尔根奇市政府签署垃圾焚烧发电厂投资合同。项目原定投资9000万美元，后调整为1.1亿美元。
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["浙江绿源环保有限公司", "乌尔根奇市"], amount: 110000000,
                    place: "乌尔根奇市", date: "")
            ]),
        Text(
            .chinese,
            """
            宁夏枸杞集团同锡尔河州达成口头协议，将在古利斯坦市设立枸杞加工厂，投资约800万美元。
            """,
            [Deal(status: "announced", parties: ["宁夏枸杞集团", "锡尔河州"], amount: 8000000, place: "古利斯坦市", date: "")]),
        Text(
            .chinese,
            """
            青岛海工集团与卡拉卡尔帕克斯坦共和国签署框架协议，将在努库斯市新建冷库，投资2100万美元。
            """,
            [
                Deal(
                    kind: "agreement", status: "signed", parties: ["青岛海工集团", "卡拉卡尔帕克斯坦"], amount: 21000000,
                    place: "努库斯市", date: "")
            ]),
        Text(
            .chinese,
            """
            上月，重庆渝江电机有限公司与卡什卡达里亚州政府签署谅解备忘录，拟投资3500万美元在卡尔希市建设电机厂。
            """,
            [
                Deal(
                    kind: "memorandum", status: "signed", parties: ["重庆渝江电机有限公司", "卡什卡达里亚州"], amount: 35000000,
                    place: "卡尔希市", date: "2024-04")
            ]),
        Text(
            .chinese,
            """
            湖北长江制药股份有限公司在塔什干州建设的制药厂近日竣工投产，实际投资2.2亿元，比原计划多出3000万元。
            """,
            [
                Deal(
                    kind: "unspecified", status: "operating", parties: ["湖北长江制药股份有限公司"], amount: 220000000,
                    place: "塔什干州", date: "")
            ]),
        Text(
            .chinese,
            """
            土耳其Anadolu Cam公司与苏尔汉河州签署意向书，计划在铁尔梅兹市建设玻璃瓶厂，投资5500万欧元。
            """,
            [
                Deal(
                    kind: "intent", status: "signed", parties: ["Anadolu Cam", "苏尔汉河州"], amount: 55000000,
                    place: "铁尔梅兹市", date: "")
            ]),
        Text(
            .chinese,
            """
            安徽皖北煤电集团与吉尔吉斯斯坦贾拉拉巴德州合作的煤矿项目因许可证问题暂停，合同金额600万美元。
            """,
            [
                Deal(
                    kind: "contract", status: "stalled", parties: ["安徽皖北煤电集团", "贾拉拉巴德州"], amount: 6000000,
                    place: "贾拉拉巴德州", date: "")
            ]),
        Text(
            .chinese,
            """
            州长表示，愿与中方企业深化合作，欢迎更多企业到纳曼干州投资兴业。双方表示将继续保持沟通。
            """,
            []),
        Text(
            .chinese,
            """
            专家提醒企业谨慎签订长期合同，注意汇率风险。
            """,
            []),
        Text(
            .chinese,
            """
            河北建投集团与“Jizzakh Build”公司签署住宅小区建设合同。根据合同，项目位于吉扎克市，总造价7000万美元。
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["河北建投集团", "Jizzakh Build"], amount: 70000000,
                    place: "吉扎克市", date: "")
            ]),
        Text(
            .chinese,
            """
            9日，西安电气股份有限公司同撒马尔罕州签订采购合同，合同价8800万元人民币，首批设备7月发运。
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["西安电气股份有限公司", "撒马尔罕州"], amount: 88000000,
                    date: "2024-05-09")
            ]),
        Text(
            .chinese,
            """
            福建闽茶集团与“Osiyo Choy”公司2023年签署的合作协议已被双方解除。
            """,
            [Deal(kind: "agreement", status: "cancelled", parties: ["福建闽茶集团", "Osiyo Choy"], amount: 0)]),
        Text(
            .chinese,
            """
            天津港航物流有限公司将在乌兹别克斯坦布哈拉州建设物流中心。“我们看好这个市场。”公司总经理李明说。项目总投资3000万美元。
            """,
            [
                Deal(
                    kind: "unspecified", status: "announced", parties: ["天津港航物流有限公司"], amount: 30000000, place: "布哈拉州",
                    date: "")
            ]),
        Text(
            .chinese,
            """
            乌兹别克斯坦塔什干州州长率团访问广州，与广州新电汽车有限公司签署投资协议。按照协议，新电汽车将在塔什干州建设电动汽车组装厂，总投资1.8亿美元，分两期实施，其中一期7000万美元。
            """,
            [
                Deal(
                    kind: "agreement", status: "signed", parties: ["塔什干州", "广州新电汽车有限公司"], amount: 180000000,
                    place: "塔什干州", date: "")
            ]),
        Text(
            .chinese,
            """
            内蒙古牧业集团与哈萨克斯坦阿克托别州签署肉牛养殖合作备忘录，金额待定。
            """,
            [
                Deal(
                    kind: "memorandum", status: "signed", parties: ["内蒙古牧业集团", "阿克托别州"], amount: 0, place: "阿克托别州",
                    date: "")
            ]),
        Text(
            .chinese,
            """
            山西焦煤集团与“东哈矿业”公司的贸易合同总价不超过9000万元。
            """,
            [Deal(kind: "contract", parties: ["山西焦煤集团", "东哈矿业"], amount: 90000000, date: "")]),
        Text(
            .chinese,
            """
            云南医疗投资有限公司与塔什干市政府签署协议，将在塔什干市建设综合医院，投资4500万美元。
            """,
            [
                Deal(
                    kind: "agreement", status: "signed", parties: ["云南医疗投资有限公司", "塔什干市"], amount: 45000000,
                    place: "塔什干市", date: "")
            ]),
        Text(
            .chinese,
            """
            江西铜箔集团的铜箔厂项目落户阿尔马雷克市，总投资1.2亿美元。
            """,
            [
                Deal(
                    kind: "unspecified", status: "announced", parties: ["江西铜箔集团"], amount: 120000000, place: "阿尔马雷克市",
                    date: "")
            ]),
        Text(
            .chinese,
            """
            陕西纺织集团董事长王刚透露，集团正与布哈拉州接触，什么都没签。
            """,
            []),
        Text(
            .chinese,
            """
            2022年11月23日，甘肃金源矿业公司与粟特州签署投资协议，当时预计投资7000万美元；由于增加了变电站，实际投资为8200万美元。目前选矿厂已投产。
            """,
            [
                Deal(
                    kind: "agreement", status: "operating", parties: ["甘肃金源矿业公司", "粟特州"], amount: 82000000, place: "粟特州"
                )
            ]),
        Text(
            .chinese,
            """
            四份协议的下落

            2018年9月，湖南华瑞集团同花拉子模州签了三份协议。

            陶瓷厂：2020年8月投产，投资2200万美元。

            家具厂：双方2019年解除了协议。

            酒店：至今没有动工，写在纸上的数字是650万美元。
            """,
            [
                Deal(status: "operating", parties: ["湖南华瑞集团", "花拉子模州"], amount: 22000000, date: "2020-08"),
                Deal(status: "cancelled", parties: ["湖南华瑞集团", "花拉子模州"], amount: 0, date: "2019"),
                Deal(status: "stalled", parties: ["湖南华瑞集团", "花拉子模州"], amount: 6500000),
            ]),
        Text(
            .chinese,
            """
            中亚能源论坛5月15日在塔什干开幕，来自12个国家的代表参会，讨论绿色转型。
            """,
            []),
        Text(
            .chinese,
            """
            上海申电集团与乌能源部签署购电协议，在纳沃伊州建设200兆瓦风电场，总投资约2.4亿美元，预计2026年投产。
            """,
            [
                Deal(
                    kind: "agreement", status: "signed", parties: ["上海申电集团", "能源部"], amount: 240000000, place: "纳沃伊州",
                    date: "")
            ]),
        Text(
            .chinese,
            """
            5月10日，乌兹别克斯坦布哈拉州与重庆华森新能源有限公司在重庆签署投资合同，总投资9500万美元。
            """,
            [
                Deal(
                    kind: "contract", status: "signed", parties: ["布哈拉州", "重庆华森新能源有限公司"], amount: 95000000,
                    place: "布哈拉州", date: "2024-05-10")
            ]),
        Text(
            .chinese,
            """
            广西南桂糖业有限公司与花拉子模州签署备忘录，将在希瓦市建设糖厂，投资约3000万美元。
            """,
            [
                Deal(
                    kind: "memorandum", status: "signed", parties: ["广西南桂糖业有限公司", "花拉子模州"], amount: 30000000,
                    place: "希瓦市", date: "")
            ]),
        Text(
            .chinese,
            """
            海南鲜果集团与“Andijon Meva”公司签订采购合同，进口樱桃，金额1500万元。
            """,
            [Deal(kind: "contract", status: "signed", parties: ["海南鲜果集团", "Andijon Meva"], amount: 15000000, date: "")]),
        Text(
            .chinese,
            """
            贵州磷化集团在哈萨克斯坦江布尔州建设的化肥厂今年3月投产，总投资2.8亿美元。
            """,
            [
                Deal(
                    kind: "unspecified", status: "operating", parties: ["贵州磷化集团"], amount: 280000000, place: "江布尔州",
                    date: "2024-03")
            ]),
        Text(
            .chinese,
            """
            辽宁北方机床集团与纳曼干州政府尚未达成协议。
            """,
            []),
        Text(
            .chinese,
            """
            黑龙江龙牧乳业有限公司将投资2600万美元在撒马尔罕州泰拉克区建设乳品厂。
            """,
            [
                Deal(
                    kind: "unspecified", status: "announced", parties: ["黑龙江龙牧乳业有限公司"], amount: 26000000, place: "泰拉克区",
                    date: "")
            ]),
        Text(
            .chinese,
            """
            北京京能电力公司与纳沃伊州签署的风电场投资协议因土地问题搁置。
            """,
            [
                Deal(
                    kind: "agreement", status: "stalled", parties: ["北京京能电力公司", "纳沃伊州"], amount: 0, place: "纳沃伊州",
                    date: "")
            ]),
    ]
}
