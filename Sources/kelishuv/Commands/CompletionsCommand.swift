internal import ArgumentParser

/// `kelishuv completions`: scripts for shells.
struct CompletionsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print a script with which a shell completes commands and options.",
        discussion: """
            Examples:
              kelishuv completions bash > ~/.local/share/bash-completion/completions/kelishuv
              kelishuv completions zsh > ~/.zfunc/_kelishuv
              kelishuv completions fish > ~/.config/fish/completions/kelishuv.fish
            """)

    /// The shells that can be had.
    enum Shell: String, CaseIterable, ExpressibleByArgument, Sendable {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    func run(_ console: Console) async throws -> ExitStatus {
        let script: String
        switch shell {
        case .bash: script = Kelishuv.completionScript(for: .bash)
        case .zsh: script = Kelishuv.completionScript(for: .zsh)
        case .fish: script = Kelishuv.completionScript(for: .fish)
        }
        console.line(script)
        return .ok
    }
}
