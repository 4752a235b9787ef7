import SourceText

/// A sentence of a document with the cited words marked in it.
struct Quote: Hashable, Sendable {
    /// A run of the sentence.
    struct Run: Hashable, Sendable {
        let text: String
        let isCited: Bool
    }

    let runs: [Run]
    /// Where in the document the first cited words stand.
    let citation: Citation
}

/// Finds the sentences around citations of one document.
struct QuoteFinder {
    private let document: Document
    private let sentences: [TextRange]
    private let codePoints: CodePointIndex

    /// So many bytes beside the cited words are shown at most; a page without stops is one endless sentence.
    private static let reach = 600

    init(_ document: Document) {
        self.document = document
        codePoints = CodePointIndex(document.bytes)
        let text = TokenizedText(document, folding: .plain, abbreviations: Abbreviations())
        var sentences: [TextRange] = []
        for passage in text.passages {
            // Without a language's abbreviations the splitter may cut after "г." or "Ltd."; a short last word
            // joins the next sentence: better a sentence too much than half a one.
            // So does what follows a passage that was cut for its length alone.
            if let last = sentences.last, !passage.opensLine,
                Self.endsInShortWord(last, document.bytes) || !Self.endsInSign(last, document.bytes)
            {
                sentences[sentences.count - 1] = last.union(passage.range)
            } else {
                sentences.append(passage.range)
            }
        }
        self.sentences = sentences
    }

    /// The address of cited words on the document's page.
    func address(of citation: Citation) -> String {
        "/documents/\(document.hash)#\(anchor(of: citation.range))"
    }

    /// The name of the place on the document's page, in code points.
    func anchor(of range: TextRange) -> String {
        let points = codePoints.codePoints(of: range)
        return "c-\(points.start)-\(points.end)"
    }

    /// The sentences in which the citations stand, each once, in order; citations of other documents are left out.
    func quotes(_ citations: [Citation]) -> [Quote] {
        let own = citations.filter { $0.document == document.hash && $0.range.end <= document.bytes.count }
            .sorted { $0.range < $1.range }
        var groups: [(frame: TextRange, citations: [Citation])] = []
        for citation in own {
            let frame = frame(around: citation.range)
            if let last = groups.last, last.frame.overlaps(frame) {
                groups[groups.count - 1] = (last.frame.union(frame), last.citations + [citation])
            } else {
                groups.append((frame, [citation]))
            }
        }
        return groups.map { quote($0.frame, $0.citations) }
    }

    private func quote(_ frame: TextRange, _ citations: [Citation]) -> Quote {
        var runs: [Quote.Run] = []
        var position = frame.start
        func add(to end: Int, cited: Bool) {
            guard end > position else { return }
            let words = document.words(in: TextRange(position, end)).replacing("\n", with: " ")
            runs.append(Quote.Run(text: words, isCited: cited))
            position = end
        }
        for citation in citations {
            add(to: citation.range.start, cited: false)
            add(to: citation.range.end, cited: true)
        }
        add(to: frame.end, cited: false)
        if let first = runs.first, !first.isCited, !sentences.contains(where: { $0.start == frame.start }) {
            runs[0] = Quote.Run(text: "… " + first.text, isCited: false)
        }
        if let last = runs.last, !last.isCited, !sentences.contains(where: { $0.end == frame.end }) {
            runs[runs.count - 1] = Quote.Run(text: last.text + " …", isCited: false)
        }
        return Quote(runs: runs, citation: citations[0])
    }

    /// The sentences that the range touches, no more than ``reach`` bytes on either side.
    private func frame(around range: TextRange) -> TextRange {
        var frame = range
        for sentence in sentences where sentence.overlaps(range) { frame = frame.union(sentence) }
        let start = boundary(max(frame.start, range.start - Self.reach), step: 1)
        let end = boundary(min(frame.end, range.end + Self.reach), step: -1)
        return TextRange(min(start, range.start), max(end, range.end))
    }

    /// The nearest offset that does not cut a character.
    private func boundary(_ offset: Int, step: Int) -> Int {
        var offset = offset
        while offset > 0, offset < document.bytes.count, document.bytes[offset] & 0xC0 == 0x80 { offset += step }
        return offset
    }

    /// Whether the last character is none of a word: a letter of ASCII, Cyrillic or Latin with marks ends no sentence.
    private static func endsInSign(_ range: TextRange, _ bytes: [UInt8]) -> Bool {
        let last = String(decoding: bytes[max(range.start, range.end - 4)..<range.end], as: UTF8.self).unicodeScalars
            .last
        return last.map { !$0.properties.isAlphabetic && !("0"..."9").contains($0) } ?? true
    }

    private static func endsInShortWord(_ range: TextRange, _ bytes: [UInt8]) -> Bool {
        let words = bytes[range.start..<range.end]
        guard words.last == UInt8(ascii: ".") else { return false }
        let last = words.dropLast().reversed().prefix { $0 != 0x20 && $0 != 0x0A && $0 != 0xA0 }
        let letters = last.count { $0 & 0xC0 != 0x80 }
        return (1...3).contains(letters) && !last.contains { (48...57).contains($0) }
    }
}
