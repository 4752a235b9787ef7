internal import Foundation

/// A table of the target's resources: tab-separated values under a line of column names.
struct ResourceTable {
    /// The rows, each as wide as the head.
    let rows: [[String]]

    /// What can be wrong with a table; a mistake of the program, found by its tests.
    enum Failure: Error, Hashable, CustomStringConvertible {
        case missing(String)
        case width(String, line: Int, found: Int, expected: Int)
        case empty(String, line: Int)
        case duplicate(String, line: Int, key: String)

        var description: String {
            switch self {
            case .missing(let name): "the resource \(name).tsv is missing"
            case .width(let name, let line, let found, let expected):
                "\(name).tsv, line \(line): \(found) columns where the head has \(expected)"
            case .empty(let name, let line): "\(name).tsv, line \(line): an empty cell"
            case .duplicate(let name, let line, let key): "\(name).tsv, line \(line): “\(key)” stands there twice"
            }
        }
    }

    /// Parses a table and checks that every row is complete and that no key occurs twice.
    /// - Parameter keys: how many leading columns make the key.
    init(_ text: String, name: String, keys: Int) throws(Failure) {
        var rows: [[String]] = []
        var seen: Set<[String]> = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let width = lines.first?.split(separator: "\t").count ?? 0
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == width else {
                throw .width(name, line: index + 1, found: cells.count, expected: width)
            }
            guard cells.allSatisfy({ !$0.isEmpty }) else { throw .empty(name, line: index + 1) }
            let key = Array(cells.prefix(keys))
            guard seen.insert(key).inserted else {
                throw .duplicate(name, line: index + 1, key: key.joined(separator: " "))
            }
            rows.append(cells)
        }
        self.rows = rows
    }

    /// Loads a table from the target's resources.
    static func load(_ name: String, keys: Int) throws(Failure) -> ResourceTable {
        guard
            let url = Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Resources"),
            let data = FileManager.default.contents(atPath: url.path)
        else { throw .missing(name) }
        return try ResourceTable(String(decoding: data, as: UTF8.self), name: name, keys: keys)
    }
}
