internal import Deals
internal import GRDB
internal import Ledger

/// All rows that the claims about one record add up to.
enum RecordRows: Hashable {
    case agreement(AgreementRow, [PartyRow])
    case meeting(MeetingRow, [PartyRow])
    case visit(VisitRow, [PartyRow])

    /// What the claims about a record add up to.
    init(_ kind: RecordKind, claims: [Claim], at place: RowPlace) throws(ClaimMismatch) {
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

    /// Writes the rows of a new record.
    func insert(_ db: Database) throws {
        switch self {
        case .agreement(let row, let parties):
            try row.insert(db)
            for party in parties { try party.insert(db) }
        case .meeting(let row, let parties):
            try row.insert(db)
            for party in parties { try party.insert(db) }
        case .visit(let row, let parties):
            try row.insert(db)
            for party in parties { try party.insert(db) }
        }
    }

    /// Removes the rows of a record.
    static func delete(_ kind: RecordKind, record: Int64, _ db: Database) throws {
        for table in [kind.rawValue, "party"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE record = ?", arguments: [record])
        }
    }

    /// The rows that are stored for a record; nil when there are none.
    static func stored(_ kind: RecordKind, record: Int64, _ db: Database) throws -> RecordRows? {
        let parties = try PartyRow.fetchAll(
            db, sql: "SELECT * FROM party WHERE record = ? ORDER BY field, ordinal", arguments: [record])
        switch kind {
        case .agreement: return try AgreementRow.fetchOne(db, key: record).map { .agreement($0, parties) }
        case .meeting: return try MeetingRow.fetchOne(db, key: record).map { .meeting($0, parties) }
        case .visit: return try VisitRow.fetchOne(db, key: record).map { .visit($0, parties) }
        }
    }

    /// The same rows, the parties in the order of ``stored(_:record:_:)``.
    var sorted: RecordRows {
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
