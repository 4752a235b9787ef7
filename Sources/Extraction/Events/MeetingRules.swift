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
///
/// Who takes part is read from the part of the sentence around the word of meeting, then from the rest of it; a side
/// that the sentence leaves out (a pronoun, "the guests", no subject at all) is the delegation, official or company
/// that the text told last.
struct MeetingRules {
    let analysis: Analysis
    let sides: SideRules
    let context: DiscourseContext

    /// Words of meeting that are looked at in a passage; a sentence of news has two or three.
    private static let mostCues = 12

    func meetings() -> [MeetingDraft] {
        var drafts: [MeetingDraft] = []
        for number in analysis.articlePassages {
            let passage = analysis.text.passages[number]
            for cue in cues(in: passage).prefix(Self.mostCues) { read(cue, passage, number, &drafts) }
        }
        if analysis.data.tag == .chinese {
            drafts = drafts.compactMap { draft in
                let own = withoutOwnOffices(draft)
                return own.parties.count < 2 && own.parties.count < draft.parties.count ? nil : own
            }
        }
        // A meeting with nobody named gives way to the named ones of the same side.
        return drafts.filter { draft in
            guard draft.parties.count < 2, let only = draft.parties.first else { return true }
            return !drafts.contains { $0.parties.count >= 2 && $0.parties.contains { $0.party == only.party } }
        }
    }

    /// 旁遮普省 and 旁遮普省农业厅 are one side.
    private func withoutOwnOffices(_ draft: MeetingDraft) -> MeetingDraft {
        var draft = draft
        let places = draft.parties.filter(\.isPlace).map(\.name)
        draft.parties.removeAll { side in
            !side.isPlace && places.contains { side.name.hasPrefix($0) && side.name.count <= $0.count + 8 }
                && DealReferences(analysis: analysis, sides: sides).isInstitution(side)
        }
        return draft
    }

    // MARK: Words of meeting

    /// One word of meeting a segment of the sentence; a word that only looks back to a meeting counts where no other does.
    private func cues(in passage: Passage) -> [Tag] {
        let found = analysis.tags(in: passage.tokens).filter {
            [.meet, .receive, .call].contains($0.lexeme) && !isNegated($0, passage)
        }
        // Talking something over is a meeting only where the sentence has no better word.
        let strong = found.filter { $0.value != "ref" && $0.value != "discuss" }
        let told = strong.isEmpty ? found.filter { $0.value != "ref" } : strong
        var cues: [Tag] = []
        for tag in told.isEmpty ? found : told {
            let segment = segment(of: tag.tokens, in: passage.tokens)
            if let last = cues.last, segment.contains(last.tokens.lowerBound) {
                if last.lexeme == .call, tag.lexeme != .call { cues[cues.count - 1] = tag }
            } else {
                cues.append(tag)
            }
        }
        return cues
    }

    private func isNegated(_ tag: Tag, _ passage: Passage) -> Bool {
        let before = tag.tokens.lowerBound - 1
        guard before >= passage.tokens.lowerBound else { return false }
        // "…负责人参加会见": those who sat by.
        if analysis.data.tag == .chinese, before > passage.tokens.lowerBound,
            ["参加", "出席", "陪同", "参与", "參加"].contains(analysis.text.key(before - 1) + analysis.text.key(before))
        {
            return true
        }
        return ["не", "not", "never", "без", "未", "没有"].contains(analysis.text.key(before))
    }

    /// The part of a sentence between commas, semicolons and dashes; those inside names do not count.
    private func segment(of tokens: Range<Int>, in range: Range<Int>) -> Range<Int> {
        var start = min(max(tokens.lowerBound, range.lowerBound), range.upperBound)
        var end = max(start, min(tokens.upperBound, range.upperBound))
        while start > range.lowerBound, !divides(start - 1) { start -= 1 }
        while end < range.upperBound, !divides(end) { end += 1 }
        return start..<end
    }

    private func divides(_ index: Int) -> Bool {
        let token = analysis.text.tokens[index]
        guard token.kind == .sign, [",", ";", ":", "，", "；", "：", "—", "–"].contains(where: { token.isSign($0) }) else {
            return false
        }
        return !analysis.isOrganisation(index) && !analysis.overlapsPerson(index..<(index + 1))
    }

