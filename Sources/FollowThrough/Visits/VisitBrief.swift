public import Deals
public import Ledger
internal import SourceText

/// What belongs to one visit, in the order in which a reader asks: the answer to "what did they agree on?".
public struct VisitBrief: Sendable {
    public let visit: VisitRecord
    /// By day, then as the text tells them.
    public let meetings: [MeetingRecord]
    public let agreements: [AgreementRecord]

    /// Takes from a document's records those that belong to the visit.
    /// - Parameter visits: all visits of the document, this one among them.
    public init(
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
    public struct Day: Sendable {
        public let date: PartialDate?
        public let isFirstDay: Bool
        public let meetings: [MeetingRecord]
        public let agreements: [AgreementRecord]
    }

    /// The itinerary: days in order, then what is not dated.
    public var days: [Day] {
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
    public enum OpenQuestion: Hashable, Sendable {
        case leader, firstDay, agreements
        case otherSide(RecordID)
        case sum(RecordID)
        case stage(RecordID)
        case subject(RecordID)
    }

    /// In order: the visit's own, then agreement by agreement.
    public var openQuestions: [OpenQuestion] {
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
    public struct StageSums: Hashable, Sendable {
        public let status: AgreementStatus?
        public let count: Int
        /// How many of them name a sum.
        public let named: Int
        /// By currency, the one most often named first.
        public let sums: [Money]
    }

    /// What was agreed, stage by stage from the highest, never added over stages.
    public var stages: [StageSums] {
        let rungs = AgreementStatus.allCases.filter { $0.rung != nil }
        let order: [AgreementStatus?] = rungs.reversed() + [.stalled, .cancelled, nil]
        return order.compactMap { status in
            let those = agreements.filter { $0.finding.status?.value == status }
            guard !those.isEmpty else { return nil }
            let amounts = those.compactMap { $0.finding.amount?.value }
            let byCurrency = Dictionary(grouping: amounts, by: \.currency)
                .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            // An unnumbered plural stands for more than one, but nobody says how many: it counts as one record.
            let count = those.reduce(0) { $0 + max(1, $1.finding.count ?? 1) }
            return StageSums(
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
