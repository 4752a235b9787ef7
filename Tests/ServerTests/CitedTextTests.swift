import SourceText
import Testing

@testable import Server

/// Expected marks stand in the text itself: [ and ] around pieces, the mark's number after the opening bracket,
/// an apostrophe after the number where a mark goes on.
@Suite struct CitedTextTests {
    @Test(
        arguments: [
            ("no marks", [], "no marks"),
            ("one word", [(4, 8)], "one [0:word]"),
            ("whole", [(0, 5)], "[0:whole]"),
            ("a b c", [(0, 1), (2, 3)], "[0:a] [1:b] c"),
            ("nested words", [(0, 12), (7, 12)], "[0:nested [1:words]]"),
            ("abcdef", [(0, 4), (2, 6)], "[0:ab[1:cd]][1':ef]"),
            ("abcdef", [(2, 4), (0, 6), (2, 4)], "[1:ab[0:[2:cd]]ef]"),
            ("ab\ncd", [(0, 5)], "[0:ab]\n[0':cd]"),
            ("ab\n\ncd", [(1, 5)], "a[0:b]\n\n[0':c]d"),
            ("touching", [(0, 5), (5, 8)], "[0:touch][1:ing]"),
            ("empty", [(2, 2), (9, 12)], "empty"),
        ] as [(String, [(Int, Int)], String)])
    func cut(text: String, marks: [(Int, Int)], expected: String) {
        let bytes = Array(text.utf8)
        #expect(written(CitedText(bytes, marks: marks.map { TextRange($0.0, $0.1) }), bytes) == expected)
    }

    @Test func randomMarksStayBalancedAndLoseNoText() {
        var random = Seeded(seed: 20_240_117)
        let alphabet = Array("ab я界\n".unicodeScalars).map { String($0) }
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
                .joined()
            let bytes = Array(text.utf8)
            let boundaries = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
            let marks = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                let pair = [boundaries.randomElement(using: &random)!, boundaries.randomElement(using: &random)!]
                    .sorted()
                return TextRange(pair[0], pair[1])
            }
            let cited = CitedText(bytes, marks: marks)
            var covered = [Set<Int>](repeating: [], count: bytes.count)
            var beginnings: [Int: Int] = [:]
            var lines: [String] = []
            for line in cited.lines {
                var stack: [Int] = []
                var lineText: [UInt8] = []
                for piece in line {
                    switch piece {
                    case .open(let mark, let isFirst):
                        #expect(!stack.contains(mark))
                        stack.append(mark)
                        if isFirst { beginnings[mark, default: 0] += 1 }
                    case .close(let mark): #expect(stack.popLast() == mark)
                    case .text(let range):
                        #expect(!range.isEmpty)
                        lineText += bytes[range.start..<range.end]
                        for offset in range.start..<range.end { covered[offset].formUnion(stack) }
                    }
                }
                #expect(stack.isEmpty)
                lines.append(String(decoding: lineText, as: UTF8.self))
            }
            #expect(lines.joined(separator: "\n") == text)
            for offset in bytes.indices where bytes[offset] != 0x0A {
                let expected = Set(marks.indices.filter { marks[$0].start <= offset && offset < marks[$0].end })
                #expect(covered[offset] == expected)
            }
            #expect(beginnings.values.allSatisfy { $0 == 1 })
        }
    }

    private func written(_ cited: CitedText, _ bytes: [UInt8]) -> String {
        cited.lines.map { line in
            line.map { piece in
                switch piece {
                case .open(let mark, let isFirst): "[\(mark)\(isFirst ? "" : "'"):"
                case .text(let range): String(decoding: bytes[range.start..<range.end], as: UTF8.self)
                case .close: "]"
                }
            }.joined()
        }.joined(separator: "\n")
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every run.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
