public import Deals

/// An agreement as one document tells it, the way linkage takes it.
public struct LinkRecord: Sendable, Hashable {
    /// Its id in the ledger.
    public var id: String
    /// What names its document; records of one document are never one deal.
    public var document: String
    /// When the document was published.
    public var published: PartialDate?
    public var kind: AgreementKind?
    public var status: AgreementStatus?
    public var parties: [NamedEntity]
    public var amount: Money?
    public var subject: String?
    public var sector: Sector?
    public var place: NamedEntity?
    public var date: PartialDate?
    /// How many agreements it stands for; nil when an unnumbered plural.
    public var count: Int?

    /// Makes a record; what is left out is not known.
    public init(
        id: String, document: String, published: PartialDate? = nil, kind: AgreementKind? = nil,
        status: AgreementStatus? = nil, parties: [NamedEntity] = [], amount: Money? = nil, subject: String? = nil,
        sector: Sector? = nil, place: NamedEntity? = nil, date: PartialDate? = nil, count: Int? = 1
    ) {
        self.id = id
        self.document = document
        self.published = published
        self.kind = kind
        self.status = status
        self.parties = parties
        self.amount = amount
        self.subject = subject
        self.sector = sector
        self.place = place
        self.date = date
        self.count = count
    }

    /// The record that a finding makes.
    public init(_ finding: AgreementFinding, id: String, document: String, published: PartialDate?) {
        self.init(
            id: id, document: document, published: published, kind: finding.kind?.value, status: finding.status?.value,
            parties: finding.parties.map(\.value), amount: finding.amount?.value, subject: finding.subject?.value,
            sector: finding.sector?.value, place: finding.place?.value, date: finding.date?.value, count: finding.count)
    }
}
