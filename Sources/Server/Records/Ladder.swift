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
