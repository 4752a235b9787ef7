internal import Deals
internal import GRDB
internal import Ledger

/// A row of `agreement`: what the claims add up to, laid out for filters, orders and sums.
struct AgreementRow: Codable, Hashable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "agreement"

    var record: Int64
    var document: Int64
    var ordinal: Int
    var kind: String?
    var status: String?
    var sector: String?
    var amount: Double?
    var currency: String?
    var qualifier: String?
    var subject: String?
    var place: String?
    var placeId: String?
    var day: String?
    var event: String?
    var firstDay: String?
    var lastDay: String?
    var count: Int?
    var confidence: Double
    /// Keys of the parties, one after the other, `|` between them.
    var partyKey: String
    var placeKey: String
    var subjectKey: String

    init(_ finding: AgreementFinding, at place: RowPlace) {
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
struct RowPlace: Hashable {
    var record: Int64
    var document: Int64
    var ordinal: Int
    /// Publication day of the document.
    var published: PartialDate?
}
