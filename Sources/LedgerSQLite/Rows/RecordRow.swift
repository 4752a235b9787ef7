internal import GRDB
internal import Ledger

/// A row of `record`: which records there are, and which document they were first read from.
struct RecordRow: Codable, Hashable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "record"

    var number: Int64?
    var id: String
    var kind: String
    var document: Int64
    var ordinal: Int

    init(_ claims: RecordClaims, document: Int64) {
        id = claims.id.text
        kind = claims.id.kind.rawValue
        self.document = document
        ordinal = claims.ordinal
    }
}
