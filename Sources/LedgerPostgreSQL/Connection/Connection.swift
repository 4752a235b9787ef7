internal import Dispatch
internal import Ledger

/// A connection with a thread of its own to wait on: libpq blocks until the server answers, which must not happen on
/// the threads that Swift's tasks share.
actor Connection {
    private let executor: QueueExecutor
    private var session: Session?
    private let address: String
    private let name: String

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ address: String, name: String, number: Int) {
        self.address = address
        self.name = name
        executor = QueueExecutor(label: "kelishuv.postgresql.\(number)")
    }

    /// Does something in one transaction, on this connection's thread.
    /// - Parameter begin: the statement that begins it.
    func transaction<Value: Sendable>(
        _ begin: String, _ body: @Sendable (Session) throws -> Value
    ) throws -> Value {
        let session = try live()
        try session.run(begin)
        do {
            let value = try body(session)
            try session.run("COMMIT")
            return value
        } catch {
            // A connection that broke has nothing to take back.
            try? session.run("ROLLBACK")
            throw error
        }
    }

    private func live() throws -> Session {
        if let session, session.isAlive { return session }
        let fresh = try Session(address, name: name)
        if try Schema.version(fresh) != Schema.newest {
            try fresh.run("BEGIN")
            try Schema.migrate(fresh)
            try fresh.run("COMMIT")
        }
        session = fresh
        return fresh
    }

    /// Ends the connection.
    func close() { session = nil }
}

/// Runs an actor's work on a queue of its own.
private final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}

/// Connections that are lent one at a time, and made when all are lent, up to a limit.
actor Pool {
    private let address: String
    private let name: String
    private let limit: Int
    private var idle: [Connection] = []
    private var all: [Connection] = []
    private var waiting: [CheckedContinuation<Connection, Never>] = []

    init(_ address: String, name: String, limit: Int) {
        self.address = address
        self.name = name
        self.limit = limit
    }

    /// Does something in one transaction on a connection that nobody else uses meanwhile.
    nonisolated func transaction<Value: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (Session) throws -> Value
    ) async throws -> Value {
        let connection = await take()
        do {
            let value = try await connection.transaction(begin, body)
            await give(connection)
            return value
        } catch {
            await give(connection)
            throw error
        }
    }

    private func take() async -> Connection {
        if let connection = idle.popLast() { return connection }
        if all.count < limit {
            let connection = Connection(address, name: name, number: all.count)
            all.append(connection)
            return connection
        }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func give(_ connection: Connection) {
        if waiting.isEmpty { idle.append(connection) } else { waiting.removeFirst().resume(returning: connection) }
    }

    /// Ends all connections.
    func close() async { for connection in all { await connection.close() } }
}
