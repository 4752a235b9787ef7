internal import Languages
internal import SourceText

/// A word or phrase of the lexicon where it stands in a text.
struct Tag {
    let lexeme: Lexeme
    let value: String
    /// Number of the lexicon's entry, for `--explain`.
    let entry: Int
    let tokens: Range<Int>
}

/// A text with everything that the mention rules have seen in it; the event rules read from here.
///
/// A class, so that the many small rules can hold it without copying; one document's analysis never leaves the
/// thread that makes it.
final class Analysis {
    let text: TokenizedText
    let data: LanguageData
    /// Tags in order of their first token.
    private(set) var tags: [Tag]
    /// For each token the number of the first tag that starts at it or later.
    private var firstTag: [Int32]
    /// For each token the number of its passage.
    let passageOfToken: [Int32]
    /// For each passage whether it is furniture of the page and no part of the article.
    var isFurniture: [Bool]
    /// Day of publication, from metadata or the page.
    var published: Published?

    var money: [MoneyMention] = [] { didSet { moneyAt = cover(money.map(\.tokens)) } }
    var dates: [DateMention] = [] { didSet { dateAt = cover(dates.map(\.tokens)) } }
    var places: [PlaceMention] = [] { didSet { placeAt = cover(places.map(\.tokens)) } }
    var organisations: [OrganisationMention] = [] {
        didSet {
            organisationAt = cover(organisations.map(\.tokens))
            fullestOrganisations = Self.fullest(organisations)
        }
    }
    var persons: [PersonMention] = [] { didSet { personAt = cover(persons.map(\.tokens)) } }
    var roles: [RoleMention] = []

    /// For each token the number of the mention that covers it, or -1.
    private(set) var moneyAt: [Int32] = []
    private(set) var dateAt: [Int32] = []
    private(set) var placeAt: [Int32] = []
    private(set) var organisationAt: [Int32] = []
    private(set) var personAt: [Int32] = []

    /// The longest name of each organisation, by its entity; of equally long ones the last.
    private(set) var fullestOrganisations: [Int: String] = [:]
    /// For each token its Han character, or 0.
    let hanOfToken: [UInt32]

    /// Numbers of the tokens whose folded form has a hash; who asks compares the forms.
    private lazy var tokensOfHash: [Int: [Int]] = Dictionary(grouping: text.tokens.indices) { key($0).hashValue }

    /// What is worked out once for the whole text.
    lazy var homeCountry: String? = countHomeCountry()
    lazy var principalPlaces: Set<String> = findPrincipalPlaces()
    lazy var fullestNames: [String: String] = findFullestNames()
    lazy var topics: [Int: LineTopic] = findTopics()
    /// Whether the text is an interview, whose lines open with dashes and are no list.
    lazy var isDialogue: Bool = findDialogue()
    lazy var sections: [Int: Int] = findSections()
    /// The sides of each part of the text that was asked for, so that none is read twice.
    var sidesOfRange: [Range<Int>: [Side]] = [:]
    /// How the events name districts and regions, by their ids in the places tables.
    var canonicalNames: [String: String] = [:]
    /// Whether the text says that a company publishes it; nil until it was asked.
    var isAnnouncement: Bool?

    init(text: TokenizedText, data: LanguageData) {
        self.text = text
        self.data = data
        var passageOfToken = [Int32](repeating: 0, count: text.tokens.count)
        for (number, passage) in text.passages.enumerated() {
            for token in passage.tokens { passageOfToken[token] = Int32(number) }
        }
        self.passageOfToken = passageOfToken
        hanOfToken = text.tokens.map { Self.han(of: $0, in: text) }
        // A phrase ends where its passage ends: what a heading ends with and a line begins with is no phrase.
        let matches = data.lexicon.matches(in: text).filter {
            passageOfToken[$0.tokens.lowerBound] == passageOfToken[$0.tokens.upperBound - 1]
        }
        let tags = matches.map { match in
            let entry = data.lexicon.entries[match.entry]
            return Tag(lexeme: entry.lexeme, value: entry.value, entry: match.entry, tokens: match.tokens)
        }
        self.tags = tags
        firstTag = Self.starts(of: tags, count: text.tokens.count)
        isFurniture = [Bool](repeating: false, count: text.passages.count)
    }

