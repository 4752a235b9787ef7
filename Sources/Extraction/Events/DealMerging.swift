internal import Deals
internal import Languages
internal import SourceText

/// Joins the drafts of one text that tell of one deal: headline, lead, body and later life.
struct DealMerging {
    let analysis: Analysis
    let sides: SideRules
    let eponyms: [String: String]
    let hasContract: Bool
    /// The line of the first thing told, where it stands at the text's head; a page's name or a dateline may stand above.
    let headline: Int?

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
                    line(of: draft) - line(of: deals[last]) <= (draft.rules.contains("update:label") ? 6 : 1),
                    !deals[last].isPackage, !deals[last].isListItem
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

    var verbLast: Bool { analysis.data.tag.isUzbek || analysis.data.tag == .chinese }

    func line(of deal: DealDraft) -> Int { analysis.text.passages[deal.passages.last!].line }

    /// Regions of the text by the town that shares their name.
    static func eponyms(in analysis: Analysis) -> [String: String] {
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
