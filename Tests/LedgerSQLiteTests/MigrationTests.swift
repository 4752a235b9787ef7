import Deals
import Foundation
import GRDB
import Ledger
import LedgerTesting
import SourceText
import Testing

@testable import LedgerSQLite

/// A ledger of each earlier version becomes one of the newest, and is then what the newest would have made.
@Suite struct MigrationTests {
    @Test func versionOneBecomesTheNewest() async throws {
        var random = SplitMix64(seed: 7)
        let articles = (0..<30).map { RandomArticle(label: "\($0)", using: &random) }
        try await withFolder { folder async throws in
            do {
                let old = try SQLiteLedger(path: folder + "/old", upTo: 1)
                #expect(try await old.schemaVersion() == 1)
                for article in articles { try await Version1Writing.add(article, to: old) }
                try old.close()
            }
            let fresh = try SQLiteLedger(path: folder + "/fresh")
            for article in articles { try await fresh.add(article) }
            let migrated = try SQLiteLedger(path: folder + "/old")
            #expect(try await migrated.schemaVersion() == Schema.newest)
            #expect(try await migrated.verify() == [])
            #expect(try await migrated.journalHead() == fresh.journalHead())
            for name in RandomArticle.names {
                let filter = AgreementFilter.with { $0.words = name }
                #expect(try await migrated.names(filter, .place) == fresh.names(filter, .place))
            }
            try await migrated.add(PlainArticle("later", [PlainDeal("Zarafshon")]))
            #expect(try await migrated.names(.with { $0.party = "Зарафшан" }) == ["Zarafshon"])
        }
    }

    @Test func theFileSaysWhatItIs() async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            let mark = try await ledger.pool.read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
            #expect(mark == 0x4B4C_5356)
            #expect(try await ledger.schemaVersion() == 5)
        }
    }
}

extension SQLiteLedger {
    func schemaVersion() async throws -> Int {
        try await pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    }
}

/// How version 1 wrote: today's rows without the columns and tables that came later.
private enum Version1Writing {
    private static let later: [(table: String, column: String, type: String)] = [
        ("agreement", "partyKey", "TEXT NOT NULL DEFAULT ''"), ("agreement", "placeKey", "TEXT NOT NULL DEFAULT ''"),
        ("agreement", "subjectKey", "TEXT NOT NULL DEFAULT ''"), ("party", "searchKey", "TEXT NOT NULL DEFAULT ''"),
        ("document", "entry", "INTEGER"), ("claim", "entry", "INTEGER"), ("claim", "authorRank", "INTEGER"),
    ]

    static func add(_ article: RandomArticle, to ledger: SQLiteLedger) async throws {
        try await ledger.write { db in
            for (table, column, type) in later {
                try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN \(column) \(type)")
            }
            try db.execute(
                sql:
                    "CREATE TABLE journal (number INTEGER PRIMARY KEY, change, author, authorRank, added, previous, hash)"
            )
            let new = try Contribution(article.document, article.findings, author: author, added: time)
            _ = try ChangeWriting(db: db, path: "").add(new)
            try db.execute(sql: "DROP TABLE journal")
            for (table, column, _) in later { try db.execute(sql: "ALTER TABLE \(table) DROP COLUMN \(column)") }
        }
    }
}