    // MARK: Who met

    private func read(_ cue: Tag, _ passage: Passage, _ number: Int, _ drafts: inout [MeetingDraft]) {
        if cue.value == "ref", let last = lastDraft(before: number, in: drafts) {
            complete(&drafts[last], passage, number)
            return
        }
        var found = participants(of: cue, in: passage)
        if let subject = subjectPronoun(of: cue, passage, number), !found.contains(where: { $0.party == subject.party })
        {
            found.insert(subject, at: 0)
        }
        let own = found
        if found.count < 2 { lean(&found, cue, passage, number) }
        if found.isEmpty { return }
        guard fits(cue, found, own, passage) else { return }
        let draft = MeetingDraft(
            parties: found, place: place(in: passage, number, cue, found), date: date(in: passage, number, cue),
            passage: number)
        if found.count > 2, isPlural(cue), let each = partners(found, of: cue) {
            // "held separate meetings with A and B": one with each.
            for partner in each {
                var one = draft
                one.parties = [found[0], partner]
                merge(one, into: &drafts)
            }
        } else if found.count >= 2 {
            merge(draft, into: &drafts)
        } else if cue.lexeme == .meet, own.count == 1, own[0].isPlace, let place = draft.place, sides.isForeign(place),
            passage.tokens.contains(place.tokens.lowerBound),
            !analysis.has(.future, in: passage.tokens)
        {
            // A meeting with people who are not named still took place where the text says so.
            merge(draft, into: &drafts)
        }
    }

    private func isPlural(_ cue: Tag) -> Bool {
        analysis.data.tag == .english
            && cue.tokens.contains { ["meetings", "separately"].contains(analysis.text.key($0)) }
    }

    /// The sides behind a word of several meetings, where the first stands before it.
    private func partners(_ found: [Side], of cue: Tag) -> [Side]? {
        let behind = found.filter { $0.tokens.lowerBound >= cue.tokens.upperBound }
        guard behind.count >= 2, behind.count == found.count - 1 else { return nil }
        return behind
    }

    /// The meeting that a sentence looks back to: told in the same paragraph or the two before.
    private func lastDraft(before number: Int, in drafts: [MeetingDraft]) -> Int? {
        let line = analysis.text.passages[number].line
        return drafts.indices.last {
            drafts[$0].passage <= number && line - analysis.text.passages[drafts[$0].passage].line <= 3
        }
    }

    private func complete(_ draft: inout MeetingDraft, _ passage: Passage, _ number: Int) {
        let isAboutDeal = [Lexeme.project, .paper, .build, .sign].contains { analysis.has($0, in: passage.tokens) }
        if draft.place == nil, !isAboutDeal { draft.place = statedPlace(in: passage.tokens, draft.parties) }
        guard draft.date?.date.day == nil else { return }
        let near = analysis.dates.first {
            passage.tokens.contains($0.tokens.lowerBound) && $0.date.day != nil && $0.end == nil
        }
        if let near, !analysis.has(.future, in: passage.tokens) {
            draft.date = near
        } else if analysis.has(.paper, in: passage.tokens) || analysis.has(.sign, in: passage.tokens),
            let signing = signing(near: number)
        {
            // Talks that end in a signing are of its day.
            draft.date = day(of: signing)
        }
    }

    /// The sides named around the word of meeting: in its own segment, else farther and farther in the sentence.
    private func participants(of cue: Tag, in passage: Passage) -> [Side] {
        var range = segment(of: cue.tokens, in: passage.tokens)
        var found = named(in: range)
        let isCall = cue.lexeme == .call
        while found.count < 2, range != passage.tokens {
            let before =
                range.lowerBound > passage.tokens.lowerBound
                ? segment(of: (range.lowerBound - 1)..<(range.lowerBound - 1), in: passage.tokens) : range
            let after =
                range.upperBound < passage.tokens.upperBound
                ? segment(of: (range.upperBound + 1)..<(range.upperBound + 1), in: passage.tokens) : range
            let wider: Range<Int>
            if range.lowerBound > passage.tokens.lowerBound {
                wider = min(before.lowerBound, range.lowerBound - 1)..<range.upperBound
            } else {
                if isCall { break }
                // What follows a meeting may be what came of it.
                if [Lexeme.sign, .paper, .agreed, .invest].contains(where: { analysis.has($0, in: after) }) { break }
                wider = range.lowerBound..<max(after.upperBound, min(range.upperBound + 1, passage.tokens.upperBound))
            }
            guard wider.count > range.count else { break }
            range = wider
            found = named(in: range)
        }
        // "met with A, B and C": the row goes on.
        while found.count >= 2, range.upperBound < passage.tokens.upperBound {
            let next = segment(of: (range.upperBound + 1)..<(range.upperBound + 1), in: passage.tokens)
            guard next.lowerBound == range.upperBound + 1, isRow(next) else { break }
            range = range.lowerBound..<next.upperBound
            found = named(in: range)
        }
        return found
    }

