public import Deals
public import FollowThrough
public import Ledger
public import SourceText

/// A visit's report on one page: who went, whom they met, what was agreed, what became of it, what no source says.
public struct Brief: Sendable {
    private let visit: VisitBrief
    private let snapshot: Snapshot
    private let day: PartialDate
    private let rates: ExchangeRates
    private let wording: Wording

    /// A brief on a visit.
    /// - Parameters:
    ///   - language: of the words between the sources' own.
    ///   - day: what became of the agreements is told as known on it.
    /// - Throws: When a table that the program carries is broken.
    public init(
        _ visit: VisitRecord, in snapshot: Snapshot, on day: PartialDate, language: LanguageTag = .english
    ) throws {
        let hash = visit.document.hash
        self.visit = VisitBrief(
            visit, visits: snapshot.visits.filter { $0.document.hash == hash },
            meetings: snapshot.meetings.filter { $0.document.hash == hash },
            agreements: snapshot.deals.flatMap(\.reports).filter { $0.document.hash == hash })
        self.snapshot = snapshot
        self.day = day
        rates = try ExchangeRates.bundled.get()
        wording = try Wording(language)
    }

    /// The brief; numbers in brackets name the sources at its end.
    public func written(as form: TextForm) -> String {
        var page = PageText(form)
        var sources = SourceList()
        let finding = visit.visit.finding
        let way = [finding.who?.value.name, finding.to?.value.name].compactMap(\.self).joined(separator: " → ")
        let title = [finding.date?.value.description, way].compactMap(\.self).joined(separator: ", ")
        page.heading(wording.text("brief.title", title), level: 1)
        if let leader = finding.leader {
            let name = [leader.value.name, leader.value.role].compactMap(\.self).joined(separator: ", ")
            let number = sources.number(visit.visit.id, visit.visit.document, leader.citations)
            page.paragraph(wording.text("brief.leader", name) + page.marks(number))
        }
        if !finding.cities.isEmpty {
            let number = sources.number(visit.visit.id, visit.visit.document, finding.cities.flatMap(\.citations))
            page.paragraph(
                wording.text("brief.cities", finding.cities.map(\.value.name).joined(separator: ", "))
                    + page.marks(number))
        }
        writeMeetings(&page, &sources)
        writeAgreements(&page, &sources)
        writeOpenQuestions(&page)
        page.sources(sources.all, under: wording.text("sources"))
        return page.end()
    }

    private func writeMeetings(_ page: inout PageText, _ sources: inout SourceList) {
        page.heading(wording.text("brief.meetings"), level: 2)
        guard !visit.meetings.isEmpty else { return page.paragraph(wording.text("brief.nothing")) }
        page.table(
            ["date", "who", "place"].map { wording.text("col." + $0) },
            visit.meetings.map { meeting in
                let number = sources.number(meeting.id, meeting.document, meeting.cited.flatMap(\.citations))
                return [
                    meeting.finding.date?.value.description ?? "–", wording.names(meeting.finding.parties),
                    (meeting.finding.place?.value.name ?? "–") + page.marks(number),
                ]
            })
    }

    private func writeAgreements(_ page: inout PageText, _ sources: inout SourceList) {
        page.heading(wording.text("brief.agreements"), level: 2)
        guard !visit.agreements.isEmpty else { return page.paragraph(wording.text("brief.nothing")) }
        page.table(
            ["date", "who", "what", "sum", "dollars", "stage"].map { wording.text("col." + $0) },
            visit.agreements.map { record in
                let finding = record.finding
                let number = sources.number(record.id, record.document, record.cited.flatMap(\.citations))
                let dollars = finding.amount.flatMap {
                    rates.dollars($0.value, in: record.document.published?.year)?.dollars
                }
                return [
                    finding.date?.value.description ?? "–", wording.names(finding.parties),
                    finding.subject?.value ?? "–", finding.amount.map { wording.money($0.value) } ?? "–",
                    dollars.map { wording.amount($0, "USD") } ?? "–",
                    wording.stage(Stage(finding)) + page.marks(number),
                ]
            })
        page.heading(wording.text("brief.became", day.description), level: 2)
        page.table(
            ["what", "stage", "date", "last", "months"].map { wording.text("col." + $0) },
            visit.agreements.compactMap { record in
                guard let deal = snapshot.deal(of: record.id), let standing = deal.standing(on: day) else { return nil }
                let step = standing.stop ?? standing.step
                let cited = step.map { step in
                    step.reports.flatMap { sources.number($0.record, $0.document, $0.citations) }
                }
                return [
                    name(of: record), wording.stage(standing.stage), step?.day?.description ?? "–",
                    standing.lastWord?.description ?? "–",
                    (standing.silence.map { String($0.months) } ?? "–") + page.marks(cited ?? []),
                ]
            })
    }

    private func writeOpenQuestions(_ page: inout PageText) {
        let questions = visit.openQuestions
        guard !questions.isEmpty else { return }
        page.heading(wording.text("brief.open"), level: 2)
        page.list(
            questions.map { question in
                switch question {
                case .leader: wording.text("open.leader")
                case .firstDay: wording.text("open.firstDay")
                case .agreements: wording.text("open.agreements")
                case .otherSide(let id): wording.text("open.otherSide", name(of: id))
                case .sum(let id): wording.text("open.sum", name(of: id))
                case .stage(let id): wording.text("open.stage", name(of: id))
                case .subject(let id): wording.text("open.subject", name(of: id))
                }
            })
    }

    private func name(of id: RecordID) -> String {
        visit.agreements.first { $0.id == id }.map(name) ?? id.text
    }

    private func name(of record: AgreementRecord) -> String {
        record.finding.subject?.value ?? wording.names(record.finding.parties)
    }
}

/// Sources numbered in the order in which they are cited.
private struct SourceList {
    private(set) var all: [AnswerSource] = []

    mutating func number(_ record: RecordID, _ document: DocumentSummary, _ citations: [Citation]) -> [Int] {
        guard !citations.isEmpty else { return [] }
        let source = AnswerSource(record: record, document: document, citations: citations)
        if let number = all.firstIndex(of: source) { return [number] }
        all.append(source)
        return [all.count - 1]
    }
}
