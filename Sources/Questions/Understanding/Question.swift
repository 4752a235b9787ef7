public import Deals
public import FollowThrough
public import SourceText

/// What a question wants to know.
public enum Intent: String, CaseIterable, Hashable, Sendable {
    /// What was agreed.
    case agreements
    /// Who met whom.
    case meetings
    /// Who travelled where.
    case visits
    /// For how much.
    case sum
    /// How many.
    case count
    /// Who or which promised most; the largest deals.
    case most
    /// What became of it.
    case history
    /// What nobody speaks of any more.
    case silent
    /// What should have been done by now.
    case overdue
    /// What share has got so far, and how long it took.
    case share
    /// One thing beside another.
    case compare
}

/// Something that a question names, as the ledger knows it.
public struct NamedCondition: Hashable, Sendable {
    /// As the answer repeats it.
    public let name: String
    /// Ids of places (homonyms all), or empty for names of companies and persons.
    public let places: Set<String>
    /// Search keys of the names meant, or empty for places.
    public let keys: Set<String>
}

/// A question as it was understood.
public struct Question: Hashable, Sendable {
    public let text: String
    public let language: LanguageTag
    public var intent = Intent.agreements
    /// By what an answer to ``Intent/most`` or ``Intent/count`` is taken apart.
    public var group: Dimension?
    /// All must hold; the alternatives inside one need not.
    public var places: [[NamedCondition]] = []
    public var names: [NamedCondition] = []
    public var sectors: Set<Sector> = []
    /// The deal has got at least so far, or come to such a stop.
    public var stages: Set<Stage> = []
    public var from: PartialDate?
    public var until: PartialDate?
    public var minimum: Money?
    public var maximum: Money?
    /// Words looked for in what was agreed.
    public var subjects: [String] = []
    /// Words that nothing is known to do with.
    public var unknown: [String] = []

    /// An empty question: everything that was agreed.
    public init(text: String, language: LanguageTag) {
        self.text = text
        self.language = language
    }
}
