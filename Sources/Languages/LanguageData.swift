public import SourceText

/// Everything that the program knows of one language: its word lists, endings and places.
///
/// A language is a folder of tables in `Resources/`; assembling it takes this one file.
public struct LanguageData: Sendable {
    public let tag: LanguageTag
    public let folding: Folding
    public let endings: Endings
    public let lexicon: Lexicon
    public let abbreviations: Abbreviations
    public let gazetteer: Gazetteer
    public let places: Places

    /// The data of a language, read once.
    /// - Throws: ``TSVTable/Failure`` when a table is broken.
    public static func bundled(_ tag: LanguageTag) throws -> LanguageData {
        switch tag {
        case .russian: try russian.get()
        case .english: try english.get()
        case .uzbekLatin: try uzbekLatin.get()
        case .uzbekCyrillic: try uzbekCyrillic.get()
        case .chinese: try chinese.get()
        }
    }

    private static let russian = Result { try LanguageData(.russian, folder: "ru") }
    private static let english = Result { try LanguageData(.english, folder: "en") }
    private static let uzbekLatin = Result { try LanguageData(.uzbekLatin, folder: "uz") }
    private static let uzbekCyrillic = Result { try LanguageData(.uzbekCyrillic, folder: "uz") }
    private static let chinese = Result { try LanguageData(.chinese, folder: "zh") }

    init(_ tag: LanguageTag, folder: String) throws {
        self.tag = tag
        folding = tag.isUzbek ? .uzbek : .plain
        let endingRows = try TSVTable.resource("\(folder)/endings.tsv", columns: ["ending", "example"]).rows
        endings = Endings(
            nominal: endingRows.map { [folding] in folding($0.cells[0]) }, agglutinates: tag.isUzbek,
            longest: tag == .english ? 4 : 14)
        lexicon = try Lexicon(
            table: TSVTable.resource("\(folder)/lexicon.tsv", columns: ["class", "value", "pattern", "example"]),
            endings: endings, folding: folding)
        let abbreviationRows = try TSVTable.resource(
            "\(folder)/abbreviations.tsv", columns: ["abbreviation", "place", "example"]
        ).rows
        abbreviations = Abbreviations(
            following: abbreviationRows.filter { $0.cells[1] == "before" }.map { [folding] in folding($0.cells[0]) },
            closing: abbreviationRows.filter { $0.cells[1] == "after" }.map { [folding] in folding($0.cells[0]) })
        places = try Places.bundled.get()
        gazetteer = try Gazetteer(
            places: places, language: tag, stemmer: PlaceStemmer(tag), endings: endings, folding: folding)
    }

    /// A detector of the five languages, from the function words of each (`function-words.tsv`).
    public static func detector() throws -> LanguageDetector {
        var words: [LanguageTag: Set<String>] = [:]
        for row in try TSVTable.resource("function-words.tsv", columns: ["language", "word", "example"]).rows {
            guard let tag = LanguageTag(lenient: row.cells[0]) else {
                throw TSVTable.Failure(table: "function-words.tsv", line: row.line, reason: "unknown language")
            }
            words[tag, default: []].insert(Folding.uzbek(row.cells[1]))
            if tag == .russian { words[tag, default: []].insert(Folding.plain(row.cells[1])) }
        }
        return LanguageDetector(words: words)
    }
}

extension PlaceStemmer {
    /// The stemmer of place names for a language.
    init(_ tag: LanguageTag) {
        switch tag {
        case .russian: self.init(accepts: PlaceStemmer.isCyrillic, stem: RussianMorphology.placeStem)
        case .english: self.init(accepts: PlaceStemmer.isLatin, stem: { ($0, true) }, acronymsInflect: true)
        case .uzbekLatin, .uzbekCyrillic:
            self.init(accepts: { PlaceStemmer.isLatin($0) || PlaceStemmer.isCyrillic($0) }, stem: { ($0, true) }, acronymsInflect: true)
        case .chinese: self.init(accepts: PlaceStemmer.isHan, stem: { ($0, false) })
        }
    }

    private static func has(_ text: String, _ range: ClosedRange<UInt32>) -> Bool {
        text.unicodeScalars.contains { range.contains($0.value) }
    }
    @Sendable static func isCyrillic(_ text: String) -> Bool { has(text, 0x400...0x52F) }
    @Sendable static func isHan(_ text: String) -> Bool { has(text, 0x3400...0x9FFF) }
    @Sendable static func isLatin(_ text: String) -> Bool { !isCyrillic(text) && !isHan(text) }
}
