internal import Deals
internal import Languages
internal import SourceText

extension Analysis {
    /// Whether a place is said to be where something happens: "в Шанхае", "in Jinan", "Szinanda", "在武汉".
    func isLocative(_ mention: PlaceMention) -> Bool {
        let before = mention.tokens.lowerBound - 1
        switch data.tag {
        case .russian:
            return before >= 0 && precedes(before, ["в", "во", "на", "под"], skipping: ["городе", "столице", "г"])
        case .english:
            return before >= 0
                && precedes(
                    before, ["in", "at", "near"],
                    skipping: ["the", "nearby", "central", "southern", "northern", "eastern", "western"])
        case .chinese:
            // 在新莱昂州萨利纳斯市: the outer place stands between.
            if let outer = place(endingAt: before + 1), outer.tokens.lowerBound > 0, isLocative(outer) { return true }
            return before >= 0 && ["在", "于", "赴", "抵"].contains(text.key(before))
                || before >= 1
                    && ["落户", "落地", "位于", "选址", "设在", "定址"].contains(text.key(before - 1) + text.key(before))
        case .uzbekLatin, .uzbekCyrillic:
            let suffix = uzbekSuffix(mention)
            return ["da", "dagi", "ta"].contains { suffix.hasSuffix($0) }
        }
    }

    private func precedes(_ before: Int, _ words: Set<String>, skipping: Set<String>) -> Bool {
        if words.contains(text.key(before)) { return true }
        return before >= 1 && skipping.contains(text.key(before)) && words.contains(text.key(before - 1))
    }

    /// "ДУШАНБЕ, 2 дек — …", "Баку. 18 декабря.": where an agency writes from.
    func isDateline(_ mention: PlaceMention) -> Bool {
        guard opensPassage(mention.tokens.lowerBound) else { return false }
        let next = mention.tokens.upperBound
        guard next < text.tokens.count, text.tokens[next].kind == .sign else { return false }
        return dates(in: (next + 1)..<(next + 3)).contains { $0.date.day != nil }
    }

    /// Whether a place only says where another place lies that stands right beside it ("Мирабадского района Ташкента",
    /// "Quva district of Fergana region").
    func isContainer(_ mention: PlaceMention) -> Bool {
        guard let id = mention.id else { return false }
        let near = max(0, mention.tokens.lowerBound - 8)..<min(text.tokens.count, mention.tokens.upperBound + 3)
        return places(in: near).contains { other in
            guard let inner = other.id, inner != id, data.places.lies(inner, in: id) else { return false }
            let gap =
                other.tokens.upperBound <= mention.tokens.lowerBound
                ? mention.tokens.lowerBound - other.tokens.upperBound
                : other.tokens.lowerBound - mention.tokens.upperBound
            return gap >= 0 && gap <= 2
        }
    }
}

/// How a sentence moves toward, from or about a place.
enum Bearing {
    case at, toward, from, none

    /// Whether somebody is or goes there.
    var isGoal: Bool { self == .at || self == .toward }
}

extension Analysis {
    /// Whether somebody is at a place, goes there or comes from it, by the words and endings around its name.
    func bearing(of mention: PlaceMention) -> Bearing {
        switch data.tag {
        case .russian: russianBearing(mention)
        case .english: englishBearing(mention)
        case .chinese: chineseBearing(mention)
        case .uzbekLatin, .uzbekCyrillic: uzbekBearing(mention)
        }
    }

    /// The place named just before this one in a row ("в Эмираты и Турцию") or around it ("Kazakhstan's Aktobe region").
    private func neighbour(before mention: PlaceMention, joiners: Set<String>) -> PlaceMention? {
        let near = places.last { other in
            other.tokens.upperBound <= mention.tokens.lowerBound
                && mention.tokens.lowerBound - other.tokens.upperBound <= 3
                && passageOfToken[other.tokens.lowerBound] == passageOfToken[mention.tokens.lowerBound]
        }
        guard let near else { return nil }
        let gap = near.tokens.upperBound..<mention.tokens.lowerBound
        return gap.allSatisfy { joiners.contains(text.key($0)) || tag(at: $0, .placeType) != nil } ? near : nil
    }

    private func isJustBehind(_ token: Int, _ lexemes: LexemeSet) -> Bool {
        tags(in: max(0, token - 4)..<max(0, token)).contains {
            lexemes.contains($0.lexeme) && $0.tokens.upperBound == token
        }
    }

    private func russianBearing(_ mention: PlaceMention) -> Bearing {
        var before = mention.tokens.lowerBound - 1
        let opening = passage(of: mention.tokens.lowerBound).tokens.lowerBound
        while before > opening,
            [
                "город", "городе", "столицу", "столице", "провинцию", "провинции", "г", ".", "республику", "республике",
                "соседний", "соседнем", "соседнюю",
            ].contains(text.key(before))
                || before < mention.tokens.lowerBound - 1
                    && RussianWordForms(analysis: self).isAdjective(before)
        { before -= 1 }
        guard before >= opening else { return .none }
        switch text.key(before) {
        case "из": return .from
        case "по": return .at
        case "в", "во", "на": return isAccusative(mention) && before == mention.tokens.lowerBound - 1 ? .toward : .at
        default: break
        }
        if isJustBehind(before + 1, [.travel, .call]) { return .toward }
        if let row = neighbour(before: mention, joiners: ["и", ","]) { return russianBearing(row) }
        return .none
    }

