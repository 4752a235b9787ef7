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
        let papers = papers(in: clause)
        let signs = analysis.all(.sign, in: clause).filter { !isOnlyNamed($0, in: clause) }
        let projects = projects(in: clause)
        let stages = analysis.all(.stage, in: clause)
        let agreed = analysis.all(.agreed, in: clause).filter { !isAttribute($0, clause) }
        let solid = projects.filter { $0.value != "other" }
        let money = analysis.money(in: clause)
        let amounts = money.filter { !$0.isConversion && !$0.isLowerBound && $0.use != .other && !$0.isSmall }
        let organisations = sides.organisations(in: clause)
        let refusal = refusal(in: clause, papers)
        let future = analysis.all(.future, in: clause)
        let builds = analysis.all(.build, in: clause)
        let invests = analysis.all(.invest, in: clause)
        let announces = analysis.all(.announce, in: clause)
        let negated = analysis.has(.negation, in: clause)
        let local = analysis.places(in: clause).contains { $0.kind.isLocal && !$0.isInsideName && sides.isSite($0) }
        if isStatisticalNote(clause, organisations, papers, solid) { return nil }
        var rules: [String] = []
        var isUpdate = false
        var tellsStatus = true
        let status: (value: AgreementStatus, tokens: Range<Int>)
        func isRefused(_ tag: Tag) -> Bool { refusal.map { $0.tokens.overlaps(tag.tokens) } ?? false }
        let isStopped = decisive(stages, clause).map { ["stalled", "cancelled"].contains($0.value) } ?? false
        if refusal != nil, !isStopped, signs.count <= 1, !(future.count > 0 && papers.contains { !isRefused($0) }),
            !signs.contains(where: { !isRefused($0) && isPlanned($0, clause) })
        {
            return nil
        }
        if verbLast, analysis.data.tag == .chinese, signs.isEmpty, agreed.isEmpty, stages.isEmpty,
            isStatistics(solid, papers, clause)
        {
            return nil
        }
        if papers.isEmpty, solid.isEmpty, agreed.isEmpty, refusal == nil, !money.isEmpty, let gift = gift(in: clause) {
            // "The embassy donated 2 million rupees; the ceremony was held …", "handed over aid worth …"
            status = (["pledge", "offer"].contains(gift.give.value) ? .announced : .financing, gift.give.tokens)
            rules.append("aid")
        } else if let stage = decisive(stages, clause),
            !solid.isEmpty || !papers.isEmpty || inDealList || analysis.has(.project, in: clause)
        {
            let value = AgreementStatus(rawValue: stage.value) ?? .construction
            // "opened a credit line for the plant": the money is there, not the plant.
            let isCredit =
                value == .operating
                && analysis.has(
                    .loan, in: stage.tokens.upperBound..<min(clause.upperBound, stage.tokens.upperBound + 9))
                && !amounts.isEmpty
            status = (isCredit ? .financing : value, stage.tokens)
            rules.append("stage:\(status.value.rawValue)")
        } else if let stage = decisive(stages, clause), solid.isEmpty, papers.isEmpty, signs.isEmpty {
            status = (AgreementStatus(rawValue: stage.value) ?? .construction, stage.tokens)
            rules.append("update:\(stage.value)")
            // "… начала работать линия: её построила X, вложив 380 млн": with its own company and sum it is a deal.
            isUpdate = !(analysis.data.tag == .russian && !organisations.isEmpty && !amounts.isEmpty)
        } else if let sign = signs.first(where: { !isDenied($0, clause) && !isRefused($0) }),
            !papers.isEmpty || analysis.has(.package, in: clause) || !organisations.isEmpty && !agreed.isEmpty
                || isSigningOfPapers(sign, organisations)
        {
            if isOnlyUrged(sign, clause) { return nil }
            let isPlanned = isPlanned(sign, clause) || refusal != nil
            // "left without signing the paper that had been in the making for a year"
            if refusal != nil, !self.isPlanned(sign, clause),
                analysis.data.tag == .russian || analysis.data.tag == .english
            {
                return nil
            }
            status = (isPlanned ? .planned : .signed, sign.tokens)
            rules.append(isPlanned ? "sign:planned" : "sign")
        } else if let paper = termsOf(papers, in: clause), signs.isEmpty, !amounts.isEmpty, stages.isEmpty {
            status = (.announced, paper.tokens)
            rules.append("update:terms")
            isUpdate = true
            tellsStatus = false
        } else if let planned = future.first,
            let paper = papers.first(where: { $0.value != "unspecified" && !isRefused($0) }),
            organisations.count + sides.roles(in: clause).count > 0 || !amounts.isEmpty,
            !isLaterWork(planned, papers, clause)
        {
            status = (.planned, planned.tokens.lowerBound < paper.tokens.lowerBound ? planned.tokens : planned.tokens)
            rules.append("paper:planned")
        } else if let total = total(papers, amounts, in: clause), future.isEmpty, refusal == nil, !inDealList,
            !analysis.has(.proposal, in: clause), !analysis.has(.background, in: clause)
        {
            status = (.signed, total.paper.tokens)
            rules.append("total")
        } else if inDealList, !solid.isEmpty || !amounts.isEmpty, !organisations.isEmpty || !amounts.isEmpty || local {
            let anchor = papers.first?.tokens ?? solid.first?.tokens ?? amounts[0].tokens
            status = (.signed, anchor)
            rules.append("list")
        } else if inDealList, let paper = papers.first, refusal == nil, !negated,
            organisations.count + analysis.places(in: clause).count(where: { !$0.isInsideName && $0.kind.isLocal }) >= 2
        {
            // "институт биохимии и центр вакцин — меморандум о совместных исследованиях"
            status = (future.isEmpty ? .signed : .planned, paper.tokens)
            rules.append("list:paper")
        } else if inDealList, let paper = papers.first,
            count(papers, projects, clause) ?? 1 > 1
                || analysis.data.tag.isUzbek && paper.value != "unspecified" && !organisations.isEmpty
        {
            status = (.signed, paper.tokens)
            rules.append("list:several")
        } else if let paper = ordinalPaper(papers, in: clause), refusal == nil, future.isEmpty {
            status = (.signed, paper.tokens)
            rules.append("paper:ordinal")
        } else if let paper = references.paperWithSide(papers, in: clause), refusal == nil, !negated, future.isEmpty,
            !analysis.has(.proposal, in: clause)
        {
            status = (.signed, paper.tokens)
            rules.append("paper:with")
        } else if let accord = agreed.first, !analysis.has(.proposal, in: clause) || !solid.isEmpty {
            let planned = future.first { future in
                (papers + signs).contains {
                    between($0.tokens, future.tokens).count <= 3
                        && (!verbLast
                            || analysis.segment(around: future.tokens.lowerBound, in: clause).contains(
                                $0.tokens.lowerBound))
                }
            }
            status = (planned == nil ? .announced : .planned, planned?.tokens ?? accord.tokens)
            rules.append(planned == nil ? "agreed" : "agreed:planned")
        } else if let sign = signs.first(where: { !isDenied($0, clause) && !isRefused($0) }), papers.isEmpty,
            refusal == nil, analysis.data.tag == .russian || analysis.data.tag == .english
        {
            // "The signing took place on Sunday", "Подписывать будем в апреле": of the paper told before.
            status = (isPlanned(sign, clause) ? .planned : .signed, sign.tokens)
            rules.append("update:sign")
            // A signing to come between companies named around it is a deal of its own.
            isUpdate =
                solid.isEmpty && status.value == .signed
                || status.value == .planned && organisations.isEmpty
                    && sides.organisations(in: analysis.passage(of: clause.lowerBound).tokens).isEmpty
                    && context.organisations(before: number, in: sides, lines: 0).count < 2
        } else if verbLast, solid.isEmpty, builds.isEmpty, let number = count(papers, projects, clause), number > 1,
            let paper = papers.first, !amounts.isEmpty, future.isEmpty
        {
            status = (.signed, paper.tokens)
            rules.append("total")
        } else if let build = builds.first ?? invests.first ?? announces.first,
            !solid.isEmpty || !invests.isEmpty && !amounts.isEmpty,
            !organisations.isEmpty || !amounts.isEmpty || local || number == 0, !isStatistics(solid, papers, clause)
        {
            if analysis.has(.proposal, in: clause),
                amounts.isEmpty
                    || isSupposed(builds.first ?? invests.first ?? build, in: clause) && organisations.isEmpty
                        && papers.isEmpty
            {
                return nil
            }
            // What an office offers, or says of a land, is no deal of anybody's.
            if analysis.data.tag == .chinese, organisations.allSatisfy({ references.isInstitution($0) }),
                analysis.has(.proposal, in: clause)
                    && (!organisations.isEmpty || !isMetHere(number) || isRefusedBehind(number))
                    || amounts.isEmpty && announces.isEmpty && future.isEmpty
                        && analysis.has(.speech, in: clause)
            {
                return nil
            }
            // "met managers of a firm that makes chargers": whom somebody met is no project.
            if amounts.isEmpty, future.isEmpty, announces.isEmpty,
                [Lexeme.meet, .receive, .call].contains(where: { analysis.has($0, in: clause) })
            {
                return nil
            }
            if isFragment(solid, in: clause, number) || isOnlyIntended(organisations, amounts, local)
                || isOnlyPossible(clause, organisations, papers)
            {
                return nil
            }
            status = (.announced, build.tokens)
            rules.append("project")
            // A sentence that tells nothing but a sum only goes on about a deal.
            if solid.isEmpty, organisations.isEmpty, !isNearTop(number) { isUpdate = true }
        } else if let build = builds.first, !amounts.isEmpty, !organisations.isEmpty,
            !future.isEmpty || !announces.isEmpty, !analysis.has(.proposal, in: clause), papers.isEmpty
        {
            // "… будет выпускать детское питание; на это уйдёт 9 млн долларов": what is made needs no word of the tables.
            status = (.announced, build.tokens)
            rules.append("project:open")
        } else if let number = count(papers, projects, clause), number > 1, let paper = papers.first,
            let amount = amounts.first, future.isEmpty
        {
            // "Итог — девять документов на общую сумму 186 миллионов долларов."
            status = (.signed, paper.tokens.lowerBound < amount.tokens.lowerBound ? paper.tokens : amount.tokens)
            rules.append("total")
        } else if let thing = solid.first, !amounts.isEmpty, !organisations.isEmpty,
            !analysis.has(.proposal, in: clause), !analysis.has(.negation, in: clause)
        {
            // A sentence without a verb: "Стекольный завод, 43 млрд тенге, ТОО «…»."
            status = (.announced, thing.tokens)
            rules.append("bare")
        } else if let paper = papers.first(where: { $0.value != "unspecified" && !isRefused($0) }), refusal == nil,
            !negated, future.isEmpty, !analysis.has(.proposal, in: clause), !amounts.isEmpty || !organisations.isEmpty,
            analysis.dates(in: clause).contains(where: { !isAhead($0) }),
            analysis.data.tag == .english || analysis.data.tag == .russian
        {
            // "the real contract, for $48 million, came that July": a paper with its day and sum.
            status = (.signed, paper.tokens)
            rules.append("paper:dated")
        } else if let loan = analysis.all(.loan, in: clause).first, !amounts.isEmpty, !organisations.isEmpty {
            status = (.financing, loan.tokens)
            rules.append("loan")
        } else if let revised = amounts.first(where: { age(of: $0) == "now" }), organisations.isEmpty,
            !analysis.has(.otherAmount, in: clause), analysis.data.tag == .english || analysis.data.tag == .russian
        {
            // "The plant was built for $88.5 million", "Стоимость выросла до 92 млн": of the deal told before.
            status = (.announced, revised.tokens)
            rules.append("update:sum")
            isUpdate = true
            tellsStatus = false
        } else if let build = builds.first, analysis.data.tag.isUzbek || analysis.data.tag == .chinese, papers.isEmpty,
            signs.isEmpty, !organisations.isEmpty, !projects.isEmpty, !negated, !analysis.has(.proposal, in: clause)
        {
            // "Loyihani X kompaniyasi Y bilan hamkorlikda amalga oshirdi": who stands behind the deal told before.
            status = (.announced, build.tokens)
            rules.append("update:who")
            isUpdate = true
        } else if let sum = labelledSum(amounts, in: clause, number), organisations.isEmpty {
            status = (.announced, sum.tokens)
            rules.append("update:label")
            isUpdate = true
            tellsStatus = false
        } else if let gift = gift(in: clause), refusal == nil {
            status = (["pledge", "offer"].contains(gift.give.value) ? .announced : .financing, gift.give.tokens)
            rules.append("aid")
        } else if let partners = presentation(in: clause, organisations) {
            status = (.announced, partners)
            rules.append("update:sides")
            isUpdate = true
            tellsStatus = false
        } else {
            return nil
        }
        var draft = DealDraft(status: status, clause: clause, passages: [number], rules: rules)
        draft.isListItem = inDealList
        draft.isUpdate = isUpdate
        draft.tellsStatus = tellsStatus
        draft.isLoan =
            verbLast && status.value == .financing
            || references.isLoan(in: clause, papers: papers, isFinancing: status.value == .financing)
        draft.kind = kind(papers, near: status.tokens)
        draft.parties = parties(
            in: naming ?? clause, number, isPaper: status.value == .signed || status.value == .planned && naming == nil,
            isLoan: draft.isLoan, isOver: status.value == .cancelled || status.value == .stalled,
            presents: rules.contains("update:sides"),
            isTotal: inDealList || solid.isEmpty && !amounts.isEmpty || analysis.has(.package, in: clause),
            status: status.tokens)
        if rules.contains("aid"), let giver = gift(in: clause)?.giver,
            !draft.parties.contains(where: { $0.party == giver.party })
        {
            draft.parties.insert(giver, at: 0)
        }
        if rules.contains(where: {
            $0.hasPrefix("stage:operating") || $0.hasPrefix("stage:construction") || $0.hasPrefix("update:operating")
                || $0.hasPrefix("update:construction")
        }), papers.isEmpty {
            // Who cuts the ribbon is a side only of a paper that nobody else signed.
            draft.witnesses = draft.parties.filter { $0.isPlace && $0.source == .role }
            draft.parties.removeAll { $0.isPlace && $0.source == .role }
        }
        // Who explains why it stands still, or leads the guests around, is none either.
        if verbLast, papers.isEmpty, signs.isEmpty, !draft.organisations.isEmpty || rules.contains("stage:stalled"),
            rules.contains(where: { $0.hasPrefix("stage:") || $0.hasPrefix("update:") })
        {
            draft.parties.removeAll { $0.isPlace && ($0.source == .role || $0.source == .delegation) }
        }
        if rules.contains("paper:ordinal"), organisations.isEmpty { draft.parties = [] }
        draft.refersToSides =
            draft.parties.count < 2
            && analysis.has(.sides, in: analysis.segment(around: status.tokens.lowerBound, in: clause))
        draft.presentsSides = rules.contains("update:sides")
        draft.namesNobody = sides.sides(in: clause).isEmpty
        draft.amount = amount(amounts, clause)
        if rules.contains("aid"), draft.amount == nil {
            draft.amount = money.first { !$0.isConversion && !$0.isLowerBound && $0.money.value >= 1_000 }
        }
        if draft.isLoan,
            let own = amounts.first(where: { amount in
                analysis.all(.loan, in: clause).contains { between($0.tokens, amount.tokens).count <= 1 }
            })
        {
            draft.amount = own
        }
        let isNamedPaper = papers.contains { $0.value != "unspecified" }
        draft.isVague =
            draft.namesNobody && amounts.isEmpty && solid.isEmpty && !(isNamedPaper && status.value == .planned)
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
            topicProject(in: clause) ?? head(causeless(solid, in: clause), near: status.tokens, in: clause)
            ?? causeless(projects, in: clause).first
        draft.project = project
        draft.subject =
            subjects.afterPaper(papers, in: clause) ?? project.map { subjects.phrase(of: $0, in: clause) }
            ?? subjects.object(of: builds, papers, in: clause)
        // 向后者出口6条印染生产线: what is sold, not that it is sold.
        if let project, analysis.data.tag == .chinese, project.value == "trade",
            builds.contains(where: { $0.tokens == project.tokens }),
            let thing = subjects.object(of: builds.filter { $0.tokens == project.tokens }, [], in: clause)
        {
            draft.subject = thing
        }
        draft.sector = sector(project, subject: draft.subject, in: clause)
        if draft.sector == nil, analysis.data.tag == .chinese,
            let paper = papers.first(where: { paper in
                ["采购", "供货", "购销", "销售", "供应", "买卖", "出口", "进口", "订单", "贸易"].contains(
                    where: analysis.words(paper.tokens).contains)
            })
        {
            draft.sector = (.trade, paper.tokens)
        }
        draft.place = place(in: clause, project: project, status: status.tokens)
        if draft.place != nil, isNamedPaper { draft.isVague = false }
        if rules.contains("update:sign"), status.value == .planned { takePaperBefore(number, &draft) }
        if analysis.has(.package, in: clause), solid.isEmpty {
            draft.place = nil
            if draft.sector == nil { draft.sector = (.other, status.tokens) }
        }
        draft.isRevised = amounts.contains { age(of: $0) == "now" }
        draft.date = date(in: clause, status: status, number)
        draft.hasOwnDate = draft.date.map { clause.contains($0.tokens.lowerBound) } ?? false
        // "…, the company said today": no day of the deed.
        if let told = draft.date, isOfSpeech(told, status.tokens, in: clause) { draft.hasOwnDate = false }
        draft.dateRank =
            draft.hasOwnDate
            ? rules.contains { $0.contains("sign") || $0.contains("stage") || $0.contains("update") } ? 2 : 1 : 0
        if let count = count(papers, projects, clause) {
            draft.count = count
            draft.isPackage = count > 1
            if draft.isPackage, draft.sector == nil || solid.isEmpty { draft.sector = (.other, status.tokens) }
            if draft.isPackage, solid.isEmpty, let paper = papers.first {
                let start =
                    (1...3).map { paper.tokens.lowerBound - $0 }.first {
                        $0 >= clause.lowerBound && NumberReader(analysis: analysis).number(at: $0) != nil
                    }
                    ?? max(clause.lowerBound, paper.tokens.lowerBound - (analysis.data.tag == .chinese ? 0 : 1))
                draft.subject = start..<paper.tokens.upperBound
            }
        }
        if let total = total(papers, amounts, in: clause) { tellAsTotal(&draft, total) }
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
    private func isNearTop(_ number: Int) -> Bool {
        guard let first = analysis.isFurniture.firstIndex(of: false) else { return true }
        return analysis.text.passages[number].line - analysis.text.passages[first].line <= 2
    }

    /// Uzbek and Chinese tell when before they tell what happened.
    var verbLast: Bool { analysis.data.tag.isUzbek || analysis.data.tag == .chinese }
}
