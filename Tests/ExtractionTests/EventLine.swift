import Deals
import Extraction
import SourceText
import Testing

/// A short text and what is expected of it, a line each; read as published on a Wednesday.
struct EventLine: Sendable, CustomTestStringConvertible {
    let language: LanguageTag
    let text: String
    let expected: [String]

    init(_ language: LanguageTag, _ text: String, _ expected: [String]) {
        self.language = language
        self.text = text
        self.expected = expected
    }

    var testDescription: String { text }

    var findings: Findings {
        get throws {
            let metadata = Metadata(published: "2025-03-12", language: language)
            return try Extractor().findings(in: Document(text: text, metadata: metadata))
        }
    }
}
