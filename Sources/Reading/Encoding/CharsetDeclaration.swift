/// The encoding that a page names in its own first bytes.
enum CharsetDeclaration {
    /// Looks for `charset=` in a `<meta>` tag and `encoding=` in an XML declaration, in the first 4 kB.
    static func find(in bytes: [UInt8]) -> TextEncoding? {
        // Every encoding that can be declared this way keeps ASCII as it is.
        let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x20 }, as: UTF8.self).lowercased()
        if head.hasPrefix("<?xml"), let label = value(after: "encoding=", in: head[...]) {
            return TextEncoding(label: label)
        }
        var rest = head[...]
        while let tag = range(of: "<meta", in: rest) {
            let inside = rest[tag.upperBound...].prefix { $0 != ">" }
            if let label = value(after: "charset=", in: inside) { return TextEncoding(label: label) }
            rest = rest[inside.endIndex...]
        }
        return nil
    }

    /// The encoding named in a `Content-Type` header, as in `text/html; charset=windows-1251`.
    static func inContentType(_ header: String) -> TextEncoding? {
        value(after: "charset=", in: header.lowercased()[...]).flatMap(TextEncoding.init(label:))
    }

    private static func value(after key: String, in text: Substring) -> String? {
        guard let found = range(of: key, in: text) else { return nil }
        let rest = text[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        let label = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return label.isEmpty ? nil : String(label)
    }

    private static func range(of key: String, in text: Substring) -> Range<Substring.Index>? {
        let pattern = Array(key.utf8)
        var start = text.startIndex
        while let first = text.utf8[start...].firstIndex(of: pattern[0]) {
            let candidate = text.utf8[first...].prefix(pattern.count)
            if candidate.elementsEqual(pattern) { return first..<candidate.endIndex }
            start = text.utf8.index(after: first)
        }
        return nil
    }
}
