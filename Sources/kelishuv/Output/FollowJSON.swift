internal import Deals
internal import Exchange
internal import FollowThrough
internal import Ledger
internal import SourceText

/// What became of a deal, as JSON.
enum FollowJSON {
    static func text(_ deal: Deal, _ standing: Standing) -> String {
        let history = History(deal)
        var json = JSONText()
        json.object { json in
            pair("id", deal.id.text, &json)
            json.key("records")
            json.array { json in for report in deal.reports { json.string(report.id.text) } }
            pair("stage", standing.stage?.code, &json)
            pair("reached", standing.reached?.rawValue, &json)
            pair("since", (standing.stop ?? standing.step)?.day?.description, &json)
            pair("lastWord", standing.lastWord?.description, &json)
            json.key("silentMonths")
            if standing.isSilent, let silence = standing.silence { json.int(silence.months) } else { json.null() }
            pair("subject", deal.subject?.value, &json)
            json.key("parties")
            json.array { json in for side in deal.sides { json.string(side.value.name) } }
            json.key("amounts")
            json.array { json in for stated in deal.amounts { json.object { amount(stated, &$0) } } }
            json.key("history")
            json.array { json in for step in history.steps { json.object { self.step(step, &$0) } } }
            json.key("milestones")
            json.array { json in
                for stated in history.milestones {
                    json.object { milestone(stated, isOverdue: standing.overdue.contains(stated), &$0) }
                }
            }
        }
        return json.text
    }

    private static func amount(_ stated: StatedAmount, _ json: inout JSONText) {
        json.key("value")
        json.double(stated.amount.value.value)
        pair("currency", stated.amount.value.currency, &json)
        pair("qualifier", stated.amount.value.qualifier.rawValue, &json)
        source(stated.report, stated.document, stated.amount.citations, &json)
    }

    private static func step(_ step: HistoryStep, _ json: inout JSONText) {
        pair("stage", step.stage.code, &json)
        pair("date", step.date?.description, &json)
        json.key("reports")
        json.array { json in
            for report in step.reports {
                json.object { json in
                    pair("date", report.date?.description, &json)
                    source(report.record, report.document, report.citations, &json)
                }
            }
        }
    }

    private static func milestone(_ stated: StatedMilestone, isOverdue: Bool, _ json: inout JSONText) {
        pair("stage", stated.milestone.value.stage.rawValue, &json)
        pair("due", stated.milestone.value.due.description, &json)
        json.key("overdue")
        json.bool(isOverdue)
        source(stated.record, stated.document, stated.milestone.citations, &json)
    }

    /// Who says so, in which words.
    private static func source(
        _ record: RecordID, _ document: DocumentSummary, _ citations: [Citation], _ json: inout JSONText
    ) {
        pair("record", record.text, &json)
        pair("document", document.hash.hexadecimal, &json)
        pair("published", document.published?.description, &json)
        json.key("quotes")
        json.array { json in for citation in citations { json.string(citation.exact) } }
    }

    static func pair(_ key: String, _ value: String?, _ json: inout JSONText) {
        json.key(key)
        if let value { json.string(value) } else { json.null() }
    }
}
