internal import Deals

/// Turns records into the numbers that comparison needs.
struct Preparation: Sendable {
    let tables: LinkTables
    var names: NameStore
    private var documents: [String: Int32] = [:]
    /// Places and subjects recur: what they gave is kept.
    private var places: [String: Int32] = [:]
    private var meanings: [String: SubjectMeaning] = [:]

    init(_ tables: LinkTables) {
        self.tables = tables
        names = NameStore(tables.names)
    }

    mutating func prepare(_ record: LinkRecord) -> PreparedRecord {
        var companies: [Int32] = []
        var institutions: [Int32] = []
        var sides: [Int32] = []
        for party in record.parties {
            switch party.kind {
            case .place:
                if let number = place(party) {
                    sides.append(number)
                } else {
                    institutions.append(names.number(party.name, .organisation))
                }
            case .company: companies.append(names.number(party.name, .organisation))
            case .institution: institutions.append(names.number(party.name, .organisation))
            case .person: institutions.append(names.number(party.name, .person))
            }
        }
        let number = record.place.flatMap { place($0) }
        let dollars = record.amount.flatMap {
            tables.parity.dollars($0, year: record.date?.year ?? record.published?.year)
        }
        return PreparedRecord(
            document: document(record.document), companies: companies, institutions: institutions, sides: sides,
            place: number ?? -1,
            placeName: number == nil
                ? record.place.map { SubjectWords.hash(tables.names.form(of: $0.name, .place).joined) } ?? 0 : 0,
            amount: record.amount, dollars: dollars ?? 0,
            meaning: record.subject.map { meaning($0) } ?? SubjectMeaning(),
            sector: record.sector, kind: record.kind, status: record.status, date: record.date,
            published: record.published, count: Int32(clamping: record.count ?? 0))
    }

    private mutating func document(_ name: String) -> Int32 {
        if let number = documents[name] { return number }
        let number = Int32(documents.count)
        documents[name] = number
        return number
    }

    private mutating func place(_ entity: NamedEntity) -> Int32? {
        let key = entity.place ?? entity.name
        if let known = places[key] { return known < 0 ? nil : known }
        let number = tables.scorer.places.number(id: entity.place, name: entity.name, tables.names)
        places[key] = number ?? -1
        return number
    }

    private mutating func meaning(_ subject: String) -> SubjectMeaning {
        if let known = meanings[subject] { return known }
        let meaning = tables.scorer.subjects.meaning(of: subject)
        if meanings.count > 500_000 { meanings.removeAll() }
        meanings[subject] = meaning
        return meaning
    }
}
