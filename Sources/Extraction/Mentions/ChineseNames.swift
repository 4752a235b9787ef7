internal import Languages
internal import SourceText

/// Names in Chinese texts, told from the characters around them: there are neither capitals nor spaces.
struct ChineseNames: NameRules {
    func organisations(in analysis: Analysis) -> [OrganisationMention] {
        ChineseOrganisations(analysis: analysis).mentions()
    }

    func persons(in analysis: Analysis) -> [PersonMention] { ChinesePersons(analysis: analysis).mentions() }

    // MARK: Places

    private static let wordsOfPlaces = Hanzi.phrases("族 语 語 裔 籍 之星 大厦 大廈 大桥 大橋 宾馆 賓館 饭店 酒店 大街 国际机场 机场 國際機場 機場")

    /// Whether a listed name is only part of another word: 朝鲜族, 山东大厦.
    static func isPartOfWord(_ place: PlaceMention, in analysis: Analysis) -> Bool {
        let end = place.tokens.upperBound
        // 全州 is a city of Korea, and "the whole region".
        if place.tokens.count == 2, Hanzi.set("全各").contains(analysis.han(place.tokens.lowerBound)),
            Hanzi.set("州省市县区").contains(analysis.han(end - 1))
        {
            return !analysis.places.contains { $0.id == "KR" }
        }
        return analysis.isGlued(end) && wordsOfPlaces.contains { analysis.stands($0, at: end) }
    }

    /// One-character names of China's provinces and cities, as they stand behind words of travel (抵鄂, 赴沪).
    private static let abbreviations: [UInt32: String] = {
        let rows = """
            京北京 津天津 沪上海 渝重庆 冀河北 晋山西 辽辽宁 吉吉林 黑黑龙江 苏江苏 浙浙江 皖安徽 闽福建 赣江西 鲁山东 豫河南 鄂湖北 湘湖南 粤广东 琼海南 川四川 黔贵州 滇云南 \
            陕陕西 甘甘肃 青青海 蒙内蒙古 桂广西 宁宁夏 新新疆 疆新疆 藏西藏 港香港 澳澳门 滬上海 遼辽宁 蘇江苏 閩福建 贛江西 魯山东 粵广东 瓊海南 陝陕西 寧宁夏 \
            华中国 华中国 乌乌兹别克斯坦 哈哈萨克斯坦 塔塔吉克斯坦 俄俄罗斯
            """
        var names: [UInt32: String] = [:]
        for row in rows.split(separator: " ") {
            let scalars = Hanzi.scalars(String(row))
            names[scalars[0]] = String(row.dropFirst())
        }
        return names
    }()
    private static let travels = Hanzi.phrases("抵 赴 来 访 飞抵 率团抵 來 訪 飛抵 离 在")
    private static let typeWords = Hanzi.phrases(
        "新城 化工园区 工业园区 工业园 科技园 自由经济区 经济特区 经济区 开发区 产业园 工业区 自贸区 自由区 经开区 区 县 州 市 地区 镇 村 省 自治州 自治县 草原 河谷 盆地 口岸 山口 區 縣 地區 鎮 谷地 水库 半岛 湾 府 邦 郡 港 大区 专区 大區 專區 自治区"
    )
    private static let prepositions = Hanzi.set("在于至到往赴从由距向与和及、的自沿於從與為为")

    func unlistedPlace(at token: Int, in analysis: Analysis) -> PlaceMention? {
        guard analysis.han(token) != 0 else { return nil }
        let typed = abbreviated(token, analysis) ?? typed(token, analysis)
        return typed ?? ChineseTranscribedPlaces(analysis: analysis).place(at: token)
    }

    /// 抵鄂: the character stands alone behind a word of travel.
    private func abbreviated(_ token: Int, _ analysis: Analysis) -> PlaceMention? {
        guard let name = Self.abbreviations[analysis.han(token)], analysis.isGlued(token),
            let verb = analysis.endsWith(Self.travels, before: token)
        else { return nil }
        let next = analysis.han(token + 1)
        let isClosed = next == 0 || Hanzi.set("访考出进开参签投，。会期的后与和并洽調调訪開參簽視视洽推招").contains(next)
        let weak = verb == 1 && Hanzi.set("在离来访來訪").contains(analysis.han(token - 1))
        guard isClosed,
            !weak || Hanzi.set("访考期出參参").contains(next)
                || next == 0 && Hanzi.set("访訪").contains(analysis.han(token - 1))
        else { return nil }
        guard let number = analysis.data.gazetteer.places(named: name).first else { return nil }
        let place = analysis.data.places.all[number]
        return PlaceMention(tokens: token..<(token + 1), name: name, id: place.id, kind: place.kind)
    }

