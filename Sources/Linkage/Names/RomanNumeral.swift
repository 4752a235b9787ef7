/// Numbers that close the names of companies and funds: "Partners VII".
enum RomanNumeral {
    private static let values: [[UInt16]: Int] = {
        var values: [[UInt16]: Int] = [:]
        let tens = ["", "x", "xx", "xxx"]
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        for (ten, first) in tens.enumerated() {
            // A lone letter is more often an initial.
            for (one, second) in ones.enumerated() where (first + second).count > 1 {
                values[Array((first + second).utf16)] = 10 * ten + one
            }
        }
        return values
    }()

    /// The digits of a lower-case Roman number of two letters and more; nil for any other word.
    static func digits(_ word: [UInt16]) -> [UInt16]? { values[word].map { Array(String($0).utf16) } }
}
