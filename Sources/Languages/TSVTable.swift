internal import Foundation

/// A table of a language or of places: tab-separated UTF-8 with one header line.
///
/// Lines that begin with `#` and empty lines are passed over. Every row must have as many cells as the header.
public struct TSVTable: Sendable {
    /// A row's cells by number of column, and the line it stands on.
    public struct Row: Sendable {
        /// Counted from 1, comments and empty lines included.
        public let line: Int
        /// As many as the header has.
        public let cells: [String]
    }

    /// For messages: the path inside `Resources/`.
    public let name: String
    /// The columns' names.
    public let header: [String]
    /// In the order of the file.
    public let rows: [Row]

    /// Why a table was refused.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The table's name.
        public let table: String
        /// The line that was refused, from 1; 0 when it is the whole file.
        public let line: Int
        /// What is wrong there.
        public let reason: String
        /// All three in one line.
        public var description: String { "\(table), line \(line): \(reason)" }
    }

    /// Reads a table.
    /// - Throws: ``Failure`` for another header than expected or none, a row of another width, a cell with white
    ///   space at its ends, or a line that ends with a carriage return.
    public init(name: String, text: String, columns expected: [String]) throws {
        self.name = name
        var header: [String] = []
        var rows: [Row] = []
        var number = 0
        // By code points: a combining mark at the head of a cell would else swallow the tab before it.
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.first == "#" { continue }
            func failure(_ reason: String) -> Failure { Failure(table: name, line: number, reason: reason) }
            guard line.last != "\r" else { throw failure("a carriage return; end lines with a line feed alone") }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
            if header.isEmpty {
                guard cells == expected else {
                    throw failure(
                        "the header is \(cells.joined(separator: " ")), not \(expected.joined(separator: " "))")
                }
                header = cells
                continue
            }
            guard cells.count == header.count else {
                throw failure("\(cells.count) cells, the header has \(header.count)")
            }
            for cell in cells where Self.hasSpaceAtAnEnd(cell) {
                throw failure("the cell “\(cell)” begins or ends with a space")
            }
            rows.append(Row(line: number, cells: cells))
        }
        guard !header.isEmpty else { throw Failure(table: name, line: 0, reason: "no header line") }
        self.header = header
        self.rows = rows
    }

    private static func hasSpaceAtAnEnd(_ cell: String) -> Bool {
        let scalars = cell.unicodeScalars
        return scalars.first?.properties.isWhitespace ?? false || scalars.last?.properties.isWhitespace ?? false
    }

    /// A failure at a row.
    package func failure(_ row: Row, _ reason: String) -> Failure {
        Failure(table: name, line: row.line, reason: reason)
    }

    /// A failure of the whole table.
    package func failure(_ reason: String) -> Failure { Failure(table: name, line: 0, reason: reason) }

    /// Refuses rows that have the same cells in these columns.
    /// - Throws: ``Failure`` at the second of two such rows.
    package func refuseRepeats(of columns: [Int]) throws {
        var seen: Set<[String]> = []
        for row in rows {
            let key = columns.map { row.cells[$0] }
            guard seen.insert(key).inserted else { throw failure(row, "“\(key.joined(separator: " "))” stands twice") }
        }
    }

    /// Reads a table from the resources that the program carries.
    static func resource(_ path: String, columns: [String]) throws -> TSVTable {
        let url = Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(path)
        return try file(url.path, name: path, columns: columns)
    }

    /// Reads a table from a file.
    /// - Parameter name: for messages.
    /// - Throws: ``Failure``, or what the system says of the file.
    public static func file(_ path: String, name: String, columns: [String]) throws -> TSVTable {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure(table: name, line: 0, reason: "not UTF-8")
        }
        return try TSVTable(name: name, text: text, columns: columns)
    }
}
