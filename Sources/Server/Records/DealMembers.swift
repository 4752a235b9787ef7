import Deals
import Ledger

extension LedgerStore {
    /// The agreements that linkage joins with one, that one among them; at most so many.
    func reports(ofDealOf record: AgreementRecord, most: Int = 100) async throws -> [AgreementRecord] {
        let cluster = try await cluster(.agreement, of: record.id.text)
        var reports: [AgreementRecord] = []
        for id in try await members(.agreement, of: cluster).prefix(most).compactMap({ RecordID($0) }) {
            if let member = try await agreement(id) { reports.append(member) }
        }
        return reports.isEmpty ? [record] : reports
    }
}
