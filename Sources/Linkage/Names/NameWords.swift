internal import Languages

/// Words of names that say little about who is named, or that translations write differently.
struct NameWords: Sendable {
    /// What a word does in a name.
    enum Role: String, Sendable, CaseIterable {
        /// "Co., Ltd", "ООО".
        case legal
        /// "Group", "компания".
        case generic
        /// "the", "and".
        case filler
        /// A branch or thing, which translations put into their own language ("Mining", 矿业).
        case sector
        /// "Mr", "Dr".
        case title
        /// "bin", "oʻgʻli".
        case particle
    }

    /// A row: its number stands for the word in every language.
    struct Meaning: Sendable {
        let number: Int
        let role: Role
        let words: Int
    }

    private var byFirst: [[UInt16]: [(rest: [[UInt16]], meaning: Meaning)]] = [:]
    private var han: [[UInt16]: Meaning] = [:]
    private(set) var longestHan = 0
    let count: Int

    init(_ table: TSVTable, _ splitter: NameSplitter) throws {
        try table.refuseRepeats(of: [0])
        count = table.rows.count
        for (number, row) in table.rows.enumerated() {
            guard let role = Role(rawValue: row.cells[1]) else {
                throw table.failure(row, "unknown role “\(row.cells[1])”")
            }
            for form in row.cells[2].split(separator: "|") {
                let runs = splitter.runs(of: String(form))
                guard let first = runs.first else { throw table.failure(row, "“\(form)” has no letter") }
                if (0x3400...0x9FFF).contains(first[0]) {
                    han[first] = Meaning(number: number, role: role, words: 1)
                    longestHan = max(longestHan, first.count)
                } else {
                    let keys = runs.map { splitter.word($0).key }
                    byFirst[keys[0], default: []].append(
                        (Array(keys.dropFirst()), Meaning(number: number, role: role, words: keys.count)))
                }
            }
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.rest.count > $1.rest.count } }
    }

    /// The longest row that begins at a word.
    func meaning(at index: Int, in words: [SplitWord]) -> Meaning? {
        for (rest, meaning) in byFirst[words[index].key] ?? [] where index + rest.count < words.count {
            if rest.indices.allSatisfy({ words[index + 1 + $0].key == rest[$0] }) { return meaning }
        }
        return nil
    }

    /// The longest row of Chinese characters that begins a run.
    func meaning(of run: ArraySlice<UInt16>) -> (meaning: Meaning, length: Int)? {
        for length in stride(from: min(longestHan, run.count), through: 1, by: -1) {
            if let meaning = han[Array(run.prefix(length))] { return (meaning, length) }
        }
        return nil
    }
}
