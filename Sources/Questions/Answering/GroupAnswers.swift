internal import Deals
internal import FollowThrough
internal import Ledger

// One thing beside another: rankings and comparisons. Stages stand side by side and are never added.

extension AnswerWriter {
    /// Deals by company, country, official and so on; on each stage the one with most comes first.
    mutating func writeGroups(_ deals: [Deal]) {
        let groups = snapshot.groups(
            of: deals, by: question.group ?? .company, places: matching.places, language: question.language)
        guard !groups.isEmpty else { return sayNothing() }
        draft.headings = ["stage", "name", "deals", "sum", "dollars"].map { wording.text("col." + $0) }
        let tables = groups.map { (group: $0, table: table(of: $0.deals)) }
        for stage in (Stage.all as [Stage?]) + [nil] {
            let rows = tables.compactMap { item in
                item.table.rows.first { $0.stage == stage }.map { (group: item.group, row: $0) }
            }
            .sorted { ($0.row.dollars, Double($0.row.deals)) > ($1.row.dollars, Double($1.row.deals)) }
            guard let first = rows.first else { continue }
            let isByCount = question.intent == .count || first.row.sums.isEmpty
            let figure = isByCount ? String(first.row.deals) : wording.moneys(first.row.sums)
            draft.say(
                wording.text("most.of", wording.stage(stage), name(first.group), figure), sources(first.group, stage))
            for (group, row) in rows {
                draft.add(
                    [
                        wording.stage(stage), name(group), String(row.deals),
                        row.sums.isEmpty ? "–" : wording.moneys(row.sums),
                        row.dollars == 0 ? "–" : wording.amount(row.dollars, "USD"),
                    ], sources(group, stage))
            }
        }
        draft.say(wording.text("never.added"))
    }

    private func name(_ group: DealGroup) -> String {
        question.group == .sector ? Sector(rawValue: group.name).map(wording.sector) ?? group.name : group.name
    }

    private func sources(_ group: DealGroup, _ stage: Stage?) -> [AnswerSource] {
        group.deals.filter { $0.standing(on: day)?.stage == stage }.flatMap { deal in
            sumSource(of: deal).map { [$0] } ?? Array(stageSource(of: deal).prefix(1))
        }
    }

    /// What the question names side by side.
    mutating func writeComparison() {
        let alternatives = question.places.flatMap(\.self)
        var columns: [(name: String, deals: [Deal])] = []
        let all = snapshot.deals
        if question.names.count >= 2 {
            columns = question.names.map { name in (name.name, deals(all) { $0.names = [name] }) }
        } else if alternatives.count >= 2 {
            columns = alternatives.map { place in (place.name, deals(all) { $0.places = [[place]] }) }
        } else if question.sectors.count >= 2 {
            columns = question.sectors.map { sector in (wording.sector(sector), deals(all) { $0.sectors = [sector] }) }
                .sorted { $0.name < $1.name }
        } else if let group = question.group {
            columns = snapshot.groups(
                of: matching.deals, by: group, places: matching.places, language: question.language
            ).map { (name($0), $0.deals) }
        } else if let from = question.from, let until = question.until, from != until {
            columns = [from, until].map { year in
                (
                    year.description,
                    deals(all) {
                        $0.from = year
                        $0.until = year
                    }
                )
            }
        }
        guard columns.count >= 2 else { return draft.say(wording.text("compare.needs")) }
        guard columns.contains(where: { !$0.deals.isEmpty }) else { return sayNothing() }
        compare(columns)
    }

    private func deals(_ all: [Deal], _ change: (inout Question) -> Void) -> [Deal] {
        var narrowed = question
        narrowed.intent = .agreements
        change(&narrowed)
        let narrow = Matching(
            question: narrowed, snapshot: snapshot, origins: matching.origins, places: matching.places,
            rates: matching.rates, day: day)
        return all.filter { narrow.asks(for: $0) }
    }

    private mutating func compare(_ columns: [(name: String, deals: [Deal])]) {
        draft.headings = [wording.text("col.stage")] + columns.map(\.name)
        let tables = columns.map { table(of: $0.deals) }
        for (column, table) in zip(columns, tables) {
            draft.say(
                wording.text("compare.of", column.name, String(table.deals)),
                column.deals.flatMap { stageSource(of: $0).prefix(1) })
        }
        for stage in (Stage.all as [Stage?]) + [nil] {
            let rows = tables.map { $0.rows.first { $0.stage == stage } }
            guard rows.contains(where: { $0 != nil }) else { continue }
            let cells = rows.map { row in
                row.map { $0.sums.isEmpty ? String($0.deals) : "\($0.deals): \(wording.moneys($0.sums))" } ?? "0"
            }
            let records = Set(rows.compactMap { $0 }.flatMap(\.records))
            let sources = columns.flatMap(\.deals).filter { $0.reports.contains { records.contains($0.id) } }
                .flatMap { deal in sumSource(of: deal).map { [$0] } ?? Array(stageSource(of: deal).prefix(1)) }
            draft.add([wording.stage(stage)] + cells, sources)
        }
        draft.say(wording.text("never.added"))
    }
}
