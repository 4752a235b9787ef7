internal import Deals

/// What may be added together: amounts of one currency on one rung of commitment.
private struct Rung: Hashable {
    let currency: String
    let status: AgreementStatus?
}

extension Total {
    /// Sums by currency and status over agreements, in the order of ``precedes(_:)``.
    static func totals(of records: some Sequence<AgreementRecord>) -> [Total] {
        totals(of: records.lazy.map { ($0.finding.status?.value, $0.finding.amount?.value) })
    }

    /// Sums by currency and status, in the order of ``precedes(_:)``; what has no amount adds nothing.
    static func totals(of amounts: some Sequence<(AgreementStatus?, Money?)>) -> [Total] {
        var sums: [Rung: (value: Double, count: Int)] = [:]
        for case (let status, let amount?) in amounts {
            let key = Rung(currency: amount.currency, status: status)
            let sum = sums[key] ?? (0, 0)
            sums[key] = (sum.value + amount.value, sum.count + 1)
        }
        return sums.map {
            Total(currency: $0.key.currency, status: $0.key.status, value: $0.value.value, count: $0.value.count)
        }
        .sorted { $0.precedes($1) }
    }

    /// By currency code, then up the ladder of commitment; stalled, cancelled and unknown last.
    package func precedes(_ other: Total) -> Bool {
        (currency, Self.place(of: status)) < (other.currency, Self.place(of: other.status))
    }

    private static func place(of status: AgreementStatus?) -> Int {
        status.flatMap(AgreementStatus.allCases.firstIndex) ?? AgreementStatus.allCases.count
    }
}
