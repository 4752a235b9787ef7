internal import Deals
internal import Languages
internal import SourceText

/// What the passages before one have told: who acts, with whom, when. A sentence that says "the parties signed"
/// leans on it.
struct DiscourseContext {
    let analysis: Analysis
    /// Article passages in order, with what each names.
    private let passages: [Int]

    init(analysis: Analysis) {
        self.analysis = analysis
        passages = analysis.articlePassages
    }

    /// The home side (place) told last in the passages before, within three paragraphs.
    func home(before number: Int, in sides: SideRules) -> Side? {
        let line = analysis.text.passages[number].line
        for earlier in passages.reversed() where earlier < number {
            let passage = analysis.text.passages[earlier]
            if line - passage.line > 8 { break }
            if let side = sides.sides(in: passage.tokens).first(where: { $0.isPlace && ($0.source == .delegation || $0.source == .role || $0.source == .administration) }) {
                return side
            }
        }
        return nil
    }

    /// The delegation told last in the same paragraph or the one before.
    func delegation(before number: Int, in sides: SideRules) -> Side? {
        let line = analysis.text.passages[number].line
        for earlier in passages.reversed() where earlier <= number {
            let passage = analysis.text.passages[earlier]
            if line - passage.line > 1 { break }
            if let side = sides.delegations(in: passage.tokens).first { return side }
        }
        return nil
    }

    /// The company side told last in the same paragraph, or in the paragraph before.
    func organisations(before number: Int, in sides: SideRules, lines: Int = 1) -> [Side] {
        let line = analysis.text.passages[number].line
        for earlier in passages.reversed() where earlier < number {
            let passage = analysis.text.passages[earlier]
            if line - passage.line > lines { break }
            let found = sides.organisations(in: passage.tokens)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The day told last in the same paragraph.
    func date(before number: Int) -> DateMention? {
        let line = analysis.text.passages[number].line
        for earlier in passages.reversed() where earlier < number {
            let passage = analysis.text.passages[earlier]
            if passage.line != line { break }
            // The days of a trip are not the day of what happened on it.
            if analysis.has(.travel, in: passage.tokens), !analysis.has(.meet, in: passage.tokens) { continue }
            if let date = analysis.dates.last(where: { passage.tokens.contains($0.tokens.lowerBound) && $0.date.day != nil }) { return date }
        }
        return nil
    }
}
