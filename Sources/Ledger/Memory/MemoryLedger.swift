public import Deals
public import SourceText

/// A ledger that lives in memory: the plain reading of ``LedgerStore``'s contract, for tests and for what is
/// not worth a file. Every question walks over all records.
public actor MemoryLedger: LedgerStore {
    var state = MemoryState()

    private typealias View<Record: Sendable> = MemoryState.View<Record>

    /// An empty ledger.
    public init() {}

    public func add(
        _ document: Document, _ findings: Findings, author: String, added: String
    ) throws -> AddOutcome {
        let new = try Contribution(document, findings, author: author, added: added)
        if let number = state.numbers[document.hash] { return .alreadyKnown(state.documents[number].records) }
        try record(new.change, author: .program(author), added: added)
        return .added(new.records.map(\.id))
    }

    public func record(_ change: Change, author: Author, added: String) throws {
        var next = state
        try next.record(change, author: author, added: added)
        state = next
    }

    public func journal(after number: Int64, limit: Int) -> [JournalEntry] {
        Array(state.journal.dropFirst(Int(number)).prefix(limit))
    }

    public func journalHead() -> JournalHead? {
        state.journal.last.map { JournalHead(number: $0.number, hash: $0.hash) }
    }

    public func records(of document: DocumentHash) -> [RecordID] {
        state.numbers[document].map { state.documents[$0].records } ?? []
    }
    public func statements(about id: RecordID) -> [ClaimStatement] { state.statements(about: id) }
    public func decisions(about id: RecordID) -> [Decision] { state.decisions[id] ?? [] }
    public func claims(about id: RecordID) -> [Claim] { state.statements(about: id).map(\.claim) }

    public func document(_ hash: DocumentHash) -> Document? { state.numbers[hash].map { state.documents[$0].document } }
    public func summary(of hash: DocumentHash) -> DocumentSummary? { state.numbers[hash].map { state.summary($0) } }

    public func documents(_ page: Page) -> [DocumentSummary] {
        let order = state.documents.indices.sorted { left, right in
            let days = (state.documents[left].published, state.documents[right].published)
            return days.0 == days.1 ? left > right : isLater(days.0, days.1)
        }
        return page.of(order).map { state.summary($0) }
    }

    public func documentCount() -> Int { state.documents.count }

    public func agreements(_ filter: AgreementFilter, order: AgreementOrder, page: Page) -> [AgreementRecord] {
        let entries = state.agreements.values.filter { asks(filter, for: $0.record) }
        return page.of(entries.sorted { comes($0, before: $1, in: order) }).map(\.record)
    }

    public func agreementCount(_ filter: AgreementFilter) -> Int {
        state.agreements.values.count { asks(filter, for: $0.record) }
    }

    public func totals(_ filter: AgreementFilter) -> [Total] {
        let records = state.agreements.values.filter { asks(filter, for: $0.record) }
        return Total.totals(of: records.sorted { ($0.document, $0.ordinal) < ($1.document, $1.ordinal) }.map(\.record))
    }

    public func agreement(_ id: RecordID) -> AgreementRecord? { state.agreements[id]?.record }
    public func meeting(_ id: RecordID) -> MeetingRecord? { state.meetings[id]?.record }
    public func visit(_ id: RecordID) -> VisitRecord? { state.visits[id]?.record }

    public func meetings(in document: DocumentHash?, page: Page) -> [MeetingRecord] {
        page.of(listed(Array(state.meetings.values), of: document)).map(\.record)
    }

    public func visits(in document: DocumentHash?, page: Page) -> [VisitRecord] {
        page.of(listed(Array(state.visits.values), of: document)).map(\.record)
    }

    private func asks(_ filter: AgreementFilter, for record: AgreementRecord) -> Bool {
        guard filter.asks(for: record) else { return false }
        return filter.minimumSources.map { $0 <= 1 || sources(of: record.id) >= $0 } ?? true
    }

    private func sources(of id: RecordID) -> Int {
        let cluster = clusters(.agreement, of: [id.text])[id.text] ?? id.text
        let records = recordValues(of: members(.agreement, of: cluster).compactMap { RecordID($0) })
        return Set(clusters(.document, of: records.map(\.document.hexadecimal)).values).count
    }

    // MARK: Orders

    /// One document's records in the text's order; all records newest first.
    private func listed<Record>(_ entries: [View<Record>], of document: DocumentHash?) -> [View<Record>] {
        if let document {
            return entries.filter { $0.document == state.numbers[document] }.sorted { $0.ordinal < $1.ordinal }
        }
        return entries.sorted(by: isNewer)
    }

    private func comes(
        _ left: View<AgreementRecord>, before right: View<AgreementRecord>, in order: AgreementOrder
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
    private func isNewer<Record>(_ left: View<Record>, _ right: View<Record>) -> Bool {
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
