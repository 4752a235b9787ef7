/// Cuts a stream of bytes into lines, in memory that does not grow with the stream.
///
///     var splitter = LineSplitter()
///     for chunk in chunks { for line in splitter.lines(adding: chunk) { … } }
///     if let line = splitter.finish() { … }
///
/// A line ends at LF or CR LF. A byte-order mark before the first line is dropped.
public struct LineSplitter: Sendable {
    /// A line without its line break.
    public enum Line: Hashable, Sendable {
        case bytes([UInt8])
        /// Nothing but spaces and tabs.
        case blank
        /// More bytes than the limit; they were not kept.
        case overlong
    }

    /// The longest line that is kept unless the caller says otherwise, in bytes.
    public static let defaultLimit = 64_000_000

    private let limit: Int
    private var pending: [UInt8] = []
    private var isDropping = false
    private var isFirst = true

    /// - Parameter limit: the longest line that is kept, in bytes.
    public init(limit: Int = Self.defaultLimit) { self.limit = limit }

    /// The lines that end in a chunk; what is left over waits for the next.
    public mutating func lines(adding chunk: some Collection<UInt8>) -> [Line] {
        var lines: [Line] = []
        var rest = chunk[...]
        while let end = rest.firstIndex(of: 0x0A) {
            keep(rest[..<end])
            lines.append(take())
            rest = rest[rest.index(after: end)...]
        }
        keep(rest)
        return lines
    }

    /// The last line, when the stream does not end with a line break.
    public mutating func finish() -> Line? { pending.isEmpty && !isDropping ? nil : take() }

    private mutating func keep(_ bytes: some Collection<UInt8>) {
        if isDropping { return }
        if pending.count + bytes.count > limit {
            isDropping = true
            pending = []
        } else {
            pending += bytes
        }
    }

    private mutating func take() -> Line {
        defer {
            pending.removeAll(keepingCapacity: pending.capacity <= 1 << 20)
            isDropping = false
            isFirst = false
        }
        if isDropping { return .overlong }
        var line = pending[...]
        if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        if line.last == 0x0D { line.removeLast() }
        return line.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? .blank : .bytes(Array(line))
    }
}
