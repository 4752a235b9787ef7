internal import Deals
internal import Languages
internal import SourceText

/// That a clause tells a deal, and how far the deal has come.
struct DealTelling {
    let status: (value: AgreementStatus, tokens: Range<Int>)
    /// Names of the rules that said so.
    let rules: [String]
    /// See ``DealDraft/isUpdate``.
    let isUpdate: Bool
    /// See ``DealDraft/tellsStatus``.
    let tellsStatus: Bool
}

/// The rules by which a clause tells a deal, the surest first; the first that holds decides.
extension DealCueRules {
    func telling(_ words: ClauseWords) -> DealTelling? {
        let (clause, number) = (words.clause, words.number)
        var rules: [String] = []
        var isUpdate = false
        var tellsStatus = true
        let status: (value: AgreementStatus, tokens: Range<Int>)
        if isStatisticalNote(clause, words.organisations, words.papers, words.solid) { return nil }
        let isStopped = decisive(words.stages, clause).map { ["stalled", "cancelled"].contains($0.value) } ?? false
        if words.refusal != nil, !isStopped, words.signs.count <= 1,
            !(words.future.count > 0 && words.papers.contains { !words.isRefused($0) }),
            !words.signs.contains(where: { !words.isRefused($0) && isPlanned($0, clause) })
        {
            return nil
        }
        if verbLast, analysis.data.tag == .chinese, words.signs.isEmpty, words.agreed.isEmpty, words.stages.isEmpty,
            isStatistics(words.solid, words.papers, clause)
        {
            return nil
        }
        if words.papers.isEmpty, words.solid.isEmpty, words.agreed.isEmpty, words.refusal == nil, !words.money.isEmpty,
            let gift = gift(in: clause)
        {
            // "The embassy donated 2 million rupees; the ceremony was held …", "handed over aid worth …"
            status = (["pledge", "offer"].contains(gift.give.value) ? .announced : .financing, gift.give.tokens)
            rules.append("aid")
        } else if let stage = decisive(words.stages, clause),
            !words.solid.isEmpty || !words.papers.isEmpty || words.inDealList || analysis.has(.project, in: clause)
        {
            let value = AgreementStatus(rawValue: stage.value) ?? .construction
            // "opened a credit line for the plant": the words.money is there, not the plant.
            let isCredit =
                value == .operating
                && analysis.has(
                    .loan, in: stage.tokens.upperBound..<min(clause.upperBound, stage.tokens.upperBound + 9))
                && !words.amounts.isEmpty
            status = (isCredit ? .financing : value, stage.tokens)
            rules.append("stage:\(status.value.rawValue)")
        } else if let stage = decisive(words.stages, clause), words.solid.isEmpty, words.papers.isEmpty,
            words.signs.isEmpty
        {
            status = (AgreementStatus(rawValue: stage.value) ?? .construction, stage.tokens)
            rules.append("update:\(stage.value)")
            // "… начала работать линия: её построила X, вложив 380 млн": with its own company and sum it is a deal.
            // "Jahon banki … uchun 143 mln dollar ajratishni ma’qulladi": a lender and its sum are a deal too.
            let isOwn = analysis.data.tag == .russian || analysis.data.tag.isUzbek && stage.value == "financing"
            isUpdate = !(isOwn && !words.organisations.isEmpty && !words.amounts.isEmpty)
        } else if let sign = words.signs.first(where: { !isDenied($0, clause) && !words.isRefused($0) }),
            !words.papers.isEmpty || analysis.has(.package, in: clause)
                || !words.organisations.isEmpty && !words.agreed.isEmpty
                || isSigningOfPapers(sign, words.organisations)
        {
            if isOnlyUrged(sign, clause) { return nil }
            let isPlanned = isPlanned(sign, clause) || words.refusal != nil
            // "left without signing the paper that had been in the making for a year"
            if words.refusal != nil, !self.isPlanned(sign, clause),
                analysis.data.tag == .russian || analysis.data.tag == .english
            {
                return nil
            }
            status = (isPlanned ? .planned : .signed, sign.tokens)
            rules.append(isPlanned ? "sign:planned" : "sign")
        } else if let paper = termsOf(words.papers, in: clause), words.signs.isEmpty, !words.amounts.isEmpty,
            words.stages.isEmpty
        {
            status = (.announced, paper.tokens)
            rules.append("update:terms")
            isUpdate = true
            tellsStatus = false
        } else if let planned = words.future.first,
            let paper = words.papers.first(where: { $0.value != "unspecified" && !words.isRefused($0) }),
            words.organisations.count + sides.roles(in: clause).count > 0 || !words.amounts.isEmpty,
            !isLaterWork(planned, words.papers, clause)
        {
            status = (.planned, planned.tokens.lowerBound < paper.tokens.lowerBound ? planned.tokens : planned.tokens)
            rules.append("paper:planned")
        } else if let total = total(words.papers, words.amounts, in: clause), words.future.isEmpty,
            words.refusal == nil, !words.inDealList,
            !analysis.has(.proposal, in: clause), !analysis.has(.background, in: clause)
        {
            status = (.signed, total.paper.tokens)
            rules.append("total")
        } else if words.inDealList, !isRunOnAccord(words), !words.solid.isEmpty || !words.amounts.isEmpty,
            !words.organisations.isEmpty || !words.amounts.isEmpty || words.local
        {
            let anchor = words.papers.first?.tokens ?? words.solid.first?.tokens ?? words.amounts[0].tokens
            status = (.signed, anchor)
            rules.append("list")
        } else if words.inDealList, let paper = words.papers.first, words.refusal == nil, !words.negated,
            words.organisations.count
                + analysis.places(in: clause).count(where: { !$0.isInsideName && $0.kind.isLocal }) >= 2
        {
            // "институт биохимии и центр вакцин — меморандум о совместных исследованиях"
            status = (words.future.isEmpty ? .signed : .planned, paper.tokens)
            rules.append("list:paper")
        } else if words.inDealList, let paper = openingPaper(words), words.refusal == nil, !words.negated {
            // "• Соглашение между правительствами двух стран о …": an item that opens with its paper.
            status = (words.future.isEmpty ? .signed : .planned, paper.tokens)
            rules.append("list:opens")
        } else if words.inDealList, let paper = words.papers.first,
            count(words.papers, words.projects, clause) ?? 1 > 1
                || analysis.data.tag.isUzbek && paper.value != "unspecified" && !words.organisations.isEmpty
        {
            status = (.signed, paper.tokens)
            rules.append("list:several")
        } else if let paper = ordinalPaper(words.papers, in: clause), words.refusal == nil, words.future.isEmpty {
            status = (.signed, paper.tokens)
            rules.append("paper:ordinal")
        } else if let paper = references.paperWithSide(words.papers, in: clause), words.refusal == nil, !words.negated,
            words.future.isEmpty,
            !analysis.has(.proposal, in: clause)
        {
            status = (.signed, paper.tokens)
            rules.append("paper:with")
        } else if let accord = words.agreed.first, !analysis.has(.proposal, in: clause) || !words.solid.isEmpty {
            let planned = words.future.first { coming in
                (words.papers + words.signs).contains {
                    between($0.tokens, coming.tokens).count <= 3
                        && (!verbLast
                            || analysis.segment(around: coming.tokens.lowerBound, in: clause).contains(
                                $0.tokens.lowerBound))
                }
            }
            status = (planned == nil ? .announced : .planned, planned?.tokens ?? accord.tokens)
            rules.append(planned == nil ? "agreed" : "agreed:planned")
        } else if let sign = words.signs.first(where: { !isDenied($0, clause) && !words.isRefused($0) }),
            words.papers.isEmpty,
            words.refusal == nil, analysis.data.tag == .russian || analysis.data.tag == .english
        {
            // "The signing took place on Sunday", "Подписывать будем в апреле": of the paper told before.
            status = (isPlanned(sign, clause) ? .planned : .signed, sign.tokens)
            rules.append("update:sign")
            // A signing to come between companies named around it is a deal of its own.
            isUpdate =
                words.solid.isEmpty && status.value == .signed
                || status.value == .planned && words.organisations.isEmpty
                    && sides.organisations(in: analysis.passage(of: clause.lowerBound).tokens).isEmpty
                    && context.organisations(before: number, in: sides, lines: 0).count < 2
        } else if verbLast, words.solid.isEmpty, words.builds.isEmpty,
            let number = count(words.papers, words.projects, clause), number > 1,
            let paper = words.papers.first, !words.amounts.isEmpty, words.future.isEmpty
        {
            status = (.signed, paper.tokens)
            rules.append("total")
        } else if let build = words.builds.first ?? words.invests.first ?? words.announces.first,
            !words.solid.isEmpty || !words.invests.isEmpty && !words.amounts.isEmpty,
            !words.organisations.isEmpty || !words.amounts.isEmpty || words.local || number == 0,
            !isStatistics(words.solid, words.papers, clause)
        {
            if isProposed(build, words),
                words.amounts.isEmpty
                    || isSupposed(words.builds.first ?? words.invests.first ?? build, in: clause)
                        && words.organisations.isEmpty
                        && words.papers.isEmpty
            {
                return nil
            }
            // What an office offers, or says of a land, is no deal of anybody's.
            if analysis.data.tag == .chinese, words.organisations.allSatisfy({ references.isInstitution($0) }),
                analysis.has(.proposal, in: clause)
                    && (!words.organisations.isEmpty || !isMetHere(number) || isRefusedBehind(number))
                    || words.amounts.isEmpty && words.announces.isEmpty && words.future.isEmpty
                        && analysis.has(.speech, in: clause)
            {
                return nil
            }
            // "met managers of a firm that makes chargers": whom somebody met is no project.
            if words.amounts.isEmpty, words.future.isEmpty, words.announces.isEmpty,
                [Lexeme.meet, .receive, .call].contains(where: { analysis.has($0, in: clause) })
            {
                return nil
            }
            if isFragment(words.solid, in: clause, number)
                || isOnlyIntended(words.organisations, words.amounts, words.local)
                || isOnlyPossible(clause, words.organisations, words.papers)
            {
                return nil
            }
            status = (.announced, build.tokens)
            rules.append("project")
            // A sentence that tells nothing but a sum only goes on about a deal.
            if words.solid.isEmpty, words.organisations.isEmpty, !isNearTop(number) { isUpdate = true }
        } else if let build = words.builds.first, !words.amounts.isEmpty, !words.organisations.isEmpty,
            !words.future.isEmpty || !words.announces.isEmpty, !analysis.has(.proposal, in: clause),
            words.papers.isEmpty
        {
            // "… будет выпускать детское питание; на это уйдёт 9 млн долларов": what is made needs no word of the tables.
            status = (.announced, build.tokens)
            rules.append("project:open")
        } else if let build = words.builds.last, words.papers.isEmpty, words.refusal == nil, !words.negated,
            words.organisations.contains(where: { !references.isInstitution($0) }),
            !analysis.has(.proposal, in: clause), !analysis.has(.background, in: clause),
            !analysis.places(in: clause).isEmpty, subjects.uzbekBuilt(words.builds, in: clause) != nil
        {
            // "SOKAR O‘zbekistonda 120 ta yoqilg‘i quyish shoxobchasi quradi": whatever the thing is called.
            status = (.announced, build.tokens)
            rules.append("project:named")
        } else if let number = count(words.papers, words.projects, clause), number > 1, let paper = words.papers.first,
            let amount = words.amounts.first, words.future.isEmpty
        {
            // "Итог — девять документов на общую сумму 186 миллионов долларов."
            status = (.signed, paper.tokens.lowerBound < amount.tokens.lowerBound ? paper.tokens : amount.tokens)
            rules.append("total")
        } else if let thing = words.solid.first, !words.amounts.isEmpty, !words.organisations.isEmpty,
            !analysis.has(.proposal, in: clause), !analysis.has(.negation, in: clause)
        {
            // A sentence without a verb: "Стекольный завод, 43 млрд тенге, ТОО «…»."
            status = (.announced, thing.tokens)
            rules.append("bare")
        } else if let paper = words.papers.first(where: { $0.value != "unspecified" && !words.isRefused($0) }),
            words.refusal == nil,
            !words.negated, words.future.isEmpty, !analysis.has(.proposal, in: clause),
            !words.amounts.isEmpty || !words.organisations.isEmpty,
            analysis.dates(in: clause).contains(where: { !isAhead($0) }),
            analysis.data.tag == .english || analysis.data.tag == .russian
        {
            // "the real contract, for $48 million, came that July": a paper with its day and sum.
            status = (.signed, paper.tokens)
            rules.append("paper:dated")
        } else if let loan = analysis.all(.loan, in: clause).first, !words.amounts.isEmpty, !words.organisations.isEmpty
        {
            status = (.financing, loan.tokens)
            rules.append("loan")
        } else if let revised = words.amounts.first(where: { age(of: $0) == "now" }), words.organisations.isEmpty,
            !analysis.has(.otherAmount, in: clause), analysis.data.tag == .english || analysis.data.tag == .russian
        {
            // "The plant was built for $88.5 million", "Стоимость выросла до 92 млн": of the deal told before.
            status = (.announced, revised.tokens)
            rules.append("update:sum")
            isUpdate = true
            tellsStatus = false
        } else if let build = words.builds.first, analysis.data.tag.isUzbek || analysis.data.tag == .chinese,
            words.papers.isEmpty,
            words.signs.isEmpty, !words.organisations.isEmpty, !words.projects.isEmpty, !words.negated,
            !analysis.has(.proposal, in: clause)
        {
            // "Loyihani X kompaniyasi Y bilan hamkorlikda amalga oshirdi": who stands behind the deal told before.
            status = (.announced, build.tokens)
            rules.append("update:who")
            isUpdate = true
        } else if let sum = labelledSum(words.amounts, in: clause, number), words.organisations.isEmpty {
            status = (.announced, sum.tokens)
            rules.append("update:label")
            isUpdate = true
            tellsStatus = false
        } else if let gift = gift(in: clause), words.refusal == nil {
            status = (["pledge", "offer"].contains(gift.give.value) ? .announced : .financing, gift.give.tokens)
            rules.append("aid")
        } else if let partners = presentation(in: clause, words.organisations) {
            status = (.announced, partners)
            rules.append("update:sides")
            isUpdate = true
            tellsStatus = false
        } else {
            return nil
        }
        return DealTelling(status: status, rules: rules, isUpdate: isUpdate, tellsStatus: tellsStatus)
    }
}
