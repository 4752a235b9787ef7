public import Deals
internal import SourceText

/// Questions over many records at once, for lists of companies, officials, places, sectors and outlets.
///
/// The plain reading here walks over the whole ledger; a store that can ask its database does that instead, with the
/// same answers (one contract test for all).
extension LedgerStore {
    /// Agreements counted and summed by what they have in common; the largest group first, of equals by key.
    public func groups(
        _ filter: AgreementFilter, by grouping: AgreementGrouping, page: Page
    ) async throws -> [AgreementGroup] {
        var tallies: [AgreementTally] = []
        try await walk({ try await agreements(filter, order: .oldest, page: $0) }) { record in
            for (key, name, placeID) in record.groupKeys(grouping) {
                let amount = record.finding.amount?.value
                tallies.append(
                    AgreementTally(
                        key: key, name: name, placeID: placeID, status: record.finding.status?.value,
                        currency: amount?.currency, count: 1, sum: amount?.value ?? 0))
            }
        }
        return Array(page.of(AgreementGroup.groups(of: tallies)))
    }

    /// All names of a kind with how many records have them; most records first, of equals by key.
    public func names(_ kind: EntityKind, page: Page) async throws -> [NameEntry] {
        var entries: [String: NameEntry] = [:]
        try await walkNames { record in
            var seen: Set<String> = []
            for entity in record.named where entity.kind == kind {
                let key = SearchKey(entity.name).padded
                guard !key.isEmpty else { continue }
                let old = entries[key]
                let counts = seen.insert(key).inserted ? 1 : 0
                let name = old.map { isBefore(entity.name, $0.name) ? entity.name : $0.name } ?? entity.name
                let roles = [old?.role, entity.role].compactMap(\.self)
                entries[key] = NameEntry(
                    key: key, name: name, role: roles.max(by: isBefore),
                    agreements: (old?.agreements ?? 0) + (record.id.kind == .agreement ? counts : 0),
                    meetings: (old?.meetings ?? 0) + (record.id.kind == .meeting ? counts : 0),
                    visits: (old?.visits ?? 0) + (record.id.kind == .visit ? counts : 0))
            }
        }
        return Array(page.of(entries.values.sorted { $0.precedes($1) }))
    }

    /// The records that name a person, company or institution (folded comparison of the whole name), by id.
    public func records(naming name: String, as kind: EntityKind) async throws -> [RecordID] {
        let key = SearchKey(name)
        guard !key.words.isEmpty else { return [] }
        var ids: [RecordID] = []
        try await walkNames { record in
            if record.named.contains(where: { $0.kind == kind && SearchKey($0.name) == key }) { ids.append(record.id) }
        }
        return ids.sorted()
    }

    /// The records that name a place by one of these ids, in whatever role, by id.
    public func records(atPlaces ids: Set<String>) async throws -> [RecordID] {
        var found: [RecordID] = []
        try await walkNames { record in
            if record.named.contains(where: { $0.place.map(ids.contains) ?? false }) { found.append(record.id) }
        }
        return found.sorted()
    }

    /// Outlets by how many documents were read from them, most first, of equals by name; those without a name last.
    public func outlets(_ page: Page) async throws -> [OutletEntry] {
        var counts: [String?: Int] = [:]
        try await walk({ try await documents($0) }) { counts[$0.metadata.source, default: 0] += 1 }
        return Array(page.of(OutletEntry.sorted(counts)))
    }

    /// The documents of an outlet in the order of ``documents(_:)``.
    public func documents(of outlet: String, page: Page) async throws -> [DocumentSummary] {
        var found: [DocumentSummary] = []
        try await walk({ try await documents($0) }) { if $0.metadata.source == outlet { found.append($0) } }
        return Array(page.of(found))
    }

    private func walkNames(_ body: (any NamingRecord) -> Void) async throws {
        try await walk({ try await agreements(AgreementFilter(), order: .oldest, page: $0) }, body)
        try await walk({ try await meetings(in: nil, page: $0) }, body)
        try await walk({ try await visits(in: nil, page: $0) }, body)
    }

    private func walk<Record>(
        _ load: (Page) async throws -> [Record], _ body: (Record) -> Void
    ) async throws {
        var offset = 0
        while true {
            let records = try await load(Page(offset: offset, limit: 1_000))
            for record in records { body(record) }
            guard records.count == 1_000 else { return }
            offset += records.count
        }
    }
}

extension OutletEntry {
    static func sorted(_ counts: [String?: Int]) -> [OutletEntry] {
        counts.map { OutletEntry(outlet: $0.key, documents: $0.value) }.sorted { left, right in
            switch (left.outlet, right.outlet) {
            case (nil, _): false
            case (_, nil): true
            case (let one?, let other?):
                left.documents == right.documents ? isBefore(one, other) : left.documents > right.documents
            }
        }
    }
}