    private static func starts(of tags: [Tag], count: Int) -> [Int32] {
        var firstTag = [Int32](repeating: Int32(tags.count), count: count + 1)
        var next = tags.count
        for token in stride(from: count - 1, through: 0, by: -1) {
            while next > 0, tags[next - 1].tokens.lowerBound >= token { next -= 1 }
            firstTag[token] = Int32(next)
        }
        return firstTag
    }

    /// Takes away the tags of these classes that stand inside names: "Mlima Tractors" builds no tractors.
    func dropTagsInsideNames(_ lexemes: LexemeSet) {
        let names = organisations.map(\.tokens) + persons.map(\.tokens)
        var inside = [Bool](repeating: false, count: text.tokens.count)
        for range in names { for token in range { inside[token] = true } }
        tags.removeAll {
            lexemes.contains($0.lexeme) && inside[$0.tokens.lowerBound] && inside[$0.tokens.upperBound - 1]
        }
        firstTag = Self.starts(of: tags, count: text.tokens.count)
    }

    /// Whether a tag of one of these classes covers a token, wherever it starts.
    func isCovered(_ token: Int, by lexemes: LexemeSet) -> Bool {
        tags(in: max(0, token - 8)..<(token + 1)).contains { lexemes.contains($0.lexeme) && $0.tokens.contains(token) }
    }

    /// The part of a range around a token that no comma, semicolon, stop or dash divides.
    func segment(around token: Int, in range: Range<Int>) -> Range<Int> {
        func divides(_ index: Int) -> Bool {
            guard text.tokens[index].kind == .sign else { return false }
            switch text.tokens[index].sign {
            case 0x2C, 0x3B, 0xFF0C, 0xFF1B, 0x3002, 0x2014, 0x28, 0x29, 0xFF08, 0xFF09, 0x3A, 0xFF1A: return true
            default: return false
            }
        }
        var start = token
        while start > range.lowerBound, !divides(start - 1) { start -= 1 }
        var end = token
        while end < range.upperBound, !divides(end) { end += 1 }
        return start..<max(start, end)
    }

    /// Tags that start inside a range of tokens.
    func tags(in range: Range<Int>) -> ArraySlice<Tag> {
        guard !range.isEmpty, range.lowerBound < text.tokens.count else { return [] }
        let first = Int(firstTag[range.lowerBound])
        var last = first
        while last < tags.count, tags[last].tokens.lowerBound < range.upperBound { last += 1 }
        return tags[first..<last]
    }

    /// Whether a range of tokens lies in one passage; mentions that do not are dropped.
    func isInOnePassage(_ range: Range<Int>) -> Bool {
        !range.isEmpty && passageOfToken[range.lowerBound] == passageOfToken[range.upperBound - 1]
    }

    private static func fullest(_ organisations: [OrganisationMention]) -> [Int: String] {
        var longest: [Int: (name: String, count: Int)] = [:]
        for mention in organisations {
            let count = mention.name.count
            if count >= longest[mention.entity]?.count ?? 0 { longest[mention.entity] = (mention.name, count) }
        }
        return longest.mapValues(\.name)
    }

    private func cover(_ ranges: [Range<Int>]) -> [Int32] {
        var covered = [Int32](repeating: -1, count: text.tokens.count)
        for (number, range) in ranges.enumerated() { for token in range { covered[token] = Int32(number) } }
        return covered
    }

    private func covers(_ covered: [Int32], _ range: Range<Int>) -> Bool {
        guard !covered.isEmpty else { return false }
        return range.contains { $0 >= 0 && $0 < covered.count && covered[$0] >= 0 }
    }

