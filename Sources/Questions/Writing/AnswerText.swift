internal import Deals
internal import Ledger
internal import SourceText

/// Forms in which answers and briefs are written.
public enum TextForm: String, CaseIterable, Hashable, Sendable {
    case text, markdown, html
}

extension Answer {
    /// The answer as a text that people read; numbers in brackets name the sources at its end.
    public func written(as form: TextForm) -> String {
        var page = PageText(form)
        page.heading(question.text, level: 1)
        page.paragraph(understood)
        for sentence in sentences { page.paragraph(sentence.text + page.marks(sentence.sources)) }
        if !rows.isEmpty {
            page.table(
                headings,
                rows.map { row in
                    row.cells.dropLast() + [(row.cells.last ?? "") + page.marks(row.sources)]
                })
        }
        page.sources(sources, under: sourcesHeading)
        return page.end()
    }
}

/// A page in one of the forms while it is being written.
struct PageText {
    private let form: TextForm
    private var parts: [String] = []

    init(_ form: TextForm) { self.form = form }

    mutating func heading(_ text: String, level: Int) {
        switch form {
        case .text: parts.append(text)
        case .markdown: parts.append(String(repeating: "#", count: level) + " " + plain(text))
        case .html: parts.append("<h\(level)>\(plain(text))</h\(level)>")
        }
    }

    mutating func paragraph(_ text: String) {
        switch form {
        case .text: parts.append(Self.line(text))
        case .markdown: parts.append(plain(text))
        case .html: parts.append("<p>\(plain(text))</p>")
        }
    }

    mutating func list(_ items: [String]) {
        switch form {
        case .text, .markdown: parts.append(items.map { "- " + plain($0) }.joined(separator: "\n"))
        case .html: parts.append("<ul>\(items.map { "<li>\(plain($0))</li>" }.joined())</ul>")
        }
    }

    mutating func table(_ headings: [String], _ rows: [[String]]) {
        switch form {
        case .text:
            parts.append(([headings] + rows).map { $0.map(Self.line).joined(separator: " | ") }.joined(separator: "\n"))
        case .markdown:
            let all = [headings, headings.map { _ in "---" }] + rows
            parts.append(
                all.enumerated().map { number, row in
                    "| " + row.map { number == 1 ? $0 : plain($0) }.joined(separator: " | ") + " |"
                }.joined(separator: "\n"))
        case .html:
            let head = headings.map { "<th>\(plain($0))</th>" }.joined()
            let body = rows.map { "<tr>" + $0.map { "<td>\(plain($0))</td>" }.joined() + "</tr>" }.joined(
                separator: "\n")
            parts.append("<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)\n</tbody>\n</table>")
        }
    }

    /// " [1] [3]".
    func marks(_ numbers: [Int]) -> String { numbers.map { " [\($0 + 1)]" }.joined() }

    mutating func sources(_ sources: [AnswerSource], under heading: String) {
        guard !sources.isEmpty else { return }
        self.heading(heading, level: 2)
        let lines = sources.enumerated().map { number, source in
            let document = source.document
            let name =
                document.metadata.source ?? document.metadata.title ?? document.metadata.url
                ?? String(document.hash.hexadecimal.prefix(12))
            var seen: Set<String> = []
            let quotes = source.citations.map { Self.line($0.exact) }.filter { seen.insert($0).inserted }
            return "[\(number + 1)] \(document.published?.description ?? "–"), \(name), \(source.record): "
                + quotes.map { "“\($0)”" }.joined(separator: " ")
        }
        switch form {
        case .text: parts.append(lines.joined(separator: "\n"))
        case .markdown: parts.append(lines.map(plain).joined(separator: "  \n"))
        case .html: parts.append("<ol class=\"sources\">\(lines.map { "<li>\(plain($0))</li>" }.joined())</ol>")
        }
    }

    func end() -> String {
        let body = parts.joined(separator: form == .text ? "\n" : "\n\n") + "\n"
        guard form == .html else { return body }
        return "<!doctype html>\n<meta charset=\"utf-8\">\n" + body
    }

    /// One line, with the signs escaped that mean something in the form.
    private func plain(_ text: String) -> String {
        let line = Self.line(text)
        switch form {
        case .text: return line
        case .markdown:
            return line.reduce(into: "") { result, character in
                if "\\`*_{}<>#|".contains(character) { result.append("\\") }
                result.append(character)
            }
        case .html:
            return line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                .replacing("\"", with: "&quot;")
        }
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\t" }).joined(separator: " ")
    }
}
