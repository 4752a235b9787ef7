public import Deals

// The way back: what the claims about a record add up to.
//
// Of several claims on one field and ordinal the last one of the list stands; pass them oldest first. The
// record's confidence is that of the least certain claim that stands.

extension AgreementFinding {
    /// The agreement that claims add up to.
    /// - Parameter claims: all about one agreement, oldest first.
    public init(claims: [Claim]) throws(ClaimMismatch) {
        let view = try ClaimView(claims)
        self.init(
            kind: try view.slot(.kind) { $0.code.flatMap(AgreementKind.init) },
            status: try view.slot(.status) { $0.code.flatMap(AgreementStatus.init) },
            parties: try view.slots(.party) { $0.entity },
            amount: try view.slot(.amount) { $0.money },
            subject: try view.slot(.subject) { $0.text },
            sector: try view.slot(.sector) { $0.code.flatMap(Sector.init) },
            place: try view.slot(.place) { $0.entity },
            date: try view.slot(.date) { $0.date },
            milestones: try view.milestones(),
            count: try view.value(.count) { $0.number },
            confidence: view.confidence)
    }
}

extension MeetingFinding {
    /// The meeting that claims add up to.
    /// - Parameter claims: all about one meeting, oldest first.
    public init(claims: [Claim]) throws(ClaimMismatch) {
        let view = try ClaimView(claims)
        self.init(
            parties: try view.slots(.party) { $0.entity },
            place: try view.slot(.place) { $0.entity },
            date: try view.slot(.date) { $0.date },
            confidence: view.confidence)
    }
}

extension VisitFinding {
    /// The visit that claims add up to.
    /// - Parameter claims: all about one visit, oldest first.
    public init(claims: [Claim]) throws(ClaimMismatch) {
        let view = try ClaimView(claims)
        self.init(
            who: try view.slot(.who) { $0.entity },
            leader: try view.slot(.leader) { $0.entity },
            to: try view.slot(.to) { $0.entity },
            cities: try view.slots(.city) { $0.entity },
            date: try view.slot(.date) { $0.date },
            confidence: view.confidence)
    }
}

/// The claims about one record that stand.
private struct ClaimView {
    private var standing: [Field: [Int: Claim]] = [:]
    let confidence: Double

    init(_ claims: [Claim]) throws(ClaimMismatch) {
        guard !claims.isEmpty else { throw .noClaims }
        for claim in Claim.standing(among: claims) { standing[claim.field, default: [:]][claim.ordinal] = claim }
        confidence = standing.values.flatMap { $0.values.map(\.confidence) }.min() ?? 0
    }

    func value<Value>(_ field: Field, _ read: (FieldValue) -> Value?) throws(ClaimMismatch) -> Value? {
        guard let claim = standing[field]?[0] else { return nil }
        guard let value = read(claim.value) else { throw .wrongValue(field) }
        return value
    }

    func slot<Value>(_ field: Field, _ read: (FieldValue) -> Value?) throws(ClaimMismatch) -> Slot<Value>? {
        guard let claim = standing[field]?[0] else { return nil }
        return try slot(claim, read)
    }

    func slots<Value>(_ field: Field, _ read: (FieldValue) -> Value?) throws(ClaimMismatch) -> [Slot<Value>] {
        var slots: [Slot<Value>] = []
        for (_, claim) in (standing[field] ?? [:]).sorted(by: { $0.key < $1.key }) {
            slots.append(try slot(claim, read))
        }
        return slots
    }

    /// Statuses that are still to come, each with the day of the same ordinal; one without a day is none.
    func milestones() throws(ClaimMismatch) -> [Slot<Milestone>] {
        var milestones: [Slot<Milestone>] = []
        for (ordinal, claim) in (standing[.status] ?? [:]).sorted(by: { $0.key < $1.key }) where ordinal > 0 {
            guard let day = standing[.date]?[ordinal] else { continue }
            let stage = try slot(claim) { $0.code.flatMap(AgreementStatus.init) }
            let due = try slot(day) { $0.date }
            let further = due.citations.filter { !stage.citations.contains($0) }
            milestones.append(
                Slot(
                    Milestone(stage: stage.value, due: due.value), citations: stage.citations + further,
                    rules: stage.rules))
        }
        return milestones
    }

    private func slot<Value>(_ claim: Claim, _ read: (FieldValue) -> Value?) throws(ClaimMismatch) -> Slot<Value> {
        guard let value = read(claim.value) else { throw .wrongValue(claim.field) }
        guard !claim.citations.isEmpty else { throw .uncited(claim.field) }
        return Slot(value, citations: claim.citations, rules: claim.rules)
    }
}

extension FieldValue {
    fileprivate var code: String? { if case .code(let code) = self { code } else { nil } }
    fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
    fileprivate var entity: NamedEntity? { if case .entity(let entity) = self { entity } else { nil } }
    fileprivate var money: Money? { if case .money(let money) = self { money } else { nil } }
    fileprivate var date: PartialDate? { if case .date(let date) = self { date } else { nil } }
    fileprivate var number: Int? { if case .number(let number) = self { number } else { nil } }
}
