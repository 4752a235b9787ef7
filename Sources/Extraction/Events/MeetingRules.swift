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
        let drafts = drafts()
        // A meeting with nobody named gives way to the named ones of the same side.
        return drafts.filter { draft in
            draft.parties.count >= 2 || !drafts.contains { $0.parties.count >= 2 && $0.parties.contains { $0.party == draft.parties[0].party } }
        }
    }

    private func drafts() -> [MeetingDraft] {
        var drafts: [MeetingDraft] = []
        for number in analysis.articlePassages {
            let passage = analysis.text.passages[number]
            guard let cue = cue(in: passage) else { continue }
            var found = sides.sides(in: passage.tokens).filter { isSide($0, passage) }
            if !found.contains(where: \.isPlace), let home = context.home(before: number, in: sides) { found.insert(home, at: 0) }
            if found.filter({ !$0.isPlace }).isEmpty, analysis.has(.sides, in: passage.tokens) {
                // "встретился с гостями": those told before.
                found += context.organisations(before: number, in: sides, lines: 6).prefix(1)
            }
            if found.count == 1, found[0].isPlace, let other = context.delegation(before: number, in: sides), other.party != found[0].party { found.insert(other, at: 0) }
            let others = found.filter { !$0.isPlace }
            let places = found.filter(\.isPlace)
            let place = place(in: passage, number)
            let isNamed = found.count >= 2 && (!others.isEmpty || places.count >= 2)
            // A meeting with people who are not named still took place where the text says so.
            guard isNamed || cue.lexeme == .meet && found.count == 1 && others.isEmpty && place.map({ sides.isForeign($0) && passage.tokens.contains($0.tokens.lowerBound) }) ?? false else { continue }
            let draft = MeetingDraft(parties: found, place: place, date: date(in: passage, number), passage: number)
            merge(draft, into: &drafts)
        }
        return drafts
    }

    private func cue(in passage: Passage) -> Tag? {
        analysis.tags(in: passage.tokens).first { [.meet, .receive, .call].contains($0.lexeme) }
    }

    /// Outlets, and companies that only the topic mentions, are no sides of a meeting.
    private func isSide(_ side: Side, _ passage: Passage) -> Bool { true }

    /// Where they met: a city said to be the place, else the city that an adjective names ("пекинские компании").
    private func place(in passage: Passage, _ number: Int) -> PlaceMention? {
        let named = sides.sides(in: passage.tokens)
        let near = analysis.places.filter { mention in
            passage.tokens.contains(mention.tokens.lowerBound) && !mention.isInsideName && mention.kind == .city
                && !analysis.isContainer(mention) && !named.contains { $0.tokens.overlaps(mention.tokens) && $0.source != .administration }
        }
        return near.first { analysis.isLocative($0) } ?? cityOfAdjective(number)
    }

    private func cityOfAdjective(_ number: Int) -> PlaceMention? {
        let line = analysis.text.passages[number].line
        for earlier in analysis.articlePassages.reversed() where earlier <= number {
            let passage = analysis.text.passages[earlier]
            guard line - passage.line <= 1 else { return nil }
            guard analysis.has(.meet, in: passage.tokens) else { continue }
            for token in passage.tokens {
                guard let adjective = analysis.data.gazetteer.adjective(in: analysis.text, at: token), let place = analysis.data.places[adjective.id], place.kind == .city, let name = place.name(in: analysis.data.tag) else { continue }
                let mention = PlaceMention(tokens: token..<adjective.end, name: name, id: place.id, kind: .city)
                if sides.isForeign(mention) { return mention }
            }
        }
        return nil
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
