internal import Deals
internal import Languages
internal import SourceText

/// What is to be reached by when: "Пуск намечен на конец 2026 года", "to be lit before the end of 2025", "2025 йил охиригача
/// ишга туширилиши керак", "计划2025年底点火".
///
/// 1. A day or year that lies behind the day of publication, and in its part of the sentence a word of what is to be
///    reached (`milestones.tsv`), the nearest of several; or a word for building works with one for beginning.
/// 2. It belongs to the deal that its sentence tells of, else to the one told last before it in the text.
/// 3. Of one deal and stage the first day told stands.
struct MilestoneRules {
    let analysis: Analysis

    /// A milestone with the words that tell it.
    struct Mention {
        let milestone: Milestone
        /// From what is to be reached to its day.
        let tokens: Range<Int>
        let date: DateMention
    }

    /// Farther from its day than so many words, a word speaks of something else.
    private static let reach = 10
    /// So many sentences behind its last one a deal is still spoken of.
    private static let memory = 4

    /// The milestones of each deal, in the order of the deals.
    func milestones(of deals: [DealDraft]) -> [[Mention]] {
        var result = [[Mention]](repeating: [], count: deals.count)
        guard !deals.isEmpty, let published = analysis.published?.date.date else { return result }
        guard mayLookAhead(published) else { return result }
        let words = analysis.data.milestones.matches(in: analysis.text)
        let years = years(beside: words.filter { $0.phraseClass == "by" }, published)
        // "2025-yil oxirigacha": the end of that year, and not of the year of publication.
        let dates = analysis.dates.filter { date in
            !years.contains { abs($0.tokens.lowerBound - date.tokens.lowerBound) <= 2 }
        }
        let ahead = (dates + years).filter { isAhead($0, published) }
            .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        for date in ahead {
            let passage = Int(analysis.passageOfToken[date.tokens.lowerBound])
            guard !analysis.isFurniture[passage],
                let told = stage(at: date, words, in: analysis.text.passages[passage]),
                let deal = deal(of: passage, deals)
            else { continue }
            guard !result[deal].contains(where: { $0.milestone.stage == told.stage }), let due = date.whole else {
                continue
            }
            result[deal].append(
                Mention(milestone: Milestone(stage: told.stage, due: due), tokens: told.tokens, date: date))
        }
        return result
    }

    private func mayLookAhead(_ published: PartialDate) -> Bool {
        analysis.dates.contains { isAhead($0, published) }
            || analysis.text.tokens.indices.contains { year(at: $0, published) != nil }
    }

    /// Years that no date rule reads because of the words beside them ("before the end of 2025").
    private func years(beside deadlines: [PhraseTable.Match], _ published: PartialDate) -> [DateMention] {
        deadlines.flatMap { match in
            [match.tokens.upperBound, match.tokens.lowerBound - 1, match.tokens.lowerBound - 2].compactMap { index in
                year(at: index, published).map { DateMention(tokens: index..<(index + 1), date: $0) }
            }
        }
    }

    /// The year that a number names, from that of publication to twenty years on, where no date covers it.
    private func year(at index: Int, _ published: PartialDate) -> PartialDate? {
        guard analysis.text.tokens.indices.contains(index), analysis.text.tokens[index].kind == .number,
            !analysis.overlapsDate(index..<(index + 1)), let year = Int(analysis.text.key(index)),
            (published.year...(published.year + 20)).contains(year)
        else { return nil }
        return PartialDate(year: year)
    }

    /// A date that is over only after the day of publication: the year of a page of that year is ahead by its end.
    private func isAhead(_ mention: DateMention, _ published: PartialDate) -> Bool {
        let date = mention.end ?? mention.date
        if date.year != published.year { return date.year > published.year }
        guard let month = date.month else { return !mention.isRelative }
        guard let now = published.month else { return false }
        if month != now { return month > now }
        guard let day = date.day, let today = published.day else { return false }
        return day > today
    }

    private func stage(
        at date: DateMention, _ words: [PhraseTable.Match], in passage: Passage
    ) -> (stage: AgreementStatus, tokens: Range<Int>)? {
        let segment = analysis.segment(around: date.tokens.lowerBound, in: passage.tokens)
        let near = words.filter {
            segment.contains($0.tokens.lowerBound) && distance($0.tokens, date.tokens) <= Self.reach
        }
        let works = near.first { $0.phraseClass == "works" }
        let starts = near.first { $0.phraseClass == "starts" }
        if let works, let starts, !near.contains(where: { $0.value == AgreementStatus.operating.rawValue }) {
            return (.construction, span(span(works.tokens, starts.tokens), date.tokens))
        }
        let reached = near.filter { $0.phraseClass == "reach" }
            .min { distance($0.tokens, date.tokens) < distance($1.tokens, date.tokens) }
        guard let reached, let stage = AgreementStatus(rawValue: reached.value) else { return nil }
        return (stage, span(reached.tokens, date.tokens))
    }

    private func deal(of passage: Int, _ deals: [DealDraft]) -> Int? {
        if let own = deals.indices.first(where: { deals[$0].passages.contains(passage) && !deals[$0].isPackage }) {
            return own
        }
        let before = deals.indices.compactMap { index -> (deal: Int, distance: Int)? in
            guard !deals[index].isPackage, let last = deals[index].passages.filter({ $0 < passage }).max() else {
                return nil
            }
            return (index, passage - last)
        }
        return before.filter { $0.distance <= Self.memory }.min { $0.distance < $1.distance }?.deal
    }

    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        max(0, max(left.lowerBound, right.lowerBound) - min(left.upperBound, right.upperBound))
    }

    private func span(_ left: Range<Int>, _ right: Range<Int>) -> Range<Int> {
        min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
    }
}
