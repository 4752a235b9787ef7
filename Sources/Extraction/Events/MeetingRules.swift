internal import Deals
internal import Languages
internal import SourceText

/// A meeting as the rules put it together.
struct MeetingDraft {
    var parties: [Side]
    var place: PlaceMention?
    var date: DateMention?
    var passage: Int
}

/// Finds meetings: somebody meets, receives or calls on somebody who is named.
struct MeetingRules {
    let analysis: Analysis
    let sides: SideRules
    let context: DiscourseContext

    func meetings() -> [MeetingDraft] {
        var drafts: [MeetingDraft] = []
        for number in analysis.articlePassages {
            let passage = analysis.text.passages[number]
            guard let cue = cue(in: passage) else { continue }
            var found = sides.sides(in: passage.tokens).filter { isSide($0, passage) }
            if !found.contains(where: \.isPlace), let home = context.home(before: number, in: sides) { found.insert(home, at: 0) }
            let others = found.filter { !$0.isPlace }
            let places = found.filter(\.isPlace)
            guard found.count >= 2, !others.isEmpty || places.count >= 2 else {
                continue
            }
            if cue.lexeme == .meet, onlyNoun(cue, passage), others.isEmpty { continue }
            let draft = MeetingDraft(parties: found, place: place(in: passage, number), date: date(in: passage, number), passage: number)
            merge(draft, into: &drafts)
        }
        return drafts
    }

    private func cue(in passage: Passage) -> Tag? {
        analysis.tags(in: passage.tokens).first { [.meet, .receive, .call].contains($0.lexeme) }
    }

    private func onlyNoun(_ tag: Tag, _ passage: Passage) -> Bool { !analysis.has(.call, in: passage.tokens) && !analysis.has(.receive, in: passage.tokens) }

    /// Outlets, and companies that only the topic mentions, are no sides of a meeting.
    private func isSide(_ side: Side, _ passage: Passage) -> Bool { true }

    private func place(in passage: Passage, _ number: Int) -> PlaceMention? {
        let near = analysis.places.filter { mention in
            passage.tokens.contains(mention.tokens.lowerBound) && !mention.isInsideName && mention.kind == .city
                && !sides.sides(in: passage.tokens).contains { $0.tokens.overlaps(mention.tokens) }
        }
        return near.first
    }

    private func date(in passage: Passage, _ number: Int) -> DateMention? {
        analysis.dates.first { passage.tokens.contains($0.tokens.lowerBound) && $0.date.day != nil } ?? context.date(before: number)
    }

    private func merge(_ draft: MeetingDraft, into drafts: inout [MeetingDraft]) {
        let others = Set(draft.parties.filter { !$0.isPlace }.map(\.party))
        if let same = drafts.firstIndex(where: { old in
            let before = Set(old.parties.filter { !$0.isPlace }.map(\.party))
            return !others.isDisjoint(with: before) || others.isEmpty && Set(draft.parties.map(\.party)) == Set(old.parties.map(\.party))
        }) {
            if drafts[same].place == nil { drafts[same].place = draft.place }
            if drafts[same].date == nil { drafts[same].date = draft.date }
            for side in draft.parties where !drafts[same].parties.contains(where: { $0.party == side.party }) && side.isPlace && !drafts[same].parties.contains(where: \.isPlace) {
                drafts[same].parties.append(side)
            }
        } else {
            drafts.append(draft)
        }
    }
}
