import SourceText
import Testing

@testable import Server

@Suite struct QuoteTests {
    /// The text, the cited words, and the quotes with the words in brackets.
    @Test(
        arguments: [
            ("First here. Second is cited. Third.", ["cited"], ["Second is [cited]."]),
            ("One stops. Two stops. Three stops.", ["Two", "stops. Three"], ["[Two] [stops. Three] stops."]),
            (
                "Завод построят в г. Ташкент за 5 млн. долларов. Конец.", ["Ташкент"],
                ["Завод построят в г. [Ташкент] за 5 млн. долларов."]
            ),
            ("Line one\nLine two with words", ["words"], ["Line two with [words]"]),
            ("Alpha first. Beta second. Gamma third.", ["Alpha", "Gamma"], ["[Alpha] first.", "[Gamma] third."]),
        ] as [(String, [String], [String])])
    func sentences(text: String, words: [String], expected: [String]) throws {
        let cited = Cited(text)
        let citations = try words.map { try Citation(cited.document, cited.range($0)) }
        let quotes = QuoteFinder(cited.document).quotes(citations)
        #expect(quotes.map { $0.runs.map { $0.isCited ? "[\($0.text)]" : $0.text }.joined() } == expected)
    }

    @Test func endlessSentencesAreCut() throws {
        let filler = String(repeating: "слово ", count: 2_000)
        let cited = Cited(filler + "ЦЕЛЬ " + filler)
        let quote = QuoteFinder(cited.document).quotes([try Citation(cited.document, cited.range("ЦЕЛЬ"))])[0]
        let text = quote.runs.map(\.text).joined()
        #expect(text.utf8.count < 1_300)
        #expect(text.hasPrefix("… ") && text.hasSuffix(" …"))
    }

    @Test func anchorsCountCodePoints() throws {
        let cited = Cited("Ўзбекистон 🏭 завод")
        let finder = QuoteFinder(cited.document)
        let citation = try Citation(cited.document, cited.range("завод"))
        #expect(finder.address(of: citation) == "/documents/\(cited.document.hash)#c-13-18")
    }

    @Test func otherDocumentsCitationsAreLeftOut() throws {
        let one = Cited("one document")
        let other = Cited("other document")
        #expect(QuoteFinder(one.document).quotes([try Citation(other.document, other.range("other"))]).isEmpty)
    }
}
