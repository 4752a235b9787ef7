internal import Deals
internal import FollowThrough
internal import Languages
internal import SourceText

/// What answers say, in the language of the question: `Resources/strings.tsv`. Uzbek is written in Latin letters.
struct Wording: Sendable {
    private let strings: [String: String]
    let language: LanguageTag

    private static let tables: Result<[Int: [String: String]], any Error> = Result {
        let table = try Resource.table("strings.tsv", columns: ["key", "ru", "uz", "en", "zh"])
        try table.refuseRepeats(of: [0])
        var columns: [Int: [String: String]] = [:]
        for row in table.rows {
            for column in 1...4 {
                guard !row.cells[column].isEmpty else { throw table.failure(row, "column \(column + 1) is empty") }
                columns[column, default: [:]][row.cells[0]] = row.cells[column]
            }
        }
        return columns
    }

    init(_ language: LanguageTag) throws {
        self.language = language
        let column =
            switch language {
            case .russian: 1
            case .uzbekLatin, .uzbekCyrillic: 2
            case .english: 3
            case .chinese: 4
            }
        strings = try Self.tables.get()[column] ?? [:]
    }

    /// A text with its gaps filled; the key in brackets where the table has none.
    func text(_ key: String, _ values: String...) -> String {
        var text = strings[key] ?? "⟨\(key)⟩"
        for (number, value) in values.enumerated() { text = text.replacing("%\(number + 1)", with: value) }
        return text
    }

    func stage(_ stage: Stage?) -> String { text("stage." + (stage?.code ?? "none")) }
    func sector(_ sector: Sector) -> String { text("sector." + sector.rawValue) }

    /// "152,000,000 USD" in English, "152 000 000 USD" elsewhere.
    func amount(_ value: Double, _ currency: String) -> String { number(value) + "\u{A0}" + currency }

    /// An amount as its source qualifies it.
    func money(_ money: Money) -> String {
        let plain = amount(money.value, money.currency)
        return money.qualifier == .exact ? plain : text("money." + money.qualifier.rawValue, plain)
    }

    func moneys(_ sums: [Money]) -> String { sums.map(money).joined(separator: " + ") }

    /// Whole, in groups of three digits.
    func number(_ value: Double) -> String {
        guard abs(value) < 1e15 else { return "\(value)" }
        let digits = String(Int64(value.rounded().magnitude))
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) {
                grouped += language == .english || language == .chinese ? "," : "\u{A0}"
            }
            grouped.append(digit)
        }
        return (value < 0 ? "−" : "") + grouped
    }

    /// With one decimal.
    func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let mark = language == .english || language == .chinese ? "." : ","
        return "\(tenths / 10)\(mark)\(abs(tenths % 10))"
    }

    /// Names in a row, each once.
    func names(_ slots: [Slot<NamedEntity>]) -> String {
        var seen: Set<String> = []
        let names = slots.map(\.value.name).filter { seen.insert($0).inserted }
        return names.isEmpty ? "–" : names.joined(separator: "; ")
    }
}
