internal import Deals
internal import FollowThrough
internal import Ledger
internal import SourceText

// What the cells of deals say, and who says so.

extension AnswerWriter {
    /// The day of the first step, as ISO 8601.
    func startDay(_ deal: Deal) -> String? { History(deal).steps.compactMap(\.day).min()?.description }

    /// The newest sum; with the older ones and the contradicting ones behind it where reports differ.
    func sum(of deal: Deal) -> String {
        guard let newest = deal.amount(on: day)?.amount.value else { return "–" }
        var others: [String] = []
        for stated in deal.amounts where !stated.amount.value.isSameSum(as: newest) {
            let text = wording.money(stated.amount.value)
            if !others.contains(text) { others.append(text) }
        }
        return others.isEmpty ? wording.money(newest) : "\(wording.money(newest)) (\(others.joined(separator: ", ")))"
    }

    func dollarValue(of deal: Deal) -> Double? {
        deal.amount(on: day).flatMap { matching.rates.dollars($0.amount.value, in: $0.year)?.dollars }
    }

    func dollars(of deal: Deal) -> String { dollarValue(of: deal).map { wording.amount($0, "USD") } ?? "–" }

    func sumSource(of deal: Deal) -> AnswerSource? {
        deal.amount(on: day).map {
            AnswerSource(record: $0.report, document: $0.document, citations: $0.amount.citations)
        }
    }

    /// All reports that state a sum, the newest first.
    func sumSources(of deal: Deal) -> [AnswerSource] {
        deal.amounts.reversed().map {
            AnswerSource(record: $0.report, document: $0.document, citations: $0.amount.citations)
        }
    }

    /// Who tells the stage on which a deal stands.
    func stageSource(of deal: Deal) -> [AnswerSource] {
        guard let standing = deal.standing(on: day) else { return [] }
        return (standing.stop ?? standing.step).map { sources(of: $0) } ?? []
    }

    func sources(of step: HistoryStep) -> [AnswerSource] {
        step.reports.map { AnswerSource(record: $0.record, document: $0.document, citations: $0.citations) }
    }

    func source(_ stated: StatedMilestone) -> AnswerSource {
        AnswerSource(record: stated.record, document: stated.document, citations: stated.milestone.citations)
    }
}
