/// The kinds of records that are aligned slot by slot.
enum RecordKind: String, CaseIterable {
    case agreements, meetings, visits

    /// Slots of which one must agree before two records can be one.
    var anchors: [String] {
        switch self {
        case .agreements: ["party", "amount", "subject", "place"]
        case .meetings: ["party"]
        case .visits: ["who", "to", "leader"]
        }
    }

    /// "agreement" of "agreements".
    var singular: String { String(rawValue.dropLast()) }

    /// How the slots of a gold record and a found one agree, in the order of the gold's scoring.
    func slots(_ gold: JSONValue, _ found: JSONValue) -> [(name: String, counts: SlotCounts)] {
        var rows: [(String, SlotCounts)] = []
        func single(_ name: String, _ same: (JSONValue, JSONValue) -> Bool) {
            rows.append((name, SlotRules.one(gold[name].choices.map(\.told), found[name].told, same)))
        }
        func names(_ slot: String, _ field: String) {
            rows.append((slot, SlotRules.names(gold[field].items, found[field].items)))
        }
        switch self {
        case .agreements:
            for name in ["kind", "status", "sector"] {
                let right = gold[name].choices.map { SlotRules.meaning($0.told) }
                rows.append((name, SlotRules.one(right, SlotRules.meaning(found[name].told), ==)))
            }
            names("party", "parties")
            rows.append(("amount", SlotRules.one(gold["amount"].choices, found["amount"], SlotRules.sameAmount)))
            single("subject", SlotRules.samePhrase)
            single("place", SlotRules.sameName)
            single("date", SlotRules.sameDate)
        case .meetings:
            names("party", "parties")
            single("place", SlotRules.sameName)
            single("date", SlotRules.sameDate)
        case .visits:
            for name in ["who", "leader", "to"] { single(name, SlotRules.sameName) }
            single("date", SlotRules.sameDate)
            names("city", "cities")
        }
        return rows
    }

    /// A record as if it had been found: the first of its choices, optional names dropped.
    static func plain(_ record: JSONValue) -> JSONValue {
        guard case .object(let fields) = record else { return record }
        return .object(
            fields.reduce(into: [:]) { plain, field in
                if field.key == "parties" || field.key == "cities" {
                    let names = field.value.items.filter { !$0["optional"].isTrue }
                    plain[field.key] = .array(names.map { $0.told.choices.first ?? .null })
                } else if case .array(let items) = field.value, let first = items.first {
                    plain[field.key] = first
                } else {
                    plain[field.key] = field.value
                }
            })
    }
}

/// When one value of a slot agrees with the gold's.
enum SlotRules {
    /// `unspecified` and `other` say nothing.
    static func meaning(_ value: JSONValue) -> JSONValue {
        value == .string("unspecified") || value == .string("other") ? .null : value
    }

    static func sameName(_ a: JSONValue, _ b: JSONValue) -> Bool {
        guard let a = a.string, let b = b.string else { return false }
        return NameLikeness.same(a, b)
    }

    static func samePhrase(_ a: JSONValue, _ b: JSONValue) -> Bool {
        guard let a = a.string, let b = b.string else { return false }
        return NameLikeness.samePhrase(a, b)
    }

    /// Equal up to the precision that the gold states.
    static func sameDate(_ gold: JSONValue, _ found: JSONValue) -> Bool {
        guard let gold = gold.string, let found = found.string, !gold.isEmpty else { return false }
        return found.hasPrefix(gold)
    }

    /// One currency, and values that differ by half a percent at most.
    static func sameAmount(_ gold: JSONValue, _ found: JSONValue) -> Bool {
        guard gold.isFilled, found.isFilled, let a = number(gold["value"]), let b = number(found["value"]) else {
            return false
        }
        return gold["currency"] == found["currency"] && abs(a - b) <= 0.005 * max(abs(a), abs(b), 1e-9)
    }

    private static func number(_ value: JSONValue) -> Double? { value.number ?? value.string.flatMap(Double.init) }

    /// A slot with a single value. Null among the choices of the gold makes the slot optional.
    static func one(_ choices: [JSONValue], _ found: JSONValue, _ same: (JSONValue, JSONValue) -> Bool) -> SlotCounts {
        let right = choices.filter(\.isFilled)
        let isWanted = !right.isEmpty && right.count == choices.count
        guard found.isFilled else { return SlotCounts(gold: isWanted ? 1 : 0) }
        let isHit = right.contains { same($0, found) }
        return SlotCounts(hits: isHit ? 1 : 0, gold: isHit || isWanted ? 1 : 0, found: 1)
    }

    /// A list of names; an optional gold name takes what was found for it out of the count.
    static func names(_ gold: [JSONValue], _ found: [JSONValue]) -> SlotCounts {
        let right = rights(gold, found)
        return SlotCounts(
            hits: right.count { $0 == true }, gold: gold.count { !$0["optional"].isTrue },
            found: right.count { $0 != nil })
    }

    /// For each name that was found whether it is right; nil for one that the gold calls optional.
    static func rights(_ gold: [JSONValue], _ found: [JSONValue]) -> [Bool?] {
        var left = Array(found.indices)
        var right = [Bool?](repeating: false, count: found.count)
        func isOptional(_ name: JSONValue) -> Bool { name["optional"].isTrue }
        for name in gold.filter({ !isOptional($0) }) + gold.filter(isOptional) {
            let match = left.firstIndex { index in name.told.choices.contains { sameName($0, found[index].told) } }
            guard let match else { continue }
            right[left[match]] = isOptional(name) ? nil : true
            left.remove(at: match)
        }
        return right
    }

    /// Amounts without repeats.
    static func distinct(_ amounts: [JSONValue]) -> [JSONValue] {
        amounts.reduce(into: []) { kept, amount in
            if !kept.contains(where: { sameAmount(amount, $0) }) { kept.append(amount) }
        }
    }

    /// Amounts are a set of value and currency.
    static func money(_ gold: [JSONValue], _ found: [JSONValue]) -> SlotCounts {
        let gold = distinct(gold)
        let found = distinct(found)
        let wanted = gold.filter { !$0["optional"].isTrue }
        let dropped = found.count { one in gold.contains { $0["optional"].isTrue && sameAmount($0, one) } }
        return SlotCounts(
            hits: wanted.count { right in found.contains { sameAmount(right, $0) } }, gold: wanted.count,
            found: found.count - dropped)
    }
}
