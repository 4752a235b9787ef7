internal import Deals
internal import Exchange
internal import Extraction
internal import Foundation
internal import Reading
internal import SourceText

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What every input goes through: the reader, the extractor, the output; and what must hold then.
public struct FuzzTarget: Sendable {
    private let reader = ItemReader()
    private let extractor: Extractor
    private let writer = FindingsJSON(explains: true)

    /// What an input did.
    public struct Outcome: Sendable {
        /// Processor time of this thread, in seconds.
        public let seconds: Double
        /// Whether it was read; refusing it is as good.
        public let wasRead: Bool
        /// How many visits, meetings and agreements came out.
        public let events: Int
        /// What should have held and did not.
        public let problem: String?
    }

    /// - Throws: when the word lists cannot be loaded.
    public init() throws { extractor = try Extractor() }

    /// Runs one input; a crash is a crash of the process.
    public func run(_ input: FuzzInput) -> Outcome {
        let start = Self.processorTime
        let document: Document
        do throws(ReadingError) {
            document = try reader.read(input.bytes, name: "The input", format: input.readerFormat)
        } catch {
            let isSentence = error.description.hasPrefix("The input") && error.description.hasSuffix(".")
            return Outcome(
                seconds: Self.processorTime - start, wasRead: false, events: 0,
                problem: isSentence ? nil : "the message is no sentence: \(error)")
        }
        let findings = extractor.findings(in: document)
        let json = writer.text(findings, of: document)
        let seconds = Self.processorTime - start
        let isJSON = (try? JSONSerialization.jsonObject(with: Data(json.utf8))) is [String: Any]
        return Outcome(
            seconds: seconds, wasRead: true,
            events: findings.agreements.count + findings.meetings.count + findings.visits.count,
            problem: isJSON ? nil : "the output is no JSON object")
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
