public import Deals

/// How long nothing has been heard of an agreement, by the clock.
public struct Silence: Hashable, Sendable {
    public let months: Int
    /// From a year on an agreement is called silent, unless it has reached the top or was given up.
    public static let threshold = 12

    /// Whole months from the last word to today; nil when the last word's month is not known.
    public init?(since last: PartialDate?, today: PartialDate) {
        guard let last, let month = last.month, let thisMonth = today.month else { return nil }
        var months = (today.year - last.year) * 12 + thisMonth - month
        if let day = last.day, let thisDay = today.day, thisDay < day { months -= 1 }
        guard months >= 0 else { return nil }
        self.months = months
    }

    /// Whether an agreement of that status counts as silent.
    public func isSilent(_ status: AgreementStatus?) -> Bool {
        switch status {
        case .operating, .cancelled: false
        default: months >= Self.threshold
        }
    }
}
