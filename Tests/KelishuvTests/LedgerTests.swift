import Foundation
import Testing

/// From `add` to `list`, `show` and `verify`.
@Suite struct LedgerTests {
    static let record = "agreement \(Program.dealID)\n" + Program.dealFields + "\n"
    static let head = "\(Program.deal.dropLast())\n2024-01-17 · ru · document 0cf1ce4de98c\n"

    @Test func addTwiceChangesNothing() async throws {
        try await Program.with { program in
            try program.write(Program.deal, to: "deal.txt")
            let first = try await program.run("add", "deal.txt", "--published", "2024-01-17")
            #expect(
                first
                    == Program.Result(
                        status: 0,
                        out: """
                            deal.txt: recorded 1 agreement
                              \(Program.dealID)  memorandum, signed · 150,000,000 USD · Сергелийский район; Huaxin Cement · \
                            строительстве цементного завода

                            """, err: ""))
            let list = try await program.run("list", "documents", "--json")
            let second = try await program.run("add", "deal.txt", "--published", "2024-01-18")
            #expect(
                second
                    == Program.Result(
                        status: 0, out: "deal.txt: known already, with 1 agreement; nothing was changed\n", err: ""))
            let result1 = try await program.run("list", "documents", "--json")
            #expect(result1 == list)
        }
    }

    @Test func addGoesOnAfterABadItem() async throws {
        try await Program.with { program in
            try program.write(Program.deal, to: "deal.txt")
            try program.write("", to: "empty.txt")
            let result = try await program.run("add", "empty.txt", "deal.txt", "--quiet")
            #expect(
                result
                    == Program.Result(
                        status: 1, out: "",
                        err: """
                            kelishuv: The file “empty.txt” holds no text. Check that it is the right one.
                            kelishuv: 1 of 2 items could not be read; the others were.

                            """))
            let result2 = try await program.run("list", "documents", "--json")
            #expect(result2.out.contains(Program.dealHash))
        }
    }

    @Test func whatWasAddedIsListedAndShown() async throws {
        try await Program.with { program in
            try program.write(Program.deal, to: "deal.txt")
            _ = try await program.run("add", "deal.txt", "--published", "2024-01-17")
            let result3 = try await program.run("list", "agreements")
            #expect(
                result3.out == """
                    id                  date        status  kind        amount           parties                            subject
                    \(Program.dealID)  2024-01-17  signed  memorandum  150,000,000 USD  Сергелийский район; Huaxin Cement  строительстве цементного завода
                    Agreements 1 to 1 of 1.
                    USD, signed: 150,000,000 in 1 amount

                    """)
            let result4 = try await program.run("list", "documents")
            #expect(
                result4.out == """
                    hash          published   language  agreements  meetings  visits  source  title
                    0cf1ce4de98c  2024-01-17  ru        1           0         0       –       Хоким Сергелийского района \
                    подписал с компанией Huaxin Cement меморан…
                    Documents 1 to 1 of 1.

                    """)
            let result5 = try await program.run("list", "meetings")
            #expect(result5.out == "No meetings.\n")
            let result6 = try await program.run("list", "visits")
            #expect(result6.out == "No visits.\n")
            let result7 = try await program.run("show", Program.dealID)
            #expect(result7.out == Self.record + "\n" + Self.head)
            let result8 = try await program.run("show", "0cf1ce4d")
            #expect(result8.out == Self.head + "\n" + Self.record + "\n" + Program.deal)
            let result9 = try await program.run("verify")
            #expect(
                result9.out.hasPrefix(
                    "The ledger \(program.ledger) is sound (documents: 1, agreements: 1).\n"
                        + "The journal has 1 entry; its head is "))
        }
    }

    @Test(arguments: [
        ("--status signed --kind memorandum --sector manufacturing", 1), ("--status operating", 0),
        ("--currency usd --minimum 150000000 --maximum 150000000", 1), ("--minimum 150000001", 0),
        ("--currency EUR", 0), ("--party huaxin", 1), ("--place UZ-1726283", 1), ("--words цемент", 1),
        ("--from 2024 --until 2024-01", 1), ("--from 2024-02", 0), ("--document 0cf1ce4d", 1),
        ("--minimum-confidence 0.96", 0), ("--offset 1", 0), ("--order amount", 1),
    ])
    func conditions(_ options: String, _ count: Int) async throws {
        try await Program.with { program in
            try program.write(Program.deal, to: "deal.txt")
            _ = try await program.run("add", "deal.txt", "--published", "2024-01-17")
            let arguments = ["list", "agreements", "--json"] + options.split(separator: " ").map(String.init)
            let result = try await program.run(arguments)
            #expect(result.status == 0 && result.err.isEmpty)
            #expect(result.out.split(separator: "\n").count == count)
        }
    }

    @Test func jsonOfRecordAndDocument() async throws {
        try await Program.with { program in
            try program.write(Program.deal, to: "deal.txt")
            _ = try await program.run("add", "deal.txt", "--published", "2024-01-17")
            let record = try await program.run("show", Program.dealID, "--json").out
            let result10 = try await program.run("list", "agreements", "--json")
            #expect(result10.out == record)
            #expect(
                record.hasPrefix(
                    "{\"id\":\"\(Program.dealID)\",\"record\":\"agreement\",\"kind\":{\"value\":\"memorandum\","))
            let text = try await program.run("show", Program.dealHash, "--json").out
            let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(document["text"] as? String == Program.deal)
            #expect((document["agreements"] as? [Any])?.count == 1)
            // Citations count code points of the text.
            let kind = try #require((document["agreements"] as? [[String: Any]])?.first?["kind"] as? [String: Any])
            let citation = try #require((kind["citations"] as? [[String: Any]])?.first)
            let (start, end) = (citation["start"] as? Int ?? 0, citation["end"] as? Int ?? 0)
            let words = String(String.UnicodeScalarView(Array(Program.deal.unicodeScalars)[start..<end]))
            #expect(words == "меморандум" && citation["exact"] as? String == words)
        }
    }
}
