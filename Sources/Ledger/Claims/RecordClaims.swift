public import Deals
public import SourceText

/// What one document claims about one record.
public struct RecordClaims: Hashable, Sendable {
    /// The record.
    public let id: RecordID
    /// Its place among the document's records of its kind, from 0.
    public let ordinal: Int
    /// In the order of the fields; never empty.
    public let claims: [Claim]

    package init(id: RecordID, ordinal: Int, claims: [Claim]) {
        self.id = id
        self.ordinal = ordinal
        self.claims = claims
    }
}

/// Takes a document's findings apart into claims, record by record: visits, meetings, agreements, each in
/// the text's order.
///
/// - A finding that states nothing makes no record, but keeps its ordinal.
/// - A confidence outside 0…1 is brought to the nearer end.
/// - U+0000 in names and subjects becomes U+FFFD, because PostgreSQL and most readers of SQLite files cannot
///   hold it in text; citations keep the document's exact words.
/// - Parameters:
///   - document: the document that the findings were made from.
///   - author: who read it ("kelishuv 0.1.0").
///   - added: the time of recording, ISO 8601 (UTC).
public func claims(
    from findings: Findings, of document: DocumentHash, author: String, added: String
) -> [RecordClaims] {
    func record(_ kind: RecordKind, _ ordinal: Int, confidence: Double, _ fill: (inout ClaimList) -> Void)
        -> RecordClaims?
    {
        let id = RecordID(kind, in: document, ordinal: ordinal)
        var list = ClaimList(record: id, author: author, added: added, confidence: confidence)
        fill(&list)
        return list.claims.isEmpty ? nil : RecordClaims(id: id, ordinal: ordinal, claims: list.claims)
    }
    let visits = findings.visits.enumerated().compactMap { ordinal, visit in
        record(.visit, ordinal, confidence: visit.confidence) { $0.add(visit) }
    }
    let meetings = findings.meetings.enumerated().compactMap { ordinal, meeting in
        record(.meeting, ordinal, confidence: meeting.confidence) { $0.add(meeting) }
    }
    let agreements = findings.agreements.enumerated().compactMap { ordinal, agreement in
        record(.agreement, ordinal, confidence: agreement.confidence) { $0.add(agreement) }
    }
    return visits + meetings + agreements
}

/// Claims about one record while they are being made.
private struct ClaimList {
    let record: RecordID
    let author: String
    let added: String
    let confidence: Double
    private(set) var claims: [Claim] = []

    init(record: RecordID, author: String, added: String, confidence: Double) {
        self.record = record
        self.author = author
        self.added = added
        self.confidence = confidence.isNaN ? 0 : min(max(confidence, 0), 1)
    }

    mutating func add(_ visit: VisitFinding) {
        add(.who, visit.who, entity)
        add(.leader, visit.leader, entity)
        add(.to, visit.to, entity)
        add(.city, visit.cities, entity)
        add(.date, visit.date) { .date($0) }
    }

    mutating func add(_ meeting: MeetingFinding) {
        add(.party, meeting.parties, entity)
        add(.place, meeting.place, entity)
        add(.date, meeting.date) { .date($0) }
    }

    mutating func add(_ agreement: AgreementFinding) {
        add(.kind, agreement.kind) { .code($0.rawValue) }
        add(.status, agreement.status) { .code($0.rawValue) }
        add(.party, agreement.parties, entity)
        add(.amount, agreement.amount) { .money($0) }
        add(.subject, agreement.subject) { .text($0.withoutNull) }
        add(.sector, agreement.sector) { .code($0.rawValue) }
        add(.place, agreement.place, entity)
        add(.date, agreement.date) { .date($0) }
        // A milestone is a further status with its day: both have the same ordinal, from 1.
        for (number, milestone) in agreement.milestones.enumerated() {
            for (field, value) in [
                (Field.status, FieldValue.code(milestone.value.stage.rawValue)), (.date, .date(milestone.value.due)),
            ] {
                add(field, number + 1, value, citations: milestone.citations, rules: milestone.rules)
            }
        }
        if let count = agreement.count { add(.count, 0, .number(count), citations: [], rules: []) }
    }

    private func entity(_ entity: NamedEntity) -> FieldValue {
        .entity(
            NamedEntity(
                name: entity.name.withoutNull, kind: entity.kind, role: entity.role?.withoutNull,
                place: entity.place?.withoutNull))
    }

    private mutating func add<Value>(_ field: Field, _ slot: Slot<Value>?, _ form: (Value) -> FieldValue) {
        if let slot { add(field, [slot], form) }
    }

    private mutating func add<Value>(_ field: Field, _ slots: [Slot<Value>], _ form: (Value) -> FieldValue) {
        for (ordinal, slot) in slots.enumerated() {
            add(field, ordinal, form(slot.value), citations: slot.citations, rules: slot.rules)
        }
    }

    private mutating func add(
        _ field: Field, _ ordinal: Int, _ value: FieldValue, citations: [Citation], rules: [String]
    ) {
        claims.append(
            Claim(
                record: record, field: field, ordinal: ordinal, value: value, citations: citations, rules: rules,
                author: author, added: added, confidence: confidence))
    }
}

extension String {
    /// The same text with U+FFFD in the place of each U+0000.
    var withoutNull: String {
        guard utf8.contains(0) else { return self }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 })
        return String(scalars)
    }
}
