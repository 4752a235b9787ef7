package import Deals
internal import Foundation
package import Ledger
internal import SourceText

/// Runs a test with an empty folder, and removes it.
package func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kelishuv-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}

package let author = "kelishuv 0.1.0"
package let time = "2024-01-17T09:55:33Z"

extension LedgerStore {
    /// Adds an article at the tests' one time.
    @discardableResult
    package func add(_ article: PlainArticle) async throws -> AddOutcome {
        try await add(article.document, article.findings, author: author, added: time)
    }

    /// Adds an article at the tests' one time.
    @discardableResult
    package func add(_ article: RandomArticle) async throws -> AddOutcome {
        try await add(article.document, article.findings, author: author, added: time)
    }

    /// The first party, else the subject, of each agreement asked for.
    package func names(_ filter: AgreementFilter = AgreementFilter(), _ order: AgreementOrder = .newest) async throws
        -> [String]
    {
        try await agreements(filter, order: order, page: Page(limit: 1_000)).map {
            $0.finding.parties.first?.value.name ?? $0.finding.subject?.value ?? "?"
        }
    }
}

extension AgreementFilter {
    /// A filter with some conditions set.
    package static func with(_ set: (inout AgreementFilter) -> Void) -> AgreementFilter {
        var filter = AgreementFilter()
        set(&filter)
        return filter
    }
}

package func usd(_ value: Double) -> Money { Money(value: value, currency: "USD") }
package func cny(_ value: Double) -> Money { Money(value: value, currency: "CNY") }
package func day(_ text: String) -> PartialDate { PartialDate(iso: text)! }
