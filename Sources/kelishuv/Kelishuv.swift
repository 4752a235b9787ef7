internal import ArgumentParser

/// The program: its commands, and nothing done by itself.
struct Kelishuv: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kelishuv",
        abstract: "Reads news about official visits and signed deals, and keeps a ledger of who promised what to whom.",
        discussion: """
            Try it on one article, without saving anything:
              kelishuv read article.html
            Record articles in the ledger, list what they promise, and look at it in the browser:
              kelishuv add articles/*.html https://news.example/2024/01/17/visit
              kelishuv list agreements --status signed --minimum 1000000
              kelishuv serve
            Read many documents in a pipe, one JSON object a line:
              kelishuv extract < documents.jsonl > findings.jsonl

            The ledger is the file ledger.sqlite in $KELISHUV_HOME, else in $XDG_DATA_HOME/kelishuv, else in \
            ~/.local/share/kelishuv; --ledger names another one. --database or $KELISHUV_DATABASE names a PostgreSQL \
            database instead (postgres://user@host/name).

            Exit codes: 0 all went well; 1 some of the items or lines could not be read, or a record is not there; \
            2 the command line is wrong; 3 the ledger could not be opened, read or written; 4 the server could not \
            start; 5 an error of the program.
            """,
        version: Version.text,
        subcommands: [
            ReadCommand.self, AddCommand.self, ExtractCommand.self, ListCommand.self, ShowCommand.self,
            LinkCommand.self, AskCommand.self, BriefCommand.self, FollowCommand.self, StatisticsCommand.self,
            ServeCommand.self, UserCommand.self, VerifyCommand.self, MigrateCommand.self, BackupCommand.self,
            RestoreCommand.self,
            CopyLedgerCommand.self, ExportCommand.self, EvaluateCommand.self, VersionCommand.self,
            CompletionsCommand.self,
        ])
}
