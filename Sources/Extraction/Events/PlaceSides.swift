internal import Deals
internal import Languages
internal import SourceText

/// Places that act themselves: owners, administrations, cities that sign.
extension SideRules {
    /// "viloyat 3 ta shartnoma imzoladi": the region that the text is about.
    func bareRegion(in range: Range<Int>) -> Side? {
        guard let token = range.first(where: { ["viloyat", "viloyatimiz"].contains(analysis.text.key($0)) }),
            !analysis.isPlace(token), !analysis.isOrganisation(token), !(token > 0 && analysis.isPlace(token - 1)),
            !analysis.isCovered(token, by: [.sides, .role, .administration]),
            let place = placeTold(before: token, kind: .region)
        else { return nil }
        return side(place, tokens: token..<(token + 1), source: .role)
    }

    /// Whether a place lies outside the country that most districts and regions of the text lie in.
    func isForeign(_ mention: PlaceMention) -> Bool {
        // The tables hold every town of Uzbekistan.
        if analysis.data.tag.isUzbek, mention.id == nil, mention.kind == .city, analysis.homeCountry == "UZ" {
            return true
        }
        if analysis.data.tag.isUzbek, mention.id == nil, mention.kind == .region, analysis.homeCountry == "UZ",
            let type = analysis.tag(at: mention.tokens.upperBound - 1, .placeType)
                ?? analysis.tag(at: mention.tokens.upperBound, .placeType),
            !analysis.text.key(type.tokens.lowerBound).hasPrefix("viloyat")
        {
            return true
        }
        guard let home = analysis.homeCountry, let id = mention.id, let country = analysis.data.places.country(of: id)
        else { return false }
        return country != home
    }

    /// Whether something may be built there: a place at home. Chinese texts tell of what is built in any country, and of
    /// China's own places only where they are at home there or say that it is built in them.
    func isSite(_ mention: PlaceMention) -> Bool {
        guard analysis.data.tag == .chinese else { return !isForeign(mention) }
        guard let id = mention.id, analysis.data.places.country(of: id) == "CN", analysis.homeCountry != "CN" else {
            return true
        }
        let passage = analysis.passage(of: mention.tokens.lowerBound).tokens
        let segment = analysis.segment(around: mention.tokens.lowerBound, in: passage)
        return analysis.isLocative(mention)
            && analysis.tags(in: mention.tokens.upperBound..<max(mention.tokens.upperBound, segment.upperBound)).first {
                [.build, .sign, .meet, .receive, .travel, .stage].contains($0.lexeme)
            }?.lexeme == .build
    }

    /// A region, district or country that signs in its own name: "Андижанская область и X заключили", "с Самаркандской
    /// областью", "between Jizzakh region and Hunan", "viloyati bilan", "与图尔克斯坦州".
    private static let peopleOfPlaces = Hanzi.phrases("企业 公司 客商 投资 厂商 商人 企業 伙伴 专家")

    func signingPlaces(in range: Range<Int>) -> [Side] {
        analysis.places(in: range).compactMap { mention in
            if analysis.data.tag.isUzbek, range.contains(mention.tokens.lowerBound), !mention.isInsideName,
                !isForeign(mention), mention.tokens.upperBound < range.upperBound,
                ["tomoni", "tomon"].contains(analysis.text.key(mention.tokens.upperBound))
            {
                return side(region(of: mention, .region), tokens: mention.tokens, source: .role)
            }
            // 与中国企业: whose companies they are.
            if analysis.data.tag == .chinese, mention.kind == .country || mention.kind == .region,
                Self.peopleOfPlaces.contains(where: { analysis.stands($0, at: mention.tokens.upperBound) })
            {
                return nil
            }
            // 津巴布韦马尼卡兰省政府: the country only says where the region is.
            if analysis.data.tag == .chinese, mention.kind == .country,
                analysis.place(startingAt: mention.tokens.upperBound) != nil,
                analysis.isGlued(mention.tokens.upperBound)
            {
                return nil
            }
            guard range.contains(mention.tokens.lowerBound), !mention.isInsideName,
                [.region, .district, .country].contains(mention.kind) || isPartnerCity(mention, in: range),
                !analysis.isLocative(mention),
                !analysis.isContainer(mention), !isOwner(mention), actsItself(mention, in: range)
            else { return nil }
            return side(mention, tokens: mention.tokens, source: .place)
        }
    }

    /// "a memorandum between Termez and X": a city that makes a paper in its own name.
    private func isPartnerCity(_ mention: PlaceMention, in range: Range<Int>) -> Bool {
        guard analysis.data.tag == .english, mention.kind == .city, analysis.has(.paper, in: range) else {
            return false
        }
        let before = mention.tokens.lowerBound - 1
        guard before >= range.lowerBound else { return false }
        return analysis.text.key(before) == "between"
            || ["and", "with"].contains(analysis.text.key(before)) && before > range.lowerBound
                && (analysis.tag(endingAt: before, .paper) != nil
                    || (max(range.lowerBound, before - 10)..<before).contains { analysis.text.key($0) == "between" })
    }

