internal import ArgumentParser
internal import Exchange
internal import Extraction
internal import Foundation

/// `kelishuv extract`: the filter, JSON Lines in and out.
struct ExtractCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read documents as JSON Lines and write what they say as JSON Lines.",
        discussion: """
            A line in is an object with “text” and, if known, “id”, “url”, “published” (YYYY-MM-DD) and “language”. \
            A line out is an object with what was found; the order is kept. A line that cannot be read becomes an \
            object with “line” and “error”, the run goes on, and the exit code at the end is 1. Blank lines are \
            passed over. Memory does not grow with the length of the stream.

            Examples:
              kelishuv extract < documents.jsonl > findings.jsonl
              kelishuv extract january.jsonl february.jsonl --jobs 8 > findings.jsonl
              echo '{"id":"1","text":"Подписан меморандум."}' | kelishuv extract | jq .agreements
            """)

    @Argument(help: ArgumentHelp("Files of JSON Lines; standard input when none is given.", valueName: "file"))
    var files: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("How many documents to read at once; as many as there are processors unless given."))
    var jobs: Int?

    @Flag(help: "Name the rules that made each value.")
    var explain = false

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) {
            throw ValidationError("“--jobs \(jobs)” is out of range. Give a number from 1 to 1024.")
        }
    }

    func run(_ console: Console) async throws -> ExitStatus {
        let filter = JSONLinesFilter(extractor: try Extractor.loaded(), explains: explain)
        var pump = FilterPump(
            filter: filter, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, write: console.out)
        var status = ExitStatus.ok
        for file in files.isEmpty ? ["-"] : files {
            do throws(Failure) {
                try await pump.run(
                    try Self.input(file), name: file == "-" ? "The standard input" : "The file “\(file)”")
            } catch {
                console.complain(error.message)
                status = error.status
            }
        }
        guard pump.errors > 0 else { return status }
        console.complain(
            "\(pump.errors) of \(pump.lines) lines could not be read; the lines with “error” in the output say why.")
        return .someFailed
    }

    private static func input(_ file: String) throws(Failure) -> FileHandle {
        if file == "-" { return .standardInput }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
            throw Failure(
                status: .someFailed,
                message:
                    "There is no file at “\(file)”. Give the path of a file of JSON Lines, or - for standard input.")
        }
        if isFolder.boolValue {
            throw Failure(
                status: .someFailed, message: "“\(file)” is a folder. Give the files of JSON Lines in it one by one.")
        }
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw Failure(
                status: .someFailed, message: "The file “\(file)” cannot be read. Check its permissions.")
        }
        return handle
    }
}
