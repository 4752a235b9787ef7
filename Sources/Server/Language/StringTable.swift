/// The interface texts of one language: `Resources/strings/<language>.tsv`, columns key, text, note.
///
/// A key that ends in `#` is a counted noun; its forms stand in the order of
/// ``InterfaceLanguage/pluralForm(of:)``, separated by `|`. `{0}`, `{1}` are filled in by the caller.
struct StringTable: Sendable {
    let language: InterfaceLanguage
    private let texts: [String: String]
    private let forms: [String: [String]]

    /// Every key of the table.
    var keys: Set<String> { Set(texts.keys).union(forms.keys) }

    /// Why a table was rejected.
    struct Failure: Error, Hashable, CustomStringConvertible {
        let table: String
        let line: Int
        let reason: String
        var description: String { "\(table).tsv, line \(line): \(reason)" }
    }

    /// Reads a table; rejects wrong widths, repeated keys, empty texts and wrong numbers of plural forms.
    init(language: InterfaceLanguage, tsv: String) throws(Failure) {
        self.language = language
        var texts: [String: String] = [:]
        var forms: [String: [String]] = [:]
        for (number, line) in tsv.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard number > 0, !line.isEmpty else { continue }
            func fail(_ reason: String) -> Failure {
                Failure(table: language.rawValue, line: number + 1, reason: reason)
            }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard columns.count == 3 else { throw fail("three columns expected, \(columns.count) found") }
            let (key, text) = (columns[0], columns[1])
            guard !key.isEmpty, !text.isEmpty else { throw fail("a key and a text are needed") }
            guard texts[key] == nil, forms[key] == nil else { throw fail("the key “\(key)” stands twice") }
            if key.hasSuffix("#") {
                let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                guard parts.count == language.pluralForms else {
                    throw fail("“\(key)” needs \(language.pluralForms) forms, \(parts.count) found")
                }
                forms[key] = parts
            } else {
                texts[key] = text
            }
        }
        self.texts = texts
        self.forms = forms
    }

    /// The text of a key, its places filled. A key that is missing shows itself: a test keeps that from happening.
    func callAsFunction(_ key: String, _ values: String...) -> String { filled(texts[key] ?? "⟨\(key)⟩", values) }

    /// The text of a key, or nil when the table has none (codes that come from data).
    func optional(_ key: String) -> String? { texts[key] }

    /// A counted noun's form for a number, without the number.
    func noun(_ key: String, for number: Int) -> String? {
        forms[key + "#"]?[language.pluralForm(of: number)]
    }

    private func filled(_ text: String, _ values: [String]) -> String {
        guard !values.isEmpty else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let after = rest[rest.index(after: open)...]
            guard let close = after.firstIndex(of: "}"), let place = Int(after[..<close]),
                values.indices.contains(place)
            else {
                result += "{"
                rest = after
                continue
            }
            result += values[place]
            rest = after[after.index(after: close)...]
        }
        return result + rest
    }
}
