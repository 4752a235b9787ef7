public import SourceText

/// The day on which a text says that it was published, and where it says so.
///
/// Only what stands like a dateline counts: a date at the edge of a short line, between the bars and dots of
/// a byline, or behind the place name that opens an agency's report. A date inside a sentence never does.
///
/// ```swift
/// DateLine.find(in: "Визит в Китай\n17.01.2024 14:08\n…")?.day  // "2024-01-17"
/// ```
public struct DateLine: Hashable, Sendable {
    /// Where the day was read.
    public enum Origin: Hashable, Sendable {
        /// A visible dateline.
        case dateline
        /// The name of a photo or video file: the day on which it was taken, so near the day of publication.
        case photoName
    }

    /// `YYYY-MM-DD`.
    public let day: String
    /// The words that the day was read from, in UTF-8 offsets into the text.
    public let range: TextRange
    /// What kind of place it was.
    public let origin: Origin

    /// Looks through the first fifteen and the last five lines of a text for a dateline, and, failing that,
    /// takes the latest day in the names of the photo files that the text shows.
    /// - Parameter bytes: valid UTF-8, as ``SourceText/Document/bytes`` is.
    public static func find(in bytes: [UInt8]) -> DateLine? {
        let lines = DateLineFinder.lines(of: bytes, first: 15, last: 5)
        for line in lines {
            if let found = DateLineFinder.dateline(in: bytes[line]) { return found }
        }
        return PhotoNames.latest(in: bytes)
    }

    /// Looks for a dateline in a text.
    public static func find(in text: String) -> DateLine? { find(in: Array(text.utf8)) }

    /// Reads a value that is nothing but a date, as machines and pages write it: `2024-01-17T09:55:33+05:00`,
    /// `20240117`, `17.01.2024 09:55`, `January 17, 2024`. The day is the one in the value's own time zone.
    /// - Returns: `YYYY-MM-DD`, or nil.
    public static func day(in value: String) -> String? {
        let pieces = DatePiece.pieces(of: Array(value.utf8.prefix(200))[...])
        if case .number(let number, digits: 8) = pieces.first?.kind {
            return CalendarDay(number / 10000, number / 100 % 100, number % 100)?.iso
        }
        let pattern = DatePattern(pieces)
        for index in pieces.indices {
            if let found = pattern.match(at: index) { return found.day.iso }
        }
        return nil
    }
}
