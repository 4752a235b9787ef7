internal import Deals
internal import Languages
internal import SourceText

/// Finds the agreements of a text: clauses are read, joined to deals, and filled from what stands around them.
struct AgreementRules {
    let analysis: Analysis
    let sides: SideRules
    let context: DiscourseContext
    let meetings: [MeetingDraft]

    private var cues: DealCueRules {
        DealCueRules(analysis: analysis, sides: sides, context: context, subjects: SubjectRules(analysis: analysis))
    }

    /// Every clause that tells something of a deal.
    func drafts() -> [DealDraft] {
        let cues = cues
        var drafts: [DealDraft] = []
        var inList = false
        var head: DealDraft?
        for number in analysis.articlePassages {
            let passage = analysis.text.passages[number]
            let isItem = analysis.isItem(passage)
            if passage.opensLine, !isItem, !isSubheading(passage) { inList = false }
            if isItem {
                guard passage.opensLine else { continue }
                var items = cues.itemDrafts(from: number, inDealList: inList)
                if inList, let head { for index in items.indices { inherit(&items[index], from: head) } }
                drafts += items
                continue
            }
            var new = cues.drafts(in: number).filter { !sumsUp($0) }
            for index in new.indices where new[index].refersToSides && !new[index].presentsSides {
                fillSides(&new[index], from: drafts)
            }
            drafts += new
            if opensList(passage, new) {
                inList = true
                head = new.last(where: \.isPackage) ?? drafts.last(where: \.isPackage)
            }
        }
        return drafts
    }

    /// A short line between the lead of a list and its items ("Quyida eng yiriklari:", "Нималар келишилди?").
    private func isSubheading(_ passage: Passage) -> Bool {
        passage.tokens.count <= 8
            && (passage.isUnclosed
                || passage.tokens.last.map {
                    analysis.text.tokens[$0].kind == .sign && !analysis.text.tokens[$0].isSign(".")
                        && !analysis.text.tokens[$0].isSign("。")
                } ?? false)
    }

    /// An item takes from the list's lead the day of the signing and the word for the paper that it does not tell; and
    /// its sides, where one company signed all of them.
    private func inherit(_ item: inout DealDraft, from head: DealDraft) {
        guard head.status.value == .signed else { return }
        if item.kind == nil, let kind = head.kind, kind.value != .unspecified { item.kind = kind }
        if item.date == nil, [.signed, .announced].contains(item.status.value), head.hasOwnDate {
            item.date = head.date
        }
        guard head.organisations.count == 1, head.parties.contains(where: \.isPlace) else { return }
        for side in head.parties where !item.parties.contains(where: { $0.party == side.party }) {
            item.parties.append(side)
        }
    }

    /// "The sides signed": those of the deal told last that had two.
    private func fillSides(_ draft: inout DealDraft, from earlier: [DealDraft]) {
        let line = analysis.text.passages[draft.passages[0]].line
        guard
            let told = earlier.suffix(8).last(where: {
                $0.parties.count >= 2 && line - analysis.text.passages[$0.passages[0]].line <= 4
            })
        else { return }
        // "双方" behind a meeting told in the same paragraph: those who met.
        if analysis.data.tag.isUzbek || analysis.data.tag == .chinese, !draft.organisations.isEmpty,
            !context.organisations(before: draft.passages[0], in: sides, lines: 0).isEmpty
        {
            return
        }
        if draft.namesNobody { draft.parties = [] }
        guard
            draft.parties.isEmpty
                || draft.parties.contains(where: { side in told.parties.contains { $0.party == side.party } })
        else { return }
        for side in told.parties where !draft.parties.contains(where: { $0.party == side.party }) {
            draft.parties.append(side)
        }
    }

