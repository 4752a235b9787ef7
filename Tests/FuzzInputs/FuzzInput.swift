internal import Foundation
internal import Reading

/// An input that nobody meant, made from a seed.
public struct FuzzInput: Sendable {
    /// What the reader is told that it is.
    public enum Format: Sendable { case unknown, html, plainText }

    public let seed: UInt64
    public let bytes: [UInt8]
    public let format: Format
    /// Which way it was made, for reports.
    public let kind: String

    /// How often an input is about a megabyte: once in so many.
    static let hugeOnce = 400

    /// Makes the input of a seed.
    /// - Parameter allowsHuge: whether it may be as large as a megabyte.
    public init(seed: UInt64, corpus: Corpus, allowsHuge: Bool = true) {
        var maker = Maker(random: SeededRandom(seed: seed), corpus: corpus)
        self.seed = seed
        let isHuge = maker.random.once(in: Self.hugeOnce) && allowsHuge
        (kind, bytes) = isHuge ? maker.huge() : maker.small()
        format = maker.random.pick([.unknown, .html, .plainText])
    }

    var readerFormat: ItemReader.Format? {
        switch format {
        case .unknown: nil
        case .html: .html
        case .plainText: .plainText
        }
    }
}

/// The ways in which inputs are made.
private struct Maker {
    static let megabyte = 1_000_000

    var random: SeededRandom
    let corpus: Corpus

    mutating func small() -> (String, [UInt8]) {
        switch random.below(10) {
        case 0: return ("random bytes", (0..<random.below(2000)).map { _ in UInt8(random.below(256)) })
        case 1: return ("random characters", scalars(random.below(800)))
        case 2: return ("markup", pieces(Corpus.markup, random.below(120)))
        case 3, 4: return ("words", pieces(Corpus.words, 1 + random.below(150)))
        case 5:
            let article = random.pick(corpus.articles)
            return ("truncated", Array(article.prefix(random.below(article.count + 1))))
        case 6: return ("other encoding", encoded(random.pick(corpus.articles)))
        default:
            var bytes = random.pick(corpus.articles)
            for _ in 0..<(1 + random.below(8)) { mutate(&bytes) }
            return ("mutated", bytes)
        }
    }

    /// About a megabyte that is hard on something: one line, one tag in another, one word again and again.
    mutating func huge() -> (String, [UInt8]) {
        let article = random.pick(corpus.articles)
        switch random.below(7) {
        case 0: return ("one long line", filled(article.map { $0 == 0x0A ? 0x20 : $0 }))
        case 1: return ("one article again and again", filled(article))
        case 2:
            let tag = random.pick(["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<p><font>", "<a>"])
            return ("deep nesting", filled(Array(tag.utf8)))
        case 3: return ("one word again and again", filled(random.pick(Corpus.words) + random.pick(Corpus.separators)))
        case 4: return ("random bytes", (0..<Self.megabyte).map { _ in UInt8(truncatingIfNeeded: random.next()) })
        case 5:
            var bytes: [UInt8] = []
            while bytes.count < Self.megabyte { bytes += random.pick(Corpus.words) + random.pick(Corpus.separators) }
            return ("words", bytes)
        default:
            let letter = random.pick(["а", "A", "1", "中", ".", " ", "«", "(", "\u{301}", "о‘", "1,", "г.", "\"", "&"])
            return ("one sign again and again", filled(Array(letter.utf8)))
        }
    }

    private func filled(_ piece: [UInt8]) -> [UInt8] {
        guard !piece.isEmpty else { return [] }
        return Array(repeatElement(piece, count: Self.megabyte / piece.count + 1).joined().prefix(Self.megabyte))
    }

    private mutating func pieces(_ pieces: [[UInt8]], _ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<count { bytes += random.pick(pieces) + random.pick(Corpus.separators) }
        return bytes
    }

    private mutating func scalars(_ count: Int) -> [UInt8] {
        var text = String.UnicodeScalarView()
        let blocks: [ClosedRange<UInt32>] = [
            0...0x7F, 0x80...0x24F, 0x300...0x36F, 0x400...0x52F, 0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x9FFF,
            0xFE00...0xFFFF, 0x1F300...0x1FAFF, 0xE0000...0xE0FFF,
        ]
        let few = (0..<3).map { _ in random.pick(blocks) }
        for _ in 0..<count {
            let block = random.pick(few)
            if let scalar = Unicode.Scalar(block.lowerBound + UInt32(random.below(block.count))) { text.append(scalar) }
        }
        return Array(String(text).utf8)
    }

    private mutating func encoded(_ article: [UInt8]) -> [UInt8] {
        let encodings: [String.Encoding] = [
            .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .windowsCP1251, .isoLatin1,
        ]
        let text = String(decoding: article, as: UTF8.self)
        var bytes = [UInt8](text.data(using: random.pick(encodings), allowLossyConversion: true) ?? Data(article))
        for _ in 0..<random.below(3) { mutate(&bytes) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        let (a, b) = (random.below(bytes.count + 1), random.below(bytes.count + 1))
        let (low, high) = (min(a, b), max(a, b))
        switch random.below(9) {
        case 0: bytes.removeSubrange(high...)
        case 1: bytes.removeSubrange(..<low)
        case 2: bytes.removeSubrange(low..<min(high, low + 60))
        case 3: bytes.insert(contentsOf: random.pick(Corpus.markup), at: a)
        case 4: bytes.insert(contentsOf: random.pick(Corpus.words), at: a)
        case 5:
            let part = Array(bytes[low..<min(high, low + 300)])
            for _ in 0..<(1 + random.below(12)) { bytes.insert(contentsOf: part, at: random.below(bytes.count + 1)) }
        case 6:
            guard !bytes.isEmpty else { return }
            for _ in 0..<(1 + random.below(20)) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
        case 7:
            let other = random.pick(corpus.articles)
            let start = random.below(other.count + 1)
            bytes.insert(contentsOf: other[start..<min(other.count, start + random.below(1500))], at: a)
        default:
            let piece = random.pick(random.once(in: 2) ? Corpus.markup : Corpus.words)
            for _ in 0..<(1 + random.below(60)) { bytes.insert(contentsOf: piece, at: a) }
        }
    }
}
