import Deals

/// Findings as plain words, to hold against what a marked sentence expects.
struct ToldFindings: CustomStringConvertible {
    /// Each record by what it is ("agreement", "person"), its slots by name; a name or sum has the slot `value`.
    let records: [(what: String, slots: [String: [String]])]

    /// Findings, and the dates that the text names.
    init(_ found: Findings, dates: [String]) {
        var records: [(what: String, slots: [String: [String]])] = []
        func add(_ what: String, _ slots: [String: [String?]]) {
            records.append((what, slots.mapValues { $0.compactMap { $0 } }))
        }
        for deal in found.agreements {
            add(
                "agreement",
                [
                    "status": [deal.status?.value.rawValue], "kind": [deal.kind?.value.rawValue ?? "unspecified"],
                    "parties": deal.parties.map(\.value.name), "amount": [deal.amount.map { Self.sum($0.value) }],
                    "place": [deal.place?.value.name], "date": [deal.date?.value.description],
                    "subject": [deal.subject?.value], "sector": [deal.sector?.value.rawValue ?? "other"],
                    "count": [deal.count.map(String.init)],
                ])
        }
        for meeting in found.meetings {
            add(
                "meeting",
                [
                    "parties": meeting.parties.map(\.value.name), "place": [meeting.place?.value.name],
                    "date": [meeting.date?.value.description],
                ])
        }
        for visit in found.visits {
            add(
                "visit",
                [
                    "who": [visit.who?.value.name], "to": [visit.to?.value.name], "leader": [visit.leader?.value.name],
                    "cities": visit.cities.map(\.value.name), "date": [visit.date?.value.description],
                ])
        }
        for person in found.persons { add("person", ["value": [person.value.name]]) }
        for organisation in found.organisations { add("organisation", ["value": [organisation.value.name]]) }
        for place in found.places { add("place", ["value": [place.value.name]]) }
        for money in found.money { add("money", ["value": [Self.sum(money.value)]]) }
        for date in dates { add("date", ["value": [date]]) }
        self.records = records
    }

    /// `150000000 USD up_to`; an exact sum without the last word.
    private static func sum(_ money: Money) -> String {
        let qualifier = money.qualifier == .exact ? "" : " \(money.qualifier.rawValue)"
        return "\(Int(money.value.rounded())) \(money.currency)\(qualifier)"
    }

    var description: String {
        records.map { record in
            let slots = record.slots.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            return
                "\(record.what)(\(slots.map { "\($0.key)=\($0.value.joined(separator: "|"))" }.joined(separator: " ")))"
        }.joined(separator: "; ")
    }

    /// Which items nothing here answers to. Each record answers to one item.
    func missing(of items: [ExpectedItem]) -> [ExpectedItem] {
        var taken: Set<Int> = []
        // The items that say most choose first.
        let order = items.indices.sorted { items[$0].slots.count > items[$1].slots.count }
        var missing: [Int] = []
        for item in order {
            let expected = items[item]
            if expected.isNone {
                if records.contains(where: { $0.what == expected.what }) { missing.append(item) }
            } else if let record = records.indices.first(where: {
                !taken.contains($0) && records[$0].what == expected.what && agrees(records[$0].slots, expected)
            }) {
                taken.insert(record)
            } else {
                missing.append(item)
            }
        }
        return missing.sorted().map { items[$0] }
    }

    private func agrees(_ slots: [String: [String]], _ expected: ExpectedItem) -> Bool {
        if expected.slots.isEmpty && expected.value.isEmpty { return true }
        let wanted = expected.slots.isEmpty ? ["value": expected.value] : expected.slots
        return wanted.allSatisfy { name, value in
            let found = slots[name] ?? []
            return value.split(separator: "|").allSatisfy { one in
                found.contains { Likeness.alike(expected: String(one), found: $0, slot: slotKind(name, expected)) }
            }
        }
    }

    private func slotKind(_ name: String, _ item: ExpectedItem) -> String {
        guard name == "value" else { return name }
        return ["money": "amount", "date": "date"][item.what] ?? "name"
    }
}

/// When a found value is as good as the expected one.
enum Likeness {
    static func alike(expected: String, found: String, slot: String) -> Bool {
        switch slot {
        case "status", "kind", "sector", "count": expected == found
        case "date": found.hasPrefix(expected)
        case "amount": found == expected || found.hasPrefix(expected + " ")
        case "subject": shareOfPieces(of: folded(expected), in: folded(found)) >= 0.5
        // "делегация Хорезмской области" says who came in the text's own case.
        case "who": shareOfPieces(of: folded(expected), in: folded(found)) == 1
        default: sameName(folded(expected), folded(found))
        }
    }

    /// One name stands in the other, as "Навоийуран" in "АО «Навоийуран»".
    private static func sameName(_ one: String, _ other: String) -> Bool {
        guard !one.isEmpty, !other.isEmpty else { return false }
        return " \(other) ".contains(" \(one) ") || " \(one) ".contains(" \(other) ")
            || isHan(one) && (one.contains(other) || other.contains(one))
    }

    private static func folded(_ text: String) -> String {
        let plain = text.lowercased().replacing("ё", with: "е")
        let apostrophes: Set<Character> = ["‘", "’", "ʻ", "ʼ", "`", "´"]
        let marks: Set<Character> = ["«", "»", "“", "”", "\"", "(", ")", ",", "《", "》"]
        return String(plain.compactMap { marks.contains($0) ? " " : apostrophes.contains($0) ? "'" : $0 })
            .split(separator: " ").joined(separator: " ")
    }

    /// How much of a phrase stands in another: words by their first four letters, Han text by its characters.
    private static func shareOfPieces(of phrase: String, in other: String) -> Double {
        if isHan(phrase) {
            return Double(phrase.filter(other.contains).count) / Double(max(phrase.count, 1))
        }
        let stems = phrase.split(separator: " ").map { $0.prefix(4) }
        let words = other.split(separator: " ")
        return Double(stems.filter { stem in words.contains { $0.hasPrefix(stem) } }.count)
            / Double(max(stems.count, 1))
    }

    private static func isHan(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    }
}
