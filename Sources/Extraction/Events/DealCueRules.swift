internal import Deals
internal import Languages
internal import SourceText

/// Reads single clauses: does one tell a deal, and which of a deal's slots does it fill?
struct DealCueRules {
    let analysis: Analysis
    let sides: SideRules
    let context: DiscourseContext
    let subjects: SubjectRules

    var references: DealReferences { DealReferences(analysis: analysis, sides: sides) }

    /// The drafts that a passage tells, clause by clause.
    func drafts(in number: Int) -> [DealDraft] {
        let passage = analysis.text.passages[number]
        // A question tells nothing.
        if let last = passage.tokens.last,
            analysis.text.tokens[last].isSign("?") || analysis.text.tokens[last].isSign("？")
        {
            return []
        }
        let clauses = clauses(of: passage)
        return clauses.compactMap { clause in
            var draft = draft(
                in: clause, number, inDealList: clauses.count > 1 && analysis.has(.paper, in: passage.tokens))
            if clauses.count > 1, draft != nil, let opener = opener(of: clauses[0]) { addOpener(opener, to: &draft!) }
            // Items told in one breath are of the kind that the sentence opens with.
            if clauses.count > 1, draft?.kind == nil {
                draft?.kind = kind(analysis.all(.paper, in: clauses[0]), near: clauses[0])
            }
            return draft
        }
    }

    /// The draft of one item of a list of deals: the whole line, however many sentences it has.
    func itemDrafts(from number: Int, inDealList: Bool) -> [DealDraft] {
        let passages = analysis.text.passages
        var last = number
        while last + 1 < passages.count, passages[last + 1].line == passages[number].line { last += 1 }
        if let several = severalDeals(number...last, inDealList) { return several }
        let line = passages[number].tokens.lowerBound..<passages[last].tokens.upperBound
        guard var draft = draft(in: line, number, inDealList: inDealList, naming: naming(number...last)) else {
            return []
        }
        draft.passages = Array(number...last)
        // A detail under a heading ("What will be built? …") belongs to the deal told above.
        draft.isListItem = inDealList || !draft.organisations.isEmpty || analysis.topics[passages[number].line] != nil
        return [draft]
    }

