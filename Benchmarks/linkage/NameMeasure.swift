import Foundation
import Linkage

/// A pair of names with what is known of it.
struct NamePair {
    let group: String
    let kind: NameKind
    let isSame: Bool
    let names: (String, String)

    /// Reads JSON Lines in the form of nomenklatura's name bench.
    static func read(_ path: String) throws -> [NamePair] {
        struct Row: Decodable {
            let case_group: String
            let schema: String
            let name1: String
            let name2: String
            let is_match: String
        }
        let decoder = JSONDecoder()
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            let row = try decoder.decode(Row.self, from: Data(line.utf8))
            return NamePair(
                group: row.case_group, kind: row.schema == "Person" ? .person : .organisation,
                isSame: row.is_match == "true", names: (row.name1, row.name2))
        }
    }
}

/// Writes what the comparison sees of each pair, for fitting its weights.
func writeFeatures(_ path: String) throws {
    let tables = try NameTables.bundled.get()
    var aligner = NameAligner(tables)
    for pair in try NamePair.read(path) {
        let a = tables.form(of: pair.names.0, pair.kind)
        let b = tables.form(of: pair.names.1, pair.kind)
        let f = aligner.align(a, b)
        let cells: [String] = [
            pair.isSame ? "1" : "0", pair.kind.rawValue, "\(f.edits)", "\(f.worst)", "\(f.paired)", "\(f.lesserRest)",
            "\(f.greaterRest)", "\(f.initials)", "\(f.shortForms)", "\(f.numbers)", "\(f.length)",
            "\(f.joinedEdits)", "\(f.dense)", f.isSameKey ? "1" : "0", pair.names.0, pair.names.1, a.key, b.key,
            pair.group,
        ]
        print(cells.joined(separator: "\t"))
    }
}

/// Precision, recall and F1 of a set of decisions.
struct Figures {
    var right = 0
    var wrong = 0
    var missed = 0
    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
    var f1: Double { right == 0 ? 0 : 2 * Double(right) / Double(2 * right + wrong + missed) }

    mutating func count(said: Bool, isTrue: Bool) {
        switch (said, isTrue) {
        case (true, true): right += 1
        case (true, false): wrong += 1
        case (false, true): missed += 1
        case (false, false): break
        }
    }

    var text: String {
        func short(_ value: Double) -> String { String(format: "%.3f", value) }
        return "precision \(short(precision)) recall \(short(recall)) F1 \(short(f1))"
    }
}

/// F1 of the comparison on pairs of names, by group and together.
@discardableResult
func measureNames(_ path: String) throws -> Figures {
    let names = NameComparison(try NameTables.bundled.get())
    var all = Figures()
    var groups: [String: Figures] = [:]
    for pair in try NamePair.read(path) {
        let said = names.compare(pair.names.0, pair.names.1, pair.kind).isSame
        all.count(said: said, isTrue: pair.isSame)
        groups[pair.group, default: Figures()].count(said: said, isTrue: pair.isSame)
    }
    for (group, figures) in groups.sorted(by: { $0.key < $1.key }) { print("names \(group): \(figures.text)") }
    print("names all: \(all.text)")
    return all
}

/// Share of Uzbek words whose two scripts have one key, and of words that are taken for their neighbour in the list.
@discardableResult
func measureScripts(_ path: String) throws -> Double {
    struct Row: Decodable {
        let cyr: String
        let lat: String
    }
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
        .filter { $0.cyr.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } }
    let names = NameComparison(try NameTables.bundled.get())
    var same = 0
    var sameKey = 0
    var confused = 0
    for (index, row) in rows.enumerated() {
        let isSame = names.compare(row.cyr, row.lat, .organisation).isSame
        if isSame {
            same += 1
        } else {
            print(
                "differs: \(row.cyr) \(row.lat) \(names.key(row.cyr, .organisation)) \(names.key(row.lat, .organisation))"
            )
        }
        if names.key(row.cyr, .organisation) == names.key(row.lat, .organisation) { sameKey += 1 }
        if names.compare(row.cyr, rows[(index + rows.count / 2) % rows.count].lat, .organisation).isSame {
            confused += 1
        }
    }
    print("scripts: \(same) of \(rows.count) the same, \(sameKey) with one key, \(confused) taken for another word")
    return Double(same) / Double(max(rows.count, 1))
}
