import Foundation
import Ledger
import LedgerPostgreSQL
import LedgerSQLite
import LedgerTesting
import Testing

/// The stores that keep the contract.
enum StoreKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory, sqlite, postgresql

    var testDescription: String { rawValue }

    /// Runs a test on an empty store, and removes its files.
    func withStore<Value>(_ body: (any LedgerStore) async throws -> Value) async throws -> Value {
        switch self {
        case .memory: return try await body(MemoryLedger())
        case .postgresql:
            let ledger = PostgreSQLLedger(try await PostgreSQLServer.shared.newDatabase(), connections: 4)
            let value = try await body(ledger)
            #expect(try await ledger.verify() == [])
            await ledger.close()
            return value
        case .sqlite: return try await withFolder { try await body(try SQLiteLedger(path: $0 + "/ledger.sqlite")) }
        }
    }
}

/// Runs a test on a file and on the memory twin, which hold the same articles.
func withFileAndMemory(
    _ articles: [RandomArticle], _ body: (SQLiteLedger, MemoryLedger) async throws -> Void
) async throws {
    try await withFolder { folder async throws in
        let file = try SQLiteLedger(path: folder + "/ledger.sqlite")
        let memory = MemoryLedger()
        for article in articles {
            try await file.add(article)
            try await memory.add(article)
        }
        try await body(file, memory)
    }
}
