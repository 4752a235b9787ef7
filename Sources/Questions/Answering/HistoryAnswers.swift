internal import Deals
internal import FollowThrough
internal import Ledger

// "What happened to …", and how many got how far.

extension AnswerWriter {
    /// Deals step by step.
    mutating func writeHistories(_ deals: [Deal]) {
        draft.headings = ["what", "date", "stage", "sum"].map { wording.text("col." + $0) }
        for deal in deals.sorted(by: { (startDay($0) ?? "") < (startDay($1) ?? "") }) {
            guard let standing = deal.standing(on: day) else { continue }
            let what = [wording.names(deal.parties), deal.subject?.value].compactMap(\.self).joined(separator: ": ")
            let stage = wording.stage(standing.stage)
            draft.say(wording.text("step", what, stage), stageSource(of: deal))
            for step in History(deal).steps where step.day?.isBy(day) ?? true {
                let told = step.reports.map(\.record)
                let stated = deal.amounts.filter { told.contains($0.report) }
                let amounts = stated.map(\.amount.value)
                let sums = amounts.enumerated().filter { !amounts[..<$0.offset].contains($0.element) }.map(\.element)
                draft.add(
                    [
                        deal.subject?.value ?? wording.names(deal.parties), step.day?.description ?? "–",
                        wording.stage(step.stage), sums.isEmpty ? "–" : sums.map(wording.money).joined(separator: "; "),
                    ],
                    sources(of: step)
                        + stated.map {
                            AnswerSource(record: $0.report, document: $0.document, citations: $0.amount.citations)
                        })
            }
            if Set(deal.amounts.map(\.amount.value)).count > 1 {
                let amounts = deal.amounts.map { stated in
                    "\(stated.document.published?.description ?? "–") \(wording.money(stated.amount.value))"
                }
                draft.say(
                    wording.text("amount.changed", amounts.joined(separator: ", ")), sumSources(of: deal).reversed())
            }
            sayWhatIsMissing(deal, standing)
        }
    }

    private mutating func sayWhatIsMissing(_ deal: Deal, _ standing: Standing) {
        if standing.isSilent, let silence = standing.silence, let last = standing.lastWord {
            draft.say(wording.text("is.silent", last.description, String(silence.months)), stageSource(of: deal))
        }
        for stated in standing.overdue {
            let milestone = stated.milestone.value
            let stage = wording.stage(Rung(milestone.stage, paper: nil).map(Stage.reached))
            draft.say(wording.text("is.overdue", stage, milestone.due.description), [source(stated)])
        }
        let reached = standing.reached ?? .discussed
        for stated in History(deal).milestones
        where !standing.overdue.contains(stated) && standing.stop?.stage != .cancelled {
            let milestone = stated.milestone.value
            guard let rung = Rung(milestone.stage, paper: .contract), rung > reached else { continue }
            draft.say(
                wording.text("is.due", wording.stage(.reached(rung)), milestone.due.description), [source(stated)])
        }
    }

    /// How many stand on which stage, and how long it took to get there.
    mutating func writeShares(_ deals: [Deal]) {
        draft.say(wording.text("found.agreements", String(deals.count)))
        draft.headings = ["stage", "deals", "sum", "dollars"].map { wording.text("col." + $0) }
        let table = table(of: deals)
        for row in table.rows {
            let those = deals.filter { $0.standing(on: day)?.stage == row.stage }
            let sources = those.flatMap { stageSource(of: $0).prefix(1) }
            draft.say(
                wording.text("share.stage", wording.stage(row.stage), String(row.deals), String(table.deals)), sources)
            draft.add(
                [
                    wording.stage(row.stage), String(row.deals), row.sums.isEmpty ? "–" : wording.moneys(row.sums),
                    row.dollars == 0 ? "–" : wording.amount(row.dollars, "USD"),
                ], sources)
        }
        for rung in [Rung.construction, .operating] {
            let curve = KaplanMeier(deals, to: rung, on: day)
            guard curve.count > 0 else { continue }
            var text = wording.text(
                "share.wait", wording.stage(.reached(rung)), String(curve.count - curve.censored), String(curve.count))
            text +=
                " "
                + (curve.median.map { wording.text("share.median", wording.decimal($0)) }
                    ?? wording.text("share.nomedian"))
            let done = deals.flatMap { History($0).steps }.filter { ($0.stage.rung ?? .discussed) >= rung }
            draft.say(text, done.flatMap { sources(of: $0).prefix(1) })
        }
    }
}
