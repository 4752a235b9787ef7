import Deals
import FollowThrough
import Foundation
import Ledger
import Questions
import SourceText

/// The example articles as a careful reader would have recorded them, so that the answers do not change with the rules of
/// extraction: `Sample/ledger.jsonl`, joined by `Sample/links.tsv`.
struct Sample {
    let snapshot: Snapshot
    let origins: PartyOrigins
    /// The names of the agreements, for the expectations.
    let ids: [String: RecordID]
    /// The name of the deal that a record belongs to: that of the first of its cluster.
    let deals: [RecordID: String]

    static let shared = Result { try Sample() }

    private init() throws {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Sample")
        let lines = try String(contentsOf: folder.appendingPathComponent("ledger.jsonl"), encoding: .utf8)
        var agreements: [AgreementRecord] = []
        var visits: [VisitRecord] = []
        var meetings: [MeetingRecord] = []
        var ids: [String: RecordID] = [:]
        var origins = PartyOrigins()
        for line in lines.split(separator: "\n") {
            let told = try JSONDecoder().decode(Told.self, from: Data(line.utf8))
            let reader = try SampleReader(told)
            for (number, agreement) in told.agreements.enumerated() {
                let id = RecordID(.agreement, in: reader.document.hash, ordinal: number)
                ids[agreement.name] = id
                agreements.append(
                    AgreementRecord(id: id, finding: try reader.finding(agreement), document: reader.summary))
            }
            try origins.read(reader.document, agreements.filter { $0.document.hash == reader.document.hash })
            for (number, visit) in told.visits.enumerated() {
                let id = RecordID(.visit, in: reader.document.hash, ordinal: number)
                visits.append(VisitRecord(id: id, finding: try reader.finding(visit), document: reader.summary))
            }
            for (number, meeting) in told.meetings.enumerated() {
                let id = RecordID(.meeting, in: reader.document.hash, ordinal: number)
                meetings.append(MeetingRecord(id: id, finding: try reader.finding(meeting), document: reader.summary))
            }
        }
        var clusters: [[RecordID]] = []
        var parts: [RecordID: [RecordID]] = [:]
        var deals = Dictionary(uniqueKeysWithValues: ids.map { ($0.value, $0.key) })
        let links = try String(contentsOf: folder.appendingPathComponent("links.tsv"), encoding: .utf8)
        for line in links.split(separator: "\n").dropFirst(2) {
            let cells = line.split(separator: "\t")
            let names = cells[1].split(separator: " ").map(String.init)
            let records = names.map { ids[$0]! }
            if cells[0] == "same" {
                clusters.append(records)
                for record in records { deals[record] = names[0] }
            } else {
                parts[records[0]] = Array(records.dropFirst())
            }
        }
        self.ids = ids
        self.origins = origins
        self.deals = deals
        snapshot = Snapshot(
            agreements: agreements.reversed(), visits: visits, meetings: meetings, clusters: clusters, parts: parts)
    }
}

/// A document of the sample as its line tells it; places in the text are ranges of code points.
struct Told: Decodable {
    struct Value: Decodable {
        let value: String
        let at: [[Int]]
    }
    struct Entity: Decodable {
        let name: String
        let kind: EntityKind
        let place: String?
        let role: String?
        let at: [[Int]]
    }
    struct Amount: Decodable {
        let value: Double
        let currency: String
        let qualifier: AmountQualifier
        let at: [[Int]]
    }
    struct Due: Decodable {
        let stage: AgreementStatus
        let due: String
        let at: [[Int]]
    }
    struct Agreement: Decodable {
        let name: String
        let kind: Value?
        let status: Value?
        let parties: [Entity]
        let amount: Amount?
        let subject: Value?
        let sector: Value?
        let place: Entity?
        let date: Value?
        let count: Int
        let milestones: [Due]
    }
    struct Visit: Decodable {
        let who: Entity?
        let to: Entity?
        let leader: Entity?
        let cities: [Entity]
        let date: Value?
    }
    struct Meeting: Decodable {
        let parties: [Entity]
        let place: Entity?
        let date: Value?
    }
    let published: String
    let language: String
    let source: String?
    let title: String?
    let text: String
    let visits: [Visit]
    let meetings: [Meeting]
    let agreements: [Agreement]
}

/// Makes findings of what a line tells, each value with its citation.
struct SampleReader {
    let document: Document
    let summary: DocumentSummary
    private let offsets: [Int]

    init(_ told: Told) throws {
        var metadata = Metadata()
        metadata.source = told.source
        metadata.title = told.title
        document = Document(text: told.text, metadata: metadata)
        summary = DocumentSummary(
            hash: document.hash, metadata: metadata, language: LanguageTag(lenient: told.language),
            published: PartialDate(iso: told.published), added: "2026-01-01T00:00:00Z",
            agreementCount: told.agreements.count, meetingCount: told.meetings.count, visitCount: told.visits.count)
        var offsets = [0]
        for scalar in told.text.unicodeScalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        self.offsets = offsets
    }

    private func slot<Value>(_ value: Value, _ at: [[Int]]) throws -> Slot<Value> {
        Slot(value, citations: try at.map { try Citation(document, TextRange(offsets[$0[0]], offsets[$0[1]])) })
    }

    private func entity(_ told: Told.Entity?) throws -> Slot<NamedEntity>? {
        try told.map { try slot(NamedEntity(name: $0.name, kind: $0.kind, role: $0.role, place: $0.place), $0.at) }
    }

    private func code<Value: RawRepresentable<String>>(_ told: Told.Value?) throws -> Slot<Value>? {
        try told.map { try slot(Value(rawValue: $0.value)!, $0.at) }
    }

    private func date(_ told: Told.Value?) throws -> Slot<PartialDate>? {
        try told.map { try slot(PartialDate(iso: $0.value)!, $0.at) }
    }

    func finding(_ told: Told.Agreement) throws -> AgreementFinding {
        AgreementFinding(
            kind: try code(told.kind), status: try code(told.status),
            parties: try told.parties.compactMap { try entity($0) },
            amount: try told.amount.map {
                try slot(Money(value: $0.value, currency: $0.currency, qualifier: $0.qualifier), $0.at)
            },
            subject: try told.subject.map { try slot($0.value, $0.at) }, sector: try code(told.sector),
            place: try entity(told.place), date: try date(told.date),
            milestones: try told.milestones.map {
                try slot(Milestone(stage: $0.stage, due: PartialDate(iso: $0.due)!), $0.at)
            }, count: told.count)
    }

    func finding(_ told: Told.Visit) throws -> VisitFinding {
        VisitFinding(
            who: try entity(told.who), leader: try entity(told.leader), to: try entity(told.to),
            cities: try told.cities.compactMap { try entity($0) }, date: try date(told.date))
    }

    func finding(_ told: Told.Meeting) throws -> MeetingFinding {
        MeetingFinding(
            parties: try told.parties.compactMap { try entity($0) }, place: try entity(told.place),
            date: try date(told.date))
    }
}
