import Foundation
import Ledger
import Logging

@testable import Server

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A server on a free port of 127.0.0.1 for the time of one test.
struct RunningServer {
    let address: LedgerServer.Address

    /// Runs a test against a server, then shuts it down.
    static func with(_ store: any LedgerStore, _ test: (RunningServer) async throws -> Void) async throws {
        let (addresses, continuation) = AsyncStream<LedgerServer.Address>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = LedgerServer(
            store: store, places: DemoPlaces.guide, configuration: ServerConfiguration(port: 0, handlesSignals: false),
            logger: logger,
            today: { DemoLedger.today })
        let task = Task { try await server.run { continuation.yield($0) } }
        defer { task.cancel() }
        for await address in addresses {
            try await test(RunningServer(address: address))
            break
        }
    }

    /// What came back.
    struct Answer {
        let status: Int
        let body: String
        private let response: HTTPURLResponse

        init(_ data: Data, _ response: URLResponse) {
            self.response = response as! HTTPURLResponse
            status = self.response.statusCode
            body = String(decoding: data, as: UTF8.self)
        }

        func header(_ name: String) -> String? { response.value(forHTTPHeaderField: name) }
    }

    func get(_ path: String, _ headers: [String: String] = [:], method: String = "GET") async throws -> Answer {
        var request = URLRequest(url: URL(string: address.description + path)!)
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        let session = URLSession(configuration: configuration)
        let (data, response) = try await session.data(for: request)
        return Answer(data, response)
    }
}
