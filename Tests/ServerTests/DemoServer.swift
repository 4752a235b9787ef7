import Foundation
import Testing

@testable import Server

/// Not a test but a workbench: serves the invented ledger for the screenshots.
///
///     KELISHUV_DEMO_PORT=8090 swift test --filter demoServer
@Suite struct DemoServer {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["KELISHUV_DEMO_PORT"] != nil))
    func demoServer() async throws {
        let port = Int(ProcessInfo.processInfo.environment["KELISHUV_DEMO_PORT"] ?? "") ?? 8090
        let server = LedgerServer(
            store: try await DemoLedger.store(), places: DemoPlaces.guide,
            configuration: ServerConfiguration(port: port),
            today: { DemoLedger.today })
        try await server.run { print("listening at \($0)") }
    }
}
