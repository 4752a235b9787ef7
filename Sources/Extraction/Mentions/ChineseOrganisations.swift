internal import Languages
internal import SourceText

/// Finds organisations in Chinese texts. A name ends in its head (公司, 委员会, 大学); its left limit is a sign, a
/// joining word or a verb. Names in quotes or Latin letters, short forms and mastheads come after those.
struct ChineseOrganisations {
    let analysis: Analysis

    private var tokens: [Token] { analysis.text.tokens }
    private var count: Int { analysis.text.tokens.count }

    // MARK: Words

    /// Characters that stand before an organisation's name and never inside it.
    private static let limits = Hanzi.set(
        "与與的了在向把被该該某让讓给給跟由同将將于於及以从從说說称稱到赴抵访訪是并並也又均即而但因则則其这這那各每使兼系拟擬已曾未请請需须應应获獲据據为為对對和至等今昨约約超名个個")
    /// Words that stand before an organisation's name and never inside it.
    private static let limitWords = Hanzi.phrases(
        """
        一家 两家 三家 四家 五家 六家 多家 几家 数家 通过 来自 邀请 携手 联合 委托 隶属 旗下 下属 所属 包括 其中 以及 还有 关于 作为 时任 现任 原任 新任 前任 \
        参与 分别 共同 双方 当地 知名 著名 本地 民营 国有 有关 相关 任何 上述 负责 会同 联手 正如 感谢 支持 希望 介绍 一个 一批 成立 设立 组建 开设 收购 并购 入股 \
        引进 引入 兴建 修建 新建 扩建 建成 合建 交付 出资 注资 增资 斥资 拨款 宣布 透露 披露 决定 启动 同意 中标 拿下 全资 控股的 属于 担任 出任 兼任 访问 会见 会谈 \
        凌晨 上午 下午 晚间 近日 日前 目前 随后 出席 参加 參加 申请 见证 推动 帮助 吸引 助力 鼓励 要求 促成 考察 参观 依靠 申請 見證 選擇 选择 收到 联系 連同 连同 委任 任命 获得 接待 迎接 打造 建设的 提供 接受 交付给 供应给 出口给 移交 转让 转给 卖给 售予 \
        代表 授权 国企业 德企 编号 简称 名称 另有 另外 此外 随后 其余 上市 依托 依靠 根据 按照 围绕 面向 就读 毕业 所在 前往 进入 走进 来到 位于 委派 聘请 通报 \
        兩家 三傢 通過 來自 邀請 攜手 聯合 委託 隸屬 屬於 關於 作爲 時任 現任 參與 雙方 當地 有關 相關 負責 會同 聯手 感謝 介紹 設立 組建 收購 併購 引進 興建 宣佈 決定 啓動 訪問 會見 會談
        """)
    /// Words that make up no name by themselves.
    private static let generic = Hanzi.phrases(
        """
        当地 本地 国有 民营 私营 中资 外资 中国 外国 国内 国外 国际 海外 多家 有关 相关 大型 中小型 中小 小型 合资 合作 全资 控股 上市 龙头 农业 能源 建筑 石油 天然气 油气 \
        化工 纺织 食品 汽车 物流 贸易 商业 商务 金融 国家 地方 政府 联邦 主管 各级 两国 双方 多边 专业 职业 高等 教育 科研 培训 服务 研发 技术 科技 展览 会展 购物 医疗 体育 文化 \
        数据 生产 加工 运营 项目 开发 建设 投资 管理 出口 进口 进出口 城市 乡村 社区 地区 区域 综合 综合性 铁路 航空 电力 矿业 工程 保险 证券 租赁 运输 旅游 工业 制造 电商 软件 \
        互联网 环保 水务 经济 发展 世界 全球 领先 一些 许多 跨国 私人 大 小 新 老 州 省 市 县 区 镇 级 全 首 总 子 分 母 孙 家 本 外 内 主 副 双 三 两 一 几 多 \
        融资 贷款 牵头 参贷 承办 主办 协办 \
        咨询 设计 营销 零售 公共 民用 科学 合资 独资 股份 集团 有限 企业 公司 机构 部门 单位 任何 承包 业主 平台 信息 会议 活动 运动 创业 孵化 就业 呼叫 客服 指挥 控制 测试 检测 \
        当日 时代 前沿 友好 战略 上下游 产业 产业链 供应链 家族 家电 机械 设备 医药 健康 房地产 地产 矿产 冶金 钢铁 水泥 化肥 饲料 养殖 种植 棉花 纺纱 服装 皮革 家具 陶瓷 玻璃 建材 \
        國有 民營 外資 中資 中國 外國 國內 國外 國際 農業 國家 貿易 企業 機構 部門 項目 開發 建設 投資 運營 專業 職業 教育 醫療 全資 兩國 雙方 當地 有關 鐵路 電力
        """)
    /// Fields that ministries, committees and bureaus are named after.
    private static let topics = Hanzi.phrases(
        """
        投资 工业 贸易 经济 财政 发展 改革 交通 运输 通信 农业 水利 水资源 粮食 文化 旅游 体育 青年 教育 科学 科技 技术 新技术 创新 供水 城市学 卫生 保健 医疗 劳动 就业 减贫 扶贫 人口 社会保障 社会保护 \
        能源 矿产 石油 天然气 建设 住房 公用事业 城乡 城市 环境 环境保护 生态 气候变化 自然资源 司法 内务 国防 紧急情况 应急 数字 数字化 数字技术 信息化 信息 航空航天 市场监管 商务 外交 民政 \
        安全 公安 统计 税务 海关 审计 人力资源 物流 商业 对外贸易 外贸 对外经济 融合 一体化 竞争 反垄断 创新发展 国民经济 地质 冶金 电力 铁路 公路 民航 林业 渔业 畜牧 食品 药品 家庭 妇女 \
        宣传 统战 组织 研究 产业 规划 计划 基础设施 战略 银行 金融 中小企业 企业 国有资产 宗教 移民 侨务 外事 对外 国际 合作 农村 乡村振兴 工商 水务 灌溉 \
        投資 工業 貿易 經濟 財政 發展 運輸 農業 文化 旅遊 體育 教育 科學 科技 創新 衛生 勞動 能源 礦產 建設 環境 生態 國防 數字 信息 商務 民政 外交 統計 稅務 審計 鐵路
        """)
    /// Heads that are names by themselves.
    private static let proper = Set(
        Hanzi.phrases(
            """
            财政部 外交部 商务部 能源部 农业部 交通部 交通运输部 卫生部 教育部 投资部 工业部 贸易部 经济部 国务院 新华社 中新社 塔斯社 路透社 法新社 彭博社 俄新社 哈通社 人民网 \
            新华网 中新网 联合国 亚投行 世界银行 亚洲开发银行 欧洲复兴开发银行 国资委 发改委 海关总署 贸促会 证监会 卫星通讯社 国际文传电讯社 财政部 國務院 財政部 商務部 農業部 亞投行 世界銀行 \
            亞洲開發銀行 歐洲復興開發銀行 中新網 新華社 聯合國 海關總署 貿促會
            """))
    /// Heads of outlets.
    private static let outletEnds = Hanzi.phrases("社 报 报社 日报 晚报 网 刊 周刊 杂志 电视台 电台 广播电视台 報 日報 晚報 網 雜誌 電視臺 时报 商报 新闻网 财经网")
    /// Company heads that are common nouns too.
    private static let weak = Set(
        Hanzi.phrases("电力 航空 矿业 实业 重工 药业 信托 财团 联合体 交易所 事务所 設計院 設計 礦業 實業 藥業 財團 聯合體 信託 控股 联合企业 聯合企業"))
    /// Heads whose name may hold another, finished name before them.
    private static let branches = Set(Hanzi.phrases("分公司 子公司 代表处 研究院 分行 办公室 研究所 秘书处 总经理 委员会 代表處 祕書處"))
    private static let finished = Hanzi.phrases("有限公司 有限责任公司 股份公司 有限責任公司 委员会 大学 委員會 大學")
    private static let notBefore = Hanzi.phrases("俱乐 指挥 总 支 分 事业 编辑 门诊 干 内 外 全 西 东 南 北 中 局 大 党")
    private static let notNet = Hanzi.phrases("电 路 管 联 物 官 渔 球 互联 因特 上 本 该 電 聯")

