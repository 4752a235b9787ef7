/// A gold document beside what was found in it.
public struct EvaluatedDocument: Sendable {
    /// The document's id.
    public let id: String
    /// Slots of events that are missing or wrong.
    public let lost: Int
    /// What is missing or wrong, a line each.
    public let notes: [String]
}

/// Counts how findings agree with annotated gold, as MUC template scoring does: the records of a document are aligned one
/// to one so that most slots agree; then slots are counted.
public struct Evaluation: Sendable {
    /// The names of everything counted, in the order of reports.
    public static let kinds = ["agreements", "meetings", "visits", "persons", "organisations", "places", "money"]

    /// Counts by kind, slot and language (BCP 47); the language "all" holds the sum.
    public private(set) var counts: [String: [String: [String: SlotCounts]]] = [:]
    /// Agreements right in parties, amount, place and status without a touch, of all; by language.
    public private(set) var clean: [String: (right: Int, all: Int)] = [:]
    /// Citations whose words stand where they say, of all.
    public private(set) var quotes = (exact: 0, all: 0)
    /// Filled slots of agreements with a citation, of all.
    public private(set) var cited = (cited: 0, all: 0)
    /// Documents without a deal in which one was found, of all such.
    public private(set) var falseAlarms = (found: 0, all: 0)
    /// Ids of gold documents for which nothing was given.
    public private(set) var missing: [String] = []
    /// All documents, in the order in which they were added.
    public private(set) var documents: [EvaluatedDocument] = []
    /// What was said with which confidence, and whether it was right.
    public private(set) var reliability = Reliability()

    public init() {}

    /// The languages seen, sorted, and "all".
    public var languages: [String] {
        Set(counts.values.flatMap { $0.values.flatMap(\.keys) }).subtracting(["all"]).sorted() + ["all"]
    }

    /// The counts of a kind over all its slots.
    public func total(_ kind: String, _ language: String) -> SlotCounts {
        (counts[kind] ?? [:]).values.reduce(into: SlotCounts()) { $0 += $1[language] ?? SlotCounts() }
    }

    /// Adds a document.
    /// - Parameters:
    ///   - gold: the annotation.
    ///   - found: what was found, as the output format says; nil when nothing was given for it.
    ///   - text: the document's text, for the check of citations; nil leaves them unchecked.
    public mutating func add(gold: JSONValue, found: JSONValue?, text: String?) {
        let id = gold.id
        let language = gold["lang"].string ?? ""
        if found == nil { missing.append(id) }
        let output = found ?? .object([:])
        if let text, case .object(var fields) = output {
            fields["document"] = nil
            let check = CitationCheck(text: text)
            let result = check.count(.object(fields))
            quotes.exact += result.exact
            quotes.all += result.all
        }
        var lost = 0
        var notes: [String] = []
        for kind in RecordKind.allCases {
            let part = align(kind, gold[kind.rawValue].items, output[kind.rawValue].items, language)
            lost += part.lost
            notes += part.notes
        }
        addCitations(output["agreements"].items, isNegative: gold["agreements"].items.isEmpty)
        for kind in ["persons", "organisations", "places"] {
            count(kind, "name", language, SlotRules.names(gold[kind].items, output[kind].items))
        }
        count("money", "amount", language, SlotRules.money(gold["money"].items, output["money"].items))
        documents.append(EvaluatedDocument(id: id, lost: lost, notes: notes))
    }

    private mutating func count(_ kind: String, _ slot: String, _ language: String, _ found: SlotCounts) {
        for key in [language, "all"] {
            counts[kind, default: [:]][slot, default: [:]][key, default: SlotCounts()] += found
        }
    }

    private mutating func align(
        _ kind: RecordKind, _ gold: [JSONValue], _ found: [JSONValue], _ language: String
    ) -> (lost: Int, notes: [String]) {
        var lost = 0
        var notes: [String] = []
        let rows = gold.map { right in found.map { kind.slots(right, $0) } }
        let weights = zip(gold, rows).map { right, row in
            row.map { slots in
                let anchored = slots.contains { kind.anchors.contains($0.name) && $0.counts.hits > 0 }
                guard anchored else { return 0.0 }
                return Double(2 * slots.reduce(0) { $0 + $1.counts.hits } + (right["optional"].isTrue ? 0 : 1))
            }
        }
        let pairs =
            gold.isEmpty || found.isEmpty ? [] : Assignment.pairs(weights).filter { weights[$0.row][$0.column] > 0 }
        for (row, column) in pairs where !gold[row]["optional"].isTrue {
            for (name, slot) in rows[row][column] {
                count(kind.rawValue, name, language, slot)
                lost += slot.gold + slot.found - 2 * slot.hits
                reliability.add(found[column], kind, name, slot, gold: gold[row])
                guard slot.hits < max(slot.gold, slot.found) else { continue }
                let field = ["party": "parties", "city": "cities"][name] ?? name
                notes.append(
                    "\(kind.rawValue).\(name): gold \(gold[row][field].line(110)) | got \(found[column][field].line(160))"
                )
            }
            if kind == .agreements { addClean(language, rows[row][column]) }
        }
        let missed = gold.indices.filter { index in !pairs.contains { $0.row == index } }.map { gold[$0] }
        let extra = found.indices.filter { index in !pairs.contains { $0.column == index } }.map { found[$0] }
        for (side, records) in [("missed", missed), ("extra", extra)] {
            for record in records where !record["optional"].isTrue {
                for (name, slot) in kind.slots(record, RecordKind.plain(record)) {
                    let part = side == "missed" ? SlotCounts(gold: slot.gold) : SlotCounts(found: slot.found)
                    count(kind.rawValue, name, language, part)
                    lost += part.gold + part.found
                    if side == "extra" { reliability.add(record, kind, name, part, gold: nil) }
                }
                notes.append("\(side) \(kind.singular): \(record.summary.line(260))")
            }
        }
        if kind == .agreements {
            for key in [language, "all"] { clean[key, default: (0, 0)].all += gold.count { !$0["optional"].isTrue } }
        }
        return (lost, notes)
    }

    private mutating func addClean(_ language: String, _ slots: [(name: String, counts: SlotCounts)]) {
        let byName = Dictionary(uniqueKeysWithValues: slots.map { ($0.name, $0.counts) })
        func isWhole(_ name: String) -> Bool {
            byName[name].map { $0.hits == $0.gold && $0.gold == $0.found } ?? true
        }
        let isRight =
            isWhole("party") && isWhole("amount") && isWhole("place")
            && byName["status"].map { $0.hits == $0.gold } ?? true
        for key in [language, "all"] { clean[key, default: (0, 0)].right += isRight ? 1 : 0 }
    }

    private mutating func addCitations(_ agreements: [JSONValue], isNegative: Bool) {
        for record in agreements {
            let slots = ["amount", "subject", "place", "date", "status"].map { record[$0] }.filter(\.isFilled)
            let values = slots + record["parties"].items
            cited.all += values.count
            cited.cited += values.count { $0["citations"].isFilled }
        }
        if isNegative {
            falseAlarms.all += 1
            falseAlarms.found += agreements.isEmpty ? 0 : 1
        }
    }
}

extension JSONValue {
    /// A record with bare values and without citations, for error reports.
    fileprivate var summary: JSONValue {
        guard case .object(let fields) = self else { return self }
        return .object(
            fields.filter { $0.key != "citations" && $0.key != "evidence" }.mapValues { value in
                if case .array(let items) = value { .array(items.map(\.told)) } else { value.told }
            })
    }
}
