/// How much two words are one: 2·M/T, M being the letters in matching blocks, found by longest block first (Ratcliff and
/// Obershelp 1988, as Python's `difflib.SequenceMatcher.ratio` counts it for words of under 200 letters).
struct SequenceRatio {
    private let first: [Unicode.Scalar]
    private let second: [Unicode.Scalar]

    init(_ first: String, _ second: String) {
        self.first = Array(first.unicodeScalars)
        self.second = Array(second.unicodeScalars)
    }

    var value: Double {
        let total = first.count + second.count
        guard total > 0 else { return 1 }
        return 2 * Double(matches(0..<first.count, 0..<second.count)) / Double(total)
    }

    private func matches(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        let block = longest(a, b)
        guard block.length > 0 else { return 0 }
        return block.length + matches(a.lowerBound..<block.a, b.lowerBound..<block.b)
            + matches((block.a + block.length)..<a.upperBound, (block.b + block.length)..<b.upperBound)
    }

    /// The longest common block; of equally long ones the first in `first`, then in `second`.
    private func longest(_ a: Range<Int>, _ b: Range<Int>) -> (a: Int, b: Int, length: Int) {
        var best = (a: a.lowerBound, b: b.lowerBound, length: 0)
        var lengths: [Int: Int] = [:]
        for i in a {
            var next: [Int: Int] = [:]
            for j in b where first[i] == second[j] {
                let length = (lengths[j - 1] ?? 0) + 1
                next[j] = length
                if length > best.length { best = (i - length + 1, j - length + 1, length) }
            }
            lengths = next
        }
        return best
    }
}