    func draft(in clause: Range<Int>, _ number: Int, inDealList: Bool, naming: Range<Int>? = nil) -> DealDraft? {
        let words = words(of: clause, number, inDealList: inDealList)
        guard let told = telling(words) else { return nil }
        let (status, rules) = (told.status, told.rules)
        var draft = DealDraft(status: status, clause: clause, passages: [number], rules: rules)
        draft.isListItem = words.inDealList
        draft.isUpdate = told.isUpdate
        draft.tellsStatus = told.tellsStatus
        draft.isLoan =
            verbLast && status.value == .financing
            || references.isLoan(in: clause, papers: words.papers, isFinancing: status.value == .financing)
        draft.kind = kind(words.papers, near: status.tokens)
        draft.parties = parties(
            in: naming ?? clause, number, isPaper: status.value == .signed || status.value == .planned && naming == nil,
            isLoan: draft.isLoan, isOver: status.value == .cancelled || status.value == .stalled,
            presents: rules.contains("update:sides"),
            isTotal: words.inDealList || words.solid.isEmpty && !words.amounts.isEmpty
                || analysis.has(.package, in: clause),
            status: status.tokens)
        if rules.contains("aid"), let giver = gift(in: clause)?.giver,
            !draft.parties.contains(where: { $0.party == giver.party })
        {
            draft.parties.insert(giver, at: 0)
        }
        if rules.contains(where: {
            $0.hasPrefix("stage:operating") || $0.hasPrefix("stage:construction") || $0.hasPrefix("update:operating")
                || $0.hasPrefix("update:construction")
        }), words.papers.isEmpty {
            // Who cuts the ribbon is a side only of a paper that nobody else signed.
            draft.witnesses = draft.parties.filter { $0.isPlace && $0.source == .role }
            draft.parties.removeAll { $0.isPlace && $0.source == .role }
        }
        // Who explains why it stands still, or leads the guests around, is none either.
        if verbLast, words.papers.isEmpty, words.signs.isEmpty,
            !draft.organisations.isEmpty || rules.contains("stage:stalled"),
            rules.contains(where: { $0.hasPrefix("stage:") || $0.hasPrefix("update:") })
        {
            draft.parties.removeAll { $0.isPlace && ($0.source == .role || $0.source == .delegation) }
        }
        if rules.contains("paper:ordinal"), words.organisations.isEmpty { draft.parties = [] }
        draft.refersToSides =
            draft.parties.count < 2
            && analysis.has(.sides, in: analysis.segment(around: status.tokens.lowerBound, in: clause))
        draft.presentsSides = rules.contains("update:sides")
        draft.namesNobody = sides.sides(in: clause).isEmpty
        draft.amount = amount(words.amounts, clause)
        if rules.contains("aid"), draft.amount == nil {
            draft.amount = words.money.first { !$0.isConversion && !$0.isLowerBound && $0.money.value >= 1_000 }
        }
        if draft.isLoan,
            let own = words.amounts.first(where: { amount in
                analysis.all(.loan, in: clause).contains { between($0.tokens, amount.tokens).count <= 1 }
            })
        {
            draft.amount = own
        }
        let isNamedPaper = words.papers.contains { $0.value != "unspecified" }
        draft.isVague =
            draft.namesNobody && words.amounts.isEmpty && words.solid.isEmpty
            && !(isNamedPaper && status.value == .planned)
        // "In March the parties had signed only a memorandum": a paper of its own.
        // "По итогам встречи подписаны соглашения" behind a meeting with a company in the same paragraph is that company's.
        if draft.isVague, !context.organisations(before: number, in: sides, lines: 0).isEmpty { draft.isVague = false }
        if draft.isVague, verbLast, analysis.has(.sides, in: clause),
            draft.kind.map({ $0.value != .unspecified }) ?? false,
            draft.parties.count >= 2 || !draft.parties.isEmpty && !analysis.dates(in: clause).isEmpty
        {
            draft.isVague = false
        }
        let project =
            topicProject(in: clause) ?? head(causeless(words.solid, in: clause), near: status.tokens, in: clause)
            ?? causeless(words.projects, in: clause).first
        draft.project = project
        let open = subjects.openThing(in: clause)
        // "a joint venture that will make tiles", "the project: growing of jujube": what it does says more than what it is.
        let named = project.flatMap { $0.value == "other" && open != nil ? nil : subjects.phrase(of: $0, in: clause) }
        draft.subject =
            subjects.afterPaper(words.papers, in: clause) ?? named ?? open?.tokens
            ?? subjects.uzbekTopic(of: words.papers, in: clause) ?? subjects.uzbekBuilt(words.builds, in: clause)
            ?? subjects.object(of: words.builds, words.papers, in: clause)
        // 向后者出口6条印染生产线: what is sold, not that it is sold.
        if let project, analysis.data.tag == .chinese, project.value == "trade",
            words.builds.contains(where: { $0.tokens == project.tokens }),
            let thing = subjects.object(of: words.builds.filter { $0.tokens == project.tokens }, [], in: clause)
        {
            draft.subject = thing
        }
        let isContract = draft.kind?.value == .contract
        if draft.subject == nil, isContract, analysis.data.tag == .russian {
            draft.subject = RussianGoods(analysis: analysis).quantity(in: clause)
        }
        draft.sector = sector(project, subject: draft.subject, in: clause)
        if draft.sector == nil, let deed = draft.subject.flatMap({ subjects.deed(of: $0, in: clause) }) ?? open?.deed {
            draft.sector = (deed.sectorOfDeed, deed.tokens)
        }
        if isContract, analysis.data.tag == .russian, words.builds.allSatisfy({ $0.value == "make" }),
            project.map({ RussianGoods(analysis: analysis).isCounted($0, in: clause) }) ?? (draft.subject != nil),
            draft.sector?.value != .construction, let tokens = project?.tokens ?? draft.subject
        {
            draft.sector = (.trade, tokens)
        }
        if draft.sector == nil, analysis.data.tag == .chinese,
            let paper = words.papers.first(where: { paper in
                ["采购", "供货", "购销", "销售", "供应", "买卖", "出口", "进口", "订单", "贸易"].contains(
                    where: analysis.words(paper.tokens).contains)
            })
        {
            draft.sector = (.trade, paper.tokens)
        }
        draft.place = place(in: clause, project: project, status: status.tokens)
        if draft.place != nil, isNamedPaper { draft.isVague = false }
        if rules.contains("update:sign"), status.value == .planned { takePaperBefore(number, &draft) }
        if analysis.has(.package, in: clause), words.solid.isEmpty {
            draft.place = nil
            if draft.sector == nil { draft.sector = (.other, status.tokens) }
        }
        draft.isRevised = words.amounts.contains { age(of: $0) == "now" }
        draft.date = date(in: clause, status: status, number)
        draft.hasOwnDate = draft.date.map { clause.contains($0.tokens.lowerBound) } ?? false
        // "…, the company said today": no day of the deed.
        if let told = draft.date, isOfSpeech(told, status.tokens, in: clause) { draft.hasOwnDate = false }
        draft.dateRank =
            draft.hasOwnDate
            ? rules.contains { $0.contains("sign") || $0.contains("stage") || $0.contains("update") } ? 2 : 1 : 0
        if let count = count(words.papers, words.projects, clause) {
            draft.count = count
            draft.isPackage = count > 1
            if draft.isPackage, draft.sector == nil || words.solid.isEmpty { draft.sector = (.other, status.tokens) }
            if draft.isPackage, words.solid.isEmpty, let paper = words.papers.first {
                let start =
                    (1...3).map { paper.tokens.lowerBound - $0 }.first {
                        $0 >= clause.lowerBound && NumberReader(analysis: analysis).number(at: $0) != nil
                    }
                    ?? max(clause.lowerBound, paper.tokens.lowerBound - (analysis.data.tag == .chinese ? 0 : 1))
                draft.subject = start..<paper.tokens.upperBound
            }
        }
        if let total = total(words.papers, words.amounts, in: clause) { tellAsTotal(&draft, total) }
        return draft
    }

