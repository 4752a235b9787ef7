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

    /// By tenth: the class at 8 holds confidences from 0.8 up to 0.9; the last one 1.0 too.
    public private(set) var classes = [Class](repeating: Class(), count: 10)

    /// Adds a slot of a found record; a slot without a confidence of its own has that of its record.
    mutating func add(_ record: JSONValue, _ kind: RecordKind, _ slot: String, _ counts: SlotCounts) {
        guard kind == .agreements, counts.found > 0 else { return }
        guard let confidence = record[slot]["confidence"].number ?? record["confidence"].number else { return }
        let index = min(9, max(0, Int(confidence * 10)))
        classes[index].said += counts.found
        classes[index].right += counts.hits
        classes[index].sum += confidence * Double(counts.found)
    }

    /// Expected calibration error: the gap between confidence and share of right ones, weighed by slots, 0…1.
    public var expectedError: Double {
        let said = classes.reduce(0) { $0 + $1.said }
        guard said > 0 else { return 0 }
        return classes.reduce(0) { $0 + abs($1.meanConfidence - $1.share) * Double($1.said) } / Double(said)
    }
}
