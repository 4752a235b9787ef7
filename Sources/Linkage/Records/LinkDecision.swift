/// What two records are to each other.
public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// One deal.
    case same
    /// Two deals.
    case different
    /// A person has to say.
    case doubtful
    /// The first is a part of the second, a package.
    case part
    /// Papers of one project: the first a memorandum or letter of intent, the second what came of it.
    case stage
}

/// What linkage found of two records, and why.
public struct LinkDecision: Sendable, Hashable {
    public let first: String
    public let second: String
    public let relation: Relation
    /// Probability that they are one deal, 0…1.
    public let score: Double
    /// The weights that add up to it, in the order of the fields.
    public let reasons: [Reason]
}

/// What a person said of two records; it stands above what linkage finds.
public struct Ruling: Sendable, Hashable {
    public let first: String
    public let second: String
    public let isSame: Bool

    /// Makes a ruling.
    public init(_ first: String, _ second: String, isSame: Bool) {
        self.first = first
        self.second = second
        self.isSame = isSame
    }
}
