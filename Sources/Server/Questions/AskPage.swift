import Ledger
import Questions
import SourceText

/// `/ask?q=`: a question in plain words, answered in sentences and a table, with the sources of each figure.
struct AskPage {
    let headline: String
    let question: String
    let examples: [LinkView]
    let answer: AnswerView?

    /// Most characters of a question.
    static let longest = 300

    static func html(_ request: PageRequest) async throws -> String {
        let text = request.text
        let asked = request.query["q"]?.trimmed ?? ""
        guard asked.unicodeScalars.count <= longest else {
            throw PageFailure.refused(text("ask.too_long", request.wording.number(longest)))
        }
        let page = AskPage(
            headline: text("ask.title"), question: asked, examples: examples(request),
            answer: asked.isEmpty ? nil : try await AnswerView(try await answer(asked, nil, request), request))
        return try request.html("ask", title: asked.isEmpty ? page.headline : asked, page)
    }

    /// Questions that every ledger answers, each a link to its answer.
    static func examples(_ request: PageRequest) -> [LinkView] {
        (1...5).map { number in
            let words = request.text("ask.example.\(number)")
            return LinkView(words: words, address: Query().setting("q", words).address("/ask"))
        }
    }

    /// The answer from what the ledger holds today.
    static func answer(_ question: String, _ language: LanguageTag?, _ request: PageRequest) async throws -> Answer {
        do {
            return try await request.site.answer(question, language)
        } catch is LedgerSnapshots.TooLarge {
            throw PageFailure.refused(request.text("ask.too_large", request.wording.number(LedgerSnapshots.most)))
        }
    }
}

extension Site {
    /// Answers a question from what the ledger holds today.
    /// - Throws: ``LedgerSnapshots/TooLarge`` when it holds too much to be read whole.
    func answer(_ text: String, _ language: LanguageTag?) async throws -> Answer {
        let (snapshot, origins) = try await snapshots.withOrigins(at: now())
        let question = try QuestionReader(snapshot, today: today()).question(text, language: language)
        return try Answerer(snapshot, origins: origins, on: today()).answer(question)
    }
}

/// An answer as the page shows it.
struct AnswerView {
    let languageCode: String
    let understood: String
    let sentences: [SentenceView]
    let headings: [String]
    let hasRows: Bool
    let rows: [RowView]
    let more: String?
    let sourcesHeading: String
    let hasSources: Bool
    let sources: [SourceView]
    let data: String

    /// A sentence and the marks of who says so.
    struct SentenceView {
        let words: String
        let marks: [MarkView]
    }

    /// The number of a source, leading to it.
    struct MarkView {
        let number: String
        let address: String
        let spoken: String
    }

    /// A row of the table.
    struct RowView {
        let cells: [CellView]
        let marks: [MarkView]
    }

    /// A cell with the name of its column, which a narrow screen shows before it.
    struct CellView {
        let heading: String
        let words: String
        let isFirst: Bool
    }

    /// Who says something: the record, the outlet and day, and the words at their place in the document.
    struct SourceView {
        let anchor: String
        let number: String
        let record: LinkView
        let outlet: String
        let quotes: [LinkView]
    }

    private static let shownRows = 100

    init(_ answer: Answer, _ request: PageRequest) async throws {
        let wording = request.wording
        func marks(_ numbers: [Int]) -> [MarkView] {
            numbers.map {
                MarkView(
                    number: String($0 + 1), address: "#s-\($0 + 1)",
                    spoken: wording.text("ask.source_mark", String($0 + 1)))
            }
        }
        languageCode = answer.question.language.rawValue
        understood = answer.understood
        sentences = answer.sentences.map { SentenceView(words: $0.text, marks: marks($0.sources)) }
        headings = answer.headings
        hasRows = !answer.rows.isEmpty
        let shown = answer.rows.prefix(Self.shownRows)
        rows = shown.map { row in
            RowView(
                cells: row.cells.enumerated().map { column, words in
                    CellView(
                        heading: answer.headings.indices.contains(column) ? answer.headings[column] : "",
                        words: words, isFirst: column == 0)
                }, marks: marks(row.sources))
        }
        more =
            answer.rows.count > shown.count
            ? wording.text("ask.rows", wording.number(shown.count), wording.number(answer.rows.count)) : nil
        sourcesHeading = answer.sourcesHeading
        hasSources = !answer.sources.isEmpty
        // Of the rows that are not shown no source is shown either.
        let cited = Set(answer.sentences.flatMap(\.sources) + shown.flatMap(\.sources))
        var finders: [DocumentHash: QuoteFinder] = [:]
        var sources: [SourceView] = []
        for (number, source) in answer.sources.enumerated() where cited.contains(number) {
            if finders[source.document.hash] == nil,
                let document = try await request.store.document(source.document.hash)
            {
                finders[source.document.hash] = QuoteFinder(document)
            }
            let finder = finders[source.document.hash]
            var seen: Set<String> = []
            let quotes = source.citations.filter { seen.insert($0.exact).inserted }.map { citation in
                LinkView(
                    words: citation.exact.replacing("\n", with: " "), address: finder?.address(of: citation))
            }
            sources.append(
                SourceView(
                    anchor: "s-\(number + 1)", number: String(number + 1),
                    record: LinkView(
                        words: wording.text("record." + source.record.kind.rawValue),
                        address: "/\(source.record.kind.rawValue)s/\(source.record)"),
                    outlet: source.document.shortSource(wording), quotes: quotes))
        }
        self.sources = sources
        data = Query().setting("q", answer.question.text).address(APIRoutes.root + "/ask")
    }
}
