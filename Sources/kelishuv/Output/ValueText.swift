internal import Deals

/// Values as people read them.
enum ValueText {
    /// "about 150,000,000 USD".
    static func money(_ money: Money) -> String {
        let amount = "\(number(money.value)) \(money.currency)"
        switch money.qualifier {
        case .exact: return amount
        case .about: return "about \(amount)"
        case .over: return "over \(amount)"
        case .upTo: return "up to \(amount)"
        }
    }

    /// Whole numbers in groups of three digits; others with up to two places.
    static func number(_ value: Double) -> String {
        guard abs(value) < 1e15 else { return "\(value)" }
        let cents = (abs(value) * 100).rounded()
        let whole = String(Int64(cents / 100))
        var grouped = ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        let fraction = Int64(cents) % 100
        let places = fraction == 0 ? "" : "." + (fraction < 10 ? "0" : "") + "\(fraction)"
        return (value < 0 ? "-" : "") + grouped + places
    }

    /// "Дилшод Акбаров, хоким Мирабадского района".
    static func entity(_ entity: NamedEntity) -> String {
        entity.role.map { "\(entity.name), \($0)" } ?? entity.name
    }

    /// The names of several, or a dash.
    static func names(_ slots: [Slot<NamedEntity>]) -> String {
        slots.isEmpty ? "–" : slots.map(\.value.name).joined(separator: "; ")
    }

    /// A text in one line.
    static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
