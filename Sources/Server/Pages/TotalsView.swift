import Deals
import Ledger

/// Sums by currency, each rung of commitment by itself.
struct TotalsView {
    let currencies: [CurrencyView]
    /// "7 of 15 agreements name no sum", or nil when all do.
    let unnamed: String?

    /// The sums of one currency.
    struct CurrencyView {
        let name: String
        let rows: [RowView]
    }

    /// The sum of one rung.
    struct RowView {
        let address: String
        let ladder: LadderView
        let sum: String
        let count: String
        /// Length of the bar, 0 to 100, zero-based and alike within its currency.
        let share: String
        let style: String
    }

    init(_ totals: [Total], of count: Int, query: AgreementQuery, _ wording: Wording) {
        let byCurrency = Dictionary(grouping: totals, by: \.currency)
        let order = byCurrency.sorted {
            let (left, right) = ($0.value.reduce(0) { $0 + $1.count }, $1.value.reduce(0) { $0 + $1.count })
            return left == right ? $0.key < $1.key : left > right
        }
        let stages: [AgreementStatus?] = Ladder.rungs + [.stalled, .cancelled, nil]
        currencies = order.map { currency, totals in
            let largest = totals.map(\.value).max() ?? 0
            let rows = stages.compactMap { status -> RowView? in
                guard let total = totals.first(where: { $0.status == status }) else { return nil }
                var narrowed = query
                narrowed.page = 1
                narrowed.filter.currency = currency
                narrowed.filter.statuses = status.map { [$0] } ?? query.filter.statuses
                let share = largest > 0 ? total.value / largest * 100 : 0
                return RowView(
                    address: narrowed.address, ladder: LadderView(status, date: nil, silence: nil, wording),
                    sum: wording.sum(total.value, currency), count: wording.count(total.count, "agreements"),
                    share: String(max(1, Int(share.rounded()))),
                    style: status?.rung.map { "rung\($0)" } ?? status?.rawValue ?? "none")
            }
            return CurrencyView(
                name: wording.sentenceCase(wording.text.noun("currency." + currency, for: 5) ?? currency), rows: rows)
        }
        let named = totals.reduce(0) { $0 + $1.count }
        unnamed =
            named < count
            ? wording.text("totals.unnamed", wording.number(count - named), wording.count(count, "agreements.of")) : nil
    }
}
