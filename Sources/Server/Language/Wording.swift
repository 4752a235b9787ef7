import Deals
import Foundation
import SourceText

/// Numbers, sums, dates and codes in the words of one language.
struct Wording: Sendable {
    let text: StringTable
    var language: InterfaceLanguage { text.language }

    init(_ table: StringTable) { text = table }

    /// A whole number with its thousands apart: 1,234 in English, 1 234 in Russian and Uzbek.
    func number(_ value: Int) -> String {
        grouped(String(value.magnitude), negative: value < 0)
    }

    /// Whether thousands are parted by commas and decimals by a point (CLDR: en, zh).
    private var usesEnglishSigns: Bool { language == .english || language == .chinese }

    /// A number with no more than `places` decimals, trailing zeros dropped.
    func decimal(_ value: Double, places: Int) -> String {
        // Written by hand: the C library's locale would have its own say in a formatter.
        let fixed = String(format: "%.\(places)f", value)
        var parts = fixed.split(separator: ".").map(String.init)
        if parts.count == 2 {
            while parts[1].hasSuffix("0") { parts[1].removeLast() }
            if parts[1].isEmpty { parts.removeLast() }
        }
        let whole = grouped(parts[0], negative: false)
        return parts.count == 2 ? whole + (usesEnglishSigns ? "." : ",") + parts[1] : whole
    }

    /// A number and its noun: "3 agreements", «3 соглашения», "3 ta kelishuv".
    func count(_ number: Int, _ noun: String) -> String {
        let form = text.noun(noun, for: number) ?? "⟨\(noun)⟩"
        return self.number(number) + "\u{A0}" + form
    }

    /// A sum with its currency: "150 million US dollars", «150 млн долларов США».
    func sum(_ value: Double, _ currency: String) -> String {
        let scaled = scaled(value)
        let noun = "currency." + currency
        let unit =
            if let scale = scaled.scale {
                text(scale) + "\u{A0}" + (text.noun(noun, for: scaled.nounNumber(in: language)) ?? currency)
            } else {
                text.noun(noun, for: scaled.nounNumber(in: language)) ?? currency
            }
        return scaled.digits + "\u{A0}" + unit
    }

    /// A sum as its source qualifies it: "about 150 million US dollars".
    func money(_ money: Money) -> String {
        let plain = sum(money.value, money.currency)
        return switch money.qualifier {
        case .exact: plain
        case .about: text("amount.about", plain)
        case .over: text("amount.over", plain)
        case .upTo: text("amount.up_to", plain)
        }
    }

    /// "17 January 2024", «17 января 2024», "2024-yil 17-yanvar"; a month or a year when no more is known.
    func date(_ date: PartialDate) -> String {
        let year = String(date.year)
        guard let month = date.month else { return text("date.year", year) }
        guard let day = date.day else { return text("date.month", text("month.alone.\(month)"), year) }
        return text("date.day", String(day), text("month.\(month)"), year)
    }

    /// A date with the day of the week before it, for itineraries.
    func dayOfWeek(_ date: PartialDate) -> String? { date.weekday.map { text("weekday.\($0)") } }

    /// A time stamp (ISO 8601) as its day.
    func day(of stamp: String) -> String { PartialDate(iso: stamp).map(date) ?? stamp }

    func kind(_ kind: AgreementKind) -> String { text("kind." + kind.rawValue) }
    func status(_ status: AgreementStatus?) -> String { text("status." + (status?.rawValue ?? "none")) }
    func sector(_ sector: Sector) -> String { text("sector." + sector.rawValue) }

    /// The language a document is written in, in the reader's words.
    func documentLanguage(_ tag: LanguageTag?) -> String? { tag.map { text("language." + $0.rawValue) } }

    /// Names in a row: "A, B and C".
    func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return text("list.and", items.dropLast().joined(separator: ", "), last)
    }

    /// Words with the first letter as a sentence begins.
    func sentenceCase(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

    private struct Scaled {
        let digits: String
        let scale: String?
        let whole: Int?

        /// The number whose plural form the currency takes: after "million" and after fractions the form is
        /// that of many (English other, Russian genitive plural; after a fraction alone, genitive singular).
        func nounNumber(in language: InterfaceLanguage) -> Int {
            if scale != nil { return 5 }
            return whole ?? (language == .russian ? 2 : 5)
        }
    }

    /// The largest scale in which two decimals say the value exactly; else all its digits.
    private func scaled(_ value: Double) -> Scaled {
        // Chinese counts by ten thousands: 万, 亿, 万亿.
        let units = language == .chinese ? (1e12, 1e8, 1e4) : (1e12, 1e9, 1e6)
        for (name, unit) in [("scale.trillion", units.0), ("scale.billion", units.1), ("scale.million", units.2)]
        where value >= unit {
            let parts = value / unit
            if abs((parts * 100).rounded() - parts * 100) < 1e-6 {
                return Scaled(digits: decimal(parts, places: 2), scale: name, whole: nil)
            }
        }
        let whole = value == value.rounded() && value < 1e15 ? Int(value) : nil
        return Scaled(digits: decimal(value, places: 2), scale: nil, whole: whole)
    }

    private func grouped(_ digits: String, negative: Bool) -> String {
        let separator = usesEnglishSigns ? "," : "\u{A0}"
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        groups.append(rest)
        return (negative ? "−" : "") + groups.reversed().joined(separator: separator)
    }
}