    /// "with Canada's Lithos North": the place only says whose the company is.
    private func isOwner(_ mention: PlaceMention) -> Bool {
        analysis.organisations.contains {
            $0.tokens.lowerBound >= mention.tokens.upperBound && $0.tokens.lowerBound - mention.tokens.upperBound <= 1
                && !between(mention.tokens, $0.tokens).contains { ["и", "and"].contains(analysis.text.key($0)) }
        } && mention.kind == .country
    }

    /// "меморандум о сотрудничестве Навоийской области и Саксонии"
    private func isPairAfterPaper(_ mention: PlaceMention, in range: Range<Int>) -> Bool {
        let before = mention.tokens.lowerBound - 1
        let after = mention.tokens.upperBound
        let joinsBehind = after + 1 < range.upperBound && analysis.text.key(after) == "и" && analysis.isPlace(after + 1)
        let joinsAhead =
            before - 1 >= range.lowerBound && analysis.text.key(before) == "и" && analysis.isPlace(before - 1)
        guard joinsBehind || joinsAhead else { return false }
        let window = max(range.lowerBound, mention.tokens.lowerBound - 8)..<mention.tokens.lowerBound
        return analysis.has(.paper, in: window)
            && analysis.segment(around: mention.tokens.lowerBound, in: range).overlaps(window)
    }

    func actsItself(_ mention: PlaceMention, in range: Range<Int>) -> Bool {
        var before = mention.tokens.lowerBound - 1
        // 与哈萨克斯坦图尔克斯坦州: the country only says where the region lies.
        if analysis.data.tag == .chinese, before >= range.lowerBound,
            let outer = analysis.places(in: max(range.lowerBound, before - 8)..<(before + 1)).last,
            outer.tokens.upperBound == before + 1, outer.kind == .country
        {
            before = outer.tokens.lowerBound - 1
        }
        let word = before >= range.lowerBound ? analysis.text.key(before) : ""
        let next = mention.tokens.upperBound < range.upperBound ? analysis.text.key(mention.tokens.upperBound) : ""
        let signsNext =
            mention.tokens.upperBound < range.upperBound
            && [Lexeme.sign, .agreed].contains { analysis.tag(at: mention.tokens.upperBound, $0) != nil }
        switch analysis.data.tag {
        case .russian:
            if ["с", "со", "между"].contains(word) { return true }
            if isPairAfterPaper(mention, in: range) { return true }
            if word == "и", [Lexeme.sign, .paper, .meet].contains(where: { analysis.has($0, in: range) }) {
                return betweenOpens(before, range) || signsNext && mention.kind != .country
            }
            let isPair = next == "и" && analysis.has(.paper, in: range)
            guard mention.kind != .country, analysis.has(.sign, in: range) || isPair else { return false }
            let isNominative = Folding.plain(mention.name) == Folding.plain(analysis.words(mention.tokens))
            return isNominative && analysis.text.tokens[mention.tokens.upperBound - 1].traits.contains(.cyrillic)
                && !["в", "о", "за", "на", "через"].contains(word)
        case .english:
            if ["with", "between"].contains(word) { return true }
            // "were signed by Jizzakh region"
            if word == "by", mention.kind != .country, before > range.lowerBound,
                analysis.tag(endingAt: before, .sign) != nil
            {
                return true
            }
            // "with Uzbekistan's Andijan region": past the country that it lies in.
            var outer = before
            while outer > range.lowerBound,
                analysis.isPlace(outer) || ["'s", "s", "'", "the"].contains(analysis.text.key(outer))
            { outer -= 1 }
            if outer < before, outer >= range.lowerBound, ["with", "between"].contains(analysis.text.key(outer)) {
                return true
            }
            let joins =
                word == "and" || word == "the" && before > range.lowerBound && analysis.text.key(before - 1) == "and"
            if joins { return betweenOpens(before, range) || signsNext }
            return mention.kind != .country
                && (signsNext
                    || ["and", "has", "have"].contains(next)
                        && (analysis.has(.sign, in: range) || analysis.has(.agreed, in: range)))
                && !["of", "in", "from", "to", "for", "at"].contains(word)
        case .uzbekLatin, .uzbekCyrillic:
            return ["bilan", "o'rtasida", "hamda", "va", "tomoni", "tomon", "vakillari"].contains(next) || signsNext
        case .chinese:
            // 在东戈壁省和南戈壁省: two sites.
            if ["和", "与", "及"].contains(word), before > range.lowerBound,
                let other = analysis.place(endingAt: before), analysis.isLocative(other)
            {
                return false
            }
            return ["与", "和", "同", "向"].contains(word) || ["与", "和", "同"].contains(next) || signsNext
        }
    }

