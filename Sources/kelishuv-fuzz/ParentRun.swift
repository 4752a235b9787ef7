internal import Foundation
internal import Synchronization

/// Shares the seeds out among child processes, so that a crash costs one input and is told with its seed.
struct ParentRun {
    /// How many inputs a child reads.
    private static let chunk: UInt64 = 1000
    /// Seconds for a child's chunk; a hang that processor time does not show ends here.
    private static let patience = 300.0

    /// What all children did together.
    private struct Tally {
        var done = 0
        var read = 0
        var events = 0
        var slowest = 0.0
        var failures = 0
    }

    let seeds: Range<UInt64>
    let examples: String
    let jobs: Int

    /// Runs all; prints each failure as it comes and a summary.
    /// - Returns: how many failures there were.
    func run() -> Int {
        let starts = stride(from: seeds.lowerBound, to: seeds.upperBound, by: Int(Self.chunk)).map(\.self)
        let next = Mutex(0)
        let tally = Mutex(Tally())
        let began = Date()
        DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
            while true {
                let index = next.withLock { value in
                    defer { value += 1 }
                    return value
                }
                guard index < starts.count else { return }
                read(starts[index]..<min(seeds.upperBound, starts[index] + Self.chunk), tally)
            }
        }
        return tally.withLock { total in
            let seconds = Int(Date().timeIntervalSince(began))
            print(
                "\(total.done) inputs in \(seconds) s: \(total.read) read, \(total.done - total.read) refused, "
                    + "\(total.events) events found, slowest \(total.slowest.formatted(.number.precision(.fractionLength(2)))) s, "
                    + "\(total.failures) failures")
            return total.failures
        }
    }

    /// Reads a chunk; after a crash the rest of it, in another child.
    private func read(_ chunk: Range<UInt64>, _ tally: borrowing Mutex<Tally>) {
        var rest = chunk
        while !rest.isEmpty {
            let child = ChildProcess(rest, examples: examples)
            let report = child.run(patience: Self.patience)
            let reached = report.last ?? rest.lowerBound
            tally.withLock { total in
                for failure in report.failures { print(failure) }
                total.failures += report.failures.count
                total.read += report.read
                total.events += report.events
                total.slowest = max(total.slowest, report.slowest)
                if report.isComplete {
                    total.done += rest.count
                } else {
                    total.done += Int(reached - rest.lowerBound) + 1
                    total.failures += 1
                    print("seed \(reached): \(report.ending)")
                }
                let tenth = max(1, seeds.count / 10)
                if total.done / tenth != (total.done - rest.count) / tenth {
                    print("… \(total.done) of \(seeds.count)")
                }
            }
            if report.isComplete { return }
            rest = (reached + 1)..<rest.upperBound
        }
    }
}
