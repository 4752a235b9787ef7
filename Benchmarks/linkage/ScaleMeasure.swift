import Foundation
import Linkage

/// Links a generated ledger from nothing, then adds records one by one; prints time, memory and pairwise figures.
func measureScale(records count: Int, seed: UInt64) throws {
    let tables = try LinkTables.bundled.get()
    let clock = ContinuousClock()
    var generator = try Generator(seed: seed, companies: max(count / 5, 100), pinyin: tables.names.pinyin)
    var linker = Linker(tables)
    var truth: [Int] = []
    var deal = 0
    var generating: Duration = .zero
    let start = clock.now
    while truth.count < count {
        let before = clock.now
        let records = generator.next()
        generating += clock.now - before
        for record in records {
            linker.add(record)
            truth.append(deal)
        }
        deal += 1
    }
    let added = clock.now
    let before = cpuSeconds()
    linker.linkAll()
    let linked = clock.now
    let cpu = cpuSeconds() - before
    // Documents that come later: half about known deals' successors, all new to the ledger.
    var times: [Double] = []
    for _ in 0..<400 {
        for record in generator.next() {
            let before = clock.now
            linker.link(record)
            times.append(milliseconds(clock.now - before))
            truth.append(deal)
        }
        deal += 1
    }
    times.sort()
    let figures = pairwise(linker.roots, truth)
    let adding = milliseconds(added - start - generating) / 1000
    let linking = milliseconds(linked - added) / 1000
    print(
        """
        records \(count), deals \(deal), pairs compared \(linker.compared), doubtful \(linker.undecided.count)
        preparing \(String(format: "%.1f", adding)) s, linking \(String(format: "%.1f", linking)) s \
        (\(String(format: "%.1f", cpu)) s of CPU), \
        together \(String(format: "%.1f", adding + linking)) s (generating took \(String(format: "%.1f", milliseconds(generating) / 1000)) s more)
        one more record: median \(String(format: "%.2f", times[times.count / 2])) ms, 99 of 100 under \(String(format: "%.2f", times[times.count * 99 / 100])) ms
        peak memory \(peakMemory()) MB
        pairwise \(figures.text)
        """)
}

private func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
}

/// Processor time that the process has used.
private func cpuSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// The most memory that the process has held, from /proc.
private func peakMemory() -> Int {
    // Another system has no such file: the figure is then 0.
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.split(whereSeparator: { !$0.isNumber }).first ?? "0") ?? 0) / 1024
}

/// Figures over all pairs of records, from cluster sizes.
func pairwise(_ roots: [Int], _ truth: [Int]) -> Figures {
    func pairs(_ counts: some Sequence<Int>) -> Int { counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    var both: [UInt64: Int] = [:]
    var said: [Int: Int] = [:]
    var real: [Int: Int] = [:]
    for (root, deal) in zip(roots, truth) {
        both[UInt64(root) << 32 | UInt64(deal), default: 0] += 1
        said[root, default: 0] += 1
        real[deal, default: 0] += 1
    }
    let right = pairs(both.values)
    return Figures(right: right, wrong: pairs(said.values) - right, missed: pairs(real.values) - right)
}