    /// "между X и Y", "between X and Y": whether such a word opens before the "and".
    private func betweenOpens(_ index: Int, _ range: Range<Int>) -> Bool {
        (max(range.lowerBound, index - 10)..<index).contains {
            ["между", "between", "с"].contains(analysis.text.key($0))
        }
    }

    /// "4) Jizzaxda … viloyat hokimligi ham tasdiqladi": in a list the region is that of the item's own town.
    private func regionOfItem(_ tag: Tag) -> PlaceMention? {
        let passage = analysis.passage(of: tag.tokens.lowerBound)
        guard analysis.data.tag.isUzbek, passage.isListItem, tag.tokens.lowerBound > 0,
            analysis.text.key(tag.tokens.lowerBound - 1) == "viloyat"
        else { return nil }
        let town = analysis.places.last {
            $0.tokens.upperBound <= tag.tokens.lowerBound
                && analysis.passage(of: $0.tokens.lowerBound).line == passage.line
                && !$0.isInsideName && $0.kind.isLocal && !isForeign($0)
        }
        return town.map { region(of: $0, .region) }.flatMap { $0.kind == .region ? $0 : nil }
    }

    /// "краевое правительство", "облакимат", "мэрия": the kind of place that an office without its name is of.
    private func unitKind(of tag: Tag) -> Place.Kind? {
        guard analysis.data.tag == .russian else { return nil }
        for index in tag.tokens {
            let key = analysis.text.key(index)
            if ["обл", "краев", "края", "региональн", "региона", "провинци", "губернатор", "земли"].contains(
                where: key.hasPrefix)
            {
                return .region
            }
            if ["районн", "района", "райисполком", "уезда"].contains(where: key.hasPrefix) { return .district }
            if ["город", "гор", "мэри"].contains(where: key.hasPrefix) { return .city }
        }
        return nil
    }

    /// The region that the towns and districts told before lie in.
    private func regionAround(_ token: Int) -> PlaceMention? {
        let inner = analysis.places.last {
            $0.tokens.lowerBound < token && !$0.isInsideName && !isForeign($0)
                && $0.id.flatMap { analysis.data.places[$0]?.parent }.flatMap { analysis.data.places[$0]?.kind }
                    == .region
        }
        guard let inner, let parent = inner.id.flatMap({ analysis.data.places[$0]?.parent }),
            let name = analysis.data.places[parent]?.name(in: analysis.data.tag)
        else { return nil }
        return PlaceMention(tokens: inner.tokens, name: name, id: parent, kind: .region)
    }

    /// "хокимият Сергелийского района", "Bukhara region's administration".
    func administrations(in range: Range<Int>) -> [Side] {
        analysis.all(.administration, in: range).filter { $0.value != "many" }.compactMap { tag in
            let ahead = max(range.lowerBound, tag.tokens.lowerBound - 3)..<tag.tokens.lowerBound
            let behind = Self.window(tag.tokens.upperBound, min(range.upperBound, tag.tokens.upperBound + 3))
            let order = analysis.data.tag == .russian ? [behind, ahead] : [ahead, behind]
            let near = order.lazy.compactMap { window in
                analysis.places.first {
                    (window.contains($0.tokens.lowerBound) || window.contains($0.tokens.upperBound - 1))
                        && !(analysis.data.tag == .russian && analysis.isLocative($0))
                }
            }
            // 图尔克斯坦州政府: the type word belongs to both.
            if analysis.data.tag == .chinese,
                let glued = analysis.places(
                    in: max(range.lowerBound, tag.tokens.lowerBound - 12)..<tag.tokens.lowerBound
                ).last(where: { $0.tokens.upperBound >= tag.tokens.lowerBound })
            {
                return side(glued, tokens: glued.tokens.lowerBound..<tag.tokens.upperBound, source: .administration)
            }
            // 该市政府, 市政府: the one of that kind; 政府总理 is the country's.
            if analysis.data.tag == .chinese {
                let behind = tag.tokens.upperBound
                if ["总理", "新闻局", "部门", "首脑", "總理"].contains(where: { analysis.stands(Hanzi.scalars($0), at: behind) }) {
                    return nil
                }
                if let unit = chineseUnit(at: tag.tokens.lowerBound) {
                    return side(unit, tokens: tag.tokens, source: .administration)
                }
            }
            if let place = near.first {
                return side(
                    place,
                    tokens: min(
                        tag.tokens.lowerBound, place.tokens.lowerBound)..<max(
                            tag.tokens.upperBound, place.tokens.upperBound), source: .administration)
            }
            if let region = regionOfItem(tag) { return side(region, tokens: tag.tokens, source: .administration) }
            let kind = unitKind(of: tag)
            let told =
                placeTold(before: tag.tokens.lowerBound, kind: kind)
                ?? (kind == .region ? regionAround(tag.tokens.lowerBound) : nil)
            guard let place = told ?? placeTold(before: tag.tokens.lowerBound, kind: nil) else { return nil }
            return side(place, tokens: tag.tokens, source: .administration)
        }
    }
}
