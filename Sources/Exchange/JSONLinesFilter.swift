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

    /// Makes a filter; with `explains` each value names the rules that made it.
    public init(extractor: Extractor, explains: Bool = false) {
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
        case DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty,
            DecodingError.valueNotFound(_, let context) where !context.codingPath.isEmpty:
            "the field “\(context.codingPath.last!.stringValue)” has another type than expected; give a string"
        default: "not a JSON object on one line"
        }
    }

    /// Runs the filter from one file handle to another, line by line, in constant memory.
    /// - Returns: how many lines were read and how many of them were errors.
    public func run(from input: FileHandle, to output: FileHandle) throws -> (lines: Int, errors: Int) {
        var lines = 0
        var errors = 0
        var buffer: [UInt8] = []
        func process(_ line: ArraySlice<UInt8>) throws {
            let trimmed = line.last == 0x0D ? line.dropLast() : line
            lines += 1
            if trimmed.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
            let result = self.output(for: Array(trimmed), number: lines)
            if result.isError { errors += 1 }
            try output.write(contentsOf: Data((result.text + "\n").utf8))
        }
        while let chunk = try input.read(upToCount: 1 << 16), !chunk.isEmpty {
            buffer += chunk
            var start = buffer.startIndex
            while let end = buffer[start...].firstIndex(of: 0x0A) {
                try process(buffer[start..<end])
                start = end + 1
            }
            buffer.removeSubrange(..<start)
        }
        if !buffer.isEmpty { try process(buffer[...]) }
        return (lines, errors)
    }
}
