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
            if line - passage.line > 8 || !analysis.areInOneSection(earlier, number) { break }
            if let side = sides.sides(in: passage.tokens).first(where: {
                $0.isPlace && ($0.source == .delegation || $0.source == .role || $0.source == .administration)
                    && !isAbroad($0)
            }) {
                return side
            }
        }
        return nil
    }

    /// Whether a side lies in another country than most of the text's places.
    private func isAbroad(_ side: Side) -> Bool {
        guard let home = analysis.homeCountry, let id = side.placeID, let country = analysis.data.places.country(of: id)
        else { return false }
        return country != home
    }

    /// The delegation told last in the same paragraph or the one before.
    func delegation(before number: Int, in sides: SideRules) -> Side? {
        let line = analysis.text.passages[number].line
        for earlier in passages.reversed() where earlier <= number {
            let passage = analysis.text.passages[earlier]
            if line - passage.line > 1 || !analysis.areInOneSection(earlier, number) { break }
            if let side = sides.delegations(in: passage.tokens).first { return side }
        }
        // A text about one delegation means that one.
        let all = passages.flatMap { sides.delegations(in: analysis.text.passages[$0].tokens) }
        return Set(all.map(\.party)).count == 1 ? all[0] : nil
    }

    /// Whoever was told to travel last, in the same paragraph or the one before.
    func traveller(before number: Int, in sides: SideRules) -> Side? {
        let line = analysis.text.passages[number].line
        for earlier in passages.reversed() where earlier < number {
            let passage = analysis.text.passages[earlier]
            if line - passage.line > 1 || !analysis.areInOneSection(earlier, number) { break }
            guard analysis.has(.travel, in: passage.tokens) else { continue }
            if let side = (sides.roles(in: passage.tokens) + sides.people(in: passage.tokens)).first { return side }
        }
        return nil
    }

    /// The place whose official, delegation or office the text tells first.
    func official(in sides: SideRules) -> Side? {
        for number in passages {
            let range = analysis.text.passages[number].tokens
            if let side = (sides.delegations(in: range) + sides.roles(in: range)).first(where: \.isPlace) {
                return side
            }
        }
        return nil
    }

    /// "the guests", "mehmonlar": people told before without their names.
    func hasGuests(in passage: Passage) -> Bool {
        analysis.all(.sides, in: passage.tokens).contains { $0.value == "guest" }
    }

    /// "Икки вилоят", "两州": the two places that were told last as acting.
    func placeSides(before number: Int, in sides: SideRules) -> [Side] {
        let line = analysis.text.passages[number].line
        var found: [Side] = []
        for earlier in stride(from: number, through: max(0, number - 12), by: -1) where !analysis.isFurniture[earlier] {
            let passage = analysis.text.passages[earlier]
            if line - passage.line > 3 || found.count >= 2 { break }
            for side in sides.sides(in: passage.tokens).reversed()
            where side.isPlace && !found.contains(where: { $0.party == side.party }) && found.count < 2 {
                found.append(side)
            }
        }
        return found.reversed()
    }

    /// The two countries whose meeting or visit the text tells: those named first.
    func states(before number: Int, in sides: SideRules) -> [Side] {
        var found: [Side] = []
        for earlier in passages where earlier <= number {
            for mention in analysis.places(in: analysis.text.passages[earlier].tokens)
            where mention.kind == .country && !mention.isInsideName && found.count < 2 {
                let side = sides.side(mention, tokens: mention.tokens, source: .place)
                if !found.contains(where: { $0.party == side.party }) { found.append(side) }
            }
        }
        return found.count == 2 ? found : []
    }

    /// The company side told last in the same paragraph, or in the paragraph before.
    func organisations(before number: Int, in sides: SideRules, lines: Int = 1) -> [Side] {
        let line = analysis.text.passages[number].line
        for earlier in passages.reversed() where earlier < number {
            let passage = analysis.text.passages[earlier]
            if line - passage.line > lines || !analysis.areInOneSection(earlier, number) { break }
            let found = sides.organisations(in: passage.tokens)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The day of the signing or the talks that a list of papers was the result of, told in the paragraphs before it.
    func dayOfList(before number: Int) -> DateMention? {
        var lines = 0
        var line = analysis.text.passages[number].line
        for earlier in passages.reversed() where earlier < number {
            let passage = analysis.text.passages[earlier]
            if analysis.isItem(passage) { continue }
            if passage.line != line {
                lines += 1
                line = passage.line
            }
            if lines > 3 { return nil }
            guard [Lexeme.sign, .ceremony, .meet, .receive].contains(where: { analysis.has($0, in: passage.tokens) })
            else { continue }
            let days = analysis.dates(in: passage.tokens).filter { $0.date.day != nil && $0.end == nil }
            if let day = days.last(where: { mention in
                analysis.published.map { mention.date <= $0.date.date } ?? true
            }) {
                return day
            }
        }
        return nil
    }

    /// The day told last in the same paragraph.
    func date(before number: Int) -> DateMention? {
        let line = analysis.text.passages[number].line
        for earlier in passages.reversed() where earlier < number {
            let passage = analysis.text.passages[earlier]
            if passage.line != line { break }
            // "JAKARTA, 14-fevral.": when it was written.
            if analysis.data.tag.isUzbek, passage.tokens.count <= 7,
                passage.tokens.allSatisfy({ index in
                    analysis.text.tokens[index].kind == .sign || analysis.isPlace(index)
                        || analysis.dates.contains { $0.tokens.contains(index) }
                })
            {
                continue
            }
            // The days of a trip are not the day of what happened on it.
            if analysis.has(.travel, in: passage.tokens), !analysis.has(.meet, in: passage.tokens) { continue }
            if let date = analysis.dates(in: passage.tokens).last(where: { $0.date.day != nil && $0.end == nil }) {
                return date
            }
        }
        return nil
    }
}