    func agreements() -> [DealDraft] {
        let cues = cues
        var deals = DealMerging(analysis: analysis, sides: sides).merged(drafts())
        for index in deals.indices { complete(&deals[index], cues, others: deals) }
        addHeadline(&deals, cues)
        followMain(&deals)
        deals = deals.filter {
            !$0.isUpdate || $0.passages.count > 1 && !$0.rules.allSatisfy { $0.hasPrefix("update") }
        }.filter(isWorthRecording)
        // A total whose parts are all told one by one is no record beside them.
        let items = deals.count { $0.isListItem && !$0.isPackage }
        deals = deals.filter { !($0.isPackage && !$0.isListItem && items > 1 && $0.count == items) }
        // A headline or lead that names no company and no sum only sums up what the body tells, and so does a vague
        // sentence anywhere.
        let head = leadPassages
        let told = deals.filter { !$0.isVague && (!$0.organisations.isEmpty || $0.amount != nil) }
        if !told.isEmpty {
            deals = deals.filter { deal in
                if deal.isVague, deal.passages.count == 1 { return false }
                return
                    !(Set(deal.passages).isSubset(of: head) && deal.organisations.isEmpty && deal.amount == nil
                    && !(deal.parties.count >= 2 && deal.hasOwnDate))
            }
        }
        return deals
    }

    /// A contract for work on what the deal before it builds ("ayni obyekt", "项目总投资…") is about the same thing and place.
    private func followMain(_ deals: inout [DealDraft]) {
        guard analysis.data.tag.isUzbek || analysis.data.tag == .chinese, deals.count > 1 else { return }
        for index in 1..<deals.count {
            let deal = deals[index]
            guard !deal.isListItem, !deal.isPackage, deal.kind != nil,
                deal.project == nil || deal.project!.value == "other",
                deal.place == nil || deal.parties.contains(where: { $0.placeID == deal.place?.id })
            else { continue }
            let before = deals[index - 1]
            guard !before.isPackage, !before.isListItem, let project = before.project, project.value != "other",
                project.value != "trade", let place = before.place
            else { continue }
            let refers = deal.passages.contains { number in
                let range = analysis.text.passages[number].tokens
                return analysis.tags(in: range).contains {
                    $0.lexeme == .project && $0.value == "other" || $0.lexeme == .build
                }
            }
            guard refers || !deal.organisations.isDisjoint(with: before.organisations) else { continue }
            guard
                analysis.text.passages[deal.passages[0]].line - analysis.text.passages[before.passages.last ?? 0].line
                    <= 4
            else { continue }
            deals[index].place = place
            deals[index].project = project
            if deals[index].subject == nil || deal.project != nil { deals[index].subject = before.subject }
            if deals[index].sector == nil || deal.project != nil { deals[index].sector = before.sector }
        }
    }

    /// What the headline says is built belongs to the first deal that says nothing of it.
    private func addHeadline(_ deals: inout [DealDraft], _ cues: DealCueRules) {
        guard let first = analysis.articlePassages.first,
            let main = deals.indices.first(where: { !deals[$0].isPackage && !deals[$0].isListItem })
        else { return }
        let line = analysis.text.passages[first].line
        for number in analysis.articlePassages where analysis.text.passages[number].line == line {
            let range = analysis.text.passages[number].tokens
            guard let project = analysis.all(.project, in: range).first(where: { $0.value != "other" }) else {
                continue
            }
            if deals[main].project == nil || deals[main].project!.value == "other",
                deals.filter({ $0.project?.value == project.value }).isEmpty
            {
                deals[main].project = project
                deals[main].subject = cues.subjects.phrase(of: project, in: range)
                deals[main].sector = cues.sector(project, subject: deals[main].subject, in: range)
            }
            if deals[main].place.map({ $0.kind == .region }) ?? true,
                let place = cues.place(in: range, project: project, status: project.tokens)
            {
                deals[main].place = place
            }
            return
        }
    }

    /// A lead sentence about several districts names several deals at once; the body tells them one by one.
    private func sumsUp(_ draft: DealDraft) -> Bool {
        guard leadPassages.contains(draft.passages[0]), draft.organisations.isEmpty, draft.amount == nil else {
            return false
        }
        let districts = analysis.places.filter {
            draft.clause.contains($0.tokens.lowerBound) && $0.kind == .district && !$0.isInsideName
        }
        return Set(districts.map { $0.id ?? $0.name }).count >= 2
    }

