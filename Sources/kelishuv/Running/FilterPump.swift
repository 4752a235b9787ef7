internal import Exchange
internal import Foundation

/// Drives the filter over a stream: several lines at once, answers in the order of the lines, memory bounded.
///
/// It stays on the main thread, whose waiting for input keeps no worker from its work.
@MainActor
struct FilterPump {
    private typealias Batch = [(number: Int, line: LineSplitter.Line)]

    /// How many bytes of lines one worker takes at a time.
    private static let batchBytes = 1 << 15

    private let filter: JSONLinesFilter
    private let jobs: Int
    private let write: @Sendable (String) -> Void
    private var running: [Task<[JSONLinesFilter.Output], Never>] = []
    private var number = 0

    /// Lines read so far, of all inputs.
    private(set) var lines = 0
    /// Lines that could not be read.
    private(set) var errors = 0

    /// - Parameter write: takes the output, whole lines.
    nonisolated init(filter: JSONLinesFilter, jobs: Int, write: @escaping @Sendable (String) -> Void) {
        self.filter = filter
        self.jobs = jobs
        self.write = write
    }

    /// How many batches are under way at once. Where every processor works anyway, twice as many, so that none
    /// waits for the answer whose turn it is.
    private var depth: Int { jobs < ProcessInfo.processInfo.activeProcessorCount ? jobs : 2 * jobs }

    /// Filters one input to its end; line numbers begin anew.
    /// - Parameter name: how a message names the input, as the beginning of a sentence.
    mutating func run(_ input: FileHandle, name: String) async throws(Failure) {
        var splitter = LineSplitter()
        number = 0
        var chunks = InputChunks(input)
        while case let chunk = try Self.next(&chunks, name), !chunk.isEmpty {
            await start(splitter.lines(adding: chunk))
            // Who writes a line and waits gets the answer before the next line is waited for.
            if !Self.hasInput(input) { await finish(downTo: 0) }
        }
        if let last = splitter.finish() { await start([last]) }
        await finish(downTo: 0)
    }

    private static func next(_ chunks: inout InputChunks, _ name: String) throws(Failure) -> ArraySlice<UInt8> {
        do throws(InputChunks.Failure) {
            return try chunks.next()
        } catch {
            throw Failure(status: .someFailed, message: "\(name) cannot be read to its end: \(error).")
        }
    }

    /// Whether reading would not wait.
    private static func hasInput(_ input: FileHandle) -> Bool {
        var request = pollfd(fd: input.fileDescriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0
    }

    private mutating func start(_ new: [LineSplitter.Line]) async {
        var batch: Batch = []
        var bytes = 0
        for line in new {
            number += 1
            lines += 1
            batch.append((number, line))
            if case .bytes(let content) = line { bytes += content.count }
            if bytes >= Self.batchBytes {
                await start(batch)
                batch = []
                bytes = 0
            }
        }
        if !batch.isEmpty { await start(batch) }
    }

    private mutating func start(_ batch: Batch) async {
        await finish(downTo: depth - 1)
        let filter = filter
        running.append(
            Task.detached { batch.compactMap { filter.output(for: $0.line, number: $0.number) } })
    }

    /// Writes the answers of the oldest batches until so many are left.
    private mutating func finish(downTo count: Int) async {
        while running.count > count {
            let outputs = await running.removeFirst().value
            if outputs.isEmpty { continue }
            errors += outputs.count { $0.isError }
            write(outputs.map { $0.text + "\n" }.joined())
        }
    }
}
