internal import Deals
internal import GRDB
internal import Ledger

/// A row of `meeting`.
struct MeetingRow: Codable, Hashable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "meeting"

    var record: Int64
    var document: Int64
    var ordinal: Int
    var day: String?
    /// The day, else the document's publication.
    var event: String?
    var confidence: Double

    init(_ finding: MeetingFinding, at place: RowPlace) {
        record = place.record
        document = place.document
        ordinal = place.ordinal
        day = finding.date?.value.description
        event = (finding.date?.value ?? place.published)?.description
        confidence = finding.confidence
    }
}

/// A row of `visit`.
struct VisitRow: Codable, Hashable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "visit"

    var record: Int64
    var document: Int64
    var ordinal: Int
    /// The first day.
    var day: String?
    /// The first day, else the document's publication.
    var event: String?
    var confidence: Double

    init(_ finding: VisitFinding, at place: RowPlace) {
        record = place.record
        document = place.document
        ordinal = place.ordinal
        day = finding.date?.value.description
        event = (finding.date?.value ?? place.published)?.description
        confidence = finding.confidence
    }
}
