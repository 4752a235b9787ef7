import Foundation
import Testing

/// Every error says what was wrong with which input and what to do; nothing goes to standard output.
@Suite struct ErrorTests {
    /// A wrong call: the arguments, the exit status, the whole of standard error after "kelishuv: ".
    struct Case: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        let status: Int32
        let message: String

        init(_ command: String, _ status: Int32, _ message: String) {
            arguments = command.split(separator: " ").map(String.init)
            self.status = status
            self.message = message
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let inputs = [
        Case(
            "read nofile", 1,
            "There is no file at “nofile”. Give the path of a text or HTML file, an address, or - for standard input."),
        Case("read folder", 1, "“folder” is a folder. Give the files in it one by one, for example “folder/*.html”."),
        Case("read empty.txt", 1, "The file “empty.txt” holds no text. Check that it is the right one."),
        Case("read blank.txt", 1, "The file “blank.txt” holds no text. Check that it is the right one."),
        Case("read -", 1, "The standard input holds no text. Check that it is the right one."),
        Case(
            "read picture.txt", 1,
            "The file “picture.txt” is a PNG picture, not text. Give the text of it, or the page on which the picture "
                + "stands."),
        Case(
            "read paper.pdf", 1,
            "The file “paper.pdf” is a PDF file, not text. Convert it to text first, for example with pdftotext, and "
                + "give the text."),
        Case(
            "read http://127.0.0.1:9/x", 1,
            "http://127.0.0.1:9/x was not fetched: “127.0.0.1” is 127.0.0.1, which is not on the public internet. "
                + "Use --allow-private if you trust it."),
        Case(
            "add nofile", 1,
            "There is no file at “nofile”. Give the path of a text or HTML file, an address, or - for standard input."),
        Case(
            "extract nofile", 1,
            "There is no file at “nofile”. Give the path of a file of JSON Lines, or - for standard input."),
        Case("extract folder", 1, "“folder” is a folder. Give the files of JSON Lines in it one by one."),
    ]

    static let usage = [
        Case(
            "read deal.txt --published 17.01.2024", 2,
            "The publication date “17.01.2024” is not a day. Write it as YYYY-MM-DD, for example 2024-01-17. See "
                + "“kelishuv read --help”."),
        Case(
            "add deal.txt --published 2024-02-30", 2,
            "The publication date “2024-02-30” is not a day. Write it as YYYY-MM-DD, for example 2024-01-17. See "
                + "“kelishuv add --help”."),
        Case("read", 2, "Missing expected argument '<item> ...'. See “kelishuv read --help”."),
        Case(
            "read deal.txt --format xml", 2,
            "The value 'xml' is invalid for '--format <format>'. Please provide one of 'table', 'json' or 'jsonl'. See "
                + "“kelishuv read --help”."),
        Case("raed deal.txt", 2, "2 unexpected arguments: 'raed', 'deal.txt'. See “kelishuv --help”."),
        Case("list deals", 2, "Unexpected argument 'deals'. See “kelishuv list --help”."),
        Case(
            "list agreements --status sgned", 2,
            "The value 'sgned' is invalid for '--status <status>'. Please provide one of the following: planned, "
                + "announced, signed, financing, construction, operating, stalled, cancelled. See “kelishuv list "
                + "agreements --help”."),
        Case(
            "list agreements --from 17.01", 2,
            "The value '17.01' is invalid for '--from <date>': “17.01” is no date. Write it as YYYY, YYYY-MM or "
                + "YYYY-MM-DD, such as 2024-01. See “kelishuv list agreements --help”."),
        Case(
            "list agreements --currency dollars", 2,
            "“--currency dollars” is no currency. Give its three letters after ISO 4217, such as USD. See “kelishuv "
                + "list agreements --help”."),
        Case(
            "list agreements --minimum=-5", 2,
            "“--minimum -5.0” is no amount. Give a number from 0 on, such as 1000000. See “kelishuv list agreements "
                + "--help”."),
        Case(
            "list documents --limit 0", 2,
            "“--limit 0” is out of range. Give a number from 1 to 1000. See “kelishuv list documents --help”."),
        Case(
            "show what", 2,
            "“what” is no id. Give that of a record, such as a-0123456789abcdef, or eight or more digits of a document's "
                + "hash; “kelishuv list” shows them. See “kelishuv show --help”."),
        Case(
            "serve --port 99999", 2,
            "“--port 99999” is no port. Give a number from 0 to 65535. See “kelishuv serve --help”."),
        Case(
            "extract --jobs 0", 2,
            "“--jobs 0” is out of range. Give a number from 1 to 1024. See “kelishuv extract --help”."),
        Case(
            "completions tcsh", 2,
            "The value 'tcsh' is invalid for '<shell>'. Please provide one of 'bash', 'zsh' or 'fish'. See “kelishuv "
                + "completions --help”."),
    ]

    static let storage = [
        Case(
            "verify --ledger noledger.sqlite", 3,
            "There is no ledger at noledger.sqlite yet. Record something first, for example with “kelishuv add "
                + "article.html”, or name another ledger with --ledger."),
        Case(
            "list agreements --ledger garbage.sqlite", 3,
            "The file garbage.sqlite is not a ledger database. Name another file, or move this one away to start a new "
                + "ledger in its place."),
        Case(
            "add deal.txt --ledger folder", 3,
            "The ledger folder cannot be opened: it is a folder. Check that the folder exists and may be written to, or "
                + "name another file."),
        Case(
            "show a-0123456789abcdef --ledger deal.sqlite", 1,
            "The ledger holds no agreement “a-0123456789abcdef”. “kelishuv list agreements” shows those that it holds."),
        Case(
            "show m-0123456789abcdef --ledger deal.sqlite", 1,
            "The ledger holds no meeting “m-0123456789abcdef”. “kelishuv list meetings” shows those that it holds."),
        Case(
            "show 0123456789abcdef --ledger deal.sqlite", 1,
            "The ledger holds no document “0123456789abcdef”. “kelishuv list documents” shows those that it holds."),
        Case(
            "list agreements --document zz --ledger deal.sqlite", 2,
            "“zz” is no document's hash. Give at least 8 of its digits 0-9 and a-f, as “kelishuv list documents” shows "
                + "them."),
    ]

    @Test func eachIsToldInWholeSentences() async throws {
        try await Program.with { program in
            try FileManager.default.createDirectory(
                at: program.folder.appendingPathComponent("folder"), withIntermediateDirectories: true)
            try program.write("", to: "empty.txt")
            try program.write(" \n\t\u{A0}\n", to: "blank.txt")
            try program.write(Program.deal, to: "deal.txt")
            try program.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]), to: "picture.txt")
            try program.write("%PDF-1.4\n1 0 obj\n", to: "paper.pdf")
            try program.write(String(repeating: "garbage ", count: 500), to: "garbage.sqlite")
            _ = try await program.run("add", "deal.txt", "--quiet", "--ledger", "deal.sqlite")
            for wrong in Self.inputs + Self.usage + Self.storage {
                let result = try await program.run(wrong.arguments)
                #expect(
                    result == Program.Result(status: wrong.status, out: "", err: "kelishuv: \(wrong.message)\n"),
                    "\(wrong.testDescription)")
            }
        }
    }

    @Test func aBinaryFileIsNoText() async throws {
        try await Program.with { program in
            try program.write(Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 256) }), to: "noise.bin")
            let result = try await program.run("read", "noise.bin")
            #expect(
                result
                    == Program.Result(
                        status: 1, out: "",
                        err: "kelishuv: The file “noise.bin” is a binary file, not text. Give a text or HTML file.\n"))
        }
    }

    @Test func aTakenPortIsTold() async throws {
        try await Program.with { program in
            try program.write(Program.deal, to: "deal.txt")
            _ = try await program.run("add", "deal.txt", "--quiet")
            let port = try TakenPort()
            let result = try await program.run("serve", "--port", "\(port.number)")
            #expect(
                result
                    == Program.Result(
                        status: 4, out: "",
                        err: "kelishuv: The server cannot start: port \(port.number) on 127.0.0.1 is in use by another "
                            + "program; stop that program or choose another port.\n"))
        }
    }
}

/// A port of this machine that somebody listens on.
private final class TakenPort {
    let number: UInt16
    private let descriptor: Int32

    struct Failure: Error {}

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isBound else { throw Failure() }
        number = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }
}
