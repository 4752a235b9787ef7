import Deals
import Foundation
import GRDB
import Ledger
import LedgerTesting
import SourceText
import Testing

@testable import LedgerSQLite

/// What only a ledger on disk can do: last, be shared, be interrupted.
@Suite struct FileTests {
    private static func articles(_ count: Int, seed: UInt64) -> [RandomArticle] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { RandomArticle(label: "\(seed)/\($0)", using: &random) }
    }

    @Test func missingFoldersAreMade() async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/a/b/c/ledger.sqlite")
            #expect(try await ledger.documentCount() == 0)
        }
    }

    @Test func everyCommitReachesTheDisk() async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            let settings = try await ledger.pool.writeWithoutTransaction { db in
                try ["synchronous", "foreign_keys", "journal_mode"].map {
                    try String.fetchOne(db, sql: "SELECT CAST(\($0) AS TEXT) FROM pragma_\($0)")
                }
            }
            #expect(settings == ["2", "1", "wal"])
        }
    }

    @Test func aReopenedLedgerHoldsWhatWasAdded() async throws {
        try await withFolder { folder async throws in
            let articles = Self.articles(20, seed: 1)
            let path = folder + "/ledger.sqlite"
            var before = ""
            do {
                let ledger = try SQLiteLedger(path: path)
                for article in articles { try await ledger.add(article) }
                before = try await ledger.dump()
                try ledger.close()
            }
            let ledger = try SQLiteLedger(path: path)
            #expect(try await ledger.dump() == before)
            #expect(try await ledger.verify() == [])
            for article in articles {
                #expect(try await ledger.document(article.document.hash)?.bytes == article.document.bytes)
            }
        }
    }

    @Test func addingTwiceLeavesTheFilesContentAlone() async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            let articles = Self.articles(10, seed: 2)
            for article in articles { try await ledger.add(article) }
            let before = try await ledger.dump()
            for article in articles {
                let again = try await ledger.add(
                    article.document, article.findings, author: "x", added: "2031-01-01T00:00:00Z")
                guard case .alreadyKnown = again else {
                    Issue.record("added twice")
                    continue
                }
            }
            #expect(try await ledger.dump() == before)
        }
    }

    @Test func aThousandDocumentsAreLoaded() async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            for number in 0..<1_000 {
                let deals = [PlainDeal("Masdar \(number)", amount: usd(Double(number))), PlainDeal("Chint")]
                try await ledger.add(PlainArticle("\(number)", published: "2024-01-17", deals))
            }
            #expect(try await ledger.documentCount() == 1_000)
            #expect(try await ledger.claimCount() == 5_000)
            #expect(try await ledger.agreementCount(.with { $0.party = "masdar 777" }) == 1)
            #expect(
                try await ledger.totals(AgreementFilter())
                    == [Total(currency: "USD", status: nil, value: 499_500, count: 1_000)])
            #expect(try await ledger.verify() == [])
        }
    }

    /// Two connections to one file, as two programs would have, and eight tasks that all want every document.
    @Test func nothingIsLostOrDoubledAmongEightWriters() async throws {
        try await withFolder { folder async throws in
            let ledgers = [try SQLiteLedger(path: folder + "/l"), try SQLiteLedger(path: folder + "/l")]
            let articles = Self.articles(40, seed: 4)
            let added = try await withThrowingTaskGroup(of: Int.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        var random = SplitMix64(seed: UInt64(task))
                        var added = 0
                        for article in articles.shuffled(using: &random) {
                            if case .added = try await ledgers[task % 2].add(article) { added += 1 }
                            _ = try await ledgers[task % 2].agreements(AgreementFilter(), order: .newest, page: Page())
                        }
                        return added
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(added == articles.count)
            #expect(try await ledgers[0].documentCount() == articles.count)
            #expect(try await ledgers[1].claimCount() == articles.map(\.claimCount).reduce(0, +))
            #expect(try await ledgers[0].verify() == [])
        }
    }

    @Test(arguments: 0..<10)
    func severalMayOpenANewLedgerAtOnce(round: Int) async throws {
        try await withFolder { folder async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask { _ = try await SQLiteLedger(path: folder + "/l").documentCount() }
                }
                try await group.waitForAll()
            }
        }
    }

    /// What `kill -9` leaves in the middle of a transaction: the files as they are, copied while it runs, with
    /// a page cache so small that unfinished pages have gone to the disk.
    @Test(arguments: 1...6)
    func aCutOffAddLeavesNothingBehind(step: Int) async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            for article in Self.articles(5, seed: 5) { try await ledger.add(article) }
            let before = try await ledger.dump()
            try await ledger.pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA cache_size = 1")
                try db.inTransaction {
                    for article in Self.articles(step * 5, seed: 6) {
                        let new = try Contribution(article.document, article.findings, author: author, added: time)
                        _ = try ChangeWriting(db: db, path: "").add(new)
                    }
                    let manager = FileManager.default
                    for end in ["", "-wal"] {
                        try manager.copyItem(atPath: folder + "/l" + end, toPath: folder + "/copy" + end)
                    }
                    return .rollback
                }
            }
            let copy = try SQLiteLedger(path: folder + "/copy")
            #expect(try await copy.dump() == before)
            #expect(try await copy.verify() == [])
        }
    }

    @Test(arguments: ["document", "documentText", "claim", "citation", "journal"])
    func whatIsWrittenStays(table: String) async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            try await ledger.add(PlainArticle("x", [PlainDeal("Masdar")]))
            let column = [
                "document": "title", "documentText": "raw", "claim": "text", "citation": "exact", "journal": "added",
            ][table]!
            for statement in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = NULL"] {
                let error = await #expect(throws: LedgerFailure.self) {
                    try await ledger.write { try $0.execute(sql: statement) }
                }
                #expect(error == .refused(path: ledger.path, detail: "a \(table) is only ever added"))
            }
        }
    }
}

extension RandomArticle {
    /// How many claims it makes.
    var claimCount: Int {
        claims(from: findings, of: document.hash, author: author, added: time).map(\.claims.count).reduce(0, +)
    }
}

extension SQLiteLedger {
    /// The whole content as text, table by table.
    func dump() async throws -> String {
        try await pool.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name")
            return try tables.map { table in
                let rows = try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"")
                return table + "\n" + rows.map(\.debugDescription).joined(separator: "\n")
            }.joined(separator: "\n")
        }
    }

    func claimCount() async throws -> Int {
        try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM claim") ?? 0 }
    }
}
