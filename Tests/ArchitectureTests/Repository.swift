import Foundation

/// The package's own files.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The targets' folders, with paths from the root: all of Sources, and the shared parts of the tests.
    static func targets() throws -> [(name: String, path: String)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
        return names.sorted().map { ($0, "Sources/\($0)") }
            + [("linkage-bench", "Benchmarks/linkage")]
            + ["LedgerTesting", "FuzzInputs", "TextTesting"].map { ($0, "Tests/\($0)") }
    }

    /// The Swift files below a folder, with paths from the root.
    static func swiftFiles(below path: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(path).path)?
            .compactMap { $0 as? String }
        return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { "\(path)/\($0)" }
    }
}
