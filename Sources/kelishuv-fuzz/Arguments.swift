internal import Foundation

/// The command line, read by hand: a tool for those who work on the program.
struct Arguments {
    enum Mode {
        case run(Range<UInt64>)
        case child(Range<UInt64>)
        case show(UInt64)
        case help
    }

    let mode: Mode
    let examples: String
    let jobs: Int

    init(_ arguments: [String]) {
        func value(_ name: String) -> UInt64? {
            arguments.firstIndex(of: name).flatMap {
                arguments.indices.contains($0 + 1) ? UInt64(arguments[$0 + 1]) : nil
            }
        }
        let folder = arguments.firstIndex(of: "--examples").map { arguments.index(after: $0) }
        examples = folder.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil } ?? "Examples"
        jobs = value("--jobs").map { Int(clamping: $0) } ?? ProcessInfo.processInfo.activeProcessorCount
        let from = value("--from") ?? 0
        if let seed = value("--show") {
            mode = .show(seed)
        } else if let seed = value("--one") {
            mode = .child(seed..<(seed + 1))
        } else if let count = value("--child") {
            mode = .child(from..<(from + count))
        } else if arguments.count > 1, let count = UInt64(arguments[1]) {
            mode = .run(from..<(from + count))
        } else {
            mode = .help
        }
    }
}
