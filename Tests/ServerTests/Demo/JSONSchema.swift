import Foundation

/// As much of JSON Schema 2020-12 as the API's description uses.
struct JSONSchema {
    let root: [String: Any]

    /// What is wrong with a value; empty when nothing is.
    func problems(_ value: Any, _ schema: [String: Any], at path: String = "$") -> [String] {
        if let reference = schema["$ref"] as? String { return problems(value, resolve(reference), at: path) }
        var found: [String] = []
        if let choices = schema["oneOf"] as? [[String: Any]] {
            let fitting = choices.filter { problems(value, $0, at: path).isEmpty }
            if fitting.count != 1 { found.append("\(path) fits \(fitting.count) of its choices") }
        }
        if let types = schema["type"] {
            let names = types as? [String] ?? [types as? String ?? ""]
            if !names.contains(where: { Self.fits(value, $0) }) { return found + ["\(path) is no \(names)"] }
        }
        if let codes = schema["enum"] as? [Any] {
            let texts = codes.map { "\($0)" }
            if !texts.contains("\(value)") { found.append("\(path) is none of \(texts)") }
        }
        if let text = value as? String, let pattern = schema["pattern"] as? String {
            if text.range(of: pattern, options: .regularExpression) == nil { found.append("\(path) is not \(pattern)") }
        }
        if let number = value as? NSNumber, !(value is String) {
            if let least = schema["minimum"] as? Double, number.doubleValue < least {
                found.append("\(path) too small")
            }
            if let most = schema["maximum"] as? Double, number.doubleValue > most { found.append("\(path) too large") }
        }
        if let items = value as? [Any] {
            if let least = schema["minItems"] as? Int, items.count < least { found.append("\(path) has too few") }
            if let each = schema["items"] as? [String: Any] {
                for (index, item) in items.enumerated() { found += problems(item, each, at: "\(path)[\(index)]") }
            }
        }
        if let object = value as? [String: Any] {
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            for key in schema["required"] as? [String] ?? [] where object[key] == nil {
                found.append("\(path) lacks \(key)")
            }
            for (key, inner) in object {
                if let schema = properties[key] {
                    found += problems(inner, schema, at: "\(path).\(key)")
                } else if schema["additionalProperties"] as? Bool == false {
                    found.append("\(path) has an unknown \(key)")
                }
            }
        }
        return found
    }

    func resolve(_ reference: String) -> [String: Any] {
        reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] as? [String: Any] ?? [:] }
    }

    private static func fits(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "boolean": (value as? NSNumber).map { CFGetTypeID($0) } ?? false
        case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        case "number": value is NSNumber
        default: false
        }
    }

    /// Whether a number is a boolean.
    private static func CFGetTypeID(_ number: NSNumber) -> Bool {
        number === NSNumber(value: true) || number == 0 || number == 1
    }
}
