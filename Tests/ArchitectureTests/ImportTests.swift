import Testing

/// Which part may use which: the table beside this file against the `import` lines, and against the comments of
/// Package.swift.
@Suite struct ImportTests {
    static func rules() throws -> ImportRules {
        try ImportRules(table: try Repository.text("Tests/ArchitectureTests/allowed-imports.tsv"))
    }

    @Test func everyImportIsAllowed() throws {
        let rules = try Self.rules()
        for target in try Repository.targets() {
            for file in Repository.swiftFiles(below: target.path) {
                for violation in rules.violations(in: try Repository.text(file), file: file, target: target.name) {
                    Issue.record("\(violation.description)")
                }
            }
        }
    }

    @Test func everyRowNamesATarget() throws {
        let names = Set(try Repository.targets().map(\.name))
        for target in try Self.rules().allowed.keys where !names.contains(target) {
            Issue.record("allowed-imports.tsv has a row for \(target), which is no target.")
        }
    }

    /// Foundation and the system's modules may stand in the table alone; all else must be in both.
    @Test func thePackageCommentsSayTheSame() throws {
        let system: Set = [
            "Foundation", "FoundationNetworking", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
        ]
        let comments = try PackageComments(try Repository.text("Package.swift"))
        for (target, modules) in try Self.rules().allowed {
            guard let modules else {
                #expect(comments.allowed[target] == ["everything"], "\(target)")
                continue
            }
            let said = Set(comments.allowed[target] ?? []).subtracting(system)
            #expect(
                said == Set(modules).subtracting(system), "The comment on \(target) in Package.swift says otherwise.")
        }
    }

    @Test(arguments: [
        ("import A", ["A"]), ("public import A\ninternal import B", ["A", "B"]), ("@testable import A", ["A"]),
        ("@preconcurrency public import struct A.B", ["A"]), ("    internal import A // why", ["A"]),
        ("// import A", []), ("let text = \"import A\"", []), ("important()", []), ("import A; import B", ["A"]),
    ])
    func importLines(_ source: String, _ modules: [String]) {
        #expect(ImportRules.imports(in: source).map(\.module) == modules)
    }

    @Test func aViolationIsASentence() throws {
        let rules = try ImportRules(table: "target\tmay import\nDeals\tSourceText\nText\t\n")
        let found = rules.violations(
            in: "import SourceText\nimport GRDB\n", file: "Sources/Deals/A.swift", target: "Deals")
        #expect(
            found.map(\.description) == [
                "Sources/Deals/A.swift, line 2, imports GRDB; Deals may import only SourceText "
                    + "(Tests/ArchitectureTests/allowed-imports.tsv)."
            ])
        #expect(
            rules.violations(in: "import B", file: "f", target: "Text").map(\.description) == [
                "f, line 1, imports B; Text may import only Swift itself (Tests/ArchitectureTests/allowed-imports.tsv)."
            ])
    }
}
