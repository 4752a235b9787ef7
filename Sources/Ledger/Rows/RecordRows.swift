internal import Deals

/// All rows that the claims about one record add up to.
package enum RecordRows: Hashable, Sendable {
    case agreement(AgreementRow, [PartyRow])
    case meeting(MeetingRow, [PartyRow])
    case visit(VisitRow, [PartyRow])

    /// What the claims about a record add up to.
    package init(_ kind: RecordKind, claims: [Claim], at place: RowPlace) throws(ClaimMismatch) {
        func parties(_ field: Field, _ slots: [Slot<NamedEntity>]) -> [PartyRow] {
            slots.enumerated().map { ordinal, slot in
                PartyRow(slot.value, field: field, ordinal: ordinal, record: place.record)
            }
        }
        func party(_ field: Field, _ slot: Slot<NamedEntity>?) -> [PartyRow] {
            parties(field, slot.map { [$0] } ?? [])
        }
        switch kind {
        case .agreement:
            let view = try AgreementFinding(claims: claims)
            self = .agreement(
                AgreementRow(view, at: place), parties(.party, view.parties) + party(.place, view.place))
        case .meeting:
            let view = try MeetingFinding(claims: claims)
            self = .meeting(MeetingRow(view, at: place), parties(.party, view.parties) + party(.place, view.place))
        case .visit:
            let view = try VisitFinding(claims: claims)
            self = .visit(
                VisitRow(view, at: place),
                party(.who, view.who) + party(.leader, view.leader) + party(.to, view.to)
                    + parties(.city, view.cities))
        }
    }

    /// The same rows, the parties in the order of field and ordinal.
    package var sorted: RecordRows {
        func sorted(_ parties: [PartyRow]) -> [PartyRow] {
            parties.sorted { ($0.field, $0.ordinal) < ($1.field, $1.ordinal) }
        }
        return switch self {
        case .agreement(let row, let parties): .agreement(row, sorted(parties))
        case .meeting(let row, let parties): .meeting(row, sorted(parties))
        case .visit(let row, let parties): .visit(row, sorted(parties))
        }
    }
}
