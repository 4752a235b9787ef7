import Deals
import GRDB
import Ledger
import LedgerTesting
import SourceText
import Testing

@testable import LedgerSQLite

/// Each kind of tampering is found and named.
@Suite struct VerificationTests {
    private static let article = PlainArticle("x", published: "2024-01-17", [PlainDeal("Masdar", amount: usd(5))])
    private static let id = RecordID(.agreement, in: article.document.hash, ordinal: 0)

    /// Changes a sound ledger behind its back, and verifies it.
    private func problems(after change: String) async throws -> [LedgerProblem] {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            try await ledger.add(Self.article)
            try await ledger.add(PlainArticle("y", [PlainDeal("Chint")]))
            #expect(try await ledger.verify() == [])
            try await ledger.write { db in
                for trigger in try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_master WHERE name LIKE '%Refuses%'")
                {
                    try db.execute(sql: "DROP TRIGGER \(trigger)")
                }
                try db.execute(sql: "PRAGMA ignore_check_constraints = 1")
                try db.execute(sql: change)
            }
            return try await ledger.verify()
        }
    }

    @Test func otherWordsInACitation() async throws {
        let found = try await problems(after: "UPDATE citation SET exact = CAST('MASDAR' AS BLOB) WHERE claim = 1")
        let failure = Citation.Failure.otherWords(expected: "MASDAR", found: "Masdar")
        #expect(found.first == .citation(Self.id, failure))
    }

    @Test func anotherText() async throws {
        let found = try await problems(
            after: "UPDATE documentText SET text = CAST('x!Masdar; ' AS BLOB) WHERE document = 1")
        guard case .document(Self.article.document.hash, _)? = found.first else {
            Issue.record("found \(found)")
            return
        }
    }

    @Test func aLostText() async throws {
        let found = try await problems(after: "DELETE FROM documentText WHERE document = 1")
        guard case .document(Self.article.document.hash, _)? = found.first else {
            Issue.record("found \(found)")
            return
        }
    }

    @Test func anotherAmountInARow() async throws {
        #expect(
            try await problems(after: "UPDATE agreement SET amount = 6 WHERE record = 1")
                == [.view(Self.id, "its columns hold other values")])
    }

    @Test func aLostRow() async throws {
        #expect(
            try await problems(after: "DELETE FROM agreement WHERE record = 1") == [.view(Self.id, "it is missing")])
    }

    @Test func aLostParty() async throws {
        #expect(
            try await problems(after: "DELETE FROM party WHERE record = 1")
                == [.view(Self.id, "its columns hold other values")])
    }

    @Test func aValueThatIsNone() async throws {
        let found = try await problems(after: "UPDATE claim SET currency = 'usd' WHERE currency = 'USD'")
        #expect(found.contains { if case .claims(Self.id, _) = $0 { true } else { false } }, "\(found)")
    }

    @Test func anIndexThatMissesARow() async throws {
        let found = try await problems(
            after: """
                INSERT INTO agreementSearch (agreementSearch, rowid, partyKey, placeKey, subjectKey)
                SELECT 'delete', record, partyKey, placeKey, subjectKey FROM agreement WHERE record = 1
                """)
        #expect(found == [.file("the full-text index differs from the agreements")])
    }

    @Test func anotherAuthorOfAClaim() async throws {
        #expect(
            try await problems(after: "UPDATE claim SET rules = 'other' || char(10) WHERE number = 1")
                == [.journal(1, "its content has another hash")])
    }

    @Test func anEntryOfAnotherTime() async throws {
        #expect(
            try await problems(after: "UPDATE journal SET added = '2020-01-01T00:00:00Z' WHERE number = 2")
                == [.journal(2, "its content has another hash")])
    }

    @Test func anEntryThatWasMadeAnew() async throws {
        let other = String(repeating: "ab", count: 32)
        #expect(
            try await problems(after: "UPDATE journal SET previous = '\(other)' WHERE number = 2")
                == [
                    .journal(2, "it does not continue the entry before"), .journal(2, "its content has another hash"),
                ])
    }

    @Test func anEntryThatIsCutOff() async throws {
        let found = try await problems(after: "DELETE FROM journal WHERE number = 2")
        #expect(found.contains(.file("1 rows of document belong to no entry of the journal")), "\(found)")
    }

    @Test func aJudgementThatNobodyMade() async throws {
        let found = try await problems(
            after: """
                INSERT INTO judgement (kind, first, second, verdict, score, reasons, author, authorRank, added, entry)
                VALUES ('agreement', 'a', 'b', 'same', 1, '', 'x', 0, '2024-01-17T09:55:33Z', 2)
                """)
        #expect(found == [.judgements("1 pairs ought to have one and 0 of 0 fit")])
    }

    @Test func wrongWordsThrowWhenTheyAreRead() async throws {
        try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            try await ledger.add(Self.article)
            try await ledger.write { db in
                try db.execute(sql: "DROP TRIGGER citationRefusesChange")
                try db.execute(sql: "UPDATE citation SET exact = CAST('MASDAR' AS BLOB) WHERE claim = 1")
            }
            let error = await #expect(throws: LedgerFailure.self) { try await ledger.agreement(Self.id) }
            #expect(
                error
                    == .damaged(
                        path: ledger.path,
                        detail: "a claim about \(Self.id) cites words wrongly: "
                            + "the document holds “Masdar” there, not “MASDAR”"))
        }
    }
}
