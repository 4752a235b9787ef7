internal import Deals
internal import FollowThrough
internal import Ledger
internal import SourceText

/// Writes the answer that a question's intent asks for. One intent a method; the longer ones in files of their own.
struct AnswerWriter {
    private(set) var matching: Matching
    let wording: Wording
    var draft = AnswerDraft()

    var question: Question { matching.question }
    var snapshot: Snapshot { matching.snapshot }
    var day: PartialDate { matching.day }

    init(_ matching: Matching, _ wording: Wording) {
        self.matching = matching
        self.wording = wording
    }

    mutating func write() {
        widenPlaces()
        switch question.intent {
        case .meetings: return writeMeetings()
        case .visits: return writeVisits()
        case .compare: return writeComparison()
        default: break
        }
        let deals = matching.deals
        guard !deals.isEmpty else { return sayNothing() }
        switch question.intent {
        case .agreements: writeAgreements(deals)
        case .sum, .count: question.group == nil ? writeSums(deals) : writeGroups(deals)
        case .most: question.group == nil ? writeLargest(deals) : writeGroups(deals)
        case .history: writeHistories(deals)
        case .silent: writeSilent(deals)
        case .overdue: writeOverdue(deals)
        case .share: writeShares(deals)
        case .meetings, .visits, .compare: break
        }
    }

    /// A town of which nothing is told may be meant for its district, a capital for its region: the smallest place around it
    /// that some record names is asked about instead, and the answer says so.
    private mutating func widenPlaces() {
        for (group, alternatives) in question.places.enumerated() {
            var widened = alternatives
            while !isTold([widened]), let wider = matching.wider(widened, wording.language) { widened = wider }
            guard widened != alternatives, isTold([widened]) else { continue }
            draft.say(
                wording.text(
                    "widened", alternatives.map(\.name).joined(separator: ", "),
                    widened.map(\.name).joined(separator: ", ")))
            matching.question.places[group] = widened
        }
    }

    private func isTold(_ places: [[NamedCondition]]) -> Bool {
        snapshot.deals.contains { matching.holds(places, matching.placeIDs(of: $0)) }
            || snapshot.visits.contains { matching.holds(places, matching.placeIDs(of: $0)) }
            || snapshot.meetings.contains { meeting in
                let finding = meeting.finding
                let ids = (finding.parties + [finding.place].compactMap(\.self)).compactMap(\.value.place)
                return matching.holds(places, Set(ids))
            }
    }

    mutating func sayNothing() {
        draft.isNothing = true
        draft.say(wording.text("none"))
    }

    // MARK: Lists

    private mutating func writeAgreements(_ deals: [Deal]) {
        draft.say(wording.text("found.agreements", String(deals.count)))
        saySums(deals)
        listDeals(deals)
    }

    private mutating func writeSums(_ deals: [Deal]) {
        draft.say(wording.text("found.agreements", String(deals.count)))
        saySums(deals)
        listDeals(deals)
    }

    /// A sentence a stage, with the sources of every sum in it.
    private mutating func saySums(_ deals: [Deal]) {
        let rows = table(of: deals).rows
        for row in rows {
            let sources = row.records.compactMap { record in
                matching.snapshot.deal(of: record).flatMap { sumSource(of: $0) }
            }
            if row.sums.isEmpty {
                draft.say(
                    wording.text("stage.nosum", wording.stage(row.stage), String(row.deals)), stageSources(deals, row))
            } else {
                let sum = wording.moneys(row.sums)
                draft.say(wording.text("stage.sum", wording.stage(row.stage), String(row.deals), sum), sources)
            }
        }
        if rows.count(where: { !$0.sums.isEmpty }) > 1 { draft.say(wording.text("never.added")) }
    }

    func table(of deals: [Deal]) -> StageTable { StageTable(deals, on: day, rates: matching.rates) }

    private func stageSources(_ deals: [Deal], _ row: StageRow) -> [AnswerSource] {
        deals.filter { row.records.contains($0.id) }.flatMap { stageSource(of: $0) }
    }

    /// The deals one a row: when, who, what, for how much, how far.
    mutating func listDeals(_ deals: [Deal]) {
        draft.headings = ["date", "who", "what", "sum", "dollars", "stage"].map { wording.text("col." + $0) }
        for deal in deals.sorted(by: { (startDay($0) ?? "") > (startDay($1) ?? "") }) {
            guard let standing = deal.standing(on: day) else { continue }
            draft.add(
                [
                    startDay(deal) ?? "–", wording.names(deal.parties), deal.subject?.value ?? "–", sum(of: deal),
                    dollars(of: deal), wording.stage(standing.stage),
                ], sumSources(of: deal) + stageSource(of: deal))
        }
    }

