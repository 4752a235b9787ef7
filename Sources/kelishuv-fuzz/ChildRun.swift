internal import Foundation
internal import FuzzInputs

/// Reads inputs in this process and tells, line by line, which one it is at.
struct ChildRun {
    /// Longest processor time for an input, which is a megabyte at most.
    static let longest = 2.0

    let corpus: Corpus

    /// Lines: `seed N` before each input, `fail N what` where something did not hold, `sum read events slowest`.
    func run(_ seeds: Range<UInt64>) throws {
        let target = try FuzzTarget()
        var read = 0
        var events = 0
        var slowest = 0.0
        for seed in seeds {
            tell("seed \(seed)")
            let input = FuzzInput(seed: seed, corpus: corpus)
            let outcome = target.run(input)
            if let problem = outcome.problem { tell("fail \(seed) \(problem)") }
            if outcome.seconds > Self.longest {
                tell("fail \(seed) took \(outcome.seconds) s for \(input.bytes.count) bytes of \(input.kind)")
            }
            read += outcome.wasRead ? 1 : 0
            events += outcome.events
            slowest = max(slowest, outcome.seconds)
        }
        tell("sum \(read) \(events) \(slowest)")
    }

    /// Writes a line at once: after a crash nothing would flush it.
    private func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
