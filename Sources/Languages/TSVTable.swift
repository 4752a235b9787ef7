internal import Foundation

/// A table of a language or of places: tab-separated UTF-8 with one header line.
///
/// Lines that begin with `#` and empty lines are passed over. Every row must have as many cells as the header.
public struct TSVTable: Sendable {
    /// A row's cells by number of column, and the line it stands on.
    public struct Row: Sendable {
        public let line: Int
        public let cells: [String]
    }

    public let name: String
    public let header: [String]
    public let rows: [Row]

    /// Why a table was refused.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        public let table: String
        public let line: Int
        public let reason: String
        public var description: String { "\(table), line \(line): \(reason)" }
    }

    /// Reads a table.
    /// - Throws: ``Failure`` for a row of another width, another header than expected, or a cell with spaces at its ends.
    public init(name: String, text: String, columns expected: [String]) throws {
        self.name = name
        var header: [String] = []
        var rows: [Row] = []
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if header.isEmpty {
                guard cells == expected else {
                    throw Failure(
                        table: name, line: number,
                        reason: "the header is \(cells.joined(separator: " ")), not \(expected.joined(separator: " "))")
                }
                header = cells
                continue
            }
            guard cells.count == header.count else {
                throw Failure(table: name, line: number, reason: "\(cells.count) cells, the header has \(header.count)")
            }
            for cell in cells where cell.utf8.first == 0x20 || cell.utf8.last == 0x20 {
                throw Failure(table: name, line: number, reason: "the cell “\(cell)” begins or ends with a space")
            }
            rows.append(Row(line: number, cells: cells))
        }
        self.header = header
        self.rows = rows
    }

    /// Reads a table from the resources that the program carries.
    static func resource(_ path: String, columns: [String]) throws -> TSVTable {
        let url = Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(path)
        let data = try Data(contentsOf: url)
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure(table: path, line: 0, reason: "not UTF-8")
        }
        return try TSVTable(name: path, text: text, columns: columns)
    }
}
