internal import Deals
internal import Languages
internal import SourceText

/// Finds the agreements of a text: clauses are read, joined to deals, and filled from what stands around them.
struct AgreementRules {
    let analysis: Analysis
    let sides: SideRules
    let context: DiscourseContext
    let meetings: [MeetingDraft]

    var cues: DealCueRules {
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
                if inList, analysis.data.tag == .russian {
                    for index in items.indices where items[index].date == nil && items[index].status.value == .signed {
                        items[index].date = context.dayOfList(before: number)
                    }
                }
                drafts += items
                continue
            }
            var new = cues.drafts(in: number).filter { !sumsUp($0) }
            for index in new.indices where new[index].isUpdate { openParagraph(&new[index], passage, drafts, cues) }
            for index in new.indices where new[index].refersToSides && !new[index].presentsSides {
                fillSides(&new[index], from: drafts)
            }
            if let total = drafts.last(where: \.isPackage), total.hasOwnDate, analysis.data.tag == .russian,
                passage.line - analysis.text.passages[total.passages[0]].line <= 1
            {
                // "В частности, X и Y заключили контракт": of the day of the total.
                for index in new.indices
                where !new[index].isPackage && !new[index].hasOwnDate && new[index].status.value == .signed {
                    new[index].date = total.date
                }
            }
            if let told = head, !inList, new.allSatisfy({ !$0.isPackage }) { takeAsParts(&new, of: told) }
            drafts += new
            if denies(number) {
                drafts.removeAll {
                    $0.passages.contains(number - 1) && [.announced, .planned].contains($0.status.value)
                }
            }
            if opensList(passage, new) {
                inList = true
                // "Forum yakunlari bo‘yicha quyidagi kelishuvlar imzolandi:" leads its items, counted or not.
                let signing =
                    analysis.data.tag.isUzbek ? new.last { $0.status.value == .signed && $0.namesNobody } : nil
                head = new.last(where: \.isPackage) ?? signing ?? drafts.last(where: \.isPackage)
            }
        }
        return drafts
    }

    /// "Фармацевтический кластер в X районе. Индийцы из A держат забор. Строительство остановлено.": the first words of
    /// a paragraph about a deal's stage take the thing and the company from the sentences before them.
    private func openParagraph(
        _ draft: inout DealDraft, _ passage: Passage, _ drafts: [DealDraft], _ cues: DealCueRules
    ) {
        guard analysis.data.tag == .russian, draft.tellsStatus,
            draft.rules.first.map({ $0.hasPrefix("update:") && $0 != "update:sign" && $0 != "update:sum" }) ?? false,
            !drafts.suffix(6).contains(where: {
                $0.passages.contains { analysis.text.passages[$0].line == passage.line }
            })
        else { return }
        var company: Side?
        for number in stride(from: draft.passages[0] - 1, through: max(0, draft.passages[0] - 4), by: -1) {
            let earlier = analysis.text.passages[number]
            guard number >= 0, earlier.line == passage.line else { break }
            if company == nil { company = sides.organisations(in: earlier.tokens).last }
            guard let project = analysis.all(.project, in: earlier.tokens).first(where: { $0.value != "other" }) else {
                continue
            }
            if draft.organisations.isEmpty, let company { draft.parties.append(company) }
            guard !draft.organisations.isEmpty else { return }
            draft.project = project
            draft.subject = cues.subjects.phrase(of: project, in: earlier.tokens)
            draft.sector = cues.sector(project, subject: draft.subject, in: earlier.tokens)
            draft.place = draft.place ?? cues.place(in: earlier.tokens, project: project, status: project.tokens)
            draft.isUpdate = false
            draft.isVague = false
            return
        }
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
        if item.date == nil, [.signed, .announced].contains(item.status.value),
            head.hasOwnDate || analysis.data.tag.isUzbek
        {
            item.date = head.date
        }
        guard head.organisations.count == 1, head.parties.contains(where: \.isPlace) else { return }
        for side in head.parties where !item.parties.contains(where: { $0.party == side.party }) {
            item.parties.append(side)
        }
    }

    /// "…, denied it", "That is not true": takes back what the sentence before it in the paragraph told.
    private func denies(_ number: Int) -> Bool {
        guard number > 0, analysis.text.passages[number - 1].line == analysis.text.passages[number].line else {
            return false
        }
        return analysis.all(.refusal, in: analysis.text.passages[number].tokens).contains { $0.value == "denial" }
    }

    /// The paragraph behind a package's lead tells its parts in plain sentences ("Under the first, …", "The third deal,
    /// …"): each with a company and a sum, and signed with the package.
    private func takeAsParts(_ drafts: inout [DealDraft], of head: DealDraft) {
        guard head.isPackage, head.status.value == .signed else { return }
        let line = analysis.text.passages[head.passages.last ?? 0].line
        for index in drafts.indices {
            let draft = drafts[index]
            let gap = analysis.text.passages[draft.passages[0]].line - line
            guard gap == 1, draft.status.value == .announced, !draft.isUpdate, !draft.isPackage, draft.amount != nil,
                !draft.organisations.isEmpty, !analysis.has(.background, in: draft.clause)
            else { continue }
            drafts[index].status.value = .signed
            drafts[index].isListItem = true
            inherit(&drafts[index], from: head)
        }
    }

    func agreements() -> [DealDraft] {
        let cues = cues
        let drafts = drafts()
        var deals = DealMerging(analysis: analysis, sides: sides).merged(drafts)
        for index in deals.indices { complete(&deals[index], cues, others: deals) }
        addHeadline(&deals, cues)
        addLeadDay(&deals, told: drafts)
        if analysis.data.tag.isUzbek {
            for index in deals.indices where deals[index].isLoan { addLoanTarget(&deals[index], others: deals) }
        }
        followMain(&deals)
        deals = deals.filter {
            !$0.isUpdate || $0.passages.count > 1 && !$0.rules.allSatisfy { $0.hasPrefix("update") }
                || analysis.data.tag.isUzbek && $0.organisations.count >= 2 && $0.amount != nil
        }.filter(isWorthRecording)
        // A total whose parts are all told one by one is no record beside them.
        let items = deals.count { $0.isListItem && !$0.isPackage }
        deals = deals.filter { !($0.isPackage && !$0.isListItem && items > 1 && $0.count == items) }
        // So is one whose parts' sums add up to it.
        deals = deals.filter { deal in
            guard deal.isPackage, let whole = deal.amount?.money else { return true }
            let parts = deals.filter { !$0.isPackage && $0.status.value == deal.status.value }.compactMap(
                \.amount?.money
            ).filter {
                $0.currency == whole.currency
            }
            return parts.count < 2 || deal.count.map { $0 != parts.count } ?? false
                || abs(parts.reduce(0) { $0 + $1.value } - whole.value) > 0.005 * whole.value
        }
        // A headline or lead that names no company and no sum only sums up what the body tells, and so does a vague
        // sentence anywhere.
        let head = leadPassages
        let told = deals.filter { !$0.isVague && (!$0.organisations.isEmpty || $0.amount != nil) }
        if !told.isEmpty {
            deals = deals.filter { deal in
                if deal.isVague, deal.passages.count == 1 { return false }
                return
                    !(Set(deal.passages).isSubset(of: head) && deal.organisations.isEmpty && deal.amount == nil
                    && !(deal.parties.count >= 2 && deal.hasOwnDate)
                    && !(deal.isPackage && deal.parties.count >= 2 && deal.count.map { $0 > 1 } ?? false))
            }
        }
        return deals
    }

    /// "Chorshanba kuni … uch hujjatga imzo qo‘yildi": the day of the ceremony that the lead tells holds for the papers
    /// told one by one behind it.
    private func addLeadDay(_ deals: inout [DealDraft], told drafts: [DealDraft]) {
        guard analysis.data.tag.isUzbek,
            let lead = drafts.first(where: { draft in
                draft.passages.contains { leadPassages.contains($0) } && draft.status.value == .signed
                    && draft.hasOwnDate
                    && (draft.isPackage || draft.isVague) && draft.kind?.value ?? .unspecified == .unspecified
            })
        else { return }
        for index in deals.indices
        where deals[index].date == nil && deals[index].status.value == .signed && !deals[index].isLoan
            && deals[index].passages[0] > lead.passages[0]
        {
            deals[index].date = lead.date
        }
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
        // In Uzbek the lead may name the thing whose story the text tells.
        let last = analysis.data.tag.isUzbek ? line + 3 : line
        for number in analysis.articlePassages where analysis.text.passages[number].line <= last {
            if analysis.text.passages[number].line > line, deals[main].passages[0] <= number { break }
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

    /// A record needs a side, an amount or a place, and something that it is about.
    private func isWorthRecording(_ deal: DealDraft) -> Bool {
        let about = deal.project != nil || deal.amount != nil || deal.kind != nil
        let told = !deal.organisations.isEmpty || deal.amount != nil
        let official = !deal.parties.isEmpty && deal.kind != nil && deal.kind!.value != .unspecified
        let named =
            deal.kind.map { $0.value != .unspecified } ?? false && deal.project.map { $0.value != "other" } ?? false
            && (deal.place != nil && [.stalled, .cancelled].contains(deal.status.value)
                || deal.hasOwnDate && [.planned, .signed].contains(deal.status.value) && analysis.data.tag == .russian)
        let headline =
            deal.passages.contains { leadPassages.contains($0) } && deal.project.map { $0.value != "other" } ?? false
            && deal.place != nil
        return about && (told || official || headline || named)
    }
}
