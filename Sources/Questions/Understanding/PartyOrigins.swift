internal import Deals
public import FollowThrough
internal import Languages
public import Ledger
public import SourceText

/// Where companies come from by the words beside their names: "турецкая Denizkent Ambalaj", "Najm Al-Shamal Energy of the
/// United Arab Emirates", "Кореянинг Saebyeok Agro Systems".
public struct PartyOrigins: Sendable {
    /// By record: the countries, each with the words that tell it.
    public private(set) var countries: [RecordID: [String: Citation]] = [:]

    /// How many words before a name, and behind it, may tell its origin.
    private static let before = 3
    private static let behind = 5

    /// Origins that nobody has looked for.
    public init() {}

    /// Reads the origins of a ledger's companies, document by document.
    public static func load(_ store: some LedgerStore, _ snapshot: Snapshot) async throws -> PartyOrigins {
        var origins = PartyOrigins()
        let reports = Dictionary(grouping: snapshot.deals.flatMap(\.reports), by: \.document.hash)
        for (hash, records) in reports {
            guard let document = try await store.document(hash) else { continue }
            try origins.read(document, records)
        }
        return origins
    }

    /// Reads the origins of the companies in one document's records.
    public mutating func read(_ document: Document, _ records: [AgreementRecord]) throws {
        guard let tag = records.first?.document.language else { return }
        let language = try LanguageData.bundled(tag)
        let text = TokenizedText(document, folding: language.folding, abbreviations: language.abbreviations)
        let places = language.gazetteer.matches(in: text)
        for record in records {
            for party in record.finding.parties where party.value.kind == .company {
                for citation in party.citations {
                    guard let found = try Self.origin(of: citation, text, places, language) else { continue }
                    countries[record.id, default: [:]][found.country] = found.citation
                }
            }
        }
    }

    private static func origin(
        of name: Citation, _ text: TokenizedText, _ places: [[Gazetteer.Match]], _ language: LanguageData
    ) throws -> (country: String, citation: Citation)? {
        let start = text.tokens.firstIndex { Int($0.start) >= name.range.start } ?? text.tokens.endIndex
        let end = text.tokens.firstIndex { Int($0.start) >= name.range.end } ?? text.tokens.endIndex
        guard start < end, let passage = text.passages.first(where: { $0.tokens.contains(start) }) else { return nil }
        let left = max(passage.tokens.lowerBound, start - before)..<start
        let right = end..<min(passage.tokens.upperBound, end + behind)
        // The nearest word before the name, then those behind it; a sign between them parts two things.
        for index in left.reversed() {
            if text.tokens[index].kind == .sign, text.surface(index) == "," { break }
            if let found = country(at: index, text, places, language), found.end <= start {
                return try cited(found.id, index..<found.end, text)
            }
        }
        guard let first = right.first, text.surface(first) == "of" else { return nil }
        for index in right.dropFirst() {
            if let found = country(at: index, text, places, language) {
                return try cited(found.id, index..<found.end, text)
            }
        }
        return nil
    }

    private static func country(
        at index: Int, _ text: TokenizedText, _ places: [[Gazetteer.Match]], _ language: LanguageData
    ) -> (id: String, end: Int)? {
        let named = places.lazy.compactMap(\.first).first { $0.tokens.lowerBound == index }
        if let named {
            let place = language.places.all[named.entry.place]
            return place.kind == .country ? (place.id, named.tokens.upperBound) : nil
        }
        guard let adjective = language.gazetteer.adjective(in: text, at: index) else { return nil }
        return language.places[adjective.id]?.kind == .country ? adjective : nil
    }

    private static func cited(_ id: String, _ tokens: Range<Int>, _ text: TokenizedText) throws -> (String, Citation) {
        (id, try Citation(text.document, text.textRange(tokens)))
    }
}
