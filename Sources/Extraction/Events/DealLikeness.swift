internal import Deals
internal import Languages
internal import SourceText

/// How much two drafts look like one deal.
extension DealMerging {
    /// In how many paragraphs' drafts each company stands.
    func fame(in drafts: [DealDraft]) -> [Party: Int] {
        var lines: [Party: Set<Int>] = [:]
        for draft in drafts { for party in draft.organisations { lines[party, default: []].insert(line(of: draft)) } }
        return lines.mapValues(\.count)
    }

    /// How much speaks for one deal; visible weights, added up.
    func likeness(_ deal: DealDraft, _ draft: DealDraft, _ fame: [Party: Int]) -> Double {
        if deal.isPackage != draft.isPackage { return -9 }
        if !analysis.areInOneSection(deal.passages[0], draft.passages[0]) { return -9 }
        if deal.isPackage, let x = deal.count, let y = draft.count, x != y { return -9 }
        if deal.isLoan != draft.isLoan, !refersBack(draft, to: deal) { return -9 }
        // What is being built stands on the contract of the text, not on the memorandum before it.
        if hasContract, let rung = deal.status.value.rung, rung >= 3, let kind = draft.kind?.value,
            kind == .memorandum || kind == .intent, draft.status.value == .signed, draft.hasOwnDate
        {
            return -9
        }
        if deal.isListItem, draft.isListItem { return -9 }
        let apart = analysis.text.passages[draft.passages[0]].line - analysis.text.passages[deal.passages.last!].line
        if deal.isVague, apart > 0 { return -9 }
        var score = 0.0
        var isSupported = draft.isUpdate
        let a = deal.organisations
        let b = draft.organisations
        if !a.isEmpty, !b.isEmpty {
            let shared = a.intersection(b)
            isSupported = !shared.isEmpty
            if shared.isEmpty {
                score -= refersBack(draft) && apart <= 1 ? 0 : 2.5
            } else if shared.count < min(a.count, b.count), a.count > 1, b.count > 1 {
                score -= 1.5  // one company's deals with two others
            } else {
                // A company that the whole text is about says little.
                let rarest = shared.map { fame[$0] ?? 1 }.min() ?? 1
                score += 2 / (1 + 0.4 * Double(rarest - 1))
            }
        }
        if refersBack(draft, to: deal) {
            score += 3
            isSupported = true
        }
        if verbLast, signsElsewhere(deal, draft) { score -= 2 }
        if let x = deal.amount?.money, let y = draft.amount?.money {
            if x.isSameSum(as: y) {
                score += 2.5
                isSupported = true
            } else if x.currency != y.currency {
                if analysis.data.tag == .english || analysis.data.tag.isUzbek { score -= 1 }
            } else {
                score -= draft.isRevised || deal.isRevised ? 0 : 2
            }
        }
        if let x = deal.project, let y = draft.project {
            if x.value == y.value || x.value == "other" || y.value == "other" { isSupported = true }
            if verbLast, areOfDifferentKinds(x, y) {
                score -= 0.5
            } else if sameWord(x, y) {
                score += 1.5
                isSupported = true
            } else if x.value == y.value {
                score += 0.5
            } else if x.value != "other", y.value != "other" {
                score -= 1.5
            }
        }
        if let x = deal.place, let y = draft.place {
            if x.id == y.id || isTownOf(x, y) {
                score += 1
                isSupported = true
            } else if lies(x, y) || lies(y, x) || isEponym(x, of: y) || isEponym(y, of: x) {
                score += 0.5
                isSupported = true
            } else {
                score -= 1.5
            }
        }
        if let x = deal.kind?.value, let y = draft.kind?.value, x != .unspecified, y != .unspecified, x != y {
            score -= x == .memorandum || y == .memorandum || x == .intent || y == .intent ? 2.5 : 0.5
        }
        // A signing later than the building of what it is for is another paper.
        if let rung = deal.status.value.rung, rung >= 4, draft.status.value == .signed, deal.hasOwnDate,
            draft.hasOwnDate, let x = deal.date?.date, let y = draft.date?.date, x < y, !x.holds(y)
        {
            score -= 3
        }
        // "Separately, …": with companies of its own.
        if !b.isEmpty || draft.project.map({ $0.value != "other" }) ?? false, opensAnew(draft) {
            score -= analysis.data.tag == .chinese ? 3 : 1.5
            if analysis.data.tag.isUzbek, apart > 0, let place = draft.place, deal.place?.id != place.id { return -9 }
        }
        if contrasts(draft, with: deal) { score -= 2 }
        // What is still to be signed is not what has been.
        if draft.status.value == .planned, let rung = deal.status.value.rung, rung >= 2, let kind = draft.kind?.value,
            kind == deal.kind?.value
        {
            score -= 3
        }
        // A deal whose two sides are known takes no third company with a second one of its own.
        if deal.parties.count >= 2, deal.kind != nil, b.count >= 2, !b.isSubset(of: a) { score -= 1.5 }
        // "The contract was signed on Tuesday": the paper told before, and nothing new.
        if let kind = draft.kind?.value, kind == deal.kind?.value || deal.kind == nil && isNear(deal, draft),
            draft.amount == nil, draft.project == nil || draft.project?.value == "other",
            b.isEmpty || !b.isDisjoint(with: a)
        {
            score += 0.8
        }
        let gap = analysis.text.passages[draft.passages[0]].line - analysis.text.passages[deal.passages.last!].line
        if gap <= 0 { score += 1.2 } else if gap == 1 { score += 0.5 }
        if gap <= 1, refersBack(draft) { score += 1.5 }
        // The headline and lead tell the text's main deal.
        if isHeadline(deal) { score += 0.8 }
        // Two signings on different days are two papers.
        if deal.status.value == .signed, draft.status.value == .signed, deal.hasOwnDate, draft.hasOwnDate,
            let x = deal.date?.date, let y = draft.date?.date, !x.holds(y), !y.holds(x)
        {
            score -= 4
        }
        // Another thing, and neither side, sum nor place says that it is the same deal.
        if let x = deal.project, let y = draft.project, !isSupported, x.value != y.value { return -9 }
        // A text that opens with how things stand goes on with whose deal it is.
        if verbLast, a.isEmpty, deal.rules.first?.hasPrefix("update") ?? false { score += 0.4 }
        // "Nima quriladi? … zavodi": a detail in a list under the deal.
        if !draft.isListItem, analysis.text.passages[draft.passages[0]].isListItem, b.isEmpty { score += 0.6 }
        // A sentence that only tells a sum of what was spoken of.
        if draft.organisations.isEmpty, draft.project == nil || draft.project!.value == "other",
            draft.status.value == .announced, draft.amount != nil
        {
            score += 0.6
        }
        if analysis.data.tag == .chinese, isAnotherThing(deal, draft) { score -= 1.5 }
        // What one of them leaves open cannot speak against.
        if a.isEmpty || b.isEmpty { score += 0.4 }
        if deal.amount == nil || draft.amount == nil { score += 0.3 }
        if deal.place == nil || draft.place == nil { score += 0.2 }
        return score
    }

