internal import Foundation
internal import Languages
internal import SourceText

/// The words that questions are asked with, of one language: `Resources/<language>.tsv`.
struct QuestionWords: Sendable {
    /// What a row's word tells.
    enum Kind: String, CaseIterable, Sendable {
        /// Value: an ``Intent``.
        case ask
        /// Value: stages by their codes, with commas between them.
        case stage
        /// Value: a sector by its own name ("energy").
        case sector
        /// Value: a dimension ("which company", "по странам").
        case group
        /// Value: `over` or `upTo`, beside an amount.
        case bound
        /// Beside a date: from it on, up to it.
        case since, until
        /// Joins what need not both hold ("или").
        case or
        /// Tells nothing ("в", "пожалуйста").
        case filler
    }

    let table: PhraseTable
    let language: LanguageData

    /// The words of a language that the program carries.
    static func carried(_ tag: LanguageTag) throws -> QuestionWords {
        switch tag {
        case .russian: try russian.get()
        case .english: try english.get()
        case .uzbekLatin: try uzbekLatin.get()
        case .uzbekCyrillic: try uzbekCyrillic.get()
        case .chinese: try chinese.get()
        }
    }

    private static let russian = Result { try QuestionWords(.russian, "ru") }
    private static let english = Result { try QuestionWords(.english, "en") }
    private static let uzbekLatin = Result { try QuestionWords(.uzbekLatin, "uz") }
    private static let uzbekCyrillic = Result { try QuestionWords(.uzbekCyrillic, "uz") }
    private static let chinese = Result { try QuestionWords(.chinese, "zh") }

    private init(_ tag: LanguageTag, _ file: String) throws {
        language = try LanguageData.bundled(tag)
        table = try PhraseTable(
            table: Resource.table("\(file).tsv", columns: PhraseTable.columns),
            classes: Set(Kind.allCases.map(\.rawValue)), language: language)
    }
}

/// The tables that this target carries.
enum Resource {
    static func table(_ name: String, columns: [String]) throws -> TSVTable {
        let url = Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(name)
        return try TSVTable(name: name, text: String(contentsOf: url, encoding: .utf8), columns: columns)
    }
}
