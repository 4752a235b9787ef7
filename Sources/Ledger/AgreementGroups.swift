public import Deals
internal import SourceText

/// By what agreements are counted.
public enum AgreementGrouping: Hashable, Sendable {
    case status, kind, sector, currency
    /// The year of the event (``AgreementRecord/eventDay``).
    case year
    /// The document's outlet.
    case outlet
    /// Where; by the id of the place, else by its folded name.
    case place
    /// A party of one kind, by its folded name; an agreement counts for each of its parties.
    case party(EntityKind)
    /// The places that parties are or stand for, by id; an agreement counts for each of them.
    case partyPlace
}

/// Agreements that have one thing in common, counted and summed rung by rung: rungs are never added together.
public struct AgreementGroup: Hashable, Sendable {
    /// What they have in common: a code, a year, an outlet, a place's id, or a folded name.
    public let key: String
    /// As the records write it; of several spellings the first by its bytes.
    public let name: String
    /// The place's id, when the records give one.
    public let placeID: String?
    /// How many agreements of each status.
    public let counts: [AgreementStatus?: Int]
    /// Sums by currency and status, in the ladder's order.
    public let totals: [Total]

    public init(
        key: String, name: String, placeID: String?, counts: [AgreementStatus?: Int], totals: [Total]
    ) {
        self.key = key
        self.name = name
        self.placeID = placeID
        self.counts = counts
        self.totals = totals
    }

    /// How many agreements in all.
    public var count: Int { counts.values.reduce(0, +) }
}

/// Agreements of one group, status and currency: the rows that groups are made from.
package struct AgreementTally: Hashable, Sendable {
    package let key: String
    package let name: String
    package let placeID: String?
    package let status: AgreementStatus?
    /// Nil for those that name no sum.
    package let currency: String?
    package let count: Int
    package let sum: Double

    package init(
        key: String, name: String, placeID: String?, status: AgreementStatus?, currency: String?, count: Int,
        sum: Double
    ) {
        self.key = key
        self.name = name
        self.placeID = placeID
        self.status = status
        self.currency = currency
        self.count = count
        self.sum = sum
    }
}

extension AgreementGroup {
    /// Puts tallies together: the largest group first, of equals by key.
    package static func groups(of tallies: some Sequence<AgreementTally>) -> [AgreementGroup] {
        var byKey: [String: [AgreementTally]] = [:]
        for tally in tallies { byKey[tally.key, default: []].append(tally) }
        return byKey.map { key, tallies in
            var counts: [AgreementStatus?: Int] = [:]
            var sums: [String: [AgreementStatus?: (value: Double, count: Int)]] = [:]
            for tally in tallies {
                counts[tally.status, default: 0] += tally.count
                guard let currency = tally.currency else { continue }
                let sum = sums[currency]?[tally.status] ?? (0, 0)
                sums[currency, default: [:]][tally.status] = (sum.value + tally.sum, sum.count + tally.count)
            }
            let totals = sums.flatMap { currency, rungs in
                rungs.map { Total(currency: currency, status: $0.key, value: $0.value.value, count: $0.value.count) }
            }
            return AgreementGroup(
                key: key, name: first(tallies.map(\.name)) ?? key, placeID: first(tallies.compactMap(\.placeID)),
                counts: counts, totals: totals.sorted { $0.precedes($1) })
        }
        .sorted { $0.count == $1.count ? isBefore($0.key, $1.key) : $0.count > $1.count }
    }

    private static func first(_ texts: [String]) -> String? { texts.min { isBefore($0, $1) } }
}

/// By UTF-8 bytes, as databases compare.
func isBefore(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }

extension AgreementRecord {
    /// What the record counts under.
    func groupKeys(_ grouping: AgreementGrouping) -> [(key: String, name: String, placeID: String?)] {
        func one(_ key: String?) -> [(String, String, String?)] { key.map { [($0, $0, nil)] } ?? [] }
        /// One a key: the first of the names and of the ids.
        func distinct(_ all: [(key: String, name: String, placeID: String?)]) -> [(String, String, String?)] {
            Dictionary(grouping: all, by: \.key).map { key, items in
                (key, items.map(\.name).min(by: isBefore) ?? key, items.compactMap(\.placeID).min(by: isBefore))
            }
        }
        switch grouping {
        case .status: return one(finding.status?.value.rawValue)
        case .kind: return one(finding.kind?.value.rawValue)
        case .sector: return one(finding.sector?.value.rawValue)
        case .currency: return one(finding.amount?.value.currency)
        case .year: return one(eventDay.map { String($0.description.prefix(4)) })
        case .outlet: return one(document.metadata.source)
        case .place:
            guard let place = finding.place?.value else { return [] }
            return [(place.place ?? SearchKey(place.name).padded, place.name, place.place)]
        case .party(let kind):
            return distinct(
                finding.parties.map(\.value).filter { $0.kind == kind }.map {
                    (SearchKey($0.name).padded, $0.name, $0.place)
                }.filter { !$0.0.isEmpty })
        case .partyPlace:
            return distinct(
                finding.parties.map(\.value).compactMap { party in party.place.map { ($0, party.name, $0) } })
        }
    }
}
