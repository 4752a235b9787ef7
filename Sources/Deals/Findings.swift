public import SourceText

/// A value read from a text, with the words it was read from.
public struct Slot<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What was read, normalised.
    public let value: Value
    /// At least one; a value that was worked out cites the words it was worked out from.
    public let citations: [Citation]
    /// Names of the rules that made the value, for `--explain`.
    public let rules: [String]
    /// How sure the program is that the value is right, 0…1; nil where only the record's confidence is known.
    public let confidence: Double?

    /// Makes a slot.
    /// - Precondition: there is a citation.
    public init(_ value: Value, citations: [Citation], rules: [String] = [], confidence: Double? = nil) {
        precondition(!citations.isEmpty, "a value without a citation is no finding")
        self.value = value
        self.citations = citations
        self.rules = rules
        self.confidence = confidence
    }
}

/// A person, organisation or place as a text names it.
public struct NamedEntity: Hashable, Sendable {
    /// In the nominative, in the text's own script.
    public let name: String
    /// What it is.
    public let kind: EntityKind
    /// A person's office ("хоким Мирабадского района"), when the text gives it.
    public let role: String?
    /// Id in the places tables ("UZ-1726294", "CN"), when the place is known there.
    public let place: String?

    /// Makes an entity.
    public init(name: String, kind: EntityKind, role: String? = nil, place: String? = nil) {
        self.name = name
        self.kind = kind
        self.role = role
        self.place = place
    }
}

/// An agreement as one document tells it.
public struct AgreementFinding: Hashable, Sendable {
    /// What paper it is.
    public var kind: Slot<AgreementKind>?
    /// How far it has come.
    public var status: Slot<AgreementStatus>?
    /// Its sides, in the order of the text.
    public var parties: [Slot<NamedEntity>]
    /// What it is worth.
    public var amount: Slot<Money>?
    /// What is to be built, made or supplied, in the text's words.
    public var subject: Slot<String>?
    /// The branch of its subject.
    public var sector: Slot<Sector>?
    /// Where its subject is to stand or be delivered.
    public var place: Slot<NamedEntity>?
    /// When it was or will be made.
    public var date: Slot<PartialDate>?
    /// What the text says is to be reached by when, in the order of the text.
    public var milestones: [Slot<Milestone>]
    /// How many agreements the record stands for; nil when an unnumbered plural.
    public var count: Int?
    /// How sure the program is that the record is right, 0…1.
    public var confidence: Double

    /// Makes a finding; what is left out is not known.
    public init(
        kind: Slot<AgreementKind>? = nil, status: Slot<AgreementStatus>? = nil, parties: [Slot<NamedEntity>] = [],
        amount: Slot<Money>? = nil, subject: Slot<String>? = nil, sector: Slot<Sector>? = nil,
        place: Slot<NamedEntity>? = nil, date: Slot<PartialDate>? = nil, milestones: [Slot<Milestone>] = [],
        count: Int? = 1, confidence: Double = 0.5
    ) {
        self.kind = kind
        self.status = status
        self.parties = parties
        self.amount = amount
        self.subject = subject
        self.sector = sector
        self.place = place
        self.date = date
        self.milestones = milestones
        self.count = count
        self.confidence = confidence
    }
}

/// A meeting as one document tells it.
public struct MeetingFinding: Hashable, Sendable {
    /// Who met, in the order of the text.
    public var parties: [Slot<NamedEntity>]
    /// Where.
    public var place: Slot<NamedEntity>?
    /// When.
    public var date: Slot<PartialDate>?
    /// How sure the program is that the record is right, 0…1.
    public var confidence: Double

    /// Makes a finding; what is left out is not known.
    public init(
        parties: [Slot<NamedEntity>], place: Slot<NamedEntity>? = nil, date: Slot<PartialDate>? = nil,
        confidence: Double = 0.5
    ) {
        self.parties = parties
        self.place = place
        self.date = date
        self.confidence = confidence
    }
}

/// A visit as one document tells it: one record a delegation and a country.
public struct VisitFinding: Hashable, Sendable {
    /// The delegation, or the place or body that it comes from.
    public var who: Slot<NamedEntity>?
    /// Who leads it.
    public var leader: Slot<NamedEntity>?
    /// The country visited, or the city when no country is named.
    public var to: Slot<NamedEntity>?
    /// The cities visited, in the order of the text.
    public var cities: [Slot<NamedEntity>]
    /// The first day.
    public var date: Slot<PartialDate>?
    /// How sure the program is that the record is right, 0…1.
    public var confidence: Double

    /// Makes a finding; what is left out is not known.
    public init(
        who: Slot<NamedEntity>? = nil, leader: Slot<NamedEntity>? = nil, to: Slot<NamedEntity>? = nil,
        cities: [Slot<NamedEntity>] = [], date: Slot<PartialDate>? = nil, confidence: Double = 0.5
    ) {
        self.who = who
        self.leader = leader
        self.to = to
        self.cities = cities
        self.date = date
        self.confidence = confidence
    }
}

/// Everything that was found in one document.
public struct Findings: Hashable, Sendable {
    /// The language that the document was read in; nil when it is none of the program's.
    public var language: LanguageTag?
    /// Publication day, from the metadata or worked out from the page.
    public var published: Slot<PartialDate>?
    /// Publication day as the caller or the page's metadata stated it; needs no citation.
    public var publishedByMetadata: PartialDate?
    /// In the order of the text, as all lists are.
    public var visits: [VisitFinding] = []
    /// Meetings told of.
    public var meetings: [MeetingFinding] = []
    /// Agreements told of, signed or not.
    public var agreements: [AgreementFinding] = []
    /// Persons named.
    public var persons: [Slot<NamedEntity>] = []
    /// Companies and institutions named.
    public var organisations: [Slot<NamedEntity>] = []
    /// Places named.
    public var places: [Slot<NamedEntity>] = []
    /// Every amount, of a deal or not.
    public var money: [Slot<Money>] = []

    /// Nothing found.
    public init() {}

    /// The day of publication, whoever states it.
    public var publicationDay: PartialDate? { publishedByMetadata ?? published?.value }

    /// Whether nothing was found but names and amounts.
    public var isWithoutEvents: Bool { visits.isEmpty && meetings.isEmpty && agreements.isEmpty }
}
