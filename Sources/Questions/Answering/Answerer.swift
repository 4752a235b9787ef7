public import Deals
public import FollowThrough
internal import Languages
internal import Ledger
internal import SourceText

/// Answers questions about a ledger, with a citation for each figure.
public struct Answerer: Sendable {
    private let snapshot: Snapshot
    private let origins: PartyOrigins
    private let day: PartialDate
    private let rates: ExchangeRates
    private let places: Places

    /// Answers from what the ledger held on a day.
    /// - Parameter origins: where companies come from.
    /// - Throws: When a table that the program carries is broken.
    public init(_ snapshot: Snapshot, origins: PartyOrigins = PartyOrigins(), on day: PartialDate) throws {
        self.snapshot = snapshot
        self.origins = origins
        self.day = day
        rates = try ExchangeRates.bundled.get()
        places = try Places.bundled.get()
    }

    /// The answer to a question as it was understood.
    public func answer(_ question: Question) throws -> Answer {
        let wording = try Wording(question.language)
        let matching = Matching(
            question: question, snapshot: snapshot, origins: origins, places: places, rates: rates, day: day)
        var writer = AnswerWriter(matching, wording)
        writer.write()
        return Answer(
            question: question, understood: Understanding(question, wording).text, sentences: writer.draft.sentences,
            headings: writer.draft.headings, rows: writer.draft.rows, sources: writer.draft.sources,
            isNothing: writer.draft.isNothing, sourcesHeading: wording.text("sources"))
    }
}

/// The question in the answer's words.
struct Understanding {
    private let question: Question
    private let wording: Wording

    init(_ question: Question, _ wording: Wording) {
        self.question = question
        self.wording = wording
    }

    var text: String {
        var parts = [wording.text("intent." + question.intent.rawValue)]
        if let group = question.group, [.most, .count, .sum, .compare].contains(question.intent) {
            parts.append(wording.text("cond.group", wording.text("group." + group.rawValue)))
        }
        let or = " " + wording.text("or") + " "
        for alternatives in question.places {
            parts.append(wording.text("cond.place", alternatives.map(\.name).joined(separator: or)))
        }
        for name in question.names { parts.append(wording.text("cond.name", name.name)) }
        if !question.sectors.isEmpty {
            let sectors = question.sectors.map(wording.sector).sorted().joined(separator: or)
            parts.append(wording.text("cond.sector", sectors))
        }
        if !question.stages.isEmpty {
            let stages = Stage.all.filter(question.stages.contains).map { wording.stage($0) }.joined(separator: or)
            parts.append(wording.text("cond.stage", stages))
        }
        parts += period
        parts += amount
        if !question.subjects.isEmpty {
            parts.append(wording.text("cond.subject", question.subjects.joined(separator: " ")))
        }
        if parts.count == 1 { parts.append(wording.text("cond.everything")) }
        let understood = wording.text("understood", parts.joined(separator: "; "))
        guard !question.unknown.isEmpty else { return understood }
        return understood + " " + wording.text("unknown", question.unknown.joined(separator: ", "))
    }

    private var period: [String] {
        if let from = question.from, from == question.until { return [wording.text("cond.in", from.description)] }
        return [
            question.from.map { wording.text("cond.from", $0.description) },
            question.until.map { wording.text("cond.until", $0.description) },
        ].compactMap(\.self)
    }

    private var amount: [String] {
        if let minimum = question.minimum, minimum == question.maximum {
            return [wording.text("cond.amount", wording.money(minimum))]
        }
        return [
            question.minimum.map { wording.text("cond.minimum", wording.money($0)) },
            question.maximum.map { wording.text("cond.maximum", wording.money($0)) },
        ].compactMap(\.self)
    }
}
