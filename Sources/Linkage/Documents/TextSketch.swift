internal import SourceText

/// What is kept of a text to tell whether another one repeats it: hashes of its runs of words, and its figures.
///
/// A run is four words in a row, folded; of Chinese, where a character is a token, eight characters. A. Broder, "On the
/// resemblance and containment of documents", 1997.
public struct TextSketch: Sendable, Hashable {
    /// Hashes of all runs, ascending, each once.
    let runs: [UInt32]
    /// The least hash of the runs under each of ``NearCopies/permutations`` permutations.
    let least: [UInt32]
    /// Hashes of the text's figures of two digits and more, ascending, each once: the same in every language.
    let figures: [UInt32]

    /// Sketches a text.
    public init(_ text: String) {
        let output = Tokenizer().tokens(of: Array(text.utf8))
        var words: [UInt32] = []
        var figures: Set<UInt32> = []
        var han = 0
        for token in output.tokens where token.kind != .sign {
            var hash: UInt32 = 2_166_136_261
            for byte in output.folded[Int(token.foldedStart)..<Int(token.foldedEnd)] {
                hash = (hash ^ UInt32(byte)) &* 16_777_619
            }
            words.append(hash)
            if token.traits.contains(.han) { han += 1 }
            if token.kind == .number, token.foldedEnd - token.foldedStart > 1 { figures.insert(hash) }
        }
        let length = han * 2 > words.count ? 8 : 4
        var runs: Set<UInt32> = []
        if words.count >= length {
            for start in 0...(words.count - length) {
                var hash: UInt64 = 14_695_981_039_346_656_037
                for word in words[start..<start + length] { hash = (hash ^ UInt64(word)) &* 1_099_511_628_211 }
                runs.insert(UInt32(truncatingIfNeeded: hash ^ hash >> 32))
            }
        }
        let sorted = runs.sorted()
        self.runs = sorted
        self.figures = figures.sorted()
        least = NearCopies.permutations.map { factor, summand in
            sorted.reduce(UInt32.max) { min($0, UInt32(truncatingIfNeeded: (UInt64($1) &* factor &+ summand) >> 32)) }
        }
    }

    /// Share of the runs of both that both have, 0…1.
    public func resemblance(to other: TextSketch) -> Double {
        let shared = Self.shared(runs, other.runs)
        let all = runs.count + other.runs.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// Share of the shorter text's runs that the other has, 0…1.
    public func containment(with other: TextSketch) -> Double {
        let least = min(runs.count, other.runs.count)
        return least == 0 ? 0 : Double(Self.shared(runs, other.runs)) / Double(least)
    }

    /// Whether two texts state the same figures as a translation would: at least five, nearly all shared.
    func hasFigures(of other: TextSketch) -> Bool {
        let shared = Self.shared(figures, other.figures)
        return shared >= 5 && Double(shared) >= 0.8 * Double(max(figures.count, other.figures.count))
    }

    private static func shared(_ one: [UInt32], _ other: [UInt32]) -> Int {
        var count = 0
        var i = 0
        var j = 0
        while i < one.count, j < other.count {
            if one[i] == other[j] {
                count += 1
                i += 1
                j += 1
            } else if one[i] < other[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return count
    }
}
