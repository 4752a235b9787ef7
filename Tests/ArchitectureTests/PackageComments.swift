import Foundation

/// What the comments of Package.swift say that targets may import ("May import: SourceText, GRDB.").
struct PackageComments {
    /// Names by target.
    private(set) var allowed: [String: [String]] = [:]

    init(_ manifest: String) throws {
        var comment = ""
        var isAfterTarget = false
        for line in manifest.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("// ") {
                comment += text.dropFirst(3) + " "
            } else if text.hasPrefix(".target(") || text.hasPrefix(".executableTarget(") || isAfterTarget {
                guard let name = Self.name(in: text) else {
                    isAfterTarget = true
                    continue
                }
                allowed[name] = Self.modules(in: comment)
                comment = ""
                isAfterTarget = false
            } else {
                comment = ""
            }
        }
    }

    private static func name(in line: Substring) -> String? {
        guard let start = line.range(of: "name: \"") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func modules(in comment: String) -> [String] {
        if comment.contains("May import everything") { return ["everything"] }
        guard let start = comment.range(of: "May import: ") else { return [] }
        let list = comment[start.upperBound...].prefix { $0 != "." }
        return list.split(separator: ",").map { String($0.split(separator: " ").joined(separator: " ")) }
    }
}
