import Foundation

/// Which modules each target may import: the table `allowed-imports.tsv`.
struct ImportRules {
    /// One import that the table does not allow.
    struct Violation: Hashable, CustomStringConvertible {
        let file: String
        let line: Int
        let module: String
        let target: String
        let allowed: [String]

        var description: String {
            "\(file), line \(line), imports \(module); \(target) may import only "
                + (allowed.isEmpty ? "Swift itself" : allowed.joined(separator: ", "))
                + " (Tests/ArchitectureTests/allowed-imports.tsv)."
        }
    }

    /// An import line of a source file.
    struct Import: Hashable {
        let line: Int
        let module: String
    }

    /// Modules by target; nil where everything is allowed.
    let allowed: [String: [String]?]

    /// Reads the table.
    init(table: String) throws {
        var allowed: [String: [String]?] = [:]
        for line in table.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 2, allowed.keys.contains(cells[0]) == false else { throw BadTable(line: String(line)) }
            allowed[cells[0]] = .some(cells[1] == "*" ? nil : cells[1].split(separator: " ").map(String.init))
        }
        self.allowed = allowed
    }

    struct BadTable: Error { let line: String }

    /// The imports of a source text: `import A`, `@testable import A`, `public import struct A.B`.
    static func imports(in source: String) -> [Import] {
        source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == ";" })[...]
            let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
            while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) { words.removeFirst() }
            guard words.first == "import" else { return nil }
            words.removeFirst()
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
            if let word = words.first, kinds.contains(word) { words.removeFirst() }
            guard let module = words.first?.split(separator: ".").first else { return nil }
            return Import(line: index + 1, module: String(module))
        }
    }

    /// What a file imports and may not.
    func violations(in source: String, file: String, target: String) -> [Violation] {
        guard let entry = allowed[target] else {
            return [Violation(file: file, line: 1, module: "something, but has no row", target: target, allowed: [])]
        }
        guard let modules = entry else { return [] }
        return Self.imports(in: source).filter { $0.module != target && !modules.contains($0.module) }.map {
            Violation(file: file, line: $0.line, module: $0.module, target: target, allowed: modules)
        }
    }
}