    /// Whether any token of the range lies in a mention of the kind.
    func overlapsPlace(_ range: Range<Int>) -> Bool { covers(placeAt, range) }
    func overlapsOrganisation(_ range: Range<Int>) -> Bool { covers(organisationAt, range) }
    func overlapsPerson(_ range: Range<Int>) -> Bool { covers(personAt, range) }
    func overlapsMoney(_ range: Range<Int>) -> Bool { covers(moneyAt, range) }
    func overlapsDate(_ range: Range<Int>) -> Bool { covers(dateAt, range) }

    func isPlace(_ token: Int) -> Bool { covers(placeAt, token..<(token + 1)) }
    func isOrganisation(_ token: Int) -> Bool { covers(organisationAt, token..<(token + 1)) }

    /// Mentions that start inside a range; mentions stand in order of their first token.
    func money(in range: Range<Int>) -> ArraySlice<MoneyMention> { slice(money, range) { $0.tokens.lowerBound } }
    func dates(in range: Range<Int>) -> ArraySlice<DateMention> { slice(dates, range) { $0.tokens.lowerBound } }
    func places(in range: Range<Int>) -> ArraySlice<PlaceMention> { slice(places, range) { $0.tokens.lowerBound } }
    func organisations(in range: Range<Int>) -> ArraySlice<OrganisationMention> {
        slice(organisations, range) { $0.tokens.lowerBound }
    }
    func persons(in range: Range<Int>) -> ArraySlice<PersonMention> { slice(persons, range) { $0.tokens.lowerBound } }

    private func slice<Mention>(_ all: [Mention], _ range: Range<Int>, _ start: (Mention) -> Int) -> ArraySlice<Mention>
    {
        func first(atOrAfter token: Int) -> Int {
            var low = 0
            var high = all.count
            while low < high {
                let middle = (low + high) / 2
                if start(all[middle]) < token { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let begin = first(atOrAfter: range.lowerBound)
        return all[begin..<max(begin, first(atOrAfter: range.upperBound))]
    }

    /// The first tag of a class that starts at a token.
    func tag(at token: Int, _ lexeme: Lexeme) -> Tag? {
        guard token >= 0, token < text.tokens.count else { return nil }
        return tags(in: token..<(token + 1)).first { $0.lexeme == lexeme }
    }

    /// The tag of a class that ends just before a token.
    func tag(endingAt token: Int, _ lexeme: Lexeme) -> Tag? {
        guard token > 0 else { return nil }
        return tags(in: max(0, token - 5)..<token).last { $0.lexeme == lexeme && $0.tokens.upperBound == token }
    }

    /// Tags of a class that start in a range.
    func all(_ lexeme: Lexeme, in range: Range<Int>) -> [Tag] { tags(in: range).filter { $0.lexeme == lexeme } }

    /// Whether a tag of a class starts in a range.
    func has(_ lexeme: Lexeme, in range: Range<Int>) -> Bool { tags(in: range).contains { $0.lexeme == lexeme } }

    func passage(of token: Int) -> Passage { text.passages[Int(passageOfToken[token])] }

    /// Passages in order that are part of the article.
    var articlePassages: [Int] { text.passages.indices.filter { !isFurniture[$0] } }

    /// The token's folded bytes.
    func key(_ token: Int) -> ArraySlice<UInt8> {
        let token = text.tokens[token]
        return text.folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
    }

    /// The tokens that have the same folded form as a token, itself among them, in order.
    func likes(of token: Int) -> [Int] {
        let form = key(token)
        return (tokensOfHash[form.hashValue] ?? []).filter { key($0) == form }
    }

    func words(_ range: Range<Int>) -> String { text.document.words(in: text.textRange(range)) }
}

/// The day of publication and where it was read; metadata gives no range.
struct Published {
    let date: DateMention
    let fromMetadata: Bool
}
