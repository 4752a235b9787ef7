internal import Deals
package import SourceText

extension Claim {
    /// Refuses a person's claim that no record can show.
    /// - Parameter document: gives a stored document.
    package func check<Failure: Error>(_ document: (DocumentHash) throws(Failure) -> Document?) throws {
        try Contribution.check(author: author, added: added)
        guard rank > .program else {
            throw LedgerFailure.malformed(
                what: "claim of", value: author, expected: "a person; programs read documents as a whole")
        }
        guard ordinal >= 0, confidence >= 0, confidence <= 1, record.kind.fields.contains(field) else {
            throw LedgerFailure.malformed(
                what: "claim on the field", value: field.rawValue,
                expected: "a field of a \(record.kind.rawValue), an ordinal from 0 and a confidence from 0 to 1")
        }
        do throws(ClaimMismatch) {
            try alone()
        } catch {
            throw LedgerFailure.malformed(
                what: "claim on", value: field.rawValue, expected: "one that counts: \(error)")
        }
        for citation in citations {
            guard let document = try document(citation.document) else {
                throw LedgerFailure.malformed(
                    what: "cited document", value: citation.document.hexadecimal, expected: "one that the ledger holds")
            }
            try Contribution.check(citation, stands: document)
        }
    }

    /// The record that the claim alone would make.
    private func alone() throws(ClaimMismatch) {
        let first = Claim(
            record: record, field: field, value: value, citations: citations, author: author, added: added,
            confidence: confidence)
        switch record.kind {
        case .agreement: _ = try AgreementFinding(claims: [first])
        case .meeting: _ = try MeetingFinding(claims: [first])
        case .visit: _ = try VisitFinding(claims: [first])
        }
    }
}

extension RecordKind {
    /// The fields that its records have.
    package var fields: Set<Field> {
        switch self {
        case .agreement: [.kind, .status, .party, .amount, .subject, .sector, .place, .date, .count]
        case .meeting: [.party, .place, .date]
        case .visit: [.who, .leader, .to, .city, .date]
        }
    }
}
