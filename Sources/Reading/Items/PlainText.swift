internal import SourceText

/// What a plain text tells of itself.
enum PlainText {
    /// Longest line that is taken for a headline, in UTF-8 bytes.
    private static let longestTitle = 400

    /// Title, day of publication and address, read from the text without changing it.
    static func metadata(_ text: String) -> Metadata {
        let bytes = Array(text.utf8)
        return Metadata(url: address(in: bytes), title: title(of: bytes), published: DateLine.find(in: bytes)?.day)
    }

    /// The first line that is not empty, when it is short enough for a headline; without Markdown's "#".
    private static func title(of bytes: [UInt8]) -> String? {
        guard let first = DateLineFinder.lines(of: bytes, first: 1, last: 0).first, first.count <= longestTitle else {
            return nil
        }
        var line = HTMLText.collapsed(String(decoding: bytes[first], as: UTF8.self))
        if line.hasPrefix("#") { line = HTMLText.collapsed(String(line.drop { $0 == "#" })) }
        return line.isEmpty ? nil : line
    }

    /// The address behind "Источник:", "Source:" and their like, at the beginning of one of the first or
    /// last lines.
    private static func address(in bytes: [UInt8]) -> String? {
        for range in DateLineFinder.lines(of: bytes, first: 15, last: 15) {
            let line = HTMLText.collapsed(String(decoding: bytes[range].prefix(2200), as: UTF8.self))
            guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { continue }
            guard Furniture.shared.sourceLabels.contains(Furniture.folded(line[..<colon])) else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "<" || $0 == "(" }
            guard value.hasPrefix("http://") || value.hasPrefix("https://") else { continue }
            let address = value.prefix { !" <>\"«»|".contains($0) }
            let trimmed = address.reversed().drop { ".,;)".contains($0) }.reversed()
            if let url = PageAddress.resolved(String(trimmed), against: nil) { return url }
        }
        return nil
    }
}
