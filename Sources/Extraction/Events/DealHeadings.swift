internal import Deals
internal import Languages
internal import SourceText

/// What stands over a deal's paragraph, and what its sides are, where its own sentences leave something open.
extension AgreementRules {
    /// "Denov. Limonariy" on a line of its own over the paragraph: where it is, and what.
    func addHeading(_ deal: inout DealDraft, _ cues: DealCueRules) {
        guard !deal.isPackage, !deal.isListItem, let first = deal.passages.min(), let heading = heading(over: first)
        else { return }
        let places = analysis.places(in: heading).filter {
            heading.contains($0.tokens.lowerBound) && !$0.isInsideName && $0.kind.isLocal && sides.isSite($0)
        }
        if deal.place == nil || deal.place.map({ sides.isForeign($0) }) ?? false, places.count == 1 {
            deal.place = places[0]
        }
        if deal.project == nil || deal.project?.value == "other", deal.subject == nil || deal.project != nil,
            let project = analysis.all(.project, in: heading).last(where: { $0.value != "other" })
        {
            deal.project = project
            deal.subject = cues.subjects.phrase(of: project, in: heading)
            if deal.sector == nil { deal.sector = cues.sector(project, subject: deal.subject, in: heading) }
        }
    }

    /// The nearest short line above a passage that closes no sentence and tells nothing, at most two paragraphs away; not
    /// the text's own headline.
    private func heading(over number: Int) -> Range<Int>? {
        let passages = analysis.text.passages
        let article = analysis.articlePassages
        guard let top = article.first.map({ passages[$0].line }) else { return nil }
        let line = passages[number].line
        for other in stride(from: line - 1, through: max(top + 1, line - 2), by: -1) {
            let own = article.filter { passages[$0].line == other }
            guard let opening = own.first, let last = own.last else { continue }
            let range = passages[opening].tokens.lowerBound..<passages[last].tokens.upperBound
            if range.count <= 9, passages[last].isUnclosed, analysis.dates(in: range).isEmpty,
                !analysis.tags(in: range).contains(where: {
                    [.sign, .agreed, .speech, .meet, .travel, .furniture].contains($0.lexeme)
                })
            {
                return range
            }
        }
        return nil
    }

    /// A paper of two universities is about education, one of two clinics about healthcare.
    func addPartySector(_ deal: inout DealDraft) {
        guard analysis.data.tag.isUzbek, deal.kind != nil, !deal.isPackage else { return }
        for (sector, stems) in Self.fields {
            let fitting = deal.parties.filter { side in
                guard case .organisation(let entity) = side.party else { return false }
                return analysis.organisations.contains { mention in
                    mention.entity == entity
                        && mention.tokens.contains { token in
                            stems.contains { analysis.text.key(token).hasPrefix($0) }
                        }
                }
            }
            if fitting.count >= min(2, deal.organisations.count), let one = fitting.first {
                deal.sector = (sector, one.tokens)
                return
            }
        }
    }

    private static let fields: [(Sector, [String])] = [
        (.education, ["universitet", "institut", "akademiya", "kollej", "maktab", "texnikum", "litsey"]),
        (.healthcare, ["klinika", "shifoxona", "gospital", "tibbiyot", "hospital"]),
        (.finance, ["bank", "birja", "sug'urta", "jamg'arma"]),
    ]
}
