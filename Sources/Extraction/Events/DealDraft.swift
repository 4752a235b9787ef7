internal import Deals
internal import Languages
internal import SourceText

/// An agreement as the rules put it together, before it becomes a finding.
struct DealDraft {
    var kind: (value: AgreementKind, tokens: Range<Int>)?
    var status: (value: AgreementStatus, tokens: Range<Int>)
    var parties: [Side] = []
    var amount: MoneyMention?
    var subject: Range<Int>?
    /// The head noun of the subject.
    var project: Tag?
    var sector: (value: Sector, tokens: Range<Int>)?
    var place: PlaceMention?
    var date: DateMention?
    /// Whether the date stands in the clause itself.
    var hasOwnDate = false
    var count: Int? = 1
    /// Whether the clause itself names a side, a sum, a thing to build or a place; a clause that does not only sums up.
    var isVague = false
    /// A sentence that only tells a stage of the deal spoken of before in its paragraph.
    var isUpdate = false
    /// Whether the words tell how far the deal has come; "the partners are X and Y" does not.
    var tellsStatus = true
    /// A loan, a deal of its own beside what it pays for.
    var isLoan = false
    /// The amount is told as the newest of several.
    var isRevised = false
    /// "the parties": who they are was told before.
    var refersToSides = false
    /// The clause names no side by itself.
    var namesNobody = false
    /// How closely the date stands with the words that tell the status: 2 in a clause that tells a signing or stage.
    var dateRank = 0
    /// The sentence says who takes part ("Стороны — X и Y").
    var presentsSides = false
    /// Officials who only stood by.
    var witnesses: [Side] = []
    /// A total over several papers; its parts are records of their own.
    var isPackage = false
    var isListItem = false
    /// Token range of the clause it was first read from.
    var clause: Range<Int>
    /// All passages that tell of it.
    var passages: [Int]
    /// Names of the rules that fired.
    var rules: [String]

    /// Whether it leans on a deal told before: it names no side, no sum and no thing of its own.
    var refersBack: Bool { organisations.isEmpty && amount == nil && (project == nil || project?.value == "other") }

    var organisations: Set<Party> { Set(parties.filter { !$0.isPlace }.map(\.party)) }
}