    private mutating func writeLargest(_ deals: [Deal]) {
        let ranked = deals.compactMap { deal in dollarValue(of: deal).map { (deal, $0) } }.sorted { $0.1 > $1.1 }
        guard let first = ranked.first?.0 else {
            draft.say(wording.text("stage.unnamed", String(deals.count)))
            return listDeals(deals)
        }
        let what = "\(wording.names(first.parties)): \(first.subject?.value ?? "–")"
        draft.say(wording.text("most.deal", what, sum(of: first)), sumSources(of: first))
        draft.headings = ["who", "what", "sum", "dollars", "stage"].map { wording.text("col." + $0) }
        for (deal, _) in ranked.prefix(5) {
            draft.add(
                [
                    wording.names(deal.parties), deal.subject?.value ?? "–", sum(of: deal), dollars(of: deal),
                    wording.stage(deal.standing(on: day)?.stage),
                ], sumSources(of: deal) + stageSource(of: deal))
        }
    }

    private mutating func writeSilent(_ deals: [Deal]) {
        let silent = deals.compactMap { deal in deal.standing(on: day).map { (deal, $0) } }.filter { $0.1.isSilent }
            .sorted { ($0.1.silence?.months ?? 0) > ($1.1.silence?.months ?? 0) }
        guard !silent.isEmpty else { return draft.say(wording.text("none.silent")) }
        draft.say(wording.text("found.silent", String(silent.count), day.description))
        draft.headings = ["who", "what", "sum", "stage", "last", "months"].map { wording.text("col." + $0) }
        for (deal, standing) in silent {
            draft.add(
                [
                    wording.names(deal.parties), deal.subject?.value ?? "–", sum(of: deal),
                    wording.stage(standing.stage),
                    standing.lastWord?.description ?? "–", standing.silence.map { String($0.months) } ?? "–",
                ], sumSources(of: deal) + stageSource(of: deal))
        }
    }

    private mutating func writeOverdue(_ deals: [Deal]) {
        let overdue = deals.compactMap { deal in deal.standing(on: day).map { (deal, $0) } }.filter { $0.1.isOverdue }
        guard !overdue.isEmpty else { return draft.say(wording.text("none.overdue")) }
        draft.say(wording.text("found.overdue", String(overdue.count), day.description))
        draft.headings = ["who", "what", "stage", "due"].map { wording.text("col." + $0) }
        for (deal, standing) in overdue {
            for stated in standing.overdue {
                let milestone = stated.milestone.value
                draft.add(
                    [
                        wording.names(deal.parties), deal.subject?.value ?? "–", wording.stage(standing.stage),
                        "\(milestone.due): \(wording.stage(Rung(milestone.stage, paper: nil).map(Stage.reached)))",
                    ], [source(stated)] + stageSource(of: deal))
            }
        }
    }

    // MARK: Meetings and visits

    private mutating func writeMeetings() {
        let meetings = snapshot.meetings.filter { matching.asks(for: $0) }
        guard !meetings.isEmpty else { return sayNothing() }
        draft.say(wording.text("found.meetings", String(meetings.count)))
        draft.headings = ["date", "who", "place"].map { wording.text("col." + $0) }
        for meeting in meetings {
            let finding = meeting.finding
            draft.add(
                [
                    finding.date?.value.description ?? "–", wording.names(finding.parties),
                    finding.place?.value.name ?? "–",
                ],
                [
                    AnswerSource(
                        record: meeting.id, document: meeting.document, citations: meeting.cited.flatMap(\.citations))
                ])
        }
    }

    private mutating func writeVisits() {
        let visits = snapshot.visits.filter { matching.asks(for: $0) }
        guard !visits.isEmpty else { return sayNothing() }
        draft.say(wording.text("found.visits", String(visits.count)))
        draft.headings = ["date", "name", "leader", "to"].map { wording.text("col." + $0) }
        for visit in visits {
            let finding = visit.finding
            let to = ([finding.to].compactMap(\.self) + finding.cities).map(\.value.name)
            draft.add(
                [
                    finding.date?.value.description ?? "–", finding.who?.value.name ?? "–",
                    finding.leader?.value.name ?? "–", to.isEmpty ? "–" : to.joined(separator: ", "),
                ],
                [AnswerSource(record: visit.id, document: visit.document, citations: visit.cited.flatMap(\.citations))])
        }
    }
}
