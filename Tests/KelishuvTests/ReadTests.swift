import Foundation
import Testing

@Suite struct ReadTests {
    @Test func aTableWithQuotes() async throws {
        try await Program.with { program in
            try program.write(Program.deal, to: "deal.txt")
            let result = try await program.run("read", "deal.txt", "--published", "2024-01-17")
            #expect(
                result
                    == Program.Result(
                        status: 0,
                        out: """
                            Хоким Сергелийского района подписал с компанией Huaxin Cement меморандум на 150 млн долларов о \
                            строительстве цементного завода.
                            2024-01-17 · ru · document 0cf1ce4de98c

                            agreement 1
                            \(Program.dealFields)

                            organisations
                              Huaxin Cement  “Huaxin Cement”

                            places
                              Сергелийский район  “Сергелийского района”

                            money
                              150,000,000 USD  “150 млн долларов”

                            """, err: ""))
            #expect(!FileManager.default.fileExists(atPath: program.ledger), "read saves nothing")
        }
    }

    @Test func nothingFoundIsSaid() async throws {
        try await Program.with { program in
            let result = try await program.run("read", "-", "--language", "en", input: "The weather is fine today.\n")
            #expect(result.status == 0)
            #expect(result.out.hasSuffix("\nNo visit, meeting or agreement was found.\n"))
        }
    }

    @Test func jsonNamesTheFileAndOverrides() async throws {
        try await Program.with { program in
            try program.write(Program.deal, to: "deal.txt")
            let options = ["--published", "2024-01-17", "--url", "https://news.example/1", "--language", "ru-RU"]
            let one = try await program.run(["read", "deal.txt", "--format", "json"] + options)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(one.out.utf8)) as? [String: Any])
            #expect(object["id"] as? String == "deal")
            #expect(object["published"] as? String == "2024-01-17")
            #expect((object["document"] as? [String: Any])?["url"] as? String == "https://news.example/1")
            #expect(one.out.contains("https://news.example/1"), "slashes are not escaped")
            #expect(one.out.contains("меморандум"), "letters are not escaped")
            let result1 = try await program.run(["read", "deal.txt", "--format", "jsonl"] + options)
            #expect(result1 == one)

            let explained = try await program.run("read", "deal.txt", "--format", "json", "--explain")
            #expect(explained.out.contains("\"rules\":["))
            let sure = try await program.run("read", "deal.txt", "--format", "json", "--minimum-confidence", "1")
            #expect(sure.out.contains("\"agreements\":[]"))
        }
    }

    @Test func severalItemsGoOnAfterABadOne() async throws {
        try await Program.with { program in
            try program.write(Program.deal, to: "deal.txt")
            let result = try await program.run("read", "deal.txt", "nofile", "deal.txt", "--format", "json")
            #expect(result.status == 1)
            let array = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [Any]
            #expect(array?.count == 2)
            #expect(result.err.hasPrefix("kelishuv: There is no file at “nofile”."))
        }
    }
}
