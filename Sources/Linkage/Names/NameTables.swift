internal import Foundation
internal import Languages

/// The tables that names are compared by, read once.
public struct NameTables: Sendable {
    /// Cyrillic and marked Latin letters in plain Latin ones.
    public let romanisation: Romanisation
    /// Chinese characters, their readings and Russian spellings.
    public let pinyin: Pinyin
    let folding: NameFolding
    let organisationWords: NameWords
    let personWords: NameWords
    /// Short forms of given names by folded key, and the full form's key.
    let givenNames: [[UInt16]: [[UInt16]]]

    /// What differences between names weigh.
    let weights: [NameKind: NameWeights]

    /// The tables that the program carries.
    public static let bundled: Result<NameTables, any Error> = Result { try NameTables() }

    /// Reads a table of this target's resources.
    static func table(_ name: String, _ columns: [String]) throws -> TSVTable {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Resources")
        return try TSVTable.file(folder.appendingPathComponent(name).path, name: name, columns: columns)
    }

    init() throws {
        let cyrillic = try Self.table("cyrillic.tsv", ["letter", "russian", "uzbek", "source"])
        try cyrillic.refuseRepeats(of: [0])
        let latin = try Self.table("latin.tsv", ["letter", "latin", "source"])
        func units(_ text: String) -> [UInt16] { Array(text.utf16) }
        func map(_ table: TSVTable, _ column: Int) -> [UInt16: [UInt16]] {
            Dictionary(
                table.rows.map { (units($0.cells[0])[0], units($0.cells[column])) },
                uniquingKeysWith: { first, _ in first })
        }
        romanisation = Romanisation(russian: map(cyrillic, 1), uzbek: map(cyrillic, 2), latin: map(latin, 1))
        let pinyin = try Self.table("pinyin.tsv", ["syllable", "cyrillic", "characters", "source"])
        try pinyin.refuseRepeats(of: [0])
        self.pinyin = Pinyin(pinyin.rows.map { ($0.cells[0], $0.cells[1], $0.cells[2]) })
        let folds = try Self.table("folds.tsv", ["from", "to", "example"])
        try folds.refuseRepeats(of: [0])
        folding = NameFolding(folds.rows.map { ($0.cells[0], $0.cells[1]) })
        let splitter = NameSplitter(romanisation: romanisation, folding: folding, pinyin: self.pinyin)
        let columns = ["word", "role", "forms", "example"]
        organisationWords = try NameWords(Self.table("organisation-words.tsv", columns), splitter)
        personWords = try NameWords(Self.table("person-words.tsv", columns), splitter)
        var givenNames: [[UInt16]: [[UInt16]]] = [:]
        let short = try Self.table("given-names.tsv", ["name", "short", "source"])
        try short.refuseRepeats(of: [0])
        for row in short.rows {
            guard let full = splitter.words(of: row.cells[0]).first?.key else { continue }
            for form in row.cells[1].split(separator: "|") {
                guard let key = splitter.words(of: String(form)).first?.key else { continue }
                givenNames[key, default: []].append(full)
            }
        }
        self.givenNames = givenNames
        weights = try NameWeights.read(Self.table("name-weights.tsv", ["kind", "feature", "weight", "note"]))
    }
}
