internal import Foundation
import SourceText
import Testing

@testable import Reading

@Suite struct ItemReaderTests {
    /// Writes a file of a temporary folder and gives its path.
    private static func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kelishuv-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent(name).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func message(_ work: () async throws -> Document) async -> String {
        do { return "read: \(try await work().text)" } catch { return "\(error)" }
    }

    @Test func plainTextStaysAsGiven() throws {
        let text =
            "\nВизит в Китай\r\n\r\n17.01.2024 14:08\r\nПервый  абзац.\r\n\tИсточник: <https://www.v.example/a>.\r\n"
        let path = try Self.file("a.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        let document = try ItemReader().read(path: path)
        #expect(document.text == text)
        #expect(document.raw == [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(
            document.metadata
                == Metadata(
                    url: "https://www.v.example/a", source: "v.example", title: "Визит в Китай", published: "2024-01-17"
                ))
    }

    @Test func aTextFileIsNeverTakenForAPage() throws {
        let path = try Self.file("a.txt", Array("<html><p>x".utf8))
        #expect(try ItemReader().read(path: path).text == "<html><p>x")
    }

    @Test(arguments: ["a.html", "b.HTM", "c", "d.php"])
    func pagesAreKnownByNameOrByTheirBeginning(_ name: String) throws {
        let path = try Self.file(name, Array("\n<!DOCTYPE html><title>T</title><p>Текст новости.".utf8))
        let document = try ItemReader().read(path: path)
        #expect(document.text == "T\n\nТекст новости.")
        #expect(document.metadata.title == "T")
    }

    @Test func pageInItsOwnEncoding() throws {
        let html = "<html><head><meta charset=\"windows-1251\"></head><body><p>Хоким подписал соглашение.</p>"
        let path = try Self.file("a.html", EncodingTests.encoded(html, .windows1251))
        #expect(try ItemReader().read(path: path).text == "Хоким подписал соглашение.")
    }

    @Test func callersWordsWin() async throws {
        let overrides = ItemReader.Overrides(
            url: "https://www.b.example/1", published: "2024-02-03", language: .russian)
        let html = Array("<html lang=en><link rel=canonical href=/2><p>5 January 2024</p><p>Text of the news.".utf8)
        let document = try await ItemReader().read(.standardInput(html), overrides: overrides)
        #expect(document.metadata.url == "https://www.b.example/1")
        #expect(document.metadata.source == "b.example")
        #expect(document.metadata.published == "2024-02-03")
        #expect(document.metadata.language == .russian)
    }

    @Test func markdownTitle() throws {
        let path = try Self.file("a.md", Array("# Визит\n\nТекст.\n".utf8))
        let document = try ItemReader().read(path: path)
        #expect(document.metadata.title == "Визит")
        #expect(document.text == "# Визит\n\nТекст.\n")
    }

    @Test func pageFromAnAddress() async throws {
        let server = LocalServer([
            "/n/1": .page(
                try EncodingTests.encoded("<title>Визит</title><p>Хоким подписал соглашение о заводе.", .koi8r),
                type: "text/html; charset=koi8-r")
        ])
        defer { server.stop() }
        let reader = ItemReader(fetcher: Fetcher(limits: .init(allowPrivate: true)))
        let document = try await reader.read(.init(argument: server.address("/n/1")))
        #expect(document.text == "Визит\n\nХоким подписал соглашение о заводе.")
        #expect(document.metadata.url == server.address("/n/1"))
        #expect(document.metadata.source == "127.0.0.1")
        let fetched = try #require(document.metadata.fetched)
        #expect(fetched.count == 20 && fetched.hasSuffix("Z"))
    }

    @Test func failuresSayWhatToDo() async throws {
        let reader = ItemReader(limit: 1000)
        let folder = FileManager.default.temporaryDirectory.path
        let empty = try Self.file("empty.txt", Array(" \n\u{A0}\n".utf8))
        let large = try Self.file("large.txt", [UInt8](repeating: 0x61, count: 1001))
        let pdf = try Self.file("doc.txt", Array("%PDF-1.7\n".utf8))
        let expected: [(ItemReader.Source, String)] = [
            (
                .file("/no/such.txt"),
                "There is no file at “/no/such.txt”. Give the path of a text or HTML file, an address, or - for standard input."
            ),
            (
                .file(folder),
                "“\(folder)” is a folder. Give the files in it one by one, for example “\(folder)/*.html”."
            ),
            (.file(empty), "The file “\(empty)” holds no text. Check that it is the right one."),
            (.file(large), "The file “\(large)” has more than 1 kB, the most that is read. Give the article alone."),
            (
                .file(pdf),
                "The file “\(pdf)” is a PDF file, not text. Convert it to text first, for example with pdftotext, and give the text."
            ),
            (.standardInput([]), "The standard input holds no text. Check that it is the right one."),
            (
                .standardInput(Array("<html><script>x</script>".utf8)),
                "The standard input holds no text. Check that it is the right one."
            ),
            (
                .standardInput([0, 1, 2, 3, 4, 5]),
                "The standard input is a binary file, not text. Give a text or HTML file."
            ),
            (
                .address("http://127.0.0.1/"),
                "http://127.0.0.1/ was not fetched: “127.0.0.1” is 127.0.0.1, which is not on the public internet. Use --allow-private if you trust it."
            ),
        ]
        for (source, text) in expected { #expect(await message { try await reader.read(source) } == text) }
        #expect(
            await message { try await reader.read(.standardInput([0x61]), overrides: .init(published: "17.01.2024")) }
                == "The publication date “17.01.2024” is not a day. Write it as YYYY-MM-DD, for example 2024-01-17.")
    }

    @Test func unreadableFile() async throws {
        let path = try Self.file("shut.txt", [0x61])
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        // Root reads everything; nothing can be shown then.
        guard !FileManager.default.isReadableFile(atPath: path) else { return }
        #expect(
            await message { try ItemReader().read(path: path) }
                == "The file “\(path)” cannot be read: permission denied. Check its permissions.")
    }

    @Test func argumentsAreTold() {
        #expect(ItemReader.Source(argument: "HTTPS://a.example") == .address("HTTPS://a.example"))
        #expect(ItemReader.Source(argument: "http.txt") == .file("http.txt"))
    }
}
