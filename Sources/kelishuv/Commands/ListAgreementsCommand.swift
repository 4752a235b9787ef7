internal import ArgumentParser
internal import Deals
internal import Ledger

/// `kelishuv list agreements`.
struct ListAgreementsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "agreements",
        abstract: "List agreements, the newest first.",
        discussion: """
            All conditions that are given must hold. Sums are added up for each currency and status, never across.

            Examples:
              kelishuv list agreements
              kelishuv list agreements --status signed --status financing --sector energy
              kelishuv list agreements --currency USD --minimum 100000000 --order amount
              kelishuv list agreements --words стекл --from 2023 --until 2024-06 --json
            """)

    @OptionGroup(title: "Conditions") var conditions: AgreementOptions
    @OptionGroup(title: "List") var list: ListOptions
    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        let filter = try await conditions.filter(store)
        let records = try await store.agreements(filter, order: conditions.order, page: list.page)
        if list.json {
            var writer = RecordJSON(store)
            for record in records { console.line(try await writer.text(record)) }
            return .ok
        }
        var table = TextTable(
            ["id", "date", "status", "kind", "amount", "parties", "subject"], limits: [5: 60, 6: 50])
        for record in records {
            let finding = record.finding
            table.add([
                record.id.text, record.eventDay?.description ?? "–", finding.status?.value.rawValue ?? "–",
                finding.kind?.value.rawValue ?? "–", finding.amount.map { ValueText.money($0.value) } ?? "–",
                ValueText.names(finding.parties), finding.subject?.value ?? "",
            ])
        }
        if !records.isEmpty { console.line(table.text) }
        let count = try await store.agreementCount(filter)
        let totals = try await store.totals(filter)
        console.line(list.footer(shown: records.count, of: count, "agreements"))
        for total in totals {
            let status = total.status?.rawValue ?? "no status"
            let number = total.count == 1 ? "1 amount" : "\(total.count) amounts"
            console.line("\(total.currency), \(status): \(ValueText.number(total.value)) in \(number)")
        }
        return .ok
    }
}
