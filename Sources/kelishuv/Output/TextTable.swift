/// Rows of text under their headings, in columns as wide as they need to be.
struct TextTable {
    private let headings: [String]
    private let limits: [Int: Int]
    private var rows: [[String]] = []

    /// - Parameter limits: the widest that columns, by their number from 0, may be.
    init(_ headings: [String], limits: [Int: Int] = [:]) {
        self.headings = headings
        self.limits = limits
    }

    /// Adds a row, one cell a column.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == headings.count, "a row has as many cells as the table has columns")
        rows.append(
            cells.enumerated().map { column, cell in
                let line = ValueText.line(cell)
                return limits[column].map { DisplayWidth.cut(line, to: $0) } ?? line
            })
    }

    /// The table, without a line break at its end.
    var text: String {
        let all = [headings] + rows
        let widths = headings.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return all.map { row in
            let line = zip(row, widths).map(DisplayWidth.padded).joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        .joined(separator: "\n")
    }
}
