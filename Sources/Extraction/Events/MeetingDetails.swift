internal import Deals
internal import Languages
internal import SourceText

/// Where and when a meeting was.
extension MeetingRules {
    /// Where they met: a city said to be the place; else that of the signing which it stands before or behind, or the
    /// city where the paragraph has them; else the city that an adjective names ("пекинские компании").
    func place(in passage: Passage, _ number: Int, _ cue: Tag, _ parties: [Side]) -> PlaceMention? {
        if let stated = statedPlace(in: passage.tokens, parties, isCall: cue.lexeme == .call) { return stated }
        if analysis.has(.ceremony, in: passage.tokens), let event = event(near: number, passage),
            let place = statedPlace(in: analysis.text.passages[event].tokens, parties)
        {
            return place
        }
        if let told = toldPlace(before: number, parties) { return told }
        if analysis.data.tag == .english, let there = placeOfTrip(before: number, parties) { return there }
        return cityOfAdjective(number)
    }

    func statedPlace(in range: Range<Int>, _ parties: [Side], isCall: Bool = false) -> PlaceMention? {
        let near = analysis.places.filter { mention in
            range.contains(mention.tokens.lowerBound) && !mention.isInsideName
                && (mention.kind == .city || mention.kind == .district)
                && !analysis.isContainer(mention)
                && !parties.contains {
                    $0.tokens.overlaps(mention.tokens) && $0.source != .administration
                        && !($0.source == .role && analysis.bearing(of: mention) == .at)
                }
                && !isBracketed(mention)
                && (isCall || !isAbout(mention))
        }
        let there = near.filter {
            analysis.bearing(of: $0) == .at
                || analysis.data.tag == .russian && analysis.isLocative($0) && analysis.bearing(of: $0) != .toward
        }
        return there.first { $0.kind == .city } ?? there.first
    }

    /// "(штаб-квартира — в Джидде)"
    private func isBracketed(_ mention: PlaceMention) -> Bool {
        let range = analysis.passage(of: mention.tokens.lowerBound).tokens
        let opening = (range.lowerBound..<mention.tokens.lowerBound).last {
            analysis.text.tokens[$0].isSign("(") || analysis.text.tokens[$0].isSign("（")
        }
        guard let opening else { return false }
        return !(opening..<mention.tokens.lowerBound).contains {
            analysis.text.tokens[$0].isSign(")") || analysis.text.tokens[$0].isSign("）")
        }
    }

    /// "on a plant in X": a place behind a thing that is built there.
    private func isAbout(_ mention: PlaceMention) -> Bool {
        let before =
            max(
                analysis.passage(of: mention.tokens.lowerBound).tokens.lowerBound, mention.tokens.lowerBound - 4)..<mention
            .tokens.lowerBound
        return analysis.has(.project, in: before)
    }

    /// The city where the paragraph has them before: they came there or met there.
    private func toldPlace(before number: Int, _ parties: [Side]) -> PlaceMention? {
        let line = analysis.text.passages[number].line
        for earlier in analysis.articlePassages.reversed() where earlier < number {
            let passage = analysis.text.passages[earlier]
            guard passage.line == line else { return nil }
            guard [Lexeme.travel, .meet, .ceremony].contains(where: { analysis.has($0, in: passage.tokens) }) else {
                continue
            }
            let near = analysis.places.filter {
                passage.tokens.contains($0.tokens.lowerBound) && !$0.isInsideName && $0.kind == .city
                    && analysis.bearing(of: $0).isGoal && !analysis.isContainer($0)
                    && !(analysis.data.tag == .english && isAbout($0))
            }
            if let last = near.last { return last }
        }
        return nil
    }

    /// The passage of the ceremony that the meeting is said to stand before or behind: the signing told last, or the
    /// opening that the text begins with.
    private func event(near number: Int, _ passage: Passage) -> Int? {
        let isSigning = analysis.all(.ceremony, in: passage.tokens).contains { $0.value != "any" }
        if !isSigning {
            let before = analysis.articlePassages.filter { $0 < number }
            let openings = before.filter { analysis.has(.stage, in: analysis.text.passages[$0].tokens) }
            if let opening = openings.first(where: { day(of: $0).map(isRecent) ?? false }) { return opening }
            // The opening that the text begins with has no day to tell.
            let lead = before.prefix(3)
            if lead.contains(where: openings.contains),
                !lead.contains(where: {
                    analysis.has(.sign, in: analysis.text.passages[$0].tokens) && day(of: $0) != nil
                })
            {
                return nil
            }
        }
        return signing(near: number)
    }

    /// The passage of a signing with its day: told last before, else next behind.
    func signing(near number: Int) -> Int? {
        func isSigning(_ other: Int) -> Bool {
            analysis.has(.sign, in: analysis.text.passages[other].tokens) && day(of: other).map(isRecent) ?? false
        }
        let article = analysis.articlePassages
        return article.last { $0 < number && isSigning($0) } ?? article.first { $0 > number && isSigning($0) }
    }

