/// A half-open range of UTF-8 offsets into a document's plain text.
///
/// Invariant: `0 <= start <= end`. Offsets count UTF-8 code units; they become Unicode code points only at
/// the borders (JSON, HTML, CSV), through ``CodePointIndex``.
public struct TextRange: Hashable, Sendable, Comparable {
    /// Offset of the first byte.
    public let start: Int
    /// Offset after the last byte.
    public let end: Int

    /// Makes a range.
    /// - Precondition: `0 <= start <= end`.
    public init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a text range needs 0 <= start <= end, got \(start)..<\(end)")
        self.start = start
        self.end = end
    }

    /// Length in UTF-8 bytes.
    public var count: Int { end - start }
    /// Whether the range holds no byte.
    public var isEmpty: Bool { start == end }

    /// Whether `other` lies inside this range.
    public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

    /// Whether the two ranges share a byte.
    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

    /// The smallest range that holds both.
    public func union(_ other: TextRange) -> TextRange {
        TextRange(min(start, other.start), max(end, other.end))
    }

    /// In order of start; of two that start together the shorter comes first.
    public static func < (left: TextRange, right: TextRange) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
