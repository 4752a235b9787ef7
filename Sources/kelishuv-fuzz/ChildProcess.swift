internal import Foundation

/// One child process and what it told.
struct ChildProcess {
    /// What a child told until it ended.
    struct Report {
        /// The seed that it was at.
        var last: UInt64?
        var failures: [String] = []
        var read = 0
        var events = 0
        var slowest = 0.0
        var isComplete = false
        /// How it ended, when it is not complete.
        var ending = ""
    }

    private let seeds: Range<UInt64>
    private let examples: String

    init(_ seeds: Range<UInt64>, examples: String) {
        self.seeds = seeds
        self.examples = examples
    }

    /// - Parameter patience: seconds after which the child is killed.
    func run(patience: Double) -> Report {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
        process.arguments = [
            "--child", String(seeds.count), "--from", String(seeds.lowerBound), "--examples", examples,
        ]
        var environment = ProcessInfo.processInfo.environment
        environment["SWIFT_BACKTRACE"] =
            "enable=yes,color=no,threads=crashed,images=none,registers=none,limit=12,sanitize=yes"
        process.environment = environment
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("kelishuv-fuzz-\(UUID().uuidString)")
        // A file left in the temporary folder does no harm.
        defer { try? FileManager.default.removeItem(at: output) }
        var report = Report()
        do {
            try Data().write(to: output)
            let handle = try FileHandle(forWritingTo: output)
            process.standardOutput = handle
            process.standardError = handle
            try process.run()
        } catch {
            report.ending = "the child could not be started: \(error.localizedDescription)"
            return report
        }
        let isInTime = wait(process, patience)
        // Without output the report stays incomplete, which counts as a failure.
        let text = String(decoding: (try? Data(contentsOf: output)) ?? Data(), as: UTF8.self)
        read(text, into: &report)
        report.isComplete = report.isComplete && process.terminationStatus == 0
        if !report.isComplete { report.ending = ending(isInTime, text) }
        return report
    }

    private func wait(_ process: Process, _ patience: Double) -> Bool {
        let end = Date().addingTimeInterval(patience)
        while process.isRunning {
            if Date() > end {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                return false
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
        return true
    }

    private func read(_ text: String, into report: inout Report) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 3)
            switch words.first {
            case "seed" where words.count == 2: report.last = UInt64(words[1])
            case "fail": report.failures.append("seed " + line.dropFirst("fail ".count))
            case "sum" where words.count == 4:
                report.read = Int(words[1]) ?? 0
                report.events = Int(words[2]) ?? 0
                report.slowest = Double(words[3]) ?? 0
                report.isComplete = true
            default: break
            }
        }
    }

    /// The reason and the first frames that are the program's own.
    private func ending(_ isInTime: Bool, _ text: String) -> String {
        if !isInTime { return "hung; the child was killed" }
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("seed ") }
        let reason = lines.first { $0.contains("runtime failure") || $0.contains("atal error") } ?? "crashed"
        let frames = lines.filter { $0.contains(" in kelishuv-fuzz at ") && $0.contains("Sources/") }.prefix(4)
        return
            ([reason.trimmingCharacters(in: .whitespaces)]
            + frames.map { "    " + $0.trimmingCharacters(in: .whitespaces) })
            .joined(separator: "\n")
    }
}