    /// "Передан проект соглашения о …. Подписать его предполагается в марте": the paper of the sentence before.
    private func takePaperBefore(_ number: Int, _ draft: inout DealDraft) {
        guard analysis.data.tag == .russian, number > 0,
            analysis.text.passages[number - 1].line == analysis.text.passages[number].line
        else { return }
        let before = analysis.text.passages[number - 1].tokens
        let papers = analysis.all(.paper, in: before)
        guard let paper = papers.last(where: { $0.value != "unspecified" }),
            let kind = AgreementKind(rawValue: paper.value),
            !analysis.tags(in: before).contains(where: { [.sign, .stage, .agreed].contains($0.lexeme) })
        else { return }
        draft.kind = (kind, paper.tokens)
        draft.isUpdate = false
        draft.isVague = false
        draft.project = head(projects(in: before), near: paper.tokens, in: before)
        draft.subject =
            subjects.afterPaper(papers, in: before) ?? draft.project.map { subjects.phrase(of: $0, in: before) }
        draft.sector = sector(draft.project, subject: draft.subject, in: before)
        draft.place = place(in: before, project: draft.project, status: paper.tokens)
        for side in sides.sides(in: before) where !draft.parties.contains(where: { $0.party == side.party }) {
            draft.parties.append(side)
        }
    }

    /// "Уни … қуради", "U … tashkil etadi": the thing or the company of the sentence before.
    func opensWithPronoun(_ clause: Range<Int>) -> Bool {
        analysis.data.tag.isUzbek && Self.pronouns.contains(analysis.text.key(firstWord(of: clause)))
    }

    private static let pronouns: Set<String> = [
        "u", "uni", "uning", "unga", "bunga", "buni", "ular", "buning", "ushbu", "mazkur",
    ]

    private func firstWord(of range: Range<Int>) -> Int {
        range.first { analysis.text.tokens[$0].kind == .word } ?? range.lowerBound
    }

    func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        a.overlaps(b) ? 0 : a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound : a.lowerBound - b.upperBound
    }

    /// Whether a passage is the headline or stands close behind it.
    func isNearTop(_ number: Int) -> Bool {
        guard let first = analysis.isFurniture.firstIndex(of: false) else { return true }
        return analysis.text.passages[number].line - analysis.text.passages[first].line <= 2
    }

    /// Uzbek and Chinese tell when before they tell what happened.
    var verbLast: Bool { analysis.data.tag.isUzbek || analysis.data.tag == .chinese }
}
