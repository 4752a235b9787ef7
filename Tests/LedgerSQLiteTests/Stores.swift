import Deals
import Foundation
import Ledger
import LedgerSQLite
import LedgerTesting
import SourceText
import Testing

/// The stores that keep the contract.
enum StoreKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory, sqlite

    var testDescription: String { rawValue }

    /// Runs a test on an empty store, and removes its files.
    func withStore<Value>(_ body: (any LedgerStore) async throws -> Value) async throws -> Value {
        switch self {
        case .memory: return try await body(MemoryLedger())
        case .sqlite: return try await withFolder { try await body(try SQLiteLedger(path: $0 + "/ledger.sqlite")) }
        }
    }
}

/// Runs a test with an empty folder, and removes it.
func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kelishuv-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}

let author = "kelishuv 0.1.0"
let time = "2024-01-17T09:55:33Z"

extension LedgerStore {
    /// Adds an article at the tests' one time.
    @discardableResult
    func add(_ article: PlainArticle) async throws -> AddOutcome {
        try await add(article.document, article.findings, author: author, added: time)
    }

    /// Adds an article at the tests' one time.
    @discardableResult
    func add(_ article: RandomArticle) async throws -> AddOutcome {
        try await add(article.document, article.findings, author: author, added: time)
    }

    /// The first party, else the subject, of each agreement asked for.
    func names(_ filter: AgreementFilter = AgreementFilter(), _ order: AgreementOrder = .newest) async throws
        -> [String]
    {
        try await agreements(filter, order: order, page: Page(limit: 1_000)).map {
            $0.finding.parties.first?.value.name ?? $0.finding.subject?.value ?? "?"
        }
    }
}

extension AgreementFilter {
    /// A filter with some conditions set.
    static func with(_ set: (inout AgreementFilter) -> Void) -> AgreementFilter {
        var filter = AgreementFilter()
        set(&filter)
        return filter
    }
}

func usd(_ value: Double) -> Money { Money(value: value, currency: "USD") }
func cny(_ value: Double) -> Money { Money(value: value, currency: "CNY") }
func day(_ text: String) -> PartialDate { PartialDate(iso: text)! }
