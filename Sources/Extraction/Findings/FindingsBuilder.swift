internal import Deals
internal import Languages
internal import SourceText

/// Turns mentions and drafts into findings with citations.
struct FindingsBuilder {
    let analysis: Analysis
    let section: Sections.Section
    let configuration: Extractor.Configuration

    func findings() -> Findings {
        let sides = SideRules(analysis: analysis)
        let context = DiscourseContext(analysis: analysis)
        let meetings = MeetingRules(analysis: analysis, sides: sides, context: context).meetings()
        let visits = VisitRules(analysis: analysis, sides: sides).visits()
        let deals = AgreementRules(analysis: analysis, sides: sides, context: context, meetings: meetings).agreements()
        var findings = Findings()
        findings.language = analysis.data.tag
        if let published = analysis.published {
            if published.fromMetadata {
                findings.publishedByMetadata = published.date.date
            } else {
                findings.published = slot(published.date.date, [published.date.tokens], ["publication"])
            }
        }
        let milestones = MilestoneRules(analysis: analysis).milestones(of: deals)
        findings.agreements = zip(deals, milestones).compactMap(agreement).filter {
            $0.confidence >= configuration.minimumConfidence
        }
        findings.meetings = meetings.compactMap(meeting).filter { $0.confidence >= configuration.minimumConfidence }
        findings.visits = visits.compactMap(visit).filter { $0.confidence >= configuration.minimumConfidence }
        findings.persons = persons()
        findings.organisations = organisations()
        findings.places = places()
        findings.money = money()
        return findings
    }

    /// One line a draft, before drafts are joined to deals.
    func trace() -> [String] {
        let sides = SideRules(analysis: analysis)
        let context = DiscourseContext(analysis: analysis)
        let meetings = MeetingRules(analysis: analysis, sides: sides, context: context).meetings()
        let rules = AgreementRules(analysis: analysis, sides: sides, context: context, meetings: meetings)
        let merged = DealMerging(analysis: analysis, sides: sides).merged(rules.drafts())
        return (rules.drafts() + merged).enumerated().map { number, draft in
            let parts: [String] = [
                (number < rules.drafts().count ? "passage " : "deal ")
                    + draft.passages.map(String.init).joined(separator: ","), draft.rules.joined(separator: " "),
                draft.status.value.rawValue,
                draft.kind?.value.rawValue ?? "-", draft.parties.map(\.name).joined(separator: " + "),
                draft.amount.map { "\($0.money.value) \($0.money.currency)" } ?? "-", draft.subject.map(words) ?? "-",
                draft.place?.name ?? "-", draft.date?.date.description ?? "-",
                "“" + String(words(draft.clause).prefix(90)) + "…”",
            ]
            return parts.joined(separator: " | ")
        }
    }

    // MARK: Citations

    private func citation(_ tokens: Range<Int>) -> Citation? {
        guard !tokens.isEmpty else { return nil }
        // Token ranges always lie inside the document, on character boundaries; a value whose words could not be cited
        // would be left out.
        let range = analysis.text.textRange(tokens)
        return try? Citation(section.whole, TextRange(range.start + section.offset, range.end + section.offset))
    }

    private func slot<Value>(
        _ value: Value, _ ranges: [Range<Int>], _ rules: [String], evidence: [String]? = nil
    ) -> Slot<Value>? {
        let citations = ranges.compactMap(citation)
        guard !citations.isEmpty else { return nil }
        return Slot(
            value, citations: citations, rules: evidence.map { $0 + rules } ?? rules,
            confidence: evidence.map(ConfidenceWeights.carried.confidence))
    }

    // MARK: Events

    private func agreement(_ deal: DealDraft, _ milestones: [MilestoneRules.Mention]) -> AgreementFinding? {
        var finding = AgreementFinding()
        let rules = Array(Set(deal.rules)).sorted()
        let evidence = Evidence(analysis: analysis, deal: deal)
        let kind = deal.kind ?? (.unspecified, deal.status.tokens)
        finding.kind = slot(kind.value, [kind.tokens], rules, evidence: evidence.of("kind", kind.tokens))
        finding.status = slot(
            deal.status.value, [deal.status.tokens], rules,
            evidence: evidence.of("status", deal.status.tokens) + ["status:\(deal.status.value.rawValue)"])
        finding.parties = deal.parties.compactMap { party($0, evidence: evidence.of($0)) }
        finding.amount = deal.amount.flatMap {
            slot($0.money, [$0.tokens], [], evidence: evidence.of("amount", $0.tokens))
        }
        finding.subject = deal.subject.flatMap { slot(words($0), [$0], [], evidence: evidence.of("subject", $0)) }
        if let sector = deal.sector {
            finding.sector = slot(sector.value, [sector.tokens], [], evidence: evidence.of("sector", sector.tokens))
        }
        finding.place = deal.place.flatMap { mention in
            place(mention, evidence: evidence.of("place", mention.tokens) + ["place:\(mention.kind.rawValue)"])
        }
        if let date = deal.date, let whole = date.whole {
            finding.date = slot(whole, dateRanges(date), [], evidence: evidence.of("date", date.tokens))
        }
        finding.milestones = milestones.compactMap {
            slot($0.milestone, [$0.tokens] + dateRanges($0.date), ["milestone"])
        }
        finding.count = deal.count
        finding.confidence = finding.meanConfidence
        return finding
    }

    private func words(_ tokens: Range<Int>) -> String {
        analysis.words(tokens).split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(
            "\u{AD}", with: "")
    }

