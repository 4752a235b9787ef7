import Accounts
import Deals
import FollowThrough
import Hummingbird
import Ledger

/// How far reviewers agree: the values and the pairs of reports that two of them judged.
struct ReviewAgreement {
    /// A thing that several reviewers judged, with the last word of each.
    struct Item: Hashable {
        let record: String
        let verdicts: [String: String]
    }

    /// Two reviewers and the things that both judged.
    struct Pair {
        let first: String
        let second: String
        let kappa: CohenKappa
    }

    let pairs: [Pair]
    /// What reviewers disagree about.
    let disputed: [Item]

    init(_ items: [Item]) {
        var verdicts: [[String]: [(String, String)]] = [:]
        for item in items {
            let names = item.verdicts.keys.sorted()
            for (index, one) in names.enumerated() {
                for other in names[(index + 1)...] {
                    verdicts[[one, other], default: []].append((item.verdicts[one]!, item.verdicts[other]!))
                }
            }
        }
        pairs = verdicts.map { Pair(first: $0.key[0], second: $0.key[1], kappa: CohenKappa($0.value)) }
            .sorted { ($1.kappa.count, $0.first, $0.second) < ($0.kappa.count, $1.first, $1.second) }
        disputed = items.filter { Set($0.verdicts.values).count > 1 }
    }

    /// The values that reviewers decided about.
    static func values(_ decisions: [Decision]) -> [Item] {
        var order: [ClaimID] = []
        var last: [ClaimID: (record: RecordID, verdicts: [String: DecisionVerdict])] = [:]
        for decision in decisions where decision.author.rank > .program {
            if last[decision.claim] == nil { order.append(decision.claim) }
            last[decision.claim, default: (decision.record, [:])].verdicts[decision.author.name] = decision.verdict
        }
        return order.compactMap { claim in
            guard let said = last[claim] else { return nil }
            let verdicts = said.verdicts.filter { $0.value != .withdraw }.mapValues(\.rawValue)
            let address = "/\(said.record.kind.rawValue)s/\(said.record)"
            return verdicts.count > 1 ? Item(record: address, verdicts: verdicts) : nil
        }
    }

    /// The pairs of reports that reviewers judged.
    static func links(_ store: any LedgerStore) async throws -> [Item] {
        var items: [Item] = []
        for judgement in try await store.allStanding(.agreement, nil) where judgement.author.rank > .program {
            var last: [String: Verdict] = [:]
            for said in try await store.judgements(on: judgement.pair) where said.author.rank > .program {
                last[said.author.name] = said.verdict
            }
            let verdicts = last.filter { $0.value == .same || $0.value == .different }.mapValues(\.rawValue)
            if verdicts.count > 1 {
                items.append(Item(record: "/review/deals/\(judgement.first)", verdicts: verdicts))
            }
        }
        return items
    }
}

/// `/review/agreement`: Cohen's kappa between reviewers, and what they disagree about.
struct ReviewAgreementPage {
    private struct View {
        let headline: String
        let tables: [Table]

        struct Table {
            let title: String
            let rows: [Row]
            let isEmpty: Bool
            let disputed: [LinkView]
            let hasDisputed: Bool
        }

        struct Row {
            let names: String
            let count: String
            let observed: String
            let kappa: String
        }
    }

    func add(to routes: FormRoutes) {
        routes.page("/review/agreement", .reviewer) { asked in
            let store = asked.site.store
            let wording = asked.page.wording
            let measured = [
                ("agreement.values", ReviewAgreement(ReviewAgreement.values(try await store.allDecisions()))),
                ("agreement.links", ReviewAgreement(try await ReviewAgreement.links(store))),
            ]
            return try asked.html(
                "review-agreement", title: wording.text("agreement.title"),
                View(
                    headline: wording.text("agreement.title"),
                    tables: measured.map { key, agreement in
                        View.Table(
                            title: wording.text(key), rows: agreement.pairs.map { Self.row($0, wording) },
                            isEmpty: agreement.pairs.isEmpty,
                            disputed: agreement.disputed.prefix(100).map { item in
                                LinkView(
                                    words: item.verdicts.sorted { $0.key < $1.key }.map {
                                        $0.key + ": " + wording.text("agreement.verdict." + $0.value)
                                    }.joined(separator: " · "), address: item.record)
                            }, hasDisputed: !agreement.disputed.isEmpty)
                    }))
        }
    }

    private static func row(_ pair: ReviewAgreement.Pair, _ wording: Wording) -> View.Row {
        let kappa = pair.kappa
        let percent = wording.number(Int((kappa.observed * 100).rounded())) + "\u{A0}%"
        let value =
            if let kappa = kappa.value, let error = pair.kappa.standardError {
                (kappa < 0 ? "−" : "") + wording.decimal(abs(kappa), places: 2) + " ± "
                    + wording.decimal(1.96 * error, places: 2)
            } else {
                wording.text("agreement.untold")
            }
        return View.Row(
            names: wording.list([pair.first, pair.second]), count: wording.number(kappa.count), observed: percent,
            kappa: value)
    }
}
