import Languages
import SourceText
import Testing
import TextTesting

/// Cuts the text of a marked line with the tables of its language and compares where the passages begin.
func expectPassages(_ marked: String, _ language: LanguageTag, sourceLocation: SourceLocation = #_sourceLocation) throws
{
    let expected = MarkedText(marked)
    let data = try LanguageData.bundled(language)
    let text = TokenizedText(
        Document(text: expected.text), folding: data.folding, abbreviations: data.abbreviations)
    let found = MarkedText.marking(expected.text, at: text.passages.dropFirst().map(\.range.start))
    #expect(found == marked, sourceLocation: sourceLocation)
}
