/// Every `{start, end, exact}` in an output must be what the document holds there, in code points.
struct CitationCheck {
    private let text: [Unicode.Scalar]

    init(text: String) { self.text = Array(text.unicodeScalars) }

    func count(_ node: JSONValue) -> (exact: Int, all: Int) {
        var result = (exact: 0, all: 0)
        func visit(_ node: JSONValue) {
            switch node {
            case .object(let fields):
                if let start = fields["start"], let end = fields["end"], let exact = fields["exact"] {
                    result.all += 1
                    result.exact += isExact(start, end, exact) ? 1 : 0
                }
                fields.values.forEach(visit)
            case .array(let items): items.forEach(visit)
            case .null, .bool, .number, .string: break
            }
        }
        visit(node)
        return result
    }

    private func isExact(_ start: JSONValue, _ end: JSONValue, _ exact: JSONValue) -> Bool {
        guard let start = start.number.flatMap(Int.init(exactly:)), let end = end.number.flatMap(Int.init(exactly:)),
            let exact = exact.string, !exact.isEmpty, start >= 0, start <= end, end <= text.count
        else { return false }
        return text[start..<end].elementsEqual(exact.unicodeScalars)
    }
}
