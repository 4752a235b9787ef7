/// How often what was said with a confidence was right: a table of ten classes, and their mean gap.
public struct Reliability: Sendable {
    /// The slots said with a confidence in one tenth.
    public struct Class: Sendable {
        /// Slots said.
        public internal(set) var said = 0
        /// Of these, right ones.
        public internal(set) var right = 0
        var sum = 0.0
        /// Mean confidence of the class, 0…1.
        public var meanConfidence: Double { said > 0 ? sum / Double(said) : 0 }
        /// Share of right ones, 0…1.
        public var share: Double { said > 0 ? Double(right) / Double(said) : 0 }
    }

    /// One slot that was said, with what spoke for it.
    public struct Observation: Sendable {
        /// The slot's name ("place").
        public let slot: String
        /// The evidence for it, as `--explain` names it; empty where the findings do not tell.
        public let evidence: [String]
        /// Whether it was right: 1 or 0.
        public let right: Int
    }

    /// Every slot that was said, for fitting the weights of evidence.
    public private(set) var observations: [Observation] = []

    /// By tenth: the class at 8 holds confidences from 0.8 up to 0.9; the last one 1.0 too.
    public private(set) var classes = [Class](repeating: Class(), count: 10)

    /// Adds the values of a slot of a found record; a value without a confidence of its own has that of its record.
    /// - Parameter gold: the record that it was aligned with, or nil for one that the gold does not have.
    mutating func add(_ record: JSONValue, _ kind: RecordKind, _ slot: String, _ counts: SlotCounts, gold: JSONValue?) {
        guard kind == .agreements, counts.found > 0 else { return }
        if slot == "party" {
            let found = record["parties"].items
            for (value, isRight) in zip(found, SlotRules.rights(gold?["parties"].items ?? [], found)) {
                if let isRight { add(value, slot, isRight, record) }
            }
        } else {
            add(record[slot], slot, counts.hits > 0, record)
        }
    }

    private mutating func add(_ value: JSONValue, _ slot: String, _ isRight: Bool, _ record: JSONValue) {
        let right = isRight ? 1 : 0
        observations.append(
            Observation(slot: slot, evidence: value["rules"].items.compactMap(\.string), right: right))
        guard let confidence = value["confidence"].number ?? record["confidence"].number else { return }
        let row = min(9, max(0, Int(confidence * 10)))
        classes[row].said += 1
        classes[row].right += right
        classes[row].sum += confidence
    }

    /// Expected calibration error: the gap between confidence and share of right ones, weighed by slots, 0…1.
    public var expectedError: Double {
        let said = classes.reduce(0) { $0 + $1.said }
        guard said > 0 else { return 0 }
        return classes.reduce(0) { $0 + abs($1.meanConfidence - $1.share) * Double($1.said) } / Double(said)
    }
}
