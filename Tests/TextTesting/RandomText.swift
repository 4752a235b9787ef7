package import LedgerTesting

/// Texts that no writer would write, the same ones for the same seed.
package enum RandomText {
    /// Scalars of all planes, with those that readers stumble over much more often than others.
    package static func ofAllPlanes(scalars count: Int, using random: inout SplitMix64) -> String {
        var text = String.UnicodeScalarView()
        while text.count < count {
            if random.once(in: 2) {
                text.append(random.pick(hostile))
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) {
                text.append(scalar)
            }
        }
        return String(text)
    }

    /// Words, stops and signs of the five languages in random order.
    package static func ofPieces(_ count: Int, using random: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<count { text += random.pick(pieces) }
        return text
    }

    /// A text with a few scalars dropped, doubled, swapped for others, or moved.
    package static func mutant(of text: String, using random: inout SplitMix64) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...8, using: &random) where !scalars.isEmpty {
            let at = Int.random(in: 0..<scalars.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: scalars.remove(at: at)
            case 1: scalars.insert(scalars[at], at: at)
            case 2: scalars[at] = random.pick(hostile)
            case 3: scalars.swapAt(at, Int.random(in: 0..<scalars.count, using: &random))
            default: scalars.removeSubrange(at..<min(scalars.count, at + 20))
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static let hostile: [Unicode.Scalar] = Array(
        """
        .!?…。！？;:,()[]«»“”„"'ʻʼ‘’`´—–-•*№%$ \n\r\t\u{0}\u{A0}\u{AD}\u{200B}\u{200D}\u{2028}\u{FEFF}\u{301}\u{306}\u{308}\
        аАоОЎўҚқҲҳҒғЁёabgoGO019１Ａａ中国ßİẞŉﬁǅȺ𐐀𝐀👩🇺🇿\u{FE0F}\u{E0100}\u{10FFFF}
        """.unicodeScalars)

    private static let pieces = [
        "Хоким", "района", "подписал", "млн", "млрд", "г", "А", "Ш", "Мирзаев", "Toshkent", "bogʻ", "Oʻzbekiston",
        "o'z",
        "Sh", "Ҳоким", "йил", "Co", "Ltd", "Inc", "Mr", "the", "U.S", "150", "1", "4,5", "2024", "中国", "公司", "签署",
        ".", ".", ".", ",", "!", "?", "…", "...", "?!", "。", "！", "」", "「", "«", "»", "“", "”", "\"", "'", "’", "(",
        ")",
        "—", "–", "-", "•", "№", "%", "$", ":", ";", " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\u{A0}", "\u{AD}",
        "\u{200B}",
    ]
}
