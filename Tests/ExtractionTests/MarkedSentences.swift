import Foundation
import SourceText

/// A row of `Resources/sentences/LANGUAGE.tsv`: a few words of text and what they tell.
struct MarkedSentence: Sendable {
    /// Unique in its file. One that ends in `?` marks a known miss: the row is right and the program is not, yet.
    let id: String
    /// The day of publication; nil when the row has `-`.
    let published: String?
    /// `\n` in the table is an end of line.
    let text: String
    /// What a reader finds; the row asserts these and no more.
    let expected: [ExpectedItem]
    let language: LanguageTag

    var isKnownMiss: Bool { id.hasSuffix("?") }

    /// The rows of a language's file; none when it has no file.
    /// - Throws: ``Failure`` for a row that cannot be read.
    static func rows(of language: LanguageTag) throws -> [MarkedSentence] {
        let file = folder.appendingPathComponent("\(language.rawValue).tsv")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        var ids: Set<Substring> = []
        return try lines.enumerated().compactMap { number, line -> MarkedSentence? in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if line.hasPrefix("#") || cells.first == "id" { return nil }
            let place = "\(file.lastPathComponent), line \(number + 1)"
            guard cells.count == 4 else {
                throw Failure("\(place): \(cells.count) cells, not id, published, text, expected")
            }
            guard ids.insert(cells[0]).inserted else { throw Failure("\(place): the id \(cells[0]) stands twice") }
            let items = try cells[3].split(separator: ";").map { item in
                guard let read = ExpectedItem(item.trimmingCharacters(in: .whitespaces)) else {
                    throw Failure("\(place): \"\(item)\" is no item; see ExpectedItem")
                }
                return read
            }
            return MarkedSentence(
                id: String(cells[0]), published: cells[1] == "-" ? nil : String(cells[1]),
                text: String(cells[2]).replacing("\\n", with: "\n"), expected: items, language: language)
        }
    }

    /// Why a file was refused.
    struct Failure: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Resources").appendingPathComponent("sentences")
}
