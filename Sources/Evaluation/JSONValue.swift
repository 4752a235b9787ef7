public import Foundation

/// A JSON value whose shape is not known beforehand: gold slots may be bare values, lists of choices or objects.
public enum JSONValue: Sendable, Hashable, Codable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads any JSON.
    /// - Throws: `DecodingError` for what is no JSON.
    public init(json: Data) throws { self = try JSONDecoder().decode(JSONValue.self, from: json) }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            // A decoder tells what a value is only by trying; the last attempt throws.
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let fields): try container.encode(fields)
        }
    }

    /// The value of a key; null for an absent one and for what is no object.
    subscript(key: String) -> JSONValue {
        if case .object(let fields) = self { fields[key] ?? .null } else { .null }
    }

    /// The id of a document, which may be a string or a number; empty where there is none.
    public var id: String { self["id"].string ?? self["id"].number.map { String(Int($0)) } ?? "" }

    /// The items of a list; none for anything else.
    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let value) = self { value } else { nil } }
    var isTrue: Bool { self == .bool(true) }

    /// Whether something is told: not null, not empty, not zero.
    var isFilled: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .number(let value): value != 0
        case .string(let text): !text.isEmpty
        case .array(let items): !items.isEmpty
        case .object(let fields): !fields.isEmpty
        }
    }

    /// A slot may be a bare value or an object with `value` or `name`.
    var told: JSONValue {
        guard case .object(let fields) = self else { return self }
        return fields["value"] ?? fields["name"] ?? .null
    }

    /// Gold may give a list of values that are all right.
    var choices: [JSONValue] { if case .array(let items) = self { items } else { [self] } }

    /// One line of JSON with sorted keys, cut to a length, for error reports.
    func line(_ limit: Int) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "" }  // Cannot fail: every number came from JSON.
        return String(String(decoding: data, as: UTF8.self).prefix(limit))
    }
}
