import Exchange
import Foundation
import Testing

@Suite struct ExtractTests {
    @Test func aBadLineBecomesAnErrorObject() async throws {
        try await Program.with { program in
            let input = """
                {"id":"a","text":"Погода."}\r
                x

                {"text":5}
                {"id":3}
                [1]
                {"id":"l","text":"x","language":"fr"}
                {"id":"p","text":"x","published":"2024-02-30"}
                """
            let result = try await program.run("extract", input: input)
            #expect(
                result
                    == Program.Result(
                        status: 1,
                        out: """
                            {"id":"a","document":{"sha256":"\(Self.weatherHash)"},"language":"ru","published":null,\
                            "visits":[],"meetings":[],"agreements":[],"persons":[],"organisations":[],"places":[],"money":[]}
                            {"line":2,"error":"not a JSON object on one line"}
                            {"line":4,"error":"the field “text” has another type than expected"}
                            {"line":5,"error":"the field “text” is missing; a line needs at least “text”"}
                            {"line":6,"error":"not a JSON object"}
                            {"id":"l","line":7,"error":"“language” is “fr”; this program reads ru, uz-Latn, uz-Cyrl, en, zh"}
                            {"id":"p","line":8,"error":"“published” is “2024-02-30”; give a date as YYYY-MM-DD"}

                            """,
                        err: "kelishuv: 6 of 8 lines could not be read; the lines with “error” in the output say why.\n"
                    ))
        }
    }

    static let weatherHash = "5a8408a29c97941793580b8f7950f4ad82ab3fcd8c8124730409dca5a24af024"

    @Test func theOrderIsKeptWithAnyNumberOfJobs() async throws {
        try await Program.with { program in
            // Lines of very different lengths, so that later ones are ready before earlier ones.
            let lines = (0..<400).map { number in
                let text = String(
                    repeating: "Подписан меморандум на \(number + 1) млн долларов. ", count: number % 7 * 10 + 1)
                return "{\"id\":\(number),\"text\":\"\(text)\"}"
            }
            let input = lines.joined(separator: "\n") + "\n"
            let one = try await program.run("extract", "--jobs", "1", input: input)
            #expect(one.status == 0 && one.err.isEmpty)
            let ids = one.out.split(separator: "\n").map { $0.dropFirst("{\"id\":\"".count).prefix { $0 != "\"" } }
            #expect(ids == (0..<400).map { "\($0)" })
            let result1 = try await program.run("extract", "--jobs", "7", input: input)
            #expect(result1 == one)
            let result2 = try await program.run("extract", input: input)
            #expect(result2 == one)
            try program.write(input, to: "lines.jsonl")
            let result3 = try await program.run("extract", "lines.jsonl")
            #expect(result3 == one)
        }
    }

    @Test func whoWritesALineAndWaitsGetsTheAnswer() async throws {
        try await Program.with { program in
            let (input, output) = (Pipe(), Pipe())
            let process = try program.start(["extract"], input: input, out: output, err: FileHandle.standardError)
            for number in 0..<3 {
                try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\(number),\"text\":\"x\"}\n".utf8))
                var answer = Data()
                while answer.last != 0x0A { answer += output.fileHandleForReading.availableData }
                #expect(String(decoding: answer, as: UTF8.self).hasPrefix("{\"id\":\"\(number)\","))
            }
            try input.fileHandleForWriting.close()
            while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
            #expect(process.terminationStatus == 0)
        }
    }

    @Test func emptyInputGivesEmptyOutput() async throws {
        try await Program.with { program in
            let result4 = try await program.run("extract")
            #expect(result4 == Program.Result(status: 0, out: "", err: ""))
        }
    }

    // MARK: Lines

    @Test(arguments: [
        ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb", ["a", "b"]), ("\n\n", ["", ""]), (" \t\nb\n", ["", "b"]),
        ("\u{FEFF}a\n\u{FEFF}b\n", ["a", "\u{FEFF}b"]), ("123456789\nb\n123456789", ["…", "b", "…"]),
        ("12345678\n", ["12345678"]),
    ])
    func lines(_ text: String, _ expected: [String]) {
        for size in [1, 2, 3, 100] {
            var splitter = LineSplitter(limit: 8)
            var lines: [LineSplitter.Line] = []
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                lines += splitter.lines(adding: bytes[start..<min(bytes.count, start + size)])
            }
            if let last = splitter.finish() { lines.append(last) }
            let texts = lines.map { line in
                switch line {
                case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
                case .blank: ""
                case .overlong: "…"
                }
            }
            #expect(texts == expected, "in chunks of \(size)")
        }
    }
}
