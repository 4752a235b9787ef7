internal import ArgumentParser
internal import FollowThrough
internal import Ledger
internal import Questions
internal import Server
internal import SourceText

/// `kelishuv ask`: a question in plain words.
struct AskCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Answer a question in plain words, with a source for every figure.",
        discussion: """
            Ask in Russian, Uzbek, English or Chinese about places, countries, companies, officials, sectors, periods, \
            stages and sums. The answer says how the question was understood, and that no source says so where that \
            is the case. The exit code is 1 when no source says anything.

            Examples:
              kelishuv ask "О чём договорились хокимы районов Ташкента в Китае?"
              kelishuv ask "What happened to the glass plant in Nurabad?"
              kelishuv ask "Qaysi kelishuvlar haqida xabar yo'q?" --on 2026-01-01
              kelishuv ask "与中国有多少项协议？" --format json
            """)

    /// How answers are written.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
        case text, markdown, html, json
    }

    @Argument(help: "The question.")
    var question: String

    @Option(help: "text, markdown, html or json.")
    var format: Format = .text

    @Flag(help: "Write JSON; the same as --format json.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "The question's language: ru, uz-Latn, uz-Cyrl, en or zh; found out unless given.", valueName: "tag"))
    var language: LanguageTag?

    @OptionGroup var days: DayOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if question.allSatisfy(\.isWhitespace) {
            throw ValidationError("The question is empty. Ask something, such as “What was signed in 2024?”.")
        }
    }

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        let snapshot = try await Snapshot.load(store)
        let answer: Answer
        do {
            let understood = try QuestionReader(snapshot, today: days.day).question(question, language: language)
            let origins = try await PartyOrigins.load(store, snapshot)
            answer = try Answerer(snapshot, origins: origins, on: days.day).answer(understood)
        } catch let failure as LedgerFailure {
            throw failure
        } catch {
            throw Failure(
                status: .internalError,
                message: "The tables of question words cannot be read (\(error)). The folders kelishuv_*.resources "
                    + "belong beside the program; install it again.")
        }
        if json || format == .json {
            console.line(AnswerJSON.text(answer))
        } else {
            console.out(answer.written(as: TextForm(rawValue: format.rawValue) ?? .text))
        }
        return answer.isNothing ? .someFailed : .ok
    }
}
