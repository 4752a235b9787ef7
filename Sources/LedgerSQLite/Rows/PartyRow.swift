internal import Deals
internal import GRDB
internal import Ledger

/// A row of `party`: a person, organisation or place in a record.
struct PartyRow: Codable, Hashable, FetchableRecord {
    var record: Int64
    var field: String
    var ordinal: Int
    var name: String
    var kind: String
    var role: String?
    var placeId: String?
    var searchKey: String

    init(_ entity: NamedEntity, field: Field, ordinal: Int, record: Int64) {
        self.record = record
        self.field = field.rawValue
        self.ordinal = ordinal
        name = entity.name
        kind = entity.kind.rawValue
        role = entity.role
        placeId = entity.place
        searchKey = SearchKey(entity.name).padded
    }

    private static let insertion = """
        INSERT INTO party
            (record, field, ordinal, name, kind, role, placeId, searchKey)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// Writes the row.
    func insert(_ db: Database) throws {
        try db.cachedStatement(sql: Self.insertion).execute(arguments: [
            record, field, ordinal, name, kind, role, placeId, searchKey,
        ])
    }
}
