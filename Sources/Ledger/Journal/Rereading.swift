public import Deals
public import SourceText

extension LedgerStore {
    /// Records what a newer program reads out of a document that is there already.
    ///
    /// Records that say most of the same keep their ids; what programs read before is superseded where no reviewer
    /// accepted it, and what a reviewer rejected does not come back.
    /// - Returns: the records that the new reading tells of.
    public func reread(
        _ document: DocumentHash, _ findings: Findings, author: String, added: String
    ) async throws -> [RecordID] {
        var old: [(id: RecordID, claims: [Claim])] = []
        for id in try await records(of: document) { old.append((id, try await claims(about: id))) }
        let new = claims(from: findings, of: document, author: author, added: added)
        let records = RecordKind.allCases.reversed().flatMap { kind in
            Rereading.named(new.filter { $0.id.kind == kind }, after: old.filter { $0.id.kind == kind }, in: document)
        }
        try await record(.reading(document, records), author: .program(author), added: added)
        return records.map(\.id)
    }

    private func claims(
        from findings: Findings, of document: DocumentHash, author: String, added: String
    ) -> [RecordClaims] {
        Ledger.claims(from: findings, of: document, author: author, added: added)
    }
}

/// Which records of a new reading are those of an earlier one.
enum Rereading {
    /// The new records under the ids of the old ones that share the most values with them; the others get ids that were
    /// not used before.
    static func named(
        _ new: [RecordClaims], after old: [(id: RecordID, claims: [Claim])], in document: DocumentHash
    ) -> [RecordClaims] {
        func values(_ claims: [Claim]) -> Set<Said> {
            Set(claims.filter { $0.rank == .program }.map { Said(field: $0.field, value: $0.value) })
        }
        let before = old.map { values($0.claims) }
        var pairs: [(shared: Int, new: Int, old: Int)] = []
        for (index, record) in new.enumerated() {
            let now = values(record.claims)
            for (place, earlier) in before.enumerated() {
                let shared = now.intersection(earlier).count
                if shared > 0 { pairs.append((shared, index, place)) }
            }
        }
        pairs.sort { ($1.shared, $0.new, $0.old) < ($0.shared, $1.new, $1.old) }
        var names: [Int: RecordID] = [:]
        var taken: Set<RecordID> = []
        for pair in pairs where names[pair.new] == nil && !taken.contains(old[pair.old].id) {
            names[pair.new] = old[pair.old].id
            taken.insert(old[pair.old].id)
        }
        let used = Set(old.map(\.id))
        var ordinal = 0
        return new.enumerated().map { index, record in
            var id = names[index]
            while id == nil {
                let next = RecordID(record.id.kind, in: document, ordinal: ordinal)
                ordinal += 1
                if !used.contains(next) { id = next }
            }
            return record.renamed(id ?? record.id, in: document)
        }
    }

    private struct Said: Hashable {
        let field: Field
        let value: FieldValue
    }
}

extension RecordClaims {
    /// The same claims about another record of the document.
    fileprivate func renamed(_ id: RecordID, in document: DocumentHash) -> RecordClaims {
        let ordinal = (0..<100_000).first { RecordID(id.kind, in: document, ordinal: $0) == id } ?? self.ordinal
        return RecordClaims(
            id: id, ordinal: ordinal,
            claims: claims.map {
                Claim(
                    record: id, field: $0.field, ordinal: $0.ordinal, value: $0.value, citations: $0.citations,
                    rules: $0.rules, author: $0.author, rank: $0.rank, added: $0.added, confidence: $0.confidence)
            })
    }
}
