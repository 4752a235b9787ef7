import Deals
import Foundation
import GRDB
import Ledger
import LedgerTesting
import SourceText
import Testing

@testable import LedgerSQLite

/// What goes wrong outside the program is named for what it is, and leaves the file as it was.
@Suite struct FailureTests {
    private func expectFailure(_ expected: LedgerFailure, opening path: String) {
        let error = #expect(throws: LedgerFailure.self) { _ = try SQLiteLedger(path: path, busyTimeout: 0.05) }
        #expect(error == expected)
    }

    @Test func aFileThatIsNoDatabase() async throws {
        try await withFolder { folder async throws in
            let path = folder + "/notes.txt"
            let notes = Data(String(repeating: "Not a database. ", count: 100).utf8)
            try notes.write(to: URL(fileURLWithPath: path))
            expectFailure(.notADatabase(path: path), opening: path)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == notes)
        }
    }

    @Test func aDatabaseOfAnotherProgram() async throws {
        try await withFolder { folder async throws in
            let path = folder + "/other.sqlite"
            let other = try DatabaseQueue(path: path)
            try await other.write { try $0.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
            try other.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            expectFailure(.notALedger(path: path), opening: path)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test func aLedgerOfANewerProgram() async throws {
        try await withFolder { folder async throws in
            let path = folder + "/l"
            do {
                let ledger = try SQLiteLedger(path: path)
                try await ledger.write { try $0.execute(sql: "PRAGMA user_version = 99") }
                try ledger.close()
            }
            expectFailure(.newerSchema(path: path, found: 99, known: Schema.newest), opening: path)
        }
    }

    @Test func aFolderInPlaceOfTheFile() async throws {
        try await withFolder { folder async throws in
            expectFailure(.cannotOpen(path: folder, reason: "it is a folder"), opening: folder)
        }
    }

    @Test func aFolderThatCannotBeMade() async throws {
        try await withFolder { folder async throws in
            try Data().write(to: URL(fileURLWithPath: folder + "/file"))
            let path = folder + "/file/sub/l"
            expectFailure(
                .cannotOpen(path: path, reason: "the folder \(folder)/file/sub cannot be made"), opening: path)
        }
    }

    @Test(.disabled(if: getuid() == 0, "root may write everywhere"))
    func aFolderThatMayNotBeWrittenTo() async throws {
        try await withFolder { folder async throws in
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
            #expect(throws: LedgerFailure.self) { _ = try SQLiteLedger(path: folder + "/l") }
        }
    }

    @Test func anotherProgramThatDoesNotLetGo() async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l", busyTimeout: 0.05)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: folder + "/l", configuration: configuration)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            let article = PlainArticle("x", [PlainDeal("Masdar")])
            let error = await #expect(throws: LedgerFailure.self) { try await ledger.add(article) }
            #expect(error == .locked(path: ledger.path))
            #expect(try await ledger.documentCount() == 0)
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            try await ledger.add(article)
            #expect(try await ledger.documentCount() == 1)
        }
    }

    @Test func aDiskThatIsFull() async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            let before = try await ledger.dump()
            try await ledger.pool.writeWithoutTransaction { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
            }
            let article = PlainArticle(String(repeating: "слово ", count: 10_000), [PlainDeal("Masdar")])
            let error = await #expect(throws: LedgerFailure.self) { try await ledger.add(article) }
            #expect(error == .diskFull(path: ledger.path))
            #expect(try await ledger.dump() == before)
            #expect(try await ledger.verify() == [])
        }
    }

    @Test(arguments: [
        (ResultCode.SQLITE_READONLY, LedgerFailure.readOnly(path: "/l")),
        (.SQLITE_IOERR_WRITE, .inputOutput(path: "/l", detail: "m")),
        (.SQLITE_CORRUPT, .damaged(path: "/l", detail: "m")),
        (.SQLITE_CONSTRAINT_CHECK, .refused(path: "/l", detail: "m")), (.SQLITE_BUSY_SNAPSHOT, .locked(path: "/l")),
    ])
    func codesHaveMeanings(code: ResultCode, failure: LedgerFailure) {
        #expect(LedgerFailure(DatabaseError(resultCode: code, message: "m"), path: "/l") == failure)
    }
}
