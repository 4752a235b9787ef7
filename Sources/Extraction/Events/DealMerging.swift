internal import Deals
internal import Languages
internal import SourceText

/// Joins the drafts of one text that tell of one deal: headline, lead, body and later life.
struct DealMerging {
    let analysis: Analysis
    let sides: SideRules
    private let eponyms: [String: String]
    private let hasContract: Bool
    /// The line of the first thing told, where it stands at the text's head; a page's name or a dateline may stand above.
    private let headline: Int?

    init(analysis: Analysis, sides: SideRules) {
        self.analysis = analysis
        self.sides = sides
        eponyms = Self.eponyms(in: analysis)
        hasContract = false
        headline = nil
    }

    private init(_ other: DealMerging, hasContract: Bool, headline: Int?) {
        analysis = other.analysis
        sides = other.sides
        eponyms = other.eponyms
        self.hasContract = hasContract
        self.headline = headline
    }

    func merged(_ drafts: [DealDraft]) -> [DealDraft] {
        let hasContract = drafts.contains {
            !$0.isLoan && ($0.kind?.value == .contract || $0.kind?.value == .agreement)
        }
        let first = analysis.isFurniture.firstIndex(of: false).map { analysis.text.passages[$0].line }
        let told = drafts.first.map { analysis.text.passages[$0.passages[0]].line }
        let headline = first.flatMap { first in told.flatMap { $0 - first <= 2 ? $0 : nil } }
        return DealMerging(self, hasContract: hasContract, headline: headline).joined(drafts)
    }

    private func joined(_ drafts: [DealDraft]) -> [DealDraft] {
        var deals: [DealDraft] = []
        let fame = fame(in: drafts)
        // A sentence about a deal that its paragraph tells only afterwards.
        var pending: DealDraft?
        for var draft in drafts {
            if let early = pending, line(of: early) == line(of: draft), !draft.isUpdate { absorb(early, into: &draft) }
            pending = nil
            if draft.isUpdate, !draft.organisations.isEmpty, !draft.presentsSides,
                analysis.data.tag == .english || analysis.data.tag == .russian,
                let last = deals.indices.last, line(of: deals[last]) == line(of: draft), !deals[last].isPackage,
                deals[last].organisations.isEmpty || !deals[last].organisations.isDisjoint(with: draft.organisations)
            {
                // "It was signed on 6 March, for 2.5 billion"
                absorb(draft, into: &deals[last])
                continue
            }
            if draft.isUpdate, draft.organisations.isEmpty {
                // "Endi gap boshqa: …": back to the text's main deal.
                if verbLast, Self.back.contains(String(analysis.text.key(draft.clause.lowerBound))),
                    let main = deals.indices.prefix(4).first(where: { !deals[$0].isPackage && !deals[$0].isListItem })
                {
                    absorb(draft, into: &deals[main])
                    continue
                }
                if let last = deals.indices.suffix(12).last(where: {
                    line(of: deals[$0]) == line(of: draft) && !deals[$0].isPackage
                }) {
                    absorb(draft, into: &deals[last])
                    continue
                }
                if verbLast, deals.isEmpty, draft.place != nil {
                    var opening = draft
                    opening.isUpdate = false
                    opening.isVague = false
                    deals.append(opening)
                    continue
                }
                // The lead goes on about what the headline told.
                if verbLast, deals.count == 1, !deals[0].isPackage, line(of: draft) - line(of: deals[0]) <= 2 {
                    absorb(draft, into: &deals[0])
                    continue
                }
                if let last = deals.indices.last, draft.tellsStatus, line(of: draft) - line(of: deals[last]) <= 2,
                    !deals[last].isPackage, !deals[last].isListItem, !deals[last].isLoan,
                    analysis.data.tag == .english || analysis.data.tag == .russian, draft.amount == nil
                {
                    absorb(draft, into: &deals[last])
                    continue
                }
                if let last = deals.indices.last, !draft.tellsStatus, draft.amount != nil,
                    line(of: draft) - line(of: deals[last]) <= 1, !deals[last].isPackage, !deals[last].isListItem
                {
                    absorb(draft, into: &deals[last])
                    continue
                }
                pending = draft
                if draft.amount == nil, draft.date == nil || draft.status.value != .signed { continue }
            }
            if draft.isUpdate, draft.presentsSides {
                if let last = deals.indices.last, line(of: draft) - line(of: deals[last]) <= 1, !deals[last].isPackage,
                    !(verbLast && deals[last].isLoan)
                {
                    absorb(draft, into: &deals[last])
                }
                continue
            }
            var best: (index: Int, score: Double)?
            // The text's main deal stands at its head, the others near by.
            for index in Array(deals.indices.prefix(3)) + Array(deals.indices.dropFirst(3).suffix(24)) {
                let deal = deals[index]
                let score = likeness(deal, draft, fame)
                if score >= 1.5, score >= best?.score ?? 0 { best = (index, score) }
            }
            if let best { absorb(draft, into: &deals[best.index]) } else { deals.append(draft) }
        }
        return deals
    }

