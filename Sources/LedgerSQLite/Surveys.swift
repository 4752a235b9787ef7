public import Deals
public import Ledger

// The surveys of a ledger, asked of the database; what they answer is said in Ledger/LedgerSurveys.swift.
extension SQLiteLedger {
    public func groups(
        _ filter: AgreementFilter, by grouping: AgreementGrouping, page: Page
    ) async throws -> [AgreementGroup] {
        try await read { reading in
            let groups = AgreementGroup.groups(of: try AgreementQuery(filter).tallies(grouping, reading.db))
            return Array(groups.dropFirst(page.offset).prefix(page.limit))
        }
    }

    public func names(_ kind: EntityKind, page: Page) async throws -> [NameEntry] {
        try await read { try $0.names(kind, page) }
    }

    public func records(naming name: String, as kind: EntityKind) async throws -> [RecordID] {
        try await read { try $0.records(naming: name, as: kind) }
    }

    public func records(atPlaces ids: Set<String>) async throws -> [RecordID] {
        try await read { try $0.records(atPlaces: ids) }
    }

    public func outlets(_ page: Page) async throws -> [OutletEntry] { try await read { try $0.outlets(page) } }

    public func documents(of outlet: String, page: Page) async throws -> [DocumentSummary] {
        try await read { reading in
            try reading.documentNumbers(of: outlet, page).map { try reading.summary($0) }
        }
    }
}
