internal import Deals
internal import Languages
internal import SourceText

/// What speaks for a value of a deal: the rule that told the deal, and how far from its words the value stands. These are
/// the names that `--explain` shows, and what a value's confidence is worked out from.
struct Evidence {
    let analysis: Analysis
    let deal: DealDraft

    /// - Parameters:
    ///   - slot: the slot's name in the output ("place").
    ///   - tokens: the words that the value was read from.
    func of(_ slot: String, _ tokens: Range<Int>) -> [String] {
        ["\(slot):\(distance(tokens))", "told:\(trigger)"] + record
    }

    /// A side also by what its words are ("side:role", "side:organisation").
    func of(_ side: Side) -> [String] { of("party", side.tokens) + ["side:\(side.source)"] }

    /// The rule that told of the deal first, without its details.
    private var trigger: String {
        deal.rules.first.map { String($0.prefix { $0 != ":" }) } ?? "none"
    }

    /// How much the record holds beside the value.
    private var record: [String] {
        var found: [String] = []
        if deal.isPackage { found.append("record:package") }
        if deal.isListItem { found.append("record:item") }
        if deal.passages.count > 1 { found.append("record:repeated") }
        found.append("record:sides-\(min(deal.parties.count, 3))")
        found.append(deal.amount == nil ? "record:no-amount" : "record:amount")
        if deal.kind == nil || deal.kind?.value == .unspecified { found.append("record:no-paper") }
        if deal.project == nil || deal.project?.value == "other" { found.append("record:no-thing") }
        return found
    }

    private func distance(_ tokens: Range<Int>) -> String {
        let passages = analysis.text.passages
        let number = Int(analysis.passageOfToken[tokens.lowerBound])
        if deal.clause.contains(tokens.lowerBound) { return "clause" }
        if deal.passages.contains(number) { return "retold" }
        if deal.passages.contains(where: { passages[$0].line == passages[number].line }) { return "paragraph" }
        if passages[number].line == passages[analysis.articlePassages.first ?? 0].line { return "headline" }
        return number < deal.passages.min() ?? 0 ? "before" : "behind"
    }
}
