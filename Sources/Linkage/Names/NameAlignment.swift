/// What two names share and where they differ: the numbers that their comparison weighs.
public struct NameAlignment: Sendable, Hashable {
    /// Letters to change inside the words that were paired.
    public var edits: Float = 0
    /// The largest share of a paired word that must be changed, 0…1.
    public var worst: Float = 0
    /// Paired words, by weight (a branch counts less than a name of its own).
    public var paired: Float = 0
    /// Words of one name alone: the lesser and the greater of both sides, by weight.
    public var lesserRest: Float = 0
    /// See ``lesserRest``.
    public var greaterRest: Float = 0
    /// Pairs that rest on an initial alone.
    public var initials: Float = 0
    /// Pairs that rest on a short form ("Ted").
    public var shortForms: Float = 0
    /// Numbers that differ or stand in one name alone.
    public var numbers: Float = 0
    /// Letters of the shorter name.
    public var length: Float = 0
    /// Whether all letters in their order are the same when gaps are left out.
    public var isSameJoined = false
    /// Letters to change when gaps are left out, at most 3.
    public var joinedEdits: Float = 0
    /// Chinese characters or Korean syllables that differ, both names being written in them.
    public var dense: Float = 0
    /// Whether the keys are equal.
    public var isSameKey = false
}

/// Pairs the words of two names. Keeps its buffers: use one for many names.
public struct NameAligner: Sendable {
    private var distance = EditDistance()
    let tables: NameTables

    /// Makes an aligner.
    public init(_ tables: NameTables) { self.tables = tables }

    /// What two names share.
    public mutating func align(_ a: NameForm, _ b: NameForm) -> NameAlignment {
        var result = NameAlignment()
        result.length = Float(min(a.joined.count, b.joined.count))
        result.isSameKey = a.key == b.key && !a.key.isEmpty
        result.isSameJoined = !a.joined.isEmpty && a.joined == b.joined
        if !a.han.isEmpty, !b.han.isEmpty, a.han != b.han {
            result.dense = distance(a.han, b.han, limit: 99) ?? 99
        }
        if result.isSameKey {
            result.paired = a.words.reduce(0) { $0 + weight($1) }
            return result
        }
        result.joinedEdits = result.isSameJoined ? 0 : distance(a.joined, b.joined, limit: 2.75) ?? 3
        var left = Array(a.words.indices)
        var right = Array(b.words.indices)
        pair(a, b, &left, &right, &result)
        join(a, b, &left, &right, &result)
        join(b, a, &right, &left, &result)
        pairShort(a, b, &left, &right, &result)
        // A word said twice names nobody else ("Sergey Sergey Shoigu").
        let restA = left.filter { !isRepeated($0, in: a) }
        let restB = right.filter { !isRepeated($0, in: b) }
        let sumA = restA.reduce(0) { $0 + weight(a.words[$1]) }
        let sumB = restB.reduce(0) { $0 + weight(b.words[$1]) }
        result.lesserRest = min(sumA, sumB)
        result.greaterRest = max(sumA, sumB)
        result.numbers = Float((restA.filter { a.words[$0].isNumber } + restB.filter { b.words[$0].isNumber }).count)
        return result
    }

    private func isRepeated(_ index: Int, in name: NameForm) -> Bool {
        let key = name.words[index].key
        return [index - 1, index + 1].contains { name.words.indices.contains($0) && name.words[$0].key == key }
    }

    /// How much a word says of who is named.
    private func weight(_ word: NameForm.Word) -> Float {
        switch word.role {
        case .legal, .generic, .filler, .title: 0.1
        case .particle: 0.2
        case .sector: 0.7
        case nil: word.isInitial ? 0.4 : 1
        }
    }

    /// How many edits leave a word of a length the same word, by the length of the longer one.
    static func limit(_ length: Int) -> Float {
        switch length {
        case ..<3: 0
        case 3: 1
        case 4, 5: 1.75
        case ..<9: 2
        default: 2.75
        }
    }

    private mutating func pair(
        _ a: NameForm, _ b: NameForm, _ left: inout [Int], _ right: inout [Int], _ result: inout NameAlignment
    ) {
        var candidates: [(cost: Float, share: Float, left: Int, right: Int)] = []
        for i in left {
            for j in right {
                guard let cost = cost(a.words[i], b.words[j]) else { continue }
                let length = Float(max(a.words[i].length, b.words[j].length))
                candidates.append((cost, cost / max(length, 1) + 0.001 * Float(abs(i - j)), i, j))
            }
        }
        candidates.sort { ($0.share, $0.left, $0.right) < ($1.share, $1.left, $1.right) }
        for candidate in candidates where left.contains(candidate.left) && right.contains(candidate.right) {
            left.removeAll { $0 == candidate.left }
            right.removeAll { $0 == candidate.right }
            let one = a.words[candidate.left]
            let other = b.words[candidate.right]
            result.edits += candidate.cost
            result.worst = max(result.worst, candidate.cost / Float(max(one.length, other.length, 1)))
            result.paired += min(weight(one), weight(other))
        }
    }

