import Deals
import Ledger

/// What a company, place or sector has on each rung of commitment: counts and sums, rung by rung.
struct StageLine {
    let ladder: LadderView
    /// "3 agreements".
    let count: String
    /// "150 million US dollars and 40 million euros"; nil when no source names a sum.
    let sums: String?
    let address: String

    /// The rungs in order, then the stopped and the unstated.
    static let stages: [AgreementStatus?] = Ladder.rungs + [.stalled, .cancelled, nil]

    static func lines(_ group: AgreementGroup, query: AgreementQuery, _ wording: Wording) -> [StageLine] {
        stages.compactMap { status in
            guard let count = group.counts[status], count > 0 else { return nil }
            var narrowed = query
            narrowed.page = 1
            narrowed.filter.statuses = status.map { [$0] } ?? []
            let sums = group.totals.filter { $0.status == status }.map { wording.sum($0.value, $0.currency) }
            return StageLine(
                ladder: LadderView(status, date: nil, silence: nil, wording),
                count: wording.count(count, "agreements"), sums: sums.isEmpty ? nil : wording.list(sums),
                address: narrowed.address)
        }
    }

    /// "2 agreements signed, worth 280 million US dollars; 1 agreement operating, no sum named".
    static func sentence(_ group: AgreementGroup, _ wording: Wording) -> String {
        stages.compactMap { status -> String? in
            guard let count = group.counts[status], count > 0 else { return nil }
            let totals = group.totals.filter { $0.status == status }
            let named = totals.reduce(0) { $0 + $1.count }
            let (stage, number) = (wording.status(status), wording.count(count, "agreements"))
            let sums = wording.list(totals.map { wording.sum($0.value, $0.currency) })
            if named == 0 { return wording.text("brief.stage.no_sum", stage, number) }
            if named == count { return wording.text("brief.stage.sum", stage, number, sums) }
            return wording.text("brief.stage.some", stage, number, sums, wording.number(named))
        }.joined(separator: "; ")
    }
}

extension AgreementGroup {
    /// The group that these agreements are, each counted once.
    init(of records: [AgreementRecord], key: String) {
        let tallies = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values.map {
            let amount = $0.finding.amount?.value
            return AgreementTally(
                key: key, name: key, placeID: nil, status: $0.finding.status?.value, currency: amount?.currency,
                count: 1, sum: amount?.value ?? 0)
        }
        self =
            AgreementGroup.groups(of: tallies).first
            ?? AgreementGroup(key: key, name: key, placeID: nil, counts: [:], totals: [])
    }

    /// The whole of several groups that share no agreement.
    init(adding groups: [AgreementGroup], key: String, name: String, placeID: String?) {
        var counts: [AgreementStatus?: Int] = [:]
        for group in groups { counts.merge(group.counts, uniquingKeysWith: +) }
        let totals = Dictionary(grouping: groups.flatMap(\.totals)) { [$0.currency, $0.status?.rawValue ?? ""] }
            .values.map { same in
                Total(
                    currency: same[0].currency, status: same[0].status, value: same.reduce(0) { $0 + $1.value },
                    count: same.reduce(0) { $0 + $1.count })
            }
        self.init(
            key: key, name: name, placeID: placeID, counts: counts, totals: totals.sorted { $0.precedes($1) })
    }
}
