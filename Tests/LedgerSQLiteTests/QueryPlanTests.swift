import Deals
import Foundation
import GRDB
import Ledger
import LedgerTesting
import SourceText
import Synchronization
import Testing

@testable import LedgerSQLite

/// Lists are read off an index, not sorted.
@Suite struct QueryPlanTests {
    private static let page = Page()

    /// How SQLite means to find the first page.
    private func plan(_ order: AgreementOrder, _ set: (inout AgreementFilter) -> Void = { _ in }) async throws -> String
    {
        let query = AgreementQuery(.with(set))
        return try await withFolder { folder async throws in
            let ledger = try SQLiteLedger(path: folder + "/l")
            return try await ledger.pool.read { db in
                let asked = Mutex("")
                db.trace { event in
                    // The full-text index runs statements of its own below it.
                    guard case .statement(let statement) = event else { return }
                    let sql = statement.expandedSQL
                    if sql.hasPrefix("SELECT record FROM agreement") { asked.withLock { $0 = sql } }
                }
                _ = try query.numbers(order, Self.page, db)
                db.trace(options: [])
                let rows = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + asked.withLock { $0 })
                return rows.map { $0["detail"] as String }.joined(separator: "; ")
            }
        }
    }

    @Test(arguments: AgreementOrder.allCases)
    func everyOrderHasItsIndex(order: AgreementOrder) async throws {
        let plan = try await plan(order)
        #expect(plan.contains("USING COVERING INDEX") && !plan.contains("TEMP B-TREE"), "\(plan)")
    }

    @Test func theCodesHaveIndexesThatGiveTheOrder() async throws {
        let plans = [
            try await plan(.newest) { $0.statuses = [.signed] }, try await plan(.newest) { $0.kinds = [.contract] },
            try await plan(.newest) { $0.sectors = [.energy] },
        ]
        for plan in plans {
            #expect(plan.contains("SEARCH agreement USING") && !plan.contains("TEMP B-TREE"), "\(plan)")
        }
    }

    @Test func otherFiltersSearchAnIndex() async throws {
        let plans = [
            try await plan(.newest) { $0.document = DocumentHash(of: []) },
            try await plan(.amount) { $0.currency = "USD" }, try await plan(.newest) { $0.words = "masdar" },
            try await plan(.newest) { $0.place = "CN" },
        ]
        for plan in plans {
            #expect(plan.contains("SEARCH agreement USING") || plan.contains("MULTI-INDEX OR"), "\(plan)")
        }
    }
}
