internal import ArgumentParser
internal import FollowThrough
internal import Ledger
internal import Questions
internal import SourceText

/// `kelishuv brief`: a visit's report on one page.
struct BriefCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "Write a visit's one-page report: who met whom, what was agreed, what became of it.",
        discussion: """
            Examples:
              kelishuv brief v-0123456789abcdef
              kelishuv brief v-0123456789abcdef --format markdown --language ru > visit.md
              kelishuv brief v-0123456789abcdef --format html --on 2026-01-01 > visit.html
            """)

    @Argument(help: "The visit's id, as “kelishuv list visits” shows it.", transform: Self.visit)
    var id: RecordID

    @Option(help: "text, markdown or html.")
    var format: TextForm = .text

    @Option(help: ArgumentHelp("The language of the report: ru, uz-Latn, en or zh.", valueName: "tag"))
    var language: LanguageTag = .english

    @OptionGroup var days: DayOptions
    @OptionGroup var ledger: LedgerOptions

    func run(_ console: Console) async throws -> ExitStatus {
        let snapshot = try await Snapshot.load(try ledger.openExisting(console))
        guard let visit = snapshot.visits.first(where: { $0.id == id }) else {
            throw Failure(
                status: .someFailed,
                message: "The ledger holds no visit “\(id)”. “kelishuv list visits” shows those that it holds.")
        }
        do {
            let brief = try Brief(visit, in: snapshot, on: days.day, language: language)
            console.out(brief.written(as: format))
        } catch {
            throw Failure(status: .internalError, message: "The tables cannot be read (\(error)). Install it again.")
        }
        return .ok
    }

    private static func visit(_ text: String) throws -> RecordID {
        guard let id = RecordID(text), id.kind == .visit else {
            throw ValidationError(
                "“\(text)” is no visit's id. Give one such as v-0123456789abcdef; “kelishuv list visits” shows them.")
        }
        return id
    }
}
