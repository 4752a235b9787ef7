internal import ArgumentParser
internal import Foundation
internal import Reading
internal import SourceText

/// An item as the command line names it.
struct ItemArgument: Hashable, Sendable, ExpressibleByArgument {
    /// A path, an address, or `-` for standard input.
    let text: String

    init?(argument: String) { text = argument }

    static var defaultCompletionKind: CompletionKind { .file() }

    /// What the item is called in JSON: a file's name without its ending, an address as it is, or nil.
    var id: String? {
        if text == "-" { return nil }
        if case .address = ItemReader.Source(argument: text) { return text }
        return URL(fileURLWithPath: text).deletingPathExtension().lastPathComponent
    }

    func read(_ options: ReadingOptions) async throws(ReadingError) -> Document {
        let reader = options.reader
        let source = text == "-" ? try reader.standardInput() : ItemReader.Source(argument: text)
        return try await reader.read(source, overrides: options.overrides)
    }
}