    /// 库瓦区, 唐布拉草原, 霍城县: transcription characters before a type word, or few characters at a limit.
    private func typed(_ token: Int, _ analysis: Analysis) -> PlaceMention? {
        guard
            analysis.tag(at: token, .placeType) == nil
                || analysis.tags(in: token..<(token + 1)).allSatisfy({ $0.tokens.count == 1 })
        else { return nil }
        guard opensPlace(token, analysis), !analysis.isInsideWord(token),
            !ChineseTranscribedPlaces.isCountry(token, analysis)
        else { return nil }
        var end = token
        var isForeign = true
        while end - token < 11, end == token || analysis.isGlued(end), analysis.han(end) != 0 {
            if end - token >= 2, let type = Self.typeWords.first(where: { analysis.stands($0, at: end) }),
                !continuesType(end + type.count, type, analysis)
            {
                let length = end - token
                if isForeign || isAbroadUnit(type, token, end, analysis)
                    || (type == Hanzi.scalars("县") || type == Hanzi.scalars("縣")
                        || isBehindPlace(token, analysis)
                            && (type.count > 1 || "区市镇州區鎮".unicodeScalars.contains { $0.value == type[0] }))
                        && length <= 3
                {
                    let range = token..<(end + type.count)
                    guard !isWord(range, core: token..<end, analysis) else { return nil }
                    let kind = Self.kind(of: type)
                    return PlaceMention(
                        tokens: range, name: analysis.words(range), id: listed(token..<end, kind, analysis), kind: kind)
                }
            }
            if !Hanzi.placeTranscription.contains(analysis.han(end)),
                !(end == token && Self.quarters.contains(analysis.han(end)))
            {
                isForeign = false
            }
            if Hanzi.function.contains(analysis.han(end)) { return nil }
            if !isForeign, end - token >= 3 { return nil }
            end += 1
        }
        return nil
    }

    private static func kind(of type: [UInt32]) -> Place.Kind {
        let isZone = type.count >= 3 && type[0] != 0x81EA || type == Hanzi.scalars("自由经济区")
        if isZone { return .zone }
        return switch type[0] {
        case 0x533A, 0x53BF, 0x5340, 0x7E23: .district
        case 0x5DDE, 0x7701, 0x5730, 0x81EA, 0x5E9C, 0x90A6, 0x90E1: .region
        default: .city
        }
    }

    /// 在春武里府, 和南戈壁省: a province abroad whose name is translated, behind a word of place.
    private func isAbroadUnit(_ type: [UInt32], _ token: Int, _ end: Int, _ analysis: Analysis) -> Bool {
        guard type.count == 1, Hanzi.set("府省邦郡").contains(type[0]), end - token <= 4 else { return false }
        let isNamed = !Hanzi.set("政首官州学省王总城幕公本其各联友").contains(analysis.han(end - 1))
        return isNamed && !Self.notNames.contains { analysis.stands($0, at: token) }
            && (Hanzi.set("在于和与、至向由").contains(analysis.han(token - 1))
                || analysis.isSign(token - 1, in: Hanzi.set("、"))
                || ChineseTranscribedPlaces.isBehindCountry(token, analysis))
    }

    /// 新莱昂州, 圣保罗州
    private static let quarters = Hanzi.set("新东西南北上下圣大中")
    private static let notNames = Hanzi.phrases("兄弟 有关 相关 周边 沿海 内陆 中部 西部 东部 南部 北部 邻近 两 友好 外 我 对口 其他 部分 多 这")

    /// The listed place whose name stands before the type word: 比什凯克市 is 比什凯克.
    private func listed(_ core: Range<Int>, _ kind: Place.Kind, _ analysis: Analysis) -> String? {
        let name = analysis.words(core)
        let places = analysis.data.gazetteer.places(named: name).map { analysis.data.places.all[$0] }
        return places.first { $0.kind == kind }?.id
    }

    private func opensPlace(_ token: Int, _ analysis: Analysis) -> Bool {
        if token == 0 || !analysis.isGlued(token) || analysis.text.tokens[token - 1].kind == .sign { return true }
        if Self.prepositions.contains(analysis.han(token - 1)) { return true }
        if analysis.endsWith(ChineseTranscribedPlaces.standing, before: token) != nil { return true }
        return isBehindPlace(token, analysis)
    }

    /// Whether a place type or a listed place ends before the token (the gazetteer's mentions are not made yet).
    private func isBehindPlace(_ token: Int, _ analysis: Analysis) -> Bool {
        guard analysis.isGlued(token) else { return false }
        if analysis.tags(in: max(0, token - 4)..<token).contains(where: {
            $0.tokens.upperBound == token && $0.lexeme == .placeType
        }) {
            return true
        }
        return Hanzi.set("州省市县坦国区國縣區").contains(analysis.han(token - 1))
            || ChineseTranscribedPlaces.isBehindCountry(token, analysis)
    }

    /// 区域, 州长, 市场: the type character opens another word.
    private func continuesType(_ end: Int, _ type: [UInt32], _ analysis: Analysis) -> Bool {
        if type.count == 1,
            analysis.tags(in: (end - 1)..<end).contains(where: {
                $0.tokens.count >= 2 && $0.lexeme != .administration && $0.lexeme != .role && $0.lexeme != .delegation
                    && $0.lexeme != .placeType
            })
        {
            return true
        }
        return type.count == 1 && Hanzi.set("域場场面民区块场級级際际").contains(analysis.han(end))
    }

    private func isWord(_ range: Range<Int>, core: Range<Int>, _ analysis: Analysis) -> Bool {
        if analysis.tags(in: range).contains(where: { tag in
            tag.tokens.count >= 2 && ![.givenName, .administration, .role].contains(tag.lexeme)
                && !(tag.lexeme == .project && tag.tokens == core.upperBound..<range.upperBound)
                && !(tag.lexeme == .placeType && tag.tokens.upperBound == range.upperBound
                    && tag.tokens.lowerBound >= core.upperBound)
                && tag.tokens.lowerBound >= range.lowerBound && tag.tokens.upperBound <= range.upperBound
        }) {
            return true
        }
        return Hanzi.set("全各该本两几多某每此同那这该當当邻外内新老大小").contains(analysis.han(core.lowerBound)) && core.count <= 2
    }
}
