import Deals
import Exchange
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import SourceText

/// Lists as comma-separated values, written while they are read, so that a million lines need no memory.
struct CSVExport {
    let site: Site
    let base: String

    /// `/agreements.csv`: every agreement that the address asks for.
    func agreements(_ query: AgreementQuery) -> Response {
        let filter = query.resolved(site.places)
        let header = [
            "id", "address", "subject", "kind", "status", "parties", "amount", "currency", "qualifier", "place",
            "place_id", "sector", "date", "published", "count", "source", "source_address", "document", "confidence",
            "quote", "reports", "independent_sources",
        ]
        return table("agreements", header) { page in
            let records = try await site.store.agreements(filter, order: query.order, page: page)
            let tellings = try await site.store.tellings(of: records.map(\.id))
            return records.map { line($0, tellings[$0.id] ?? .once) }
        }
    }

    /// `/visits.csv`.
    func visits() -> Response {
        let header = [
            "id", "address", "delegation", "leader", "role", "visited", "cities", "date", "source", "document",
        ]
        return table("visits", header) { page in
            try await site.store.visits(in: nil, page: page).map { record in
                let finding = record.finding
                return [
                    record.id.text, base + "/visits/\(record.id)", finding.who?.value.name ?? "",
                    finding.leader?.value.name ?? "", finding.leader?.value.role ?? "", finding.to?.value.name ?? "",
                    Self.list(finding.cities), finding.date?.value.description ?? "",
                    record.document.metadata.source ?? "", record.document.hash.hexadecimal,
                ]
            }
        }
    }

    /// `/meetings.csv`.
    func meetings() -> Response {
        table("meetings", ["id", "address", "parties", "place", "date", "source", "document"]) { page in
            try await site.store.meetings(in: nil, page: page).map { record in
                [
                    record.id.text, base + "/meetings/\(record.id)", Self.list(record.finding.parties),
                    record.finding.place?.value.name ?? "", record.finding.date?.value.description ?? "",
                    record.document.metadata.source ?? "", record.document.hash.hexadecimal,
                ]
            }
        }
    }

    /// `/documents.csv`, of one outlet or all.
    func documents(of outlet: String?) -> Response {
        let header = [
            "document", "address", "title", "source", "source_address", "published", "language", "agreements",
            "meetings", "visits",
        ]
        return table("documents", header) { page in
            let store = site.store
            let documents =
                if let outlet { try await store.documents(of: outlet, page: page) } else {
                    try await store.documents(page)
                }
            return documents.map {
                [
                    $0.hash.hexadecimal, base + "/documents/\($0.hash)", $0.metadata.title ?? "",
                    $0.metadata.source ?? "", $0.metadata.url ?? "", $0.published?.description ?? "",
                    $0.language?.rawValue ?? "", String($0.agreementCount), String($0.meetingCount),
                    String($0.visitCount),
                ]
            }
        }
    }

    /// Groups: a line each rung and currency, because rungs are never added together.
    func groups(_ name: String, by grouping: AgreementGrouping, _ filter: AgreementFilter = AgreementFilter())
        -> Response
    {
        table(name, ["name", "place_id", "status", "agreements", "currency", "sum", "agreements_with_sum"]) { page in
            let groups = try await site.store.groups(filter, by: grouping, page: page)
            return groups.map { group in
                StageLine.stages.flatMap { status -> [String] in
                    guard let count = group.counts[status] else { return [] }
                    let start = [group.name, group.placeID ?? "", status?.rawValue ?? "", String(count)]
                    let totals = group.totals.filter { $0.status == status }
                    if totals.isEmpty { return [CSVText.line(start + ["", "", ""])] }
                    return totals.map {
                        CSVText.line(start + [$0.currency, Self.number($0.value), String($0.count)])
                    }
                }.joined()
            }
        } line: {
            $0
        }
    }

    /// `/officials.csv`.
    func officials() -> Response {
        table("officials", ["name", "role", "agreements", "meetings", "visits"]) { page in
            try await site.store.names(.person, page: page).map {
                [$0.name, $0.role ?? "", String($0.agreements), String($0.meetings), String($0.visits)]
            }
        }
    }

    private func line(_ record: AgreementRecord, _ telling: Telling) -> [String] {
        let finding = record.finding
        let amount = finding.amount
        return [
            record.id.text, base + "/agreements/\(record.id)", finding.subject?.value ?? "",
            finding.kind?.value.rawValue ?? "", finding.status?.value.rawValue ?? "", Self.list(finding.parties),
            amount.map { Self.number($0.value.value) } ?? "", amount?.value.currency ?? "",
            amount?.value.qualifier.rawValue ?? "", finding.place?.value.name ?? "", finding.place?.value.place ?? "",
            finding.sector?.value.rawValue ?? "", finding.date?.value.description ?? "",
            record.document.published?.description ?? "", finding.count.map { String($0) } ?? "",
            record.document.metadata.source ?? "", record.document.metadata.url ?? "",
            record.document.hash.hexadecimal, String((finding.confidence * 100).rounded() / 100),
            amount?.citations.first?.exact ?? finding.status?.citations.first?.exact ?? "",
            String(telling.reports), String(telling.sources),
        ]
    }

    private func table(
        _ name: String, _ header: [String], _ load: @escaping @Sendable (Page) async throws -> [[String]]
    ) -> Response {
        table(name, header, load, line: CSVText.line)
    }

    private func table<Line: Sendable>(
        _ name: String, _ header: [String], _ load: @escaping @Sendable (Page) async throws -> [Line],
        line: @escaping @Sendable (Line) -> String
    ) -> Response {
        let body = ResponseBody { writer in
            // The byte order mark tells spreadsheets that the bytes are UTF-8.
            try await writer.write(ByteBuffer(string: "\u{FEFF}" + CSVText.line(header)))
            var offset = 0
            while true {
                let records = try await load(Page(offset: offset, limit: 500))
                try await writer.write(ByteBuffer(string: records.map(line).joined()))
                guard records.count == 500 else { break }
                offset += 500
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present",
                .contentDisposition: "attachment; filename=\"\(name).csv\"", .cacheControl: "no-cache",
            ], body: body)
    }

    private static func list(_ slots: [Slot<NamedEntity>]) -> String {
        slots.map(\.value.name).joined(separator: "; ")
    }

    /// 150000000, not 1.5e+08.
    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
