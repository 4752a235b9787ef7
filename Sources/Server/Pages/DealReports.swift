import Deals
import Ledger
import SourceText

/// Who else tells an agreement's deal, and of which package it is a part, as linkage says.
struct DealReports {
    /// "3 independent sources", a heading.
    let headline: String
    let hasReports: Bool
    let reports: [ReportView]
    let related: [RelatedView]

    /// A record that tells the deal.
    struct ReportView {
        let address: String
        let source: String
        let words: String
        let ladder: LadderView
        /// "the same text as 3.24.kz, 2 May 2024".
        let copy: String?
        let isThis: Bool
    }

    /// A deal that belongs to it.
    struct RelatedView {
        let kind: String
        let address: String
        let words: String
    }

    init(_ record: AgreementRecord, _ request: PageRequest) async throws {
        let store = request.store
        let wording = request.wording
        let records = try await store.reports(ofDealOf: record).sorted {
            ($0.document.published?.description ?? "9", $0.id) < ($1.document.published?.description ?? "9", $1.id)
        }
        let copies = try await store.clusters(.document, of: records.map(\.document.hash.hexadecimal))
        var first: [String: AgreementRecord] = [:]
        reports = records.map { member in
            let copied = copies[member.document.hash.hexadecimal] ?? member.document.hash.hexadecimal
            let original = first[copied]
            if original == nil { first[copied] = member }
            let amount = member.finding.amount.map { " · " + wording.money($0.value) } ?? ""
            return ReportView(
                address: "/agreements/\(member.id)", source: member.document.shortSource(wording),
                words: wording.sentenceCase(member.paper(wording)) + amount,
                ladder: LadderView(member.finding.status?.value, date: nil, silence: nil, wording),
                copy: original.map { wording.text("reports.copy", $0.document.shortSource(wording)) },
                isThis: member.id == record.id)
        }
        hasReports = reports.count > 1
        headline = Telling(reports: reports.count, sources: first.count).words(wording)
        var related: [RelatedView] = []
        for judgement in try await store.standing(.agreement, about: record.id.text)
        where judgement.verdict == .part {
            let isPart = judgement.first == record.id.text
            guard let id = RecordID(isPart ? judgement.second : judgement.first),
                let other = try await store.agreement(id)
            else { continue }
            related.append(
                RelatedView(
                    kind: wording.text(isPart ? "related.whole" : "related.part"), address: "/agreements/\(id)",
                    words: other.title(wording)))
        }
        self.related = related
    }
}
