internal import Languages
internal import SourceText

/// Companies named in short, as headlines and lists do: a place of China, two or three characters of their own and a word
/// of their trade, without 公司 (深圳粤声电子, 山东荣昇船舶重工).
struct ChineseTradeNames {
    let analysis: Analysis

    /// What companies are named after, each seen behind a name of this kind in business news.
    private static let trades = Hanzi.phrases(
        """
        电子 光电 数据 医疗 纺织 文旅 重工 玻纤 新材料 新材 动力 科技 生物 医药 药业 制药 机械 食品 农业 牧业 乳业 能源 新能源 光伏 储能 电气 电力 矿业 钢铁 水泥 建材 建工 建设 路桥 \
        水务 环保 化工 石化 服饰 服装 家居 陶瓷 玻璃 汽车 客车 重卡 航空 航运 物流 港机 船舶 软件 网络 智能 信息 通信 通讯 传媒 地产 置业 餐饮 农机 种业 渔业 水产 粮油 茶业 酒业 装备 精工 精密 锂能 \
        锂业 铜业 铝业 锌业 黄金 稀土 股份 国际 控股 实业 资本 供应链 轮胎 橡胶 电缆 电池 电源 照明 灯饰 文化 教育 旅游 工程 工业 制造 设备 仪器 包装 印刷 造纸 木业 家具 皮革 鞋业 针织 印染 化纤 棉业 \
        糖业 饮料 肉业 饲料 化肥 农化 园艺 花卉 园林 设计 咨询 贸易 商贸 进出口 投资 置地 建筑 钢构 门窗 管业 阀门 泵业 轴承 模具 机床 机器人 无人机 芯片 半导体 云 半导 燃气 热力 燃料 石油 钻采 地质 勘探 测绘 \
        電子 光電 數據 醫療 紡織 動力 機械 農業 電氣 電力 礦業 鋼鐵 環保 汽車 網絡 裝備 實業 輪胎 電纜 電池 設備 貿易 建築
        """)
    /// Words that describe a trade and name nobody (山东传统纺织).
    private static let describing = Hanzi.phrases(
        """
        传统 优势 特色 主要 当地 本地 现代 高端 智能 民营 重点 首家 地区 全省 全市 中小 大型 国有 绿色 数字 先进 出口 进口 新型 高新 轻 重 跨境 对外 国际 发展 推动 企业 产业 行业 市场 \
        各类 部分 相关 有关 县域 乡村 智慧 海洋 海外 国家 省级 市级 区域 东部 西部 南部 北部 丝路 亚欧 中亚 经济 社会 公共 联合 合作 交通 基础
        """)
    private static let closers = Hanzi.set("与和同将已在中签拟也则总的负董等向获及与於為将把被对为还又曾是了因由从宣計计率派與將簽擬獲對還從的承投出总、")
    private static let closingWords: LexemeSet = [
        .sign, .agreed, .role, .stage, .future, .meet, .announce, .travel, .build, .speech, .negation, .invest, .call,
    ]

    /// - Parameter limit: where a name that stands before a token must begin.
    func mentions(limit: (Int) -> Int) -> [OrganisationMention] {
        analysis.places.compactMap { place in
            guard let id = place.id, analysis.data.places.country(of: id) == "CN", place.kind != .country,
                analysis.han(place.tokens.lowerBound) != 0
            else { return nil }
            let start = place.tokens.upperBound
            for core in [2, 3] {
                guard let end = name(from: start, core: core) else { continue }
                let first = limit(place.tokens.lowerBound)
                let isFirst =
                    analysis.places(in: first..<place.tokens.lowerBound).reduce(0) { $0 + $1.tokens.count }
                    == place.tokens.lowerBound - first
                guard isFirst, !place.tokens.contains(where: analysis.isOrganisation) else { continue }
                let range = place.tokens.lowerBound..<end
                return OrganisationMention(
                    tokens: range, name: analysis.words(range), isInstitution: false, isOutlet: false)
            }
            return nil
        }
    }

    private func name(from start: Int, core: Int) -> Int? {
        let own = start..<(start + core)
        guard
            own.allSatisfy({
                analysis.han($0) != 0 && analysis.isGlued($0) && !Hanzi.function.contains(analysis.han($0))
            }),
            !Self.describing.contains(where: { analysis.stands($0, at: start) }),
            !analysis.tags(in: own).contains(where: {
                $0.tokens.count >= 2 && $0.lexeme != .givenName && $0.lexeme != .organisationHead
            })
        else { return nil }
        var end = own.upperBound
        while let trade = Self.trades.first(where: { analysis.stands($0, at: end) && analysis.isGlued(end) }) {
            end += trade.count
        }
        guard end > own.upperBound, closes(end) else { return nil }
        return end
    }

    private func closes(_ end: Int) -> Bool {
        guard end < analysis.text.tokens.count, analysis.isGlued(end) else { return true }
        if analysis.text.tokens[end].kind != .word { return true }
        return Self.closers.contains(analysis.han(end))
            || analysis.tags(in: end..<(end + 1)).contains {
                Self.closingWords.contains($0.lexeme) && $0.tokens.count >= 2
            }
    }
}
