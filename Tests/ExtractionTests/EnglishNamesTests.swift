import Languages
import SourceText
import Testing

@testable import Extraction

/// Names in English sentences: who and what is named, and where.
@Suite("English names")
struct EnglishNamesTests {
    struct Line: Sendable, CustomTestStringConvertible {
        let text: String
        var persons: [String] = []
        var organisations: [String] = []
        var places: [String] = []

        init(_ text: String, persons: [String] = [], organisations: [String] = [], places: [String] = []) {
            self.text = text
            self.persons = persons
            self.organisations = organisations
            self.places = places
        }

        var testDescription: String { text }
    }

    private func analysis(of text: String) throws -> Analysis {
        let data = try LanguageData.bundled(.english)
        let text = TokenizedText(Document(text: text), folding: data.folding, abbreviations: data.abbreviations)
        return MentionReader(text: text, data: data).analysis()
    }

    /// Each name once, in the order in which it first stands.
    private func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    @Test("names", arguments: lines)
    func names(line: Line) throws {
        let analysis = try analysis(of: line.text)
        #expect(once(analysis.persons.map(\.name)) == line.persons)
        #expect(once(analysis.organisations.map(\.name)) == line.organisations)
        #expect(once(analysis.places.filter { !$0.isInsideName }.map(\.name)) == line.places)
    }

    @Test("a surname alone joins the full name")
    func surnameAlone() throws {
        let analysis = try analysis(of: "The plant's director, Sun Weijie, met the press. Sun said the first kiln was ready.")
        #expect(analysis.persons.count == 2)
        #expect(Set(analysis.persons.map(\.entity)).count == 1)
        #expect(analysis.organisations.isEmpty)
    }

    @Test("a short form joins the full name of a firm")
    func shortForm() throws {
        let analysis = try analysis(
            of: "Anhui Dingxin Machinery Co., Ltd opened an office in Tashkent. Dingxin will hire 40 people.")
        #expect(analysis.organisations.count == 2)
        #expect(Set(analysis.organisations.map(\.entity)).count == 1)
    }

    @Test("an abbreviation in brackets joins its name")
    func abbreviation() throws {
        let analysis = try analysis(
            of: "A loan came from the Tian Shan Credit Bank (TSCB) in June. The second tranche of TSCB is due in May.")
        #expect(analysis.organisations.count == 3)
        #expect(Set(analysis.organisations.map(\.entity)).count == 1)
    }

    @Test("an outlet only reports")
    func outlet() throws {
        let analysis = try analysis(of: "TASHKENT, May 4 (Oxus Wire) - The work on the new road has begun.")
        #expect(analysis.organisations.map(\.name) == ["Oxus Wire"])
        #expect(analysis.organisations.allSatisfy(\.isOutlet))
    }

    static let lines: [Line] = [
@@LINES@@
    ]
}
