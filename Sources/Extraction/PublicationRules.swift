internal import Deals
internal import Languages
internal import SourceText

/// Finds the day of publication in a page that carries it: a dateline at the head or foot, or the names of its
/// photo files.
struct PublicationRules {
    let analysis: Analysis

    func published() -> DateMention? {
        let dates = DateRules(analysis: analysis, published: nil).mentions().filter {
            $0.date.day != nil && $0.hasYear && $0.end == nil
        }
        guard let lastLine = analysis.text.passages.last?.line else { return nil }
        var photo: DateMention?
        var foot: DateMention?
        for mention in dates {
            let passage = analysis.passage(of: mention.tokens.lowerBound)
            if isInFileName(mention) {
                if photo.map({ $0.date < mention.date }) ?? true { photo = mention }
                continue
            }
            guard isDateline(passage, mention) else { continue }
            if passage.line <= 7 { return mention }
            if passage.line >= lastLine - 6, foot == nil { foot = mention }
        }
        return foot ?? photo
    }

    /// A dateline is a short unclosed line, or the line's first words, or its last.
    private func isDateline(_ passage: Passage, _ mention: DateMention) -> Bool {
        let line = analysis.text.passages.filter { $0.line == passage.line }
        let count = line.reduce(0) { $0 + $1.tokens.count }
        if count <= 30, passage.isUnclosed || count <= 14 { return true }
        guard mention.tokens.lowerBound - line[0].tokens.lowerBound <= 8 else { return false }
        // "2023 йил 17 февралда тендер …" opens a story; "Ташкент, 17 февраля 2023 г. —" is a dateline.
        let next = mention.tokens.upperBound
        return analysis.data.tag == .chinese || next >= passage.tokens.upperBound
            || analysis.text.tokens[next].kind == .sign
    }

    private func isInFileName(_ mention: DateMention) -> Bool {
        let before = mention.tokens.lowerBound - 1
        return before >= 0 && analysis.text.tokens[before].isSign("_")
            || before >= 0 && analysis.text.tokens[before].isSign("-")
                && !analysis.text.tokens[before].traits.contains(.spaceBefore)
    }
}
