public import Deals
public import SourceText

/// A ledger that lives in memory: the plain reading of ``LedgerStore``'s contract, for tests and for what is
/// not worth a file. Every question walks over all records.
public actor MemoryLedger: LedgerStore {
    private var contributions: [Contribution] = []
    private var numbers: [DocumentHash: Int] = [:]
    private var claims: [RecordID: [Claim]] = [:]
    /// All records in the order in which they were added, and where each was read.
    private(set) var order: [RecordID] = []
    private var homes: [RecordID: (document: Int, ordinal: Int)] = [:]
    /// Judgements, clusters and keys.
    var book = JudgementBook()
    private var agreements: [Entry<AgreementRecord>] = []
    private var meetings: [Entry<MeetingRecord>] = []
    private var visits: [Entry<VisitRecord>] = []

    /// A record with what orders it.
    private struct Entry<Record: Sendable>: Sendable {
        let record: Record
        let document: Int
        let ordinal: Int
        let day: PartialDate?
    }

    /// An empty ledger.
    public init() {}

    public func add(
        _ document: Document, _ findings: Findings, author: String, added: String
    ) throws(LedgerFailure) -> AddOutcome {
        let new = try Contribution(document, findings, author: author, added: added)
        if let number = numbers[document.hash] { return .alreadyKnown(contributions[number].records.map(\.id)) }
        let number = contributions.count
        let summary = new.summary
        for record in new.records {
            do throws(ClaimMismatch) {
                try keep(record, of: summary, number)
            } catch {
                throw .unreadable(record: record.id, reason: error)
            }
        }
        contributions.append(new)
        numbers[document.hash] = number
        return .added(new.records.map(\.id))
    }

    private func keep(_ record: RecordClaims, of summary: DocumentSummary, _ number: Int) throws(ClaimMismatch) {
        switch record.id.kind {
        case .agreement:
            let view = AgreementRecord(
                id: record.id, finding: try AgreementFinding(claims: record.claims), document: summary)
            agreements.append(
                Entry(record: view, document: number, ordinal: record.ordinal, day: view.eventDay))
        case .meeting:
            let view = MeetingRecord(
                id: record.id, finding: try MeetingFinding(claims: record.claims), document: summary)
            meetings.append(Entry(record: view, document: number, ordinal: record.ordinal, day: view.eventDay))
        case .visit:
            let view = VisitRecord(id: record.id, finding: try VisitFinding(claims: record.claims), document: summary)
            visits.append(Entry(record: view, document: number, ordinal: record.ordinal, day: view.eventDay))
        }
        claims[record.id] = record.claims
        order.append(record.id)
        homes[record.id] = (number, record.ordinal)
    }

    public func document(_ hash: DocumentHash) -> Document? {
        numbers[hash].map {
            let kept = contributions[$0]
            return Document(raw: kept.document.raw, text: kept.document.text, metadata: kept.metadata)
        }
    }

    public func summary(of hash: DocumentHash) -> DocumentSummary? { numbers[hash].map { contributions[$0].summary } }

    public func documents(_ page: Page) -> [DocumentSummary] {
        let order = contributions.indices.sorted { left, right in
            let days = (contributions[left].published, contributions[right].published)
            return days.0 == days.1 ? left > right : isLater(days.0, days.1)
        }
        return page.of(order).map { contributions[$0].summary }
    }

    public func documentCount() -> Int { contributions.count }

    public func agreements(_ filter: AgreementFilter, order: AgreementOrder, page: Page) -> [AgreementRecord] {
        let entries = agreements.filter { filter.asks(for: $0.record) }
        return page.of(entries.sorted { comes($0, before: $1, in: order) }).map(\.record)
    }

    public func agreementCount(_ filter: AgreementFilter) -> Int {
        agreements.count { filter.asks(for: $0.record) }
    }

    public func totals(_ filter: AgreementFilter) -> [Total] {
        Total.totals(of: agreements.lazy.map(\.record).filter { filter.asks(for: $0) })
    }

    public func agreement(_ id: RecordID) -> AgreementRecord? { agreements.first { $0.record.id == id }?.record }
    public func meeting(_ id: RecordID) -> MeetingRecord? { meetings.first { $0.record.id == id }?.record }
    public func visit(_ id: RecordID) -> VisitRecord? { visits.first { $0.record.id == id }?.record }

    public func meetings(in document: DocumentHash?, page: Page) -> [MeetingRecord] {
        page.of(listed(meetings, of: document)).map(\.record)
    }

    public func visits(in document: DocumentHash?, page: Page) -> [VisitRecord] {
        page.of(listed(visits, of: document)).map(\.record)
    }

    public func claims(about id: RecordID) -> [Claim] { claims[id] ?? [] }

    func values(of id: RecordID) -> RecordValues? {
        guard let home = homes[id] else { return nil }
        let document = contributions[home.document]
        let values = Claim.standing(among: claims[id] ?? []).map {
            RecordValues.Value(field: $0.field, ordinal: $0.ordinal, value: $0.value, confidence: $0.confidence)
        }
        return RecordValues(
            id: id, ordinal: home.ordinal, document: document.document.hash, source: document.metadata.source,
            url: document.metadata.url, language: document.language, published: document.published,
            values: values.sorted(by: RecordValues.Value.precedes))
    }

    // MARK: Orders

    /// One document's records in the text's order; all records newest first.
    private func listed<Record>(_ entries: [Entry<Record>], of document: DocumentHash?) -> [Entry<Record>] {
        if let document {
            return entries.filter { $0.document == numbers[document] }.sorted { $0.ordinal < $1.ordinal }
        }
        return entries.sorted(by: isNewer)
    }

    private func comes(
        _ left: Entry<AgreementRecord>, before right: Entry<AgreementRecord>, in order: AgreementOrder
    ) -> Bool {
        let first = left.record.finding
        let second = right.record.finding
        switch order {
        case .newest: return isNewer(left, right)
        case .oldest:
            if left.day != right.day { return isEarlier(left.day, right.day) }
        case .amount:
            switch (first.amount?.value, second.amount?.value) {
            case (let one?, let other?) where one.currency != other.currency: return one.currency < other.currency
            case (let one?, let other?) where one.value != other.value: return one.value > other.value
            case (.some, nil): return true
            case (nil, .some): return false
            default: break
            }
        case .place:
            switch (first.place?.value.name, second.place?.value.name) {
            case (let one?, let other?):
                let keys = (SearchKey(one).padded, SearchKey(other).padded)
                if keys.0 != keys.1 { return keys.0.utf8.lexicographicallyPrecedes(keys.1.utf8) }
                if !one.utf8.elementsEqual(other.utf8) { return one.utf8.lexicographicallyPrecedes(other.utf8) }
            case (.some, nil): return true
            case (nil, .some): return false
            default: break
            }
        }
        return (left.document, left.ordinal) < (right.document, right.ordinal)
    }

    /// Later day first, dateless last; then the document added last, its records in the text's order.
    private func isNewer<Record>(_ left: Entry<Record>, _ right: Entry<Record>) -> Bool {
        if left.day != right.day { return isLater(left.day, right.day) }
        return left.document == right.document ? left.ordinal < right.ordinal : left.document > right.document
    }

    private func isLater(_ left: PartialDate?, _ right: PartialDate?) -> Bool {
        guard let left else { return false }
        return right.map { left > $0 } ?? true
    }

    private func isEarlier(_ left: PartialDate?, _ right: PartialDate?) -> Bool {
        guard let left else { return false }
        return right.map { left < $0 } ?? true
    }
}

extension Page {
    /// The page's part of a whole list.
    func of<Element>(_ all: [Element]) -> ArraySlice<Element> { all.dropFirst(offset).prefix(limit) }
}
