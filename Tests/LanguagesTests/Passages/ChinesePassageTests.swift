import SourceText
import Testing

/// A mark stands where a passage begins, except the first.
@Suite struct ChinesePassageTests {
    @Test(arguments: [
        "代表团抵达北京。│双方举行会谈。",
        "双方签署协议！│项目将于2025年启动。",
        "谁签署了协议？│区长签署了协议。",
        "真的吗？！│没有人回答。",
        "双方签署协议……│项目启动。",
        "区长说：“我们将建厂。”│他随后离开。",
        "区长说：“我们将建厂”。│他随后离开。",
        "“我们将建厂。│我们很高兴。”│他说。",
        "“很好！”，他说。",
        "“很好！”│他说。",
        "「我們將建廠。」│他說。",
        "《协议。》│双方签字。",
        "（双方签署协议。）│项目启动。",
        "投资额为1.5亿美元。│项目启动。",
        "与Haier Co., Ltd.签署协议。│项目启动。",
        "与Haier Co., Ltd. 签署协议。",
        "Mr. Wang出席会议。│双方会谈。",
        "据Gazeta.uz报道。│双方会谈。",
        "成果：\n│1、建厂；\n│2、建医院。",
        "成果：\n│（一）建厂。\n│（二）建医院。",
        "成果：\n│• 建厂\n│• 建医院",
        "区长访华\n│代表团抵达北京。",
        "代表团抵达北京。 │双方举行会谈。",
        "人口14亿；面积960万平方公里，位于亚洲。",
    ])
    func passagesBeginAtTheMarks(marked: String) throws { try expectPassages(marked, .chinese) }
}
