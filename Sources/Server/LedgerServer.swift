public import Accounts
public import Deals
import Foundation
import Hummingbird
public import Ledger
public import Logging
import NIOCore

/// The ledger's pages in the browser.
///
///     try await LedgerServer(store: store).run { address in print("The ledger is at \(address)") }
public struct LedgerServer: Sendable {
    private let store: any LedgerStore
    private let places: PlaceGuide
    private let accounts: (any AccountStore)?
    private let intake: Intake?
    private let configuration: ServerConfiguration
    private let logger: Logger
    private let today: @Sendable () -> PartialDate
    private let now: @Sendable () -> Time

    /// Makes a server; nothing is opened before ``run(onListening:)``.
    /// - Parameters:
    ///   - store: the ledger that is shown; it is only read.
    ///   - places: the places that addresses and pages may name.
    ///   - accounts: who may sign in; without it nobody can, and the ledger is only read.
    ///   - intake: reads the texts that are added; without it nothing can be added.
    ///   - now: the time by which sessions end; the system's unless given.
    ///   - today: the day on which "no news for 31 months" is said; the system's day unless given.
    public init(
        store: any LedgerStore, places: PlaceGuide = PlaceGuide(), accounts: (any AccountStore)? = nil,
        intake: Intake? = nil,
        configuration: ServerConfiguration = ServerConfiguration(),
        logger: Logger = Logger(label: "kelishuv.server"), today: (@Sendable () -> PartialDate)? = nil,
        now: (@Sendable () -> Time)? = nil
    ) {
        self.store = store
        self.places = places
        self.accounts = accounts
        self.intake = intake
        self.now = now ?? { Time(Date().timeIntervalSince1970) }
        self.configuration = configuration
        self.logger = logger
        self.today = today ?? Self.systemDay
    }

    /// Where a running server is reached.
    public struct Address: Hashable, Sendable, CustomStringConvertible {
        /// As configured.
        public let host: String
        /// The port that was opened, also when 0 was asked for.
        public let port: Int
        /// "http://127.0.0.1:8080".
        public var description: String {
            "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        }
    }

    /// Serves until the task is cancelled or, if configured, a SIGTERM or SIGINT comes; answers in progress are
    /// finished first.
    /// - Parameter onListening: called once, when the port is open.
    /// - Throws: ``ServerFailure`` when the port can't be opened.
    public func run(onListening: @escaping @Sendable (Address) async -> Void = { _ in }) async throws {
        let site = try Site(
            store: store, places: places, configuration: configuration,
            desk: accounts.map { Desk(accounts: $0, intake: intake) }, today: today, now: now)
        let host = configuration.host
        let configured = configuration.port
        let application = Application(
            router: Routes(site: site).router(),
            // A client that is silent for half a minute makes room for others.
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(address: .hostname(host, port: configured)),
            onServerRunning: { channel in
                await onListening(Address(host: host, port: channel.localAddress?.port ?? configured))
            },
            logger: logger)
        do {
            if configuration.handlesSignals {
                try await application.runService()
            } else {
                try await application.runService(gracefulShutdownSignals: [])
            }
        } catch let error as IOError {
            switch error.errnoCode {
            case EADDRINUSE: throw ServerFailure.portTaken(host: host, port: configured)
            case EACCES: throw ServerFailure.portForbidden(host: host, port: configured)
            case EADDRNOTAVAIL: throw ServerFailure.noSuchAddress(host: host)
            default: throw error
            }
        } catch is SocketAddressError {
            throw ServerFailure.noSuchAddress(host: host)
        }
    }

    private static let systemDay: @Sendable () -> PartialDate = {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return PartialDate(year: parts.year ?? 1970, month: parts.month, day: parts.day)
            ?? PartialDate(year: 1970)!
    }
}
