import SourceText

/// A text with ranges marked in it, cut so that HTML can show ranges which nest, touch and overlap.
///
/// Each line is a balanced row of pieces. A range that ends inside another one, or runs over a line's end, is
/// closed and opened again, so that elements nest properly.
struct CitedText: Hashable, Sendable {
    /// One step of writing a line. Marks are positions in the array that was handed in.
    enum Piece: Hashable, Sendable {
        /// A mark begins or goes on here; `isFirst` at its very beginning.
        case open(mark: Int, isFirst: Bool)
        case text(TextRange)
        case close(mark: Int)
    }

    /// The lines of the text, without their line feeds; empty lines have no pieces.
    let lines: [[Piece]]

    /// - Parameters:
    ///   - bytes: the text as UTF-8.
    ///   - marks: ranges in it, in any order; those outside the text and empty ones are passed over.
    init(_ bytes: [UInt8], marks: [TextRange]) {
        let order = marks.indices.filter { !marks[$0].isEmpty && marks[$0].end <= bytes.count }
            // Longer marks first where several begin together, so that they enclose the shorter.
            .sorted { (marks[$0].start, -marks[$0].end, $0) < (marks[$1].start, -marks[$1].end, $1) }
        var lines: [[Piece]] = []
        var opened: Set<Int> = []
        var next = 0
        var running: [Int] = []
        var start = 0
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            while next < order.count, marks[order[next]].start < end {
                running.append(order[next])
                next += 1
            }
            let line = TextRange(start, end)
            lines.append(Self.pieces(of: line, running: running, marks: marks, opened: &opened))
            running.removeAll { marks[$0].end <= end + 1 }
            start = end + 1
        }
        self.lines = lines
    }

    private static func pieces(
        of line: TextRange, running: [Int], marks: [TextRange], opened: inout Set<Int>
    ) -> [Piece] {
        guard !line.isEmpty else { return [] }
        var pieces: [Piece] = []
        var stack: [Int] = []
        var position = line.start
        var waiting = running[...]

        func write(to offset: Int) {
            if offset > position { pieces.append(.text(TextRange(position, offset))) }
            position = max(position, offset)
        }
        func open(_ mark: Int) {
            pieces.append(.open(mark: mark, isFirst: opened.insert(mark).inserted))
            stack.append(mark)
        }
        /// Closes every mark that ends at the offset; those above it on the stack are opened again.
        func closeMarks(endingAt offset: Int) {
            guard let lowest = stack.firstIndex(where: { marks[$0].end <= offset }) else { return }
            let above = stack[lowest...].filter { marks[$0].end > offset }
            for mark in stack[lowest...].reversed() { pieces.append(.close(mark: mark)) }
            stack.removeSubrange(lowest...)
            for mark in above { open(mark) }
        }

        while true {
            let nextStart = waiting.first.map { max(marks[$0].start, line.start) }
            let nextEnd = stack.map { marks[$0].end }.min()
            guard let offset = [nextStart, nextEnd].compactMap({ $0 }).min(), offset < line.end else { break }
            write(to: offset)
            closeMarks(endingAt: offset)
            while let mark = waiting.first, max(marks[mark].start, line.start) <= offset {
                waiting = waiting.dropFirst()
                if marks[mark].end > offset { open(mark) }
            }
        }
        write(to: line.end)
        for mark in stack.reversed() { pieces.append(.close(mark: mark)) }
        return pieces
    }
}
