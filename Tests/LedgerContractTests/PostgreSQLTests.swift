import Deals
import Ledger
import LedgerTesting
import SourceText
import Testing

@testable import LedgerPostgreSQL

/// What only a ledger in PostgreSQL can do: many writers, tampering by SQL, addresses.
@Suite struct PostgreSQLTests {
    private func withLedger(_ body: (PostgreSQLLedger, String) async throws -> Void) async throws {
        let address = try await PostgreSQLServer.shared.newDatabase()
        let ledger = PostgreSQLLedger(address)
        try await body(ledger, address)
        await ledger.close()
    }

    /// Two pools, as two programs would have, and eight tasks that all want every document.
    @Test func nothingIsLostOrDoubledAmongEightWriters() async throws {
        var random = SplitMix64(seed: 4)
        let articles = (0..<40).map { RandomArticle(label: "\($0)", using: &random) }
        try await withLedger { ledger, address async throws in
            let ledgers = [ledger, PostgreSQLLedger(address, connections: 3)]
            let added = try await withThrowingTaskGroup(of: Int.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        var random = SplitMix64(seed: UInt64(task))
                        var added = 0
                        for article in articles.shuffled(using: &random) {
                            if case .added = try await ledgers[task % 2].add(article) { added += 1 }
                        }
                        return added
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(added == articles.count)
            #expect(try await ledger.documentCount() == articles.count)
            #expect(try await ledger.journalHead()?.number == Int64(articles.count))
            #expect(try await ledger.verify() == [])
            await ledgers[1].close()
        }
    }

    @Test(arguments: ["document", "documentText", "claim", "citation", "journal", "judgement", "decision", "reading"])
    func whatIsWrittenStays(table: String) async throws {
        try await withLedger { ledger, _ async throws in
            try await ledger.add(PlainArticle("x", [PlainDeal("Masdar")]))
            let error = await #expect(throws: LedgerFailure.self) {
                try await ledger.write { try $0.run("DELETE FROM \(table)") }
            }
            #expect(
                error == .refused(path: ledger.path, detail: "a \(table.lowercased()) is only ever added"))
        }
    }

    @Test func tamperingIsFound() async throws {
        let article = PlainArticle("x", published: "2024-01-17", [PlainDeal("Masdar", amount: usd(5))])
        let id = RecordID(.agreement, in: article.document.hash, ordinal: 0)
        let cases: [(String, [LedgerProblem])] = [
            ("UPDATE agreement SET amount = 6", [.view(id, "its columns hold other values")]),
            ("DELETE FROM agreement", [.view(id, "it is missing")]),
            ("DELETE FROM party", [.view(id, "its columns hold other values")]),
            ("UPDATE claim SET rules = '' WHERE number = 1", [.journal(1, "its content has another hash")]),
            ("UPDATE journal SET added = '2020-01-01T00:00:00Z'", [.journal(1, "its content has another hash")]),
        ]
        for (change, problems) in cases {
            try await withLedger { ledger, _ async throws in
                try await ledger.add(article)
                try await ledger.write { try $0.run("SET LOCAL session_replication_role = replica; " + change) }
                #expect(try await ledger.verify() == problems, "\(change)")
            }
        }
    }

    @Test func anAddressIsShownWithoutItsPassword() {
        #expect(PostgreSQLLedger("postgres://me:secret@host/name").path == "postgres://me@host/name")
        #expect(PostgreSQLLedger("postgres://me@host:5432/name").path == "postgres://me@host:5432/name")
    }

    @Test func aServerThatIsNotThereIsNamed() async throws {
        let ledger = PostgreSQLLedger("postgres://me:secret@/name?host=/nowhere")
        let error = await #expect(throws: LedgerFailure.self) { try await ledger.documentCount() }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("The ledger postgres://me@/name?host=/nowhere cannot be opened: "), "\(text)")
        #expect(!text.contains("secret"))
    }
}
