import Foundation
import Ledger
import Testing

@testable import Server

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct FigureTests {
    @Test func picturesHaveTablesAndFiles() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            for language in InterfaceLanguage.allCases {
                let page = try await server.get("/figures?lang=\(language.rawValue)").body
                #expect(page.matches(of: /<svg class="figure"/).count >= 2)
                #expect(!page.contains("⟨") && !page.contains(" style="))
            }
            for key in ["stages", "visits"] {
                let picture = try await server.get("/figures/\(key).svg")
                #expect(picture.header("Content-Type") == "image/svg+xml")
                #expect(XMLParser(data: Data(picture.body.utf8)).parse(), "\(key)")
                #expect(!picture.body.contains("<script"))
            }
            let table = try await server.get("/figures/stages.csv").body.split(separator: "\r\n")
            #expect(table[0] == "\u{FEFF}year,stage,agreements")
            // The last year's bar holds every agreement of a known stage.
            let last = table.filter { $0.hasPrefix("2026,") }.compactMap { Int($0.split(separator: ",")[2]) }
            let store = try await DemoLedger.store()
            let groups = try await store.groups(AgreementFilter(), by: .status, page: Page())
            #expect(last.reduce(0, +) >= groups.reduce(0) { $0 + $1.count })
            for bad in ["/figures/none.svg", "/figures/stages.exe", "/figures/..%2Fstages.svg"] {
                #expect(try await server.get(bad).status == 404)
            }
        }
    }

    @Test func metricsAreForThisMachine() async throws {
        try await RunningServer.with(try await DemoLedger.store(), { $0.trustedProxies = ["127.0.0.1"] }) { server in
            _ = try await server.get("/agreements")
            _ = try await server.get("/no-such-page")
            let metrics = try await server.get("/metrics")
            #expect(metrics.body.contains("kelishuv_http_responses_total{status=\"404\"} 1"))
            #expect(metrics.body.contains("kelishuv_http_seconds_bucket{le=\"+Inf\"} 2"))
            #expect(metrics.body.contains("kelishuv_ledger_documents 8"))
            #expect(try await server.get("/metrics", ["X-Forwarded-For": "192.0.2.1"]).status == 404)
        }
    }
}
