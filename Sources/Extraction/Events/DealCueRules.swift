internal import Deals
internal import Languages
internal import SourceText

/// Reads single clauses: does one tell a deal, and which of a deal's slots does it fill?
struct DealCueRules {
    let analysis: Analysis
    let sides: SideRules
    let context: DiscourseContext
    let subjects: SubjectRules

    private var references: DealReferences { DealReferences(analysis: analysis, sides: sides) }

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

    /// "X同时还在推进另外两个项目：一是…；二是…": who stands before the colon has part in all items.
    private func opener(of first: Range<Int>) -> Side? {
        guard
            let colon = first.first(where: {
                analysis.text.tokens[$0].isSign(":") || analysis.text.tokens[$0].isSign("：")
            })
        else { return nil }
        let named = sides.organisations(in: first.lowerBound..<colon)
        return named.count == 1 ? named[0] : nil
    }

    private func addOpener(_ side: Side, to draft: inout DealDraft) {
        if !draft.parties.contains(where: { $0.party == side.party }) { draft.parties.insert(side, at: 0) }
        // With both sides told, none is missing that the surroundings could add.
        let clause = draft.clause
        if draft.organisations.count >= 2 {
            draft.parties.removeAll { $0.isPlace && !clause.contains($0.tokens.lowerBound) }
        }
    }

    /// The draft of one item of a list of deals: the whole line, however many sentences it has.
    func itemDrafts(from number: Int, inDealList: Bool) -> [DealDraft] {
        let passages = analysis.text.passages
        var last = number
        while last + 1 < passages.count, passages[last + 1].line == passages[number].line { last += 1 }
        let line = passages[number].tokens.lowerBound..<passages[last].tokens.upperBound
        guard var draft = draft(in: line, number, inDealList: inDealList, naming: naming(number...last)) else {
            return []
        }
        draft.passages = Array(number...last)
        // A detail under a heading ("What will be built? …") belongs to the deal told above.
        draft.isListItem = inDealList || !draft.organisations.isEmpty || analysis.topics[passages[number].line] != nil
        return [draft]
    }

