/// A row of a result, its values as text.
struct Cells {
    private let cells: [String?]

    init(_ cells: [String?]) { self.cells = cells }

    subscript(_ column: Int) -> String? { cells[column] }
    func text(_ column: Int) -> String { cells[column] ?? "" }
    func integer(_ column: Int) -> Int { cells[column].flatMap(Int.init) ?? 0 }
    func number(_ column: Int) -> Int64 { cells[column].flatMap(Int64.init) ?? 0 }
    func double(_ column: Int) -> Double { cells[column].flatMap(Double.init) ?? 0 }
    /// A `bytea`.
    func bytes(_ column: Int) -> [UInt8]? { cells[column].map(Bytea.bytes) }
}

/// Bytes as PostgreSQL writes them in text: `\x` and two hexadecimal digits each.
enum Bytea {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text = Array("\\x".utf8)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func bytes(_ text: String) -> [UInt8] {
        func value(_ digit: UInt8) -> UInt8 { digit <= 57 ? digit - 48 : digit - 87 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 2)
        var high: UInt8?
        for digit in text.utf8.dropFirst(2) {
            if let first = high {
                bytes.append(value(first) << 4 | value(digit))
                high = nil
            } else {
                high = digit
            }
        }
        return bytes
    }
}

/// Lists as PostgreSQL reads them in text: `{"a",NULL}`.
enum ArrayText {
    static func text(_ values: some Sequence<String?>) -> String {
        var text = "{"
        for value in values {
            if text.utf8.count > 1 { text += "," }
            guard let value else {
                text += "NULL"
                continue
            }
            text += "\""
            for scalar in value.unicodeScalars {
                if scalar == "\"" || scalar == "\\" { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
            text += "\""
        }
        return text + "}"
    }

    static func numbers(_ values: some Sequence<Int64>) -> String {
        "{" + values.map(String.init).joined(separator: ",") + "}"
    }
}

extension Session {
    /// Inserts rows by one statement: a column's values travel as one list.
    /// - Parameters:
    ///   - columns: names with the types of their elements.
    ///   - suffix: what stands after the statement, such as ON CONFLICT.
    func insert(
        _ table: String, _ columns: [(name: String, type: String)], _ rows: [[String?]], suffix: String = ""
    ) throws {
        if rows.isEmpty { return }
        let names = columns.map { "\"\($0.name.lowercased())\"" }.joined(separator: ", ")
        let lists = columns.enumerated().map { "$\($0.offset + 1)::\($0.element.type)[]" }.joined(separator: ", ")
        let values = columns.indices.map { column in ArrayText.text(rows.lazy.map { $0[column] }) }
        try self.rows("INSERT INTO \(table) (\(names)) SELECT * FROM unnest(\(lists)) \(suffix)", values)
    }
}
