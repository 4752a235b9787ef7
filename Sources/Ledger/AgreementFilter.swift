public import Deals
public import SourceText

/// Which agreements are asked for. Every condition that is set must hold; see ``asks(for:)``.
public struct AgreementFilter: Hashable, Sendable {
    /// Words to be found in the record's names, subject and place, in any script or spelling the store folds.
    public var words: String?
    public var statuses: Set<AgreementStatus> = []
    public var kinds: Set<AgreementKind> = []
    public var sectors: Set<Sector> = []
    /// A party's name, folded comparison.
    public var party: String?
    /// A party's whole name, folded comparison: that company, and none whose name only begins alike.
    public var partyNamed: String?
    /// Ids of places, one of which a party has: the other side's country with all that lies in it.
    public var partyPlaceIDs: Set<String> = []
    /// A place's name or id, folded comparison.
    public var place: String?
    /// Ids of places; a record at one of them is asked for as if `place` named it.
    public var placeIDs: Set<String> = []
    /// The outlet of the document, exactly as it is written there.
    public var outlet: String?
    /// ISO 4217.
    public var currency: String?
    /// In the currency's whole units; asks for records with an amount.
    public var minimum: Double?
    public var maximum: Double?
    /// Date of the agreement, else of the document's publication, from and up to, inclusive.
    public var from: PartialDate?
    public var until: PartialDate?
    public var document: DocumentHash?
    public var minimumConfidence: Double?
    /// Deals that so many independent sources tell (``Telling/sources``). Linkage knows, not the record: stores ask this
    /// beside ``asks(for:)``.
    public var minimumSources: Int?

    public init() {}
}

/// In which order agreements come.
public enum AgreementOrder: String, CaseIterable, Hashable, Sendable {
    /// Latest event first (the agreement's date, else the document's publication); the default.
    case newest
    case oldest
    /// Largest amount first, currency by currency; those without an amount last.
    case amount
    /// By place name.
    case place
}

/// A part of a list.
public struct Page: Hashable, Sendable {
    public var offset: Int
    public var limit: Int
    public init(offset: Int = 0, limit: Int = 50) {
        self.offset = max(0, offset)
        self.limit = min(max(1, limit), 1_000)
    }
}