    /// A date worked out from the day of publication cites that day too, where the page states it.
    private func dateRanges(_ date: DateMention) -> [Range<Int>] {
        var ranges = [date.tokens]
        if date.isRelative, let published = analysis.published, !published.fromMetadata {
            ranges.append(published.date.tokens)
        }
        return ranges
    }

    private func meeting(_ draft: MeetingDraft) -> MeetingFinding? {
        var finding = MeetingFinding(parties: draft.parties.compactMap { party($0) })
        finding.place = draft.place.flatMap { place($0) }
        if let date = draft.date, let whole = date.whole { finding.date = slot(whole, dateRanges(date), ["date"]) }
        finding.confidence = draft.parties.count >= 2 ? 0.75 : 0.5
        return finding
    }

    private func visit(_ draft: VisitDraft) -> VisitFinding? {
        var finding = VisitFinding()
        let name = draft.who.source == .delegation && !draft.who.isBare ? delegationName(draft) : draft.who.name
        finding.who = slot(
            NamedEntity(name: name, kind: kind(of: draft.who), place: draft.who.placeID),
            [draft.who.tokens], ["visit"])
        finding.leader = draft.leader.flatMap { leader in
            slot(entity(leader), [leader.tokens], ["leader"])
        }
        finding.to = draft.to.flatMap { place($0) }
        finding.cities = draft.cities.compactMap { place($0) }
        if let date = draft.date { finding.date = slot(date.date, dateRanges(date), ["date"]) }
        finding.confidence = draft.leader == nil ? 0.6 : 0.8
        return finding
    }

    private func kind(of traveller: Side) -> EntityKind {
        if case .person = traveller.party { return .person }
        return traveller.isPlace ? .place : .company
    }

    private func delegationName(_ draft: VisitDraft) -> String {
        let who = draft.who.name
        switch analysis.data.tag {
        case .russian, .english:
            let tokens = draft.who.tokens
            // The closing quote of a name belongs to it.
            let next = tokens.upperBound
            let closes =
                next < analysis.text.tokens.count && analysis.text.tokens[next].isSign("»")
                && tokens.contains { analysis.text.tokens[$0].isSign("«") }
            return words(closes ? tokens.lowerBound..<(next + 1) : tokens)
        default: return who
        }
    }

    private func party(_ side: Side, evidence: [String]? = nil) -> Slot<NamedEntity>? {
        let kind: EntityKind
        switch side.party {
        case .place: kind = .place
        case .person: kind = .person
        case .organisation(let number):
            kind = analysis.organisations.first { $0.entity == number }?.isInstitution == true ? .institution : .company
        }
        return slot(
            NamedEntity(name: side.name, kind: kind, place: side.placeID), [side.tokens],
            evidence == nil ? ["side"] : [], evidence: evidence)
    }

    private func place(_ mention: PlaceMention, evidence: [String]? = nil) -> Slot<NamedEntity>? {
        slot(
            NamedEntity(name: analysis.fullestName(mention), kind: .place, place: mention.id), [mention.tokens],
            evidence == nil ? ["place"] : [], evidence: evidence)
    }

    private func entity(_ person: PersonMention) -> NamedEntity {
        let full = analysis.persons.filter { $0.entity == person.entity }
        let name = full.max { $0.name.count < $1.name.count }?.name ?? person.name
        let role = full.compactMap(\.role).first.map { analysis.roles[$0].title }
        return NamedEntity(name: name, kind: .person, role: role)
    }

    // MARK: Lists

    private func persons() -> [Slot<NamedEntity>] {
        let numbers = analysis.persons.map(\.entity)
        var seen: Set<Int> = []
        return numbers.filter { seen.insert($0).inserted }.compactMap { number in
            let mentions = analysis.persons.filter { $0.entity == number }
            return slot(entity(mentions[0]), mentions.map(\.tokens), ["person"])
        }
    }

    private func organisations() -> [Slot<NamedEntity>] {
        var seen: Set<Int> = []
        return analysis.organisations.map(\.entity).filter { seen.insert($0).inserted }.compactMap { number in
            let mentions = analysis.organisations.filter { $0.entity == number }
            let name = mentions.max { $0.name.count < $1.name.count }?.name ?? ""
            let kind: EntityKind = mentions[0].isInstitution ? .institution : .company
            return slot(NamedEntity(name: name, kind: kind), mentions.map(\.tokens), ["organisation"])
        }
    }

    private func places() -> [Slot<NamedEntity>] {
        var seen: Set<String> = []
        let outside = analysis.places.filter { !$0.isInsideName }
        return outside.filter { seen.insert($0.id ?? $0.name).inserted }.compactMap { first in
            let mentions = outside.filter { ($0.id ?? $0.name) == (first.id ?? first.name) }
            return slot(
                NamedEntity(name: analysis.fullestName(first), kind: .place, place: first.id), mentions.map(\.tokens),
                ["place"])
        }
    }

    private func money() -> [Slot<Money>] {
        var kept: [MoneyMention] = []
        for mention in analysis.money where !kept.contains(where: { $0.money.isSameSum(as: mention.money) }) {
            kept.append(mention)
        }
        return kept.compactMap { slot($0.money, [$0.tokens], ["money"]) }
    }
}

extension AgreementFinding {
    /// The mean confidence of its values: the share of them that is to be expected right, 0…1.
    fileprivate var meanConfidence: Double {
        let all: [Double?] =
            [
                kind?.confidence, status?.confidence, amount?.confidence, subject?.confidence, sector?.confidence,
                place?.confidence, date?.confidence,
            ] + parties.map(\.confidence)
        let known = all.compactMap { $0 }
        return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    }
}
