/// A stage that a text says is to be reached by a time: "will open in 2025", "до конца 2026 года".
public struct Milestone: Hashable, Sendable {
    /// What is to be reached: signed, financing, construction or operating.
    public let stage: AgreementStatus
    /// When; what is to come "in 2025" or "by the end of 2025" is due by the last day of 2025.
    public let due: PartialDate

    /// Makes a milestone.
    public init(stage: AgreementStatus, due: PartialDate) {
        self.stage = stage
        self.due = due
    }
}
