internal import ArgumentParser

/// `kelishuv version`.
struct VersionCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Print the version.",
        discussion: """
            Example:
              kelishuv version
            """)

    func run(_ console: Console) async throws -> ExitStatus {
        console.line(Version.text)
        return .ok
    }
}
