public import Deals

/// The rungs of commitment, from talk to working plant. Sums of two rungs are never added.
///
/// A rung is made of the paper and the status: a signed memorandum and a signed contract are both "signed", and commit
/// to different things.
public enum Rung: String, CaseIterable, Hashable, Sendable, Comparable, Codable {
    /// Talked over, a signing still to come.
    case discussed
    /// Announced, agreed by word of mouth, or a letter of intent signed.
    case intended
    case memorandum
    /// An agreement that the text calls neither memorandum nor contract.
    case agreement
    case contract
    case financing
    case construction
    case operating

    /// The rung of a paper at a status; nil for stalled and cancelled, which say nothing of height.
    public init?(_ status: AgreementStatus, paper: AgreementKind?) {
        switch status {
        case .planned: self = .discussed
        case .announced: self = .intended
        case .signed: self = Rung(signed: paper)
        case .financing: self = .financing
        case .construction: self = .construction
        case .operating: self = .operating
        case .stalled, .cancelled: return nil
        }
    }

    /// The rung that a signed paper reaches.
    public init(signed paper: AgreementKind?) {
        switch paper {
        case .intent: self = .intended
        case .memorandum: self = .memorandum
        case .contract: self = .contract
        case .agreement, .unspecified, nil: self = .agreement
        }
    }

    /// Whether a paper has been signed and nothing more.
    public var isPaper: Bool { self == .memorandum || self == .agreement || self == .contract }

    /// In the order of commitment.
    public static func < (left: Rung, right: Rung) -> Bool { left.height < right.height }

    private var height: Int {
        switch self {
        case .discussed: 0
        case .intended: 1
        case .memorandum: 2
        case .agreement: 3
        case .contract: 4
        case .financing: 5
        case .construction: 6
        case .operating: 7
        }
    }
}

/// Where a deal stands: on a rung, or brought to a stop that a source speaks of.
public enum Stage: Hashable, Sendable {
    case reached(Rung)
    case stalled, cancelled

    /// All of them, up the ladder, the stops last.
    public static let all: [Stage] = Rung.allCases.map(Stage.reached) + [.stalled, .cancelled]

    /// The stage that a report tells, or nil when it names no status.
    public init?(_ finding: AgreementFinding) {
        switch finding.status?.value {
        case nil: return nil
        case .stalled: self = .stalled
        case .cancelled: self = .cancelled
        case .some(let status):
            guard let rung = Rung(status, paper: finding.kind?.value) else { return nil }
            self = .reached(rung)
        }
    }

    /// The rung, or nil for a stop.
    public var rung: Rung? { if case .reached(let rung) = self { rung } else { nil } }

    /// As JSON and tables write it: the rung's name, `stalled` or `cancelled`.
    public var code: String {
        switch self {
        case .reached(let rung): rung.rawValue
        case .stalled: "stalled"
        case .cancelled: "cancelled"
        }
    }
}
