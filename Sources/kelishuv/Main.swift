internal import ArgumentParser
internal import Foundation

/// Where the program begins, and the only place that writes to standard output and standard error.
@main
struct Main {
    static func main() async {
        let status = await Runner.run(Array(CommandLine.arguments.dropFirst()), console: system)
        exit(status.rawValue)
    }

    private static let system = Console(
        environment: ProcessInfo.processInfo.environment,
        isInteractive: isatty(STDERR_FILENO) == 1,
        out: { write($0, to: .standardOutput) },
        err: { write($0, to: .standardError) })

    /// A reader that went away (`kelishuv list agreements | head`) ends the program without a word.
    private static func write(_ text: String, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            exit(ExitStatus.someFailed.rawValue)
        }
    }
}
