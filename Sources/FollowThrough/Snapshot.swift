internal import Deals
public import Ledger
internal import SourceText

/// What the ledger holds, deal by deal, with the visits that the deals belong to: what histories, statistics and answers
/// are worked out from.
public struct Snapshot: Sendable {
    /// In the order of the ledger: the latest event first.
    public let deals: [Deal]
    /// Newest first.
    public let visits: [VisitRecord]
    public let meetings: [MeetingRecord]
    private let visitsByDeal: [RecordID: [VisitRecord]]
    private let visitsByMeeting: [RecordID: [VisitRecord]]
    private let dealsByRecord: [RecordID: Int]

    /// Joins what belongs together.
    /// - Parameters:
    ///   - clusters: records that linkage says are one, of all kinds.
    ///   - parts: for the record of a package the records inside it.
    public init(
        agreements: [AgreementRecord], visits: [VisitRecord] = [], meetings: [MeetingRecord] = [],
        clusters: [[RecordID]] = [], parts: [RecordID: [RecordID]] = [:]
    ) {
        let deals = Deal.deals(of: agreements, clusters: clusters, parts: parts)
        self.deals = deals
        self.visits = visits
        self.meetings = meetings
        let byDocument = Dictionary(grouping: visits, by: \.document.hash)
        let rules = byDocument.mapValues { visits in
            visits.map { visit in (visit, Belonging(visit, others: visits.filter { $0.id != visit.id })) }
        }
        var visitsByDeal: [RecordID: [VisitRecord]] = [:]
        var dealsByRecord: [RecordID: Int] = [:]
        for (number, deal) in deals.enumerated() {
            for report in deal.reports {
                dealsByRecord[report.id] = number
                let finding = report.finding
                let own = (rules[report.document.hash] ?? []).filter {
                    $0.1.takes(parties: finding.parties, place: finding.place, date: finding.date?.value)
                }
                visitsByDeal[deal.id, default: []] += own.map(\.0)
            }
        }
        var visitsByMeeting: [RecordID: [VisitRecord]] = [:]
        for meeting in meetings {
            visitsByMeeting[meeting.id] = (rules[meeting.document.hash] ?? []).filter {
                $0.1.takes(parties: meeting.finding.parties, place: nil, date: meeting.finding.date?.value)
            }.map(\.0)
        }
        self.visitsByDeal = visitsByDeal
        self.visitsByMeeting = visitsByMeeting
        self.dealsByRecord = dealsByRecord
    }

    /// The visits on which a deal came about.
    public func visits(of deal: Deal) -> [VisitRecord] { visitsByDeal[deal.id] ?? [] }

    /// The visits on which a meeting took place.
    public func visits(of meeting: MeetingRecord) -> [VisitRecord] { visitsByMeeting[meeting.id] ?? [] }

    /// The deal that a record reports on.
    public func deal(of record: RecordID) -> Deal? { dealsByRecord[record].map { deals[$0] } }

    /// Reads the whole ledger, with what linkage says of it.
    public static func load(_ store: some LedgerStore) async throws -> Snapshot {
        let agreements = try await all { try await store.agreements(AgreementFilter(), order: .newest, page: $0) }
        let visits = try await all { try await store.visits(in: nil, page: $0) }
        var parts: [RecordID: [RecordID]] = [:]
        for judgement in try await store.allStanding(.agreement, .part) {
            guard let part = RecordID(judgement.first), let whole = RecordID(judgement.second) else { continue }
            parts[whole, default: []].append(part)
        }
        return Snapshot(
            agreements: agreements, visits: visits,
            meetings: try await all { try await store.meetings(in: nil, page: $0) },
            clusters: try await clusters(.agreement, of: agreements.map(\.id), store)
                + clusters(.visit, of: visits.map(\.id), store), parts: parts)
    }

    private static func clusters(
        _ kind: LinkedKind, of ids: [RecordID], _ store: some LedgerStore
    ) async throws -> [[RecordID]] {
        let clusters = try await store.clusters(kind, of: ids.map(\.text))
        return Array(Dictionary(grouping: ids) { clusters[$0.text] ?? $0.text }.values.filter { $0.count > 1 })
    }

    private static func all<Record>(_ part: (Page) async throws -> [Record]) async throws -> [Record] {
        var records: [Record] = []
        var page = Page(limit: 1000)
        while true {
            let next = try await part(page)
            records += next
            if next.count < page.limit { return records }
            page.offset += page.limit
        }
    }
}
