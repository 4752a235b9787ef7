internal import ArgumentParser
internal import Ledger
internal import Reading
internal import Server

/// A command of the program.
protocol Command: ParsableCommand {
    /// Does the work.
    /// - Throws: ``Failure``, or a failure of the part that was used.
    func run(_ console: Console) async throws -> ExitStatus
}

/// From the arguments to the exit status.
enum Runner {
    /// Runs the program once.
    @MainActor
    static func run(_ arguments: [String], console: Console) async -> ExitStatus {
        do {
            var command = try Kelishuv.parseAsRoot(arguments)
            if let command = command as? any Command { return try await command.run(console) }
            try command.run()
            return .ok
        } catch let failure as Failure {
            console.complain(failure.message)
            return failure.status
        } catch let failure as LedgerFailure {
            console.complain(failure.description)
            return .storage
        } catch let failure as ServerFailure {
            console.complain("The server cannot start: \(failure).")
            return .server
        } catch let failure as ReadingError {
            console.complain(failure.description)
            return .someFailed
        } catch {
            return end(error, console)
        }
    }

    /// What ArgumentParser has to say: help and scripts are answers, the rest is a wrong command line.
    private static func end(_ error: any Error, _ console: Console) -> ExitStatus {
        let code = Kelishuv.exitCode(for: error)
        let text = Kelishuv.fullMessage(for: error)
        if code == .success {
            console.out(text.hasSuffix("\n") ? text : text + "\n")
            return .ok
        }
        guard code == .validationFailure else {
            console.complain("The program failed in a way that it should not: \(error). Please report this.")
            return .internalError
        }
        console.complain(usageSentence(text))
        return .usage
    }

    /// ArgumentParser's words as sentences: what was wrong, and which help to look at.
    ///
    /// Its message goes on with `Help:` and `Usage:` lines, and ends with `See 'kelishuv read --help' …`.
    static func usageSentence(_ text: String) -> String {
        let body = text.hasPrefix("Error: ") ? text.dropFirst("Error: ".count) : text[...]
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        let wrong = lines.prefix { !$0.hasPrefix("Help:") && !$0.hasPrefix("Usage:") }
            .map { $0.hasPrefix("  - ") ? String($0.dropFirst(4)) + "," : String($0) }.joined(separator: " ")
        let sentence = wrong.hasSuffix(",") ? wrong.dropLast() + "." : wrong.hasSuffix(".") ? wrong : wrong + "."
        let help = lines.last.flatMap { line in line.split(separator: "'").first { $0.hasSuffix("--help") } }
        return sentence + " See “\(help ?? "kelishuv --help")”."
    }
}