    /// The headline and the paragraph behind it.
    private var leadPassages: Set<Int> {
        let article = analysis.articlePassages
        guard let first = article.first else { return [] }
        let line = analysis.text.passages[first].line
        let second =
            article.first { analysis.text.passages[$0].line > line }.map { analysis.text.passages[$0].line } ?? line
        return Set(article.filter { analysis.text.passages[$0].line <= second })
    }

    /// A passage that ends in a colon, or tells a total, opens a list of deals.
    private func opensList(_ passage: Passage, _ drafts: [DealDraft]) -> Bool {
        guard let last = passage.tokens.last else { return false }
        let colon = analysis.text.tokens[last].isSign(":") || analysis.text.tokens[last].isSign("：")
        return colon || drafts.contains(where: \.isPackage)
    }

    /// Amount, place and sector may stand in a sentence of their own behind the deal's; parties may be told around it.
    private func complete(_ deal: inout DealDraft, _ cues: DealCueRules, others: [DealDraft]) {
        if deal.isLoan {
            addMainCompany(&deal)
            addLoanTarget(&deal, others: others)
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
                if let project = analysis.all(.project, in: range).first(where: { $0.value != "other" }) {
                    deal.project = project
                    deal.subject = cues.subjects.phrase(of: project, in: range)
                    if deal.sector == nil { deal.sector = cues.sector(project, subject: deal.subject, in: range) }
                    break
                }
            }
        }
        if deal.place == nil, !deal.isLoan {
            for number in ahead + numbers where isAbout(deal, number) {
                let range = analysis.text.passages[number].tokens
                if let place = cues.place(in: range, project: nil, status: deal.status.tokens) {
                    deal.place = place
                    break
                }
            }
        }
        if deal.kind == nil || deal.kind?.value == .unspecified { addKind(&deal, numbers) }
        addMeeting(&deal)
        addMainCompany(&deal)
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
        if deal.sector == nil { addSector(&deal) }
        if deal.place == nil, deal.sector?.value != .trade,
            let side = deal.parties.first(where: {
                $0.isPlace && $0.placeID.map { id in analysis.data.places[id]?.kind.isLocal ?? false } ?? true
            }), let mention = analysis.places.first(where: { ($0.id ?? $0.name) == side.placeID ?? side.name }),
            !isAbroad(side)
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

    /// A paper that names no company is the one's that the text is about, and a bank lends to it.
    private func addMainCompany(_ deal: inout DealDraft) {
        guard analysis.data.tag == .english || analysis.data.tag == .russian, !deal.isPackage, !deal.isListItem else {
            return
        }
        let references = DealReferences(analysis: analysis, sides: sides)
        let organisations = deal.parties.filter { !$0.isPlace }
        if deal.isLoan, organisations.count == 1, references.isBank(organisations[0]), let last = deal.passages.max(),
            let borrower = references.company(behind: last)
        {
            deal.parties.append(borrower)
            return
        }
        let onlyBank = deal.isLoan && organisations.count == 1 && references.isBank(organisations[0])
        let isBare =
            organisations.isEmpty && deal.kind != nil && deal.kind?.value != .unspecified && deal.parties.count < 2
        guard onlyBank || isBare, let first = deal.passages.first else { return }
        let ownPlace = deal.parties.contains(where: \.isPlace)
        if let company = onlyBank
            ? references.company(before: first) ?? references.mainCompany()
            : references.company(nearLine: first) ?? references.dominantCompany(),
            !deal.parties.contains(where: { $0.party == company.party }),
            onlyBank || ownPlace || deal.status.value != .announced
        {
            deal.parties.append(company)
        }
    }

