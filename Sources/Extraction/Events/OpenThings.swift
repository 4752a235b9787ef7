internal import Deals
internal import Languages
internal import SourceText

/// What is made, traded or grown, told by the word for the deed where no table knows the thing:
/// "will produce **roof trusses**", «поставка **кураги**», "**mosh** eksporti".
struct OpenThing {
    let tokens: Range<Int>
    let deed: Tag
}

extension Tag {
    /// The sector of a deed: what is made is manufacturing, what is grown agriculture, what changes hands trade.
    var sectorOfDeed: Sector {
        switch value {
        case "make": .manufacturing
        case "grow": .agriculture
        default: .trade
        }
    }
}

extension SubjectRules {
    /// The first thing that a deed of the clause is done to; Chinese things are read by ``object(of:_:in:)``.
    func openThing(in clause: Range<Int>) -> OpenThing? {
        guard analysis.data.tag != .chinese else { return nil }
        for deed in analysis.all(.deed, in: clause) where !analysis.isOrganisation(deed.tokens.lowerBound) {
            let phrase =
                analysis.data.tag.isUzbek
                ? object(before: deed.tokens.lowerBound, in: clause)
                : object(behind: deed.tokens.upperBound, in: clause)
            if let phrase { return OpenThing(tokens: phrase, deed: deed) }
        }
        return nil
    }

    /// The deed that a phrase opens with, or that stands right beside it.
    func deed(of phrase: Range<Int>, in clause: Range<Int>) -> Tag? {
        let near = max(clause.lowerBound, phrase.lowerBound - 3)..<min(clause.upperBound, phrase.upperBound + 3)
        return analysis.all(.deed, in: near).first { tag in
            !analysis.isOrganisation(tag.tokens.lowerBound)
                && (tag.tokens.upperBound >= phrase.lowerBound && tag.tokens.lowerBound <= phrase.upperBound)
        }
    }

    /// "выпускать | в Термезе | инвалидные коляски": past a place and a day, up to the next part of the sentence.
    private func object(behind start: Int, in clause: Range<Int>) -> Range<Int>? {
        var first = start
        while first < clause.upperBound, let next = pastAdverbial(first, clause) { first = next }
        var end = first
        while end < clause.upperBound, end - first < 8, !endsObject(end) { end += 1 }
        while end > first,
            Self.joints.contains(analysis.text.key(end - 1)) || analysis.text.tokens[end - 1].kind == .sign
        {
            end -= 1
        }
        while first < end, Self.determiners.contains(analysis.text.key(first)) { first += 1 }
        return isThing(first..<end) ? first..<end : nil
    }

    /// "300 milliard so'mlik | bug'doy uni | yetkazib berish": back to the sum, place, side or adverbial before the thing.
    private func object(before end: Int, in clause: Range<Int>) -> Range<Int>? {
        let thing = phrase(before: end, in: clause, longest: 6, after: Self.joints) {
            endsObject($0) || isUzbekAdverbial($0)
        }
        return isThing(thing) ? thing : nil
    }

    private func pastAdverbial(_ index: Int, _ clause: Range<Int>) -> Int? {
        let key = analysis.text.key(index)
        guard ["в", "во", "на", "in", "at", "on"].contains(key), index + 1 < clause.upperBound else { return nil }
        let place = analysis.isPlace(index + 1) ? analysis.places.first { $0.tokens.contains(index + 1) } : nil
        if let place { return place.tokens.upperBound }
        guard analysis.overlapsDate(index..<(index + 2)) else { return nil }
        return analysis.dates.first { $0.tokens.contains(index + 1) || $0.tokens.contains(index) }?.tokens.upperBound
    }

    private func endsObject(_ index: Int) -> Bool {
        stops(index) || analysis.isPlace(index) || analysis.isOrganisation(index)
            || Self.enders.contains(analysis.text.key(index))
    }

    private func isUzbekAdverbial(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return ["da", "dan", "ga", "gacha", "lik"].contains { key.count > $0.utf8.count + 2 && key.hasSuffix($0) }
    }

    private func isThing(_ phrase: Range<Int>) -> Bool {
        guard !phrase.isEmpty else { return false }
        let words = phrase.filter {
            analysis.text.tokens[$0].kind == .word && !analysis.isCovered($0, by: [.number, .scale, .unit, .qualifier])
        }
        return words.contains { analysis.text.key($0).count > 2 }
            && !analysis.tags(in: phrase).contains { $0.lexeme == .deed || $0.lexeme == .build }
    }

    private static let determiners: Set<String> = [
        "a", "an", "the", "its", "their", "own", "свою", "свои", "собственные",
    ]
    private static let joints: Set<String> = [
        "and", "or", "of", "the", "a", "и", "или", "va", "hamda", "bilan", "ham", "esa", "bo'yicha", "uchun", "to",
        "for",
    ]
    private static let enders: Set<String> = [
        "in", "at", "on", "with", "by", "from", "under", "for", "that", "which", "worth", "to", "as", "using",
        "through",
        "over", "within", "will", "would", "is", "are", "was", "were", "has", "have", "near", "into", "during", "per",
        "в", "во", "на", "с", "со", "по", "от", "из", "к", "до", "при", "что", "а", "но", "за", "под", "через", "между",
        "который", "которая", "которое", "которые", "будет", "будут", "уже", "также", "для", "этого", "его", "ее", "их",
        "bilan", "uchun", "esa", "ham", "bo'yicha", "u", "bu", "shu", "qo'shma", "birgalikda", "yillik", "jami",
    ]
}
