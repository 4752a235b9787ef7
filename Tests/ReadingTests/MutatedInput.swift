@testable import Reading

/// Inputs that nobody meant: random bytes, and pages and texts cut, spliced, repeated and spoilt.
struct MutatedInput {
    private static let seeds: [[UInt8]] = {
        var seeds = [
            Array(HTMLReaderTests.page.utf8), Array(HTMLReaderTests.text.utf8), Array(EncodingTests.chinese.utf8),
            Array(EncodingTests.uzbek.utf8),
        ]
        for encoding in [TextEncoding.windows1251, .koi8r, .utf16LittleEndian, .utf16BigEndian] {
            if let bytes = try? EncodingTests.encoded(EncodingTests.shortRussian, encoding) { seeds.append(bytes) }
        }
        if let bytes = try? EncodingTests.encoded(EncodingTests.chinese, .gb18030) { seeds.append(bytes) }
        return seeds
    }()

    /// Pieces that make parsers stumble.
    private static let pieces = [
        "<", ">", "</", "<!--", "-->", "<table>", "<td>", "<tr>", "</table>", "<p", "<a href='", "\"", "'", "&#",
        "&amp",
        "<script>", "</script", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",", "<title>", "<body>",
        "</body>",
        "<svg>", "<math>", "<select>", "<frameset>", "<template>", "<caption>", "<col>", "<li>", "<h1>", "<pre>",
        "<br>",
        "<time datetime=2024-13-01>", "<![CDATA[", "<?xml", "<form>", "<button>", "<plaintext>", "<image>", "<isindex>",
        "\u{FEFF}", "\u{0}", "\u{202E}", "99.99.9999", "2024-01-17", "photo_2024-01-17.jpg", "17 января 2024",
        "Читайте также:", "Источник: https://", "\r\n", "\u{2028}", "年月日", "2024年1月", "<html lang=zz>", "</p></div>",
    ].map { Array($0.utf8) }

    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// Makes the next input, up to a few kilobytes.
    mutating func next() -> [UInt8] {
        if Int.random(in: 0..<8, using: &random) == 0 {
            return (0..<Int.random(in: 0..<600, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        if Int.random(in: 0..<6, using: &random) == 0 {
            return (0..<Int.random(in: 1..<80, using: &random)).flatMap { _ in
                Self.pieces.randomElement(using: &random)!
            }
        }
        var bytes = Self.seeds.randomElement(using: &random)!
        for _ in 0..<Int.random(in: 1..<8, using: &random) { mutate(&bytes) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        func place() -> Int { Int.random(in: 0...bytes.count, using: &random) }
        switch Int.random(in: 0..<7, using: &random) {
        case 0: bytes.removeSubrange(place()...)
        case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random)!, at: place())
        case 2:
            let (a, b) = (place(), place())
            bytes.removeSubrange(min(a, b)..<min(max(a, b), min(a, b) + 40))
        case 3:
            let (a, b) = (place(), place())
            let part = Array(bytes[min(a, b)..<min(max(a, b), min(a, b) + 200)])
            for _ in 0..<Int.random(in: 1..<20, using: &random) { bytes.insert(contentsOf: part, at: place()) }
        case 4:
            guard !bytes.isEmpty else { return }
            for _ in 0..<Int.random(in: 1..<20, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
        case 5:
            let other = Self.seeds.randomElement(using: &random)!
            bytes.insert(contentsOf: other.prefix(Int.random(in: 0...other.count, using: &random)), at: place())
        default:
            let piece = Self.pieces.randomElement(using: &random)!
            bytes.insert(contentsOf: (0..<Int.random(in: 1..<100, using: &random)).flatMap { _ in piece }, at: place())
        }
    }
}
