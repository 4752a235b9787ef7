import Foundation

/// The built program, run in a folder of its own with a ledger of its own.
struct Program {
    /// What a run gave.
    struct Result: Hashable {
        let status: Int32
        let out: String
        let err: String
    }

    /// Beside the tests' own executable.
    static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("kelishuv")

    /// The current folder of the program.
    let folder: URL

    init() throws {
        let name = "kelishuv-tests-\(UUID().uuidString)"
        folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Makes a folder, runs the body, and removes the folder.
    static func with(_ body: (Program) async throws -> Void) async throws {
        let program = try Program()
        defer { try? FileManager.default.removeItem(at: program.folder) }
        try await body(program)
    }

    /// Writes a file for the program to read.
    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    func write(_ data: Data, to name: String) throws { try data.write(to: folder.appendingPathComponent(name)) }

    /// The ledger that the program uses.
    var ledger: String { folder.appendingPathComponent("home/ledger.sqlite").path }

    /// Starts the program.
    func start(_ arguments: [String], input: Any, out: Any, err: Any) throws -> Process {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "KELISHUV_HOME": folder.appendingPathComponent("home").path, "COLUMNS": "80", "LC_ALL": "C.UTF-8",
            "PATH": "/usr/bin:/bin", "HOME": folder.path,
        ]
        process.standardInput = input
        process.standardOutput = out
        process.standardError = err
        try process.run()
        return process
    }

    /// Runs the program to its end.
    func run(_ arguments: String..., input: String = "") async throws -> Result {
        try await run(arguments, input: input)
    }

    func run(_ arguments: [String], input: String = "") async throws -> Result {
        let names = ["in", "out", "err"].map { "\($0)-\(UUID().uuidString)" }
        try write(input, to: names[0])
        try write("", to: names[1])
        try write("", to: names[2])
        let paths = names.map { folder.appendingPathComponent($0) }
        defer { for path in paths { try? FileManager.default.removeItem(at: path) } }
        let process = try start(
            arguments, input: try FileHandle(forReadingFrom: paths[0]),
            out: try FileHandle(forWritingTo: paths[1]), err: try FileHandle(forWritingTo: paths[2]))
        while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        return Result(
            status: process.terminationStatus, out: try String(contentsOf: paths[1], encoding: .utf8),
            err: try String(contentsOf: paths[2], encoding: .utf8))
    }

    /// A text with one agreement.
    static let deal = """
        Хоким Сергелийского района подписал с компанией Huaxin Cement меморандум на 150 млн долларов о строительстве \
        цементного завода.

        """
    /// What is found in it, as the tables of a record show it.
    static let dealFields = """
          kind        memorandum                       “меморандум”
          status      signed                           “подписал”
          party       Сергелийский район               “Хоким Сергелийского района”
          party       Huaxin Cement                    “Huaxin Cement”
          amount      150,000,000 USD                  “150 млн долларов”
          subject     строительстве цементного завода  “строительстве цементного завода”
          sector      manufacturing                    “завода”
          place       Сергелийский район               “Сергелийского района”
          confidence  0.86
        """
    static let dealHash = "0cf1ce4de98c70cbb0dd496704fdc02b688b58e6fa4971d56e206d055c6b2e32"
    static let dealID = "a-27027ee6a57cb367"
}
