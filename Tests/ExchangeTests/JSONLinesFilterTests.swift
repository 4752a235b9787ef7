import Exchange
import Extraction
import Foundation
import Testing

@Suite struct JSONLinesFilterTests {
    private static let filter = Result { JSONLinesFilter(extractor: try Extractor()) }

    private func answer(_ line: String) throws -> JSONLinesFilter.Output {
        try Self.filter.get().output(for: Array(line.utf8), number: 3)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(arguments: [
        ("", "not a JSON object on one line"), ("nonsense", "not a JSON object on one line"),
        ("{", "not a JSON object on one line"),
        ("[]", "not a JSON object"), ("null", "not a JSON object"),
        ("\"text\"", "not a JSON object"),
        ("{\"text\": \"a\"} {\"text\": \"b\"}", "not a JSON object on one line"),
        ("{\"text\": \"\\ud800\"}", "not a JSON object on one line"),
        ("{}", "the field “text” is missing; a line needs at least “text”"),
        ("{\"id\": \"7\"}", "the field “text” is missing; a line needs at least “text”"),
        ("{\"text\": null}", "the field “text” has another type than expected"),
        ("{\"text\": 5}", "the field “text” has another type than expected"),
        ("{\"text\": [\"a\"]}", "the field “text” has another type than expected"),
        ("{\"text\": \"a\", \"url\": 5}", "the field “url” has another type than expected"),
        ("{\"text\": \"a\", \"id\": 1.5}", "the field “id” has another type than expected"),
        ("{\"text\": \"a\", \"id\": true}", "the field “id” has another type than expected"),
        ("{\"text\": \"a\", \"id\": {}}", "the field “id” has another type than expected"),
    ])
    func badLinesSayWhatIsWrong(line: String, reason: String) throws {
        let answer = try answer(line)
        #expect(answer.isError)
        #expect(answer.text == "{\"line\":3,\"error\":\"\(reason)\"}")
    }

    @Test(arguments: [
        (
            #"{"id": "a", "text": "x", "published": "17.01.2024"}"#,
            #"{"id":"a","line":3,"error":"“published” is “17.01.2024”; give a date as YYYY-MM-DD"}"#
        ),
        (
            #"{"id": 5, "text": "x", "published": "2024-02-30"}"#,
            #"{"id":"5","line":3,"error":"“published” is “2024-02-30”; give a date as YYYY-MM-DD"}"#
        ),
        (
            #"{"id": "a", "text": "x", "language": "de"}"#,
            #"{"id":"a","line":3,"error":"“language” is “de”; this program reads ru, uz-Latn, uz-Cyrl, en, zh"}"#
        ),
    ])
    func badFieldsNameTheDocument(line: String, written: String) throws {
        let answer = try answer(line)
        #expect(answer.isError)
        #expect(answer.text == written)
    }

    @Test(arguments: [
        (#"{"text": ""}"#, "3"), (#"{"id": "a b", "text": "x"}"#, "a b"), (#"{"id": 12, "text": "x"}"#, "12"),
        (#"{"id": -1, "text": "x"}"#, "-1"),
        (#"{"id": 18446744073709551615, "text": "x"}"#, "18446744073709551615"), (#"{"id": null, "text": "x"}"#, "3"),
        (#"{"id": "", "text": "x"}"#, ""),
        (#"  {"id": "a", "text": "x", "more": [1, {}]}  "#, "a"), (#"{"id": "\u0430👩", "text": "x"}"#, "а👩"),
    ])
    func idsComeBackAsStrings(line: String, id: String) throws {
        let answer = try answer(line)
        #expect(!answer.isError)
        #expect(try object(answer.text)["id"] as? String == id)
    }

    @Test func statedFieldsAreTaken() throws {
        let line =
            #"{"text": "Хоким подписал.", "published": "2024-01-17T10:00:00", "language": "uz-Cyrl-UZ", "url": "https://x.uz"}"#
        let json = try object(try answer(line).text)
        #expect(json["published"] as? String == "2024-01-17")
        #expect(json["language"] as? String == "uz-Cyrl")
        #expect((json["document"] as? [String: Any])?["url"] as? String == "https://x.uz")
    }

    // MARK: Whole runs

    private func run(_ input: [UInt8]) throws -> (outcome: (lines: Int, errors: Int), lines: [String]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("in")
        let target = folder.appendingPathComponent("out")
        try Data(input).write(to: source)
        try Data().write(to: target)
        let outcome = try Self.filter.get().run(
            from: FileHandle(forReadingFrom: source), to: FileHandle(forWritingTo: target))
        let written = String(decoding: try Data(contentsOf: target), as: UTF8.self)
        #expect(written.isEmpty || written.hasSuffix("\n"))
        return (outcome, written.split(separator: "\n").map(String.init))
    }

    private func run(_ input: String) throws -> (outcome: (lines: Int, errors: Int), lines: [String]) {
        try run(Array(input.utf8))
    }

    /// Order is kept; bad lines are answered where they stand; blank lines give none, but count.
    @Test(arguments: ["\n", "\r\n"])
    func everyLineIsAnsweredInItsPlace(lineBreak: String) throws {
        let input = [
            #"{"id": 1, "text": "Хоким подписал договор."}"#, "", "bad", " \t", #"{"id": "2", "text": ""}"#,
            #"{"id": 3, "text": "x", "language": "de"}"#,
            #"{"text": "last"}"#,
        ]
        for end in ["", lineBreak] {
            let (outcome, lines) = try run(input.joined(separator: lineBreak) + end)
            #expect(outcome.lines == 7)
            #expect(outcome.errors == 2)
            #expect(try lines.map { try object($0)["id"] as? String } == ["1", nil, "2", "3", "7"])
            #expect(lines[1] == #"{"line":3,"error":"not a JSON object on one line"}"#)
        }
    }

    @Test(arguments: ["", "\n", "\n\n\n", "\r\n"])
    func nothingGivesNothing(input: String) throws {
        let (outcome, lines) = try run(input)
        #expect(lines.isEmpty && outcome.errors == 0)
    }

    @Test func aLineThatIsNotUTF8IsAnErrorAndTheRunGoesOn() throws {
        let (outcome, lines) = try run(
            Array(#"{"text": ""#.utf8) + [0xFF, 0xC0] + Array("\"}\n{\"id\": \"a\", \"text\": \"b\"}\n".utf8))
        #expect(outcome.errors == 1)
        #expect(try lines.map { try object($0)["id"] as? String } == [nil, "a"])
    }

    /// Lines longer than the chunks in which input comes, and lines that end at a chunk's end.
    @Test(arguments: [65_535, 65_536, 65_537, 200_000])
    func linesCrossChunks(length: Int) throws {
        let start = #"{"id": "long", "text": ""#
        let long = start + String(repeating: " ", count: length - start.utf8.count - 2) + "\"}"
        let (outcome, lines) = try run(long + "\n" + #"{"id": "next", "text": "x"}"#)
        #expect(outcome.lines == 2 && outcome.errors == 0)
        #expect(try lines.map { try object($0)["id"] as? String } == ["long", "next"])
    }
}