    /// "Sinklash liniyasi loyihasini esa vaqtincha to‘xtatdik": another thing set against the one told before.
    private func contrasts(_ draft: DealDraft, with deal: DealDraft) -> Bool {
        guard analysis.data.tag.isUzbek, let x = deal.project, let y = draft.project, y.value != "other",
            !sameWord(x, y)
        else { return false }
        let opening = draft.clause.lowerBound..<min(draft.clause.upperBound, draft.clause.lowerBound + 8)
        let isOver = draft.status.value == .stalled || draft.status.value == .cancelled
        let isApart =
            opening.contains { analysis.text.key($0) == "esa" } || analysis.has(.background, in: opening)
        return isOver && isApart && deal.status.value != draft.status.value
    }

    /// "sement zavodi" and "ohak zavodi": the same head with different words before it.
    private func areOfDifferentKinds(_ a: Tag, _ b: Tag) -> Bool {
        guard analysis.data.tag.isUzbek, a.tokens.count == 1, b.tokens.count == 1, sameWord(a, b),
            let x = modifier(of: a), let y = modifier(of: b)
        else { return false }
        return !Coreference.sameWord(x, y)
    }

    private func modifier(of project: Tag) -> String? {
        let before = project.tokens.lowerBound - 1
        guard before >= 0, analysis.passageOfToken[before] == analysis.passageOfToken[before + 1],
            analysis.text.tokens[before].kind == .word, !analysis.text.tokens[before].traits.contains(.capital),
            !analysis.isPlace(before), !analysis.isOrganisation(before), analysis.tag(at: before, .unit) == nil
        else { return nil }
        let key = String(analysis.text.key(before))
        let vague: Set<String> = [
            "yangi", "bu", "shu", "ushbu", "mazkur", "zamonaviy", "yirik", "eski", "katta", "bir", "va", "hamda",
            "birinchi", "ikkinchi", "uchinchi", "qo'shma", "o'sha",
        ]
        if vague.contains(key)
            || ["gi", "da", "dan", "ga", "gan", "kan", "lik", "li", "ning", "ni", "uvchi", "adigan"].contains(where: {
                key.hasSuffix($0)
            })
        {
            return nil
        }
        return key
    }

    /// "Kontrakt 12-may kuni … imzolangan": a paper without a word before it is the one told just before.
    private func refersBack(_ draft: DealDraft, to deal: DealDraft) -> Bool {
        guard analysis.data.tag.isUzbek, !draft.isListItem, !deal.isPackage, let kind = draft.kind,
            deal.kind?.value == kind.value || deal.kind == nil || deal.kind?.value == .unspecified
                || kind.value == .unspecified
        else { return false }
        var first = draft.clause.lowerBound
        var points = false
        while first < draft.clause.upperBound,
            analysis.text.tokens[first].kind != .word || Self.pointing.contains(analysis.text.key(first))
        {
            points = points || analysis.text.tokens[first].kind == .word
            first += 1
        }
        guard kind.value != .unspecified || points || draft.status.value == .planned else { return false }
        return first == kind.tokens.lowerBound && kind.tokens.count == 1 && isNear(deal, draft)
    }

