internal import Languages

/// What a subject tells, in numbers that all languages share.
struct SubjectMeaning: Sendable, Hashable {
    /// Classes of translation, ascending.
    var classes: [UInt16] = []
    /// Folded words that no class knows, as hashes, ascending.
    var words: [UInt32] = []
    /// Figures of ten and more that are no years ("300 МВт"), ascending.
    var figures: [Int32] = []
}

/// Words for what is built, made or supplied, by class of translation (`subject-words.tsv`).
struct SubjectWords: Sendable {
    private var stems: [[UInt16]: [UInt16]] = [:]
    private var whole: [[UInt16]: [UInt16]] = [:]
    private var phrases: [[UInt16]: [(rest: [[UInt16]], class: UInt16)]] = [:]
    private var han: [[UInt16]: [UInt16]] = [:]
    private var longestHan = 1
    /// How telling each class is, 0…
    let weights: [Float]
    /// The class of loans.
    let loan: UInt16
    private let splitter: NameSplitter

    init(_ table: TSVTable, _ tables: NameTables) throws {
        try table.refuseRepeats(of: [0])
        let splitter = NameSplitter(
            romanisation: tables.romanisation, folding: tables.folding, pinyin: tables.pinyin)
        self.splitter = splitter
        var weights: [Float] = []
        var loan: UInt16 = 0
        for (number, row) in table.rows.enumerated() {
            guard let weight = Float(row.cells[1]) else { throw table.failure(row, "“\(row.cells[1])” is no weight") }
            weights.append(weight)
            let code = UInt16(number)
            if row.cells[0] == "loan" { loan = code }
            for form in row.cells[2].split(separator: "|") {
                let isWhole = form.hasPrefix("=")
                let runs = splitter.runs(of: String(isWhole ? form.dropFirst() : form))
                guard let first = runs.first else { throw table.failure(row, "“\(form)” has no letter") }
                if NameSplitter.isHan(first[0]) {
                    han[first, default: []].append(code)
                    longestHan = max(longestHan, first.count)
                } else if runs.count > 1 {
                    let keys = runs.map { splitter.word($0).key }
                    phrases[keys[0], default: []].append((Array(keys.dropFirst()), code))
                } else {
                    for key in Set(splitter.word(first).keys) {
                        if isWhole {
                            whole[key, default: []].append(code)
                        } else {
                            stems[key, default: []].append(code)
                        }
                    }
                }
            }
        }
        self.weights = weights
        self.loan = loan
    }

    /// What a subject tells.
    func meaning(of subject: String) -> SubjectMeaning {
        var meaning = SubjectMeaning()
        var classes: Set<UInt16> = []
        let split = splitter.runs(of: subject)
        let words = split.map { splitter.word($0) }
        for (index, word) in words.enumerated() {
            if !word.han.isEmpty {
                read(word.han, &classes)
            } else if let first = word.plain.first, (0x30...0x39).contains(first) {
                if let figure = Int32(String(decoding: word.plain, as: UTF16.self)), figure >= 10,
                    !(1990...2040).contains(figure)
                {
                    meaning.figures.append(figure)
                }
            } else {
                let found = self.classes(of: word, at: index, in: words)
                classes.formUnion(found)
                if found.isEmpty, word.key.count > 3 { meaning.words.append(Self.hash(word.key.prefix(6))) }
            }
        }
        meaning.classes = classes.sorted()
        meaning.words = Array(Set(meaning.words)).sorted()
        meaning.figures = Array(Set(meaning.figures)).sorted()
        return meaning
    }

    private func classes(of word: SplitWord, at index: Int, in words: [SplitWord]) -> [UInt16] {
        var found: [UInt16] = []
        for key in word.keys {
            found += whole[key] ?? []
            for length in stride(from: key.count, through: 3, by: -1) {
                guard let classes = stems[Array(key.prefix(length))] else { continue }
                found += classes
                break
            }
            for (rest, code) in phrases[key] ?? [] where index + rest.count < words.count {
                // The words after the first may have endings.
                if rest.indices.allSatisfy({ words[index + 1 + $0].key.starts(with: rest[$0].prefix(5)) }) {
                    found.append(code)
                }
            }
        }
        return found
    }

    private func read(_ run: [UInt16], _ classes: inout Set<UInt16>) {
        var index = 0
        while index < run.count {
            var step = 1
            for length in stride(from: min(longestHan, run.count - index), through: 1, by: -1) {
                guard let found = han[Array(run[index..<index + length])] else { continue }
                classes.formUnion(found)
                step = length
                break
            }
            index += step
        }
    }

    static func hash(_ units: some Sequence<UInt16>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for unit in units { hash = (hash ^ UInt32(unit)) &* 16_777_619 }
        return hash
    }
}
