internal import Deals
public import Ledger
public import SourceText

extension PostgreSQLLedger {
    public func agreements(
        _ filter: AgreementFilter, order: AgreementOrder, page: Page
    ) async throws -> [AgreementRecord] {
        try await read { reading in
            try reading.agreements(try AgreementQuery(filter).numbers(order, page, reading.session))
        }
    }

    public func agreementCount(_ filter: AgreementFilter) async throws -> Int {
        try await read { try AgreementQuery(filter).count($0.session) }
    }

    public func totals(_ filter: AgreementFilter) async throws -> [Total] {
        try await read { try AgreementQuery(filter).totals($0.session) }
    }

    public func agreement(_ id: RecordID) async throws -> AgreementRecord? {
        guard id.kind == .agreement else { return nil }
        return try await read { reading in
            try reading.number(ofShown: id).flatMap { try reading.agreements([$0]).first }
        }
    }

    public func meeting(_ id: RecordID) async throws -> MeetingRecord? {
        guard id.kind == .meeting else { return nil }
        return try await read { reading in
            try reading.number(ofShown: id).flatMap { try reading.meetings([$0]).first }
        }
    }

    public func visit(_ id: RecordID) async throws -> VisitRecord? {
        guard id.kind == .visit else { return nil }
        return try await read { reading in
            try reading.number(ofShown: id).flatMap { try reading.visits([$0]).first }
        }
    }

    public func meetings(in document: DocumentHash?, page: Page) async throws -> [MeetingRecord] {
        try await read { reading in
            try reading.meetings(try reading.numbers(of: .meeting, in: document, page))
        }
    }

    public func visits(in document: DocumentHash?, page: Page) async throws -> [VisitRecord] {
        try await read { reading in try reading.visits(try reading.numbers(of: .visit, in: document, page)) }
    }
}

extension DocumentReading {
    /// The agreements of these numbers, in the same order.
    mutating func agreements(_ numbers: [Int64]) throws -> [AgreementRecord] {
        try shown(numbers).map { record, summary in
            let finding = try view(record.id) { () throws(ClaimMismatch) in
                try AgreementFinding(claims: record.standing)
            }
            return AgreementRecord(id: record.id, finding: finding, document: summary)
        }
    }

    /// The meetings of these numbers, in the same order.
    mutating func meetings(_ numbers: [Int64]) throws -> [MeetingRecord] {
        try shown(numbers).map { record, summary in
            let finding = try view(record.id) { () throws(ClaimMismatch) in
                try MeetingFinding(claims: record.standing)
            }
            return MeetingRecord(id: record.id, finding: finding, document: summary)
        }
    }

    /// The visits of these numbers, in the same order.
    mutating func visits(_ numbers: [Int64]) throws -> [VisitRecord] {
        try shown(numbers).map { record, summary in
            let finding = try view(record.id) { () throws(ClaimMismatch) in
                try VisitFinding(claims: record.standing)
            }
            return VisitRecord(id: record.id, finding: finding, document: summary)
        }
    }

    /// Records with their documents as lists show them.
    private mutating func shown(_ numbers: [Int64]) throws -> [(ClaimedRecord, DocumentSummary)] {
        let records = try records(numbers)
        try summarise(Array(Set(records.map(\.document))))
        var shown: [(ClaimedRecord, DocumentSummary)] = []
        for record in records { shown.append((record, try summary(record.document))) }
        return shown
    }

    private func view<Finding>(
        _ id: RecordID, _ make: () throws(ClaimMismatch) -> Finding
    ) throws(LedgerFailure) -> Finding {
        do {
            return try make()
        } catch {
            throw .unreadable(record: id, reason: error)
        }
    }

    /// One document's records of a kind in the text's order, or all of them newest first.
    func numbers(of kind: RecordKind, in hash: DocumentHash?, _ page: Page) throws -> [Int64] {
        let table = kind.rawValue
        let part = "LIMIT \(page.limit) OFFSET \(page.offset)"
        guard let hash else {
            return try session.rows(
                "SELECT record FROM \(table) ORDER BY event DESC NULLS LAST, document DESC, ordinal \(part)"
            ).map { $0.number(0) }
        }
        return try session.rows(
            """
            SELECT record FROM \(table) WHERE document = (SELECT number FROM document WHERE hash = $1)
            ORDER BY ordinal \(part)
            """, [hash.hexadecimal]
        ).map { $0.number(0) }
    }
}
