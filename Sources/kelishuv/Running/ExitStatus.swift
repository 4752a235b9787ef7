/// How the program ends; `kelishuv help` documents the numbers.
enum ExitStatus: Int32, Sendable {
    case ok = 0
    /// Some items or lines could not be read, or what was asked for is not there.
    case someFailed = 1
    /// The command line is wrong.
    case usage = 2
    /// The ledger could not be opened, read or written.
    case storage = 3
    /// The server could not start.
    case server = 4
    /// What should not happen.
    case internalError = 5
}

/// Why a command ended early: one or two whole sentences, and the exit status.
struct Failure: Error, Hashable {
    let status: ExitStatus
    let message: String
}
