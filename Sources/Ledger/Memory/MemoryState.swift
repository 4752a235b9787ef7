internal import Deals
internal import SourceText

/// All that a ledger in memory holds, as a value: a change is made on a copy, which takes the place of the old one when
/// all of it went well.
struct MemoryState {
    /// A document and what was read out of it.
    struct Kept {
        let document: Document
        let language: LanguageTag?
        let published: PartialDate?
        let added: String
        var records: [RecordID]
        /// Number of the change that read it last.
        var reading: Int64
    }

    /// A record of the ledger that some claims stand about.
    struct View<Record: Sendable> {
        let record: Record
        let document: Int
        let ordinal: Int
        let day: PartialDate?
    }

    /// A claim, the number of the document that it comes from, and of the change that brought it.
    private struct KeptClaim {
        let claim: Claim
        let document: Int
        let entry: Int64
    }

    private(set) var documents: [Kept] = []
    private(set) var numbers: [DocumentHash: Int] = [:]
    private(set) var journal: [JournalEntry] = []
    /// All records in the order in which they were added, and where each was read.
    private(set) var order: [RecordID] = []
    private(set) var homes: [RecordID: (document: Int, ordinal: Int)] = [:]
    private var claims: [RecordID: [KeptClaim]] = [:]
    private(set) var decisions: [RecordID: [Decision]] = [:]
    private(set) var agreements: [RecordID: View<AgreementRecord>] = [:]
    private(set) var meetings: [RecordID: View<MeetingRecord>] = [:]
    private(set) var visits: [RecordID: View<VisitRecord>] = [:]
    /// Judgements, clusters and keys.
    var book = JudgementBook()

    // MARK: Changing

    /// Appends a change.
    mutating func record(_ change: Change, author: Author, added: String) throws {
        try Contribution.check(author: author.name, added: added)
        let number = Int64(journal.count + 1)
        var touched: [RecordID] = []
        switch change {
        case .document(let read):
            let new = try Contribution(read, author: author.name, added: added)
            guard numbers[new.document.hash] == nil else {
                throw LedgerFailure.malformed(
                    what: "document", value: new.document.hash.hexadecimal, expected: "one that is not there yet")
            }
            numbers[new.document.hash] = documents.count
            documents.append(
                Kept(
                    document: new.document, language: new.language, published: new.published, added: added, records: [],
                    reading: number))
            touched = keep(new.records, of: documents.count - 1, number)
        case .reading(let hash, let records):
            guard let document = numbers[hash] else { throw LedgerFailure.unknownDocument(hash) }
            for citation in records.flatMap(\.claims).flatMap(\.citations) {
                try Contribution.check(citation, stands: documents[document].document)
            }
            documents[document].reading = number
            touched = documents[document].records + keep(records, of: document, number)
        case .claims(let new):
            for claim in new {
                guard let home = homes[claim.record] else { throw LedgerFailure.unknownRecord(claim.record) }
                try claim.check { (hash: DocumentHash) -> Document? in numbers[hash].map { documents[$0].document } }
                let document = claim.citations.first.flatMap { numbers[$0.document] } ?? home.document
                claims[claim.record, default: []].append(KeptClaim(claim: claim, document: document, entry: number))
                touched.append(claim.record)
            }
        case .decisions(let new):
            for decision in new {
                try decision.check()
                guard claims[decision.record]?.contains(where: { $0.claim.id == decision.claim }) == true else {
                    throw LedgerFailure.unknownClaim(decision.claim)
                }
                decisions[decision.record, default: []].append(decision)
                touched.append(decision.record)
            }
        case .judgements(let new): try book.judge(new)
        }
        for id in Set(touched) { try refresh(id) }
        let previous = journal.last?.hash ?? JournalEntry.origin
        journal.append(
            JournalEntry(
                number: number, change: change, author: author, added: added, previous: previous,
                hash: JournalEntry.hash(of: change, author: author, added: added, after: previous)))
    }

    private mutating func keep(_ records: [RecordClaims], of document: Int, _ entry: Int64) -> [RecordID] {
        for record in records {
            if homes[record.id] == nil {
                homes[record.id] = (document, record.ordinal)
                order.append(record.id)
                documents[document].records.append(record.id)
            }
            claims[record.id, default: []] += record.claims.map {
                KeptClaim(claim: $0, document: document, entry: entry)
            }
        }
        return records.map(\.id)
    }

    /// Makes a record's view anew.
    private mutating func refresh(_ id: RecordID) throws(LedgerFailure) {
        guard let home = homes[id] else { return }
        agreements[id] = nil
        meetings[id] = nil
        visits[id] = nil
        let standing = standing(of: id)
        if standing.isEmpty { return }
        let summary = summary(home.document)
        do throws(ClaimMismatch) {
            switch id.kind {
            case .agreement:
                let record = AgreementRecord(
                    id: id, finding: try AgreementFinding(claims: standing), document: summary)
                agreements[id] = View(
                    record: record, document: home.document, ordinal: home.ordinal, day: record.eventDay)
            case .meeting:
                let record = MeetingRecord(id: id, finding: try MeetingFinding(claims: standing), document: summary)
                meetings[id] = View(
                    record: record, document: home.document, ordinal: home.ordinal, day: record.eventDay)
            case .visit:
                let record = VisitRecord(id: id, finding: try VisitFinding(claims: standing), document: summary)
                visits[id] = View(
                    record: record, document: home.document, ordinal: home.ordinal, day: record.eventDay)
            }
        } catch {
            throw .unreadable(record: id, reason: error)
        }
    }

    // MARK: Reading

    func statements(about id: RecordID) -> [ClaimStatement] {
        (claims[id] ?? []).map { kept in
            let isCurrent = kept.claim.rank > .program || kept.entry == documents[kept.document].reading
            return ClaimStatement(kept.claim, day: documents[kept.document].published, isCurrent: isCurrent)
        }
    }

    private func standing(of id: RecordID) -> [Claim] {
        Claim.standing(among: statements(about: id), decisions: decisions[id] ?? [])
    }

    /// A document as lists show it; it counts the records that were read out of it.
    func summary(_ number: Int) -> DocumentSummary {
        let kept = documents[number]
        func count(_ kind: RecordKind) -> Int { kept.records.count { $0.kind == kind } }
        return DocumentSummary(
            hash: kept.document.hash, metadata: kept.document.metadata, language: kept.language,
            published: kept.published, added: kept.added, agreementCount: count(.agreement),
            meetingCount: count(.meeting), visitCount: count(.visit))
    }

    func values(of id: RecordID) -> RecordValues? {
        guard let home = homes[id] else { return nil }
        let kept = documents[home.document]
        let standing = standing(of: id)
        if standing.isEmpty { return nil }
        let values = standing.map {
            RecordValues.Value(field: $0.field, ordinal: $0.ordinal, value: $0.value, confidence: $0.confidence)
        }
        return RecordValues(
            id: id, ordinal: home.ordinal, document: kept.document.hash, source: kept.document.metadata.source,
            url: kept.document.metadata.url, language: kept.language, published: kept.published,
            values: values.sorted(by: RecordValues.Value.precedes))
    }
}
