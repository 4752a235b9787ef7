import Deals
import FollowThrough
import Ledger
import SourceText

/// An agreement as lists show it.
struct AgreementRow {
    let address: String
    /// What is to be done, or what paper it is.
    let what: String
    /// Between whom.
    let parties: String?
    let place: String?
    /// When, with the word that says whose date it is when it is only the publication's.
    let date: String?
    let isPublicationDate: Bool
    let amount: String?
    let ladder: LadderView
    let source: String
    /// "3 independent sources".
    let sources: String

    /// The rows of a list, with how many sources tell each deal.
    static func rows(_ records: some Collection<AgreementRecord>, _ request: PageRequest) async throws -> [AgreementRow]
    {
        let tellings = try await request.store.tellings(of: records.map(\.id))
        return records.map { AgreementRow($0, tellings[$0.id] ?? .once, request) }
    }

    init(_ record: AgreementRecord, _ telling: Telling, _ request: PageRequest) {
        let wording = request.wording
        let finding = record.finding
        address = "/agreements/\(record.id)"
        what = record.what(wording)
        parties = record.parties(wording)
        place = finding.place?.value.name
        let day = finding.date?.value ?? record.document.published
        date = day.map(wording.date)
        isPublicationDate = finding.date == nil && day != nil
        amount = finding.amount.map { wording.money($0.value) }
        ladder = LadderView(
            finding.status?.value, date: day, silence: Silence(since: record.lastWord, today: request.today), wording)
        source = record.document.shortSource(wording)
        sources = telling.words(wording)
    }
}

extension Telling {
    /// "3 independent sources"; where sources repeat each other, "1 independent source, told 3 times".
    func words(_ wording: Wording) -> String {
        let count = wording.count(sources, "sources.independent")
        return reports > sources ? wording.text("sources.reports", count, wording.count(reports, "reports.of")) : count
    }
}

extension AgreementRecord {
    /// The latest day on which a source speaks of the agreement.
    var lastWord: PartialDate? { document.published ?? finding.date?.value }

    /// "memorandum", "4 memoranda", "several contracts".
    func paper(_ wording: Wording) -> String {
        let kind = finding.kind?.value ?? .unspecified
        let noun = "papers." + kind.rawValue
        switch finding.count {
        case 1: return wording.kind(kind)
        case .some(let count): return wording.count(count, noun)
        case nil: return wording.text("papers.several", wording.text.noun(noun, for: 5) ?? wording.kind(kind))
        }
    }

    /// What is to be done, in the text's words; else the paper's name.
    func what(_ wording: Wording) -> String { wording.sentenceCase(finding.subject?.value ?? paper(wording)) }

    func parties(_ wording: Wording) -> String? {
        finding.parties.isEmpty ? nil : wording.list(finding.parties.map(\.value.name))
    }

    /// The headline: who, what paper, how much.
    func title(_ wording: Wording) -> String {
        let who = parties(wording) ?? wording.text("parties.none")
        guard let amount = finding.amount?.value else {
            return wording.text("agreement.title.no_sum", who, paper(wording))
        }
        return wording.text("agreement.title.sum", who, paper(wording), wording.money(amount))
    }
}

extension DocumentSummary {
    /// "Gazeta.uz, 17 January 2024".
    func shortSource(_ wording: Wording) -> String {
        let outlet = metadata.source ?? metadata.title ?? wording.text("source.unnamed")
        return published.map { outlet + ", " + wording.date($0) } ?? outlet
    }

    /// The headline, or what stands for one.
    func headline(_ wording: Wording) -> String {
        metadata.title ?? wording.text("document.untitled", String(hash.hexadecimal.prefix(8)))
    }
}
