internal import Deals
public import Ledger
public import SourceText

/// Who says something, in which words.
public struct AnswerSource: Hashable, Sendable {
    /// The record that the words were read into.
    public let record: RecordID
    public let document: DocumentSummary
    /// Never empty.
    public let citations: [Citation]
}

/// An answer: sentences and a table, each figure with those who say so.
public struct Answer: Hashable, Sendable {
    /// A sentence, with numbers of ``sources``.
    public struct Sentence: Hashable, Sendable {
        public let text: String
        public let sources: [Int]
    }

    /// A row of the table, with numbers of ``sources``.
    public struct Row: Hashable, Sendable {
        public let cells: [String]
        public let sources: [Int]
    }

    /// The question as it was understood.
    public let question: Question
    /// The same in words: "The question was understood so: …".
    public let understood: String
    public let sentences: [Sentence]
    public let headings: [String]
    public let rows: [Row]
    /// Cited by number, from 0.
    public let sources: [AnswerSource]
    /// Whether no source says anything about what was asked.
    public let isNothing: Bool
    /// The word over the list of sources and over the column of their numbers.
    public let sourcesHeading: String
}

/// An answer while it is being written.
struct AnswerDraft {
    private(set) var sentences: [Answer.Sentence] = []
    private(set) var sources: [AnswerSource] = []
    private(set) var rows: [Answer.Row] = []
    var headings: [String] = []
    var isNothing = false
    private var numbers: [AnswerSource: Int] = [:]

    mutating func say(_ text: String, _ sources: [AnswerSource] = []) {
        sentences.append(Answer.Sentence(text: text, sources: cite(sources)))
    }

    mutating func add(_ cells: [String], _ sources: [AnswerSource]) {
        rows.append(Answer.Row(cells: cells, sources: cite(sources)))
    }

    private mutating func cite(_ cited: [AnswerSource]) -> [Int] {
        var result: [Int] = []
        for source in cited where !source.citations.isEmpty {
            let number = numbers[source] ?? sources.count
            if number == sources.count {
                numbers[source] = number
                sources.append(source)
            }
            if !result.contains(number) { result.append(number) }
        }
        return result
    }
}