    private static let back: Set<String> = ["endi", "hozir", "bugun"]

    private var verbLast: Bool { analysis.data.tag.isUzbek || analysis.data.tag == .chinese }

    private func line(of deal: DealDraft) -> Int { analysis.text.passages[deal.passages.last!].line }

    /// In how many paragraphs' drafts each company stands.
    private func fame(in drafts: [DealDraft]) -> [Party: Int] {
        var lines: [Party: Set<Int>] = [:]
        for draft in drafts { for party in draft.organisations { lines[party, default: []].insert(line(of: draft)) } }
        return lines.mapValues(\.count)
    }

    /// How much speaks for one deal; visible weights, added up.
    private func likeness(_ deal: DealDraft, _ draft: DealDraft, _ fame: [Party: Int]) -> Double {
        if deal.isPackage != draft.isPackage { return -9 }
        if deal.isPackage, let x = deal.count, let y = draft.count, x != y { return -9 }
        if deal.isLoan != draft.isLoan { return -9 }
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
                score -= 2.5
            } else if shared.count < min(a.count, b.count), a.count > 1, b.count > 1 {
                score -= 1.5  // one company's deals with two others
            } else {
                // A company that the whole text is about says little.
                let rarest = shared.map { fame[$0] ?? 1 }.min() ?? 1
                score += 2 / (1 + 0.4 * Double(rarest - 1))
            }
        }
        if verbLast, signsElsewhere(deal, draft) { score -= 2 }
        if let x = deal.amount?.money, let y = draft.amount?.money {
            if x.isSameSum(as: y) {
                score += 2.5
                isSupported = true
            } else if x.currency == y.currency {
                score -= draft.isRevised || deal.isRevised ? 0 : 2
            }
        }
        if let x = deal.project, let y = draft.project {
            if x.value == y.value || x.value == "other" || y.value == "other" { isSupported = true }
            if sameWord(x, y) {
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
        if !b.isEmpty || draft.project.map({ $0.value != "other" }) ?? false, opensAnew(draft) { score -= 1.5 }
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
        // What one of them leaves open cannot speak against.
        if a.isEmpty || b.isEmpty { score += 0.4 }
        if deal.amount == nil || draft.amount == nil { score += 0.3 }
        if deal.place == nil || draft.place == nil { score += 0.2 }
        return score
    }

    private func opensAnew(_ draft: DealDraft) -> Bool {
        analysis.has(.another, in: draft.clause.lowerBound..<min(draft.clause.upperBound, draft.clause.lowerBound + 4))
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
    private func isEponym(_ town: PlaceMention, of place: PlaceMention) -> Bool {
        guard town.kind == .city, let id = town.id, let region = eponyms[id], let other = place.id else { return false }
        return other == region || analysis.data.places.lies(other, in: region)
    }

    /// Regions of the text by the town that shares their name.
    private static func eponyms(in analysis: Analysis) -> [String: String] {
        var regions: [String: String] = [:]
        for mention in analysis.places where mention.kind == .region {
            if let id = mention.id, regions.count < 60 { regions[id] = analysis.data.folding(mention.name) }
        }
        var found: [String: String] = [:]
        for mention in analysis.places where mention.kind == .city {
            guard let id = mention.id, found[id] == nil, found.count < 200 else { continue }
            let name = analysis.data.folding(mention.name)
            if let region = regions.filter({
                zip($0.value, name).prefix(while: { $0 == $1 }).count >= max(3, name.count - 2)
            }).min(by: { $0.key < $1.key }) {
                found[id] = region.key
            }
        }
        return found
    }

    /// "Галляарал" and "Галляаральский район": the town in the headline is the district of the body.
    private func sharesStem(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
        let x = analysis.data.folding(a.name)
        let y = analysis.data.folding(b.name)
        return zip(x, y).prefix(while: { $0 == $1 }).count >= max(3, min(y.count, x.count) - 1)
    }

    private func isHeadline(_ deal: DealDraft) -> Bool { analysis.text.passages[deal.passages[0]].line == headline }

    private func lies(_ inner: PlaceMention, _ outer: PlaceMention) -> Bool {
        guard let a = inner.id, let b = outer.id else { return false }
        return analysis.data.places.lies(a, in: b)
    }

    private func sameWord(_ a: Tag, _ b: Tag) -> Bool {
        let x = analysis.text.key(a.tokens.upperBound - 1)
        let y = analysis.text.key(b.tokens.upperBound - 1)
        if analysis.data.tag == .chinese { return a.entry == b.entry }
        return Coreference.sameWord(x, y)
    }

    private func absorb(_ draft: DealDraft, into deal: inout DealDraft) {
        let wasHeadline = isHeadline(deal)
        if let kind = draft.kind, deal.kind == nil || deal.kind!.value == .unspecified { deal.kind = kind }
        if !draft.tellsStatus {
            if deal.date == nil { deal.date = draft.date }
        } else if outranks(draft.status.value, deal.status.value),
            !(deal.isLoan && [.construction, .operating].contains(draft.status.value))
        {
            deal.status = draft.status
            if let date = draft.date {
                deal.date = date
                deal.dateRank = draft.dateRank
            }
        } else if draft.dateRank > deal.dateRank, draft.date != nil,
            draft.status.value == deal.status.value || deal.dateRank == 0 && deal.date == nil
        {
            deal.date = draft.date
            deal.dateRank = draft.dateRank
        } else if deal.date == nil
            || wasHeadline && draft.date != nil && draft.status.value == deal.status.value
                && (deal.date?.date.day == nil)
        {
            deal.date = draft.date
        }
        if draft.presentsSides, draft.parties.count >= 2 { deal.parties = draft.parties }
        for side in draft.parties where !deal.parties.contains(where: { $0.party == side.party }) {
            // A place that only the surroundings suggest is no third side of two companies' deal.
            if side.isPlace, deal.organisations.union(draft.organisations).count >= 2, draft.tellsStatus { continue }
            deal.parties.append(side)
        }
        if deal.amount == nil || draft.isRevised && draft.amount != nil && !deal.isRevised {
            deal.amount = draft.amount
        }
        deal.isRevised = deal.isRevised || draft.isRevised && draft.amount != nil
        for witness in draft.witnesses where !deal.witnesses.contains(where: { $0.party == witness.party }) {
            deal.witnesses.append(witness)
        }
        if deal.project == nil || deal.project!.value == "other"
            || (draft.subject?.count ?? 0) > (deal.subject?.count ?? 0) + 1
                && draft.project?.value == deal.project?.value
        {
            if draft.project != nil {
                if deal.project == nil || deal.project?.value == "other", draft.project?.value != "other",
                    let sector = draft.sector
                {
                    deal.sector = sector
                }
                deal.project = draft.project
                deal.subject = draft.subject
            }
        }
        if deal.sector == nil || deal.sector!.value == .other { deal.sector = draft.sector ?? deal.sector }
        if let place = draft.place,
            deal.place == nil
                || place.kind.specificity > deal.place!.kind.specificity
                    && (deal.place.map { lies(place, $0) || place.id == nil } ?? true)
        {
            deal.place = place
        }
        if let place = draft.place, let old = deal.place, old.kind == .city, place.kind == .district,
            isHeadlinePlace(old) || isEponym(old, of: place)
        {
            deal.place = place
        }
        if let place = draft.place, let old = deal.place, old.kind == .city, place.kind == .district,
            sharesStem(place, old)
        {
            deal.place = place
        }
        deal.isVague = deal.isVague && draft.isVague
        deal.hasOwnDate = deal.hasOwnDate || draft.hasOwnDate
        deal.passages += draft.passages
        deal.rules += draft.rules
    }

    /// A headline names the nearest town; the body tells the district.
    private func isHeadlinePlace(_ mention: PlaceMention) -> Bool {
        guard let first = analysis.isFurniture.firstIndex(of: false) else { return false }
        return analysis.passage(of: mention.tokens.lowerBound).line == analysis.text.passages[first].line
    }

    private func outranks(_ new: AgreementStatus, _ old: AgreementStatus) -> Bool {
        if new == .planned { return old == .announced }
        if new == .cancelled { return true }
        if old == .cancelled { return false }
        if new == .stalled { return true }
        if old == .stalled { return false }
        return (new.rung ?? 0) > (old.rung ?? 0)
    }
}
