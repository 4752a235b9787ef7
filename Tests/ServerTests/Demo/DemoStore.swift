import Deals
import Ledger
import SourceText

/// A ledger in memory for the page tests; the project's own stores have their own tests.
actor DemoStore: LedgerStore {
    private struct Entry {
        let document: Document
        let summary: DocumentSummary
        let agreements: [AgreementRecord]
        let meetings: [MeetingRecord]
        let visits: [VisitRecord]
    }

    let links = MemoryLedger()
    private var entries: [Entry] = []
    private var claimsByRecord: [RecordID: [Claim]] = [:]
    /// Set to have every question fail, as a broken disk would.
    private var failure: (any Error)?

    func breakDown(_ error: any Error) { failure = error }

    private func check() throws { if let failure { throw failure } }

    func add(
        _ document: Document, _ findings: Findings, author: String, added: String
    ) async throws -> AddOutcome {
        try check()
        let summary = DocumentSummary(
            hash: document.hash, metadata: document.metadata,
            language: document.metadata.language ?? findings.language, published: findings.publicationDay,
            added: added, agreementCount: findings.agreements.count, meetingCount: findings.meetings.count,
            visitCount: findings.visits.count)
        let hash = document.hash
        let agreements = findings.agreements.enumerated().map {
            AgreementRecord(
                id: RecordID(.agreement, in: hash, ordinal: $0.offset), finding: $0.element, document: summary)
        }
        let meetings = findings.meetings.enumerated().map {
            MeetingRecord(id: RecordID(.meeting, in: hash, ordinal: $0.offset), finding: $0.element, document: summary)
        }
        let visits = findings.visits.enumerated().map {
            VisitRecord(id: RecordID(.visit, in: hash, ordinal: $0.offset), finding: $0.element, document: summary)
        }
        entries.append(
            Entry(document: document, summary: summary, agreements: agreements, meetings: meetings, visits: visits))
        for record in agreements {
            let finding = record.finding
            claim(record.id, .kind, finding.kind, author, added, finding.confidence) { .code($0.rawValue) }
            claim(record.id, .status, finding.status, author, added, finding.confidence) { .code($0.rawValue) }
            for (ordinal, party) in finding.parties.enumerated() {
                claim(record.id, .party, party, author, added, finding.confidence, ordinal) { .entity($0) }
            }
            claim(record.id, .amount, finding.amount, author, added, finding.confidence) { .money($0) }
            claim(record.id, .subject, finding.subject, author, added, finding.confidence) { .text($0) }
            claim(record.id, .date, finding.date, author, added, finding.confidence) { .date($0) }
        }
        for record in visits {
            claim(record.id, .who, record.finding.who, author, added, record.finding.confidence) { .entity($0) }
        }
        return .added(agreements.map(\.id) + meetings.map(\.id) + visits.map(\.id))
    }

    private func claim<Value>(
        _ record: RecordID, _ field: Field, _ slot: Slot<Value>?, _ author: String, _ added: String,
        _ confidence: Double, _ ordinal: Int = 0, _ value: (Value) -> FieldValue
    ) {
        guard let slot else { return }
        claimsByRecord[record, default: []].append(
            Claim(
                record: record, field: field, ordinal: ordinal, value: value(slot.value), citations: slot.citations,
                author: author, added: added, confidence: confidence))
    }

    func document(_ hash: DocumentHash) async throws -> Document? {
        try check()
        return entries.first { $0.document.hash == hash }?.document
    }
    func summary(of hash: DocumentHash) async throws -> DocumentSummary? {
        try check()
        return entries.first { $0.document.hash == hash }?.summary
    }
    func documents(_ page: Page) async throws -> [DocumentSummary] {
        try check()
        return cut(newest.map(\.summary), page)
    }
    func documentCount() async throws -> Int {
        try check()
        return entries.count
    }

    func agreements(
        _ filter: AgreementFilter, order: AgreementOrder, page: Page
    ) async throws -> [AgreementRecord] {
        try check()
        let all = matching(filter)
        let sorted =
            switch order {
            case .newest: all.sorted { day($0) > day($1) }
            case .oldest: all.sorted { day($0) < day($1) }
            case .amount: all.sorted { ($0.finding.amount?.value.value ?? -1) > ($1.finding.amount?.value.value ?? -1) }
            case .place:
                all.sorted {
                    ($0.finding.place?.value.name ?? "\u{10FFFF}") < ($1.finding.place?.value.name ?? "\u{10FFFF}")
                }
            }
        return cut(sorted, page)
    }
    func agreementCount(_ filter: AgreementFilter) async throws -> Int {
        try check()
        return matching(filter).count
    }
    func totals(_ filter: AgreementFilter) async throws -> [Total] {
        try check()
        struct Key: Hashable {
            let currency: String
            let status: AgreementStatus?
        }
        let groups = Dictionary(grouping: matching(filter).filter { $0.finding.amount != nil }) {
            Key(currency: $0.finding.amount!.value.currency, status: $0.finding.status?.value)
        }
        return groups.map { key, records in
            Total(
                currency: key.currency, status: key.status,
                value: records.reduce(0) { $0 + $1.finding.amount!.value.value }, count: records.count)
        }
    }
    func agreement(_ id: RecordID) async throws -> AgreementRecord? {
        try check()
        return entries.flatMap(\.agreements).first { $0.id == id }
    }
    func meetings(in document: DocumentHash?, page: Page) async throws -> [MeetingRecord] {
        try check()
        return cut(newest.filter { document == nil || $0.document.hash == document }.flatMap(\.meetings), page)
    }
    func visits(in document: DocumentHash?, page: Page) async throws -> [VisitRecord] {
        try check()
        return cut(newest.filter { document == nil || $0.document.hash == document }.flatMap(\.visits), page)
    }
    func visit(_ id: RecordID) async throws -> VisitRecord? {
        try check()
        return entries.flatMap(\.visits).first { $0.id == id }
    }
    func meeting(_ id: RecordID) async throws -> MeetingRecord? {
        try check()
        return entries.flatMap(\.meetings).first { $0.id == id }
    }
    func claims(about id: RecordID) async throws -> [Claim] {
        try check()
        return claimsByRecord[id] ?? []
    }

    private var newest: [Entry] {
        entries.sorted { ($0.summary.published?.description ?? "") > ($1.summary.published?.description ?? "") }
    }

    private func day(_ record: AgreementRecord) -> String {
        (record.finding.date?.value ?? record.document.published)?.description ?? ""
    }

    private func cut<Record>(_ records: [Record], _ page: Page) -> [Record] {
        Array(records.dropFirst(page.offset).prefix(page.limit))
    }

    private func matching(_ filter: AgreementFilter) -> [AgreementRecord] {
        func has(_ text: String, _ words: String) -> Bool { Folding.plain(text).contains(Folding.plain(words)) }
        return entries.flatMap(\.agreements).filter { record in
            let finding = record.finding
            let names =
                finding.parties.map(\.value.name) + [finding.place?.value.name ?? "", finding.subject?.value ?? ""]
            if let words = filter.words, !has(names.joined(separator: " "), words) { return false }
            if let party = filter.party, !finding.parties.contains(where: { has($0.value.name, party) }) {
                return false
            }
            if let place = filter.place, !has(finding.place?.value.name ?? "", place) { return false }
            if !filter.statuses.isEmpty, !filter.statuses.contains(where: { $0 == finding.status?.value }) {
                return false
            }
            if !filter.kinds.isEmpty, !filter.kinds.contains(where: { $0 == finding.kind?.value }) { return false }
            if !filter.sectors.isEmpty, !filter.sectors.contains(where: { $0 == finding.sector?.value }) {
                return false
            }
            if let currency = filter.currency, finding.amount?.value.currency != currency { return false }
            if let minimum = filter.minimum, (finding.amount?.value.value ?? -1) < minimum { return false }
            if let maximum = filter.maximum, (finding.amount?.value.value ?? .infinity) > maximum { return false }
            if let document = filter.document, record.document.hash != document { return false }
            if let from = filter.from, day(record) < from.description { return false }
            if let until = filter.until, day(record) > until.description + "~" { return false }
            return finding.confidence >= filter.minimumConfidence ?? 0
        }
    }
}
