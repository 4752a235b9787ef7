public import SourceText

/// Everything that the program knows of one language: its word lists, endings and places.
///
/// A language is a folder of tables in `Resources/`; assembling it takes this one file.
public struct LanguageData: Sendable {
    /// Which language, in which script.
    public let tag: LanguageTag
    /// How its words become keys.
    public let folding: Folding
    /// What may follow a stem (`endings.tsv`).
    public let endings: Endings
    /// Its words and phrases (`lexicon.tsv`).
    public let lexicon: Lexicon
    /// Words for what is to be reached by a day (`milestones.tsv`): classes `reach`, `works`, `starts`, `by`.
    public let milestones: PhraseTable
    /// Its abbreviations (`abbreviations.tsv`).
    public let abbreviations: Abbreviations
    /// Finder of the places' names in it.
    public let gazetteer: Gazetteer
    /// The places of all languages.
    public let places: Places
    /// The folded legal forms of the lexicon ("ооо", "ltd").
    public let legalForms: Set<String>

    /// The data of a language that the program carries. It is tested with the program: a broken table is no input that a
    /// caller could mend, so it ends the program with the table's name and line.
    public static func carried(_ tag: LanguageTag) -> LanguageData {
        do { return try bundled(tag) } catch { fatalError("a table that the program carries is broken: \(error)") }
    }

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

    /// How words typed without ў, қ, ғ and ҳ are spelled, made at the first text that needs it. As with ``carried(_:)``, a
    /// broken table ends the program.
    public static let hookless: HooklessSpelling = {
        do { return try HooklessSpelling(carried(.uzbekCyrillic)) } catch {
            fatalError("a table that the program carries is broken: \(error)")
        }
    }()

    init(_ tag: LanguageTag, folder: String) throws {
        self.tag = tag
        folding = tag.isUzbek ? .uzbek : .plain
        let endingTable = try TSVTable.resource("\(folder)/endings.tsv", columns: ["ending", "example"])
        try endingTable.refuseRepeats(of: [0])
        endings = Endings(
            nominal: endingTable.rows.map { [folding] in folding($0.cells[0]) }, agglutinates: tag.isUzbek,
            longest: tag == .english ? 4 : 14)
        lexicon = try Lexicon(
            table: TSVTable.resource("\(folder)/lexicon.tsv", columns: ["class", "value", "pattern", "example"]),
            endings: endings, folding: folding)
        milestones = try PhraseTable(
            table: TSVTable.resource("\(folder)/milestones.tsv", columns: PhraseTable.columns),
            classes: ["reach", "works", "starts", "by"], endings: endings, folding: folding)
        abbreviations = try Abbreviations(
            table: TSVTable.resource("\(folder)/abbreviations.tsv", columns: ["abbreviation", "place", "example"]),
            folding: folding)
        legalForms = Set(lexicon.entries.filter { $0.lexeme == .legalForm }.map(\.pattern))
        places = try Places.bundled.get()
        gazetteer = try Gazetteer(
            places: places, language: tag, stemmer: PlaceStemmer(tag), endings: endings, folding: folding)
    }

    /// A detector of the five languages, from the function words and endings of each (`function-words.tsv`).
    /// - Throws: ``TSVTable/Failure`` when the table is broken.
    public static func detector() throws -> LanguageDetector {
        try detector(TSVTable.resource("function-words.tsv", columns: ["language", "word", "example"]))
    }

    static func detector(_ table: TSVTable) throws -> LanguageDetector {
        var words: [LanguageTag: Set<String>] = [:]
        var endings: [LanguageTag: Set<String>] = [:]
        try table.refuseRepeats(of: [0, 1])
        for row in table.rows {
            guard let tag = LanguageTag(lenient: row.cells[0]) else {
                throw table.failure(row, "unknown language “\(row.cells[0])”")
            }
            let folding = tag.isUzbek ? Folding.uzbek : .plain
            if row.cells[1].hasPrefix("-") {
                endings[tag, default: []].insert(folding(String(row.cells[1].dropFirst())))
            } else {
                words[tag, default: []].insert(folding(row.cells[1]))
            }
        }
        return LanguageDetector(words: words, endings: endings)
    }
}

extension Abbreviations {
    /// Reads a language's `abbreviations.tsv`.
    /// - Throws: ``TSVTable/Failure`` for a row that stands twice or a place other than `before` and `after`.
    init(table: TSVTable, folding: Folding) throws {
        try table.refuseRepeats(of: [0])
        var following: [String] = []
        var closing: [String] = []
        for row in table.rows {
            switch row.cells[1] {
            case "before": following.append(folding(row.cells[0]))
            case "after": closing.append(folding(row.cells[0]))
            default: throw table.failure(row, "the place is “\(row.cells[1])”, not “before” or “after”")
            }
        }
        self.init(following: following, closing: closing)
    }
}

extension PlaceStemmer {
    /// The stemmer of place names for a language.
    init(_ tag: LanguageTag) {
        switch tag {
        case .russian: self.init(accepts: PlaceStemmer.isCyrillic, stem: RussianMorphology.placeStem)
        case .english: self.init(accepts: PlaceStemmer.isLatin, stem: { ($0, true) }, inflectsAcronyms: true)
        case .uzbekLatin, .uzbekCyrillic:
            self.init(
                accepts: { PlaceStemmer.isLatin($0) || PlaceStemmer.isCyrillic($0) }, stem: { ($0, true) },
                inflectsAcronyms: true)
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