    /// "в Чирчик", "в Навоийскую область": where somebody goes, not where he is.
    private func isAccusative(_ mention: PlaceMention) -> Bool {
        let last = text.key(mention.tokens.upperBound - 1)
        guard let ending = String(last).last, let name = data.folding(mention.name).split(separator: " ").last,
            let nominative = name.last
        else { return false }
        if "ую".contains(ending) { return "ая".contains(nominative) }
        return String(last) == name && !"оеиуыэюё".contains(nominative)
    }

    private func englishBearing(_ mention: PlaceMention) -> Bearing {
        var before = mention.tokens.lowerBound - 1
        let opening = passage(of: mention.tokens.lowerBound).tokens.lowerBound
        while before > opening,
            [
                "the", "nearby", "central", "southern", "northern", "eastern", "western", "neighbouring", "city", "of",
                "region", "province", "state", "district", "county", "town", "capital", "port", "village", "island",
                "country", "republic", "prefecture", "kingdom", "municipality", "oblast",
            ].contains(text.key(before))
                || before < mention.tokens.lowerBound - 1
                    && data.gazetteer.adjective(in: text, at: before) != nil
        { before -= 1 }
        guard before >= opening else { return .none }
        switch text.key(before) {
        case "in", "at", "near", "across", "around": return .at
        case "to", "into": return .toward
        case "for":
            return isJustBehind(before + 1, [.travel]) || isJustBehind(before, [.travel])
                || ["leaving", "left", "leaves", "bound", "heading"].contains(
                    before > 0 ? String(text.key(before - 1)) : "")
                ? .toward : .none
        case "from": return .from
        default: break
        }
        if isJustBehind(before + 1, [.travel, .call]) { return .toward }
        if let row = neighbour(before: mention, joiners: ["and", ",", "\u{27}s", "s", "\u{27}", "then", "the"]) {
            return englishBearing(row)
        }
        return .none
    }

    private func chineseBearing(_ mention: PlaceMention) -> Bearing {
        var before = mention.tokens.lowerBound - 1
        let opening = passage(of: mention.tokens.lowerBound).tokens.lowerBound
        if before > opening, text.key(before) == "了" { before -= 1 }
        guard before >= opening else { return .none }
        switch text.key(before) {
        case "在", "于": return .at
        case "赴", "抵", "到", "往", "至", "来", "访", "對", "对", "達", "达":
            return before > opening && text.key(before) == "于" ? .from : .toward
        case "从", "自", "從", "由":
            // 此行从西安开始
            return ["开始", "启程", "起步", "開始"].contains(
                text.key(mention.tokens.upperBound)
                    + (mention.tokens.upperBound + 1 < text.tokens.count ? text.key(mention.tokens.upperBound + 1) : "")
            ) ? .at : .from
        default: break
        }
        if isJustBehind(before + 1, [.travel]) || isJustBehind(before + 2, [.travel]) { return .toward }
        if let row = neighbour(before: mention, joiners: ["、", "和", "与", "及", "與", "，", "首", "都", "府", "市"]) {
            return chineseBearing(row)
        }
        return .none
    }

    private func uzbekBearing(_ mention: PlaceMention) -> Bearing {
        let suffix = uzbekSuffix(mention)
        if suffix.hasSuffix("dan") { return .from }
        if ["ga", "ka", "qa"].contains(where: { suffix.hasSuffix($0) }) { return .toward }
        if ["da", "ta"].contains(where: { suffix.hasSuffix($0) }) { return .at }
        // "Xitoyning Szinan shahrida", "Xitoy va Koreyaga": the next name tells.
        let joins = ["va", "hamda", ",", "ham"]
        guard suffix.isEmpty || suffix.hasSuffix("ning") else { return .none }
        guard let next = places.first(where: { $0.tokens.lowerBound >= mention.tokens.upperBound }),
            next.tokens.lowerBound - mention.tokens.upperBound <= 2,
            passageOfToken[next.tokens.lowerBound] == passageOfToken[mention.tokens.lowerBound],
            between(mention.tokens, next.tokens).allSatisfy({
                joins.contains(String(text.key($0))) || tag(at: $0, .placeType) != nil
            })
        else { return .none }
        return uzbekBearing(next)
    }

    /// "Pusanda viloyat hokimi": the name has its suffix already, and the type word is the next phrase's.
    private func hasOwnCase(_ last: Int, of mention: PlaceMention) -> Bool {
        let key = String(text.key(last))
        guard let name = data.folding(mention.name).split(separator: " ").last, key.hasPrefix(name) else {
            return false
        }
        return ["da", "dan", "ga", "ka", "qa", "dagi"].contains(String(key.dropFirst(name.count)))
    }

    /// What stands behind an Uzbek place name, on its last word or on the type word after it ("Szinan shahri-da").
    func uzbekSuffix(_ mention: PlaceMention) -> String {
        var last = mention.tokens.upperBound - 1
        if mention.tokens.count > 1, tag(at: last, .placeType) != nil { return String(text.key(last)) }
        if let type = tag(at: last + 1, .placeType), passageOfToken[last + 1] == passageOfToken[last],
            !text.tokens[last].isSign(","), !hasOwnCase(last, of: mention)
        {
            last = type.tokens.upperBound - 1
            return String(text.key(last))
        }
        let key = String(text.key(last))
        guard let name = data.folding(mention.name).split(separator: " ").last else { return key }
        let shared = zip(key, name).prefix { $0 == $1 }.count
        guard shared >= max(2, name.count - 2) else { return key }
        return String(key.dropFirst(shared))
    }
}