    /// A loan is for what the borrower builds.
    private func addLoanTarget(_ deal: inout DealDraft, others: [DealDraft]) {
        guard let first = deal.passages.first else { return }
        let line = analysis.text.passages[first].line
        let targets = others.filter {
            !$0.isLoan && !$0.isPackage && abs(analysis.text.passages[$0.passages[0]].line - line) <= 12
                && !$0.organisations.isDisjoint(with: deal.organisations)
        }
        guard let target = targets.last(where: { $0.passages[0] < first }) ?? targets.first else { return }
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
    private func amount(for deal: DealDraft, behind numbers: [Int], others: [DealDraft]) -> MoneyMention? {
        guard let first = deal.passages.min(), !deal.isListItem, !deal.isPackage else { return nil }
        let line = analysis.text.passages[first].line
        let taken = others.compactMap(\.amount?.tokens)
        func candidates(_ number: Int) -> [MoneyMention] {
            let range = analysis.text.passages[number].tokens
            return analysis.money.filter {
                range.contains($0.tokens.lowerBound) && !$0.isConversion && !$0.isLowerBound && !$0.isSmall
                    && $0.use != .other && !taken.contains($0.tokens)
            }
        }
        for number in numbers where !analysis.has(.refusal, in: analysis.text.passages[number].tokens) {
            let near = candidates(number)
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
            guard acts, !found.isEmpty else { continue }
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

    /// A paper that a company signed has another side: the official or delegation that the text is about.
    private func addHome(_ deal: inout DealDraft) {
        guard [.signed, .planned].contains(deal.status.value), deal.kind != nil, !deal.isListItem,
            deal.organisations.count == 1, !deal.parties.contains(where: \.isPlace), let first = deal.passages.first
        else { return }
        let ahead = analysis.articlePassages.first { number in
            number > first && !sides.delegations(in: analysis.text.passages[number].tokens).filter(\.isPlace).isEmpty
        }
        if let home = context.home(before: first, in: sides).flatMap({ isAbroad($0) ? nil : $0 })
            ?? ahead.flatMap({ sides.delegations(in: analysis.text.passages[$0].tokens).first(where: \.isPlace) })
        {
            deal.parties.insert(home, at: 0)
        }
    }

    private func isAbroad(_ side: Side) -> Bool {
        guard analysis.data.tag == .chinese, let id = side.placeID else { return false }
        return analysis.data.places.country(of: id) == "CN"
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

    /// A deal signed at a meeting is between those who met.
    private func addMeeting(_ deal: inout DealDraft) {
        guard let number = deal.passages.first else { return }
        let line = analysis.text.passages[number].line
        // "Uchrashuvdan so‘ng …": the day of the talks told in the paragraph before.
        if deal.date == nil, deal.status.value == .signed, !deal.isListItem,
            [.meet].contains(where: { analysis.has($0, in: deal.clause) }),
            let talks = meetings.last(where: {
                $0.passage < number && line - analysis.text.passages[$0.passage].line <= 1
            })
        {
            deal.date = talks.date
        }
        if let meeting = meetings.last(where: {
            $0.passage <= number && line - analysis.text.passages[$0.passage].line <= 0
        }), !deal.isListItem {
            if deal.date == nil, let date = meeting.date { deal.date = date }
            let mine = deal.organisations
            let theirs = Set(meeting.parties.filter { !$0.isPlace }.map(\.party))
            if mine.isEmpty || !mine.isDisjoint(with: theirs) {
                for side in meeting.parties
                where !deal.parties.contains(where: { $0.party == side.party })
                    && (mine.isEmpty || side.isPlace && !deal.parties.contains(where: \.isPlace))
                {
                    deal.parties.append(side)
                }
            }
        }
    }

    /// A record needs a side, an amount or a place, and something that it is about.
    private func isWorthRecording(_ deal: DealDraft) -> Bool {
        let about = deal.project != nil || deal.amount != nil || deal.kind != nil
        let told = !deal.organisations.isEmpty || deal.amount != nil
        let official = !deal.parties.isEmpty && deal.kind != nil && deal.kind!.value != .unspecified
        let named =
            deal.kind.map { $0.value != .unspecified } ?? false && deal.project.map { $0.value != "other" } ?? false
            && deal.place != nil && [.stalled, .cancelled].contains(deal.status.value)
        let headline =
            deal.passages.contains { leadPassages.contains($0) } && deal.project.map { $0.value != "other" } ?? false
            && deal.place != nil
        return about && (told || official || headline || named)
    }
}
