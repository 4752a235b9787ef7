import Testing

@Suite struct HelpTests {
    static let commands = [
        "read", "add", "extract", "list", "list agreements", "list meetings", "list visits", "list documents", "show",
        "link", "link all", "link review", "link judge", "ask", "brief", "follow", "statistics", "serve", "verify",
        "migrate",
        "backup", "restore", "copy-ledger", "export", "user", "evaluate", "version", "completions",
    ]

    @Test func withoutArgumentsTheProgramTellsWhatItDoes() async throws {
        try await Program.with { program in
            let bare = try await program.run()
            #expect(bare == Program.Result(status: 0, out: Self.overview, err: ""))
            let result1 = try await program.run("--help")
            #expect(result1 == bare)
            let result2 = try await program.run("help")
            #expect(result2 == bare)
        }
    }

    @Test(arguments: commands)
    func everyCommandHasExamples(_ command: String) async throws {
        try await Program.with { program in
            var arguments = command.split(separator: " ").map(String.init)
            arguments.append("--help")
            let help = try await program.run(arguments)
            #expect(help.status == 0 && help.err.isEmpty)
            #expect(help.out.contains("\nExample"))
            #expect(help.out.contains("\n  kelishuv \(command)"))
        }
    }

    @Test func verifyHelp() async throws {
        try await Program.with { program in
            let help = try await program.run("verify", "--help")
            #expect(
                help.out == """
                    OVERVIEW: Check that the ledger is sound: every quote stands in its document,
                    nothing has changed.

                    Reads the whole ledger: every quote is looked up in its stored document, every
                    record compared with the claims behind it, and every change of the journal with
                    the hash of the one before. Problems are printed one a line, and the exit code
                    is then 3.

                    The last line names the journal's head. Whoever notes that hash down and gives
                    it again later with --head also sees whether the end of the journal was cut off
                    and written anew.

                    Examples:
                      kelishuv verify
                      kelishuv verify --ledger backup/ledger.sqlite
                      kelishuv verify --head 5a0f…

                    USAGE: kelishuv verify [--head <hash>] [--ledger <path>] [--database <address>]

                    OPTIONS:
                      --head <hash>           A hash that verify printed before: the journal must
                                              still hold it.
                      --ledger <path>         The ledger's file, instead of the usual one.
                      --database <address>    The ledger's PostgreSQL database,
                                              postgres://user@host/name; also by KELISHUV_DATABASE.
                      --version               Show the version.
                      -h, --help              Show help information.

                    """)
        }
    }

    @Test func version() async throws {
        try await Program.with { program in
            let version = try await program.run("version")
            #expect(version == Program.Result(status: 0, out: "kelishuv 0.1.0\n", err: ""))
            let result3 = try await program.run("--version")
            #expect(result3 == version)
        }
    }

    @Test(arguments: [
        ("bash", "complete -o filenames -F _kelishuv kelishuv"), ("zsh", "#compdef kelishuv"),
        ("fish", "complete -c 'kelishuv'"),
    ])
    func completions(_ shell: String, _ words: String) async throws {
        try await Program.with { program in
            let script = try await program.run("completions", shell)
            #expect(script.status == 0 && script.err.isEmpty)
            #expect(script.out.contains(words))
            #expect(script.out.contains("agreements"))
        }
    }

    static let overview = """
        OVERVIEW: Reads news about official visits and signed deals, and keeps a ledger
        of who promised what to whom.

        Try it on one article, without saving anything:
          kelishuv read article.html
        Record articles in the ledger, list what they promise, and look at it in the
        browser:
          kelishuv add articles/*.html https://news.example/2024/01/17/visit
          kelishuv list agreements --status signed --minimum 1000000
          kelishuv serve
        Read many documents in a pipe, one JSON object a line:
          kelishuv extract < documents.jsonl > findings.jsonl

        The ledger is the file ledger.sqlite in $KELISHUV_HOME, else in
        $XDG_DATA_HOME/kelishuv, else in ~/.local/share/kelishuv; --ledger names
        another one. --database or $KELISHUV_DATABASE names a PostgreSQL database
        instead (postgres://user@host/name).

        Exit codes: 0 all went well; 1 some of the items or lines could not be read, or
        a record is not there; 2 the command line is wrong; 3 the ledger could not be
        opened, read or written; 4 the server could not start; 5 an error of the
        program.

        USAGE: kelishuv <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          read                    Show what an article says about visits, meetings and
                                  agreements; save nothing.
          add                     Read articles and record what they say in the ledger.
          extract                 Read documents as JSON Lines and write what they say
                                  as JSON Lines.
          list                    List what the ledger holds.
          show                    Show one record with the words behind every value, or
                                  one document with what it says.
          link                    Find which records of different documents are one
                                  deal, and say so yourself.
          ask                     Answer a question in plain words, with a source for
                                  every figure.
          brief                   Write a visit's one-page report: who met whom, what
                                  was agreed, what became of it.
          follow                  Show what became of deals: stage by stage, with who
                                  says so.
          statistics              Show how far deals have come: by stage, over the
                                  years, and how long it takes.
          serve                   Serve the ledger's pages to a browser.
          user                    Make, list and change the accounts of who works with
                                  the ledger.
          verify                  Check that the ledger is sound: every quote stands in
                                  its document, nothing has changed.
          migrate                 Bring the ledger to the newest schema, or make an
                                  empty one.
          backup                  Copy the ledger to a file, while it is in use.
          restore                 Put a backup in the ledger's place.
          copy-ledger             Copy a ledger into another one, from a file to
                                  PostgreSQL or back.
          export                  Write the whole ledger as JSON, one change a line.
          evaluate                Compare what is found with annotated documents:
                                  precision, recall, errors, reliability.
          version                 Print the version.
          completions             Print a script with which a shell completes commands
                                  and options.

          See 'kelishuv help <subcommand>' for detailed help.

        """
}
