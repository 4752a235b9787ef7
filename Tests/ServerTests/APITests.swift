import Accounts
import Deals
import Foundation
import HTTPTypes
import Ledger
import SourceText
import Testing

@testable import Server

/// The API does what its OpenAPI document says.
@Suite struct APITests {
    private struct Description {
        let document: [String: Any]
        var schema: JSONSchema { JSONSchema(root: document) }

        init(_ server: RunningServer) async throws {
            let answer = try await server.get("/api/v1/openapi.json")
            #expect(answer.status == 200)
            #expect(answer.header("Content-Type") == "application/vnd.oai.openapi+json;version=3.1")
            document = try #require(try Self.json(answer) as? [String: Any])
        }

        static func json(_ answer: RunningServer.Answer) throws -> Any {
            try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
        }

        /// Checks an answer against what the document promises of it.
        func check(_ answer: RunningServer.Answer, _ path: String, _ method: String = "get") throws {
            let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
            let responses = try #require(paths[path]?[method]?["responses"] as? [String: [String: Any]])
            let promised = try #require(responses[String(answer.status)], "\(method) \(path) answers \(answer.status)")
            guard let content = promised["content"] as? [String: [String: Any]] else { return }
            let type = try #require(answer.header("Content-Type"))
            let schema = try #require(content[type]?["schema"] as? [String: Any], "\(path): \(type)")
            #expect(self.schema.problems(try Self.json(answer), schema) == [], "\(method) \(path)")
        }
    }

