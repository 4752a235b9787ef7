import Deals
import Foundation
import Ledger
import SourceText
import Testing

@testable import Server

@Suite struct StringTableTests {
    @Test func allTablesHaveTheSameKeys() throws {
        let tables = try InterfaceLanguage.allCases.map { try Resources().strings($0) }
        for table in tables.dropFirst() { #expect(table.keys.symmetricDifference(tables[0].keys) == []) }
    }

    @Test func placesToFillAreTheSameInEveryLanguage() throws {
        let tables = try InterfaceLanguage.allCases.map { try Resources().strings($0) }
        for key in tables[0].keys where !key.hasSuffix("#") {
            let places = tables.map { table in
                Set((0...4).filter { table.optional(key)?.contains("{\($0)}") ?? false })
            }
            #expect(Set(places).count == 1, "\(key)")
        }
    }

    @Test func noTemplateUsesAnUnknownKey() throws {
        let resources = try Resources()
        for language in InterfaceLanguage.allCases {
            let strings = try resources.strings(language)
            for (name, source) in try resources.templateSources() {
                let written = try Resources.localized(source, name: name, strings)
                #expect(!written.contains("[["))
            }
        }
    }

    /// Keys that the code puts together from codes.
    @Test func everyCodeHasItsWord() throws {
        let strings = try Resources().strings(.english)
        var keys: [String] = AgreementKind.allCases.map { "kind." + $0.rawValue }
        keys += AgreementStatus.allCases.flatMap { ["status." + $0.rawValue, "meaning." + $0.rawValue] }
        keys += Sector.allCases.map { "sector." + $0.rawValue }
        keys += LanguageTag.allCases.map { "language." + $0.rawValue }
        keys += Field.allCases.map { "field." + $0.rawValue }
        keys += AgreementOrder.allCases.map { "order." + $0.rawValue }
        for key in keys { #expect(strings.optional(key) != nil, "\(key)") }
        for kind in AgreementKind.allCases { #expect(strings.noun("papers." + kind.rawValue, for: 2) != nil) }
    }

    /// Keys that stand as literals in the code.
    @Test func everyKeyInTheCodeIsInTheTable() throws {
        let strings = try Resources().strings(.english)
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Server")
        let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        var checked = 0
        for file in files where file.hasSuffix(".swift") {
            let source = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for match in source.matches(of: /text\(\s*"([a-z_.0-9]+[a-z0-9])"[,)]/) {
                checked += 1
                #expect(strings.optional(String(match.1)) != nil, "\(file): \(match.1)")
            }
        }
        #expect(checked > 40)
    }

    @Test(arguments: [
        ("key\ttext\tnote\na\tb", "en.tsv, line 2: three columns expected, 2 found"),
        ("key\ttext\tnote\na\tb\t\na\tc\t", "en.tsv, line 3: the key “a” stands twice"),
        ("key\ttext\tnote\na\t\t", "en.tsv, line 2: a key and a text are needed"),
        ("key\ttext\tnote\na#\tone\t", "en.tsv, line 2: “a#” needs 2 forms, 1 found"),
    ])
    func brokenTablesAreRejected(tsv: String, message: String) {
        let failure = #expect(throws: StringTable.Failure.self) { try StringTable(language: .english, tsv: tsv) }
        #expect(failure?.description == message)
    }

    @Test func valuesAreFilledOnce() throws {
        let table = try StringTable(language: .english, tsv: "key\ttext\tnote\na\t{1} before {0}, {9} {x\t")
        #expect(table("a", "{1}", "two") == "two before {1}, {9} {x")
        #expect(table("unknown") == "⟨unknown⟩")
    }
}
