public import Deals

/// A meeting or visit as one document tells it, the way linkage takes it.
public struct EventRecord: Sendable, Hashable {
    public var id: String
    public var document: String
    /// Who met; of a visit, who travelled.
    public var parties: [NamedEntity]
    /// Who led the delegation.
    public var leader: NamedEntity?
    /// Where they met; of a visit, the country or city.
    public var place: NamedEntity?
    public var date: PartialDate?
    /// When the document was published; stands in where no date is told.
    public var published: PartialDate?
    /// Whether it is a visit, which lasts days, and no meeting.
    public var isVisit: Bool

    /// Makes a record; what is left out is not known.
    public init(
        id: String, document: String, isVisit: Bool, parties: [NamedEntity], leader: NamedEntity? = nil,
        place: NamedEntity? = nil, date: PartialDate? = nil, published: PartialDate? = nil
    ) {
        self.id = id
        self.document = document
        self.isVisit = isVisit
        self.parties = parties
        self.leader = leader
        self.place = place
        self.date = date
        self.published = published
    }
}

/// Finds which records of meetings, or of visits, are one: by who, where and when, each with its weight.
public struct EventLinker: Sendable {
    private struct Prepared: Sendable {
        let names: [Int32]
        let places: [Int32]
        let leader: Int32
        let place: Int32
        let day: Int?
    }

    private let tables: LinkTables
    private var store: NameStore
    private var records: [EventRecord] = []
    private var prepared: [Prepared] = []

    /// Makes a linker.
    public init(_ tables: LinkTables) {
        self.tables = tables
        store = NameStore(tables.names)
    }

    /// Takes a record.
    public mutating func add(_ record: EventRecord) {
        var names: [Int32] = []
        var places: [Int32] = []
        for party in record.parties {
            if party.kind == .place, let number = number(party) {
                places.append(number)
            } else {
                names.append(store.number(party.name, party.kind == .person ? .person : .organisation))
            }
        }
        prepared.append(
            Prepared(
                names: names, places: places, leader: record.leader.map { store.number($0.name, .person) } ?? -1,
                place: record.place.flatMap { number($0) } ?? -1,
                day: record.date.flatMap { $0.day == nil ? nil : $0.days }))
        records.append(record)
    }

    private func number(_ entity: NamedEntity) -> Int32? {
        tables.scorer.places.number(id: entity.place, name: entity.name, tables.names)
    }

    /// Groups of ids that are one meeting or visit.
    public mutating func clusters() -> [[String]] {
        var blocks: [UInt64: [Int]] = [:]
        for number in records.indices {
            for key in keys(number) { blocks[key, default: []].append(number) }
        }
        var edges: [(logOdds: Double, one: Int, other: Int)] = []
        var seen: Set<UInt64> = []
        for (_, block) in blocks.sorted(by: { $0.key < $1.key }) where block.count > 1 && block.count <= Blocking.limit
        {
            for (index, one) in block.enumerated() {
                for other in block[(index + 1)...] where seen.insert(UInt64(one) << 32 | UInt64(other)).inserted {
                    let found = logOdds(one, other)
                    if found >= 2.2 { edges.append((found, one, other)) }
                }
            }
        }
        var sets = Clustering()
        for _ in records { sets.add() }
        for edge in edges.sorted(by: { ($0.logOdds, $1.one, $1.other) > ($1.logOdds, $0.one, $0.other) }) {
            let (left, right) = (sets.members(of: edge.one), sets.members(of: edge.other))
            if left[0] == right[0] { continue }
            var fits = true
            for one in left.prefix(8) { for other in right.prefix(8) where fits { fits = logOdds(one, other) > -1 } }
            if fits { sets.join(edge.one, edge.other) }
        }
        return sets.all.filter { $0.count > 1 }.map { $0.map { records[$0].id } }
    }

    /// Keys by the fortnight and whom or where: two neighbouring fortnights, so that no border parts one event.
    private func keys(_ number: Int) -> [UInt64] {
        let event = prepared[number]
        guard let date = records[number].date ?? records[number].published else { return [] }
        var keys: Set<UInt64> = []
        for fortnight in Set([date.days / 14, (date.days + 7) / 14 + 1_000_000]) {
            for place in event.places + [event.place] where place >= 0 {
                keys.insert(Blocking.mix(UInt64(fortnight), UInt64(tables.scorer.places.area(of: place)) << 1))
            }
            for name in event.names + [event.leader] where name >= 0 {
                for token in store.forms[Int(name)].tokens.prefix(3) {
                    keys.insert(Blocking.mix(UInt64(fortnight), UInt64(SubjectWords.hash(token.utf16)) << 1 | 1))
                }
            }
        }
        return keys.sorted()
    }

    private mutating func logOdds(_ one: Int, _ other: Int) -> Double {
        guard records[one].document != records[other].document else { return -99 }
        let (a, b) = (prepared[one], prepared[other])
        var sum = -4.5
        let shared = a.names.count { name in b.names.contains { store.similarity(name, $0) >= 0.5 } }
        if shared > 0 { sum += shared > 1 ? 5 : 3 } else if !a.names.isEmpty, !b.names.isEmpty { sum -= 3 }
        sum += relation(a.places, b.places, same: 2.5, other: -4)
        if a.leader >= 0, b.leader >= 0 { sum += store.similarity(a.leader, b.leader) >= 0.5 ? 4 : -3 }
        if a.place >= 0, b.place >= 0 { sum += relation([a.place], [b.place], same: 2, other: -5) }
        if let day = a.day, let otherDay = b.day {
            let apart = abs(day - otherDay)
            let near = records[one].isVisit ? 4 : 0
            sum += apart == 0 ? 3 : apart <= near ? 2 : apart <= near + 1 ? 0.5 : -5
        } else if let day = records[one].date ?? records[one].published,
            let otherDay = records[other].date ?? records[other].published
        {
            sum += abs(day.days - otherDay.days) <= 10 ? 1 : abs(day.days - otherDay.days) <= 31 ? -0.5 : -5
        }
        return sum
    }

    private func relation(_ a: [Int32], _ b: [Int32], same: Double, other: Double) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        let isShared = a.contains { one in
            b.contains { [.same, .inside, .seat].contains(tables.scorer.places.relation(one, $0)) }
        }
        return isShared ? same : other
    }
}
