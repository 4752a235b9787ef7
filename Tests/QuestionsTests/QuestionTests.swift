import Deals
import FollowThrough
import Foundation
import Ledger
import Questions
import SourceText
import Testing

/// Questions over the sample ledger, as on 25 November 2026: `questions.tsv`.
///
/// The column `answer` names the deals that the answer cites, `-` when no source says anything, `*` when only `says`
/// matters; `says` holds texts that must stand in the answer, with `|` between them.
@Suite struct QuestionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let question: String
        let language: String
        let intent: String
        let answer: String
        let says: [String]
        var testDescription: String { question }
    }

    static let cases: [Case] = {
        let url = Bundle.module.url(forResource: "questions", withExtension: "tsv")!
        let lines = try! String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        return lines.dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Case(
                question: cells[1], language: cells[0], intent: cells[2], answer: cells[3],
                says: cells[4].split(separator: "|").map(String.init))
        }
    }()

    static let day = PartialDate(iso: "2026-11-25")!

    static func answer(_ question: String) throws -> Answer {
        let sample = try Sample.shared.get()
        let reader = try QuestionReader(sample.snapshot, today: day)
        return try Answerer(sample.snapshot, origins: sample.origins, on: day).answer(try reader.question(question))
    }

    @Test func thereAreEnough() { #expect(Self.cases.count >= 120) }

    @Test(arguments: cases)
    func answer(_ expected: Case) throws {
        let sample = try Sample.shared.get()
        let answer = try Self.answer(expected.question)
        #expect(answer.question.language.rawValue == expected.language)
        #expect(answer.question.intent.rawValue == expected.intent, "\(answer.understood)")
        #expect(answer.isNothing == (expected.answer == "-"), "\(answer.understood)")
        if expected.answer != "-", expected.answer != "*" {
            let cited = Set(answer.rows.flatMap(\.sources).compactMap { sample.deals[answer.sources[$0].record] })
            let wanted = Set(expected.answer.split(separator: " ").map(String.init))
            #expect(
                cited == wanted,
                "too many: \(cited.subtracting(wanted).sorted()), missing: \(wanted.subtracting(cited).sorted()); \(answer.understood)"
            )
        }
        let text = answer.written(as: .text).replacing("\u{A0}", with: " ")
        for said in expected.says { #expect(text.contains(said), "\(text)") }
        // No figure without a source, and no source that is not used.
        for row in answer.rows { #expect(!row.sources.isEmpty, "\(row.cells)") }
        let used = Set(answer.rows.flatMap(\.sources) + answer.sentences.flatMap(\.sources))
        #expect(used == Set(answer.sources.indices))
    }
}
