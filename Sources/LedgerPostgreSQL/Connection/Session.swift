internal import CPq
internal import Ledger

/// One connection to PostgreSQL, used by one thread at a time: statements, parameters and results as text.
final class Session {
    private let connection: OpaquePointer
    /// How messages name the database: the address without its password.
    let name: String
    private var prepared: [String: String] = [:]

    /// Connects, and waits until the server has answered.
    init(_ address: String, name: String) throws(LedgerFailure) {
        guard let connection = PQconnectdb(address) else {
            throw .cannotOpen(path: name, reason: "there is no memory for a connection")
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            let reason = Self.text(PQerrorMessage(connection))
            PQfinish(connection)
            throw .cannotOpen(path: name, reason: reason)
        }
        self.connection = connection
        self.name = name
        // Notices ("relation exists already") are no news to the user.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        try run("SET search_path TO kelishuv, public")
        try run("SET extra_float_digits TO 1")
    }

    deinit { PQfinish(connection) }

    /// Whether the server still answers.
    var isAlive: Bool { PQstatus(connection) == CONNECTION_OK }

    /// Runs statements without parameters, several at once.
    func run(_ sql: String) throws(LedgerFailure) {
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        try check(result)
    }

    /// Runs one statement, prepared at its first use.
    /// - Returns: the rows; none for a statement that gives none.
    @discardableResult
    func rows(_ sql: String, _ values: [String?] = []) throws(LedgerFailure) -> [Cells] {
        let statement = try prepare(sql)
        let result = Self.withPointers(values) { pointers in
            PQexecPrepared(connection, statement, Int32(values.count), pointers, nil, nil, 0)
        }
        defer { PQclear(result) }
        try check(result)
        let width = PQnfields(result)
        return (0..<PQntuples(result)).map { row in
            Cells(
                (0..<width).map { column in
                    PQgetisnull(result, row, column) == 1 ? nil : Self.cell(result, row, column)
                })
        }
    }

    private static func cell(_ result: OpaquePointer?, _ row: Int32, _ column: Int32) -> String {
        let length = Int(PQgetlength(result, row, column))
        guard let bytes = PQgetvalue(result, row, column) else { return "" }
        return String(
            decoding: UnsafeRawBufferPointer(start: UnsafeRawPointer(bytes), count: length), as: UTF8.self)
    }

    private func prepare(_ sql: String) throws(LedgerFailure) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        let result = PQprepare(connection, name, sql, 0, nil)
        defer { PQclear(result) }
        try check(result)
        prepared[sql] = name
        return name
    }

    private func check(_ result: OpaquePointer?) throws(LedgerFailure) {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default:
            let state = Self.text(PQresultErrorField(result, Int32(UInt8(ascii: "C"))))
            let primary = Self.text(PQresultErrorField(result, Int32(UInt8(ascii: "M"))))
            throw LedgerFailure(
                state: state, detail: primary.isEmpty ? Self.text(PQerrorMessage(connection)) : primary, path: name)
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        guard let pointer else { return "" }
        return String(cString: pointer).split(separator: "\n").joined(separator: " ")
    }

    /// Lends the values as C strings.
    private static func withPointers<Value>(
        _ values: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
    ) -> Value {
        var bytes: [CChar] = []
        var starts: [Int?] = []
        for value in values {
            starts.append(value == nil ? nil : bytes.count)
            if let value {
                bytes += value.utf8.lazy.map { CChar(bitPattern: $0) }
                bytes.append(0)
            }
        }
        return bytes.withUnsafeBufferPointer { buffer in
            let pointers = starts.map { start in start.flatMap { buffer.baseAddress?.advanced(by: $0) } }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}

extension LedgerFailure {
    /// What a failure of PostgreSQL means to the reader.
    /// - Parameter state: SQLSTATE, see https://www.postgresql.org/docs/15/errcodes-appendix.html
    init(state: String, detail: String, path: String) {
        self =
            switch state.prefix(2) {
            case "53" where state == "53100": .diskFull(path: path)
            case "40", "55": .locked(path: path)
            case "": .inputOutput(path: path, detail: detail)
            case "08", "57", "58", "53": .inputOutput(path: path, detail: detail)
            case "42" where state == "42501", "25" where state == "25006": .readOnly(path: path)
            case "XX": .damaged(path: path, detail: detail)
            default: .refused(path: path, detail: detail)
            }
    }
}
