internal import Foundation

/// An evaluation in words and in JSON.
public struct EvaluationReport: Sendable {
    private let evaluation: Evaluation

    public init(_ evaluation: Evaluation) { self.evaluation = evaluation }

    /// Figures as a text of several lines.
    public var text: String {
        var lines = ["documents \(evaluation.documents.count), without output \(evaluation.missing.count)"]
        for kind in Evaluation.kinds {
            let parts = languages(kind).map { language, counts in
                "\(language) P\(short(counts.precision)) R\(short(counts.recall)) F\(long(counts.f1))"
            }
            lines.append(kind.padding(toLength: 14, withPad: " ", startingAt: 0) + parts.joined(separator: "  "))
        }
        for (kind, slots) in evaluation.counts.sorted(by: { $0.key < $1.key }) where slots.count > 1 {
            for (slot, byLanguage) in slots.sorted(by: { $0.key < $1.key }) {
                let parts = byLanguage.sorted { $0.key < $1.key }.map { "\($0.key) F\(long($0.value.f1))" }
                lines.append("  \(kind).\(slot)  " + parts.joined(separator: "  "))
            }
        }
        let clean = evaluation.clean.filter { $0.value.all > 0 }.sorted { $0.key < $1.key }.map { language, counts in
            "\(language) \(short(Double(counts.right) / Double(counts.all))) (\(counts.right)/\(counts.all))"
        }
        lines.append("clean records " + clean.joined(separator: "  "))
        lines.append(
            "quotes exact \(evaluation.quotes.exact)/\(evaluation.quotes.all)  slots cited "
                + "\(evaluation.cited.cited)/\(evaluation.cited.all)  false alarms on documents without a deal "
                + "\(evaluation.falseAlarms.found)/\(evaluation.falseAlarms.all)")
        return lines.joined(separator: "\n")
    }

    /// How often what was said with a confidence was right, as a table of lines.
    public var reliability: String {
        var lines = ["confidence  slots  right  share"]
        for row in evaluation.reliability.classes where row.said > 0 {
            lines.append(
                "\(short(row.meanConfidence))        \(pad(row.said, 5))  \(pad(row.right, 5))  \(short(row.share))")
        }
        lines.append("expected calibration error \(long(evaluation.reliability.expectedError))")
        return lines.joined(separator: "\n")
    }

    /// The documents with most slots missing or wrong, with what is missing or wrong.
    public func errors(_ limit: Int) -> String {
        evaluation.documents.sorted { ($0.lost, $0.id) > ($1.lost, $1.id) }.prefix(limit).map { document in
            (["\(document.id): \(document.lost) slots off"] + document.notes.map { "  " + $0 }).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// Figures as a JSON object: F1 as `[precision, recall, F1, right, gold, found]`.
    public var json: String {
        func row(_ counts: SlotCounts) -> JSONValue {
            .array(
                [counts.precision, counts.recall, counts.f1].map {
                    .number(($0 * 1000).rounded(.toNearestOrEven) / 1000)
                }
                    + [counts.hits, counts.gold, counts.found].map { .number(Double($0)) })
        }
        func pair(_ a: Int, _ b: Int) -> JSONValue { .array([.number(Double(a)), .number(Double(b))]) }
        var f1: [String: JSONValue] = [:]
        for kind in Evaluation.kinds {
            f1[kind] = .object(
                Dictionary(
                    uniqueKeysWithValues: evaluation.languages.map { ($0, row(evaluation.total(kind, $0))) }))
        }
        let slots = (evaluation.counts["agreements"] ?? [:]).mapValues { row($0["all"] ?? SlotCounts()) }
        let clean = evaluation.clean.filter { $0.value.all > 0 }.mapValues { counts -> JSONValue in
            let share = (Double(counts.right) / Double(counts.all) * 1000).rounded(.toNearestOrEven) / 1000
            return .array([.number(share), .number(Double(counts.right)), .number(Double(counts.all))])
        }
        return JSONValue.object([
            "documents": .number(Double(evaluation.documents.count)),
            "missing": .array(evaluation.missing.map(JSONValue.string)), "f1": .object(f1),
            "agreement_slots": .object(slots), "clean_records": .object(clean),
            "quotes_exact": pair(evaluation.quotes.exact, evaluation.quotes.all),
            "slots_cited": pair(evaluation.cited.cited, evaluation.cited.all),
            "false_alarms_on_negatives": pair(evaluation.falseAlarms.found, evaluation.falseAlarms.all),
        ]).line(.max)
    }

    private func languages(_ kind: String) -> [(String, SlotCounts)] {
        evaluation.languages.map { ($0, evaluation.total(kind, $0)) }.filter { $0.1.gold > 0 || $0.1.found > 0 }
    }

    private func short(_ value: Double) -> String { String(format: "%.2f", value) }
    private func long(_ value: Double) -> String { String(format: "%.3f", value) }
    private func pad(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
