public import Deals
public import Ledger
internal import SourceText

/// Whether an event of a document belongs to one of its visits.
///
/// 1. An event that names the delegation, its leader or its home belongs to it.
/// 2. One that names another visit's delegation does not.
/// 3. One with a date belongs if the date falls into the visit: from the first day on, for three weeks.
/// 4. One without a date (or of a visit without one) belongs to the only visit of its document, to none of several.
public struct Belonging: Sendable {
    private let own: Set<String>
    private let others: [Set<String>]
    private let start: PartialDate?
    private let isOnly: Bool

    /// No delegation of a district stays longer; a document's later events are another story.
    public static let longestStay = 21

    public init(_ visit: VisitRecord, others: [VisitRecord]) {
        own = Self.names(of: visit)
        self.others = others.map(Self.names(of:))
        start = visit.finding.date?.value
        isOnly = others.isEmpty
    }

    public func takes(parties: [Slot<NamedEntity>], place: Slot<NamedEntity>?, date: PartialDate?) -> Bool {
        var names: Set<String> = []
        for slot in parties { names.formUnion(Self.names(of: slot.value)) }
        if let place { names.formUnion(Self.names(of: place.value)) }
        if !names.isDisjoint(with: own) { return true }
        if others.contains(where: { !names.isDisjoint(with: $0) }) { return false }
        guard let date, let start else { return isOnly }
        if start.holds(date) || date.holds(start) { return true }
        guard let end = start.adding(days: Self.longestStay) else { return false }
        return start <= date && date <= end
    }

    private static func names(of visit: VisitRecord) -> Set<String> {
        var names: Set<String> = []
        if let who = visit.finding.who?.value { names.formUnion(Self.names(of: who)) }
        if let leader = visit.finding.leader?.value { names.formUnion(Self.names(of: leader)) }
        return names
    }

    /// The keys under which an entity is known: its folded name, and its place in the tables.
    private static func names(of entity: NamedEntity) -> Set<String> {
        var names: Set<String> = [Folding.plain(entity.name)]
        if let place = entity.place { names.insert("#" + place) }
        return names
    }
}
