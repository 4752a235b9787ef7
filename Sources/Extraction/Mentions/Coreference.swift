internal import SourceText

/// Numbers mentions so that those of one organisation, or one person, share a number.
struct Coreference {
    /// Folded words of a name that carry its identity.
    static func words(_ name: String, folding: Folding) -> [String] {
        folding(name).split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "." || $0 == "," || $0 == "·" }).map(
            String.init)
    }

    /// A shorter name belongs to a longer one when all its words stand in that one, up to case endings.
    static func organisations(
        _ mentions: inout [OrganisationMention], legalForms: Set<String>, folding: Folding, isChinese: Bool
    ) {
        var clusters: [(name: String, words: [String], chinese: String)] = []
        for number in mentions.indices.sorted(by: { mentions[$0].name.count > mentions[$1].name.count }) {
            let name = mentions[number].name
            let all = words(name, folding: folding)
            let kept = all.filter { !legalForms.contains($0) }
            let wanted = kept.isEmpty ? all : kept
            if let cluster = clusters.firstIndex(where: {
                isChinese ? isShortening(mentions[number], of: $0.chinese) : contains($0.words, wanted)
            }) {
                mentions[number].entity = cluster
            } else {
                mentions[number].entity = clusters.count
                clusters.append((name, wanted, name))
            }
        }
    }

    private static func contains(_ longer: [String], _ shorter: [String]) -> Bool {
        guard !shorter.isEmpty, shorter.joined().utf8.count >= 3 else { return false }
        return shorter.allSatisfy { word in longer.contains { sameWord($0, word) } }
    }

    /// Whether two words are one but for a short ending.
    static func sameWord(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let prefix = zip(a, b).prefix(while: { $0 == $1 }).count
        return prefix >= 4 && max(a.count, b.count) - prefix <= 2
    }

    /// 鲁恒重工 of 山东鲁恒重工机械有限公司: all characters in order, most of them side by side.
    private static func isShortening(_ mention: OrganisationMention, of long: String) -> Bool {
        let short = mention.name
        // 商务部 is no short form of 商务部研究院.
        if mention.isInstitution, !mention.isOutlet, short.suffix(2) != long.suffix(2) { return false }
        // 中国银行 is none of 中国建设银行.
        if short.hasSuffix("银行"), !long.contains(short) { return false }
        guard short.count >= 2, short.count < long.count else { return short == long }
        if long.contains(short) { return true }
        var rest = long[...]
        for character in short {
            guard let at = rest.firstIndex(of: character) else { return false }
            rest = rest[rest.index(after: at)...]
        }
        return short.count >= 3
    }

    /// A surname alone, or with an initial, belongs to the full name told before.
    static func persons(_ mentions: inout [PersonMention], folding: Folding) {
        var clusters: [[String]] = []
        let names = mentions.map { words($0.name, folding: folding) }
        let order = mentions.indices.sorted {
            (isPatronymic(names[$0]) ? 1 : 0, -mentions[$0].name.count) < (
                isPatronymic(names[$1]) ? 1 : 0, -mentions[$1].name.count
            )
        }
        for number in order {
            let wanted = names[number]
            let solid = wanted.filter { $0.count > 2 }
            if let cluster = clusters.firstIndex(where: { longer in
                longer == wanted || isPatronymic(wanted) && longer.count > 1 && longer[0] == wanted[0]
                    || !solid.isEmpty && solid.allSatisfy { word in longer.contains { sameName($0, word) } }
                        && wanted.filter { $0.count <= 2 }.allSatisfy { initial in
                            longer.contains { $0.hasPrefix(initial) }
                        }
            }) {
                mentions[number].entity = cluster
            } else {
                mentions[number].entity = clusters.count
                clusters.append(wanted)
            }
        }
    }

    /// "Виктор Казимирович": the given name and the father's, as people are addressed.
    private static func isPatronymic(_ words: [String]) -> Bool {
        words.count == 2
            && ["ович", "ьевич", "еевич", "аевич", "оревич", "овна", "евна", "ична"].contains { words[1].hasSuffix($0) }
    }

    private static func sameName(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let prefix = zip(a, b).prefix(while: { $0 == $1 }).count
        return prefix >= 3 && max(a.count, b.count) - prefix <= 3 && abs(a.count - b.count) <= 3
    }
}
