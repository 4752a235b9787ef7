package import Deals

/// A row of `meeting`.
package struct MeetingRow: Codable, Hashable, Sendable {
    package var record: Int64
    package var document: Int64
    package var ordinal: Int
    package var day: String?
    /// The day, else the document's publication.
    package var event: String?
    package var confidence: Double

    package init(_ finding: MeetingFinding, at place: RowPlace) {
        record = place.record
        document = place.document
        ordinal = place.ordinal
        day = finding.date?.value.description
        event = (finding.date?.value ?? place.published)?.description
        confidence = finding.confidence
    }
}

/// A row of `visit`.
package struct VisitRow: Codable, Hashable, Sendable {
    package var record: Int64
    package var document: Int64
    package var ordinal: Int
    /// The first day.
    package var day: String?
    /// The first day, else the document's publication.
    package var event: String?
    package var confidence: Double

    package init(_ finding: VisitFinding, at place: RowPlace) {
        record = place.record
        document = place.document
        ordinal = place.ordinal
        day = finding.date?.value.description
        event = (finding.date?.value ?? place.published)?.description
        confidence = finding.confidence
    }
}
