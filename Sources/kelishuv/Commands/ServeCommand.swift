internal import ArgumentParser
internal import Logging
internal import Server

/// `kelishuv serve`: the ledger's pages.
struct ServeCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the ledger's pages to a browser.",
        discussion: """
            The pages are only read from; what is added while the server runs appears at the next look. Ctrl-C ends \
            it. To reach it from other machines, put a server with TLS in front, or give --host 0.0.0.0.

            Examples:
              kelishuv serve
              kelishuv serve --port 8081
              kelishuv serve --host 0.0.0.0 --ledger /srv/kelishuv/ledger.sqlite
            """)

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "number"))
    var port = 8080

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("“--port \(port)” is no port. Give a number from 0 to 65535.")
        }
    }

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try ledger.openExisting(console)
        let path = try ledger.name(console)
        let logger = Logger(label: "kelishuv") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = .warning
            return handler
        }
        let server = LedgerServer(
            store: store, places: try PlaceGuide.bundled(), configuration: ServerConfiguration(host: host, port: port),
            logger: logger)
        try await server.run { address in
            console.line("Serving \(path) on \(address)  (Ctrl-C ends it)")
        }
        return .ok
    }
}
