public import Deals
public import SourceText

/// A document as the ledger lists it, without its text.
public struct DocumentSummary: Hashable, Sendable {
    public let hash: DocumentHash
    public let metadata: Metadata
    public let language: LanguageTag?
    /// Publication day, from metadata or from the page.
    public let published: PartialDate?
    /// When it was added, ISO 8601 (UTC).
    public let added: String
    public let agreementCount: Int
    public let meetingCount: Int
    public let visitCount: Int

    public init(
        hash: DocumentHash, metadata: Metadata, language: LanguageTag?, published: PartialDate?, added: String,
        agreementCount: Int, meetingCount: Int, visitCount: Int
    ) {
        self.hash = hash
        self.metadata = metadata
        self.language = language
        self.published = published
        self.added = added
        self.agreementCount = agreementCount
        self.meetingCount = meetingCount
        self.visitCount = visitCount
    }
}

/// An agreement of the ledger: each field a view over the claims about it.
public struct AgreementRecord: Hashable, Sendable {
    public let id: RecordID
    public let finding: AgreementFinding
    /// The document it was read from.
    public let document: DocumentSummary

    public init(id: RecordID, finding: AgreementFinding, document: DocumentSummary) {
        self.id = id
        self.finding = finding
        self.document = document
    }
}

/// A meeting of the ledger.
public struct MeetingRecord: Hashable, Sendable {
    public let id: RecordID
    public let finding: MeetingFinding
    public let document: DocumentSummary

    public init(id: RecordID, finding: MeetingFinding, document: DocumentSummary) {
        self.id = id
        self.finding = finding
        self.document = document
    }
}

/// A visit of the ledger.
public struct VisitRecord: Hashable, Sendable {
    public let id: RecordID
    public let finding: VisitFinding
    public let document: DocumentSummary

    public init(id: RecordID, finding: VisitFinding, document: DocumentSummary) {
        self.id = id
        self.finding = finding
        self.document = document
    }
}

/// A sum of one currency over agreements of one status. Rungs of commitment are never added together.
public struct Total: Hashable, Sendable {
    public let currency: String
    public let status: AgreementStatus?
    public let value: Double
    /// How many agreements state an amount in it.
    public let count: Int

    public init(currency: String, status: AgreementStatus?, value: Double, count: Int) {
        self.currency = currency
        self.status = status
        self.value = value
        self.count = count
    }
}
