internal import Ledger

// The rows that all stores share, as values for PostgreSQL.

private func number(_ value: Double?) -> String? { value.map { "\($0)" } }
private func number(_ value: Int?) -> String? { value.map { "\($0)" } }

extension ClaimRow {
    static let columns: [(name: String, type: String)] = [
        ("number", "bigint"), ("record", "bigint"), ("document", "bigint"), ("field", "text"), ("ordinal", "integer"),
        ("form", "text"), ("text", "text"), ("entityKind", "text"), ("role", "text"), ("placeId", "text"),
        ("amount", "float8"), ("currency", "text"), ("qualifier", "text"), ("whole", "bigint"), ("rules", "text"),
        ("author", "text"), ("authorRank", "integer"), ("added", "text"), ("confidence", "float8"), ("entry", "bigint"),
    ]
    /// The columns for a SELECT from `claim`.
    static let list = columns.map { "claim.\($0.name)" }.joined(separator: ", ")

    func values(number next: Int64) -> [String?] {
        [
            "\(next)", "\(record)", "\(document)", field, "\(ordinal)", form, text, entityKind, role, placeId,
            amount.map { "\($0)" }, currency, qualifier, whole.map { "\($0)" }, rules, author, "\(authorRank)", added,
            "\(confidence)", "\(entry)",
        ]
    }

    /// - Parameter cells: of the columns of ``list``.
    init(_ cells: Cells) {
        self.init(
            number: cells.number(0), record: cells.number(1), document: cells.number(2), field: cells.text(3),
            ordinal: cells.integer(4), form: cells.text(5), text: cells[6], entityKind: cells[7], role: cells[8],
            placeId: cells[9], amount: cells[10].flatMap(Double.init), currency: cells[11], qualifier: cells[12],
            whole: cells[13].flatMap { Int($0) }, rules: cells.text(14), author: cells.text(15),
            authorRank: cells.integer(16), added: cells.text(17), confidence: cells.double(18), entry: cells.number(19))
    }
}

extension AgreementRow {
    static let columns: [(name: String, type: String)] = [
        ("record", "bigint"), ("document", "bigint"), ("ordinal", "integer"), ("kind", "text"), ("status", "text"),
        ("sector", "text"), ("amount", "float8"), ("currency", "text"), ("qualifier", "text"), ("subject", "text"),
        ("place", "text"), ("placeId", "text"), ("day", "text"), ("event", "text"), ("firstDay", "text"),
        ("lastDay", "text"), ("count", "bigint"), ("confidence", "float8"), ("partyKey", "text"), ("placeKey", "text"),
        ("subjectKey", "text"),
    ]
    var values: [String?] {
        [
            "\(record)", "\(document)", "\(ordinal)", kind, status, sector, number(amount), currency, qualifier,
            subject,
            place, placeId, day, event, firstDay, lastDay, number(count), "\(confidence)", partyKey, placeKey,
            subjectKey,
        ]
    }
}

/// The columns of `meeting` and `visit`.
private let eventColumns: [(name: String, type: String)] = [
    ("record", "bigint"), ("document", "bigint"), ("ordinal", "integer"), ("day", "text"), ("event", "text"),
    ("confidence", "float8"),
]

extension PartyRow {
    static let columns: [(name: String, type: String)] = [
        ("record", "bigint"), ("field", "text"), ("ordinal", "integer"), ("name", "text"), ("kind", "text"),
        ("role", "text"), ("placeId", "text"), ("searchKey", "text"),
    ]
    var values: [String?] { ["\(record)", field, "\(ordinal)", name, kind, role, placeId, searchKey] }
}

/// The table of a record's kind, its columns and the record's row in it.
struct MainRow {
    let table: String
    let columns: [(name: String, type: String)]
    let values: [String?]
}

extension RecordRows {
    var main: MainRow {
        switch self {
        case .agreement(let row, _):
            MainRow(table: "agreement", columns: AgreementRow.columns, values: row.values)
        case .meeting(let row, _):
            MainRow(
                table: "meeting", columns: eventColumns,
                values: ["\(row.record)", "\(row.document)", "\(row.ordinal)", row.day, row.event, "\(row.confidence)"])
        case .visit(let row, _):
            MainRow(
                table: "visit", columns: eventColumns,
                values: ["\(row.record)", "\(row.document)", "\(row.ordinal)", row.day, row.event, "\(row.confidence)"])
        }
    }

    var parties: [PartyRow] {
        switch self {
        case .agreement(_, let parties), .meeting(_, let parties), .visit(_, let parties): parties
        }
    }

    /// Writes the rows of several records.
    static func insert(_ rows: [RecordRows], _ session: Session) throws {
        let mains = rows.map(\.main)
        for table in RecordKind.allCases.map(\.rawValue) {
            let group = mains.filter { $0.table == table }
            if let first = group.first { try session.insert(table, first.columns, group.map(\.values)) }
        }
        try session.insert("party", PartyRow.columns, rows.flatMap(\.parties).map(\.values))
    }

    /// What is wrong with the rows that are stored for the record; nil when nothing is.
    func difference(_ session: Session) throws -> String? {
        func count(_ row: MainRow) throws -> Int {
            let names = row.columns.map { "\"\($0.name.lowercased())\"" }.joined(separator: ", ")
            let wanted = row.columns.enumerated().map { "$\($0.offset + 1)::\($0.element.type)" }
                .joined(separator: ", ")
            return try session.rows(
                "SELECT count(*) FROM \(row.table) WHERE record = $1::bigint AND (\(names)) IS NOT DISTINCT FROM (\(wanted))",
                row.values
            ).first?.integer(0) ?? 0
        }
        let main = main
        let stored = try session.rows(
            """
            SELECT (SELECT count(*) FROM \(main.table) WHERE record = $1::bigint),
                (SELECT count(*) FROM party WHERE record = $1::bigint)
            """, [main.values[0]]
        ).first
        if stored?.integer(0) == 0 { return "it is missing" }
        guard try count(main) == 1, stored?.integer(1) == parties.count else { return "its columns hold other values" }
        for party in parties {
            let row = MainRow(table: "party", columns: PartyRow.columns, values: party.values)
            if try count(row) != 1 { return "its columns hold other values" }
        }
        return nil
    }
}
