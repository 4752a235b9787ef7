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
    private let detector: LanguageDetector

    /// Makes an extractor. A language's word lists are read when its first text comes.
    /// - Throws: `TSVTable.Failure` when the tables that the program carries are missing.
    public init(configuration: Configuration = Configuration()) throws {
        self.configuration = configuration
        detector = try LanguageData.detector()
    }

    /// The language of a text: the metadata's word, else what detection says.
    public func language(of document: Document) -> LanguageTag? {
        document.metadata.language ?? detector.detect(document.bytes[...])
    }

    /// How the rules came to the agreements: one line a clause that told something, with the rules that fired.
    public func trace(of document: Document) -> [String] {
        guard let tag = language(of: document) else { return [] }
        return Sections(document).flatMap { section in
            FindingsBuilder(
                analysis: analysis(section.document, LanguageData.carried(tag)), section: section,
                configuration: configuration
            ).trace()
        }
    }

    /// Everything that the rules find in a document.
    ///
    /// The time grows with the length: a text longer than ``Sections/longest`` is read in sections, and what leans on
    /// words farther off than that is not seen.
    public func findings(in document: Document) -> Findings {
        guard let tag = language(of: document) else { return Findings() }
        let data = LanguageData.carried(tag)
        var whole = Findings()
        whole.language = tag
        var published = document.metadata.published
        for section in Sections(document) {
            let analysis = analysis(section.document.published(published), data)
            let findings = FindingsBuilder(analysis: analysis, section: section, configuration: configuration)
                .findings()
            if published == nil { published = findings.publicationDay?.description }
            whole.append(findings)
        }
        return whole
    }

    private func analysis(_ document: Document, _ data: LanguageData) -> Analysis {
        let respelling =
            data.tag == .uzbekCyrillic && TokenizedText.isTypedWithoutHooks(document) ? LanguageData.hookless : nil
        let text = TokenizedText(
            document, folding: data.folding, abbreviations: data.abbreviations, respelling: respelling)
        return MentionReader(text: text, data: data).analysis()
    }
}

extension Document {
    /// The same document with the day of publication that a section before has told.
    fileprivate func published(_ day: String?) -> Document {
        guard let day, day != metadata.published else { return self }
        var metadata = metadata
        metadata.published = day
        return Document(raw: raw, text: text, metadata: metadata)
    }
}