    /// Of the year of publication, or late in the one before.
    private func isRecent(_ date: DateMention) -> Bool {
        guard let published = analysis.published?.date.date else { return true }
        return date.date.year == published.year || date.date.year == published.year - 1 && published.month ?? 12 <= 3
    }

    /// The day that stands nearest to the words of signing (or opening) in a passage.
    func day(of number: Int) -> DateMention? {
        let range = analysis.text.passages[number].tokens
        let anchor =
            analysis.all(.sign, in: range).first?.tokens ?? analysis.tags(in: range).first {
                $0.lexeme == .stage || $0.lexeme == .build
            }?.tokens ?? range
        return analysis.dates.filter { range.contains($0.tokens.lowerBound) && $0.date.day != nil && $0.end == nil }
            .min { between($0.tokens, anchor).count < between($1.tokens, anchor).count }
    }

    /// The lines before that tell of travel, a forum or talks, nearest first.
    private func occasions(before number: Int) -> [Int] {
        let line = analysis.text.passages[number].line
        return analysis.articlePassages.reversed().filter { earlier in
            earlier < number && line - analysis.text.passages[earlier].line <= 6
                && (analysis.tags(in: analysis.text.passages[earlier].tokens).contains {
                    $0.lexeme == .travel && $0.value != "return" && $0.value != "ahead" || $0.lexeme == .meet
                        || $0.lexeme == .receive || $0.lexeme == .call
                } || isForum(earlier))
        }
    }

    /// "at the Abai Invest forum", "the exhibition in Kyiv".
    private func isForum(_ number: Int) -> Bool {
        analysis.text.passages[number].tokens.contains { Self.forums.contains(analysis.text.key($0)) }
    }

    private static let forums: Set<String> = [
        "forum", "summit", "conference", "exhibition", "expo", "fair", "congress", "roadshow", "event",
    ]

    /// The only city that the occasion has them at, where the sentence names none.
    private func placeOfTrip(before number: Int, _ parties: [Side]) -> PlaceMention? {
        for earlier in occasions(before: number) {
            let range = analysis.text.passages[earlier].tokens
            let there = analysis.places.filter {
                range.contains($0.tokens.lowerBound) && !$0.isInsideName && $0.kind == .city
                    && analysis.bearing(of: $0).isGoal && !analysis.isContainer($0) && !isAbout($0)
            }
            if there.isEmpty { continue }
            return Set(there.map { $0.id ?? $0.name }).count == 1 ? there[0] : nil
        }
        return nil
    }

    /// The day of a trip of one day.
    private func dayOfTrip(before number: Int) -> DateMention? {
        for earlier in occasions(before: number) {
            let days = analysis.dates(in: analysis.text.passages[earlier].tokens).filter { $0.date.day != nil }
            if days.isEmpty { continue }
            return days.count == 1 && days[0].end == nil ? days[0] : nil
        }
        return nil
    }

    private func cityOfAdjective(_ number: Int) -> PlaceMention? {
        let line = analysis.text.passages[number].line
        for earlier in analysis.articlePassages.reversed() where earlier <= number {
            let passage = analysis.text.passages[earlier]
            guard line - passage.line <= 1 else { return nil }
            guard analysis.has(.meet, in: passage.tokens) else { continue }
            for token in passage.tokens {
                guard let adjective = analysis.data.gazetteer.adjective(in: analysis.text, at: token),
                    let place = analysis.data.places[adjective.id], place.kind == .city,
                    let name = place.name(in: analysis.data.tag)
                else { continue }
                let mention = PlaceMention(tokens: token..<adjective.end, name: name, id: place.id, kind: .city)
                if sides.isForeign(mention) { return mention }
            }
        }
        return nil
    }

    /// The day nearest to the word of meeting; else that of the signing around it, or the day told in the paragraph.
    func date(in passage: Passage, _ number: Int, _ cue: Tag) -> DateMention? {
        let near = analysis.dates.filter {
            passage.tokens.contains($0.tokens.lowerBound) && !(analysis.data.tag == .chinese && isAfterPublication($0))
        }
        func distance(_ date: DateMention) -> Int { between(date.tokens, cue.tokens).count }
        if let day = near.filter({ $0.date.day != nil && $0.end == nil }).min(by: { distance($0) < distance($1) }) {
            return day
        }
        if analysis.has(.ceremony, in: passage.tokens) {
            return event(near: number, passage).flatMap(day) ?? near.first { $0.date.month != nil }
        }
        if analysis.has(.sign, in: passage.tokens), let signing = signing(near: number) { return day(of: signing) }
        if let told = context.date(before: number) { return told }
        if analysis.data.tag == .english, near.isEmpty, let day = dayOfTrip(before: number) { return day }
        return near.filter { $0.date.month != nil }.min { distance($0) < distance($1) }
    }

    /// "工厂将于明年6月投产": no day of talks that have been.
    private func isAfterPublication(_ date: DateMention) -> Bool {
        guard let published = analysis.published?.date.date, date.date > published else { return false }
        return !date.date.holds(published)
    }

    // MARK: One record a meeting
}
