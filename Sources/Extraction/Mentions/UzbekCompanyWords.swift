internal import Languages
internal import SourceText

/// Names of organisations that one word makes, and ministries without a capital.
extension UzbekWords {
    /// What closes a company's name written as one word: "Ipotekabank", "Газиндустрбанк", "O‘zsanoatqurilish".
    private static let companyEnds = [
        "bank", "neftgaz", "transgaz", "energo", "invest", "holding", "xolding", "tekstil", "telekom", "servis",
        "sement", "agromash", "agrosanoat", "sanoatqurilish", "qurilish", "sug'urta", "eksport", "farm", "pharma",
        "lizing", "metall", "kimyosanoat",
    ]

    /// Whether a capitalised word is a company's name by itself: its end says so, or a capital stands inside it
    /// ("УралПолиметалл", "UzAuto").
    func isCompanyWord(_ index: Int) -> Bool {
        guard index < tokens.count, isCapital(index), !analysis.isPlace(index), analysis.tag(at: index, .role) == nil
        else { return false }
        if hasInnerCapital(index) { return true }
        return companyEnd(index) != nil
    }

    /// The folded name without what follows its closing word ("Ipotekabankning"), or nil where none closes it.
    private func companyEnd(_ index: Int) -> String? {
        let key = analysis.text.key(index)
        for suffix in [""] + Self.cases where key.hasSuffix(suffix) {
            let stem = key.dropLast(suffix.count)
            if Self.companyEnds.contains(where: { stem.hasSuffix($0) && stem.count >= $0.count + 3 }) {
                return String(stem)
            }
        }
        return nil
    }

    /// A capital behind a small letter.
    private func hasInnerCapital(_ index: Int) -> Bool {
        var small = 0
        for scalar in analysis.text.surface(index).unicodeScalars {
            if scalar.properties.isLowercase { small += 1 }
            if scalar.properties.isUppercase, small >= 2 { return true }
        }
        return false
    }

    /// The one-word name without its case suffix.
    func companyWordName(_ index: Int) -> String {
        let stem = companyEnd(index) ?? bare(index)
        return repaired(prefix(index, folded: stem.utf8.count), index)
    }

    /// "“Fayz” bilan … imzoladi": a quoted name that acts in a sentence of dealing.
    func actsBeside(_ inner: Range<Int>) -> Bool {
        let next = inner.upperBound + 1
        guard next < tokens.count, !tokens[next].traits.contains(.lineBefore),
            ["bilan", "tomonidan", "o'rtasida", "o'rtasidagi"].contains(analysis.text.key(next))
        else { return false }
        let passage = analysis.passage(of: inner.lowerBound).tokens
        let acts: LexemeSet = [.sign, .agreed, .paper, .invest]
        return !analysis.isPlace(inner.lowerBound)
            && analysis.tags(in: passage).contains { acts.contains($0.lexeme) && !inner.contains($0.tokens.lowerBound) }
    }

    /// "KOICA", "ОТБ": letters that are a name of their own before "va".
    func isAcronym(_ index: Int) -> Bool {
        tokens[index].kind == .word && tokens[index].traits.contains(.allCapitals) && !isHeadline(index)
    }

    /// "bu haqda energetika vazirligi bilan": topics in small letters before a ministry's head.
    func lowerCaseMinistry(_ modifiers: Range<Int>, _ head: Tag) -> Range<Int>? {
        let key = analysis.text.key(head.tokens.upperBound - 1)
        guard head.value == "institution", key.hasPrefix("vazirligi") || key.hasPrefix("qo'mitasi") else { return nil }
        var start = modifiers.upperBound
        while start > modifiers.lowerBound {
            let key = analysis.text.key(start - 1)
            let isTopic = Self.topics.contains { key.hasPrefix($0) } && !key.hasSuffix("da") && !key.hasSuffix("ga")
            guard
                tokens[start - 1].isSign(",") || isTopic
                    || ["va", "saqlash", "xo'jaligi", "ishlar", "savdo"].contains(key)
            else { break }
            start -= 1
        }
        while start < modifiers.upperBound, tokens[start].kind == .sign || analysis.text.key(start) == "va" {
            start += 1
        }
        return start < modifiers.upperBound ? start..<head.tokens.upperBound : nil
    }
}
