import Deals
import Ledger
import SourceText

/// What belongs to one visit, in the order in which a reader asks: the answer to "what did they agree on?".
struct VisitBrief: Sendable {
    let visit: VisitRecord
    /// By day, then as the text tells them.
    let meetings: [MeetingRecord]
    let agreements: [AgreementRecord]

    /// Takes from a document's records those that belong to the visit.
    /// - Parameter visits: all visits of the document, this one among them.
    init(
        _ visit: VisitRecord, visits: [VisitRecord], meetings: [MeetingRecord], agreements: [AgreementRecord]
    ) {
        let rule = Belonging(visit, others: visits.filter { $0.id != visit.id })
        self.visit = visit
        self.meetings =
            meetings
            .filter {
                $0.document.hash == visit.document.hash
                    && rule.takes(parties: $0.finding.parties, place: nil, date: $0.finding.date?.value)
            }
            .sorted { Self.order($0.finding.date?.value, $0.cited) < Self.order($1.finding.date?.value, $1.cited) }
        self.agreements =
            agreements
            .filter {
                $0.document.hash == visit.document.hash
                    && rule.takes(
                        parties: $0.finding.parties, place: $0.finding.place, date: $0.finding.date?.value)
            }
            .sorted { Self.order($0.finding.date?.value, $0.cited) < Self.order($1.finding.date?.value, $1.cited) }
    }

    /// A day of the itinerary; nil for what no source dates to a day.
    struct Day: Sendable {
        let date: PartialDate?
        let isFirstDay: Bool
        let meetings: [MeetingRecord]
        let agreements: [AgreementRecord]
    }

    /// The itinerary: days in order, then what is not dated.
    var days: [Day] {
        func day(_ date: PartialDate?) -> PartialDate? { date?.day == nil ? nil : date }
        let first = day(visit.finding.date?.value)
        var dates = Set(meetings.compactMap { day($0.finding.date?.value) })
        dates.formUnion(agreements.compactMap { day($0.finding.date?.value) })
        if let first { dates.insert(first) }
        let dated: [PartialDate?] = dates.sorted()
        return (dated + [nil]).compactMap { date in
            let met = meetings.filter { day($0.finding.date?.value) == date }
            let agreed = agreements.filter { day($0.finding.date?.value) == date }
            let isFirst = date != nil && date == first
            guard isFirst || !met.isEmpty || !agreed.isEmpty else { return nil }
            return Day(date: date, isFirstDay: isFirst, meetings: met, agreements: agreed)
        }
    }

    /// What no source says about the visit and its agreements.
    enum OpenQuestion: Hashable, Sendable {
        case leader, firstDay, agreements
        case otherSide(RecordID)
        case sum(RecordID)
        case stage(RecordID)
        case subject(RecordID)
    }

    /// In order: the visit's own, then agreement by agreement.
    var openQuestions: [OpenQuestion] {
        var result: [OpenQuestion] = []
        if visit.finding.leader == nil { result.append(.leader) }
        if visit.finding.date == nil { result.append(.firstDay) }
        if agreements.isEmpty { result.append(.agreements) }
        for agreement in agreements {
            if agreement.finding.parties.count < 2 { result.append(.otherSide(agreement.id)) }
            if agreement.finding.amount == nil { result.append(.sum(agreement.id)) }
            if agreement.finding.status == nil { result.append(.stage(agreement.id)) }
            if agreement.finding.subject == nil { result.append(.subject(agreement.id)) }
        }
        return result
    }

    /// Agreements of one stage, with the sums that they name.
    struct Stage: Hashable, Sendable {
        let status: AgreementStatus?
        let count: Int
        /// How many of them name a sum.
        let named: Int
        /// By currency, the one most often named first.
        let sums: [Money]
    }

    /// What was agreed, stage by stage from the highest, never added over stages.
    var stages: [Stage] {
        let order: [AgreementStatus?] = Ladder.rungs.reversed() + [.stalled, .cancelled, nil]
        return order.compactMap { status in
            let those = agreements.filter { $0.finding.status?.value == status }
            guard !those.isEmpty else { return nil }
            let amounts = those.compactMap { $0.finding.amount?.value }
            let byCurrency = Dictionary(grouping: amounts, by: \.currency)
                .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            // An unnumbered plural stands for more than one, but nobody says how many: it counts as one record.
            let count = those.reduce(0) { $0 + max(1, $1.finding.count ?? 1) }
            return Stage(
                status: status, count: count, named: amounts.count, sums: byCurrency.compactMap { Self.sum($0.value) })
        }
    }

    /// Sums of one currency added; what is said of their exactness stays if all say the same, else it is "about".
    private static func sum(_ amounts: [Money]) -> Money? {
        guard let first = amounts.first else { return nil }
        let isAlike = amounts.allSatisfy { $0.qualifier == first.qualifier }
        return Money(
            value: amounts.reduce(0) { $0 + $1.value }, currency: first.currency,
            qualifier: isAlike ? first.qualifier : .about)
    }

    private static func order(
        _ date: PartialDate?, _ cited: [(field: Field, citations: [Citation])]
    ) -> (PartialDate, Int) {
        let last = PartialDate(year: 9999)!
        let place = cited.flatMap(\.citations).map(\.range.start).min() ?? Int.max
        return (date ?? last, place)
    }
}

/// Whether an event of a document belongs to one of its visits.
///
/// 1. An event that names the delegation, its leader or its home belongs to it.
/// 2. One that names another visit's delegation does not.
/// 3. One with a date belongs if the date falls into the visit: from the first day on, for three weeks.
/// 4. One without a date (or of a visit without one) belongs to the only visit of its document, to none of several.
struct Belonging: Sendable {
    private let own: Set<String>
    private let others: [Set<String>]
    private let start: PartialDate?
    private let isOnly: Bool

    /// No delegation of a district stays longer; a document's later events are another story.
    static let longestStay = 21

    init(_ visit: VisitRecord, others: [VisitRecord]) {
        own = Self.names(of: visit)
        self.others = others.map(Self.names(of:))
        start = visit.finding.date?.value
        isOnly = others.isEmpty
    }

    func takes(parties: [Slot<NamedEntity>], place: Slot<NamedEntity>?, date: PartialDate?) -> Bool {
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
