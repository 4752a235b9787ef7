/// Brings Latin spellings of one sound to one: "Khorezm" and "Xorazm" begin alike (`folds.tsv`).
struct NameFolding: Sendable {
    private let rules: [UInt16: [(from: [UInt16], to: [UInt16])]]

    init(_ rows: [(from: String, to: String)]) {
        var rules: [UInt16: [(from: [UInt16], to: [UInt16])]] = [:]
        for row in rows {
            let from = Array(row.from.utf16)
            rules[from[0], default: []].append((from, Array(row.to.utf16)))
        }
        self.rules = rules.mapValues { $0.sorted { $0.from.count > $1.from.count } }
    }

    /// The longest rule that fits at each letter; then doubled letters are one.
    /// - Parameter x: what an `x` stands for: `h` in Uzbek, `ks` elsewhere.
    func callAsFunction(_ word: [UInt16], x: [UInt16]) -> [UInt16] {
        var result: [UInt16] = []
        result.reserveCapacity(word.count)
        var index = 0
        while index < word.count {
            let unit = word[index]
            if unit == Self.x {
                result += x
                index += 1
                continue
            }
            if let rule = rules[unit]?.first(where: { fits($0.from, word, index) }) {
                result += rule.to
                index += rule.from.count
            } else {
                result.append(unit)
                index += 1
            }
        }
        var folded: [UInt16] = []
        folded.reserveCapacity(result.count)
        for unit in result where unit != folded.last || unit < 0x3A { folded.append(unit) }
        return folded
    }

    private func fits(_ pattern: [UInt16], _ word: [UInt16], _ start: Int) -> Bool {
        guard start + pattern.count <= word.count else { return false }
        for offset in pattern.indices where word[start + offset] != pattern[offset] { return false }
        return true
    }

    static let x = UInt16(ascii: "x")
    static let uzbekX = Array("h".utf16)
    static let latinX = Array("ks".utf16)
}
