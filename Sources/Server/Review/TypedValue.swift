import Deals
import Foundation
import Ledger
import SourceText

/// A field's value as a reviewer types it.
struct TypedValue {
    let places: PlaceGuide

    /// How a value is typed: a code of the list, "150000000 USD", "2024-01-17", a name.
    static func text(_ value: FieldValue) -> String {
        switch value {
        case .code(let code): code
        case .text(let text): text
        case .entity(let entity): entity.name
        case .money(let money): CSVExport.number(money.value) + " " + money.currency
        case .date(let date): date.description
        case .number(let number): String(number)
        }
    }

    /// The codes that a field can have; empty where it is typed freely.
    static func codes(_ field: Field) -> [String] {
        switch field {
        case .kind: AgreementKind.allCases.map(\.rawValue)
        case .status: AgreementStatus.allCases.map(\.rawValue)
        case .sector: Sector.allCases.map(\.rawValue)
        default: []
        }
    }

    /// Reads a typed value; nil when the field can't have it.
    /// - Parameter old: the value before, whose kind of name and exactness stay.
    func value(_ text: String, of field: Field, old: FieldValue?) -> FieldValue? {
        let text = text.trimmed
        guard !text.isEmpty, text.utf8.count <= 500 else { return nil }
        switch field {
        case .kind, .status, .sector: return Self.codes(field).contains(text) ? .code(text) : nil
        case .subject: return .text(text)
        case .date: return PartialDate(iso: text).map(FieldValue.date)
        case .count: return Int(text).flatMap { (1...100_000).contains($0) ? .number($0) : nil }
        case .amount: return money(text, old: old)
        case .party, .place, .who, .leader, .to, .city: return .entity(entity(text, field, old: old))
        }
    }

    private func money(_ text: String, old: FieldValue?) -> FieldValue? {
        guard let currency = text.split(separator: " ").last.map({ $0.uppercased() }), currency.utf8.count == 3,
            currency.utf8.allSatisfy({ (65...90).contains($0) }),
            let value = Double(text.dropLast(currency.count).filter { !$0.isWhitespace && $0 != "," }),
            value.isFinite, value >= 0
        else { return nil }
        let qualifier = if case .money(let money) = old { money.qualifier } else { AmountQualifier.exact }
        return .money(Money(value: value, currency: currency, qualifier: qualifier))
    }

    private func entity(_ name: String, _ field: Field, old: FieldValue?) -> NamedEntity {
        let known = places.places(meant: name)
        let id = known.count == 1 ? known[0] : nil
        var kind: EntityKind =
            switch field {
            case .leader: .person
            case .party: id == nil ? .company : .place
            default: .place
            }
        var role: String?
        if case .entity(let entity) = old {
            if id == nil || entity.kind == .place { kind = entity.kind }
            role = entity.role
        }
        return NamedEntity(name: name, kind: kind, role: kind == .person ? role : nil, place: kind == .place ? id : nil)
    }

    /// Cites words of a document: those at a range of code points if they are the words given, else where they stand first.
    static func citation(_ words: String, from start: Int?, in document: Document) -> Citation? {
        let words = Array(words.trimmed.utf8)
        guard !words.isEmpty else { return nil }
        func cite(_ offset: Int) -> Citation? {
            let range = TextRange(offset, offset + words.count)
            return (try? Citation(document, range)).flatMap { Array($0.exact.utf8) == words ? $0 : nil }
        }
        if let start, let offset = CodePointIndex(document.bytes).utf8(atCodePoint: start), let found = cite(offset) {
            return found
        }
        guard document.bytes.count >= words.count else { return nil }
        return (0...(document.bytes.count - words.count)).lazy
            .filter { document.bytes[$0] == words[0] && document.bytes[$0..<($0 + words.count)].elementsEqual(words) }
            .compactMap(cite).first
    }
}
