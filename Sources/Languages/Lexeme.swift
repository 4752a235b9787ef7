/// What a word or phrase of a language's lexicon tells. One class a row of `lexicon.tsv`; the `value` column
/// says which one of its class.
public enum Lexeme: UInt8, CaseIterable, Sendable {
    // Deals
    /// A noun for the paper ("меморандум"); value: ``AgreementKind``.
    case paper
    /// Signing or concluding, verb or noun ("подписали", "заключение").
    case sign
    /// Agreeing without a word on paper ("договорились").
    case agreed
    /// Putting into being, told as to come or as done ("построят", "создадут", "наладят").
    case build
    /// Putting money in ("вложит", "инвестиции в размере").
    case invest
    /// Announcing ("объявила", "представил проект").
    case announce
    /// Words that put an act into the future ("планируется", "намечено", "будет подписан").
    case future
    /// A stage reached ("строительство началось", "введён в эксплуатацию"); value: ``AgreementStatus``, or `begins` for verbs
    /// that take their stage from what begins ("началось": the building, the working).
    case stage
    /// "не", "no", "没有" and their like before the word they deny.
    case negation
    /// Whole phrases that deny a deal ("документов не подписывали", "договорённости нет").
    case refusal
    /// A proposal, possibility or readiness that is no deal ("предложил", "готовность к сотрудничеству").
    case proposal
    /// A deal told as a memory ("напомним", "ранее сообщалось", "as reported earlier").
    case background
    /// Words that stand for both sides ("стороны", "the parties").
    case sides
    /// A set of deals with a total ("пакет документов", "портфель проектов").
    case package
    /// What is built, made or supplied; value: ``Sector`` ("завод" manufacturing, "клиника" healthcare).
    case project
    /// A word that tells a sector but is no thing to build; value: ``Sector``.
    case sector
    /// What is done to goods, whatever they are; value: `make`, `trade` or `grow` ("выпускать", "export of", "yetishtirish").
    case deed
    /// A loan or other financing as a deal of its own.
    case loan
    /// Giving money or goods as aid or credit ("donated", "granted").
    case give
    /// Words for a place told before ("там же", "next to the plant", "in the same district").
    case samePlace
    /// Opens another deal at the head of a sentence ("separately", "тем временем").
    case another

    // Meetings and visits
    /// Meeting and talking; value `ref` where the words look back to a meeting told before ("at the meeting").
    case meet
    /// A signing or opening that other things are told to stand before or behind ("перед церемонией").
    case ceremony
    /// Being received ("принял", "received by").
    case receive
    /// Calling on a company or site ("посетил", "побывали на"); value `inspect` where it may only be looked at.
    case call
    /// Words of travel ("визит", "поездка", "прибыл"); value: `trip`, `arrive` or `return`.
    case travel
    /// "делегация".
    case delegation
    /// Leading a delegation ("во главе с", "под руководством", "возглавил").
    case lead

    // Names
    /// An office; value: whom its holder stands for: `place`, `ministry`, `country`, `company`, `body`, `many` or `none`;
    /// `place:city`, `place:district` and `place:region` name the kind of place too.
    case role
    /// A head noun that opens (or closes) an organisation's name; value: `company`, `institution`, or `outlet` for the
    /// last words of newspapers' names.
    case organisationHead
    /// A kind word beside a company's name ("компания", "холдинг", "guruhi").
    case companyWord
    /// "ООО", "Co., Ltd", "MChJ".
    case legalForm
    /// A type word of places; value: `district`, `region`, `city`, `zone`, `country`, `village`.
    case placeType
    /// A given name; value: `m` or `f`, or `s` for a surname that stands first ("Wang Junhe"),
    /// `surname` for Chinese ones.
    case givenName
    /// Hokimiyats and their like, which stand for their place.
    case administration
    /// Words after which an outlet is named ("сообщает", "reports").
    case outlet
    /// A verb of speech ("сказал", "отметил").
    case speech
    /// A capitalised word that is no name ("Президент", "Напомним", "Monday"); value: `part` where it may stand inside
    /// one ("National", "Water"), `thing` where it closes the name of what is neither person nor organisation
    /// ("Forum", "Canal"), else empty.
    case notName

    // Numbers
    /// A number in words; value: the number.
    case number
    /// A power of ten in words; value: 1000, 1000000 …
    case scale
    /// A currency word or sign; value: ISO 4217, or `dollar`-like ambiguous codes resolved by the country nearby.
    case currency
    /// Exactness of an amount; value: ``AmountQualifier``, with `>` before it when it stands after the amount.
    case qualifier
    /// What an amount is said of, when that is a deal ("стоимость проекта", "на сумму").
    case dealAmount
    /// What an amount is said of, when that is no deal ("товарооборот", "выручка", "экспорт").
    case otherAmount
    /// A unit that makes a number no money ("МВт", "гектар").
    case unit

    // Dates
    /// Value 1…12.
    case month
    /// Value 1 (Monday) … 7.
    case weekday
    /// Value: days from publication ("вчера" -1, "сегодня" 0); `same`, `same+1`, `same-1`, … count from the day named
    /// before ("当天", "次日").
    case day
    /// Value: `week-1`, `month-1`, `year-1`, `year+0`, … counted from publication.
    case period
    /// Value 1 (spring) … 4 (winter), as the months 3–5, 6–8, 9–11, 12–2.
    case season
    /// "год", "йил", "年": a number before it is a year.
    case yearWord
    /// "число", "kun", "日": a number before it may be a day.
    case dayWord

    // The page
    /// Opens a line that is no part of the article ("Читайте также", "Share", "Подписаться").
    case furniture
}

extension Lexeme {
    /// The class that a table names by its case ("paper"), or nil.
    init?(name: String) {
        guard let lexeme = Self.named[name] else { return nil }
        self = lexeme
    }

    private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// Classes of words, one bit each: asked for every tag of a text, so that hashing would cost more than the question.
public struct LexemeSet: Sendable, Hashable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    /// The classes of a literal.
    public init(arrayLiteral lexemes: Lexeme...) {
        for lexeme in lexemes { bits |= 1 << UInt64(lexeme.rawValue) }
    }

    /// Whether a class is one of them.
    public func contains(_ lexeme: Lexeme) -> Bool { bits & 1 << UInt64(lexeme.rawValue) != 0 }

    /// These and the others.
    public func union(_ other: LexemeSet) -> LexemeSet {
        var both = self
        both.bits |= other.bits
        return both
    }
}
