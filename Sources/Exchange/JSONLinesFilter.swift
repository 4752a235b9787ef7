public import Extraction
internal import Deals
public import Foundation
internal import SourceText

/// The filter: JSON Lines in, JSON Lines out, one line a document, order kept.
///
/// A line in holds `text`, and optionally `id`, `url`, `published` and `language`. A line that can't be read
/// becomes an object with `error` on its own line, and the run goes on.
public struct JSONLinesFilter: Sendable {
    private struct Line: Decodable {
        let id: Identifier?
        let text: String
        let url: String?
        let published: String?
        let language: String?
    }

    /// An id may be a string or a number; it is given back as a string.
    private struct Identifier: Decodable {
        let text: String
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            // A decoder tells what a value is only by trying; the last attempt throws.
            if let number = try? container.decode(Int64.self) {
                text = String(number)
            } else if let number = try? container.decode(UInt64.self) {
                text = String(number)
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    /// What one line gave.
    public struct Output: Sendable {
        /// One JSON object, without a line break.
        public let text: String
        /// Whether the object tells an error.
        public let isError: Bool
    }

    private let extractor: Extractor
    private let writer: FindingsJSON

    private let traces: Bool

    /// Makes a filter.
    /// - Parameters:
    ///   - explains: each slot names the rules that made it.
    ///   - traces: the output is the trace of the rules as plain lines, for people who work on the rules.
    public init(extractor: Extractor, explains: Bool = false, traces: Bool = false) {
        self.traces = traces
        self.extractor = extractor
        writer = FindingsJSON(explains: explains)
    }

    /// Reads one line (without its line break).
    /// - Parameters:
    ///   - number: the line's number from 1, for error messages.
    public func output(for line: [UInt8], number: Int) -> Output {
        let decoded: Line
        do {
            decoded = try JSONDecoder().decode(Line.self, from: Data(line))
        } catch {
            return failure(number, nil, Self.reason(error))
        }
        if let published = decoded.published, PartialDate(iso: published) == nil {
            return failure(number, decoded.id?.text, "“published” is “\(published)”; give a date as YYYY-MM-DD")
        }
        var language: LanguageTag?
        if let stated = decoded.language {
            language = LanguageTag(lenient: stated)
            if language == nil {
                let known = LanguageTag.allCases.map(\.rawValue).joined(separator: ", ")
                return failure(number, decoded.id?.text, "“language” is “\(stated)”; this program reads \(known)")
            }
        }
        let document = Document(
            text: decoded.text, metadata: Metadata(url: decoded.url, published: decoded.published, language: language))
        if traces {
            let lines = extractor.trace(of: document).joined(separator: "\n")
            return Output(text: "## \(decoded.id?.text ?? String(number))\n" + lines, isError: false)
        }
        let findings = extractor.findings(in: document)
        return Output(text: writer.text(findings, of: document, id: decoded.id?.text ?? String(number)), isError: false)
    }

    private func failure(_ number: Int, _ id: String?, _ reason: String) -> Output {
        var json = JSONText()
        json.object { json in
            if let id {
                json.key("id")
                json.string(id)
            }
            json.key("line")
            json.int(number)
            json.key("error")
            json.string(reason)
        }
        return Output(text: json.text, isError: true)
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _):
            "the field “\(key.stringValue)” is missing; a line needs at least “text”"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            context.codingPath.last.map { "the field “\($0.stringValue)” has another type than expected" }
                ?? "not a JSON object"
        default: "not a JSON object on one line"
        }
    }

    /// The answer to a line that was too long to be kept.
    public func output(forOverlongLine number: Int) -> Output {
        failure(
            number, nil, "the line is longer than \(LineSplitter.defaultLimit / 1_000_000) MB; give one article a line")
    }

    /// The answer to a line as it came, without its line break; nil for a blank line, which gives no line.
    public func output(for line: LineSplitter.Line, number: Int) -> Output? {
        switch line {
        case .overlong: output(forOverlongLine: number)
        case .blank: nil
        case .bytes(let bytes): output(for: bytes, number: number)
        }
    }

    /// Runs the filter from one file handle to another, line by line, in constant memory.
    /// - Returns: how many lines were read and how many of them were errors.
    public func run(from input: FileHandle, to output: FileHandle) throws -> (lines: Int, errors: Int) {
        var lines = 0
        var errors = 0
        var splitter = LineSplitter()
        func process(_ line: LineSplitter.Line) throws {
            lines += 1
            guard let result = self.output(for: line, number: lines) else { return }
            if result.isError { errors += 1 }
            try output.write(contentsOf: Data((result.text + "\n").utf8))
        }
        var chunks = InputChunks(input)
        while case let chunk = try chunks.next(), !chunk.isEmpty {
            for line in splitter.lines(adding: chunk) { try process(line) }
        }
        if let line = splitter.finish() { try process(line) }
        return (lines, errors)
    }
}
