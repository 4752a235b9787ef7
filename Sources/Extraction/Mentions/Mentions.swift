internal import Deals
internal import Languages
internal import SourceText

/// A place name where it stands.
struct PlaceMention {
    let tokens: Range<Int>
    /// Nominative, in the text's script.
    let name: String
    /// Id in the places tables, nil when the tables do not have the place.
    let id: String?
    let kind: Place.Kind
    /// Whether it stands inside a person's or organisation's name and is no mention of the place itself.
    var isInsideName = false
}

/// An organisation's name where it stands.
struct OrganisationMention {
    let tokens: Range<Int>
    /// Nominative, without quotes.
    var name: String
    let isInstitution: Bool
    /// Whether it is only the outlet that reports.
    var isOutlet: Bool
    /// Mentions with one number name one organisation.
    var entity = 0
}

/// A person's name where it stands.
struct PersonMention {
    let tokens: Range<Int>
    /// Nominative.
    var name: String
    /// Mentions with one number name one person.
    var entity = 0
    /// Number of the role beside the name, or nil.
    var role: Int?
}

/// An office where it stands ("хоким Мирабада"), with whom it belongs to.
struct RoleMention {
    /// The words of the office itself, with its place or organisation when that stands beside it.
    var tokens: Range<Int>
    /// Whom its holder stands for.
    var standsFor: StandsFor
    /// The kind of place that the office's own words name ("глава области"), or nil.
    var placeKind: Place.Kind?
    /// Number of the place mention that it names.
    var place: Int?
    /// Number of the organisation mention that it names.
    var organisation: Int?
    /// The country that an adjective gives the office ("German Economy Minister"), where it names no place.
    var nation: PlaceMention?
    /// The office in the nominative.
    var title: String

    enum StandsFor: String { case place, ministry, country, company, body, none }
}

/// The rules of a language for names: what its capitals, quotes, heads and endings tell.
protocol NameRules: Sendable {
    /// Organisations, in order of their first token, none inside another. Reads places and tags.
    func organisations(in analysis: Analysis) -> [OrganisationMention]
    /// Persons, in order of their first token. Reads places, organisations and tags.
    func persons(in analysis: Analysis) -> [PersonMention]
    /// A place that the tables do not have, known by its type word ("Кувинский район", "X district"); nil if none
    /// begins at this token.
    func unlistedPlace(at token: Int, in analysis: Analysis) -> PlaceMention?
}

extension Analysis {
    /// Whether the token is a word with a capital.
    func isCapitalised(_ token: Int) -> Bool {
        token >= 0 && token < text.tokens.count && text.tokens[token].isCapitalised
    }
    /// Whether the token opens its passage (quotes and bullets before it do not count).
    func opensPassage(_ token: Int) -> Bool {
        let passage = passage(of: token)
        return text.tokens[passage.tokens.lowerBound..<token].allSatisfy { $0.kind == .sign }
    }
}
