import Accounts
import AccountsSQLite
import Deals
import Foundation
import Ledger
import Logging
import SourceText

@testable import Server

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A server on a free port of 127.0.0.1 for the time of one test.
struct RunningServer {
    let address: LedgerServer.Address

    /// The time of every test: 2026-08-20T00:00:00Z.
    static let time: Time = 1_787_184_000

    /// Runs a test against a server, then shuts it down.
    static func with(
        _ store: any LedgerStore, accounts: (any AccountStore)? = nil, intake: Intake? = nil,
        _ configure: (inout ServerConfiguration) -> Void = { _ in },
        _ test: (RunningServer) async throws -> Void
    ) async throws {
        let (addresses, continuation) = AsyncStream<LedgerServer.Address>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        var configuration = ServerConfiguration(port: 0, handlesSignals: false)
        configure(&configuration)
        let server = LedgerServer(
            store: store, places: DemoPlaces.guide, accounts: accounts, intake: intake, configuration: configuration,
            logger: logger, today: { DemoLedger.today }, now: { time })
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
        try await send(method, path, headers, nil)
    }

    func send(_ method: String, _ path: String, _ headers: [String: String], _ body: Data?) async throws -> Answer {
        var request = URLRequest(url: URL(string: address.description + path)!)
        request.httpMethod = method
        request.httpBody = body
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        let session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
        let (data, response) = try await session.data(for: request)
        return Answer(data, response)
    }

    /// Redirects are answers that tests look at.
    private final class NoRedirects: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
        ) { completionHandler(nil) }
    }
}

/// A reader with a browser: cookies and the tokens of forms.
actor Browser {
    let server: RunningServer
    private(set) var cookies: [String: String] = [:]

    init(_ server: RunningServer) { self.server = server }

    private var cookieHeader: [String: String] {
        cookies.isEmpty
            ? [:]
            : ["Cookie": cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")]
    }

    private func keep(_ answer: RunningServer.Answer) {
        for part in (answer.header("Set-Cookie") ?? "").split(separator: ",") {
            guard let pair = part.split(separator: ";").first?.split(separator: "=", maxSplits: 1) else { continue }
            let name = pair[0].trimmingCharacters(in: .whitespaces)
            let value = pair.count > 1 ? String(pair[1]) : ""
            if value.isEmpty { cookies[name] = nil } else { cookies[name] = value }
        }
    }

    func forget(_ name: String) { cookies[name] = nil }
    func set(_ name: String, _ value: String) { cookies[name] = value }

    func get(_ path: String) async throws -> RunningServer.Answer {
        let answer = try await server.get(path, cookieHeader)
        keep(answer)
        return answer
    }

    /// Sends a form with the token of a page.
    func post(
        _ path: String, _ fields: [(String, String)], tokenFrom page: String? = nil, headers: [String: String] = [:]
    ) async throws -> RunningServer.Answer {
        var form = Query(fields.map { Query.Item(name: $0.0, value: $0.1) })
        if let page { form.append("token", Self.token(try await get(page).body)) }
        let body = String(form.address("").dropFirst())
        let answer = try await server.send(
            "POST", path,
            cookieHeader.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 }
                .merging(headers) { $1 }, Data(body.utf8))
        keep(answer)
        return answer
    }

    /// Sends a body with this browser's cookies.
    func send(_ path: String, type: String, _ body: Data) async throws -> RunningServer.Answer {
        try await server.send("POST", path, cookieHeader.merging(["Content-Type": type]) { $1 }, body)
    }

    func signIn(_ name: String) async throws -> RunningServer.Answer {
        try await post("/sign-in", [("name", name), ("password", Demo.password)], tokenFrom: "/sign-in")
    }

    static func token(_ html: String) -> String {
        html.firstMatch(of: /name="token" value="([^"]*)"/).map { String($0.1) } ?? ""
    }
}

/// Accounts and an intake for tests.
enum Demo {
    static let password = "a long enough password"

    /// One account a role, named after it.
    static func accounts() async throws -> SQLiteAccounts {
        let store = try SQLiteAccounts()
        let hash = try Passwords.hash(password)
        for role in Role.allCases {
            try await store.add(Account(name: role.rawValue, role: role, created: 0), passwordHash: hash)
        }
        return store
    }

    /// A token of a role's account.
    static func token(_ role: Role, _ scopes: Set<Scope>, _ accounts: SQLiteAccounts) async throws -> String {
        let secret = Secrets.new()
        try await accounts.add(
            Token(
                key: Secrets.key(secret), account: role.rawValue, label: "test", scopes: scopes, created: 0, ends: nil))
        return secret
    }

    /// Finds one agreement, at the word “signed”, in every text.
    static let intake = Intake(
        author: "kelishuv 0.1.0",
        read: { item, metadata in
            switch item {
            case .text(let text): return Document(text: text, metadata: metadata)
            case .bytes(let bytes):
                return Document(raw: bytes, text: String(decoding: bytes, as: UTF8.self), metadata: metadata)
            case .address(let address): throw Intake.Failure("The address \(address) does not answer.")
            }
        },
        findings: { document in
            var found = Findings()
            guard let range = document.text.range(of: "signed") else { return found }
            let start = document.text.utf8.distance(from: document.text.startIndex, to: range.lowerBound)
            guard let citation = try? Citation(document, TextRange(start, start + 6)) else { return found }
            found.agreements = [
                AgreementFinding(status: Slot(.signed, citations: [citation]), confidence: 0.9)
            ]
            return found
        })
}
