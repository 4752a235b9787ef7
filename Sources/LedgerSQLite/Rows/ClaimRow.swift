internal import Deals
internal import GRDB
internal import Ledger

/// A row of `claim`, without its citations.
struct ClaimRow: Codable, Hashable, FetchableRecord {
    var number: Int64?
    var record: Int64
    var document: Int64
    var field: String
    var ordinal: Int
    var form: String = ""
    var text: String?
    var entityKind: String?
    var role: String?
    var placeId: String?
    var amount: Double?
    var currency: String?
    var qualifier: String?
    var whole: Int?
    /// Names of rules, each closed by a line feed.
    var rules: String
    var author: String
    var authorRank: Int
    var added: String
    var confidence: Double
    /// Number of the change that brought it.
    var entry: Int64

    init(_ claim: Claim, record: Int64, document: Int64, entry: Int64) {
        self.entry = entry
        self.record = record
        self.document = document
        field = claim.field.rawValue
        ordinal = claim.ordinal
        rules = claim.rules.map { $0.split(separator: "\n").joined(separator: " ") + "\n" }.joined()
        author = claim.author
        authorRank = claim.rank.rawValue
        added = claim.added
        confidence = claim.confidence
        fill(claim.value)
    }

    private mutating func fill(_ value: FieldValue) {
        switch value {
        case .code(let code):
            form = "code"
            text = code
        case .text(let words):
            form = "text"
            text = words
        case .entity(let entity):
            form = "entity"
            text = entity.name
            entityKind = entity.kind.rawValue
            role = entity.role
            placeId = entity.place
        case .money(let money):
            form = "money"
            amount = money.value
            currency = money.currency
            qualifier = money.qualifier.rawValue
        case .date(let date):
            form = "date"
            text = date.description
        case .number(let number):
            form = "number"
            whole = number
        }
    }

    /// The value, or nil when the row's columns make none.
    var value: FieldValue? {
        switch (form, text) {
        case ("code", let code?): return .code(code)
        case ("text", let words?): return .text(words)
        case ("date", let text?): return PartialDate(iso: text).map(FieldValue.date)
        case ("entity", let name?):
            return entityKind.flatMap(EntityKind.init).map {
                .entity(NamedEntity(name: name, kind: $0, role: role, place: placeId))
            }
        case ("money", nil):
            guard let amount, amount.isFinite, amount >= 0, let currency, currency.utf8.count == 3,
                currency.utf8.allSatisfy({ (65...90).contains($0) }),
                let qualifier = qualifier.flatMap(AmountQualifier.init)
            else { return nil }
            return .money(Money(value: amount, currency: currency, qualifier: qualifier))
        case ("number", nil): return whole.map(FieldValue.number)
        default: return nil
        }
    }

    /// Names of the rules that made the claim.
    var ruleNames: [String] {
        rules.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private static let insertion = """
        INSERT INTO claim
            (record, document, field, ordinal, form, text, entityKind, role, placeId, amount, currency,
             qualifier, whole, rules, author, authorRank, added, confidence, entry)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// Writes the row under the next number.
    func insert(_ db: Database) throws {
        try db.cachedStatement(sql: Self.insertion).execute(arguments: [
            record, document, field, ordinal, form, text, entityKind, role, placeId, amount, currency, qualifier, whole,
            rules, author, authorRank, added, confidence, entry,
        ])
    }
}
