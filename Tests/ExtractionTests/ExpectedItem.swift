/// One thing that a marked sentence is said to tell.
///
/// As text: `money: 150000000 USD` (`up_to`, `about` or `over` after it), `date: 2024-05`, `person: NAME`,
/// `organisation: NAME`, `place: NAME`, `visit: who=… to=… leader=… date=…`, `meeting: parties=A|B date=…`,
/// `agreement: status=… kind=… parties=A|B amount=… CUR place=… date=… subject=… sector=…`, `no agreement`,
/// `no meeting`, `no visit`, `no money`.
struct ExpectedItem: Sendable, CustomStringConvertible {
    /// The word before the colon.
    let what: String
    /// Nothing of the sort may be found.
    let isNone: Bool
    /// What stands after the colon of a name, date or sum.
    let value: String
    /// The slots of an event, by name.
    let slots: [String: String]
    let description: String

    /// Reads an item; nil when its word or a slot's name is unknown.
    init?(_ text: String) {
        description = text
        if text.hasPrefix("no ") {
            (what, isNone, value, slots) = (String(text.dropFirst(3)), true, "", [:])
            guard ["agreement", "meeting", "visit", "money"].contains(what) else { return nil }
            return
        }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        isNone = false
        what = String(text[..<colon])
        value = String(text[text.index(after: colon)...].drop { $0 == " " })
        guard let names = Self.slotNames[what] else { return nil }
        guard !names.isEmpty else {
            slots = [:]
            if value.isEmpty { return nil }
            return
        }
        guard let read = Self.slots(in: value, names: names) else { return nil }
        slots = read
    }

    /// Which slots an event may state; names, dates and sums have none.
    private static let slotNames: [String: [String]] = [
        "money": [], "date": [], "person": [], "organisation": [], "place": [],
        "visit": ["who", "to", "leader", "cities", "date"],
        "meeting": ["parties", "place", "date"],
        "agreement": ["status", "kind", "parties", "amount", "place", "date", "subject", "sector", "count"],
    ]

    /// `status=signed place=Андижанская область` by slot: a value goes on until the next `name=`.
    private static func slots(in text: String, names: [String]) -> [String: String]? {
        var slots: [String: String] = [:]
        var current: String?
        for word in text.split(separator: " ") {
            if let equals = word.firstIndex(of: "="), word[..<equals].allSatisfy({ $0.isLetter && $0.isASCII }) {
                let name = String(word[..<equals])
                guard names.contains(name), slots[name] == nil else { return nil }
                current = name
                slots[name] = String(word[word.index(after: equals)...])
            } else {
                guard let name = current else { return nil }
                slots[name]! += " \(word)"
            }
        }
        return slots
    }
}
