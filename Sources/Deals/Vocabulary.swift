/// What paper an agreement is. The text's noun decides; a bare "agreed" is ``unspecified``.
public enum AgreementKind: String, CaseIterable, Hashable, Sendable, Codable {
    case contract, agreement, memorandum, intent, unspecified
}

/// How far an agreement has come: the furthest stage that the text reports.
///
/// `stalled` and `cancelled` override the others; see the ladder in ``rung``.
public enum AgreementStatus: String, CaseIterable, Hashable, Sendable, Codable {
    case planned, announced, signed, financing, construction, operating, stalled, cancelled

    /// Height on the ladder of commitment, 0 (planned) to 5 (operating); nil for stalled and cancelled,
    /// which say that the climbing has stopped and not how far it went.
    public var rung: Int? {
        switch self {
        case .planned: 0
        case .announced: 1
        case .signed: 2
        case .financing: 3
        case .construction: 4
        case .operating: 5
        case .stalled, .cancelled: nil
        }
    }
}

/// The branch of what is built, made or supplied.
public enum Sector: String, CaseIterable, Hashable, Sendable, Codable {
    case energy, manufacturing, construction, mining, agriculture, transport, ict, healthcare, education
    case tourism, finance, trade
    case waterWaste = "water_waste"
    case other
}

/// What the words around an amount say of its exactness.
public enum AmountQualifier: String, CaseIterable, Hashable, Sendable, Codable {
    case exact, about, over
    case upTo = "up_to"
}

/// What kind of thing a name names.
public enum EntityKind: String, CaseIterable, Hashable, Sendable, Codable {
    case person, company, institution, place
}
