/// What kind of thing a name names; names of each are compared by rules of their own.
public enum NameKind: String, Sendable, Hashable, CaseIterable {
    case person, organisation, place
}

/// A name made ready for comparison: its words in the Latin letters that all scripts share, and what each word is.
public struct NameForm: Sendable {
    /// A word of the name.
    struct Word: Sendable {
        let plain: [UInt16]
        let keys: [[UInt16]]
        let isDense: Bool
        /// Whether it was one letter in its own script.
        let isLetter: Bool
        let role: NameWords.Role?
        /// Row of the word table when the word has one: translations share it.
        let meaning: Int?

        var key: [UInt16] { keys[0] }
        var length: Int { keys[0].count }
        var isNumber: Bool { plain.allSatisfy { (0x30...0x39).contains($0) } }
        var isInitial: Bool { isLetter && !isDense && !isNumber }
    }

    /// What is named.
    public let kind: NameKind
    /// All words that say who is meant; without titles, legal forms and fillers.
    let words: [Word]
    /// Chinese characters of the name, when it is written in them alone.
    let han: [UInt16]
    /// The same for all spellings that differ only in script, case, marks, legal form and order of words.
    public let key: String
    /// The words' letters without a gap, in the name's order.
    let joined: [UInt16]

    /// Words by which likely twins are looked up, most telling first.
    public var tokens: [String] {
        words.filter { $0.role == nil || $0.role == .sector }.flatMap { word in
            word.keys.map { String(decoding: $0, as: UTF16.self) }
        }
    }
}

extension NameTables {
    /// Reads a name.
    public func form(of name: String, _ kind: NameKind) -> NameForm {
        let splitter = NameSplitter(romanisation: romanisation, folding: folding, pinyin: pinyin)
        let table = kind == .person ? personWords : organisationWords
        var split: [SplitWord] = []
        var han: [UInt16] = []
        var isHanAlone = true
        for run in splitter.runs(of: name) {
            if NameSplitter.isHan(run[0]) {
                han += run
                split += kind == .person ? [splitter.word(run)] : pieces(of: run, table, splitter)
            } else {
                isHanAlone = false
                split.append(splitter.word(kind == .organisation ? RomanNumeral.digits(run) ?? run : run))
            }
        }
        var words: [NameForm.Word] = []
        var dropped: [NameForm.Word] = []
        var index = 0
        while index < split.count {
            let meaning =
                split[index].han.isEmpty
                ? table.meaning(at: index, in: split)
                : table.meaning(of: split[index].han[...]).flatMap {
                    $0.length == split[index].han.count ? $0.meaning : nil
                }
            let count = meaning?.words ?? 1
            let group = split[index..<index + count]
            let word = NameForm.Word(
                plain: group.flatMap(\.plain), keys: count == 1 ? group.first!.keys : [group.flatMap(\.key)],
                isDense: group.first!.isDense && meaning == nil,
                isLetter: group.first!.isLetter && meaning == nil, role: meaning?.role, meaning: meaning?.number)
            switch meaning?.role {
            case .legal, .generic, .filler, .title: dropped.append(word)
            default: words.append(word)
            }
            index += count
        }
        if words.isEmpty { (words, dropped) = (dropped, []) }
        let parts = words.map { $0.meaning.map { "#\($0)" } ?? String(decoding: $0.key, as: UTF16.self) }
        return NameForm(
            kind: kind, words: words, han: isHanAlone ? han : [], key: parts.sorted().joined(separator: " "),
            joined: words.flatMap(\.key))
    }

    /// Cuts a run of Chinese characters into the table's words and what stands between them.
    private func pieces(of run: [UInt16], _ table: NameWords, _ splitter: NameSplitter) -> [SplitWord] {
        var pieces: [SplitWord] = []
        var rest = run[...]
        var unknown: [UInt16] = []
        while let first = rest.first {
            if let (_, length) = table.meaning(of: rest) {
                if !unknown.isEmpty { pieces.append(splitter.han(unknown)) }
                unknown = []
                pieces.append(splitter.han(Array(rest.prefix(length))))
                rest = rest.dropFirst(length)
            } else {
                unknown.append(first)
                rest = rest.dropFirst()
            }
        }
        if !unknown.isEmpty { pieces.append(splitter.han(unknown)) }
        return pieces
    }
}