    /// The edits between two words, or nil when they are no pair.
    private mutating func cost(_ one: NameForm.Word, _ other: NameForm.Word) -> Float? {
        if let meaning = one.meaning, meaning == other.meaning { return 0 }
        if one.isNumber || other.isNumber { return one.plain == other.plain ? 0 : nil }
        var best: Float?
        for key in one.keys {
            for otherKey in other.keys {
                let longest = max(key.count, otherKey.count)
                // Slips are rare in a word's first letter: a word that begins otherwise has one edit at most.
                let limit: Float =
                    one.isDense && other.isDense && one.keys.count == 1
                    ? 0.9 : min(Self.limit(longest), key.first == otherKey.first ? 9 : 1)
                if let cost = distance(key, otherKey, limit: best.map { min($0, limit) } ?? limit) {
                    best = cost
                    if cost == 0 { return 0 }
                }
            }
        }
        return best
    }

    /// Two or more words of one name that stand as one in the other ("Good Will", "Goodwill").
    private mutating func join(
        _ a: NameForm, _ b: NameForm, _ left: inout [Int], _ right: inout [Int], _ result: inout NameAlignment
    ) {
        for j in right {
            let whole = b.words[j]
            search: for start in left {
                var end = start
                var letters: [UInt16] = []
                while end < a.words.count, left.contains(end), letters.count < whole.length + 2 {
                    letters += a.words[end].key
                    end += 1
                    guard end - start > 1, abs(letters.count - whole.length) <= 1 else { continue }
                    var found: Float?
                    for key in whole.keys {
                        if let cost = distance(letters, key, limit: min(1, Self.limit(letters.count))) {
                            found = min(found ?? cost, cost)
                        }
                    }
                    // Syllables of Chinese words may each have two spellings.
                    if found == nil, end - start <= 3 {
                        let other = a.words[start..<end].flatMap { $0.keys.last! }
                        for key in whole.keys {
                            if let cost = distance(other, key, limit: 1) { found = min(found ?? cost, cost) }
                        }
                    }
                    guard let cost = found else { continue }
                    result.edits += cost
                    result.worst = max(result.worst, cost / Float(max(letters.count, 1)))
                    result.paired += weight(whole)
                    left.removeAll { (start..<end).contains($0) }
                    right.removeAll { $0 == j }
                    break search
                }
            }
        }
    }

    /// Initials and short forms, for persons; acronyms ("JC", "PLA"), for all.
    private func pairShort(
        _ a: NameForm, _ b: NameForm, _ left: inout [Int], _ right: inout [Int], _ result: inout NameAlignment
    ) {
        acronym(a, b, &left, &right, &result)
        acronym(b, a, &right, &left, &result)
        guard a.kind == .person else { return }
        for i in left {
            for j in right {
                let one = a.words[i]
                let other = b.words[j]
                if one.isInitial != other.isInitial, one.key.starts(with: other.key) || other.key.starts(with: one.key)
                {
                    result.initials += 1
                    result.paired += 0.4
                } else if isShortForm(one, of: other) || isShortForm(other, of: one) {
                    result.shortForms += 1
                    result.paired += 0.8
                } else {
                    continue
                }
                left.removeAll { $0 == i }
                right.removeAll { $0 == j }
                break
            }
        }
    }

    /// Two to five letters that are the first ones of as many words in a row.
    private func acronym(
        _ a: NameForm, _ b: NameForm, _ left: inout [Int], _ right: inout [Int], _ result: inout NameAlignment
    ) {
        for i in left {
            let letters = a.words[i].plain
            guard (2...5).contains(letters.count), right.count >= letters.count else { continue }
            for start in 0...(right.count - letters.count) {
                let run = right[start..<start + letters.count]
                guard run.last! - run.first! == letters.count - 1,
                    zip(run, letters).allSatisfy({ b.words[$0].plain.first == $1 })
                else { continue }
                result.initials += 1
                result.paired += 0.8
                left.removeAll { $0 == i }
                right.removeSubrange(start..<start + letters.count)
                break
            }
        }
    }

    private func isShortForm(_ short: NameForm.Word, of full: NameForm.Word) -> Bool {
        tables.givenNames[short.key]?.contains { full.keys.contains($0) } ?? false
    }
}
