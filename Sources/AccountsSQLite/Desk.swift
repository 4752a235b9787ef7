public import Accounts
internal import Foundation
internal import GRDB

// The access log, readers' reports and drafts.
extension SQLiteAccounts {
    public func log(_ entry: AccessEntry) async throws {
        try await database.write { db in
            try db.execute(
                sql: "INSERT INTO access (time, account, address, method, path, status) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [entry.time, entry.account, entry.address, entry.method, entry.path, entry.status])
            try db.execute(
                sql: "DELETE FROM access WHERE time < ?", arguments: [entry.time - Time(AccessLog.days) * 86_400])
        }
    }

    public func accessLog(offset: Int, limit: Int) async throws -> [AccessEntry] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM access ORDER BY number DESC LIMIT ? OFFSET ?", arguments: [limit, offset]
            ).map {
                AccessEntry(
                    time: $0["time"], account: $0["account"], address: $0["address"], method: $0["method"],
                    path: $0["path"], status: $0["status"])
            }
        }
    }

    public func add(_ report: Report) async throws -> Int {
        try await database.write { db in
            try db.execute(
                sql: "INSERT INTO report (time, record, field, value, citation, words) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    report.time, report.record, report.field, report.value, report.citation, report.words,
                ])
            return Int(db.lastInsertedRowID)
        }
    }

    public func report(_ number: Int) async throws -> Report? {
        try await database.read {
            try Row.fetchOne($0, sql: "SELECT * FROM report WHERE number = ?", arguments: [number]).map(Self.report)
        }
    }

    public func waitingReports(offset: Int, limit: Int) async throws -> [Report] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM report WHERE answered IS NULL ORDER BY number LIMIT ? OFFSET ?",
                arguments: [limit, offset]
            ).map(Self.report)
        }
    }

    public func reports(about record: String) async throws -> [Report] {
        try await database.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM report WHERE record = ? ORDER BY number", arguments: [record])
                .map(Self.report)
        }
    }

    public func answer(_ number: Int, _ answer: Report.Answer) async throws {
        try await database.write { db in
            try db.execute(
                sql: """
                    UPDATE report SET answered = ?, answerer = ?, isRight = ?, answer = ?
                    WHERE number = ? AND answered IS NULL
                    """, arguments: [answer.time, answer.account, answer.isRight, answer.words, number])
            guard db.changesCount == 0 else { return }
            let first = try String.fetchOne(
                db, sql: "SELECT answerer FROM report WHERE number = ?", arguments: [number])
            throw AccountFailure.answered(by: first ?? "?")
        }
    }

    public func keep(_ draft: Draft) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM draft WHERE time < ?", arguments: [draft.time - 86_400])
            try db.execute(
                sql: """
                    INSERT INTO draft (key, account, time, bytes, text, url, source, title, published, language, fetched)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    draft.key, draft.account, draft.time, Data(draft.bytes), Data(draft.text.utf8), draft.url,
                    draft.source, draft.title, draft.published, draft.language, draft.fetched,
                ])
        }
    }

    public func draft(_ key: String, of name: String) async throws -> Draft? {
        try await database.read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM draft WHERE key = ? AND account = ?", arguments: [key, name])
                .map(Self.draft)
        }
    }

    public func drafts(of name: String) async throws -> [Draft] {
        try await database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM draft WHERE account = ? ORDER BY time DESC, key LIMIT 200", arguments: [name]
            ).map(Self.draft)
        }
    }

    public func dropDraft(_ key: String, of name: String) async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM draft WHERE key = ? AND account = ?", arguments: [key, name])
        }
    }

    private static func draft(_ row: Row) -> Draft {
        let bytes: Data = row["bytes"]
        let text: Data = row["text"]
        return Draft(
            key: row["key"], account: row["account"], time: row["time"], bytes: Array(bytes),
            text: String(decoding: text, as: UTF8.self), url: row["url"], source: row["source"], title: row["title"],
            published: row["published"], language: row["language"], fetched: row["fetched"])
    }

    private static func report(_ row: Row) -> Report {
        let answered: Time? = row["answered"]
        return Report(
            number: row["number"], time: row["time"], record: row["record"], field: row["field"], value: row["value"],
            citation: row["citation"], words: row["words"],
            answer: answered.map {
                Report.Answer(
                    time: $0, account: row["answerer"] ?? "", isRight: row["isRight"] ?? false,
                    words: row["answer"] ?? "")
            })
    }
}
