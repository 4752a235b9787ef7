internal import Accounts
internal import AccountsSQLite
internal import ArgumentParser
internal import Extraction
internal import Logging
internal import Server

/// `kelishuv serve`: the ledger's pages.
struct ServeCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the ledger's pages to a browser.",
        discussion: """
            Everybody may read; who has an account (“kelishuv user add”) adds texts and reviews. What is added while \
            the server runs appears at the next look. Ctrl-C ends it when the answers in progress are out. To reach it \
            from other machines, put a server with TLS in front and name its address with --public-address.

            Examples:
              kelishuv serve
              kelishuv serve --port 8081
              kelishuv serve --openness closed --public-address https://ledger.example --trusted-proxy 127.0.0.1
              kelishuv serve --host 0.0.0.0 --openness read-only --ledger /srv/kelishuv/ledger.sqlite
            """)

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "number"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "public: everybody reads; read-only: nobody changes anything; closed: only accounts see anything.",
            valueName: "openness"))
    var openness: ServerConfiguration.Openness = .open

    @Option(help: ArgumentHelp("How readers reach the server, such as https://ledger.example.", valueName: "address"))
    var publicAddress: String?

    @Option(
        help: ArgumentHelp("A proxy whose X-Forwarded-For is believed; may be given several times.", valueName: "ip"))
    var trustedProxy: [String] = []

    @Flag(help: "Let strangers have a text read over the API, a few times an hour, never saved.")
    var readForStrangers = false

    @Flag(help: "Fetch added addresses also from this machine and private networks.")
    var allowPrivate = false

    @OptionGroup var accounts: AccountOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("“--port \(port)” is no port. Give a number from 0 to 65535.")
        }
        if let publicAddress {
            guard publicAddress.hasPrefix("https://") || publicAddress.hasPrefix("http://"),
                !publicAddress.hasSuffix("/")
            else {
                throw ValidationError(
                    "“--public-address \(publicAddress)” is no beginning of addresses. Give one such as "
                        + "https://ledger.example, without a slash at the end.")
            }
        }
    }

    func run(_ console: Console) async throws -> ExitStatus {
        let store = try accounts.ledger.openExisting(console)
        let path = try accounts.ledger.name(console)
        let logger = Logger(label: "kelishuv") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = .warning
            return handler
        }
        let server = LedgerServer(
            store: store, places: try PlaceGuide.bundled(), accounts: try accounts.open(console),
            intake: .program(try Extractor.loaded(), allowPrivate: allowPrivate),
            configuration: ServerConfiguration(
                host: host, port: port, publicAddress: publicAddress, openness: openness,
                trustedProxies: Set(trustedProxy), readsForStrangers: readForStrangers),
            logger: logger)
        try await server.run { address in
            console.line("Serving \(path) on \(address)  (Ctrl-C ends it)")
        }
        return .ok
    }
}
