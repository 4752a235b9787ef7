package import Deals

/// A row of `agreement`: what the claims add up to, laid out for filters, orders and sums.
package struct AgreementRow: Codable, Hashable, Sendable {
    package var record: Int64
    package var document: Int64
    package var ordinal: Int
    package var kind: String?
    package var status: String?
    package var sector: String?
    package var amount: Double?
    package var currency: String?
    package var qualifier: String?
    package var subject: String?
    package var place: String?
    package var placeId: String?
    package var day: String?
    package var event: String?
    package var firstDay: String?
    package var lastDay: String?
    package var count: Int?
    package var confidence: Double
    /// Keys of the parties, one after the other, `|` between them.
    package var partyKey: String
    package var placeKey: String
    package var subjectKey: String

    package init(_ finding: AgreementFinding, at place: RowPlace) {
        record = place.record
        document = place.document
        ordinal = place.ordinal
        kind = finding.kind?.value.rawValue
        status = finding.status?.value.rawValue
        sector = finding.sector?.value.rawValue
        amount = finding.amount?.value.value
        currency = finding.amount?.value.currency
        qualifier = finding.amount?.value.qualifier.rawValue
        subject = finding.subject?.value
        self.place = finding.place?.value.name
        placeId = finding.place?.value.place
        day = finding.date?.value.description
        let event = finding.date?.value ?? place.published
        self.event = event?.description
        firstDay = event?.firstDay
        lastDay = event?.lastDay
        count = finding.count
        confidence = finding.confidence
        let keys = AgreementKeys(finding)
        partyKey = keys.parties.map(\.padded).joined(separator: "|")
        placeKey = keys.place?.padded ?? ""
        subjectKey = keys.subject?.padded ?? ""
    }
}

/// Where a record's rows belong.
package struct RowPlace: Hashable, Sendable {
    package var record: Int64
    package var document: Int64
    package var ordinal: Int
    /// Publication day of the document.
    package var published: PartialDate?

    package init(record: Int64, document: Int64, ordinal: Int, published: PartialDate?) {
        self.record = record
        self.document = document
        self.ordinal = ordinal
        self.published = published
    }
}
