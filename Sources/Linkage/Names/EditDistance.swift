/// How many letters must be changed to make one word the other (Damerau's four edits, optimal string alignment).
///
/// One vowel for another costs less than other edits: vowels are what transliterations differ in.
struct EditDistance: Sendable {
    /// What one vowel in place of another costs; other edits cost 1.
    static let vowel: Float = 0.75

    private var rows: [[Float]] = [[], [], []]

    /// The cost, or nil when it is above a limit.
    mutating func callAsFunction(_ a: [UInt16], _ b: [UInt16], limit: Float) -> Float? {
        if a == b { return 0 }
        if Float(abs(a.count - b.count)) > limit { return nil }
        if a.isEmpty || b.isEmpty { return Float(max(a.count, b.count)) }
        let width = b.count + 1
        for index in 0..<3 where rows[index].count < width { rows[index] = [Float](repeating: 0, count: width + 16) }
        for column in 0..<width { rows[1][column] = Float(column) }
        for row in 1...a.count {
            rows.swapAt(0, 1)
            rows.swapAt(1, 2)
            // Now rows[2] is two back, rows[0] the last, rows[1] is filled.
            rows[1][0] = Float(row)
            var least = rows[1][0]
            for column in 1..<width {
                let one = a[row - 1]
                let other = b[column - 1]
                var cost = min(rows[0][column], rows[1][column - 1]) + 1
                let change: Float = one == other ? 0 : Self.isVowel(one) && Self.isVowel(other) ? Self.vowel : 1
                cost = min(cost, rows[0][column - 1] + change)
                if row > 1, column > 1, one == b[column - 2], a[row - 2] == other, one != other {
                    cost = min(cost, rows[2][column - 2] + 1)
                }
                rows[1][column] = cost
                least = min(least, cost)
            }
            if least > limit { return nil }
        }
        let cost = rows[1][b.count]
        return cost <= limit ? cost : nil
    }

    private static func isVowel(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }
}
