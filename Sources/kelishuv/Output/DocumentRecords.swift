internal import Ledger
internal import SourceText

/// All records that were read from one document, in the text's order.
struct DocumentRecords {
    let visits: [VisitRecord]
    let meetings: [MeetingRecord]
    let agreements: [AgreementRecord]

    init(_ hash: DocumentHash, _ store: some LedgerStore) async throws {
        visits = try await Self.all { try await store.visits(in: hash, page: $0) }
        meetings = try await Self.all { try await store.meetings(in: hash, page: $0) }
        var filter = AgreementFilter()
        filter.document = hash
        agreements = try await Self.all { try await store.agreements(filter, order: .place, page: $0) }
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
