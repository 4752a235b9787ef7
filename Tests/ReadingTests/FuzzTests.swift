internal import Foundation
import SourceText
import Testing

@testable import Reading

/// What holds for every input whatsoever. `KELISHUV_FUZZ=200000` sets how many are tried.
@Suite struct FuzzTests {
    static let count = ProcessInfo.processInfo.environment["KELISHUV_FUZZ"].flatMap(Int.init) ?? 5000

    @Test func everyInputIsReadOrRefused() {
        let reader = ItemReader()
        for seed in 0..<UInt64(Self.count) {
            var inputs = MutatedInput(seed: seed)
            let bytes = inputs.next()
            let format: ItemReader.Format? = seed % 3 == 0 ? nil : seed % 3 == 1 ? .html : .plainText
            let time = CPUTime.measure {
                do throws(ReadingError) {
                    let document = try reader.read(
                        bytes, name: "The input", format: format, address: "https://a.example/b")
                    check(document, bytes, seed)
                } catch {
                    #expect("\(error)".hasSuffix(".") && "\(error)".hasPrefix("The input"), "seed \(seed)")
                }
            }
            if time > 2 { Issue.record("seed \(seed) took \(time) s") }
        }
    }

    private func check(_ document: Document, _ bytes: [UInt8], _ seed: UInt64) {
        // One comparison an input keeps the run fast; the parts are told apart only on failure.
        let problems: [String] = [
            document.raw == bytes ? nil : "raw bytes changed",
            document.bytes.contains(where: UTF8Text.isControl) ? "controls are left" : nil,
            document.metadata.published.map { CalendarDay(iso: $0) == nil } == true ? "published is no day" : nil,
            document.metadata.title?.isEmpty == true ? "empty title" : nil,
            document.metadata.url.map { !$0.hasPrefix("http") } == true ? "url is no address" : nil,
            (try? Citation(document, TextRange(0, document.bytes.count))) == nil ? "the text cannot be cited" : nil,
        ].compactMap { $0 }
        if !problems.isEmpty { Issue.record("seed \(seed): \(problems.joined(separator: ", "))") }
        if let found = DateLine.find(in: document.bytes) {
            if (try? Citation(document, found.range)) == nil { Issue.record("seed \(seed): dateline cannot be cited") }
        }
    }

    /// The text of a page is stable: read as a text again, the same words come out.
    @Test func readingIsDeterministic() {
        for seed in 0..<UInt64(200) {
            var inputs = MutatedInput(seed: seed)
            let html = String(decoding: inputs.next(), as: UTF8.self)
            if HTMLReader().read(html) != HTMLReader().read(html) { Issue.record("seed \(seed)") }
        }
    }
}