    /// "Tegishli …", "Bu haqdagi …", "Mazkur …": the paper told just before.
    private static let pointing: Set<String> = [
        "tegishli", "mazkur", "ushbu", "bu", "shu", "haqdagi", "haqda", "boradagi", "borada", "bo'yicha", "bunga",
        "oid",
        "doir", "xususdagi", "xususda", "tegishlicha", "bunday", "yuzasidan",
    ]

    private func opensAnew(_ draft: DealDraft) -> Bool {
        if analysis.data.tag == .chinese, opensAnewInChinese(draft) { return true }
        return analysis.has(
            .another, in: draft.clause.lowerBound..<min(draft.clause.upperBound, draft.clause.lowerBound + 4))
    }

    /// …还在推进另外两个项目：一是…; 另一个海外项目进展顺利。其…
    private func opensAnewInChinese(_ draft: DealDraft) -> Bool {
        let start = draft.clause.lowerBound
        let end = draft.status.tokens.lowerBound
        if start < end, analysis.has(.another, in: start..<end) { return true }
        let number = draft.passages[0]
        let passages = analysis.text.passages
        return number > 0 && passages[number - 1].line == passages[number].line
            && Hanzi.set("其它该該").contains(analysis.han(start))
            && analysis.has(.another, in: passages[number - 1].tokens)
    }

    /// 该厂…, 项目总投资…: a Chinese sentence that opens with the thing told before.
    private func refersBack(_ draft: DealDraft) -> Bool {
        guard analysis.data.tag == .chinese, !draft.isPackage else { return false }
        let start = draft.clause.lowerBound
        let isDemonstrative = Hanzi.set("该该此这這").contains(analysis.han(start))
        if isDemonstrative, Hanzi.set("厂线站园场矿桥路馆廠站").contains(analysis.han(start + 1)) { return true }
        return analysis.tags(in: start..<min(start + 4, draft.clause.upperBound)).contains {
            $0.lexeme == .project && (isDemonstrative || $0.value == "other" && $0.tokens.lowerBound == start)
        }
    }

    /// 棉籽油厂 and 番茄加工项目: two things told by full names, of no company in common, paragraphs apart.
    private func isAnotherThing(_ deal: DealDraft, _ draft: DealDraft) -> Bool {
        guard let x = deal.project, let y = draft.project, x.tokens.count >= 3, y.tokens.count >= 3, x.entry != y.entry,
            deal.organisations.isDisjoint(with: draft.organisations), line(of: draft) > line(of: deal)
        else { return false }
        return analysis.text.key(x.tokens.lowerBound) != analysis.text.key(y.tokens.lowerBound)
    }

    private func isNear(_ deal: DealDraft, _ draft: DealDraft) -> Bool {
        analysis.text.passages[draft.passages[0]].line - line(of: deal) <= 1
    }

    /// Whether the two were made with different places, neither of which lies in the other.
    private func signsElsewhere(_ a: DealDraft, _ b: DealDraft) -> Bool {
        let x = a.parties.compactMap(\.placeID)
        let y = b.parties.compactMap(\.placeID)
        guard !x.isEmpty, !y.isEmpty else { return false }
        let places = analysis.data.places
        return !x.contains { one in y.contains { places.lies(one, in: $0) || places.lies($0, in: one) } }
    }

    private func isTownOf(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
        a.kind == .city && b.kind == .district && sharesStem(b, a)
            || b.kind == .city && a.kind == .district && sharesStem(a, b)
    }

    /// "В Фергане построят …" of a district of Fergana region: the town's name stands for its region.
    func isEponym(_ town: PlaceMention, of place: PlaceMention) -> Bool {
        guard town.kind == .city, let id = town.id, let region = eponyms[id], let other = place.id else { return false }
        return other == region || analysis.data.places.lies(other, in: region)
    }

    /// "Галляарал" and "Галляаральский район": the town in the headline is the district of the body.
    func sharesStem(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
        let x = analysis.data.folding(a.name)
        let y = analysis.data.folding(b.name)
        return zip(x, y).prefix(while: { $0 == $1 }).count >= max(3, min(y.count, x.count) - 1)
    }

    func isHeadline(_ deal: DealDraft) -> Bool { analysis.text.passages[deal.passages[0]].line == headline }

    func lies(_ inner: PlaceMention, _ outer: PlaceMention) -> Bool {
        guard let a = inner.id, let b = outer.id else { return false }
        return analysis.data.places.lies(a, in: b)
    }

    private func sameWord(_ a: Tag, _ b: Tag) -> Bool {
        let x = analysis.text.key(a.tokens.upperBound - 1)
        let y = analysis.text.key(b.tokens.upperBound - 1)
        if analysis.data.tag == .chinese { return a.entry == b.entry }
        return Coreference.sameWord(x, y)
    }
}
