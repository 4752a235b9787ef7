import Foundation
import Mustache

/// The files that the package carries: templates, interface texts, the stylesheet.
struct Resources {
    private let folder: URL

    init() throws {
        guard let folder = Bundle.module.url(forResource: "Resources", withExtension: nil) else {
            throw ResourceFailure(file: "Resources", reason: "the bundle lies not beside the program")
        }
        self.folder = folder
    }

    func strings(_ language: InterfaceLanguage) throws -> StringTable {
        try StringTable(language: language, tsv: text("strings/\(language.rawValue).tsv"))
    }

    /// Every template, its interface texts written in.
    func templates(_ strings: StringTable) throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for (name, source) in try templateSources() {
            try library.register(Self.localized(source, name: name, strings), named: name)
        }
        return library
    }

    /// The templates as they were written, by name.
    func templateSources() throws -> [String: String] {
        var sources: [String: String] = [:]
        for file in try files("templates") where file.hasSuffix(".mustache") {
            sources[String(file.dropLast(".mustache".count))] = try text("templates/" + file)
        }
        return sources
    }

    func files(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path).sorted()
    }

    func bytes(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: folder.appending(path: name)))
    }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// Interface texts stand in templates as `[[key]]`. They are written in once, when the program starts, so
    /// that a page costs no look-ups and an unknown key stops the start, not a reader.
    static func localized(_ source: String, name: String, _ strings: StringTable) throws -> String {
        var result = ""
        var rest = source[...]
        while let open = rest.firstRange(of: "[[") {
            guard let close = rest[open.upperBound...].firstRange(of: "]]") else { break }
            let key = String(rest[open.upperBound..<close.lowerBound])
            guard let text = strings.optional(key) else {
                throw ResourceFailure(
                    file: "templates/\(name).mustache",
                    reason: "the text “\(key)” is not in strings/\(strings.language.rawValue).tsv")
            }
            result += rest[..<open.lowerBound] + Escaping.html(text)
            rest = rest[close.upperBound...]
        }
        return result + rest
    }
}
