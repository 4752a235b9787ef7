internal import Deals
internal import Languages
internal import SourceText

/// Where a passage falls into clauses, and who opens a list of them.
extension DealCueRules {
    /// "X同时还在推进另外两个项目：一是…；二是…": who stands before the colon has part in all items.
    func opener(of first: Range<Int>) -> Side? {
        guard
            let colon = first.first(where: {
                analysis.text.tokens[$0].isSign(":") || analysis.text.tokens[$0].isSign("：")
            })
        else { return nil }
        let named = sides.organisations(in: first.lowerBound..<colon)
        return named.count == 1 ? named[0] : nil
    }

    func addOpener(_ side: Side, to draft: inout DealDraft) {
        if !draft.parties.contains(where: { $0.party == side.party }) { draft.parties.insert(side, at: 0) }
        // With both sides told, none is missing that the surroundings could add.
        let clause = draft.clause
        if draft.organisations.count >= 2 {
            draft.parties.removeAll { $0.isPlace && !clause.contains($0.tokens.lowerBound) }
        }
    }

    /// "ПРОМЫШЛЕННОСТЬ. В X открылся завод «A». В Y стоит стройка «B».": sentences of one item that each tell of a company
    /// of their own what has become of a thing of its own.
    func severalDeals(_ numbers: ClosedRange<Int>, _ inDealList: Bool) -> [DealDraft]? {
        guard analysis.data.tag == .russian || analysis.data.tag == .english else { return nil }
        let telling = numbers.filter { number in
            let range = analysis.text.passages[number].tokens
            return !sides.organisations(in: range).isEmpty
                && analysis.tags(in: range).contains { [.stage, .sign, .agreed].contains($0.lexeme) }
                && analysis.tags(in: range).contains {
                    $0.lexeme == .project && $0.value != "other" || $0.lexeme == .paper
                }
        }
        guard telling.count > 1, telling.first == numbers.first(where: { analysis.text.passages[$0].tokens.count > 3 })
        else { return nil }
        var seen: Set<Party> = []
        for number in telling {
            let own = Set(sides.organisations(in: analysis.text.passages[number].tokens).map(\.party))
            guard own.isDisjoint(with: seen) else { return nil }
            seen.formUnion(own)
        }
        let ends = telling.dropFirst().map { $0 - 1 } + [numbers.upperBound]
        return zip(telling, ends).compactMap { first, last in
            let range =
                analysis.text.passages[first].tokens.lowerBound..<analysis.text.passages[last].tokens.upperBound
            guard var draft = draft(in: range, first, inDealList: inDealList, naming: naming(first...last)) else {
                return nil
            }
            draft.passages = Array(first...last)
            draft.isListItem = true
            return draft
        }
    }

    /// The sentences of an item that name its sides: up to the first that names one, or the last that tells of signing.
    func naming(_ numbers: ClosedRange<Int>) -> Range<Int> {
        let passages = analysis.text.passages
        let first = numbers.first { !sides.organisations(in: passages[$0].tokens).isEmpty } ?? numbers.upperBound
        let last =
            numbers.last {
                analysis.has(.sign, in: passages[$0].tokens) || analysis.has(.agreed, in: passages[$0].tokens)
            } ?? first
        return passages[numbers.lowerBound].tokens.lowerBound..<passages[max(first, last)].tokens.upperBound
    }

    /// A passage falls into clauses at semicolons, or behind the bracketed details of things told in one breath
    /// ("ферма в X (ООО «А», 4 млн долларов) и цех в Y («Б», 26 млрд сумов)"), when several of them tell something.
    func clauses(of passage: Passage) -> [Range<Int>] {
        if let cut = papersInARow(passage.tokens) ?? companiesInARow(passage.tokens) { return cut }
        for cut in [semicolons(passage.tokens), brackets(passage.tokens)] {
            let telling = cut.filter { part in
                analysis.money.contains { part.contains($0.tokens.lowerBound) } || analysis.has(.project, in: part)
                    || analysis.has(.sign, in: part)
            }
            let named = telling.filter { part in analysis.organisations.contains { part.contains($0.tokens.lowerBound) }
            }
            if telling.count > 1, named.count > 1 { return cut }
            // "The memorandum was taken for a contract; the real contract came in July": two papers, each with a day or sum.
            let papers = cut.filter { part in
                analysis.has(.paper, in: part)
                    && (!analysis.dates(in: part).isEmpty || !analysis.money(in: part).isEmpty)
            }
            if papers.count > 1 { return cut }
        }
        return [passage.tokens]
    }

    /// "X билан Y ўртасида … шартнома, Z билан … меморандум имзоланди": in Uzbek a paper closes what is said of it, so a
    /// comma behind each of several papers with sides of their own parts the deals.
    private func papersInARow(_ range: Range<Int>) -> [Range<Int>]? {
        guard analysis.data.tag.isUzbek else { return nil }
        let cuts = analysis.all(.paper, in: range).compactMap { paper -> Int? in
            let next = paper.tokens.upperBound
            return next < range.upperBound && analysis.text.tokens[next].isSign(",") ? next + 1 : nil
        }
        guard !cuts.isEmpty else { return nil }
        let parts = cut(range, before: cuts)
        let told = parts.filter { part in
            analysis.has(.paper, in: part) && analysis.organisations.contains { part.contains($0.tokens.lowerBound) }
        }
        return told.count > 1 && told.count == parts.count ? parts : nil
    }

    private func semicolons(_ range: Range<Int>) -> [Range<Int>] {
        cut(
            range,
            before: range.filter { analysis.text.tokens[$0].isSign(";") || analysis.text.tokens[$0].isSign("；") }.map {
                $0 + 1
            })
    }

    private func brackets(_ range: Range<Int>) -> [Range<Int>] {
        var cuts: [Int] = []
        var open: Int?
        for index in range {
            let token = analysis.text.tokens[index]
            if token.isSign("(") || token.isSign("（") { open = index }
            if token.isSign(")") || token.isSign("）"), let start = open {
                open = nil
                let inside = start..<index
                // A conversion or an abbreviation in brackets tells no deal of its own.
                let tells =
                    analysis.organisations.contains { inside.contains($0.tokens.lowerBound) }
                    && analysis.money.contains { inside.contains($0.tokens.lowerBound) && !$0.isConversion }
                if tells { cuts.append(index + 1) }
            }
        }
        guard cuts.count > 1 else { return [range] }
        if let colon = range.first(where: {
            analysis.text.tokens[$0].isSign(":") || analysis.text.tokens[$0].isSign("：")
        }), colon < cuts[0] {
            cuts.insert(colon + 1, at: 0)
        }
        return cut(range, before: cuts)
    }

    private func cut(_ range: Range<Int>, before cuts: [Int]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for cut in cuts where cut > start && cut < range.upperBound {
            parts.append(start..<cut)
            start = cut
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }
}
