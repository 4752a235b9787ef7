internal import SourceText

/// The parts in which a long text is read, so that the time grows with its length and no faster.
///
/// A news item is one section. Longer texts are cut at an empty line, else a line, else a space, else a character.
struct Sections: Sequence {
    /// Bytes of UTF-8 in a section at most; ten times the length of an ordinary article.
    static let longest = 24_000

    /// A part of a document, as a document of its own, and where it stands in the whole.
    struct Section {
        let document: Document
        let whole: Document
        /// UTF-8 offset of the part's first byte.
        let offset: Int
    }

    private let sections: [Section]

    init(_ document: Document) {
        guard document.bytes.count > Self.longest else {
            sections = [Section(document: document, whole: document, offset: 0)]
            return
        }
        var sections: [Section] = []
        var start = 0
        while start < document.bytes.count {
            let end = Self.end(of: document.bytes, from: start)
            let part = Document(text: document.words(in: TextRange(start, end)), metadata: document.metadata)
            sections.append(Section(document: part, whole: document, offset: start))
            start = end
        }
        self.sections = sections
    }

    func makeIterator() -> IndexingIterator<[Section]> { sections.makeIterator() }

    /// Where a section ends: behind the last empty line of its second half, else the last line break, space, character.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        let limit = start + longest
        guard limit < bytes.count else { return bytes.count }
        let half = start + longest / 2
        var line: Int?
        var space: Int?
        var index = limit - 1
        while index > half {
            if bytes[index] == 0x0A {
                if bytes[index - 1] == 0x0A { return index + 1 }
                if line == nil { line = index + 1 }
            } else if bytes[index] == 0x20, space == nil {
                space = index + 1
            }
            index -= 1
        }
        if let cut = line ?? space { return cut }
        var cut = limit
        while cut > half, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
        return cut
    }
}
