internal import ArgumentParser
internal import Evaluation
internal import Exchange
internal import Extraction
internal import Foundation
internal import SourceText

/// `kelishuv evaluate`: how far the findings agree with annotated gold.
struct EvaluateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Compare what is found with annotated documents: precision, recall, errors, reliability.",
        discussion: """
            A gold folder holds pairs of files: ID.txt, the text, and ID.json, what should be found in it. Records are \
            aligned one to one so that most of their slots agree; then slots are counted. The figures are printed as \
            P (of what was found, the share that is right), R (of what is there, the share that was found) and F1.

            Examples:
              kelishuv evaluate --gold Gold/rules
              kelishuv evaluate --gold Gold/rules --errors 5
              kelishuv evaluate --gold gold --findings findings.jsonl --json
            """)

    @Option(help: ArgumentHelp("A folder of annotated documents; may be given several times.", valueName: "folder"))
    var gold: [String]

    @Option(
        help: ArgumentHelp(
            "Judge these findings, JSON Lines as “extract” prints them, instead of reading the texts.",
            valueName: "file"))
    var findings: String?

    @Option(help: ArgumentHelp("Show what is missing or wrong in this many of the worst documents.", valueName: "n"))
    var errors: Int = 0

    @Flag(help: "Show how often what was said with a confidence was right.")
    var reliability = false

    @Option(
        help: ArgumentHelp(
            "Write each value that was said, with its evidence and whether it was right, for scripts/calibrate.",
            valueName: "file"))
    var observations: String?

    @Flag(help: "Print the figures as a JSON object.")
    var json = false

    func validate() throws {
        if errors < 0 { throw ValidationError("“--errors \(errors)” is out of range. Give 0 or more.") }
    }

    func run(_ console: Console) async throws -> ExitStatus {
        var evaluation = Evaluation()
        do {
            let given = try findings.map(Self.given)
            let reader = given == nil ? FindingsReader(extractor: try Extractor.loaded()) : nil
            for folder in gold {
                for document in try GoldFolder(URL(fileURLWithPath: folder)).documents {
                    console.progress("Reading \(document.id)")
                    let found = try given.map { $0[document.id] } ?? reader?.findings(document)
                    evaluation.add(gold: document.gold, found: found, text: document.text)
                }
            }
        } catch let failure as GoldFolder.Failure {
            console.endProgress()
            throw Failure(status: .someFailed, message: failure.message)
        }
        console.endProgress()
        let report = EvaluationReport(evaluation)
        console.line(json ? report.json : report.text)
        if reliability, !json { console.line("\n" + report.reliability) }
        if errors > 0, !json { console.line("\n" + report.errors(errors)) }
        if let observations { try Self.write(evaluation.reliability.observations, to: observations) }
        return evaluation.missing.count == evaluation.documents.count ? .someFailed : .ok
    }

    private static func write(_ observations: [Reliability.Observation], to path: String) throws(Failure) {
        let lines = observations.map { "\($0.slot)\t\($0.right)\t\($0.evidence.joined(separator: " "))\n" }
        do {
            try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
        } catch {
            throw Failure(status: .someFailed, message: "The file “\(path)” cannot be written: \(error)")
        }
    }

    /// Findings by their documents' ids.
    private static func given(_ path: String) throws(GoldFolder.Failure) -> [String: JSONValue] {
        let text: String
        do {
            text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        } catch {
            throw GoldFolder.Failure(
                message: "The file “\(path)” cannot be read. Give findings as “extract” prints them.")
        }
        var found: [String: JSONValue] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { !$0.isWhitespace }) {
            do {
                let value = try JSONValue(json: Data(line.utf8))
                found[value.id] = value
            } catch {
                throw GoldFolder.Failure(message: "Line \(number + 1) of “\(path)” is no JSON: \(error)")
            }
        }
        return found
    }
}

/// Reads gold texts as `read` would.
private struct FindingsReader {
    let extractor: Extractor

    func findings(_ document: GoldFolder.Document) throws(GoldFolder.Failure) -> JSONValue? {
        guard let text = document.text else { return nil }
        let read = Document(
            text: text,
            metadata: Metadata(published: document.published, language: LanguageTag(lenient: document.language)))
        let json = FindingsJSON(explains: true).text(extractor.findings(in: read), of: read, id: document.id)
        do {
            return try JSONValue(json: Data(json.utf8))
        } catch {
            throw GoldFolder.Failure(message: "The findings of “\(document.id)” are no JSON: \(error)")
        }
    }
}
