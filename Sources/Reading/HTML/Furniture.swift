/// What stands around an article: the words and class names of `furniture.tsv`.
struct Furniture {
    /// What a line that opens with a known phrase is.
    enum Line: Hashable {
        /// "Читайте также": opens a list of other articles.
        case related
        /// "Поделиться", "Подписывайтесь на", "Просмотров": a line of its own that is no part of the text.
        case other
    }

    private let phrases: [String: Line]
    private let longestPhrase: Int
    /// Words in class names and ids of furniture.
    let furnitureClasses: Set<String>
    /// Words in class names and ids of article bodies.
    let articleClasses: Set<String>
    /// Labels before the address of the original: "Источник".
    let sourceLabels: Set<String>

    /// Loads the table; throws when a row is broken.
    static func load() throws(ResourceTable.Failure) -> Furniture {
        Furniture(try ResourceTable.load("furniture", keys: 2))
    }

    /// The program's own table; it is part of the build, and a test loads it.
    static let shared: Furniture = {
        do { return try load() } catch { preconditionFailure("\(error)") }
    }()

    private init(_ table: ResourceTable) {
        func texts(_ kind: String) -> [String] { table.rows.filter { $0[0] == kind }.map { $0[1] } }
        var phrases: [String: Line] = [:]
        for kind in ["share", "notice", "counter"] {
            for text in texts(kind) { phrases[text] = .other }
        }
        for text in texts("related") { phrases[text] = .related }
        self.phrases = phrases
        longestPhrase = phrases.keys.map(\.count).max() ?? 0
        furnitureClasses = Set(texts("furniture-class"))
        articleClasses = Set(texts("article-class"))
        sourceLabels = Set(texts("source-label"))
    }

    /// The phrase that opens a line.
    struct Opening {
        let kind: Line
        /// Nothing but punctuation follows.
        let isAlone: Bool
        /// A colon follows.
        let hasColon: Bool
        /// A sign or digit follows: "Комментарии (17)", where "Комментарии министра" would be prose.
        let isSetOff: Bool
        /// It has two words or more, so that prose hardly begins with it.
        let isSpecific: Bool
    }

    /// Looks for the longest phrase that opens a line.
    func opening(of line: String) -> Opening? {
        let folded = Array(Self.folded(line.prefix(200)).drop { !$0.isLetter && !$0.isNumber })
        var length = min(longestPhrase, folded.count)
        while length > 1 {
            defer { length -= 1 }
            // A phrase ends with its word; Chinese ones end anywhere.
            let last = folded[length - 1]
            if length < folded.count, folded[length].isLetter, last.isLetter, last < "\u{3000}" { continue }
            guard let kind = phrases[String(folded[..<length])] else { continue }
            let rest = folded[length...].drop { $0 == " " }
            let hasColon = rest.first == ":" || rest.first == "："
            return Opening(
                kind: kind, isAlone: !rest.contains { $0.isLetter || $0.isNumber }, hasColon: hasColon,
                isSetOff: rest.first?.isLetter == false, isSpecific: folded[..<length].contains(" "))
        }
        return nil
    }

    /// Lower case, every apostrophe `'`.
    static func folded(_ text: some StringProtocol) -> String {
        String(
            text.lowercased().map { character in
                switch character {
                case "\u{2018}", "\u{2019}", "\u{02BB}", "\u{02BC}", "`", "\u{00B4}": "'"
                default: character
                }
            })
    }

    /// The words of class names and ids: cut at signs and at inner capitals, lower case, and each name whole.
    static func words(inClass names: String) -> Set<String> {
        var words: Set<String> = []
        for name in names.utf8.prefix(400).split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
            var word: [UInt8] = []
            var whole: [UInt8] = []
            var previousIsLower = false
            func flush() {
                if !word.isEmpty { words.insert(String(decoding: word, as: UTF8.self)) }
                word = []
            }
            for byte in name {
                let isUpper = (0x41...0x5A).contains(byte)
                let lower = isUpper ? byte | 0x20 : byte
                if (0x61...0x7A).contains(lower) {
                    if isUpper, previousIsLower { flush() }
                    word.append(lower)
                    whole.append(lower)
                } else {
                    flush()
                }
                previousIsLower = (0x61...0x7A).contains(byte)
            }
            flush()
            words.insert(String(decoding: whole, as: UTF8.self))
        }
        return words
    }
}
