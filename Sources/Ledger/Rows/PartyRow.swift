package import Deals

/// A row of `party`: a person, organisation or place in a record.
package struct PartyRow: Codable, Hashable, Sendable {
    package var record: Int64
    package var field: String
    package var ordinal: Int
    package var name: String
    package var kind: String
    package var role: String?
    package var placeId: String?
    package var searchKey: String

    package init(_ entity: NamedEntity, field: Field, ordinal: Int, record: Int64) {
        self.record = record
        self.field = field.rawValue
        self.ordinal = ordinal
        name = entity.name
        kind = entity.kind.rawValue
        role = entity.role
        placeId = entity.place
        searchKey = SearchKey(entity.name).padded
    }
}
