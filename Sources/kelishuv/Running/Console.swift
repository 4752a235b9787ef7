/// What a command sees of the world around it; tests put their own in its place.
struct Console: Sendable {
    /// The environment variables.
    let environment: [String: String]
    /// Whether standard error is a terminal, so that progress can be shown on it.
    let isInteractive: Bool
    /// Writes to standard output, adding nothing.
    let out: @Sendable (String) -> Void
    /// Writes to standard error, adding nothing.
    let err: @Sendable (String) -> Void

    /// Writes a line to standard output.
    func line(_ text: String) { out(text + "\n") }

    /// Tells what went wrong, as one line of standard error.
    func complain(_ message: String) { err("kelishuv: \(message)\n") }

    /// Shows how far a long work has come, in place of the last such line; nothing where nobody looks.
    func progress(_ text: String) {
        if isInteractive { err("\r\u{1B}[K\(text)") }
    }

    /// Removes the line of progress.
    func endProgress() {
        if isInteractive { err("\r\u{1B}[K") }
    }
}
