import Deals

/// The rungs of commitment as every page draws them: the steps climbed are filled, the next one is outlined.
struct Ladder: Hashable, Sendable {
    /// How a step is drawn.
    enum Step: String, Hashable, Sendable {
        case climbed, next, above
        /// Of an agreement that a source calls stalled or cancelled: nobody says how far it had climbed.
        case stopped
    }

    /// The rungs from the ground up.
    static let rungs: [AgreementStatus] = [.planned, .announced, .signed, .financing, .construction, .operating]

    let status: AgreementStatus?
    let steps: [Step]

    init(_ status: AgreementStatus?) {
        self.status = status
        steps = Self.rungs.indices.map { index in
            guard let status else { return .above }
            guard let rung = status.rung else { return .stopped }
            if index <= rung { return .climbed }
            return index == rung + 1 ? .next : .above
        }
    }
}

/// How long nothing has been heard of an agreement, by the clock.
struct Silence: Hashable, Sendable {
    let months: Int
    /// From a year on the pages call an agreement silent, unless it has reached the top or was given up.
    static let threshold = 12

    /// Whole months from the last word to today; nil when the last word's month is not known.
    init?(since last: PartialDate?, today: PartialDate) {
        guard let last, let month = last.month, let thisMonth = today.month else { return nil }
        var months = (today.year - last.year) * 12 + thisMonth - month
        if let day = last.day, let thisDay = today.day, thisDay < day { months -= 1 }
        guard months >= 0 else { return nil }
        self.months = months
    }

    /// Whether an agreement of that status counts as silent.
    func isSilent(_ status: AgreementStatus?) -> Bool {
        guard months >= Self.threshold else { return false }
        switch status {
        case .operating, .cancelled: return false
        default: return true
        }
    }
}
