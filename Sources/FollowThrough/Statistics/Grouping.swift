internal import Deals
public import Languages
internal import Ledger
public import SourceText

/// By what statistics are taken apart.
public enum Dimension: String, CaseIterable, Hashable, Sendable {
    case all, place, official, company, country, sector, visit
}

/// A group of deals: those of one place, official, company and so on.
public struct DealGroup: Hashable, Sendable {
    /// How the group is called: a name in the sources' words, a sector's code, a visit's id.
    public let name: String
    public let deals: [Deal]
}

extension Snapshot {
    /// The deals taken apart, the largest group first; a deal stands in each group that it belongs to.
    /// - Parameters:
    ///   - deals: those to take apart.
    ///   - language: of the names of places.
    public func groups(
        of deals: [Deal], by dimension: Dimension, places: Places, language: LanguageTag = .english
    ) -> [DealGroup] {
        if dimension == .all { return [DealGroup(name: "all", deals: deals)] }
        var names: [String: String] = [:]
        var groups: [String: [Deal]] = [:]
        for deal in deals {
            var seen: Set<String> = []
            for (key, name) in keys(of: deal, dimension, places, language) where seen.insert(key).inserted {
                if names[key] == nil { names[key] = name }
                groups[key, default: []].append(deal)
            }
        }
        return groups.map { DealGroup(name: names[$0.key] ?? $0.key, deals: $0.value) }
            .sorted { (-$0.deals.count, $0.name) < (-$1.deals.count, $1.name) }
    }

    /// The groups that a deal belongs to: a key by which they are one, and a name.
    private func keys(
        of deal: Deal, _ dimension: Dimension, _ places: Places, _ language: LanguageTag
    ) -> [(key: String, name: String)] {
        func named(_ id: String) -> String { places[id]?.name(in: language) ?? id }
        switch dimension {
        case .all: return [("all", "all")]
        case .sector: return deal.sector.map { [($0.rawValue, $0.rawValue)] } ?? []
        case .place:
            guard let entity = deal.place?.value else { return [] }
            return [entity.place.map { ($0, named($0)) } ?? (SearchKey(entity.name).padded, entity.name)]
        case .country:
            let home = deal.place?.value.place.flatMap(places.country)
            return countries(of: deal, places).filter { $0 != home }.sorted().map { ($0, named($0)) }
        case .company:
            return deal.parties.map(\.value).filter { $0.kind == .company }.map { (SearchKey($0.name).padded, $0.name) }
        case .official:
            return visits(of: deal).compactMap { $0.finding.leader?.value }.map {
                (SearchKey($0.name).padded, $0.name)
            }
        case .visit:
            return visits(of: deal).map { visit in
                let finding = visit.finding
                let way = [finding.who?.value.name, finding.to?.value.name].compactMap(\.self).joined(separator: " → ")
                return (visit.id.text, "\(finding.date?.value.description ?? "–") \(way)")
            }
        }
    }

    /// The countries that a deal touches: of its sides, its place, and the visits on which it came about.
    public func countries(of deal: Deal, _ places: Places) -> Set<String> {
        var ids = deal.parties.compactMap(\.value.place)
        ids += deal.reports.compactMap { $0.finding.place?.value.place }
        for visit in visits(of: deal) {
            let finding = visit.finding
            ids += ([finding.who, finding.to].compactMap(\.self) + finding.cities).compactMap(\.value.place)
        }
        return Set(ids.compactMap(places.country))
    }
}
