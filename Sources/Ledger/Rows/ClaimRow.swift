internal import Deals

/// A row of `claim`, without its citations.
package struct ClaimRow: Codable, Hashable, Sendable {
    package var number: Int64?
    package var record: Int64
    package var document: Int64
    package var field: String
    package var ordinal: Int
    package var form: String = ""
    package var text: String?
    package var entityKind: String?
    package var role: String?
    package var placeId: String?
    package var amount: Double?
    package var currency: String?
    package var qualifier: String?
    package var whole: Int?
    /// Names of rules, each closed by a line feed.
    package var rules: String
    package var author: String
    package var authorRank: Int
    package var added: String
    package var confidence: Double
    /// Number of the change that brought it.
    package var entry: Int64

    package init(_ claim: Claim, record: Int64, document: Int64, entry: Int64) {
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

    /// A row as it is stored.
    package init(
        number: Int64, record: Int64, document: Int64, field: String, ordinal: Int, form: String, text: String?,
        entityKind: String?, role: String?, placeId: String?, amount: Double?, currency: String?, qualifier: String?,
        whole: Int?, rules: String, author: String, authorRank: Int, added: String, confidence: Double, entry: Int64
    ) {
        self.number = number
        self.record = record
        self.document = document
        self.field = field
        self.ordinal = ordinal
        self.form = form
        self.text = text
        self.entityKind = entityKind
        self.role = role
        self.placeId = placeId
        self.amount = amount
        self.currency = currency
        self.qualifier = qualifier
        self.whole = whole
        self.rules = rules
        self.author = author
        self.authorRank = authorRank
        self.added = added
        self.confidence = confidence
        self.entry = entry
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
    package var value: FieldValue? {
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
    package var ruleNames: [String] {
        rules.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
