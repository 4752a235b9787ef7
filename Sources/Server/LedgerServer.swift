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
    private let configuration: ServerConfiguration
    private let logger: Logger
    private let today: @Sendable () -> PartialDate

    /// Makes a server; nothing is opened before ``run(onListening:)``.
    /// - Parameters:
    ///   - store: the ledger that is shown; it is only read.
    ///   - places: the places that addresses and pages may name.
    ///   - today: the day on which "no news for 31 months" is said; the system's day unless given.
    public init(
        store: any LedgerStore, places: PlaceGuide = PlaceGuide(),
        configuration: ServerConfiguration = ServerConfiguration(),
        logger: Logger = Logger(label: "kelishuv.server"), today: (@Sendable () -> PartialDate)? = nil
    ) {
        self.store = store
        self.places = places
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
        let site = try Site(store: store, places: places, configuration: configuration, today: today)
        let host = configuration.host
        let configured = configuration.port
        let application = Application(
            router: Routes(site: site).router(),
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
