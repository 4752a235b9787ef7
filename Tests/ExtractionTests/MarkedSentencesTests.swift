import Deals
@testable import Extraction
import Languages
import SourceText
import Testing

/// Sentences of our own in each language with what they tell, from `Resources/sentences`.
///
/// A row asserts what it lists and no more. A row whose id ends in `?` is a known miss; one that starts to pass fails
/// here until the mark is taken away.
@Suite("Marked sentences")
struct MarkedSentencesTests {
    @Test(arguments: try MarkedSentence.rows(of: .russian))
    func russian(_ sentence: MarkedSentence) throws { try check(sentence) }

    @Test(arguments: try MarkedSentence.rows(of: .english))
    func english(_ sentence: MarkedSentence) throws { try check(sentence) }

    @Test(arguments: try MarkedSentence.rows(of: .chinese))
    func chinese(_ sentence: MarkedSentence) throws { try check(sentence) }

    @Test(arguments: try MarkedSentence.rows(of: .uzbekLatin))
    func uzbekLatin(_ sentence: MarkedSentence) throws { try check(sentence) }

    @Test(arguments: try MarkedSentence.rows(of: .uzbekCyrillic))
    func uzbekCyrillic(_ sentence: MarkedSentence) throws { try check(sentence) }

    private static let extractor = Result { try Extractor() }

    private func check(_ sentence: MarkedSentence) throws {
        let extractor = try Self.extractor.get()
        let document = Document(
            text: sentence.text, metadata: Metadata(published: sentence.published, language: sentence.language))
        let data = LanguageData.carried(sentence.language)
        let words = TokenizedText(document, folding: data.folding, abbreviations: data.abbreviations)
        let dates = MentionReader(text: words, data: data).analysis().dates.map(\.date.description)
        let found = ToldFindings(extractor.findings(in: document), dates: dates)
        let missing = found.missing(of: sentence.expected)
        func assert() {
            #expect(
                missing.isEmpty,
                """
                \(sentence.id): \(sentence.text)
                expected and not found: \(missing.map(\.description).joined(separator: "; "))
                found: \(found.description)
                """)
        }
        if sentence.isKnownMiss {
            withKnownIssue("\(sentence.id)") { assert() }
        } else {
            assert()
        }
    }
}

extension MarkedSentence: CustomTestStringConvertible {
    var testDescription: String { "\(id): \(text.prefix(60).replacing("\n", with: " "))" }
}
