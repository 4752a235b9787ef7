/// Writes JSON by hand: keys keep their order, numbers are written as a reader would, nothing is escaped
/// that need not be.
public struct JSONText: Sendable {
    /// The text so far.
    public private(set) var text = ""
    private var needsComma = false

    /// An empty text.
    public init() {}

    /// An object; `body` writes its keys and values.
    public mutating func object(_ body: (inout JSONText) -> Void) { wrap("{", "}", body) }
    /// An array; `body` writes its values.
    public mutating func array(_ body: (inout JSONText) -> Void) { wrap("[", "]", body) }

    private mutating func wrap(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
        comma()
        text += open
        needsComma = false
        body(&self)
        text += close
        needsComma = true
    }

    /// A key; its value must follow.
    public mutating func key(_ name: String) {
        comma()
        quote(name)
        text += ":"
        needsComma = false
    }

    /// A string, escaped as JSON asks.
    public mutating func string(_ value: String) {
        comma()
        quote(value)
        needsComma = true
    }

    /// A whole number.
    public mutating func int(_ value: Int) { raw(String(value)) }

    /// A number; a whole one is written without a fraction.
    /// - Precondition: the number is finite, for JSON knows no other.
    public mutating func double(_ value: Double) {
        precondition(value.isFinite, "JSON has no word for \(value)")
        // Up to 2^53, where every whole number has a value of its own.
        if value == value.rounded(), abs(value) <= 9_007_199_254_740_992 {
            raw(String(Int64(value)))
        } else {
            raw("\(value)")
        }
    }

    /// `null`.
    public mutating func null() { raw("null") }
    /// A value that was written as JSON before.
    public mutating func written(_ json: String) { raw(json) }
    /// `true` or `false`.
    public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

    private mutating func raw(_ value: String) {
        comma()
        text += value
        needsComma = true
    }

    private mutating func comma() { if needsComma { text += "," } }

    private mutating func quote(_ value: String) {
        text += "\""
        if Self.isPlain(value) { text += value } else { escape(value) }
        text += "\""
    }

    /// Whether nothing in a string needs an escape; most strings are so.
    private static func isPlain(_ value: String) -> Bool {
        var value = value
        return value.withUTF8 { bytes in
            !bytes.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F || $0 == 0xE2 }
        }
    }

    private mutating func escape(_ value: String) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                // The two line separators (E2 80 A8, E2 80 A9) end a line for some readers.
                if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029 {
                    let hex = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
    }
}
