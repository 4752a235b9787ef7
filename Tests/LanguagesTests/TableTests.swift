import Deals
import SourceText
import Testing

@testable import Languages

@Suite struct TableTests {
    private static let columns = ["class", "value", "pattern", "example"]

    private static func table(_ text: String, columns: [String] = columns) throws -> TSVTable {
        try TSVTable(name: "ru/lexicon.tsv", text: text, columns: columns)
    }

    @Test func aTableHasRowsWithTheirLines() throws {
        let table = try Self.table(
            "# A comment.\nclass\tvalue\tpattern\texample\n\npaper\tcontract\tдоговор+\tдоговор\n")
        #expect(table.header == Self.columns)
        #expect(table.rows.map(\.line) == [4])
        #expect(table.rows[0].cells == ["paper", "contract", "договор+", "договор"])
    }

    /// A combining mark at the head of a cell is no part of the tab before it.
    @Test func cellsMayBeginWithACombiningMark() throws {
        #expect(
            try Self.table("a\tb\n\u{301}x\t\u{301}y\n", columns: ["a", "b"]).rows[0].cells == ["\u{301}x", "\u{301}y"])
    }

    @Test(arguments: [
        ("", "ru/lexicon.tsv, line 0: no header line"),
        ("# only a comment\n", "ru/lexicon.tsv, line 0: no header line"),
        ("class\tpattern\n", "ru/lexicon.tsv, line 1: the header is class pattern, not class value pattern example"),
        (
            "class\tvalue\tpattern\texample\r\n",
            "ru/lexicon.tsv, line 1: a carriage return; end lines with a line feed alone"
        ),
        (
            "class\tvalue\tpattern\texample\npaper\tcontract\tдоговор",
            "ru/lexicon.tsv, line 2: 3 cells, the header has 4"
        ),
        ("class\tvalue\tpattern\texample\na\tb\tc\td\te", "ru/lexicon.tsv, line 2: 5 cells, the header has 4"),
        (
            "class\tvalue\tpattern\texample\n#\npaper\tcontract\tдоговор \tдоговор",
            "ru/lexicon.tsv, line 3: the cell “договор ” begins or ends with a space"
        ),
        (
            "class\tvalue\tpattern\texample\npaper\tcontract\t\u{A0}договор\tдоговор",
            "ru/lexicon.tsv, line 2: the cell “\u{A0}договор” begins or ends with a space"
        ),
    ])
    func aBrokenTableIsRefused(text: String, message: String) {
        #expect { try Self.table(text) } throws: { "\($0)" == message }
    }

    @Test(arguments: [
        ("papper\tcontract\tдоговор\tдоговор", "ru/lexicon.tsv, line 2: unknown class “papper”"),
        ("paper\tcontract\t\tдоговор", "ru/lexicon.tsv, line 2: empty pattern"),
        ("paper\tcontract\tдоговор\t", "ru/lexicon.tsv, line 2: “договор” has no example or source"),
        (
            "paper\tcontract\tдоговор\tдоговор\npaper\tagreement\tдоговор\tдоговор",
            "ru/lexicon.tsv, line 3: “paper договор” stands twice"
        ),
    ])
    func aBrokenLexiconIsRefused(rows: String, message: String) {
        let endings = Endings(nominal: ["а"])
        #expect {
            try Lexicon(
                table: Self.table("class\tvalue\tpattern\texample\n" + rows), endings: endings, folding: .plain)
        } throws: {
            "\($0)" == message
        }
    }

    @Test(arguments: [
        ("ул\tbefor\tул. Навои", "ru/abbreviations.tsv, line 2: the place is “befor”, not “before” or “after”"),
        ("ул\tbefore\tул. Навои\nул\tafter\tул.", "ru/abbreviations.tsv, line 3: “ул” stands twice"),
    ])
    func brokenAbbreviationsAreRefused(rows: String, message: String) {
        let columns = ["abbreviation", "place", "example"]
        #expect {
            try Abbreviations(
                table: TSVTable(
                    name: "ru/abbreviations.tsv", text: columns.joined(separator: "\t") + "\n" + rows, columns: columns),
                folding: .plain)
        } throws: {
            "\($0)" == message
        }
    }

    @Test(arguments: [
        ("CN\tland\t\tКитай\t\t\t\t\t\tx", "Places/x.tsv, line 2: unknown kind “land”"),
        (
            "CN\tcountry\t\tКитай\t\t\t\t\t\tx\nCN\tcity\t\tПекин\t\t\t\t\t\tx",
            "Places/x.tsv, line 3: “CN” stands twice"
        ),
        ("CN-x\tcity\tCM\tПекин\t\t\t\t\t\tx", "Places/x.tsv, line 2: unknown parent “CM”"),
    ])
    func brokenPlacesAreRefused(rows: String, message: String) {
        let header = Places.columns.joined(separator: "\t")
        #expect {
            try Places(tables: [TSVTable(name: "Places/x.tsv", text: header + "\n" + rows, columns: Places.columns)])
        } throws: {
            "\($0)" == message
        }
    }

    @Test(arguments: [
        ("xx\tи\tи", "function-words.tsv, line 2: unknown language “xx”"),
        ("ru\tи\tи\nru\tи\tи", "function-words.tsv, line 3: “ru и” stands twice"),
    ])
    func brokenFunctionWordsAreRefused(rows: String, message: String) {
        let columns = ["language", "word", "example"]
        #expect {
            try LanguageData.detector(
                TSVTable(
                    name: "function-words.tsv", text: columns.joined(separator: "\t") + "\n" + rows, columns: columns))
        } throws: {
            "\($0)" == message
        }
    }

    // MARK: The tables that the program carries

    @Test(arguments: LanguageTag.allCases)
    func everyLanguageLoads(tag: LanguageTag) throws {
        let data = try LanguageData.bundled(tag)
        #expect(data.tag == tag)
        #expect(data.folding == (tag.isUzbek ? .uzbek : .plain))
        #expect(data.lexicon.entries.count > 1_000)
        #expect(data.gazetteer.entries.count > 1_000)
    }

    @Test func theDetectorLoads() throws { _ = try LanguageData.detector() }

    /// The classes whose values are codes of the program: a slip there would drop a value without a word.
    @Test(arguments: LanguageTag.allCases)
    func valuesAreCodesOfTheProgram(tag: LanguageTag) throws {
        let wrong = try LanguageData.bundled(tag).lexicon.entries.filter { entry in
            let value = entry.value
            let isCode =
                switch entry.lexeme {
                case .paper: AgreementKind(rawValue: value) != nil
                case .stage: AgreementStatus(rawValue: value) != nil || value == "begins"
                case .project, .sector: Sector(rawValue: value) != nil
                case .month: (1...12).contains(Int(value) ?? 0)
                case .weekday: (1...7).contains(Int(value) ?? 0)
                case .season: (1...4).contains(Int(value) ?? 0)
                case .day:
                    Int(value) != nil || value == "same"
                        || ["same", "span"].contains(value.prefix(4)) && Int(value.dropFirst(4)) != nil
                case .number, .scale: Double(value) != nil
                case .currency:
                    // A coin is a hundredth ("USD/100"), a unit of account a million ("USD*1000000").
                    value.utf8.prefix(3).count == 3 && value.utf8.prefix(3).allSatisfy { (65...90).contains($0) }
                        && ["", "/100", "*1000000"].contains(value.dropFirst(3))
                case .qualifier: AmountQualifier(rawValue: value.replacing(">", with: "")) != nil
                case .givenName: ["m", "f", "s", "surname"].contains(value)
                case .placeType: ["district", "region", "city", "zone", "country", "village", "street"].contains(value)
                case .role:
                    ["place", "ministry", "country", "company", "body", "many", "none"].contains(value)
                        || ["place:city", "place:district", "place:region"].contains(value)
                default: true
                }
            return !isCode
        }
        #expect(wrong.map { "\($0.lexeme) \($0.value): \($0.pattern)" } == [])
    }

    /// Every pattern can be found: its own words, with nothing behind its stems, match it.
    @Test(arguments: LanguageTag.allCases)
    func everyPatternFindsItself(tag: LanguageTag) throws {
        let data = try LanguageData.bundled(tag)
        var missed: [String] = []
        for (number, entry) in data.lexicon.entries.enumerated() where !entry.pattern.contains("_") {
            let words = entry.pattern.split(separator: " ").map { word -> String in
                var word = word[...]
                let isCapital = word.first == "^" && word.count > 1
                if isCapital { word = word.dropFirst() }
                if word.utf8.count > 1, word.last == "~" || word.last == "+" { word = word.dropLast() }
                return isCapital ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
            }
            let text = TokenizedText(
                Document(text: words.joined(separator: " ")), folding: data.folding, abbreviations: data.abbreviations)
            var isFound = false
            data.lexicon.candidates(in: text, at: 0) { candidate, _ in isFound = isFound || candidate == number }
            if !isFound { missed.append("\(entry.lexeme) \(entry.pattern)") }
        }
        #expect(missed == [])
    }
}