    /// A segment that holds a name and nothing that is done.
    private func isRow(_ segment: Range<Int>) -> Bool {
        guard segment.count <= 12, let first = named(in: segment).first,
            first.tokens.lowerBound - segment.lowerBound <= 4
        else { return false }
        return !analysis.tags(in: segment).contains {
            [.sign, .speech, .agreed, .invest, .paper, .travel, .project, .meet].contains($0.lexeme)
        }
    }

    func named(in range: Range<Int>) -> [Side] {
        var found = sides.sides(in: range) + sides.people(in: range) + cities(in: range) + sides.nationals(in: range)
        found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var seen: Set<Party> = []
        found = found.filter { seen.insert($0.party).inserted }
        // A region's delegation is not met by the country that it is of, nor a company by the place that it stands in.
        return found.filter { side in
            guard side.source == .place, let whole = side.placeID else { return true }
            return !found.contains { other in
                other.placeID.map { $0 != whole && analysis.data.places.lies($0, in: whole) } ?? false
            }
        }
    }

    /// "talks between Aktau city and X", "met with the city": a city that acts in its own name.
    private func cities(in range: Range<Int>) -> [Side] {
        analysis.places.compactMap { mention in
            guard range.contains(mention.tokens.lowerBound), !mention.isInsideName, mention.kind == .city,
                !analysis.isContainer(mention), isPartner(mention, in: range)
            else { return nil }
            return sides.side(mention, tokens: mention.tokens, source: .place)
        }
    }

    private func isPartner(_ mention: PlaceMention, in range: Range<Int>) -> Bool {
        let before = mention.tokens.lowerBound - 1
        let next = mention.tokens.upperBound
        if before >= range.lowerBound,
            ["с", "со", "между", "with", "between", "与", "和", "同", "與"].contains(analysis.text.key(before))
        {
            return true
        }
        return next < range.upperBound && ["bilan", "o'rtasida"].contains(analysis.text.key(next))
    }

    /// A side that the sentence leaves out is the delegation, official or company told before.
    private func lean(_ found: inout [Side], _ cue: Tag, _ passage: Passage, _ number: Int) {
        let isPlural = analysis.has(.sides, in: passage.tokens) || opensWithPronoun(passage)
        if found.isEmpty {
            guard cue.lexeme != .call, isPlural else { return }
            let line = passage.line
            if analysis.data.tag == .english, let both = pairTold(before: number) {
                found = both
                return
            }
            for earlier in analysis.articlePassages.reversed()
            where earlier < number && line - analysis.text.passages[earlier].line <= 1 {
                let before = named(in: analysis.text.passages[earlier].tokens)
                if before.count == 2 {
                    found = before
                    return
                }
            }
        }
        func add(_ side: Side?) {
            guard let side, found.count < 2, !found.contains(where: { $0.party == side.party }) else { return }
            found.insert(side, at: 0)
        }
        if analysis.data.tag == .english, found.count == 1, cue.lexeme != .receive,
            let person = personBefore(passage, number)
        {
            add(person)
        }
        // "The Greek guests, led by …, arrived. They held talks with X": who was told just before.
        if analysis.data.tag == .english, found.count == 1, isPlural, number > 0,
            analysis.text.passages[number - 1].line == passage.line
        {
            let before = named(in: analysis.text.passages[number - 1].tokens).filter { $0.source != .organisation }
            if before.count == 1 { add(before[0]) }
        }
        if let only = found.first, !only.isPlace {
            add(context.delegation(before: number, in: sides))
            add(context.traveller(before: number, in: sides))
            add(context.home(before: number, in: sides))
            if found.count < 2 { add(context.official(in: sides)) }
        } else if found.count == 1 {
            if isPlural {
                add(context.delegation(before: number, in: sides))
                add(context.organisations(before: number, in: sides, lines: 6).first)
            } else if speaksForHome(passage), let home = context.official(in: sides),
                sides.isAbroad(home, from: found[0])
            {
                add(home)
            } else if cue.lexeme == .receive || meetsHim(cue, passage) {
                add(context.delegation(before: number, in: sides))
                if analysis.data.tag == .russian,
                    passage.tokens.contains(where: { ["его", "ее", "их"].contains(analysis.text.key($0)) }),
                    let guest = context.traveller(before: number, in: sides), sides.isAbroad(guest, from: found[0])
                {
                    add(guest)
                }
            } else {
                let told = context.delegation(before: number, in: sides)
                if let told, sides.isAbroad(told, from: found[0]) { add(told) }
            }
        } else if isPlural {
            add(context.delegation(before: number, in: sides) ?? context.home(before: number, in: sides))
            add(context.organisations(before: number, in: sides, lines: 1).first)
            if found.count < 2 { found = [] }
        }
    }

