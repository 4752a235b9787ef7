public import Deals
internal import Languages
public import SourceText

/// Reads a document: who visited, met and agreed, with every value cited.
///
/// Pure and synchronous: the same document always gives the same findings.
///
///     let extractor = try Extractor()
///     let findings = extractor.findings(in: Document(text: article))
///
public struct Extractor: Sendable {
    /// What to do beside the rules.
    public struct Configuration: Sendable, Hashable {
        /// Records below this confidence are left out, 0…1.
        public var minimumConfidence: Double
        public init(minimumConfidence: Double = 0) { self.minimumConfidence = minimumConfidence }
    }

    public let configuration: Configuration
    private let data: [LanguageTag: LanguageData]
    private let detector: LanguageDetector

    /// Loads the word lists of every language.
    /// - Throws: `TSVTable.Failure` when a table that the program carries is broken or missing.
    public init(configuration: Configuration = Configuration()) throws {
        self.configuration = configuration
        var data: [LanguageTag: LanguageData] = [:]
        for tag in LanguageTag.allCases { if let d = try? LanguageData.bundled(tag) { data[tag] = d } }
        self.data = data
        detector = try LanguageData.detector()
    }

    /// The language of a text: the metadata's word, else what detection says.
    public func language(of document: Document) -> LanguageTag? {
        document.metadata.language ?? detector.detect(document.bytes[...])
    }

    /// How the rules came to the agreements: one line a clause that told something, with the rules that fired.
    public func trace(of document: Document) -> [String] {
        guard let tag = language(of: document), let data = data[tag] else { return [] }
        let text = TokenizedText(document, folding: data.folding, abbreviations: data.abbreviations)
        let analysis = MentionReader(text: text, data: data).analysis()
        return FindingsBuilder(analysis: analysis, configuration: configuration).trace()
    }

    /// Everything that the rules find in a document.
    public func findings(in document: Document) -> Findings {
        guard let tag = language(of: document), let data = data[tag] else { return Findings() }
        let text = TokenizedText(document, folding: data.folding, abbreviations: data.abbreviations)
        let analysis = MentionReader(text: text, data: data).analysis()
        return FindingsBuilder(analysis: analysis, configuration: configuration).findings()
    }
}