    // MARK: All

    func mentions() -> [OrganisationMention] {
        var found: [OrganisationMention] = []
        var taken = [Bool](repeating: false, count: count)
        func add(_ mention: OrganisationMention?) {
            guard let mention, !mention.tokens.isEmpty, !mention.tokens.contains(where: { taken[$0] }) else { return }
            found.append(mention)
            for token in mention.tokens { taken[token] = true }
        }
        let quotations = Quotations(analysis.text).inner
        for inner in quotations { add(quoted(inner)) }
        for mention in headed() { add(mention) }
        for mention in labelled() { add(mention) }
        for index in found.indices where !found[index].isOutlet {
            for mention in aliases(of: found[index]) { add(mention) }
        }
        for token in 0..<count where !taken[token] { add(beforeRole(at: token)) }
        var token = 0
        while token < count {
            if !taken[token], let run = LatinRun(at: token, in: analysis) {
                if let mention = run.mention { add(latin(mention)) }
                token = run.tokens.upperBound
            } else {
                token += 1
            }
        }
        for mention in found { for short in shortForms(of: mention, taken: taken) { add(short) } }
        add(masthead())
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func name(_ range: Range<Int>) -> String {
        analysis.words(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func organisation(_ range: Range<Int>, isInstitution: Bool, isOutlet: Bool = false) -> OrganisationMention {
        OrganisationMention(tokens: range, name: name(range), isInstitution: isInstitution, isOutlet: isOutlet)
    }

    // MARK: Heads

    private func headed() -> [OrganisationMention] {
        var spans: [(range: Range<Int>, head: Tag)] = []
        for tag in analysis.tags where tag.lexeme == .organisationHead {
            guard let start = nameStart(tag) else { continue }
            spans.append((start..<tag.tokens.upperBound, tag))
        }
        // A longer name swallows those that it holds.
        let kept = spans.filter { span in
            !spans.contains {
                $0.range != span.range && $0.range.lowerBound <= span.range.lowerBound
                    && $0.range.upperBound >= span.range.upperBound
            }
        }
        return kept.map { span in
            let isInstitution = span.head.value == "institution"
            let isOutlet = isInstitution && analysis.endsWith(Self.outletEnds, before: span.range.upperBound) != nil
            return organisation(span.range, isInstitution: isInstitution, isOutlet: isOutlet)
        }
    }

    /// Where the name that ends in a head begins; nil when the head has no name before it.
    private func nameStart(_ head: Tag) -> Int? {
        let lower = head.tokens.lowerBound
        let words = head.tokens.map(analysis.han)
        let isInstitution = head.value == "institution"
        guard !isPartOfWord(head) else { return nil }
        var start = leftLimit(of: lower, head: head)
        if !isInstitution || words == Hanzi.scalars("银行") { start = withoutCountry(start, lower) }
        if Hanzi.set("某").contains(analysis.han(start - 1)) { return nil }
        let core = start..<lower
        // 中国建设银行 is a name though its words are general.
        if words.suffix(2) == Hanzi.scalars("银行")[...],
            analysis.place(startingAt: start)?.id == "CN" || stands("国家", in: start..<min(start + 1, lower))
        {
            return start
        }
        if core.isEmpty { return Self.proper.contains(words) ? start : nil }
        if Self.proper.contains(words), core.count <= 1, analysis.han(start) != 0 { return start }
        let isNamed = !isGeneric(core)
        if isInstitution {
            let place = analysis.places.contains { core.overlaps($0.tokens) }
            let national =
                place || stands("国家", in: core) || stands("國家", in: core)
                || core.count == 1 && Hanzi.set("乌哈吉塔俄中美烏").contains(analysis.han(start))
            switch words {
            case Hanzi.scalars("部"), Hanzi.scalars("局"), Hanzi.scalars("厅"), Hanzi.scalars("署"), Hanzi.scalars("廳"):
                guard core.count >= 2,
                    analysis.endsWith(Self.notBefore, before: lower) == nil
                        || analysis.endsWith(Self.topics, before: lower) != nil,
                    let topic = analysis.endsWith(Self.topics, before: lower)
                else { return nil }
                return topic <= core.count ? start : nil
            case Hanzi.scalars("网"), Hanzi.scalars("網"):
                guard core.count >= 2, core.count <= 6, isNamed, analysis.endsWith(Self.notNet, before: lower) == nil,
                    isMentionedAsOutlet(core.lowerBound, head.tokens.upperBound)
                else { return nil }
                return start
            case Hanzi.scalars("中心"), Hanzi.scalars("基金"), Hanzi.scalars("联盟"), Hanzi.scalars("理事会"),
                Hanzi.scalars("杂志"), Hanzi.scalars("雜誌"), Hanzi.scalars("聯盟"):
                return isNamed && core.count >= 3 ? start : nil
            default:
                if isNamed, core.count >= 2 { return start }
                let isOffice =
                    words.count >= 2 && Hanzi.set("局部署委院馆館社阁閣").contains(words.last!) || words.count >= 3
                    || words.last == Hanzi.scalars("会").first && words.count >= 2
                if national, isOffice, core.count >= 1, !onlyCountry(core, words) { return start }
                // 塔什干大学, 济南海关: a place smaller than a country is name enough.
                if let place = analysis.place(startingAt: start), place.tokens.upperBound <= lower,
                    place.kind != .country, place.kind != .area
                {
                    return start
                }
                if words == Hanzi.scalars("使馆") || words == Hanzi.scalars("大使馆") { return start }
                return nil
            }
        }
        guard isNamed, core.count >= 2 else { return nil }
        if Self.weak.contains(words) {
            let next = head.tokens.upperBound
            let isCompany = analysis.tag(at: next, .role).map { $0.value == "company" } ?? false
            guard isCompany, core.count >= 2, core.count <= 10 else { return nil }
        }
        if words == Hanzi.scalars("集团") || words == Hanzi.scalars("集團"),
            Hanzi.set("化军式军性").contains(analysis.han(head.tokens.upperBound))
        {
            return nil
        }
        return start
    }

    private func stands(_ word: String, in range: Range<Int>) -> Bool {
        let phrase = Hanzi.scalars(word)
        return range.contains { analysis.stands(phrase, at: $0) }
    }

    /// 部 in 部分, 局 in 局面, 中心 in 中心城区: the head opens another word.
    private func isPartOfWord(_ head: Tag) -> Bool {
        let end = head.tokens.upperBound
        if head.tokens.count == 1, analysis.tags(in: (end - 1)..<end).contains(where: { $0.tokens.count > 1 }) {
            return true
        }
        if Hanzi.set("级長长所层生工").contains(analysis.han(end)), analysis.isGlued(end), head.tokens.count <= 2,
            head.value == "institution", analysis.tag(at: end - 1, .role) != nil
        {
            return true
        }
        return false
    }

    private func onlyCountry(_ core: Range<Int>, _ head: [UInt32]) -> Bool {
        guard let place = analysis.place(startingAt: core.lowerBound), place.tokens == core else { return false }
        guard place.kind == .country || place.kind == .area else { return false }
        return [
            Hanzi.scalars("医院"), Hanzi.scalars("学院"), Hanzi.scalars("大学"), Hanzi.scalars("研究院"), Hanzi.scalars("研究所"),
            Hanzi.scalars("法院"), Hanzi.scalars("博物馆"),
        ].contains(head)
    }

    private func isMentionedAsOutlet(_ start: Int, _ end: Int) -> Bool {
        let opens =
            start == 0 || !analysis.isGlued(start) || tokens[start - 1].kind == .sign
            || Hanzi.set("据據").contains(analysis.han(start - 1)) || analysis.tag(endingAt: start, .outlet) != nil
        let closes =
            end >= count || !analysis.isGlued(end) || tokens[end].kind != .word
            || analysis.place(startingAt: end) != nil || analysis.tag(at: end, .outlet) != nil
            || analysis.tag(at: end, .role) != nil || analysis.tag(at: end, .speech) != nil
        return opens && closes
    }

    /// Scans left from a token to where a name must begin.
    private func leftLimit(of end: Int, head: Tag?) -> Int {
        var start = end
        let floor = analysis.passage(of: end < count ? end : end - 1).tokens.lowerBound
        let isOffice = head?.value == "institution"
        while start > floor, end - start < 24 {
            if start < count, start < end || head != nil {
                if tokens[start].traits.contains(.lineBefore) { break }
                if tokens[start].traits.contains(.spaceBefore), !analysis.isSign(start - 1, in: Hanzi.closeBrackets),
                    !(tokens[start].traits.contains(.latin) || tokens[start - 1].traits.contains(.latin))
                {
                    break
                }
            }
            let previous = start - 1
            if tokens[previous].kind == .sign {
                if analysis.isSign(previous, in: Hanzi.closeBrackets), let open = openBracket(of: previous),
                    open > floor, head != nil, start == end || end - start <= 6
                {
                    start = open
                    continue
                }
                let joins =
                    analysis.isSign(previous, in: Hanzi.nameDots) || analysis.isSign(previous, in: Hanzi.hyphens)
                    || tokens[previous].isSign("&")
                if joins, analysis.isGlued(previous), analysis.isGlued(start), previous > floor,
                    tokens[previous - 1].kind == .word,
                    tokens[previous - 1].traits.contains(.han) == tokens[start].traits.contains(.han)
                {
                    start -= 1
                    continue
                }
                if tokens[previous].isSign("、"), isOffice, joinsTopics(previous, start, end) {
                    start = previous
                    continue
                }
                break
            }
            if tokens[previous].kind == .number {
                guard Hanzi.set("局院所号建航團团冶").contains(analysis.han(start)), analysis.isGlued(start) else { break }
                start = previous
                continue
            }
            if tokens[previous].traits.contains(.latin) {
                start = previous
                continue
            }
            guard tokens[previous].traits.contains(.han) else { break }
            if let place = analysis.place(endingAt: start), place.tokens.lowerBound >= floor,
                start < end || place.kind != .zone
            {
                start = place.tokens.lowerBound
                continue
            }
            if let stop = limit(previous, start, end, isOffice: isOffice) { if stop { break } }
            if isWordLimit(endingAt: start, end: end, head: head) { break }
            start = previous
        }
        while start < end,
            analysis.isSign(start, in: Hanzi.nameDots) || analysis.isSign(start, in: Hanzi.hyphens)
                || tokens[start].isSign("、")
        { start += 1 }
        return start
    }

    /// Whether a character is a limit (true), a harmless one among its words (false), or no limit at all (nil).
    private func limit(_ at: Int, _ next: Int, _ end: Int, isOffice: Bool) -> Bool? {
        let character = analysis.han(at)
        guard Self.limits.contains(character) else {
            if Hanzi.set("年月日号时").contains(character), at > 0, tokens[at - 1].kind == .number { return true }
            if Hanzi.set("家名个位").contains(character), at > 0, tokens[at - 1].kind == .number { return true }
            if character == 0x5BB6, analysis.tag(endingAt: at, .number) != nil { return true }
            return nil
        }
        let before = analysis.han(at - 1)
        switch character {
        case 0x548C, 0x53CA, 0x4E0E, 0x8207:  // 和 及 与
            if before == 0x5171, Hanzi.set("国國").contains(analysis.han(next)) { return nil }  // 共和国
            return !(isOffice && joinsTopics(at, next, end))
        case 0x7CFB: return !Hanzi.set("关体").contains(before)  // 关系, 体系
        case 0x7531: return before != 0x81EA  // 自由
        case 0x4E3A, 0x70BA: return before != 0x534E && before != 0x83EF  // 华为
        case 0x5BF9, 0x5C0D: return analysis.han(next) != 0x5916  // 对外
        case 0x636E, 0x64DA: return before != 0x6570 && before != 0x4F9D  // 数据, 依据
        case 0x540C: return !Hanzi.set("大合共协").contains(before) && !(analysis.han(next) == 0x65B9)
        case 0x5728: return analysis.han(next) != 0x7EBF  // 在线
        case 0x4E2A, 0x500B: return true
        case 0x7EA6, 0x7D04: return before != 0x5408 && before != 0x6761 && before != 0x516C && before != 0x8282
        case 0x5230, 0x83B7, 0x4F7F, 0x5373: return before != 0x5927
        case 0x81F3: return true
        default: return true
        }
    }

    /// "投资、工业和贸易部": a joining word between two fields of one ministry.
    private func joinsTopics(_ at: Int, _ next: Int, _ end: Int) -> Bool {
        guard analysis.endsWith(Self.topics, before: at) != nil else { return false }
        return Self.topics.contains { topic in
            guard analysis.stands(topic, at: next) else { return false }
            let after = next + topic.count
            if after == end { return true }
            if tokens[after].isSign("、") || Hanzi.set("和与及").contains(analysis.han(after)) { return true }
            // 数字技术和信息化发展部: more fields before the head.
            return after < end && Self.topics.contains { analysis.stands($0, at: after) }
        } || Self.topics.contains { analysis.stands($0, at: next) && next + $0.count >= end }
    }

    private static let verbs: LexemeSet = [
        .sign, .meet, .receive, .call, .travel, .lead, .speech, .agreed, .day, .weekday, .period, .month, .role,
        .delegation, .sides, .negation,
        .refusal, .background, .administration, .outlet, .currency,
    ]

    /// Whether a word that cannot be part of the name ends before a token.
    private func isWordLimit(endingAt start: Int, end: Int, head: Tag?) -> Bool {
        if analysis.endsWith(Self.limitWords, before: start) != nil { return true }
        if head.map({ Self.branches.contains($0.tokens.map(analysis.han)) }) != true,
            analysis.endsWith(Self.finished, before: start) != nil, end - start >= 2
        {
            return true
        }
        return analysis.tags(in: max(0, start - 6)..<start).contains { tag in
            guard tag.tokens.upperBound == start else { return false }
            if tag.lexeme == .companyWord {
                let isHead = analysis.tags(in: tag.tokens.lowerBound..<tag.tokens.lowerBound + 1).contains {
                    $0.lexeme == .organisationHead && $0.tokens == tag.tokens
                }
                if tag.tokens.map(analysis.han) == Hanzi.scalars("公司") {
                    return end - start >= 4 || tokens[start].traits.contains(.latin)
                }
                return end - start >= 2 && (!isHead || tag.tokens.count >= 3) && tag.tokens.count >= 2
            }
            if tag.lexeme == .lead { return true }
            return tag.tokens.count >= 2 && Self.verbs.contains(tag.lexeme)
        }
    }

    private func openBracket(of close: Int) -> Int? {
        var at = close - 1
        while at >= 0, close - at <= 8 {
            if analysis.isSign(at, in: Hanzi.openBrackets) { return at }
            if tokens[at].kind != .word || tokens[at].traits.contains(.lineBefore) { return nil }
            at -= 1
        }
        return nil
    }

    /// 阿联酋法拉季电力公司 is a company of that country, 中国石油 is a name.
    private func withoutCountry(_ start: Int, _ end: Int) -> Int {
        guard let place = analysis.place(startingAt: start), place.kind == .country, place.tokens.upperBound <= end - 2
        else { return start }
        if place.id == "CN", !tokens[place.tokens.upperBound].traits.contains(.latin),
            analysis.place(startingAt: place.tokens.upperBound) == nil
        {
            return start
        }
        var next = place.tokens.upperBound
        if stands("共和国", in: next..<min(end, next + 1)) { next += 3 }
        guard next < end, !isGeneric(next..<end) else { return start }
        return next
    }

    /// Whether the words of a range name nothing: general words and countries only.
    private func isGeneric(_ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            if tokens[at].traits.contains(.latin) { return false }
            if tokens[at].kind == .sign {
                at += 1
                continue
            }
            if let place = analysis.place(startingAt: at), place.kind == .country || place.kind == .area,
                place.tokens.upperBound <= range.upperBound
            {
                at = place.tokens.upperBound
                continue
            }
            guard
                let word = Self.generic.first(where: {
                    at + $0.count <= range.upperBound && analysis.stands($0, at: at)
                })
            else { return false }
            at += word.count
        }
        return true
    }

    // MARK: Quotes, labels, aliases

    private func quoted(_ inner: Range<Int>) -> OrganisationMention? {
        guard let first = inner.first, inner.count <= 16 else { return nil }
        let open = first - 1
        let close = inner.upperBound
        let isTitle = tokens[open].isSign("《")
        if isTitle {
            guard inner.count >= 2, inner.count <= 10, analysis.endsWith(Self.outletEnds, before: close) != nil,
                inner.allSatisfy({ tokens[$0].kind == .word })
            else { return nil }
            return organisation(inner, isInstitution: true, isOutlet: true)
        }
        guard
            !inner.contains(where: {
                tokens[$0].isSign("，") || tokens[$0].isSign("。") || tokens[$0].isSign("、") || tokens[$0].isSign("：")
                    || tokens[$0].isSign("！") || tokens[$0].isSign("？")
            })
        else { return nil }
        let words = inner.filter { tokens[$0].kind == .word }
        guard !words.isEmpty, !isAlias(open) else { return nil }
        let after =
            analysis.tags(in: (close + 1)..<min(count, close + 2)).contains {
                [.companyWord, .legalForm].contains($0.lexeme)
                    || $0.lexeme == .organisationHead && $0.value == "company"
            } && analysis.isGlued(close + 1)
        let before = analysis.tags(in: max(0, open - 6)..<open).contains {
            $0.tokens.upperBound == open && [.companyWord, .legalForm].contains($0.lexeme)
        }
        let isLatin = words.allSatisfy { tokens[$0].traits.contains(.latin) } && tokens[first].traits.contains(.capital)
        if isLatin {
            guard after || before || words.count >= 2 else { return nil }
            return organisation(inner, isInstitution: false)
        }
        guard
            words.count == inner.count || inner.contains(where: { tokens[$0].traits.contains(.latin) })
                || inner.contains(where: {
                    analysis.isSign($0, in: Hanzi.hyphens) || analysis.isSign($0, in: Hanzi.nameDots)
                })
        else { return nil }
        guard after || before, words.count >= 2, words.count <= 12, !isGeneric(inner) else { return nil }
        return organisation(inner, isInstitution: false)
    }

    private static let aliasWords = Hanzi.phrases("以下简称 下称 简称 以下称 以下簡稱 下稱 簡稱")

    private func isAlias(_ open: Int) -> Bool {
        var at = open
        if analysis.isSign(at - 1, in: Hanzi.set("：:")) || Hanzi.set("为為").contains(analysis.han(at - 1)) { at -= 1 }
        return analysis.endsWith(Self.aliasWords, before: at) != nil
    }

    /// （以下简称“海曜家电”）, （Falaj Power） behind a full name: the same organisation.
    private func aliases(of full: OrganisationMention) -> [OrganisationMention] {
        var at = full.tokens.upperBound
        if at < count, tokens[at].isSign("”") || tokens[at].isSign("\"") { at += 1 }
        guard at + 1 < count, analysis.isSign(at, in: Hanzi.openBrackets) else { return [] }
        at += 1
        var found: [OrganisationMention] = []
        var end = at
        while end < count, end - at < 24, !analysis.isSign(end, in: Hanzi.closeBrackets),
            !tokens[end].traits.contains(.lineBefore)
        { end += 1 }
        guard end < count, analysis.isSign(end, in: Hanzi.closeBrackets) else { return [] }
        func add(_ range: Range<Int>) {
            guard range.count >= 1, !isGeneric(range) else { return }
            found.append(
                OrganisationMention(
                    tokens: range, name: full.name, isInstitution: full.isInstitution, isOutlet: full.isOutlet))
        }
        if let word = Self.aliasWords.first(where: { analysis.stands($0, at: at) }) {
            at += word.count
            // “X”或“Y”, or a bare X.
            let quotes = (at..<end).filter { tokens[$0].kind == .sign }
            if let open = quotes.first(where: {
                tokens[$0].isSign("“") || tokens[$0].isSign("\"") || tokens[$0].isSign("「") || tokens[$0].isSign("‘")
            }),
                let close = quotes.first(where: { $0 > open })
            {
                add((open + 1)..<close)
            } else {
                while at < end, tokens[at].kind == .sign || Hanzi.set("为為").contains(analysis.han(at)) { at += 1 }
                if at < end { add(at..<end) }
            }
        } else if (at..<end).allSatisfy({ tokens[$0].traits.contains(.latin) || tokens[$0].kind != .word }),
            tokens[at].traits.contains(.capital)
        {
            add(at..<end)
        }
        return found
    }

    private static let labels = Hanzi.phrases(
        "证券简称 股票简称 公司名称 公司简称 来源 稿源 稿件来源 文章来源 信息来源 来源于 主办单位 主办 证券简称 供稿 证券名称 證券簡稱 股票簡稱 來源 稿件來源 文章來源")
    private static let noSource = Hanzi.phrases("网络 互联网 综合 本站 原创 未知 其他 官网 编辑 作者 记者 公众号 企业 網絡 本站 原創")

    /// 来源：丝路通讯社, 证券简称：岭远环保.
    private func labelled() -> [OrganisationMention] {
        var found: [OrganisationMention] = []
        for token in 0..<count where analysis.isSign(token, in: Hanzi.set("：:")) {
            guard let length = analysis.endsWith(Self.labels, before: token) else { continue }
            let isStock = analysis.han(token - 1) == 0x79F0 || analysis.han(token - 1) == 0x7A31  // 称
            _ = length
            let start = token + 1
            var end = start
            while end < count, analysis.han(end) != 0, end == start || analysis.isGlued(end) { end += 1 }
            if end - start < 2 || end - start > 10 { continue }
            guard end >= count || !analysis.isGlued(end) || tokens[end].kind == .sign else { continue }
            let range = start..<end
            if isGeneric(range) || Self.noSource.contains(where: { analysis.stands($0, at: start) })
                || analysis.places.contains(where: { $0.tokens == range })
            {
                continue
            }
            found.append(organisation(range, isInstitution: !isStock, isOutlet: !isStock))
        }
        return found
    }

    private static let companyRoles = Hanzi.phrases(
        "董事长 总裁 总经理 执行官 副总裁 副总经理 创始人 行长 总监 董事局主席 董事會主席 董事长 董事長 總裁 總經理 執行官 創始人 行長 總監 董事会主席")

    /// 比亚迪董事长: the words between a limit and an office of companies.
    private func beforeRole(at token: Int) -> OrganisationMention? {
        guard let role = analysis.tag(at: token, .role), role.value == "company",
            role.tokens.contains(where: { analysis.tag(at: $0, .role) != nil })
        else { return nil }
        guard analysis.endsWith(Self.companyRoles, before: role.tokens.upperBound) != nil, analysis.isGlued(token)
        else { return nil }
        var start = leftLimit(of: token, head: nil)
        start = withoutCountry(start, token)
        let range = start..<token
        guard range.count >= 2, range.count <= 10, !isGeneric(range) else { return nil }
        // A person's name may stand before the office too: what follows the office must be the name.
        let next = role.tokens.upperBound
        guard
            ChinesePersons.surnames.contains([analysis.han(next)])
                || ChinesePersons.surnames.contains([analysis.han(next), analysis.han(next + 1)])
                || Hanzi.transcription.contains(analysis.han(next)) || next < count && tokens[next].isCapitalised
        else { return nil }
        if analysis.tags(in: max(0, token - 4)..<token).contains(where: {
            $0.tokens.upperBound == token
                && [.companyWord, .organisationHead, .role, .project, .build].contains($0.lexeme)
                && $0.tokens.count >= 2
        }) {
            return nil
        }
        if analysis.places.contains(where: { $0.tokens.upperBound == token })
            || range.contains(where: { tokens[$0].kind == .sign || tokens[$0].kind == .number })
        {
            return nil
        }
        return organisation(range, isInstitution: false)
    }

    // MARK: Latin, short forms, masthead

    /// A run of Latin letters: two words, or one beside a kind word; characters glued before it belong to it
    /// behind a kind word (韩国企业韩星ESS).
    private func latin(_ mention: OrganisationMention) -> OrganisationMention? {
        let range = mention.tokens
        let words = range.filter { tokens[$0].kind == .word }
        if range.contains(where: { tokens[$0].isSign("_") })
            || range.upperBound < count && tokens[range.upperBound].isSign("_")
        {
            return nil
        }
        let before = range.lowerBound
        var start = before
        while start > 0, before - start < 5, analysis.isGlued(start), analysis.han(start - 1) != 0 {
            if analysis.tags(in: max(0, start - 5)..<start).contains(where: {
                $0.tokens.upperBound == start && [.companyWord, .legalForm].contains($0.lexeme)
            }) {
                break
            }
            start -= 1
        }
        let introduced =
            start > 0
            && analysis.tags(in: max(0, start - 5)..<start).contains {
                $0.tokens.upperBound == start && $0.lexeme == .companyWord && $0.tokens.count >= 2
            }
        if introduced, before - start < 5 { return organisation(start..<range.upperBound, isInstitution: false) }
        let after = range.upperBound
        let followed = analysis.isGlued(after) || after < count && !tokens[after].traits.contains(.lineBefore)
        let kind =
            followed
            && analysis.tags(in: after..<min(count, after + 1)).contains {
                $0.lexeme == .companyWord || $0.lexeme == .organisationHead && $0.value == "company"
                    || $0.lexeme == .legalForm
            }
        if mention.isOutlet { return mention }
        if analysis.tag(endingAt: before, .role) != nil, !kind { return nil }
        if after + 1 < count, analysis.isSign(after, in: Hanzi.hyphens), tokens[after + 1].kind == .number {
            return nil
        }
        if !kind, analysis.isGlued(after),
            analysis.tags(in: after..<min(count, after + 5)).contains(where: {
                $0.lexeme == .outlet && $0.tokens.count >= 2
            }), !analysis.isFurniture[Int(analysis.passageOfToken[before])]
        {
            return OrganisationMention(tokens: range, name: mention.name, isInstitution: false, isOutlet: true)
        }
        if analysis.isFurniture[Int(analysis.passageOfToken[range.lowerBound])], !kind { return nil }
        if kind { return mention }
        let isWordy = words.contains {
            !tokens[$0].traits.contains(.allCapitals) && tokens[$0].end - tokens[$0].start >= 4
        }
        guard isWordy,
            words.count >= 2 || analysis.isGlued(before) && tokens[words[0]].end - tokens[words[0]].start >= 5
        else { return nil }
        if before > 0,
            tokens[before - 1].isSign("《") || tokens[before - 1].isSign("@") || tokens[before - 1].isSign("/")
        {
            return nil
        }
        // In the bracket behind a person or place it is that one's Latin spelling.
        if before > 0, analysis.isSign(before - 1, in: Hanzi.openBrackets), after < count,
            analysis.isSign(after, in: Hanzi.closeBrackets)
        {
            return nil
        }
        return mention
    }

    /// 海曜家电 of 宁波海曜家电股份有限公司: what the full name begins with behind its place.
    private func shortForms(of full: OrganisationMention, taken: [Bool]) -> [OrganisationMention] {
        if let repeats = repeats(of: full, taken: taken) { return repeats }
        guard analysis.han(full.tokens.lowerBound) != 0,
            let head = analysis.tags(in: full.tokens).last(where: {
                $0.lexeme == .organisationHead && $0.tokens.upperBound == full.tokens.upperBound
            })
        else { return [] }
        if full.isInstitution, !full.isOutlet { return [] }
        var start = full.tokens.lowerBound
        while let place = analysis.place(startingAt: start), place.tokens.upperBound < head.tokens.lowerBound {
            start = place.tokens.upperBound
        }
        while let word = Hanzi.phrases("省 市 州").first(where: { analysis.stands($0, at: start) }),
            start > full.tokens.lowerBound
        { start += word.count }
        // A weak head (重工, 电力) belongs to the short form.
        let core = start..<head.tokens.lowerBound
        let limit = Self.weak.contains(head.tokens.map(analysis.han)) ? full.tokens.upperBound : core.upperBound
        guard limit - start >= 2 else { return [] }
        var found: [OrganisationMention] = []
        var next = 0
        for token in analysis.likes(of: start) where token >= next && !taken[token] {
            var length = 1
            while start + length < limit, token + length < count, !taken[token + length],
                analysis.isGlued(token + length), analysis.key(token + length) == analysis.key(start + length)
            { length += 1 }
            var end = token + length
            if full.isOutlet, length >= 2, Hanzi.set("社报网報網").contains(analysis.han(end)),
                analysis.han(end) == analysis.han(full.tokens.upperBound - 1)
            {
                end += 1
            }
            if accepts(token..<end, of: full), !full.isOutlet || end > token + length {
                // The place before a short form belongs to it when the full name begins with it.
                var from = token
                if let place = analysis.place(endingAt: token), place.tokens.contains(where: { !taken[$0] }),
                    place.tokens.upperBound - place.tokens.lowerBound == start - full.tokens.lowerBound,
                    analysis.key(place.tokens.lowerBound) == analysis.key(full.tokens.lowerBound)
                {
                    from = place.tokens.lowerBound
                }
                found.append(
                    OrganisationMention(
                        tokens: from..<end, name: full.name, isInstitution: full.isInstitution, isOutlet: full.isOutlet)
                )
            }
            next = end
        }
        return found
    }

    /// The further places of a name without a head; nil for names with one.
    private func repeats(of full: OrganisationMention, taken: [Bool]) -> [OrganisationMention]? {
        let hasHead = analysis.tags(in: full.tokens).contains {
            $0.lexeme == .organisationHead && $0.tokens.upperBound == full.tokens.upperBound
        }
        guard !hasHead else { return nil }
        guard full.tokens.count >= 3 || tokens[full.tokens.lowerBound].traits.contains(.latin) else { return [] }
        let length = full.tokens.count
        guard count >= length else { return [] }
        return analysis.likes(of: full.tokens.lowerBound).compactMap { token in
            guard token + length <= count, !taken[token],
                (0..<length).allSatisfy({
                    !taken[token + $0] && analysis.key(token + $0) == analysis.key(full.tokens.lowerBound + $0)
                        && ($0 == 0 || analysis.isGlued(token + $0) || tokens[token + $0].traits.contains(.latin))
                })
            else { return nil }
            return OrganisationMention(
                tokens: token..<(token + length), name: full.name, isInstitution: full.isInstitution,
                isOutlet: full.isOutlet)
        }
    }

    private func accepts(_ range: Range<Int>, of full: OrganisationMention) -> Bool {
        guard range.count >= 2, !isGeneric(range) else { return false }
        if range.count >= 4 { return true }
        if analysis.places.contains(where: { $0.tokens.overlaps(range) }) { return false }
        // Two or three characters must be no word of the lexicon and no piece of one.
        if analysis.tags(in: max(0, range.lowerBound - 3)..<range.upperBound).contains(where: {
            $0.tokens.count >= 2 && $0.tokens.overlaps(range) && $0.tokens.upperBound <= range.upperBound + 1
                && $0.lexeme != .givenName && ($0.lexeme != .organisationHead || $0.tokens == range)
                && $0.tokens.lowerBound <= range.lowerBound
        }) {
            return false
        }
        return true
    }

    /// The page's name at its head: 绿色产经 | 储能 | 作者, 西域风物　|　2024年9月16日.
    private func masthead() -> OrganisationMention? {
        guard let first = analysis.text.passages.first else { return nil }
        var end = 0
        while end < count, analysis.text.passages[Int(analysis.passageOfToken[end])].line == first.line { end += 1 }
        guard end > 4, end <= 40 else { return nil }
        var stop = 0
        while stop < end, analysis.han(stop) != 0, stop == 0 || analysis.isGlued(stop) { stop += 1 }
        guard (3...7).contains(stop), stop < end else { return nil }
        let isMenu = analysis.isSign(stop, in: Hanzi.set("|｜·>›»丨—")) || !analysis.isGlued(stop)
        let hasPageWord = (stop..<end).contains {
            tokens[$0].kind == .number || analysis.isSign($0, in: Hanzi.set("|｜·>›丨"))
                || analysis.tag(at: $0, .role) != nil || analysis.tag(at: $0, .outlet) != nil
        }
        let range = 0..<stop
        guard isMenu, hasPageWord, !isGeneric(range),
            analysis.places.allSatisfy({ !$0.tokens.overlaps(range) || $0.tokens.upperBound < stop })
        else { return nil }
        let isWord = analysis.tags(in: range).contains { tag in
            tag.tokens.count >= 2
                && [.furniture, .sign, .meet, .travel, .paper, .project, .stage, .speech, .outlet, .role, .announce]
                    .contains(tag.lexeme)
                || tag.tokens == range
        }
        return isWord ? nil : organisation(range, isInstitution: true, isOutlet: true)
    }
}
