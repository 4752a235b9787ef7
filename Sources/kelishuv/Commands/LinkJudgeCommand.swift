internal import ArgumentParser
internal import Deals
internal import Foundation
internal import Ledger

/// `kelishuv link judge`: a person's word on a pair.
struct LinkJudgeCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract: "Say whether two agreements are one deal, or take back what you said.",
        discussion: """
            A person's word stands above the program's; both are kept. The ledger is linked anew at once.

            Examples:
              kelishuv link judge a-0123456789abcdef a-fedcba9876543210 --same --author anna
              kelishuv link judge a-0123456789abcdef a-fedcba9876543210 --different --author anna --reason "two plants"
              kelishuv link judge a-0123456789abcdef a-fedcba9876543210 --take-back --author anna
            """)

    /// What is said.
    enum Word: String, EnumerableFlag {
        case same, different, takeBack

        static func help(for value: Word) -> ArgumentHelp? {
            switch value {
            case .same: "Both are one deal."
            case .different: "They are two deals."
            case .takeBack: "What you said of them before counts no more."
            }
        }
    }

    @Argument(help: ArgumentHelp("The id of one agreement.", valueName: "id"))
    var first: String

    @Argument(help: ArgumentHelp("The id of the other one.", valueName: "id"))
    var second: String

    @Flag var word: Word

    @Option(help: ArgumentHelp("Who says so.", valueName: "name"))
    var author: String

    @Option(help: ArgumentHelp("Why; may be given several times.", valueName: "text"))
    var reason: [String] = []

    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        for id in [first, second] {
            guard let record = RecordID(id), try await store.agreement(record) != nil else {
                throw Failure(status: .someFailed, message: "There is no agreement “\(id)” in the ledger.")
            }
        }
        let verdict: Verdict =
            switch word {
            case .same: .same
            case .different: .different
            case .takeBack: .withdrawn
            }
        try await store.judge([
            Judgement(
                .agreement, first, second, verdict, score: word == .same ? 1 : 0, reasons: reason,
                author: .person(author),
                added: Date.now.formatted(.iso8601))
        ])
        let linking = try LedgerLinking.make(store)
        _ = try await linking.linkAll()
        let members = try await store.members(.agreement, of: try await store.cluster(.agreement, of: first))
        console.line(
            "\(first) is one deal with \(members.filter { $0 != first }.joined(separator: ", "))."
                .replacingOccurrences(of: "with .", with: "with no other record."))
        return .ok
    }
}
