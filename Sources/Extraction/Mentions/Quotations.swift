internal import SourceText

/// Pairs of quotation marks in a text, and what stands between them.
struct Quotations {
    /// Tokens between the marks of each pair, marks left out; pairs do not cross a line.
    let inner: [Range<Int>]

    init(_ text: TokenizedText) {
        var inner: [Range<Int>] = []
        var stack: [(mark: UInt32, token: Int)] = []
        for (index, token) in text.tokens.enumerated() {
            if token.traits.contains(.lineBefore) { stack.removeAll() }
            guard token.kind == .sign else { continue }
            if token.sign == 0x22 {
                if let open = stack.lastIndex(where: { $0.mark == 0x22 }) {
                    inner.append((stack[open].token + 1)..<index)
                    stack.removeSubrange(open...)
                } else {
                    stack.append((0x22, index))
                }
            } else if let closing = Self.closing(token.sign) {
                stack.append((closing, index))
            }
            if let open = stack.lastIndex(where: {
                Self.closes(token.sign, $0.mark) && $0.token != index && $0.mark != 0x22
            }) {
                inner.append((stack[open].token + 1)..<index)
                stack.removeSubrange(open...)
            }
        }
        self.inner = inner.filter { !$0.isEmpty }.sorted { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }
    }

    private static func closing(_ mark: UInt32) -> UInt32? {
        switch mark {
        case 0xAB: 0xBB
        case 0x201C, 0x201E: 0x201D
        case 0x300A: 0x300B
        case 0x300C: 0x300D
        default: nil
        }
    }

    private static func closes(_ mark: UInt32, _ expected: UInt32) -> Bool {
        mark == expected || (expected == 0x201D && (mark == 0x201D || mark == 0x201C))
    }
}
