import Foundation
import Ledger
import Testing

@testable import Server

/// Questions on the pages and over the API.
@Suite struct AskTests {
    @Test func everyFigureLeadsToItsSource() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let question = Escaping.query("What was agreed with Xinjiang Hongda Trade?")
            let page = try await server.get("/ask?q=\(question)").body
            #expect(page.contains("150,000,000\u{A0}USD"))
            #expect(page.contains("The question was understood so:"))
            let marks = Set(page.matches(of: /href="#(s-[0-9]+)"/).map { String($0.1) })
            let sources = page.matches(of: /<li id="(s-[0-9]+)">/).map { String($0.1) }
            #expect(!marks.isEmpty && marks == Set(sources) && sources.count == marks.count)
            // A source's words stand in its document under the anchor that the link names.
            let link = try #require(page.firstMatch(of: /href="(\/documents\/[0-9a-f]+)#(c-[0-9-]+)"><q>/))
            let document = try await server.get(String(link.1)).body
            #expect(document.contains("id=\"\(link.2)\""))
        }
    }

    @Test func theBoxStandsOnTheOverviewWithExamples() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            for language in InterfaceLanguage.allCases {
                for path in ["/", "/ask"] {
                    let page = try await server.get(path + "?lang=\(language.rawValue)").body
                    #expect(page.contains("<form class=\"ask\" action=\"/ask\" method=\"get\""))
                    let examples = page.matches(of: /href="(\/ask\?q=[^"]+)"/).map { String($0.1) }
                    #expect(examples.count == 5, "\(language.rawValue) \(path)")
                    guard path == "/ask" else { continue }
                    for example in examples {
                        let answer = try await server.get(example + "&lang=\(language.rawValue)")
                        #expect(answer.status == 200 && answer.body.contains("class=\"sentence-line\""), "\(example)")
                        // Every word of an example is understood.
                        let json = try await server.get("/api/v1" + example).body
                        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
                        let understood = try #require(read?["understood"] as? String)
                        for remark in ["not understood", "не поняты", "tushunilmadi", "未能理解"] {
                            #expect(!understood.contains(remark), "\(example): \(understood)")
                        }
                    }
                }
            }
        }
    }

    @Test func whatNoSourceSaysIsSaid() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let question = Escaping.query("What was agreed with Brazil?")
            #expect(try await server.get("/ask?q=\(question)").body.contains("No source says anything about this."))
            let answer = try await server.get("/api/v1/ask?q=\(question)")
            let json = try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
            #expect(json?["nothing"] as? Bool == true)
        }
    }

    @Test func hostileQuestionsStayText() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let page = try await server.get("/ask?q=" + Escaping.query("\"><script>alert(1)</script> {{token}}")).body
            #expect(!page.contains("<script>alert"))
            #expect(try await server.get("/ask?q=" + String(repeating: "a", count: 301)).status == 422)
            for bad in ["", "?q=", "?q=%20", "?q=a&q=b", "?q=a&x=1", "?q=a&language=fr"] {
                #expect(try await server.get("/api/v1/ask" + bad).status == 400, "\(bad)")
            }
        }
    }

    /// What was added meanwhile is in the next answer.
    @Test func answersAreOfToday() async throws {
        let store = DemoStore()
        try await RunningServer.with(store) { server in
            let path = "/api/v1/ask?q=" + Escaping.query("How many agreements with China?")
            #expect(try await server.get(path).body.contains("\"nothing\":true"))
            let (document, findings) = DemoLedger.delegation
            _ = try await store.add(document, findings, author: "kelishuv 0.1.0", added: "2026-08-19T08:30:00Z")
            #expect(try await server.get(path).body.contains("\"nothing\":false"))
        }
    }
}
