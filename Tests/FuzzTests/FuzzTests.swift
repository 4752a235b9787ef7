import Foundation
import FuzzInputs
import Testing

/// A short run of what `scripts/fuzz` does at length. `KELISHUV_FUZZ` sets how many inputs.
@Suite struct FuzzTests {
    static let count = ProcessInfo.processInfo.environment["KELISHUV_FUZZ"].flatMap(Int.init) ?? 3000

    @Test func everyInputIsReadOrRefused() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let corpus = try Corpus(folder: root.appendingPathComponent("Examples").path)
        let target = try FuzzTarget()
        var read = 0
        var events = 0
        for seed in 0..<UInt64(Self.count) {
            let outcome = target.run(FuzzInput(seed: seed, corpus: corpus, allowsHuge: false))
            if let problem = outcome.problem { Issue.record("seed \(seed): \(problem)") }
            if outcome.seconds > 10 { Issue.record("seed \(seed) took \(outcome.seconds) s") }
            read += outcome.wasRead ? 1 : 0
            events += outcome.events
        }
        // Inputs that no stage looks at would prove nothing.
        #expect(read > Self.count / 3)
        #expect(events > Self.count / 3)
    }
}
