import Foundation
import Testing

@testable import Evaluation

/// `Fixtures/` holds five annotated documents, findings of an earlier version of the program for four of them with one
/// quote spoilt by hand, and what the gold's own scoring program (`score.py --json`, Python) counted over both.
@Suite("Agreement with the gold's own scoring")
struct EvaluationTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    private func evaluation() throws -> Evaluation {
        let lines = try String(contentsOf: Self.fixtures.appendingPathComponent("findings.jsonl"), encoding: .utf8)
        let found = try lines.split(separator: "\n").map { try JSONValue(json: Data($0.utf8)) }
        let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
        var evaluation = Evaluation()
        for document in try GoldFolder(Self.fixtures).documents {
            evaluation.add(gold: document.gold, found: byID[document.id], text: document.text)
        }
        return evaluation
    }

    @Test("every figure is the one that score.py counted")
    func everyFigure() throws {
        let report = try JSONValue(json: Data(EvaluationReport(evaluation()).json.utf8))
        let score = try JSONValue(json: Data(contentsOf: Self.fixtures.appendingPathComponent("score.json")))
        var compared = 0
        func compare(_ ours: JSONValue, _ theirs: JSONValue, _ path: String) {
            switch (ours, theirs) {
            case (.object(let a), .object(let b)):
                #expect(a.keys.sorted() == b.keys.sorted(), "\(path)")
                for key in a.keys { compare(a[key] ?? .null, b[key] ?? .null, "\(path)/\(key)") }
            case (.array(let a), .array(let b)):
                #expect(a.count == b.count, "\(path)")
                for (index, pair) in zip(a, b).enumerated() { compare(pair.0, pair.1, "\(path)[\(index)]") }
            case (.number(let a), .number(let b)):
                compared += 1
                #expect(abs(a - b) < 0.0006, "\(path): \(a) here, \(b) there")
            default: #expect(ours == theirs, "\(path)")
            }
        }
        compare(report, score, "")
        #expect(compared > 200)
    }

    @Test("the worst document comes first, with what is missing in it")
    func errors() throws {
        let errors = try EvaluationReport(evaluation()).errors(1)
        #expect(errors.hasPrefix("kru09: "))
        #expect(errors.contains("missed visit: {\"cities\":[\"Мары\"]"))
    }

    @Test("a folder without gold says what it looked for")
    func noGold() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        #expect(
            throws: GoldFolder.Failure(
                message: "There is no gold in “\(folder.path)”: no ID.json with “agreements” in it.")
        ) { try GoldFolder(folder) }
    }
}

@Suite("Likeness of words and names")
struct NameLikenessTests {
    @Test(
        "the ratio is that of Python's difflib",
        arguments: [
            ("мирабадский", "мирабадского", 0.782609), ("kitten", "sitting", 0.615385), ("ab", "ba", 0.5),
            ("", "", 1.0),
            ("a", "", 0.0), ("fargona", "farg'ona", 0.933333), ("зарафшан", "зарафшон", 0.875),
            ("abcabba", "cbabac", 0.461538), ("тошкент", "ташкент", 0.857143),
        ])
    func ratio(_ first: String, _ second: String, _ expected: Double) {
        #expect(abs(SequenceRatio(first, second).value - expected) < 0.000001)
    }

    @Test(
        "names up to inflection, legal form and script",
        arguments: [
            ("ООО «Агромаш»", "Агромаш", true), ("Мирабадский район", "Мирабадского района", true),
            ("Surxondaryo viloyati", "Surxondaryo", true), ("宁波海曜家电股份有限公司", "海曜家电", true),
            ("Самарканд", "Самаркандская область", true), ("Бухара", "Хорезм", false), ("Havel", "Spree", false),
        ])
    func names(_ first: String, _ second: String, _ expected: Bool) {
        #expect(NameLikeness.same(first, second) == expected)
    }

    @Test("the pairs of a table have the largest sum")
    func assignment() {
        let pairs = Assignment.pairs([[3, 2, 0], [3, 0, 0]])
        #expect(pairs.sorted { $0.row < $1.row }.map { [$0.row, $0.column] } == [[0, 1], [1, 0]])
        #expect(Assignment.pairs([]).isEmpty)
    }

    @Test("a random table is never paired worse than by trying every order")
    func randomTables() {
        var generator = SeededGenerator(state: 7)
        for _ in 0..<200 {
            let rows = Int.random(in: 1...5, using: &generator)
            let columns = Int.random(in: 1...5, using: &generator)
            let table = (0..<rows).map { _ in
                (0..<columns).map { _ in Double(Int.random(in: 0...9, using: &generator)) }
            }
            let sum = Assignment.pairs(table).reduce(0) { $0 + table[$1.row][$1.column] }
            #expect(sum == Self.best(table, Array(0..<columns), 0))
        }
    }

    private static func best(_ table: [[Double]], _ free: [Int], _ row: Int) -> Double {
        guard row < table.count else { return 0 }
        let without = best(table, free, row + 1)
        return free.map { column in table[row][column] + best(table, free.filter { $0 != column }, row + 1) }
            .max().map { max($0, without) } ?? without
    }
}

/// A small generator that gives the same numbers for the same seed (SplitMix64, Steele et al. 2014).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