    /// The sentences of an item that name its sides: up to the first that names one, or the last that tells of signing.
    private func naming(_ numbers: ClosedRange<Int>) -> Range<Int> {
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
    private func clauses(of passage: Passage) -> [Range<Int>] {
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

    private func draft(in clause: Range<Int>, _ number: Int, inDealList: Bool, naming: Range<Int>? = nil) -> DealDraft?
    {
        let papers = analysis.all(.paper, in: clause)
        let signs = analysis.all(.sign, in: clause)
        let projects = projects(in: clause)
        let stages = analysis.all(.stage, in: clause)
        let agreed = analysis.all(.agreed, in: clause)
        let solid = projects.filter { $0.value != "other" }
        let money = analysis.money(in: clause)
        let amounts = money.filter { !$0.isConversion && !$0.isLowerBound && $0.use != .other && !$0.isSmall }
        let organisations = sides.organisations(in: clause)
        let refusal = analysis.all(.refusal, in: clause).first
        let future = analysis.all(.future, in: clause)
        let builds = analysis.all(.build, in: clause)
        let invests = analysis.all(.invest, in: clause)
        let announces = analysis.all(.announce, in: clause)
        let negated = analysis.has(.negation, in: clause)
        let local = analysis.places(in: clause).contains { $0.kind.isLocal && !$0.isInsideName && sides.isSite($0) }
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
        if let stage = decisive(stages, clause),
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
            isUpdate = true
        } else if let sign = signs.first(where: { !isDenied($0, clause) && !isRefused($0) }),
            !papers.isEmpty || analysis.has(.package, in: clause) || !organisations.isEmpty && !agreed.isEmpty
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
        } else if let planned = future.first,
            let paper = papers.first(where: { $0.value != "unspecified" && !isRefused($0) }),
            organisations.count + sides.roles(in: clause).count > 0 || !amounts.isEmpty,
            !isLaterWork(planned, papers, clause)
        {
            status = (.planned, planned.tokens.lowerBound < paper.tokens.lowerBound ? planned.tokens : planned.tokens)
            rules.append("paper:planned")
        } else if inDealList, !solid.isEmpty || !amounts.isEmpty, !organisations.isEmpty || !amounts.isEmpty || local {
            let anchor = papers.first?.tokens ?? solid.first?.tokens ?? amounts[0].tokens
            status = (.signed, anchor)
            rules.append("list")
        } else if inDealList, let paper = papers.first, count(papers, projects, clause) ?? 1 > 1 {
            status = (.signed, paper.tokens)
            rules.append("list:several")
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
            if analysis.has(.proposal, in: clause), amounts.isEmpty { return nil }
            // "met managers of a firm that makes chargers": whom somebody met is no project.
            if amounts.isEmpty, future.isEmpty, announces.isEmpty,
                [Lexeme.meet, .receive, .call].contains(where: { analysis.has($0, in: clause) })
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
        draft.refersToSides =
            draft.parties.count < 2
            && analysis.has(.sides, in: analysis.segment(around: status.tokens.lowerBound, in: clause))
        draft.presentsSides = rules.contains("update:sides")
        draft.namesNobody = sides.sides(in: clause).isEmpty
        draft.amount = amount(amounts, clause)
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
        draft.subject = subjects.afterPaper(papers, in: clause) ?? project.map { subjects.phrase(of: $0, in: clause) }
        draft.sector = sector(project, subject: draft.subject, in: clause)
        draft.place = place(in: clause, project: project, status: status.tokens)
        if draft.place != nil, isNamedPaper { draft.isVague = false }
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
                    } ?? max(clause.lowerBound, paper.tokens.lowerBound - 1)
                draft.subject = start..<paper.tokens.upperBound
            }
        }
        return draft
    }

    /// What the clause says is built; a pronoun ("Уни … қуради", "她将建设该厂") means what the sentence before told.
    private func projects(in clause: Range<Int>) -> [Tag] {
        let here = analysis.all(.project, in: clause)
        guard here.isEmpty, opensWithPronoun(clause) else { return here }
        let number = Int(analysis.passageOfToken[clause.lowerBound])
        guard number > 0, analysis.text.passages[number - 1].line == analysis.text.passages[number].line else {
            return here
        }
        return analysis.all(.project, in: analysis.text.passages[number - 1].tokens).filter { $0.value != "other" }
            .suffix(1)
    }

    /// "Уни … қуради", "U … tashkil etadi": the thing or the company of the sentence before.
    private func opensWithPronoun(_ clause: Range<Int>) -> Bool {
        analysis.data.tag.isUzbek && Self.pronouns.contains(analysis.text.key(firstWord(of: clause)))
    }

    private static let pronouns: Set<String> = ["u", "uni", "uning", "unga", "bunga", "buni", "ular"]

    private func firstWord(of range: Range<Int>) -> Int {
        range.first { analysis.text.tokens[$0].kind == .word } ?? range.lowerBound
    }

    /// Whether a signing is still to come: a word of the future before the verb in its part of the sentence, or, where the
    /// verb comes last, right behind it ("imzolanishi kutilmoqda", "подписание намечено").
    private func isPlanned(_ sign: Tag, _ clause: Range<Int>) -> Bool {
        let segment = analysis.segment(around: sign.tokens.lowerBound, in: clause)
        return analysis.all(.future, in: segment).contains { future in
            if future.tokens.overlaps(sign.tokens) { return true }
            let isBehind = future.tokens.lowerBound >= sign.tokens.upperBound
            switch analysis.data.tag {
            case .uzbekLatin, .uzbekCyrillic: return isBehind && future.tokens.lowerBound - sign.tokens.upperBound <= 2
            case .chinese: return !isBehind
            case .russian, .english:
                return isBehind
                    ? future.tokens.lowerBound - sign.tokens.upperBound <= 2
                    : sign.tokens.lowerBound - future.tokens.upperBound <= 5
            }
        }
    }

    /// "她提醒企业谨慎签订远期合同": somebody is told to sign, or may.
    private func isOnlyUrged(_ sign: Tag, _ clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .chinese else { return false }
        let segment = analysis.segment(around: sign.tokens.lowerBound, in: clause)
        return analysis.all(.proposal, in: segment.lowerBound..<sign.tokens.lowerBound).contains {
            sign.tokens.lowerBound - $0.tokens.upperBound <= 8
        }
    }

    /// "按照协议，X将建设…": a paper that stands, and work to come; or "贸易合同，今年将采购…".
    private func isLaterWork(_ future: Tag, _ papers: [Tag], _ clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .chinese else { return false }
        let segment = analysis.segment(around: future.tokens.lowerBound, in: clause)
        return !papers.contains { segment.contains($0.tokens.lowerBound) }
    }

    /// Trade figures: goods that are sold or shipped, without a paper or an accord, are no deal.
    private func isStatistics(_ solid: [Tag], _ papers: [Tag], _ clause: Range<Int>) -> Bool {
        guard papers.isEmpty else { return false }
        if analysis.has(.otherAmount, in: clause), !solid.contains(where: { $0.value != "trade" }) { return true }
        return analysis.data.tag != .russian && analysis.data.tag != .english && !solid.isEmpty
            && solid.allSatisfy { $0.value == "trade" }
    }

    /// Stalled and cancelled override; else the furthest stage; a denied or planned one is none.
    private func decisive(_ stages: [Tag], _ clause: Range<Int>) -> Tag? {
        let real = stages.compactMap { begun($0, clause) }.filter {
            !isDenied($0, clause) && !isYetToCome($0, clause) && !isOfPeople($0, clause)
        }
        // "The bank approved a loan for the plant that X is building": the bank's news.
        if let financing = real.first(where: { $0.value == "financing" }),
            sides.organisations(in: clause).contains(where: { references.isBank($0) }),
            !real.contains(where: { $0.value == "cancelled" || $0.value == "stalled" }), analysis.has(.loan, in: clause)
        {
            return financing
        }
        if let stop = real.first(where: { $0.value == "cancelled" }) ?? real.first(where: { $0.value == "stalled" }) {
            return stop
        }
        return real.max {
            (AgreementStatus(rawValue: $0.value)?.rung ?? 0) < (AgreementStatus(rawValue: $1.value)?.rung ?? 0)
        }
    }

    /// «уже строится»: words in quotes of their own are somebody else's.
    private func isScareQuoted(_ tag: Tag) -> Bool {
        let tokens = analysis.text.tokens
        func isQuote(_ index: Int) -> Bool {
            tokens.indices.contains(index) && ["«", "»", "\"", "“", "”", "„"].contains { tokens[index].isSign($0) }
        }
        return isQuote(tag.tokens.upperBound)
            && (isQuote(tag.tokens.lowerBound - 1) || isQuote(tag.tokens.lowerBound - 2))
    }

    /// "Construction of the plant has started", "Выпуск труб начат": a bare verb of beginning tells by what begins.
    private func begun(_ stage: Tag, _ clause: Range<Int>) -> Tag? {
        guard stage.value == "begins" else { return stage }
        let segment =
            verbLast
            ? analysis.segment(around: stage.tokens.lowerBound, in: clause)
            : clause.lowerBound..<min(clause.upperBound, stage.tokens.upperBound + 4)
        guard !analysis.tags(in: segment).contains(where: { [.meet, .proposal, .paper, .travel].contains($0.lexeme) })
        else { return nil }
        guard
            let act = analysis.tags(in: segment).last(where: {
                [.build, .project].contains($0.lexeme) && $0.tokens.upperBound <= stage.tokens.lowerBound
                    || $0.lexeme == .build && $0.tokens.lowerBound >= stage.tokens.upperBound
            })
        else { return nil }
        let isOutput = analysis.tags(in: segment).contains {
            $0.lexeme == .build && $0.value == "make"
                && distance($0.tokens, stage.tokens) <= distance(act.tokens, stage.tokens)
        }
        return Tag(
            lexeme: .stage, value: isOutput ? "operating" : "construction", entry: stage.entry, tokens: stage.tokens)
    }

    private func isDenied(_ stage: Tag, _ clause: Range<Int>) -> Bool {
        if isScareQuoted(stage) { return true }
        return analysis.has(
            .negation, in: max(clause.lowerBound, stage.tokens.lowerBound - 3)..<stage.tokens.lowerBound)
    }

    /// "В Китае работает делегация": people are at work, not a plant.
    private func isOfPeople(_ stage: Tag, _ clause: Range<Int>) -> Bool {
        guard stage.value == "operating" else { return false }
        let segment = analysis.segment(around: stage.tokens.lowerBound, in: clause)
        return analysis.has(.delegation, in: segment) && !analysis.has(.project, in: segment)
    }

    /// "预计2027年投产", "запустят в 2025 году", "is due to open next year": words of the future before it, or a date
    /// ahead beside it, in the same part of the sentence.
    private func isYetToCome(_ stage: Tag, _ clause: Range<Int>) -> Bool {
        let segment = analysis.segment(around: stage.tokens.lowerBound, in: clause)
        // In Uzbek the word of the future closes the clause; before a noun it only describes ("rejalashtirilgan fabrika").
        let isUzbek = analysis.data.tag.isUzbek
        if analysis.all(.future, in: segment).contains(where: {
            (isUzbek ? $0.tokens.upperBound > stage.tokens.lowerBound : $0.tokens.lowerBound < stage.tokens.upperBound)
                && $0.tokens.lowerBound - stage.tokens.upperBound <= 2
        }) {
            return true
        }
        return analysis.dates.contains { segment.contains($0.tokens.lowerBound) && isAhead($0) }
    }

    private func kind(_ papers: [Tag], near anchor: Range<Int>) -> (value: AgreementKind, tokens: Range<Int>)? {
        let named = papers.filter { $0.value != "unspecified" }
        if named.isEmpty,
            let accord = analysis.all(.agreed, in: analysis.passage(of: anchor.lowerBound).tokens).first(where: { tag in
                Self.accords.contains { analysis.text.key(tag.tokens.lowerBound).hasPrefix($0) }
            })
        {
            return (.agreement, accord.tokens)
        }
        guard let best = named.min(by: { distance($0.tokens, anchor) < distance($1.tokens, anchor) }) ?? papers.first,
            let kind = AgreementKind(rawValue: best.value)
        else { return nil }
        return (kind, best.tokens)
    }

    /// Verbs of agreeing that name the accord.
    private static let accords: [String] = ["kelishuv", "bitim"]

    /// What the line says that it is about.
    private func topicProject(in clause: Range<Int>) -> Tag? {
        guard let topic = analysis.topics[analysis.passage(of: clause.lowerBound).line] else { return nil }
        if let project = topic.project { return clause.contains(project.tokens.lowerBound) ? project : nil }
        // "ШАҲРИСАБЗ ТУМАНИ. Тоғ-чанғи мажмуаси.": the thing right behind the place.
        guard topic.tokens.upperBound + 1 < clause.upperBound else { return nil }
        let next = analysis.passage(of: topic.tokens.upperBound + 1).tokens
        guard next.lowerBound > topic.tokens.lowerBound, next.count <= 9, clause.contains(next.lowerBound),
            !analysis.tags(in: next).contains(where: { [.sign, .build, .stage, .agreed].contains($0.lexeme) })
        else { return nil }
        return analysis.all(.project, in: next).last { $0.value != "other" }
    }

    /// Not what is told as a reason or a help ("由于增加了变电站").
    private func causeless(_ projects: [Tag], in clause: Range<Int>) -> [Tag] {
        guard analysis.data.tag == .chinese else { return projects }
        let kept = projects.filter { project in
            let segment = analysis.segment(around: project.tokens.lowerBound, in: clause)
            return !analysis.words(segment).contains { "由因".contains($0) }
        }
        return kept
    }

    private func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        a.overlaps(b) ? 0 : a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound : a.lowerBound - b.upperBound
    }

    /// The sides that the clause names; "the parties", a bare passive or one side alone lean on what was told before.
    private func parties(
        in clause: Range<Int>, _ number: Int, isPaper: Bool, isLoan: Bool, isOver statusOver: Bool, presents: Bool,
        isTotal: Bool, status: Range<Int>
    ) -> [Side] {
        var found = sides.sides(in: behindWitness(clause)).filter { side in
            // A company named as the speaker's employer in a reported sentence stays: the deal is mostly its own.
            side.source != .administration
                || !analysis.has(.outlet, in: max(0, side.tokens.lowerBound - 2)..<side.tokens.lowerBound)
        }
        let isAlone = found.count < 2
        found.removeAll {
            (!isAlone || references.isInstitution($0)) && references.isSpeaker($0, of: status, in: clause)
        }
        let namesNobody = found.isEmpty
        if presents {
            for mention in analysis.places(in: clause)
            where [.region, .district].contains(mention.kind) && !mention.isInsideName && !analysis.isLocative(mention)
                && !analysis.isContainer(mention)
            {
                let side = sides.side(mention, tokens: mention.tokens, source: .place)
                if !found.contains(where: { $0.party == side.party }) { found.append(side) }
            }
            return found
        }
        if !isLoan, found.contains(where: { !$0.isPlace }) { found.removeAll { references.isLender($0, in: clause) } }
        if references.namesCompanyAgain(in: clause), let company = references.company(before: number),
            !found.contains(where: { $0.party == company.party })
        {
            found.append(company)
        }
        if opensWithPronoun(clause), let company = context.organisations(before: number, in: sides, lines: 0).first,
            !found.contains(where: { $0.party == company.party }), found.count < 2
        {
            found.append(company)
        }
        if analysis.has(.sides, in: clause), found.isEmpty,
            analysis.all(.sides, in: clause).contains(where: { $0.value == "places" })
        {
            return context.placeSides(before: number, in: sides)
        }
        let needsOthers = analysis.has(.sides, in: clause) || found.isEmpty
        if needsOthers || !found.contains(where: { !$0.isPlace }) {
            for side in context.organisations(
                before: number, in: sides,
                lines: analysis.has(.sides, in: clause) && !analysis.isItem(analysis.text.passages[number])
                    && !(analysis.data.tag == .chinese && found.contains { !$0.isPlace }) ? 1 : 0)
            where !found.contains(where: { $0.party == side.party }) {
                found.append(side)
            }
        }
        if found.count == 1, references.isComitative(found[0], in: clause) || isLoan && references.isBank(found[0]) {
            let home = isLoan ? nil : context.home(before: number, in: sides)
            let other = statusOver || found[0].isPlace ? nil : home
            if let other = other ?? references.company(before: number) ?? references.mainCompany(),
                other.party != found[0].party
            {
                found.append(other)
            }
        }
        if isPaper, !isLoan, found.count < 2,
            !namesNobody || isTotal || analysis.has(.sides, in: clause)
                || analysis.data.tag != .english && analysis.data.tag != .russian,
            needsOthers || !found.contains(where: \.isPlace), let home = context.home(before: number, in: sides),
            !found.contains(where: { $0.party == home.party }), found.isEmpty || !isAbroad(home)
        {
            found.insert(home, at: 0)
        }
        return found
    }

    /// "见证X与Y签署": who sees others sign is no side.
    private func behindWitness(_ clause: Range<Int>) -> Range<Int> {
        guard analysis.data.tag == .chinese, let sign = analysis.all(.sign, in: clause).first else { return clause }
        let witness = (clause.lowerBound..<sign.tokens.lowerBound).last {
            $0 + 1 < clause.upperBound && analysis.text.key($0) == "见" && analysis.text.key($0 + 1) == "证"
        }
        guard let witness, !sides.sides(in: witness..<clause.upperBound).isEmpty else { return clause }
        return witness..<clause.upperBound
    }

    /// The region of a company's own country adds no side to a deal that it signs abroad.
    private func isAbroad(_ side: Side) -> Bool {
        guard analysis.data.tag == .chinese, let id = side.placeID, let country = analysis.data.places.country(of: id)
        else { return false }
        return country == "CN"
    }

    private func amount(_ amounts: [MoneyMention], _ clause: Range<Int>) -> MoneyMention? {
        newest(amounts.filter { $0.use == .deal }) ?? newest(amounts)
    }

    /// The first, unless it is told as what was once planned ("原定投资") and another as what it came to ("实际投资", "改为").
    func newest(_ amounts: [MoneyMention]) -> MoneyMention? {
        amounts.last { age(of: $0) == "now" } ?? amounts.first { age(of: $0) != "then" } ?? amounts.first
    }

    /// `then` or `now`, from the word that says what the amount is of.
    func age(of mention: MoneyMention) -> String {
        let passage = analysis.passage(of: mention.tokens.lowerBound).tokens
        let ahead = analysis.all(
            .dealAmount,
            in: min(
                mention.tokens.lowerBound, max(passage.lowerBound, mention.tokens.lowerBound - 8))..<mention.tokens
                .lowerBound
        ).last { !$0.value.isEmpty }
        let behind = analysis.all(
            .dealAmount,
            in: mention.tokens
                .upperBound..<max(mention.tokens.upperBound, min(passage.upperBound, mention.tokens.upperBound + 4))
        ).first { !$0.value.isEmpty }
        let between =
            ahead.map {
                analysis.money(in: $0.tokens.upperBound..<max($0.tokens.upperBound, mention.tokens.lowerBound)).isEmpty
            } ?? false
        if verbLast, analysis.data.tag.isUzbek { return behind?.value ?? (between ? ahead?.value : nil) ?? "" }
        return (between ? ahead?.value : nil) ?? behind?.value ?? ""
    }

    /// The thing nearest to the words that tell the status; of a chain of things the one that the others describe
    /// ("завод переработки кукурузы", "solar panel factory").
    private func head(_ projects: [Tag], near anchor: Range<Int>, in clause: Range<Int>) -> Tag? {
        guard var best = projects.min(by: { distance($0.tokens, anchor) < distance($1.tokens, anchor) }) else {
            return nil
        }
        for other in projects where other.tokens != best.tokens {
            switch analysis.data.tag {
            case .russian:
                guard other.tokens.upperBound <= best.tokens.lowerBound, isChain(between(other.tokens, best.tokens))
                else { continue }
                return other
            case .english:
                if other.tokens.lowerBound >= best.tokens.upperBound, between(best.tokens, other.tokens).count <= 1,
                    isChain(between(best.tokens, other.tokens))
                {
                    best = other
                }
            default: continue
            }
        }
        return best
    }

    /// From two tokens before one to another; empty where there is none.
    private func window(before start: Int, to end: Int) -> Range<Int> {
        let start = max(0, min(start, end) - 2)
        return start..<max(start, end)
    }

    private func isChain(_ gap: Range<Int>) -> Bool {
        gap.count <= 3
            && gap.allSatisfy { index in
                let token = analysis.text.tokens[index]
                return (token.kind == .word || token.isSign("-"))
                    && !["и", "или", "and", "в", "с", "на", "in", "with", "a", "the", "for"].contains(
                        analysis.text.key(index))
                    && !analysis.isOrganisation(index) && !analysis.isCovered(index, by: [.sign, .stage, .build])
            }
    }

    /// Whether a passage is the headline or stands close behind it.
    private func isNearTop(_ number: Int) -> Bool {
        guard let first = analysis.isFurniture.firstIndex(of: false) else { return true }
        return analysis.text.passages[number].line - analysis.text.passages[first].line <= 2
    }

    /// "The partners are X and Y", "Инвестор — X": a sentence that only says who takes part.
    private func presentation(in clause: Range<Int>, _ organisations: [Side]) -> Range<Int>? {
        guard !organisations.isEmpty, clause.count <= 40 else { return nil }
        let opening = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 4)
        guard
            let tag = analysis.tags(in: opening).first(where: {
                $0.lexeme == .sides && $0.value != "guest" || $0.lexeme == .companyWord
            }), !analysis.isOrganisation(tag.tokens.lowerBound)
        else { return nil }
        let next = tag.tokens.upperBound
        guard next < clause.upperBound else { return nil }
        let token = analysis.text.tokens[next]
        return token.isSign("—") || token.isSign("–") || token.isSign(":")
            || ["is", "are", "was", "were"].contains(analysis.text.key(next)) ? tag.tokens : nil
    }

    /// The sector of what is built. Any factory is manufacturing, but for waste plants and ore dressing; goods are
    /// trade unless they name a branch of their own.
    func sector(_ project: Tag?, subject: Range<Int>?, in clause: Range<Int>) -> (value: Sector, tokens: Range<Int>)? {
        let near = subject ?? project?.tokens
        if let project, let sector = Sector(rawValue: project.value), sector != .other {
            let within = near.map { analysis.tags(in: $0) } ?? []
            if sector == .manufacturing,
                let special = within.first(where: {
                    [.project, .sector].contains($0.lexeme)
                        && ($0.value == "water_waste"
                            || $0.value == "mining"
                                && ($0.lexeme == .project || within.count { $0.value == "mining" } > 1))
                })
            {
                return (Sector(rawValue: special.value) ?? sector, special.tokens)
            }
            if sector == .manufacturing, let power = within.first(where: { isPower($0, project) }) {
                return (.energy, power.tokens)
            }
            if sector == .trade,
                let other = within.first(where: { $0.lexeme == .project && !["trade", "other"].contains($0.value) })
            {
                return (Sector(rawValue: other.value) ?? sector, other.tokens)
            }
            // "assemble minibuses", "выпуск сеялок": made, not traded or driven.
            if [.trade, .transport, .agriculture, .ict].contains(sector),
                let maker = analysis.tags(
                    in: window(before: near?.lowerBound ?? project.tokens.lowerBound, to: project.tokens.upperBound)
                ).last(where: { $0.lexeme == .build && $0.value == "make" })
            {
                return (.manufacturing, maker.tokens)
            }
            return (sector, project.tokens)
        }
        let hints = analysis.all(.sector, in: near ?? clause) + (near == nil ? [] : analysis.all(.sector, in: clause))
        var counts: [String: Int] = [:]
        for hint in hints { counts[hint.value, default: 0] += 1 }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            let sector = Sector(rawValue: best.key), let tokens = hints.first(where: { $0.value == best.key })?.tokens
        else { return nil }
        return (sector, tokens)
    }

    /// "300 MW plant", "photovoltaic plant": a unit of power in the phrase, or a word of energy right before the noun.
    private func isPower(_ tag: Tag, _ project: Tag) -> Bool {
        if tag.lexeme == .unit { return Self.powerUnits.contains(analysis.text.key(tag.tokens.upperBound - 1)) }
        // "isitish tizimlari zavodi" makes heating systems.
        return (tag.lexeme == .sector || tag.lexeme == .project && !verbLast) && tag.value == "energy"
            && tag.tokens.upperBound == project.tokens.lowerBound
    }

    private static let powerUnits: Set<String> = ["mw", "gw", "мвт", "гвт", "mvt", "gvt", "瓦"]

    /// The most specific home place of the clause, nearest to what is built; not where it was signed.
    func place(in clause: Range<Int>, project: Tag?, status: Range<Int>) -> PlaceMention? {
        let topic = analysis.topics[analysis.passage(of: clause.lowerBound).line]?.place
        let here = analysis.places(in: clause).filter { mention in
            let isDistrict =
                mention.kind == .district && topic?.kind == .city && analysis.isLocative(mention) && !verbLast
            if let topic, let outer = topic.id, mention.tokens != topic.tokens, !isDistrict,
                !(mention.id.map { analysis.data.places.lies($0, in: outer) } ?? false)
            {
                return false
            }
            if let topic, mention.tokens == topic.tokens { return sides.isSite(mention) }
            return !mention.isInsideName && mention.kind.isLocal && sides.isSite(mention)
                && isSaidToBeThere(mention, project, in: clause) && !isOrigin(mention) && !analysis.isContainer(mention)
                && !isSigningPlace(mention, in: clause)
                && (mention.kind != .city || analysis.isLocative(mention) || isBeside(mention, project)
                    || !analysis.has(.travel, in: clause)
                        && analysis.text.passages[Int(analysis.passageOfToken[mention.tokens.lowerBound])].isUnclosed)
        }
        let anchor = project?.tokens ?? status
        if here.isEmpty, let project, analysis.data.tag == .english || analysis.data.tag == .russian,
            !analysis.has(.sign, in: clause) || analysis.all(.build, in: clause).contains(where: { $0.value == "make" })
                || !analysis.has(.travel, in: clause)
        {
            // A thing built abroad: the place stands right behind it.
            return analysis.places(in: clause).first { mention in
                !mention.isInsideName && mention.kind.isLocal && analysis.isLocative(mention)
                    && !analysis.isContainer(mention) && !sides.isSeat(mention, in: clause)
                    && !isSigningPlace(mention, in: clause) && mention.tokens.lowerBound >= project.tokens.upperBound
                    && mention.tokens.lowerBound - project.tokens.upperBound <= 3
            }
        }
        return here.max { a, b in
            (a.kind.specificity, analysis.isLocative(a) ? 1 : 0, -distance(a.tokens, anchor)) < (
                b.kind.specificity, analysis.isLocative(b) ? 1 : 0, -distance(b.tokens, anchor)
            )
        }
    }

    /// English names the place of a thing with a preposition or right before it; a company's seat is none, and a region
    /// that signs is only the second choice.
    private func isSaidToBeThere(_ mention: PlaceMention, _ project: Tag?, in clause: Range<Int>) -> Bool {
        switch analysis.data.tag {
        case .english:
            if sides.isSeat(mention, in: clause) { return false }
            let passage = analysis.passage(of: mention.tokens.lowerBound)
            if passage.isUnclosed || passage.isListItem { return true }
            if let project, mention.tokens.upperBound <= project.tokens.lowerBound,
                project.tokens.lowerBound - mention.tokens.upperBound <= 4
            {
                return true
            }
            var before = mention.tokens.lowerBound - 1
            while before > passage.tokens.lowerBound,
                Self.englishFillers.contains(analysis.text.key(before)) || analysis.isPlace(before)
                    || ["'s", "s", "'", ","].contains(analysis.text.key(before))
            { before -= 1 }
            return before >= passage.tokens.lowerBound
                && [
                    "in", "at", "near", "for", "to", "outside", "around", "across", "within", "into", "beside", "on",
                    "of", "under",
                ].contains(analysis.text.key(before))
        case .russian:
            if sides.isSeat(mention, in: clause) { return false }
            return !(mention.kind == .region && !analysis.isLocative(mention) && sides.actsItself(mention, in: clause))
        case .uzbekLatin, .uzbekCyrillic, .chinese:
            if sides.isSeat(mention, in: clause) { return false }
            if analysis.data.tag.isUzbek, mention.kind == .city, analysis.uzbekSuffix(mention).hasSuffix("dan") {
                return false
            }
            return !(mention.kind == .region && !analysis.isLocative(mention) && sides.actsItself(mention, in: clause))
        }
    }

    private static let englishFillers: Set<String> = [
        "the", "nearby", "central", "southern", "northern", "eastern", "western", "neighbouring", "city", "town",
        "village", "district", "region", "province", "of", "outskirts", "edge", "old",
    ]

    /// "подписано в Карши", "signed in Munich", "在塔什干签署": a city where papers are signed or people meet.
    private func isSigningPlace(_ mention: PlaceMention, in clause: Range<Int>) -> Bool {
        guard mention.kind == .city, analysis.isLocative(mention) else { return false }
        let acts: Set<Lexeme> = [.sign, .meet, .receive, .build, .project, .stage]
        let segment = analysis.segment(around: mention.tokens.lowerBound, in: clause)
        let before = analysis.tags(in: segment.lowerBound..<max(segment.lowerBound, mention.tokens.lowerBound)).last {
            acts.contains($0.lexeme)
        }
        if let before, mention.tokens.lowerBound - before.tokens.upperBound <= 6 {
            return [.sign, .meet, .receive].contains(before.lexeme)
        }
        let after = analysis.tags(in: mention.tokens.upperBound..<max(mention.tokens.upperBound, segment.upperBound))
            .first { acts.contains($0.lexeme) }
        if let after { return [.sign, .meet, .receive].contains(after.lexeme) }
        // "met the governor, …, in Tashkent": a part of its own goes with the verb before it.
        guard before == nil, analysis.data.tag == .english || analysis.data.tag == .russian else { return false }
        let told = analysis.tags(in: clause.lowerBound..<max(clause.lowerBound, mention.tokens.lowerBound)).last {
            acts.contains($0.lexeme)
        }
        return told.map { [.sign, .meet, .receive].contains($0.lexeme) } ?? false
    }

    /// "завод Зарафшана", "Samarkand hospital": right beside what is built.
    private func isBeside(_ mention: PlaceMention, _ project: Tag?) -> Bool {
        guard let project else { return true }
        return distance(mention.tokens, project.tokens) <= 3
    }

    /// Inside "делегация X района" or "хоким X" a place names who acts, not where it is built.
    private func isOrigin(_ mention: PlaceMention) -> Bool {
        analysis.roles.contains { $0.tokens.contains(mention.tokens.lowerBound) }
            || analysis.tag(endingAt: mention.tokens.lowerBound, .delegation) != nil
            || analysis.tag(at: mention.tokens.upperBound, .delegation) != nil
            || analysis.has(
                .administration,
                in: mention.tokens.upperBound..<min(analysis.text.tokens.count, mention.tokens.upperBound + 2))
    }

    func date(in clause: Range<Int>, status: (value: AgreementStatus, tokens: Range<Int>), _ number: Int)
        -> DateMention?
    {
        let all = Array(analysis.dates(in: clause))
        if verbLast, let told = dateOfVerb(in: clause, status: status) { return told }
        let deeds = all.filter { !isOfSpeech($0, status.tokens, in: clause) }
        let here = (deeds.isEmpty ? all : deeds).filter {
            isAhead($0) == (status.value == .planned) && !(verbLast && isBehindVerb($0, status.tokens))
        }
        if let best = (here.isEmpty && status.value == .planned ? all : here).min(by: {
            (distance($0.tokens, status.tokens), -($0.date.day ?? 0)) < (
                distance($1.tokens, status.tokens), -($1.date.day ?? 0)
            )
        }) {
            return best
        }
        if status.value == .planned { return nil }
        // A sentence that names its own company and thing does not lean on the one before.
        let isWhole =
            !sides.organisations(in: clause).isEmpty
            && analysis.all(.project, in: clause).contains { $0.value != "other" } && !analysis.has(.sign, in: clause)
        return isWhole && (analysis.data.tag == .english || analysis.data.tag == .russian)
            ? nil : context.date(before: number)
    }

    /// Uzbek and Chinese tell when before they tell what happened.
    private var verbLast: Bool { analysis.data.tag.isUzbek || analysis.data.tag == .chinese }

    private static let verbs: Set<Lexeme> = [.sign, .stage, .agreed, .future]

    /// "Келишув имзоланган, ускуналар июлда келади": July is not when it was signed.
    private func isBehindVerb(_ mention: DateMention, _ status: Range<Int>) -> Bool {
        guard analysis.tags(in: status).contains(where: { Self.verbs.contains($0.lexeme) }) else { return false }
        return mention.tokens.lowerBound >= status.upperBound
            && analysis.passageOfToken[mention.tokens.lowerBound] == analysis.passageOfToken[status.lowerBound]
    }

    /// "…, the company said in a filing today": the day of the word, not of the deed.
    private func isOfSpeech(_ mention: DateMention, _ status: Range<Int>, in clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .english || analysis.data.tag == .russian else { return false }
        let segment = analysis.segment(around: mention.tokens.lowerBound, in: clause)
        guard !segment.overlaps(status),
            let speech = analysis.tags(in: segment).first(where: { $0.lexeme == .speech || $0.lexeme == .outlet })
        else { return false }
        return distance(speech.tokens, mention.tokens) <= 4
    }

    /// The day told before one of the verbs that tell the status.
    private func dateOfVerb(in clause: Range<Int>, status: (value: AgreementStatus, tokens: Range<Int>)) -> DateMention?
    {
        guard let chosen = analysis.tags(in: status.tokens).first(where: { [.sign, .stage].contains($0.lexeme) }) else {
            return nil
        }
        let same = analysis.tags(in: clause).filter {
            $0.lexeme == chosen.lexeme && $0.value == chosen.value && $0.tokens.lowerBound >= chosen.tokens.lowerBound
        }
        for verb in same {
            let passage = analysis.passage(of: verb.tokens.lowerBound).tokens
            let before = max(clause.lowerBound, passage.lowerBound)..<verb.tokens.upperBound
            let fits = analysis.dates(in: before).filter { isAhead($0) == (status.value == .planned) }
            if let near = fits.last { return fits.last { $0.date.day != nil && near.date.holds($0.date) } ?? near }
        }
        return nil
    }

    /// "запуск в 2025 году", "до конца года": a date ahead is no date of the signing.
    private func isAhead(_ mention: DateMention) -> Bool {
        guard let published = analysis.published?.date.date else { return false }
        if mention.date.year != published.year { return mention.date.year > published.year }
        guard let month = mention.date.month else { return false }
        if month != published.month { return month > published.month ?? 12 }
        return (mention.date.day ?? 0) > (published.day ?? 31)
    }

    /// "девять документов", "5 ta hujjat", "14 projects".
    private func count(_ papers: [Tag], _ projects: [Tag], _ clause: Range<Int>) -> Int? {
        if analysis.data.tag == .chinese {
            // 合作文件7份
            for paper in papers {
                if let number = NumberReader(analysis: analysis).number(at: paper.tokens.upperBound), number.value >= 2,
                    number.value < 500, number.tokens.upperBound < clause.upperBound,
                    ["份", "项", "个"].contains(analysis.text.key(number.tokens.upperBound))
                {
                    return Int(number.value)
                }
            }
        }
        for tag in papers.isEmpty ? projects.filter({ $0.value == "other" }) : papers {
            for back in 1...3 {
                let start = tag.tokens.lowerBound - back
                guard start >= clause.lowerBound, analysis.text.tokens[start].kind != .sign else { break }
                if let number = NumberReader(analysis: analysis).number(at: start),
                    number.tokens.upperBound <= tag.tokens.lowerBound, number.value >= 2, number.value < 500,
                    number.value == number.value.rounded(),
                    !analysis.money.contains(where: { $0.tokens.overlaps(number.tokens) }),
                    !analysis.dates.contains(where: { $0.tokens.overlaps(number.tokens) })
                {
                    return Int(number.value)
                }
            }
        }
        return nil
    }
}
