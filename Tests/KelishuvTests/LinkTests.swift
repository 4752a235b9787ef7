import Foundation
import Testing

/// From `add` over `link` to a person's word.
@Suite struct LinkTests {
    static let russian = """
        Хоким Гиждуванского района подписал с компанией Sarbon Green Energy контракт на 120 млн долларов о строительстве солнечной \
        электростанции в Гиждуванском районе.
        """
    static let english = """
        Sarbon Green Energy signed a $120 million contract on the construction of a solar power plant in Gijduvan district, \
        the governor of Gijduvan district said.
        """
    static let other = """
        Sarbon Green Energy signed a $45 million contract on the construction of a cement plant in Chust district, the governor of \
        Chust district said.
        """

    private struct Row: Decodable {
        let id: String
    }

    private func ids(_ program: Program) async throws -> [String] {
        let list = try await program.run("list", "agreements", "--json", "--order", "oldest")
        return try list.out.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)).id }
    }

    private func counts(_ program: Program) async throws -> [String: Int] {
        let result = try await program.run("link", "--json")
        #expect(result.status == 0 && result.err.isEmpty)
        return try JSONDecoder().decode([String: Int].self, from: Data(result.out.utf8))
    }

    @Test func oneDealOfTwoLanguagesAndAPersonsWord() async throws {
        try await Program.with { program in
            try program.write(Self.russian, to: "ru.txt")
            try program.write(Self.english, to: "en.txt")
            try program.write(Self.other, to: "other.txt")
            for (name, day) in [("ru.txt", "2024-01-17"), ("en.txt", "2024-01-18"), ("other.txt", "2024-01-18")] {
                let added = try await program.run("add", name, "--published", day, "--quiet")
                #expect(added == Program.Result(status: 0, out: "", err: ""))
            }
            let linked = try await counts(program)
            #expect(linked["records"] == 3)
            #expect(linked["deals"] == 2)
            // `add` has linked them already.
            #expect(linked["recorded"] == 0)
            let ids = try await ids(program)
            try #require(ids.count == 3)
            let split = try await program.run("link", "judge", ids[0], ids[1], "--different", "--author", "anna")
            #expect(split == Program.Result(status: 0, out: "\(ids[0]) is one deal with no other record.\n", err: ""))
            let apart = try await counts(program)
            #expect(apart["deals"] == 3)
            let back = try await program.run("link", "judge", ids[0], ids[1], "--take-back", "--author", "anna")
            #expect(back.out == "\(ids[0]) is one deal with \(ids[1]).\n")
            let merged = try await program.run("link", "judge", ids[0], ids[2], "--same", "--author", "anna")
            #expect(merged.status == 0)
            let together = try await counts(program)
            #expect(together["deals"] == 1)
        }
    }

    @Test func anUnknownRecordIsNamed() async throws {
        try await Program.with { program in
            try program.write(Self.russian, to: "ru.txt")
            _ = try await program.run("add", "ru.txt", "--quiet")
            let result = try await program.run(
                "link", "judge", "a-0123456789abcdef", "a-fedcba9876543210", "--same", "--author", "anna")
            #expect(
                result
                    == Program.Result(
                        status: 1, out: "", err: "kelishuv: There is no agreement “a-0123456789abcdef” in the ledger.\n"
                    ))
        }
    }
}
