internal import Deals
internal import Ledger

/// A record in one line, as `add` prints it.
enum RecordLine {
    static func text(_ id: RecordID, _ store: some LedgerStore) async throws -> String? {
        switch id.kind {
        case .agreement: try await store.agreement(id).map(text)
        case .meeting: try await store.meeting(id).map(text)
        case .visit: try await store.visit(id).map(text)
        }
    }

    private static func text(_ record: AgreementRecord) -> String {
        let finding = record.finding
        return line([
            finding.date?.value.description,
            [finding.kind?.value.rawValue, finding.status?.value.rawValue].compactMap(\.self).joined(separator: ", "),
            finding.amount.map { ValueText.money($0.value) }, ValueText.names(finding.parties), finding.subject?.value,
        ])
    }

    private static func text(_ record: MeetingRecord) -> String {
        let finding = record.finding
        return line([
            finding.date?.value.description, ValueText.names(finding.parties), finding.place?.value.name,
        ])
    }

    private static func text(_ record: VisitRecord) -> String {
        let finding = record.finding
        let way = [finding.who?.value.name, finding.to?.value.name].compactMap(\.self).joined(separator: " → ")
        return line([finding.date?.value.description, way, finding.leader?.value.name])
    }

    private static func line(_ parts: [String?]) -> String {
        ValueText.line(parts.compactMap(\.self).filter { !$0.isEmpty && $0 != "–" }.joined(separator: " · "))
    }
}
