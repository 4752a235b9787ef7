internal import Deals
internal import SourceText

extension AgreementFilter {
    /// Whether the record is asked for: the meaning of a filter, which every store's own search must keep to.
    ///
    /// - A date known only to its month or year lies in a period when some day of it does.
    /// - `words`, `party` and `place` compare ``SearchKey``s, each word of the condition as the beginning of a
    ///   word; a condition without letter or digit asks for nothing. All words of `party` must be in one name.
    /// - `place` may also be the id of the place.
    public func asks(for record: AgreementRecord) -> Bool { asks(for: record, keys: AgreementKeys(record.finding)) }

    func asks(for record: AgreementRecord, keys: AgreementKeys) -> Bool {
        let finding = record.finding
        func holds<Value: Hashable>(_ wanted: Set<Value>, _ value: Value?) -> Bool {
            wanted.isEmpty || value.map(wanted.contains) ?? false
        }
        guard holds(statuses, finding.status?.value), holds(kinds, finding.kind?.value),
            holds(sectors, finding.sector?.value), asks(forAmount: finding.amount?.value), asks(forDay: record.eventDay)
        else { return false }
        if let document, record.document.hash != document { return false }
        if let minimumConfidence, finding.confidence < minimumConfidence { return false }
        if let words, let query = SearchQuery(words), !keys.answers(query) { return false }
        if let party, let query = SearchQuery(party), !keys.parties.contains(where: { $0.answers(query) }) {
            return false
        }
        if let named = partyNamed.map(SearchKey.init), !named.words.isEmpty, !keys.parties.contains(named) {
            return false
        }
        if !partyPlaceIDs.isEmpty, !finding.parties.contains(where: { holds(partyPlaceIDs, $0.value.place) }) {
            return false
        }
        if let outlet, record.document.metadata.source != outlet { return false }
        return asks(forPlace: finding.place?.value, keys.place)
    }

    private func asks(forPlace found: NamedEntity?, _ key: SearchKey?) -> Bool {
        let query = place.flatMap(SearchQuery.init)
        if query == nil, placeIDs.isEmpty { return true }
        if let id = found?.place {
            if placeIDs.contains(id) { return true }
            if let place, query != nil, Self.areSameID(id, place) { return true }
        }
        return query.map { key?.answers($0) ?? false } ?? false
    }

    private func asks(forAmount amount: Money?) -> Bool {
        if currency == nil, minimum == nil, maximum == nil { return true }
        guard let amount else { return false }
        return (currency ?? amount.currency) == amount.currency && amount.value >= minimum ?? 0
            && amount.value <= maximum ?? .infinity
    }

    private func asks(forDay day: PartialDate?) -> Bool {
        if from == nil, until == nil { return true }
        guard let day else { return false }
        return (from.map { day.lastDay >= $0.firstDay } ?? true) && (until.map { day.firstDay <= $0.lastDay } ?? true)
    }

    /// Ids are ASCII; a reader may type them in small letters.
    private static func areSameID(_ left: String, _ right: String) -> Bool {
        func small(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
        return left.utf8.lazy.map(small).elementsEqual(right.utf8.lazy.map(small))
    }
}
