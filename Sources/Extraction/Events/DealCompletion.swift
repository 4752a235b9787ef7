internal import Deals
internal import Languages
internal import SourceText

/// What the sentences around a deal add to it: kind, sum, day, place.
extension AgreementRules {
    /// Amount, place and sector may stand in a sentence of their own behind the deal's; parties may be told around it.
    func complete(_ deal: inout DealDraft, _ cues: DealCueRules, others: [DealDraft]) {
        if deal.isLoan {
            addLender(&deal)
            addMainCompany(&deal)
            addLoanTarget(&deal, others: others)
        }
        // "Koreya tomoni 33 million ajratadi": the country of the company that is told already.
        if analysis.data.tag.isUzbek, !deal.organisations.isEmpty {
            deal.parties.removeAll { side in
                side.isPlace && side.placeID.map { analysis.data.places[$0]?.kind == .country } ?? false
                    && side.tokens.upperBound < analysis.text.tokens.count
                    && (side.tokens.lowerBound...side.tokens.upperBound).contains {
                        analysis.text.key($0).hasPrefix("tomon")
                    }
            }
        }
        let numbers = followers(of: deal, others: others)
        let ahead = openers(of: deal, others: others)
        if deal.amount == nil { deal.amount = amount(for: deal, behind: numbers, others: others) }
        if deal.project == nil || deal.project!.value == "other", !deal.isLoan || deal.subject == nil {
            for number in ahead + numbers where isAbout(deal, number) {
                let range = analysis.text.passages[number].tokens
                if ahead.contains(number),
                    [Lexeme.meet, .receive, .call, .travel].contains(where: { analysis.has($0, in: range) })
                {
                    continue
                }
                let line = analysis.text.passages[number].line
                let isOwn = deal.passages.contains { analysis.text.passages[$0].line == line }
                // A price in the shops is about something else.
                if analysis.data.tag.isUzbek, !isOwn, analysis.money(in: range).contains(where: { $0.isSmall }) {
                    continue
                }
                if let project = analysis.all(.project, in: range).first(where: {
                    $0.value != "other" && (isOwn || !analysis.data.tag.isUzbek || $0.value != "trade")
                }) {
                    deal.project = project
                    deal.subject = cues.subjects.phrase(of: project, in: range)
                    if deal.sector == nil { deal.sector = cues.sector(project, subject: deal.subject, in: range) }
                    break
                }
            }
        }
        if deal.place == nil, !deal.isLoan || analysis.data.tag == .russian && deal.project != nil {
            for number in ahead + (deal.isLoan ? [] : numbers) where isAbout(deal, number) {
                let range = analysis.text.passages[number].tokens
                // 12日，代表团转赴…: where the travellers went on to.
                if analysis.data.tag == .chinese, analysis.has(.travel, in: range) { continue }
                if let place = cues.place(in: range, project: nil, status: deal.status.tokens) {
                    deal.place = place
                    break
                }
            }
        }
        if deal.kind == nil || deal.kind?.value == .unspecified { addKind(&deal, numbers) }
        addMeeting(&deal)
        addMainCompany(&deal)
        addIssuer(&deal)
        addSamePlace(&deal, numbers, others: others)
        if deal.organisations.isEmpty, deal.status.value != .announced || deal.kind != nil, !deal.isListItem,
            !deal.isPackage
        {
            addFollowing(&deal, numbers)
        }
        addHome(&deal)
        if deal.organisations.count < 2, deal.kind != nil, !deal.parties.contains(where: \.isPlace),
            let witness = deal.witnesses.first, deal.kind?.value != .unspecified
        {
            deal.parties.append(witness)
        }
        if deal.date == nil, [.signed, .announced].contains(deal.status.value), !deal.isListItem {
            addDate(&deal, numbers)
        }
        addCeremonyDate(&deal, others)
        addHeading(&deal, cues)
        if deal.sector == nil { addSector(&deal) }
        if deal.sector == nil { addPartySector(&deal) }
        if deal.place == nil, deal.sector?.value != .trade,
            let side = deal.parties.first(where: {
                $0.isPlace && $0.placeID.map { id in analysis.data.places[id]?.kind.isLocal ?? false } ?? true
            }), let mention = analysis.places.first(where: { ($0.id ?? $0.name) == side.placeID ?? side.name }),
            !isAbroad(side) || side.source == .place || side.source == .administration
        {
            deal.place = PlaceMention(tokens: mention.tokens, name: side.name, id: mention.id, kind: mention.kind)
        }
    }

    /// Sentences without a verb of dealing that open the paragraph ("Вторая строчка. Рисовая мука в Жалагашском районе.").
    private func openers(of deal: DealDraft, others: [DealDraft]) -> [Int] {
        guard let first = deal.passages.min(), !deal.isListItem, !deal.isPackage else { return [] }
        let line = analysis.text.passages[first].line
        var found: [Int] = []
        for number in stride(from: first - 1, through: max(0, first - 3), by: -1) {
            guard analysis.text.passages[number].line == line,
                !others.contains(where: { $0.passages.contains(number) }),
                Set(sides.organisations(in: analysis.text.passages[number].tokens).map(\.party)).isSubset(
                    of: deal.organisations)
            else { break }
            found.append(number)
        }
        return found
    }

