/// Comma-separated values as RFC 4180 has them: CRLF at line ends, quotes where a field needs them.
///
/// A field that a spreadsheet would take for a formula is led by an apostrophe, because texts come from strangers
/// (OWASP, "CSV Injection").
public enum CSVText {
    /// One line with its end.
    public static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

    /// One field.
    static func field(_ text: String) -> String {
        var text = text
        if let first = text.utf8.first, Self.formulas.contains(first), Double(text) == nil { text = "'" + text }
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static let formulas = Set("=+-@\t\r".utf8)
}
