package import Deals
internal import SourceText

/// How often the deal of a record is told.
public struct Telling: Hashable, Sendable {
    /// Records of the ledger that tell it.
    public let reports: Int
    /// Sources that tell it independently: texts that repeat each other count once.
    public let sources: Int

    /// A deal that one record tells.
    public static let once = Telling(reports: 1, sources: 1)

    public init(reports: Int, sources: Int) {
        self.reports = reports
        self.sources = sources
    }
}

/// Questions about deals, of which linkage says which records tell them.
///
/// The plain reading here walks over the records that are asked for; a store that can ask its database does that instead,
/// with the same answers (one contract test for all).
extension LedgerStore {
    /// How often the deal of each of these agreements is told.
    public func tellings(of ids: [RecordID]) async throws -> [RecordID: Telling] {
        let clusters = try await clusters(.agreement, of: ids.map(\.text))
        var known: [String: Telling] = [:]
        var result: [RecordID: Telling] = [:]
        for id in ids {
            let cluster = clusters[id.text] ?? id.text
            if known[cluster] == nil { known[cluster] = try await telling(ofCluster: cluster) }
            result[id] = known[cluster]
        }
        return result
    }

    private func telling(ofCluster cluster: String) async throws -> Telling {
        let members = try await members(.agreement, of: cluster).compactMap { RecordID($0) }
        guard members.count > 1 else { return .once }
        let records = try await recordValues(of: members)
        let documents = Set(records.map(\.document.hexadecimal))
        let sources = Set(try await clusters(.document, of: documents.sorted()).values)
        return Telling(reports: max(1, records.count), sources: max(1, sources.count))
    }

    /// How many deals the agreements that are asked for tell.
    public func dealCount(_ filter: AgreementFilter) async throws -> Int { try await deals(filter).count }

    /// Sums by currency and status in which each deal counts once: on the stage that, of its reports that are asked for,
    /// the furthest one tells (a cancelled one counts above all, a stalled one above those that do not work yet), with the
    /// newest sum among them.
    public func dealTotals(_ filter: AgreementFilter) async throws -> [Total] {
        Total.totals(
            of: try await deals(filter).map { reports in
                let status = reports.map { $0.finding.status?.value }.max {
                    DealStage.height($0) < DealStage.height($1)
                }
                return (status ?? nil, reports.lazy.compactMap { $0.finding.amount?.value }.first)
            })
    }

    /// The agreements that are asked for, those of one deal together, the newest first.
    private func deals(_ filter: AgreementFilter) async throws -> [[AgreementRecord]] {
        var deals: [String: [AgreementRecord]] = [:]
        var offset = 0
        while true {
            let records = try await agreements(filter, order: .newest, page: Page(offset: offset, limit: 1_000))
            let clusters = try await clusters(.agreement, of: records.map(\.id.text))
            for record in records { deals[clusters[record.id.text] ?? record.id.text, default: []].append(record) }
            guard records.count == 1_000 else { return Array(deals.values) }
            offset += records.count
        }
    }
}

/// Which of several reports' stages a deal counts on.
package enum DealStage {
    /// From the least to the most telling; what names no stage comes before all.
    package static let order: [AgreementStatus] = [
        .planned, .announced, .signed, .financing, .construction, .stalled, .operating, .cancelled,
    ]

    package static func height(_ status: AgreementStatus?) -> Int {
        status.flatMap(order.firstIndex).map { $0 + 1 } ?? 0
    }
}

extension Total {
    /// Totals in which some agreements count otherwise: those are taken out and put back as they count.
    package static func replacing(_ some: [Total], by others: [Total], in all: [Total]) -> [Total] {
        var sums: [[String]: Total] = [:]
        for (totals, sign) in [(all, 1), (some, -1), (others, 1)] {
            for total in totals {
                let key = [total.currency, total.status?.rawValue ?? ""]
                sums[key] = Total(
                    currency: total.currency, status: total.status,
                    value: (sums[key]?.value ?? 0) + Double(sign) * total.value,
                    count: (sums[key]?.count ?? 0) + sign * total.count)
            }
        }
        return sums.values.filter { $0.count > 0 }.sorted { $0.precedes($1) }
    }
}