    /// Words that also mean other things need people or guests beside them: "received a loan", "toured the plant".
    private func fits(_ cue: Tag, _ found: [Side], _ own: [Side], _ passage: Passage) -> Bool {
        switch cue.lexeme {
        case .receive:
            let segment = segment(of: cue.tokens, in: passage.tokens)
            let hasPeople =
                found.contains { $0.source == .role || $0.source == .delegation }
                || analysis.has(.sides, in: passage.tokens)
                || analysis.data.tag == .english && !analysis.persons(in: passage.tokens).isEmpty
            // "was greeted at the airport by the prime minister"
            if analysis.data.tag == .english, passage.tokens.contains(where: { analysis.text.key($0) == "airport" }) {
                return false
            }
            return hasPeople && !analysis.money.contains { segment.contains($0.tokens.lowerBound) }
        case .call:
            // The one called on is an organisation of the sentence; what is only looked at is a company.
            return own.contains { side in
                guard case .organisation(let entity) = side.party, side.source != .delegation else { return false }
                let isInstitution = analysis.organisations.first { $0.entity == entity }?.isInstitution ?? true
                return cue.value != "inspect" || !isInstitution
            }
        default:
            // "The governor and the Chinese ambassador discussed …": two sides in person.
            guard cue.value == "discuss" else { return true }
            return own.count >= 2 && own.count { $0.source == .role || $0.source == .delegation } >= 1
                && analysis.segment(around: cue.tokens.lowerBound, in: passage.tokens).contains(
                    own[0].tokens.lowerBound)
                && !analysis.has(.paper, in: passage.tokens)
        }
    }

    // MARK: Where and when

    /// Two tellings are of one meeting when the sides of one are among those of the other.
    private func merge(_ draft: MeetingDraft, into drafts: inout [MeetingDraft]) {
        let mine = Set(draft.parties.map(\.party))
        let same = drafts.indices.first { index in
            let theirs = Set(drafts[index].parties.map(\.party))
            guard mine.isSubset(of: theirs) || theirs.isSubset(of: mine) else { return false }
            if min(mine.count, theirs.count) < 2, let x = draft.place?.id, let y = drafts[index].place?.id, x != y {
                return false
            }
            if let a = draft.date?.date, let b = drafts[index].date?.date, a.day != nil, b.day != nil, a != b,
                draft.date?.tokens != drafts[index].date?.tokens,
                let x = draft.place?.id, let y = drafts[index].place?.id, x != y
            {
                return false
            }
            return true
        }
        guard let same else {
            drafts.append(draft)
            return
        }
        if drafts[same].place == nil { drafts[same].place = draft.place }
        if drafts[same].date == nil || drafts[same].date?.date.day == nil && draft.date?.date.day != nil {
            drafts[same].date = draft.date
        }
        for side in draft.parties where !drafts[same].parties.contains(where: { $0.party == side.party }) {
            drafts[same].parties.append(side)
        }
    }
}
