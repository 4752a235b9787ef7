internal import Deals
internal import FollowThrough
internal import Ledger
internal import SourceText

/// What became of a deal, as text.
enum FollowText {
    /// A line of the list.
    static func row(_ deal: Deal, _ standing: Standing, on day: PartialDate) -> [String] {
        [
            deal.id.text, standing.stage?.code ?? "–", (standing.stop ?? standing.step)?.day?.description ?? "–",
            standing.lastWord?.description ?? "–",
            standing.isSilent ? standing.silence.map { "\($0.months) months" } ?? "–" : "",
            standing.overdue.first.map { "\($0.milestone.value.stage.rawValue) \($0.milestone.value.due)" } ?? "",
            deal.amount(on: day).map { ValueText.money($0.amount.value) } ?? "–", ValueText.names(deal.sides),
            deal.subject?.value ?? "",
        ]
    }

    /// Every step with the words that tell it.
    static func history(of deal: Deal, _ standing: Standing) -> String {
        let history = History(deal)
        var lines = ["deal \(deal.id)"]
        lines.append("  parties   \(ValueText.names(deal.sides))")
        if let subject = deal.subject { lines.append("  subject   \(ValueText.line(subject.value))") }
        for stated in deal.amounts {
            lines.append("  amount    \(ValueText.money(stated.amount.value)), \(source(stated.document))")
        }
        for step in history.steps {
            lines.append("  \(step.date?.description ?? "no day")  \(step.stage.code)")
            for report in step.reports {
                let quotes = report.citations.map { "“\(ValueText.line($0.exact))”" }.joined(separator: " ")
                lines.append("    \(source(report.document)): \(quotes)")
            }
            for other in step.otherDates { lines.append("    another source says \(other)") }
        }
        for stated in history.milestones {
            let quotes = stated.milestone.citations.map { "“\(ValueText.line($0.exact))”" }.joined(separator: " ")
            lines.append(
                "  due \(stated.milestone.value.due)  \(stated.milestone.value.stage.rawValue)\n"
                    + "    \(source(stated.document)): \(quotes)")
        }
        if standing.isSilent, let silence = standing.silence {
            lines.append("  silent for \(silence.months) months, since \(standing.lastWord?.description ?? "–")")
        }
        for stated in standing.overdue {
            lines.append("  overdue: \(stated.milestone.value.stage.rawValue) was due \(stated.milestone.value.due)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func source(_ document: DocumentSummary) -> String {
        let name = document.metadata.source ?? document.metadata.url ?? String(document.hash.hexadecimal.prefix(12))
        return "\(document.published?.description ?? "no day") \(name)"
    }
}

extension Deal {
    /// Its sides, each name once, as the reports write them.
    var sides: [Slot<NamedEntity>] {
        var seen: Set<SearchKey> = []
        return parties.filter { seen.insert(SearchKey($0.value.name)).inserted }
    }
}
