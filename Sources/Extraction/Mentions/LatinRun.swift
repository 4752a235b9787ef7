internal import Languages
internal import SourceText

/// A name in Latin letters inside a text of another script: "Xinjiang Chuangdai International Trade",
/// "Tuna Ova Gıda A.Ş.", "Shandong Luheng Heavy Machinery Co., Ltd".
struct LatinRun {
    let tokens: Range<Int>
    let mention: OrganisationMention?

    init?(at start: Int, in analysis: Analysis) {
        let all = analysis.text.tokens
        guard Self.isNameWord(start, analysis) else { return nil }
        var end = start + 1
        scan: while end < all.count, !all[end].traits.contains(.lineBefore) {
            if Self.isLatinWord(end, analysis), all[end].traits.contains(.capital) || all[end].kind == .number {
                end += 1
            } else if all[end].kind == .word, all[end].traits.contains(.latin),
                Self.joiners.contains(analysis.text.key(end)), Self.isNameWord(end + 1, analysis)
            {
                end += 2
            } else if all[end].isSign("&") || all[end].isSign("-") || all[end].isSign("+"),
                Self.isNameWord(end + 1, analysis)
            {
                end += 2
            } else if all[end].isSign("."), end + 1 < all.count, !all[end + 1].traits.contains(.spaceBefore),
                all[end + 1].kind == .word, all[end + 1].traits.contains(.latin),
                !all[end + 1].traits.contains(.capital)
            {
                end += 2  // Podrobno.uz, S.p.A.
            } else if all[end].isSign("."), !all[end].traits.contains(.spaceBefore), Self.isAbbreviated(end, analysis) {
                end += 1
            } else if all[end].isSign(","), end + 1 < all.count,
                ["ltd", "inc", "llc", "co", "limited"].contains(analysis.text.key(end + 1))
            {
                end += 2
            } else if all[end].kind == .number, !all[end].traits.contains(.lineBefore), end + 1 < all.count,
                Self.isNameWord(end + 1, analysis)
            {
                end += 2
            } else {
                break scan
            }
        }
        tokens = start..<end
        let words = (start..<end).filter { all[$0].kind == .word }
        let isRoman = words.count == 1 && analysis.text.key(start).allSatisfy { "ivxlc".contains($0) }
        let noise: LexemeSet = [.furniture, .notName, .unit, .legalForm, .currency]
        let isNoise = words.allSatisfy { word in
            analysis.tags(in: word..<(word + 1)).contains { noise.contains($0.lexeme) }
        }
        let isShort = words.count == 1 && all[start].end - all[start].start < 3
        let isHashtag =
            start > 0 && (all[start - 1].isSign("#") || all[start - 1].isSign("@") || all[start - 1].isSign("/"))
        let inFurniture = analysis.isFurniture[Int(analysis.passageOfToken[start])]
        if isRoman || isNoise || isShort || isHashtag || inFurniture {
            mention = nil
        } else {
            let isDomain = (start..<end).contains {
                all[$0].isSign(".") && $0 + 1 < end && !all[$0 + 1].traits.contains(.capital)
                    && all[$0 + 1].kind == .word
            }
            let named = analysis.tag(endingAt: start, .outlet) != nil || isDomain
            mention = OrganisationMention(
                tokens: start..<end, name: analysis.words(start..<end), isInstitution: false, isOutlet: named)
        }
    }

    private static let joiners: Set<String> = [
        "of", "and", "for", "der", "den", "ter", "las", "los", "de", "du", "di", "do", "da", "dos", "del", "la", "le",
        "van", "von", "the", "und", "va",
    ]

    private static func isLatinWord(_ index: Int, _ analysis: Analysis) -> Bool {
        guard index < analysis.text.tokens.count else { return false }
        let token = analysis.text.tokens[index]
        return token.kind == .word && token.traits.contains(.latin) && !token.traits.contains(.repaired)
            && !token.traits.contains(.cyrillic)
    }

    private static func isNameWord(_ index: Int, _ analysis: Analysis) -> Bool {
        isLatinWord(index, analysis) && analysis.text.tokens[index].traits.contains(.capital)
    }

    /// "Co.", "A.Ş.", "S.p.A.": a stop that belongs to the name.
    private static func isAbbreviated(_ stop: Int, _ analysis: Analysis) -> Bool {
        let word = analysis.text.tokens[stop - 1]
        let isLegal = ["co", "ltd", "inc", "corp", "st"].contains(analysis.text.key(stop - 1))
        let isLetter = analysis.text.surface(stop - 1).count == 1 && word.isCapitalised
        return isLetter
            || (isLegal
                && analysis.passageOfToken[stop]
                    == (stop + 1 < analysis.text.tokens.count ? analysis.passageOfToken[stop + 1] : -1))
    }
}