    /// Whether a passage can go on about the deal: in its paragraph, or naming its company and nobody else.
    private func isAbout(_ deal: DealDraft, _ number: Int) -> Bool {
        let line = analysis.text.passages[number].line
        if deal.passages.contains(where: { analysis.text.passages[$0].line == line }) { return true }
        let range = analysis.text.passages[number].tokens
        if analysis.data.tag.isUzbek {
            let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 4)
            if analysis.has(.another, in: opening) || analysis.has(.background, in: opening) { return false }
            return !analysis.tags(in: range).contains { [.meet, .receive, .proposal, .refusal].contains($0.lexeme) }
        }
        let named = Set(sides.organisations(in: analysis.text.passages[number].tokens).map(\.party))
        guard let last = deal.passages.max(), line - analysis.text.passages[last].line <= 1 else {
            return !named.isEmpty && named.isSubset(of: deal.organisations)
        }
        return named.isSubset(of: deal.organisations)
    }

    /// The paper may be named only in the sentence behind ("land under a contract of February").
    private func addKind(_ deal: inout DealDraft, _ numbers: [Int]) {
        guard !deal.isListItem, let last = deal.passages.max() else { return }
        let line = analysis.text.passages[last].line
        for number in numbers where analysis.text.passages[number].line == line {
            let range = analysis.text.passages[number].tokens
            guard !analysis.has(.negation, in: range), !analysis.has(.future, in: range),
                !analysis.has(.loan, in: range)
            else { continue }
            if let paper = analysis.all(.paper, in: range).first(where: { $0.value != "unspecified" }),
                let kind = AgreementKind(rawValue: paper.value)
            {
                deal.kind = (kind, paper.tokens)
                return
            }
        }
    }

    /// A loan is for what the borrower builds.
    func addLoanTarget(_ deal: inout DealDraft, others: [DealDraft]) {
        guard let first = deal.passages.first else { return }
        let line = analysis.text.passages[first].line
        let targets = others.filter {
            !$0.isLoan && !$0.isPackage && abs(analysis.text.passages[$0.passages[0]].line - line) <= 12
                && !$0.organisations.isDisjoint(with: deal.organisations)
        }
        let things = others.filter { !$0.isLoan && !$0.isPackage && $0.project.map { $0.value != "other" } ?? false }
        let only =
            analysis.data.tag.isUzbek && !analysis.isDialogue && Set(things.compactMap { $0.place?.id }).count <= 1
            ? things.first : nil
        guard let target = targets.last(where: { $0.passages[0] < first }) ?? targets.first ?? only else { return }
        if deal.project == nil || deal.project?.value == "other", target.sector != nil { deal.sector = target.sector }
        if deal.place == nil { deal.place = target.place }
        if deal.project == nil || deal.project?.value == "other" { deal.project = target.project }
        if deal.subject == nil { deal.subject = target.subject }
        if deal.sector == nil { deal.sector = target.sector }
    }

    /// "next to the plant", "там же", "в том же районе": where the deal told before is.
    private func addSamePlace(_ deal: inout DealDraft, _ numbers: [Int], others: [DealDraft]) {
        guard deal.place == nil || deal.place?.kind == .region, let first = deal.passages.min() else { return }
        let line = analysis.text.passages[first].line
        let own = numbers.filter { analysis.text.passages[$0].line == line }
        guard (deal.passages + own).contains(where: { analysis.has(.samePlace, in: analysis.text.passages[$0].tokens) })
        else { return }
        let told = others.filter { $0.passages[0] < first && $0.place != nil && $0.place?.kind != .region }
        if let place = told.last?.place { deal.place = place }
    }

    /// The sum told in the sentences before or behind in the same paragraph, or behind it where it is said to be the deal's.
    func amount(for deal: DealDraft, behind numbers: [Int], others: [DealDraft]) -> MoneyMention? {
        guard let first = deal.passages.min(), !deal.isListItem, !deal.isPackage else { return nil }
        let line = analysis.text.passages[first].line
        let taken = others.compactMap(\.amount?.tokens)
        func candidates(_ number: Int) -> [MoneyMention] {
            let range = analysis.text.passages[number].tokens
            return analysis.money.filter {
                range.contains($0.tokens.lowerBound) && !$0.isConversion && !$0.isLowerBound && !$0.isSmall
                    && ($0.use != .other || deal.rules.contains("aid")) && !taken.contains($0.tokens)
            }
        }
        for number in numbers where !analysis.has(.refusal, in: analysis.text.passages[number].tokens) {
            let near = candidates(number)
            let named = Set(sides.organisations(in: analysis.text.passages[number].tokens).map(\.party))
            let isStrange =
                analysis.data.tag.isUzbek && analysis.text.passages[number].line != line
                && !named.isSubset(of: deal.organisations)
            let isOver = deal.status.value == .cancelled || deal.status.value == .stalled
            let isFarther = analysis.data.tag.isUzbek && analysis.text.passages[number].line != line
            if isStrange || isFarther && (isOver || tellsFigures(number)) {
                continue
            }
            if let stated = cues.newest(near.filter { $0.use == .deal }) { return stated }
            if analysis.text.passages[number].line == line,
                sides.organisations(in: analysis.text.passages[number].tokens).isEmpty, let any = near.first
            {
                return any
            }
        }
        for number in analysis.articlePassages.reversed()
        where number < first && analysis.text.passages[number].line == line {
            if let stated = candidates(number).first(where: { $0.use == .deal }) { return stated }
        }
        return nil
    }

    /// "O‘zlashtirilgan investitsiyalar hajmi — 23,4 mlrd dollar": words of figures before the first sum of a passage.
    private func tellsFigures(_ number: Int) -> Bool {
        let range = analysis.text.passages[number].tokens
        guard let sum = analysis.money(in: range).first else { return false }
        return analysis.has(.otherAmount, in: range.lowerBound..<max(range.lowerBound, sum.tokens.lowerBound))
    }

    /// Passages behind the deal's last one that go on about it: up to the next deal, within two paragraphs.
    private func followers(of deal: DealDraft, others: [DealDraft]) -> [Int] {
        guard let last = deal.passages.max(), !deal.isListItem, !deal.isPackage else { return [] }
        guard analysis.data.tag == .english || analysis.data.tag == .russian else {
            return followersOfVerbLast(deal, others: others)
        }
        let passages = analysis.text.passages
        var taken: Set<Int> = []
        for other in others { taken.formUnion(other.passages) }
        var found: [Int] = []
        // Behind each of its sentences in the paragraph, then on into the next two.
        for start in Set(deal.passages).sorted() {
            let line = passages[start].line
            var next = start + 1
            while next < passages.count, !taken.contains(next), passages[next].line <= (start == last ? line + 2 : line)
            {
                if !analysis.isFurniture[next], !passages[next].isListItem || passages[next].line == line {
                    found.append(next)
                }
                next += 1
            }
        }
        return found
    }

    private func followersOfVerbLast(_ deal: DealDraft, others: [DealDraft]) -> [Int] {
        guard let last = deal.passages.max() else { return [] }
        let line = analysis.text.passages[last].line
        let next = others.flatMap(\.passages).filter { $0 > last }.min() ?? Int.max
        let behind = analysis.articlePassages.filter {
            $0 > last && $0 < next && analysis.text.passages[$0].line <= line + 2
                && !analysis.isItem(analysis.text.passages[$0])
        }
        // Sentences between those that tell the deal go on about it too.
        let told = Set(others.flatMap(\.passages))
        let own = deal.passages.flatMap { passage in
            (passage + 1...passage + 2).filter {
                $0 < last && !told.contains($0) && !analysis.isFurniture[$0]
                    && analysis.text.passages[$0].line == analysis.text.passages[passage].line
            }
        }
        return own + behind
    }

    /// The other side may be named only in the sentences behind: the first company that is met, invests or signs there.
    private func addFollowing(_ deal: inout DealDraft, _ numbers: [Int]) {
        for number in numbers {
            let range = analysis.text.passages[number].tokens
            let acts = [Lexeme.meet, .receive, .call, .sign, .sides, .companyWord, .invest].contains {
                analysis.has($0, in: range)
            }
            let found = sides.organisations(in: range)
            guard acts, !found.isEmpty, !(analysis.data.tag.isUzbek && analysis.has(.refusal, in: range)) else {
                continue
            }
            deal.parties.append(contentsOf: found.prefix(1))
            return
        }
    }

    /// The day may stand in the next sentences of the paragraph, with the signing or the talks.
    private func addDate(_ deal: inout DealDraft, _ numbers: [Int]) {
        guard let last = deal.passages.max() else { return }
        let line = analysis.text.passages[last].line
        for number in numbers {
            let range = analysis.text.passages[number].tokens
            let ceremony =
                analysis.has(.sign, in: range) && !analysis.has(.paper, in: range)
                && sides.organisations(in: range).isEmpty
            guard
                ceremony
                    || analysis.text.passages[number].line == line
                        && (analysis.has(.sign, in: range) || analysis.has(.paper, in: range))
            else { continue }
            if let date = analysis.dates.first(where: {
                range.contains($0.tokens.lowerBound) && $0.date.day != nil && $0.end == nil
            }) {
                deal.date = date
                return
            }
        }
    }

    /// Without a thing to build, the branch that the paragraph speaks of.
    private func addSector(_ deal: inout DealDraft) {
        guard let first = deal.passages.first, !deal.isPackage else { return }
        let line = analysis.text.passages[first].line
        for number in analysis.articlePassages.reversed()
        where number <= first && analysis.text.passages[number].line == line {
            let hints = analysis.all(.sector, in: analysis.text.passages[number].tokens)
            if let hint = hints.last, let sector = Sector(rawValue: hint.value) {
                deal.sector = (sector, hint.tokens)
                return
            }
        }
    }
}