    @Test func everyPathIsDescribedAndNoOther() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let paths = try #require(
                try await Description(server).document["paths"] as? [String: [String: Any]])
            #expect(Set(paths.keys) == Set(APIRoutes.methods.keys))
            for (path, methods) in APIRoutes.methods {
                #expect(Set(try #require(paths[path]).keys) == Set(methods.map { $0.rawValue.lowercased() }), "\(path)")
            }
        }
    }

    @Test func theCodesAreThoseOfTheProgram() async throws {
        try await RunningServer.with(DemoStore()) { server in
            let schema = try await Description(server).schema
            func codes(_ name: String) -> [String] {
                schema.resolve("#/components/schemas/\(name)")["enum"] as? [String] ?? []
            }
            #expect(codes("Kind") == AgreementKind.allCases.map(\.rawValue))
            #expect(codes("Status") == AgreementStatus.allCases.map(\.rawValue))
            #expect(codes("Sector") == Sector.allCases.map(\.rawValue))
            let paths = try await Description(server).document["paths"] as? [String: [String: [String: Any]]]
            let parameters = paths?["/agreements"]?["get"]?["parameters"] as? [[String: Any]] ?? []
            #expect(parameters.compactMap { $0["name"] as? String } == APIQuery.filters + ["limit", "cursor"])
        }
    }

    @Test func answersAreAsDescribed() async throws {
        let store = try await DemoLedger.store()
        let agreements = try await store.agreements(AgreementFilter(), order: .newest, page: Page())
        let visits = try await store.visits(in: nil, page: Page())
        let meetings = try await store.meetings(in: nil, page: Page())
        let documents = try await store.documents(Page())
        try await RunningServer.with(store) { server in
            let description = try await Description(server)
            for path in ["/agreements", "/visits", "/meetings", "/documents"] {
                try description.check(try await server.get("/api/v1" + path), path)
                let bad = try await server.get("/api/v1" + path + "?nonsense=1")
                #expect(bad.status == 400)
                try description.check(bad, path)
            }
            try description.check(try await server.get("/api/v1/ask?q=What%20was%20signed"), "/ask")
            try description.check(try await server.get("/api/v1/ask"), "/ask")
            for record in agreements {
                try description.check(try await server.get("/api/v1/agreements/\(record.id)"), "/agreements/{id}")
            }
            for record in visits {
                try description.check(try await server.get("/api/v1/visits/\(record.id)"), "/visits/{id}")
            }
            for record in meetings {
                try description.check(try await server.get("/api/v1/meetings/\(record.id)"), "/meetings/{id}")
            }
            for summary in documents {
                try description.check(try await server.get("/api/v1/documents/\(summary.hash)"), "/documents/{sha256}")
            }
            for (path, name) in [
                ("/agreements/{id}", "a-0000000000000000"), ("/visits/{id}", "v-0000000000000000"),
                ("/meetings/{id}", "m-0000000000000000"), ("/documents/{sha256}", String(repeating: "0", count: 64)),
            ] {
                let folder = path.split(separator: "/")[0]
                let answer = try await server.get("/api/v1/\(folder)/\(name)")
                #expect(answer.status == 404)
                try description.check(answer, path)
            }
        }
    }

    @Test func cursorsWalkTheWholeListOnce() async throws {
        let store = DemoStore()
        func add(_ number: Int) async throws {
            let text = Cited("Deal \(number) was signed.", title: "Text \(number)", published: "2025-01-01")
            var found = Findings()
            found.agreements = [AgreementFinding(status: text.slot(.signed, "signed"), confidence: 0.9)]
            _ = try await store.add(text.document, found, author: "kelishuv", added: "2025-01-02T00:00:00Z")
        }
        for number in 0..<25 { try await add(number) }
        try await RunningServer.with(store) { server in
            var seen: [String] = []
            var cursor: String?
            repeat {
                let answer = try await server.get(
                    "/api/v1/agreements?limit=10" + (cursor.map { "&cursor=" + $0 } ?? ""))
                let body = try #require(try Description.json(answer) as? [String: Any])
                seen += try #require(body["items"] as? [[String: Any]]).compactMap { $0["id"] as? String }
                cursor = body["next"] as? String
                // What is added meanwhile stands before, and pushes the rest on.
                if seen.count == 10 { try await add(100) }
            } while cursor != nil
            #expect(seen.count == 25)
            #expect(Set(seen).count == 25)
            for bad in ["x", "0.a", "5", "-1.a-1", "1.%3Cb%3E"] {
                #expect(try await server.get("/api/v1/agreements?cursor=\(bad)").status == 400, "\(bad)")
            }
        }
    }

    @Test func filtersAreThePages() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            func count(_ query: String) async throws -> Int {
                let body = try Description.json(try await server.get("/api/v1/agreements?" + query)) as? [String: Any]
                return body?["count"] as? Int ?? -1
            }
            #expect(try await count("place=Fergana%20region") == 3)
            #expect(try await count("place=UZ-1730&status=operating&status=stalled") == 2)
            #expect(try await count("company=Anadolu%20Tekstil") == 2)
            #expect(try await count("currency=USD&min=140000000&status=signed") == 1)
            for bad in [
                "status=", "status=x", "min=-1", "limit=0", "limit=201", "from=soon", "limit=1&limit=2", "order=x",
            ] {
                let answer = try await server.get("/api/v1/agreements?" + bad)
                #expect(answer.status == 400, "\(bad)")
                #expect(answer.header("Content-Type") == "application/problem+json")
            }
        }
    }

    @Test func tagsSaveTheWay() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            for path in ["/agreements?status=signed", "/documents", "/openapi.json"] {
                let first = try await server.get("/api/v1" + path)
                let tag = try #require(first.header("ETag"))
                let again = try await server.get("/api/v1" + path, ["If-None-Match": "\"x\", W/\(tag)"])
                #expect(again.status == 304 && again.body.isEmpty)
                #expect(try await server.get("/api/v1" + path, ["If-None-Match": "\"x\""]).status == 200)
            }
        }
    }

    @Test func otherMethodsAreRefusedWithWhatIsAllowed() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            for method in ["PUT", "DELETE", "PATCH", "POST"] {
                let answer = try await server.get("/api/v1/agreements", method: method)
                #expect(answer.status == 405, "\(method)")
                #expect(answer.header("Allow") == "GET, HEAD")
                #expect(answer.header("Content-Type") == "application/problem+json")
            }
            #expect(try await server.get("/api/v1/documents", method: "DELETE").header("Allow") == "GET, HEAD, POST")
            let nothing = try await server.get("/api/v1/nothing")
            #expect(nothing.status == 404 && nothing.header("Content-Type") == "application/problem+json")
        }
    }

    private func post(
        _ server: RunningServer, _ body: String, token: String?, type: String = "application/json"
    ) async throws -> RunningServer.Answer {
        var headers = ["Content-Type": type]
        if let token { headers["Authorization"] = "Bearer " + token }
        return try await server.send("POST", "/api/v1/documents", headers, Data(body.utf8))
    }

    @Test func aTextIsReadAndRecorded() async throws {
        let accounts = try await Demo.accounts()
        let token = try await Demo.token(.contributor, [.documents], accounts)
        let store = DemoStore()
        try await RunningServer.with(store, accounts: accounts, intake: Demo.intake) { server in
            let description = try await Description(server)
            let read = try await post(server, #"{"text": "A contract was signed."}"#, token: token)
            #expect(read.status == 200)
            try description.check(read, "/documents", "post")
            #expect(try await store.documentCount() == 0)
            let body = #"{"text": "A contract was signed.", "title": "T", "published": "2024-01-17", "save": true}"#
            let saved = try await post(server, body, token: token)
            #expect(saved.status == 201)
            try description.check(saved, "/documents", "post")
            #expect(saved.header("Location")?.hasPrefix(server.address.description + "/api/v1/documents/") ?? false)
            #expect(try await post(server, body, token: token).status == 200, "known already")
            #expect(try await store.documentCount() == 1)
            for (body, status) in [
                ("{", 400), ("[]", 422), ("{}", 422), (#"{"text": 5}"#, 422), (#"{"text": "x", "y": 1}"#, 422),
                (#"{"text": "  "}"#, 422), (#"{"text": "x", "published": "soon"}"#, 422),
                (#"{"text": "x", "title": null}"#, 422), (#"{"url": "file:///etc/passwd"}"#, 422),
                (#"{"url": "https://example.org/"}"#, 422), (#"{"text": "x", "language": "tlh"}"#, 422),
            ] {
                let answer = try await post(server, body, token: token)
                #expect(answer.status == status, "\(body)")
                try description.check(answer, "/documents", "post")
            }
            #expect(try await post(server, "{}", token: token, type: "text/plain").status == 415)
            let large = #"{"text": ""# + String(repeating: "x", count: APIRoutes.largestText) + #""}"#
            #expect(try await post(server, large, token: token).status == 413)
        }
    }

    @Test func onlyTokensWithTheScopeWrite() async throws {
        let accounts = try await Demo.accounts()
        let reader = try await Demo.token(.reader, [.read, .documents], accounts)
        let narrow = try await Demo.token(.contributor, [.read], accounts)
        let store = DemoStore()
        try await RunningServer.with(store, accounts: accounts, intake: Demo.intake) { server in
            let body = #"{"text": "It was signed.", "save": true}"#
            #expect(try await post(server, body, token: nil).status == 401)
            #expect(try await post(server, body, token: "wrong").status == 401)
            #expect(try await post(server, body, token: reader).status == 403)
            #expect(try await post(server, body, token: narrow).status == 403)
            let browser = Browser(server)
            _ = try await browser.signIn("administrator")
            #expect(
                try await browser.send("/api/v1/documents", type: "application/json", Data(body.utf8)).status == 401,
                "a cookie opens nothing")
            #expect(try await store.documentCount() == 0)
        }
        try await RunningServer.with(store, accounts: accounts, intake: Demo.intake, { $0.readsForStrangers = true }) {
            server in
            #expect(try await post(server, #"{"text": "It was signed."}"#, token: nil).status == 200)
            #expect(try await post(server, #"{"text": "It was signed.", "save": true}"#, token: nil).status == 401)
            #expect(try await post(server, #"{"url": "https://example.org/"}"#, token: nil).status == 422)
            var statuses: [Int] = []
            for _ in 0..<25 { statuses.append(try await post(server, #"{"text": "Signed."}"#, token: nil).status) }
            #expect(statuses.last == 429)
            #expect(try await store.documentCount() == 0)
        }
    }
}
