internal import Deals
internal import FollowThrough
internal import Languages
internal import Ledger
internal import SourceText

/// Which of a ledger's records a question is about.
struct Matching {
    var question: Question
    let snapshot: Snapshot
    let origins: PartyOrigins
    let places: Places
    let rates: ExchangeRates
    let day: PartialDate

    var deals: [Deal] { snapshot.deals.filter { asks(for: $0) } }

    func asks(for deal: Deal) -> Bool {
        guard let standing = deal.standing(on: day) else { return false }
        return holds(question.places, placeIDs(of: deal)) && asksForNames(of: deal) && asksForSector(of: deal)
            && asksForAmount(of: deal) && asksForSubject(of: deal) && asksForStage(of: deal, standing)
    }

    // MARK: Places and names

    /// Whether each group of alternatives holds one place that some of these ids lie in.
    func holds(_ wanted: [[NamedCondition]], _ ids: Set<String>) -> Bool {
        wanted.allSatisfy { alternatives in alternatives.contains { isIn($0, ids) } }
    }

    func isIn(_ condition: NamedCondition, _ ids: Set<String>) -> Bool {
        condition.places.contains { outer in ids.contains { places.lies($0, in: outer) } }
    }

    /// The places around alternatives, none larger than a region; nil when they have none.
    func wider(_ conditions: [NamedCondition], _ language: LanguageTag) -> [NamedCondition]? {
        let wider = conditions.compactMap { condition -> NamedCondition? in
            let parents = condition.places.compactMap { places[$0]?.parent }.filter {
                places[$0]?.kind.isLocal ?? false
            }
            guard let first = parents.min() else { return nil }
            return NamedCondition(
                name: places[first]?.name(in: language) ?? first, places: Set(parents), keys: [])
        }
        return wider.isEmpty ? nil : wider
    }

    func placeIDs(of deal: Deal) -> Set<String> {
        var ids = Set(deal.parties.compactMap(\.value.place))
        ids.formUnion(deal.reports.compactMap { $0.finding.place?.value.place })
        for visit in snapshot.visits(of: deal) { ids.formUnion(placeIDs(of: visit)) }
        for report in deal.reports { ids.formUnion((origins.countries[report.id] ?? [:]).keys) }
        return ids
    }

    func placeIDs(of visit: VisitRecord) -> Set<String> {
        let finding = visit.finding
        return Set(([finding.who, finding.to].compactMap(\.self) + finding.cities).compactMap(\.value.place))
    }

    func keys(of deal: Deal) -> Set<String> {
        var names = deal.parties.map(\.value.name)
        names += snapshot.visits(of: deal).compactMap { $0.finding.leader?.value.name }
        return Set(names.map { SearchKey($0).padded })
    }

    private func asksForNames(of deal: Deal) -> Bool {
        if question.names.isEmpty { return true }
        let keys = keys(of: deal)
        let isAny = question.intent == .compare
        return isAny
            ? question.names.contains { !$0.keys.isDisjoint(with: keys) }
            : question.names.allSatisfy { !$0.keys.isDisjoint(with: keys) }
    }

    // MARK: The rest

    private func asksForSector(of deal: Deal) -> Bool {
        question.sectors.isEmpty
            || deal.reports.contains { $0.finding.sector.map { question.sectors.contains($0.value) } ?? false }
    }

    private func asksForSubject(of deal: Deal) -> Bool {
        question.subjects.isEmpty || question.subjects.contains { Subjects.isAbout(deal, $0) }
    }

    private func asksForAmount(of deal: Deal) -> Bool {
        if question.minimum == nil, question.maximum == nil { return true }
        return deal.amounts.contains { stated in
            let amount = stated.amount.value
            func dollars(_ money: Money) -> Double? { rates.dollars(money, in: stated.year)?.dollars }
            func pair(_ bound: Money) -> (Double, Double)? {
                if bound.currency == amount.currency { return (amount.value, bound.value) }
                guard let left = dollars(amount), let right = dollars(bound) else { return nil }
                return (left, right)
            }
            let isEnough = question.minimum.map { bound in pair(bound).map { $0 >= $1 * 0.995 } ?? false } ?? true
            let isWithin = question.maximum.map { bound in pair(bound).map { $0 <= $1 * 1.005 } ?? false } ?? true
            return isEnough && isWithin
        }
    }

    /// Papers are asked for by their having been signed, what stands or stopped by where the deal is now; a period asks
    /// for the day of the step.
    private func asksForStage(of deal: Deal, _ standing: Standing) -> Bool {
        let steps = History(deal).steps.filter { $0.day?.isBy(day) ?? true }
        let papers = question.stages.filter { $0.rung?.isPaper ?? false }
        let others = question.stages.subtracting(papers)
        if question.stages.isEmpty {
            let days = steps.compactMap(\.day) + deal.reports.compactMap(\.eventDay)
            return !hasPeriod || days.contains(where: isInPeriod)
        }
        return steps.contains { step in
            let isAsked =
                papers.contains(step.stage) || others.contains(step.stage) && standing.stage == step.stage
                || papers.count > 1 && isSignedIntent(step, of: deal)
            return isAsked && (!hasPeriod || step.day.map(isInPeriod) ?? false)
        }
    }

    /// A letter of intent is signed too, though it commits to nothing.
    private func isSignedIntent(_ step: HistoryStep, of deal: Deal) -> Bool {
        guard step.stage == .reached(.intended) else { return false }
        let told = Set(step.reports.map(\.record))
        return deal.reports.contains { told.contains($0.id) && $0.finding.status?.value == .signed }
    }

    private var hasPeriod: Bool { question.from != nil || question.until != nil }

    func isInPeriod(_ date: PartialDate) -> Bool {
        (question.from.map { date.lastDay >= $0.firstDay } ?? true)
            && (question.until.map { date.firstDay <= $0.lastDay } ?? true)
    }

    // MARK: Meetings and visits

    func asks(for meeting: MeetingRecord) -> Bool {
        let finding = meeting.finding
        let visits = snapshot.visits(of: meeting)
        var ids = Set((finding.parties + [finding.place].compactMap(\.self)).compactMap(\.value.place))
        for visit in visits { ids.formUnion(placeIDs(of: visit)) }
        let names = finding.parties.map(\.value.name) + visits.compactMap { $0.finding.leader?.value.name }
        return holds(question.places, ids) && asksForNames(names)
            && (!hasPeriod || meeting.eventDay.map(isInPeriod) ?? false)
    }

    func asks(for visit: VisitRecord) -> Bool {
        let names = [visit.finding.leader?.value.name, visit.finding.who?.value.name].compactMap(\.self)
        return holds(question.places, placeIDs(of: visit)) && asksForNames(names)
            && (!hasPeriod || visit.eventDay.map(isInPeriod) ?? false)
    }

    private func asksForNames(_ names: [String]) -> Bool {
        let keys = Set(names.map { SearchKey($0).padded })
        return question.names.allSatisfy { !$0.keys.isDisjoint(with: keys) }
    }
}
